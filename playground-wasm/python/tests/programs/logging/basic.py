import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("shop.orders")
log.debug("hidden")
log.info("order %d of %s", 3, "ann")
log.warning("low stock")
log.error("failed: %r", {"id": 1})
logging.getLogger("shop").setLevel(logging.ERROR)
log.info("now hidden")
log.error("still shown")
print(log.name, log.parent.name, log.isEnabledFor(logging.INFO), logging.getLevelName(30), log.level, log.getEffectiveLevel())
try:
    1 / 0
except ZeroDivisionError:
    log.exception("while dividing")
