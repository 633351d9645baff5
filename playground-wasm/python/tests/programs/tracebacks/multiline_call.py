def configure(name, size):
    return name * size


settings = configure(
    name="x",
    size=[
        1,
        2,
    ],
)
