class Thing:
    size = 1


for name in ("q", "siz", "sizes", "ezis", "SIZE", "a_very_long_name"):
    try:
        eval(f"Thing().{name}")
    except AttributeError as error:
        print(error)
zzzzz
