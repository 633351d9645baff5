from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, configure_mappers, mapped_column, reconstructor, relationship


class Base(DeclarativeBase):
    pass


@event.listens_for(Mapper, "before_configured")
def before():
    print("before_configured")


@event.listens_for(Mapper, "after_configured")
def after():
    print("after_configured")


@event.listens_for(Mapper, "mapper_configured")
def one(mapper, cls):
    print("mapper_configured", mapper, cls.__name__)


@event.listens_for(Base, "instrument_class", propagate=True)
def instrumented(mapper, cls):
    print("instrument_class", cls.__name__, mapper.local_table)


@event.listens_for(Base, "init", propagate=True)
def init(target, args, kwargs):
    print("init", type(target).__name__, args, kwargs)
    kwargs.setdefault("size", 3)


@event.listens_for(Base, "attribute_instrument", propagate=True)
def attribute(cls, key, inst):
    print("attribute", cls.__name__, key, inst)


class Box(Base):
    __tablename__ = "box"
    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[int]
    items: Mapped[list["Item"]] = relationship(back_populates="box")

    @reconstructor
    def loaded(self):
        print("loaded")


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[int]
    box_id: Mapped[int] = mapped_column(ForeignKey("box.id"))
    box: Mapped[Box] = relationship(back_populates="items")


print("classes made")
configure_mappers()
configure_mappers()
box = Box(id=1)
item = Item(box=box, size=9)
print(box.size, item.size)


class Late(Base):
    __tablename__ = "late"
    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[int]


configure_mappers()
Late()
try:
    Late(colour="red")
except TypeError as error:
    print(error)
