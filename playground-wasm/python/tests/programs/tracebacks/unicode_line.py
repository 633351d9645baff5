greeting = {"jp": "日本語", "fr": "déjà vu"}
print("é", greeting["fr"], "naïve" + greeting["jp"] * greeting["missing"])
