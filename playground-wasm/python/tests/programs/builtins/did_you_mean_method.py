items = []
items.appendd(3)
