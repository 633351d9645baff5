from sqlalchemy import Column, ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import declarative_base, relationship


class Printable:
    def __repr__(self):
        parts = [f"{c.name}={getattr(self, c.name)!r}" for c in self.__table__.columns]
        return f"{type(self).__name__}({', '.join(parts)})"


metadata = MetaData()
Base = declarative_base(cls=Printable, metadata=metadata, name="Model")
print(Base, Base.metadata is metadata)


class City(Base):
    __tablename__ = "city"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    country_id = Column(Integer, ForeignKey("country.id"))


class Country(Base):
    __tablename__ = "country"
    code = Column("id", String(2), primary_key=True)
    cities = relationship(City, backref="country")


city = City(name="Oslo", country=Country(code="NO"))
print(city, city.country.cities)
