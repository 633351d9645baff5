for line in (
    "from sqlalchemy import relationship", "from sqlalchemy.orm import Column", "from sqlalchemy import Interger",
    "from sqlalchemy.orm import relationships", "import sqlalchemy.orms", "from sqlalchemy.ext import associationproxies",
    "from sqlalchemy import declarative_base", "import sqlalchemi", "from sqlalchemy.orm.relationship import relationship",
):
    try:
        exec(line)
    except Exception as error:
        print(type(error).__name__, str(error).split(" (/")[0].split(" (most")[0])
