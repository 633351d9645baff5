flags = 0
READ, WRITE, RUN = 1, 2, 4
flags |= READ | RUN
print(bin(flags), bool(flags & READ), bool(flags & WRITE), flags ^ RUN, flags & ~READ, flags << 2, flags >> 1)
print([n for n in range(20) if n & (n - 1) == 0], bin(-5), ~0, -1 >> 10, 5 & -5, 0b1010 ^ 0b0110, f"{10:08b}", int("1010", 2), (13).bit_count(), 1 << 40)
print([f"{i:03b}" for i in range(4)], sum(1 << i for i in (0, 3)), [bin(10)[2:].zfill(8)[i] for i in range(8)], -8 >> 1, -8 // 2, 3 & 5 | 2 ^ 7)
1.5 & 1
