from collections import defaultdcit
