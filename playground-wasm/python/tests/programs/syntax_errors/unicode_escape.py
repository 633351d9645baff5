x = "C:\new\users\u12"
