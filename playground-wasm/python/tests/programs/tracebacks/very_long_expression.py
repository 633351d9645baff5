numbers = {"alpha": 1, "beta": 2, "gamma": 0}
result = (numbers["alpha"] * numbers["beta"] * 100 + numbers["alpha"] * 200 + numbers["beta"] * 300) / numbers["gamma"] + numbers["delta"]
