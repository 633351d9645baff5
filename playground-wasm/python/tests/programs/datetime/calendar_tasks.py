from datetime import date, datetime, timedelta


def weeks(start, end):
    day = start
    while day < end:
        yield day, min(day + timedelta(days=6), end)
        day += timedelta(weeks=1)


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


for first, last in weeks(date(2024, 2, 20), date(2024, 3, 8)):
    print(first, last, (last - first).days, f"{first:%a %d %b}")
print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(1990, 1, 1), date(2024, 1, 1)))
events = {datetime(2024, 1, 5, 9, 30): "b", datetime(2024, 1, 5, 8): "a", datetime(2023, 12, 31): "z"}
for moment in sorted(events):
    print(moment.isoformat(sep=" ", timespec="minutes"), events[moment], moment.strftime("%-d/%m/%y %H.%M week %W day %j"))
print(sum((timedelta(hours=h) for h in (1, 2.5)), timedelta()), max(events) - min(events), date(2024, 12, 31).timetuple().tm_yday, date(2024, 3, 10) - timedelta(days=10), [date(2024, m, 1).strftime("%b") for m in (1, 6, 12)])
print(datetime(2024, 1, 1) + timedelta(days=1.5), datetime(2024, 1, 1) == datetime(2024, 1, 1, 0), date(2024, 1, 1) == datetime(2024, 1, 1), {date(2024, 1, 1): 1}[date(2024, 1, 1)], datetime.min, repr(date.resolution))
date(2024, 1, 31).replace(month=2)
