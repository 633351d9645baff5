from datetime import date, datetime, timedelta, timezone

utc = timezone.utc
paris = timezone(timedelta(hours=2))
dt = datetime(2024, 6, 1, 12, 0, tzinfo=paris)
print(dt, repr(dt), dt.astimezone(utc), dt.utcoffset(), dt.tzname(), dt.tzinfo, repr(paris))
print(dt == datetime(2024, 6, 1, 10, 0, tzinfo=utc), dt.isoformat(), datetime.fromisoformat("2024-06-01T12:00:00+05:30"))
print(timezone(timedelta(hours=-5), "EST"), datetime(2024, 1, 1, tzinfo=utc).timestamp(), datetime.fromtimestamp(0, utc))
print(dt.replace(tzinfo=None), dt.strftime("%z %Z"), date.min, date.max, datetime.max.year, timedelta.max)
dt - datetime(2024, 1, 1)
