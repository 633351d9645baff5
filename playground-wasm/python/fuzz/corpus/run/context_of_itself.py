e = ValueError()
e.__context__ = e
raise e
