from datetime import timedelta

a = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(a, repr(a), a.days, a.seconds, a.microseconds, a.total_seconds())
print(timedelta(), timedelta(seconds=-1), repr(timedelta(seconds=-1)), timedelta(weeks=2), timedelta(hours=100), timedelta(milliseconds=1500))
print(a * 2, a / 2, a + a, a - timedelta(1), -a, abs(-a), a // timedelta(hours=1), a / timedelta(hours=1), a % timedelta(hours=1))
print(a > timedelta(1), a == timedelta(days=1, seconds=7384.5), bool(timedelta()), sum([a, a], timedelta()), divmod(a, timedelta(hours=5)))
print(timedelta(days=400), timedelta(microseconds=1), timedelta(minutes=90), hash(timedelta(1)) == hash(timedelta(hours=24)))
a + 5
