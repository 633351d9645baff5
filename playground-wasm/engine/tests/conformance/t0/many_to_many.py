from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

enrolment = Table(
    "enrolment",
    Base.metadata,
    Column("student_id", Integer, ForeignKey("student.id"), primary_key=True),
    Column("course_id", Integer, ForeignKey("course.id"), primary_key=True),
)


class Student(Base):
    __tablename__ = "student"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    courses = relationship("Course", secondary=enrolment, back_populates="students")

    def __repr__(self):
        return self.name


class Course(Base):
    __tablename__ = "course"
    id = Column(Integer, primary_key=True)
    title = Column(String)
    students = relationship("Student", secondary=enrolment, back_populates="courses")

    def __repr__(self):
        return self.title


ann, bob = Student(name="ann"), Student(name="bob")
maths, music = Course(title="maths"), Course(title="music")
ann.courses.append(maths)
music.students.extend([ann, bob])
print(ann.courses, bob.courses, maths.students, music.students)
ann.courses.remove(music)
print(ann.courses, music.students)
bob.courses = [maths, music]
print(maths.students, music.students)
maths.students.clear()
print(ann.courses, bob.courses)
