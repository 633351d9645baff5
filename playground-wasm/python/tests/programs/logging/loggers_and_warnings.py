import logging, warnings, sys
logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s", stream=sys.stdout)
log = logging.getLogger("app.db")
log.info("hello %s", "x"); log.debug("no"); log.warning("w %d %s", 1, 2)
logging.getLogger("app").setLevel(logging.ERROR)
log.info("hidden"); log.error("err")
try: 1 / 0
except ZeroDivisionError: log.exception("boom")
print(log.level, log.getEffectiveLevel(), log.parent, log.name, logging.getLevelName(20), log.isEnabledFor(10))
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("[%(levelname)-8s] %(message)s")); log.addHandler(h); log.propagate = False
log.critical("c"); log.log(40, "l")
class H(logging.Handler):
    def emit(self, r): print("H", r.getMessage(), r.levelname, r.args, self.format(r))
log.handlers.clear(); log.addHandler(H()); log.error("e %s", 1); log.error("bad %d", "x") if 0 else None
logging.disable(logging.CRITICAL); log.error("no"); logging.disable(logging.NOTSET)
log.addFilter(lambda r: "x" in r.msg); log.error("x1"); log.error("y")
print(logging.root, logging.getLogger().handlers, h)
def w():
    warnings.warn("old", DeprecationWarning, stacklevel=2)
with warnings.catch_warnings(record=True) as c:
    warnings.simplefilter("always"); w(); warnings.warn("u")
    print(len(c), c[0].category, c[0].message, c[0].lineno, str(c[1].message))
warnings.warn("shown"); warnings.warn("shown2", FutureWarning)
for i in range(2): warnings.warn("once per place")
warnings.filterwarnings("ignore", message="ign.*"); warnings.warn("ignored")
warnings.simplefilter("error")
try: warnings.warn("err")
except UserWarning as e: print(repr(e))
