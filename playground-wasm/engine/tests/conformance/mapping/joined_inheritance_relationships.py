from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Animal(Base):
    __tablename__ = "animal"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    zoo_id: Mapped[int | None] = mapped_column(ForeignKey("zoo.id"))
    zoo: Mapped["Zoo | None"] = relationship(back_populates="animals")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "animal", "polymorphic_abstract": False}


class Dog(Animal):
    __tablename__ = "dog"
    id: Mapped[int] = mapped_column(ForeignKey("animal.id"), primary_key=True)
    bones: Mapped[list["Bone"]] = relationship(back_populates="dog")
    __mapper_args__ = {"polymorphic_identity": "dog"}


class Puppy(Dog):
    __tablename__ = "puppy"
    id: Mapped[int] = mapped_column(ForeignKey("dog.id"), primary_key=True)
    weeks: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "puppy"}


class Bone(Base):
    __tablename__ = "bone"
    id: Mapped[int] = mapped_column(primary_key=True)
    dog_id: Mapped[int | None] = mapped_column(ForeignKey("dog.id"))
    dog: Mapped["Dog | None"] = relationship(back_populates="bones")


class Zoo(Base):
    __tablename__ = "zoo"
    id: Mapped[int] = mapped_column(primary_key=True)
    animals: Mapped[list[Animal]] = relationship(back_populates="zoo")


zoo, puppy = Zoo(), Puppy(weeks=3)
zoo.animals.append(puppy)
bone = Bone(dog=puppy)
print(puppy.kind, puppy.zoo is zoo, puppy.bones == [bone])
mapper = Puppy.__mapper__
print(mapper, mapper.inherits, mapper.local_table, [str(table) for table in mapper.tables])
print(mapper.primary_key)
print(Puppy.id.property.columns)
print(Dog.__mapper__.inherit_condition, mapper.polymorphic_on)
print([str(column) for column in mapper.relationships.bones.remote_side], mapper.relationships.keys())
print(Bone.dog.property.mapper.class_.__name__, Bone.dog.property.primaryjoin)
