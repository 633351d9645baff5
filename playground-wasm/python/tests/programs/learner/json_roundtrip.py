import json
from datetime import date


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return {"$date": o.isoformat()}
        return super().default(o)


def hook(d):
    return date.fromisoformat(d["$date"]) if "$date" in d else d


data = {"id": 1, "tags": ["a", "é"], "born": date(2000, 1, 2), "none": None, "f": 1.0, "nested": {"k": [True, False]}}
text = json.dumps(data, cls=Encoder, indent=2, sort_keys=True)
print(text)
print(json.loads(text, object_hook=hook) == data, json.dumps([1, 2], indent=None, separators=(", ", ":")))
for bad in ('{"a": 1,}', "[1 2]", "{'a': 1}", '"\n"', "[1", "nul", '{"a" 1}', ""):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(repr(bad), e, e.pos, e.lineno, e.colno)
json.dumps({"x": {1, 2}})
