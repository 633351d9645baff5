from dataclasses import dataclass


@dataclass
class Basket:
    items: list = []
