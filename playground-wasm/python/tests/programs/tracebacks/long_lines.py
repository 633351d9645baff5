def compute(alpha, beta, gamma):
    return (alpha + beta
            + gamma.missing
            + 1)


def spread(*args):
    return compute(
        1,
        2,
        gamma=3,
    )


spread()
