class Parent:
    def __init__(self):
        self.children = []
        self._private = 1


p = Parent()
for text in ("p.childern", "p.Children", "p._privat", "p.append(1)", "Parent.children", "p.children.appendd(1)", "print(childre)", "p.children[0].x", "None.x", "prnt(1)", "p()", "p[0]", "p.x = p.y", "len(p)", "for i in p: pass", "p + 1", "p < p", "-p", "with p: pass", "'a'.uper()", "import datetimee", "p.children.add"):
    try:
        exec(text)
    except Exception as e:
        print(f"{text:<25} {type(e).__name__}: {e}")
p.childen.append(Parent())
