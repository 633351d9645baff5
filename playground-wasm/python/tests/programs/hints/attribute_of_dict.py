ages = {"ann": 1}
ages.has_key("ann")
