from sqlalchemy.orm import declaritive_base
