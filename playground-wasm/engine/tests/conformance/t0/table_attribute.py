from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Artist(Base):
    __table__ = Table(
        "artist", Base.metadata, Column("id", Integer, primary_key=True), Column("name", String)
    )
    songs = relationship("Song", back_populates="artist")


class Song(Base):
    __table__ = Table(
        "song",
        Base.metadata,
        Column("id", Integer, primary_key=True),
        Column("artist_id", ForeignKey("artist.id")),
    )
    artist = relationship("Artist", back_populates="songs")


artist = Artist(name="Nina", songs=[Song(), Song()])
print(artist.name, len(artist.songs), artist.songs[1].artist is artist)
print(Artist.name, Song.artist_id, Song.__table__.c.keys())
