def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)

class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"V({self.x})"
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return V(o - self.x)
    def __mul__(self, o): return V(self.x * o)
    def __rmul__(self, o): return ("rmul", o)
    def __matmul__(self, o): return "matmul"
    def __truediv__(self, o): return "truediv"
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __divmod__(self, o): return "divmod"
    def __rdivmod__(self, o): return "rdivmod"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o, m=None): return ("rpow", o, m)
    def __lshift__(self, o): return "lshift"
    def __rshift__(self, o): return "rshift"
    def __and__(self, o): return "and"
    def __xor__(self, o): return "xor"
    def __or__(self, o): return "or"
    def __ror__(self, o): return "ror"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __abs__(self): return "abs"
    def __invert__(self): return "inv"
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __index__(self): return 3
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __bool__(self): return False
    def __len__(self): return 7
    def __iadd__(self, o): self.x += 100; return self
    def __lt__(self, o): return "lt"
    def __le__(self, o): return "le"
    def __gt__(self, o): return "gt"
    def __ge__(self, o): return "ge"
    def __eq__(self, o): return "eq"
    def __ne__(self, o): return "ne"
    def __hash__(self): return 5
    def __contains__(self, o): return 1
    def __reversed__(self): return iter("rev")
    def __length_hint__(self): return 3
    def __format__(self, s): return f"<{s}>"
    def __bytes__(self): return b"by"
    def __str__(self): return "str!"
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 11
v = V(1)
import math
for e in ["v+1","1+v","v-1","1-v","v*2","2*v","v@1","1@v","v/1","v//1","v%1","divmod(v,1)","divmod(1,v)","v**2","2**v","pow(v,2,3)","v<<1","v>>1","v&1","v^1","v|1","1|v","-v","+v","abs(v)","~v","int(v)","float(v)","[1,2,3,4][v]","hex(v)","bin(v)","oct(v)","round(v)","round(v,2)","math.trunc(v)","math.floor(v)","math.ceil(v)","bool(v)","len(v)","v<1","v<=1","v>1","v>=1","v==1","v!=1","1<v","1==v","hash(v)","5 in v","list(reversed(v))","format(v,'x')","f'{v:>5}'","f'{v!r:>8}'","'%s %r' % (v,v)","bytes(v)","str(v)","dir(v)","not v","v and 1","range(v)","'abc'*v", "[0]*v", "chr(v)", "math.sqrt(v)", "slice(v,v)", "'{:d}'.format(v)", "'%d' % v", "'%f' % v","sum([v,v],V(0))","{v:1}[v]","1<<v","v<v", "v.__class__.__name__"]:
    try: print(e, '->', eval(e))
    except Exception as x: print(e, '->', type(x).__name__, x)
w = v
w += 5
print(w is v, v.x)
