from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customer"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    billing_address_id = Column(Integer, ForeignKey("address.id"))
    shipping_address_id = Column(Integer, ForeignKey("address.id"))
    billing_address = relationship("Address", foreign_keys="[Customer.billing_address_id]")
    shipping_address = relationship("Address", foreign_keys=[shipping_address_id])


class Address(Base):
    __tablename__ = "address"
    id = Column(Integer, primary_key=True)
    street = Column(String)


home, work = Address(street="home"), Address(street="work")
ann = Customer(name="ann", billing_address=home)
print(ann.billing_address.street, ann.shipping_address)
ann.shipping_address = work
print(ann.shipping_address.street)
print(Customer.billing_address.property.local_columns)
