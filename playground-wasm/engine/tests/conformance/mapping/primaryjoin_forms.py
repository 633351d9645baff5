from sqlalchemy import ForeignKey, String, and_, cast
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, foreign, mapped_column, relationship, remote


class Base(DeclarativeBase):
    pass


class Host(Base):
    __tablename__ = "host"
    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column()
    path: Mapped[str] = mapped_column()
    peers: Mapped[list["Host"]] = relationship(
        primaryjoin=remote(address) == cast(foreign(path), String), viewonly=True
    )
    ports: Mapped[list["Port"]] = relationship(
        primaryjoin=lambda: and_(Host.id == foreign(Port.host), Port.number > 1024), overlaps="low"
    )
    low: Mapped[list["Port"]] = relationship(
        primaryjoin="and_(Host.id == foreign(Port.host), Port.number <= 1024)", overlaps="ports"
    )


class Port(Base):
    __tablename__ = "port"
    id: Mapped[int] = mapped_column(primary_key=True)
    host: Mapped[int]
    number: Mapped[int]


configure_mappers()
for key in ("peers", "ports", "low"):
    prop = getattr(Host, key).property
    print(key, prop.direction.name, prop.primaryjoin, sorted(str(c) for c in prop.remote_side), prop.uselist)
host = Host(ports=[Port(number=8080)], low=[Port(number=80)])
print([p.number for p in host.ports + host.low], host.peers)
