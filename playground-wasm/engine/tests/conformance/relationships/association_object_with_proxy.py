from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy


class Student(Base):
    __tablename__ = "student"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    marks: Mapped[list["Mark"]] = relationship(back_populates="student", cascade="all, delete-orphan")
    courses: AssociationProxy[list["Course"]] = association_proxy("marks", "course", creator=lambda c: Mark(course=c))


class Mark(Base):
    __tablename__ = "mark"
    student_id: Mapped[int] = mapped_column(ForeignKey("student.id"), primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), primary_key=True)
    value: Mapped[int | None]
    student: Mapped["Student"] = relationship(back_populates="marks")
    course: Mapped["Course"] = relationship(back_populates="marks")


class Course(Base):
    __tablename__ = "course"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str | None]
    marks: Mapped[list[Mark]] = relationship(back_populates="course")
    students: AssociationProxy[list[Student]] = association_proxy("marks", "student")

    def __repr__(self):
        return f"Course({self.title})"


ada, maths, art = Student(name="ada"), Course(title="maths"), Course(title="art")
ada.courses.append(maths)
ada.courses.extend([art])
print(ada.courses, [mark.student is ada for mark in maths.marks], len(art.students))
print(ada.courses[0], ada.courses[-1:], len(ada.courses), maths in ada.courses, ada.courses == [maths, art])
ada.courses.remove(maths)
print(ada.courses, maths.marks, len(ada.marks))
ada.courses[0] = maths
print(ada.courses, art.marks)
ada.courses = [art, maths]
print(ada.courses, len(ada.marks), ada.marks[0].value)
ada.courses.insert(0, Course(title="x"))
print(ada.courses, ada.courses.pop(), ada.courses.count(art))
del ada.courses[0]
print(ada.courses, ada.courses.copy(), [*ada.courses], ada.courses + [1], ada.courses * 2)
ada.courses.clear()
print(ada.courses, bool(ada.courses), ada.marks)
try:
    maths.students.append(ada)
except Exception as error:
    print(type(error).__name__, error)
try:
    ada.courses.append("art")
except Exception as error:
    print(type(error).__name__, error)
