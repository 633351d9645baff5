from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Train(Base):
    __tablename__ = "train"
    id = Column(Integer, primary_key=True)
    cars = relationship("Car", backref="train")


class Car(Base):
    __tablename__ = "car"
    id = Column(Integer, primary_key=True)
    label = Column(String)
    train_id = Column(ForeignKey("train.id"))

    def __repr__(self):
        return self.label + ("+" if self.train else "-")


train = Train(cars=[Car(label=c) for c in "abcdef"])
cars = list(train.cars)
print(train.cars[1:3], type(train.cars[1:3]).__name__)
del train.cars[1:3]
print(train.cars, cars)
train.cars[1:2] = [cars[1], cars[2]]
print(train.cars, cars)
train.cars[::2] = [cars[3], cars[3]] if len(train.cars[::2]) == 2 else train.cars[::2]
print(train.cars, cars)
try:
    train.cars[::2] = [cars[0]]
except ValueError as error:
    print("ValueError:", error)
train.cars[:] = []
print(train.cars, cars)
train.cars[5:] = cars[:2]
print(train.cars)
del train.cars[::2]
print(train.cars, cars[:2])
