from datetime import date, datetime, time, timedelta, timezone

born = date(1990, 2, 28)
print(born + timedelta(days=1), born.replace(year=1992) + timedelta(days=1), (date(2024, 3, 1) - born).days)
print(born.strftime("%d.%m.%y %A"), f"{datetime(2024, 1, 2, 15, 4):%I:%M %p}", born.isoweekday(), born.toordinal())
start = datetime(2024, 12, 31, 23, 59, 59, 999999)
print(start + timedelta(microseconds=1), start.isoformat(timespec="minutes"), start.date(), start.time())
print(datetime.strptime("03/Feb/2021 04:05:06", "%d/%b/%Y %H:%M:%S"), datetime.fromisoformat("2024-01-02T03:04:05+02:00"))
print(sorted([date(2024, 1, 2), date(2023, 5, 5)]), max(timedelta(1), timedelta(hours=25)), timedelta(hours=25) / timedelta(hours=1))
print(repr(timedelta(days=-1, seconds=5)), str(timedelta(days=-1, seconds=5)), timedelta(1.5), divmod(timedelta(5), timedelta(2)))
utc = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
print(utc, utc.astimezone(timezone(timedelta(hours=-5, minutes=-30))), utc.utcoffset(), utc.tzname(), utc == utc.astimezone(timezone(timedelta(hours=3))))
print(time(1, 2) < time(1, 3), datetime.min, date.max, date(2024, 1, 1).isocalendar()[1])
print(date(2024, 1, 1) < datetime(2024, 1, 1))
