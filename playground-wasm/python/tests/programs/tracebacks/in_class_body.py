class Config:
    size = 3
    total = size * unknown
