from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Album(Base):
    __tablename__ = "album"
    id = Column(Integer, primary_key=True)
    songs = relationship("Song", back_populates="album")


class Song(Base):
    __tablename__ = "song"
    id = Column(Integer, primary_key=True)
    title = Column(String)
    album_id = Column(ForeignKey("album.id"))
    album = relationship("Album", back_populates="songs")

    def __repr__(self):
        return self.title + ("*" if self.album else "")


a, b, c, d, e = (Song(title=t) for t in "abcde")
album = Album()
album.songs.append(a)
print(album.songs, a)
album.songs.insert(0, b)
print(album.songs)
album.songs.extend((c, d))
print(album.songs)
album.songs.remove(c)
print(album.songs, c)
print(album.songs.pop(), album.songs.pop(0), album.songs, b, d)
album.songs += [e]
print(album.songs)
album.songs[0] = b
print(album.songs, a)
del album.songs[1]
print(album.songs, e)
album.songs.clear()
print(album.songs, b)
album.songs = [a, b, c]
album.songs.reverse()
album.songs.sort(key=lambda song: song.title)
print(album.songs, album.songs.index(b), album.songs.count(c))
print(album.songs + [d], d, album.songs * 2, album.songs.copy())
