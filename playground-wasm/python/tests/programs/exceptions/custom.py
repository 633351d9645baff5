class AppError(Exception):
    """Base of all."""


class NotFound(AppError):
    def __init__(self, what, where="here"):
        super().__init__(f"{what} not found {where}")
        self.what = what


class Coded(AppError):
    code = 7

    def __str__(self):
        return f"code {self.code}: {self.args}"


for error in (AppError("a", 1), NotFound("key"), Coded("x", 2), AppError()):
    try:
        raise error
    except AppError as caught:
        print(type(caught).__name__, "|", caught, "|", repr(caught), "|", caught.args)
try:
    raise NotFound
except TypeError as error:
    print(error)
print(issubclass(NotFound, Exception), NotFound.__mro__[1:4])
raise NotFound("cup", "in the cupboard")
