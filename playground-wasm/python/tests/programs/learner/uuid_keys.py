import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.version, u.variant, u.urn, u.bytes[:2], u == uuid.UUID(int=u.int))
new = uuid.uuid4()
print(type(new), new.version, len(str(new)), new != uuid.uuid4(), {u: 1}[uuid.UUID(hex=u.hex)], sorted([u, uuid.UUID(int=1)])[0])
try:
    uuid.UUID("nope")
except ValueError as e:
    print(e)
u.int = 5
