import json

json.dump_s({"a": 1})
