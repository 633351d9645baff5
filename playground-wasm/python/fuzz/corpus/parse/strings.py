x = "\ud800" "\N{DIGIT ONE}" f"{x!r:{y}" b"é"
