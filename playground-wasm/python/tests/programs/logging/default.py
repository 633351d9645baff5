import logging

logging.info("not shown")
logging.warning("shown: %s", 5)
logging.getLogger("a.b").error("an error")
logging.getLogger("a.b").info("no")
