message = "hello"
message()
