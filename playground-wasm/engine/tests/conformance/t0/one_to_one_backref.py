from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import backref, declarative_base, relationship

Base = declarative_base()


class Country(Base):
    __tablename__ = "country"
    id = Column(Integer, primary_key=True)


class Capital(Base):
    __tablename__ = "capital"
    id = Column(Integer, primary_key=True)
    country_id = Column(Integer, ForeignKey("country.id"))
    country = relationship(Country, backref=backref("capital", uselist=False))


france = Country()
paris = Capital(country=france)
print(france.capital is paris)
lyon = Capital()
france.capital = lyon
print(paris.country, lyon.country is france)
lyon.country = None
print(france.capital)
