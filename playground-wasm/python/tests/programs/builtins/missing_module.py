try:
    import nonexistent_module_xyz
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from nonexistent.package import thing
except ImportError as error:
    print(type(error).__name__, error)
