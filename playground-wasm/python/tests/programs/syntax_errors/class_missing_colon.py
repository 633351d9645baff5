class Parent(Base)
    x = 1
