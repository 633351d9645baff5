import json

samples = [None, True, 0, -1.5, 1e22, "text", "üñí\u2028", "\x00\x1f\"\\/", [], [1, [2, []]], {}, {"a": {"b": []}}, (1, 2), {"1": 1}]
for sample in samples:
    text = json.dumps(sample)
    print(text, json.loads(text) == sample, json.loads(json.dumps(sample, indent=1)) == json.loads(text))
print(json.dumps({2: "int", None: "none", True: "bool", 1.5: "float"}), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent=None))
print(json.loads('{"a": 1, "a": 2}'), json.loads("[1.0, 1, -0, 1E5]"), json.loads('"\\ud83d\\ude00"'), json.loads(' [ ] '), type(json.loads("1.0")).__name__, json.loads("[true]", parse_int=str), json.loads("1.5", parse_float=str))
print(json.dumps("a" * 3 + "\t"), json.dumps([1, 2], separators=(", ", ": ")), json.dumps({"x": [1, {"y": 2}]}, indent="--"))
try:
    json.loads('{"a": \n tru}')
except json.JSONDecodeError as error:
    print(error, error.lineno, error.colno, error.pos, error.msg, isinstance(error, ValueError))
circular = []
circular.append(circular)
json.dumps(circular)
