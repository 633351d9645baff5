class Document:
    def __init__(self):
        self.lines, self._undo, self._redo, self.watchers = [], [], [], []

    def _do(self, action, inverse, remember=True):
        action()
        if remember:
            self._undo.append((action, inverse))
            self._redo.clear()
        for watcher in self.watchers:
            watcher(self)

    def insert(self, at, text):
        self._do(lambda: self.lines.insert(at, text), lambda: self.lines.pop(at))

    def remove(self, at):
        text = self.lines[at]
        self._do(lambda: self.lines.pop(at), lambda: self.lines.insert(at, text))

    def undo(self):
        action, inverse = self._undo.pop()
        self._redo.append((action, inverse))
        self._do(inverse, action, remember=False)

    def redo(self):
        action, inverse = self._redo.pop()
        self._undo.append((action, inverse))
        self._do(action, inverse, remember=False)


doc = Document()
doc.watchers.append(lambda d: print(len(d.lines), d.lines))
doc.insert(0, "one")
doc.insert(1, "two")
doc.insert(1, "between")
doc.remove(0)
doc.undo()
doc.undo()
doc.redo()
print(len(doc._undo), len(doc._redo))
doc.undo(), doc.undo(), doc.undo()
doc.undo()
