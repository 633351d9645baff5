def connect(host, port=80, timeout=5):
    return host


connect("a", prot=8080)
