TEXT = '''name,qty,price
"Widget, large",3,2.50
"Say ""hi""",1,
plain,x,1
'''


def parse(text):
    rows, row, cell, quoted = [], [], "", False
    i = 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1 : i + 2] == '"':
                cell += c
                i += 1
            elif c == '"':
                quoted = False
            else:
                cell += c
        elif c == '"':
            quoted = True
        elif c == ",":
            row.append(cell)
            cell = ""
        elif c == "\n":
            rows.append(row + [cell])
            row, cell = [], ""
        else:
            cell += c
        i += 1
    return rows


header, *rows = parse(TEXT)
records = [dict(zip(header, row)) for row in rows]
print(records)
total = 0
for line, record in enumerate(records, start=2):
    try:
        total += int(record["qty"]) * float(record["price"] or 0)
    except ValueError as error:
        print(f"line {line}: {error}")
print(f"{total:.2f}", [r["name"] for r in sorted(records, key=lambda r: r["name"].lower())])
widths = {key: max(len(key), *(len(r[key]) for r in records)) for key in header}
for record in [dict(zip(header, header)), *records]:
    print(" | ".join(f"{record[key]:<{width}}" for key, width in widths.items()).rstrip())
records[0]["colour"]
