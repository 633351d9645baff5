import json
from collections import Counter
from datetime import date, timedelta

RAW = """
{"orders": [
  {"id": 1, "customer": "ann", "items": [{"sku": "pen", "qty": 3, "price": 1.25}], "day": "2024-01-30"},
  {"id": 2, "customer": "bob", "items": [], "day": "2024-02-01"},
  {"id": 3, "customer": "ann", "items": [{"sku": "pad", "qty": 1, "price": 4}, {"sku": "pen", "qty": 1, "price": 1.2}], "day": "2024-02-03"}
]}
"""


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, set):
            return sorted(value)
        return super().default(value)


orders = json.loads(RAW)["orders"]
totals, skus = Counter(), Counter()
for order in orders:
    order["day"] = date.fromisoformat(order["day"])
    order["total"] = sum(item["qty"] * item["price"] for item in order["items"])
    totals[order["customer"]] += order["total"]
    for item in order["items"]:
        skus[item["sku"]] += item["qty"]
report = {
    "first": min(o["day"] for o in orders),
    "span": (max(o["day"] for o in orders) - min(o["day"] for o in orders)) / timedelta(days=1),
    "totals": dict(totals.most_common()),
    "skus": skus,
    "customers": {o["customer"] for o in orders},
    "empty": [o["id"] for o in orders if not o["items"]],
}
print(json.dumps(report, indent=4, cls=Encoder))
json.dumps({"x": range(3)}, cls=Encoder)
