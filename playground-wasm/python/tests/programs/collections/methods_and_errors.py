def t(s):
    try: print(s, "->", repr(eval(s)))
    except Exception as e: print(s, "->", type(e).__name__, e)
from collections import *
import collections.abc
P = namedtuple("P", "x y", defaults=[5]); p = P(1)
O = OrderedDict(a=1, b=2); C = Counter("abracadabra"); D = deque([1,2,3], maxlen=3); M = ChainMap({"a":1},{"a":2,"b":3}); DD = defaultdict(list)
for s in ["p","P(1,2)","p.x","p[1]","p._asdict()","p._replace(x=9)","P._fields","P._field_defaults","P._make([1,2])","P()","P(1,2,3)","P(z=1)","p.x.foo","x if 0 else tuple(p)","p == (1,5)","p + (1,)","hash(p)==hash((1,5))","P.__doc__","namedtuple('Q','a a')","namedtuple('Q','class')","namedtuple('Q','_a')","namedtuple('Q','a def',rename=True)._fields","namedtuple('1Q','a')","p._replace(z=1)","setattr(p,'x',1)","O","O.popitem()","O.popitem(last=False)","O","OrderedDict([(1,2),(3,4)])","OrderedDict(a=1)==OrderedDict(a=1)","OrderedDict([(1,1),(2,2)])==OrderedDict([(2,2),(1,1)])","OrderedDict([(1,1),(2,2)])=={2:2,1:1}","C","C.most_common(2)","C['z']","C.total()","Counter(a=1)+Counter(a=2,b=-1)","Counter(a=3)-Counter(a=1)","Counter(a=3)&Counter(a=1)","Counter(a=3)|Counter(b=1)","C.subtract('aaa')","C","list(Counter(a=2).elements())","C.update('zz')","C","+Counter(a=-1)","Counter([1,1,2])","Counter({'a':1}) == Counter(a=1,b=0)","Counter.fromkeys('a')","D","D.append(4)","D","D.appendleft(0)","D","D.rotate(1)","D","D.pop()","D.popleft()","D","D.extend([7,8,9])","D","D[0]","D[10]","D.index(8)","D.count(8)","D.remove(100)","D.insert(0,1)","deque([1])+deque([2])","deque([1])*2","deque('abc')==deque('abc')","deque([1,2])<deque([1,3])","list(reversed(D))","D.maxlen","deque().pop()","deque(maxlen=-1)","D[0:1]","D.copy()","D.clear()","D","bool(D)","M","M['a']","M['b']","M['z']","M.maps","M.new_child({'c':1})","dict(M)","list(M)","len(M)","M.parents","M.get('z',1)","DD['x'].append(1)","DD","DD['y']","dict(DD)","DD.default_factory","defaultdict(int)","defaultdict(None)['a']","defaultdict(5)","defaultdict(lambda: 0)['a']","defaultdict(list, {'a':1})","UserDict(a=1)","UserList([1,2])","UserString('abc')","UserDict(a=1)['b']","collections.abc.Mapping","isinstance({}, collections.abc.Mapping)","isinstance([], collections.abc.Sequence)","isinstance(1, collections.abc.Hashable)","isinstance([], collections.abc.Hashable)","isinstance((x for x in []), collections.abc.Generator)","isinstance('a', collections.abc.Iterable)","issubclass(dict, collections.abc.MutableMapping)","isinstance(len, collections.abc.Callable)","isinstance(set(), collections.abc.Set)","{1:2}|{3:4}","{'a':1,'b':2}.items()","{'a':1}.keys()|{'b'}","{'a':1}.keys()&{'a'}","{'a':1}.items()-{('a',1)}","{1:1}.keys()=={1}","{'a':1}.values()","dict(a=1).pop('z')","dict(a=1).pop('z',2)","{}.popitem()","{'a':1}['b']","{}[[]]","{[]:1}","dict.fromkeys([1,2],0)","{'a':1}.setdefault('b',2)","{1:2}=={1:2.0}","{1:2}<{1:3}","list({1:2,3:4})","{1,2}|{3}","{1,2}-{2}","{1,2}^{2,3}","{1,2}<={1,2,3}","{1}.issubset([1,2])","{1}.isdisjoint({2})","{1}.union([2],[3])","{1}.add(2)","{1}.remove(5)","{1}.discard(5)","set().pop()","{1}|[2]","{[]}","frozenset([1])","frozenset([1]).add(1)","{frozenset([1])}","sorted({3,1,2})","{1,2}=={2,1}","{1}>{1}","len({1,1.0,True})","{True:'a',1:'b'}","[1,2,3].index(5)","[1,2].remove(5)","[].pop()","[1].pop(5)","[1,2,3][5]","[1,2,3]['a']","[1,2,3][1:]","[1,2,3][::-1]","[1,2,3][::0]","[1]+(1,)","[1]*'a'","[1]*2","[[1]*2]*2","[1,2]<[1,3]","[1]<['a']","[1,[2]]==[1,[2]]","[3,1,2].sort()","sorted([3,'a'])","[1,2].count(1)","[1].extend(5)","[1].insert(0,0)","list('abc').reverse()","[1,2,3].copy()","[x for x in 'ab' for y in range(2)]","[*range(3)]","(1,)","()","(1,2)+(3,)","(1,2)[5]","(1,2).index(5)","(1,2)*2","(1,2)<(1,2,3)","(1,'a')==(1,'a')","[1,2,3].__contains__(1)","range(3)[5]","range(3)[::-1]","list(range(5,0,-2))","range(0)","range(1,2,0)","range(3)==range(0,3,1)","3 in range(5)","len(range(10**10))","range(5).index(7)","slice(1,2).indices(10)","slice(None)","[1,2,3,4][slice(1,3)]","enumerate([1])","zip()","map(str,[])","iter([])","iter({})","iter('a')","iter(())","iter(range(1))","iter(set())","{}.keys()","reversed([])","(x for x in [])","[i:=1,i]","{**{'a':1},'b':2}","[*{1:2}]","{k:v for k,v in zip('ab',[1,2])}","{x%2 for x in range(5)}","sum(x for x in range(4))","list(filter(lambda x:x>1,[1,2,3]))","any(x>2 for x in [1,2])","[] is []","[1,2,3]==(1,2,3)","dict(zip('ab',range(2)))","min({3:1,2:2})","max([1,5],[2,3])","max('a','b',key=ord)","[].sort(1)","[].sort(key=1)","[2,1].sort(key=5)","del_ if False else 1"]:
    t(s)
l = list(range(10)); l[2:5] = ["a"]; print(l); del l[::2]; print(l); l[1:1] = [7, 8]; print(l)
try: l[::2] = [1]
except ValueError as e: print(e)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10)
    if len(l) > 6: break
print(l)
a = [1]; a.append(a); print(a); d = {}; d["d"] = d; print(d)
