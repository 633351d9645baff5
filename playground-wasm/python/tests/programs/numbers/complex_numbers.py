z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), z * 2, z + 1, z * z, z / 2, -z, z**2, z == 3 + 4j, complex("1+2j"), complex(1.5), 1j * 1j, repr(-1j), 0j, complex(0, -0.0), bool(0j))
print(isinstance(z, complex), type(z).__name__, hash(2 + 0j) == hash(2), z != 3, sum([1j, 2]), f"{z:.1f}", str(z))
z < 1
