class ValidationError(ValueError):
    def __init__(self, field, message, *, value=None):
        super().__init__(f"{field}: {message}")
        self.field, self.value = field, value


def validate(record):
    errors = []
    for field, check in {"name": str.isalpha, "age": lambda a: a > 0, "mail": lambda m: "@" in m}.items():
        try:
            if not check(record[field]):
                raise ValidationError(field, "is not valid", value=record[field])
        except KeyError as error:
            errors.append(ValidationError(error.args[0], "is missing"))
        except ValidationError as error:
            errors.append(error)
        except Exception as error:
            errors.append(ValidationError(field, f"could not be checked ({type(error).__name__})"))
    return errors


for record in ({"name": "ann", "age": 3, "mail": "a@b"}, {"name": "a1", "age": -1}, {"name": 5, "age": "x", "mail": None}):
    print([str(e) for e in validate(record)] or "valid")
error = validate({"name": "1"})[0]
print(error.field, error.value, isinstance(error, ValueError), error.__class__.__mro__[1].__name__)
raise error from None
