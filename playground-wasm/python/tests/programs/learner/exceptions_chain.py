class DatabaseError(Exception):
    def __init__(self, statement, orig):
        super().__init__(statement)
        self.statement, self.orig = statement, orig

    def __str__(self):
        return f"({type(self.orig).__name__}) {self.orig}\n[SQL: {self.statement}]"


def execute(sql):
    try:
        {}["users"]
    except KeyError as e:
        raise DatabaseError(sql, e) from e


try:
    execute("SELECT 1")
except DatabaseError as e:
    print(e, repr(e), e.__cause__, e.orig is e.__cause__, e.args)
try:
    try:
        execute("SELECT 2")
    finally:
        print("cleanup")
except (ValueError, DatabaseError) as e:
    e.add_note("while testing")
    raise
