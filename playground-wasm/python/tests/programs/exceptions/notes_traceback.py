def check(value):
    if value < 0:
        error = ValueError("negative")
        error.add_note(f"value was {value}")
        error.add_note("two\nlines")
        raise error


check(-1)
