#!/usr/bin/env python3
"""An independent opinion on working days: which days are off, and when n working days end.

Usage: working_days.py OUTPUT.tsv SEED

Days off come from the package `holidays` (PyPI), clock changes from the system's time zone database; neither knows our code.
Lines of the file, tab-separated:
  off   DAY                                              a day of the legal list, 2020-2040
  due   RECEIVED_MS  SHIFT  N  DAY  DUE_MS  REMAINING    n working days after a receipt end on DAY at 17:00 (DUE_MS);
                                                         REMAINING working days lie between the day of receipt and DAY
"""
import random
import sys
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import holidays

YEARS = range(2020, 2041)
ZONE = ZoneInfo("Europe/Amsterdam")
OPENS, CLOSES = time(9), time(17)
DAY = timedelta(days=1)


def legal_days_off():
    every = holidays.country_holidays("NL", years=YEARS, categories=("public", "optional"), language="nl")
    sundays = {day for name in ("Eerste paasdag", "Eerste Pinksterdag") for day in every.get_named(name, lookup="icontains")}
    assert len(sundays) == 2 * len(YEARS), "the package names the first days of Easter and Whitsun otherwise"
    return {day for day in every if day not in sundays}


def is_worked(day, off):
    return day.weekday() < 5 and day not in off


def due_day(received, shift, count, off):
    """The day on which `count` working days after a receipt (local time) end."""
    day = received.date()
    if shift and (not is_worked(day, off) or received.time() >= CLOSES):
        day += DAY
        while not is_worked(day, off):
            day += DAY
    while count > 0:
        day += DAY
        count -= is_worked(day, off)
    return day


def some_moment(chance, off):
    """A moment of 2020-2040: anywhere, near a day off or a clock change, or close to opening, closing or midnight."""
    kind = chance.randrange(4)
    day = date(2020, 1, 1) + timedelta(days=chance.randrange((date(2040, 9, 1) - date(2020, 1, 1)).days))
    if kind == 1:
        day = chance.choice([d for d in off if d < date(2040, 9, 1)]) + timedelta(days=chance.randint(-4, 2))
    elif kind == 2:
        day = last_sunday(chance.choice(YEARS[:-1]), chance.choice((3, 10))) + timedelta(days=chance.randint(-1, 1))
    local = datetime.combine(day, time(0), tzinfo=ZONE)
    if kind == 3:
        edge = chance.choice((time(0), time(2), time(3), OPENS, CLOSES))
        return datetime.combine(day, edge, tzinfo=ZONE).timestamp() * 1000 + chance.choice((-1000, -1, 0, 1, 1000))
    return local.timestamp() * 1000 + chance.randrange(86_400_000)


def last_sunday(year, month):
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


def main(path, seed):
    chance = random.Random(seed)
    off = legal_days_off()
    ordered = sorted(off)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for day in ordered:
            print("off", day, sep="\t", file=out)
        for _ in range(10_000):
            instant = int(some_moment(chance, ordered))
            received = datetime.fromtimestamp(instant // 1000, tz=timezone.utc).astimezone(ZONE)
            count = chance.choice((1, 2, 2, 2, 3, 5, 10, chance.randint(1, 60)))
            for shift in (0, 1):
                day = due_day(received, shift, count, off)
                due = int(datetime.combine(day, CLOSES, tzinfo=ZONE).timestamp()) * 1000
                walked = (received.date() + DAY * i for i in range(1, (day - received.date()).days + 1))
                remaining = sum(is_worked(d, off) for d in walked)
                print("due", instant, shift, count, day, due, remaining, sep="\t", file=out)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
