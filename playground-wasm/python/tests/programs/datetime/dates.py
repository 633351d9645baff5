from datetime import date, datetime, time, timedelta

d = date(2024, 2, 28)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isoformat(), d.isocalendar())
print(d + timedelta(days=2), d - timedelta(weeks=1), date(2024, 3, 1) - d, d < date(2025, 1, 1), d.replace(day=1))
print(d.strftime("%d/%m/%Y %A %B %j %a %b %y"), d.toordinal(), date.fromordinal(738000), date.fromisoformat("2020-12-31"), d.timetuple()[:3])
dt = datetime(2024, 5, 6, 7, 8, 9, 123456)
print(dt, repr(dt), dt.date(), dt.time(), dt.isoformat(), dt.isoformat(" ", "minutes"), dt.hour, dt.microsecond)
print(dt.strftime("%H:%M:%S.%f %p %I"), dt + timedelta(hours=20, minutes=5), dt - datetime(2024, 1, 1), dt.replace(year=2000, microsecond=0))
print(datetime.strptime("03 Apr 2021 14:05", "%d %b %Y %H:%M"), datetime.fromisoformat("2021-01-02T03:04:05"), datetime.combine(d, time(1, 2)))
t = time(14, 30)
print(t, repr(t), t.isoformat(), t.strftime("%I:%M %p"), t < time(15), time(1, 2, 3, 4), time.fromisoformat("04:05"))
for bad in ("date(2023, 2, 29)", "date(2024, 13, 1)", "datetime(2024, 1, 1, 25)", "date('x')", "d + 1", "d < dt", "date.fromisoformat('x')", "datetime.strptime('x', '%Y')", "d - 5"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
