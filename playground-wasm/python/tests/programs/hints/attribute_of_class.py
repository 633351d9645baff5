class Colour:
    crimson = 1
    scarlet = 2


Colour.crimsn
