#!/usr/bin/env python3
"""An independent opinion on promises: terms of every kind, with clocks that stood still, extensions and other calendars.

Usage: terms.py OUTPUT.tsv SEED [CASES]

Days off come from the package `holidays` (PyPI), clock changes from the system's time zone database, the rest is counted day by day here.
Lines of the file, tab-separated:
  calendar  ID  CLOSES_MINUTE  SHIFT  GOOD_FRIDAY  LIBERATION_DAY  DAY,DAY…      (the last are closing days; - for none)
  term      KIND  N  START_MS  FROM_MS..UNTIL_MS,…  CALENDAR  DUE_MS             (pauses; - for none; N is with extensions)
A promise whose calendar changed is counted anew on the new one, and so is one that was extended or went on after a pause: what was counted
before does not show in the date.
"""
import random
import sys
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from working_days import DAY, ZONE, legal_days_off, some_moment

DECREED = {date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)}


class Calendar:
    def __init__(self, chance, legal):
        self.closes = chance.choice((time(17), time(17), time(16, 30), time(12), time(20, 15)))
        self.shift = chance.random() < 0.4
        self.good_friday, self.liberation = chance.random() < 0.7, chance.random() < 0.7
        first = date(2020, 1, 1)
        self.closed = {first + timedelta(days=chance.randrange(7600)) for _ in range(chance.choice((0, 0, 5, 60)))}
        self.off = {day for day in legal if self.keeps(day, legal)} | self.closed

    def keeps(self, day, legal):
        if not self.good_friday and day.weekday() == 4 and day + 3 * DAY in legal and day.month in (3, 4) and (day.month, day.day) != (4, 27):
            return False
        # In none of these years is it Ascension too.
        if not self.liberation and (day.month, day.day) == (5, 5):
            return False
        return True

    def works(self, day):
        return day.weekday() < 5 and day not in self.off

    def line(self, number):
        days = ",".join(str(day) for day in sorted(self.closed)) or "-"
        return f"calendar\t{number}\t{self.closes.hour * 60 + self.closes.minute}\t{self.shift:d}\t{self.good_friday:d}\t{self.liberation:d}\t{days}"


def local(milliseconds):
    return datetime.fromtimestamp(milliseconds // 1000, tz=timezone.utc).astimezone(ZONE)


def at(day, clock):
    return int(datetime.combine(day, clock, tzinfo=ZONE).timestamp()) * 1000


def days_still(pauses):
    return {start + i * DAY for start, end in ((local(a).date(), local(b).date()) for a, b in pauses) for i in range(1, (end - start).days + 1)}


def due(kind, count, start, pauses, calendar, legal):
    received = local(start)
    day = received.date()
    still = days_still(pauses)
    if kind == "workdays":
        if calendar.shift and (not calendar.works(day) or received.time() >= calendar.closes):
            day += DAY
            while not calendar.works(day):
                day += DAY
        while count > 0:
            day += DAY
            count -= calendar.works(day) and day not in still
        return at(day, calendar.closes)
    if kind == "hours":
        return start + count * 3_600_000 + sum((end - max(begin, start)) // 1000 * 1000 for begin, end in pauses)
    left = count * 7 if kind == "weeks" else count
    while left > 0:
        day += DAY
        left -= day not in still
    if kind == "weeks" and count <= 12:
        while day.weekday() >= 5 or day in legal or day in DECREED:
            day += DAY
    return at(day, time(23, 59, 59))


def some_pauses(chance, start):
    pauses, moment = [], start
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        moment += chance.randrange(12 * 86_400_000)
        end = moment + chance.choice((chance.randrange(3_600_000), chance.randrange(20 * 86_400_000)))
        pauses.append((moment, end))
        moment = end
    return pauses


def main(path, seed, cases):
    chance = random.Random(seed)
    legal = legal_days_off()
    ordered = sorted(legal)
    calendars = [Calendar(chance, legal) for _ in range(40)]
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for number, calendar in enumerate(calendars):
            print(calendar.line(number), file=out)
        for _ in range(cases):
            start = min(int(some_moment(chance, ordered)), 2_208_000_000_000)
            kind = chance.choice(("workdays", "workdays", "workdays", "weeks", "days", "hours"))
            count = {"workdays": chance.choice((1, 2, 2, 5, 10, chance.randint(1, 40))), "weeks": chance.choice((1, 4, 6, 8, 10, 12, 13)),
                     "days": chance.randint(1, 60), "hours": chance.choice((24, 72, chance.randint(1, 200)))}[kind]
            count += chance.choice((0, 0, chance.randint(1, 10))) if kind == "workdays" else 0
            pauses = some_pauses(chance, start)
            number = chance.randrange(len(calendars))
            written = ",".join(f"{begin}..{end}" for begin, end in pauses) or "-"
            print("term", kind, count, start, written, number, due(kind, count, start, pauses, calendars[number], legal), sep="\t", file=out)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) == 4 else 100_000)
