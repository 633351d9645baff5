class ConfigError(Exception):
    pass


def parse(text):
    try:
        key, value = text.split("=")
    except ValueError as error:
        raise ConfigError(f"bad line {text!r}") from error
    return key, value


print(parse("a=b"))
parse("no equals sign")
