//! Interned names that the machine looks up itself.

use std::rc::Rc;

use crate::object::Str;

macro_rules! names {
    ($($name:ident),* $(,)?) => {
        /// One field for each name, called as the name is.
        #[expect(missing_docs, reason = "each field is the name it is called")]
        pub struct Names { $(pub $name: Rc<Str>),* }

        impl Names {
            /// Interns them all.
            pub(crate) fn new(intern: &mut impl FnMut(&str) -> Rc<Str>) -> Names {
                Names { $($name: intern(stringify!($name))),* }
            }
        }
    };
}

names! {
    __abs__, __abstractmethods__, __add__, __and__, __annotations__, __bases__, __bool__, __builtins__,
    __bytes__, __call__, __cause__, __ceil__, __class__, __class_getitem__, __classcell__, __closure__,
    __code__, __complex__, __contains__, __context__, __copy__, __deepcopy__, __defaults__, __del__,
    __delattr__, __delete__, __delitem__, __dict__, __dir__, __divmod__, __doc__, __enter__, __eq__, __exit__,
    __file__, __float__, __floor__, __floordiv__, __format__, __func__, __ge__, __get__, __getattr__,
    __getattribute__, __getitem__, __globals__, __gt__, __hash__, __iadd__, __iand__, __ifloordiv__,
    __ilshift__, __imatmul__, __imod__, __imul__, __index__, __init__, __init_subclass__, __instancecheck__,
    __int__, __invert__, __ior__, __ipow__, __irshift__, __isub__, __iter__, __itruediv__, __ixor__,
    __kwdefaults__, __le__, __len__, __length_hint__, __lshift__, __lt__, __main__, __match_args__,
    __matmul__, __missing__, __mod__, __module__, __mro__, __mro_entries__, __mul__, __name__, __ne__,
    __neg__, __new__, __next__, __notes__, __or__, __orig_bases__, __origin__, __args__, __pos__, __pow__,
    __prepare__, __qualname__, __radd__, __rand__, __rdivmod__, __reduce__, __repr__, __reversed__,
    __rfloordiv__, __rlshift__, __rmatmul__, __rmod__, __rmul__, __ror__, __round__, __rpow__, __rrshift__,
    __rshift__, __rsub__, __rtruediv__, __rxor__, __self__, __set__, __set_name__, __setattr__, __setitem__,
    __slots__, __str__, __sub__, __subclasscheck__, __subclasses__, __suppress_context__, __traceback__,
    __truediv__, __trunc__, __type_params__, __weakref__, __wrapped__, __xor__, __all__, __path__,
    append, args, builtins, clear, close, code, copy, extend, fdel, fget, fset, get, items, key, keys, msg,
    name, obj, path, pop, print, send, throw, update, value, values,
}
