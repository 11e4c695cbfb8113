# SPDX-License-Identifier: Apache-2.0
"""Prints dateutil.txt: random rules and what python-dateutil says of them (RedBeat's rrule is dateutil's).

A line: rule | DTSTART | its first four times | pairs of an instant x and the first time at or after x | of x and the last at or before x.
"""
import datetime
import random
import signal
import sys

from dateutil.rrule import rrulestr

RULES = 700
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
UNIT = {"SECONDLY": 1, "MINUTELY": 60, "HOURLY": 3600, "DAILY": 86400, "WEEKLY": 7 * 86400, "MONTHLY": 30 * 86400, "YEARLY": 365 * 86400}


def some(values, most=4):
    return sorted(random.sample(list(values), random.randint(1, min(most, len(values)))))


def signed(last, most=4):
    return some([n for n in range(-last, last + 1) if n], most)


def rule():
    freq = random.choice(list(UNIT))
    parts = {"FREQ": [freq]}
    subdaily = freq in ("SECONDLY", "MINUTELY", "HOURLY")
    if random.random() < 0.5:
        parts["INTERVAL"] = [random.choice([2, 3, 4, 5, 6, 7, 10, 12, 13, 15, 18, 40, 53, 90, 100])]
    wkst = random.choice(DAYS)
    if freq == "YEARLY" and random.random() < 0.1:
        parts["BYEASTER"] = some(range(-80, 251))
    else:
        if random.random() < 0.3:
            parts["BYMONTH"] = some(range(1, 13))
        if freq == "YEARLY" and random.random() < 0.25:
            parts["BYWEEKNO"] = some(list(range(1, 54)) + [1, 52, 53])
        if freq != "WEEKLY" and random.random() < 0.3:
            parts["BYMONTHDAY"] = signed(31, 6)
        if (freq == "YEARLY" or subdaily) and random.random() < 0.2:
            parts["BYYEARDAY"] = signed(366, 12)
        if random.random() < 0.4 or ("BYWEEKNO" in parts and not ("BYMONTHDAY" in parts or "BYYEARDAY" in parts)):
            days = some(DAYS)
            if freq == "MONTHLY" and random.random() < 0.5:
                days = [random.choice(["", str(random.randint(1, 5)), str(-random.randint(1, 5))]) + d for d in days]
            if freq == "YEARLY" and "BYWEEKNO" not in parts and random.random() < 0.5:
                last = 5 if "BYMONTH" in parts else 53
                days = [random.choice(["", str(random.randint(1, last)), str(-random.randint(1, last))]) + d for d in days]
            parts["BYDAY"] = days
    if random.random() < 0.3:
        parts["BYHOUR"] = some(range(24))
    if random.random() < 0.3:
        parts["BYMINUTE"] = some(range(60))
    if random.random() < 0.3:
        parts["BYSECOND"] = some(range(60))
    if "BYEASTER" not in parts and len(parts) > (2 if "INTERVAL" in parts else 1) and random.random() < 0.25:
        parts["BYSETPOS"] = signed(random.choice([1, 3, 12]), 3)
    if random.random() < 0.4:
        parts["WKST"] = [wkst]
    text = ";".join(name + "=" + ",".join(map(str, dict.fromkeys(values))) for name, values in parts.items())
    return freq, text, "BYSETPOS" in parts, wkst if "WKST" in parts else "MO"


def start(freq, positions, wkst):
    day = datetime.datetime(random.randint(1970, 2030), 1, 1) + datetime.timedelta(seconds=random.randrange(365 * 86400))
    if freq == "WEEKLY" and positions:
        # dateutil cuts the first week off at DTSTART before it counts positions; RFC 5545 counts in all of the week.
        day -= datetime.timedelta(days=(day.weekday() - DAYS.index(wkst)) % 7)
    return day


def text(moment):
    return moment.strftime("%Y%m%dT%H%M%S") if moment else "-"


def line():
    freq, rule_text, positions, wkst = rule()
    dtstart = start(freq, positions, wkst)
    found = rrulestr(rule_text, dtstart=dtstart, cache=True)
    times = []
    for moment in found:
        times.append(moment)
        if len(times) == 60:
            break
    if not times:
        return None
    fields = [rule_text, text(dtstart), " ".join(text(t) for t in times[:4])]
    span = times[-1] - times[0]
    probes = [times[0] + span * random.random() for _ in range(2)] + [random.choice(times)]
    probes = [p.replace(microsecond=0) for p in probes]
    fields.append(" ".join(text(p) + ">" + text(found.after(p, inc=True)) for p in probes))
    fields.append(" ".join(text(p) + "<" + text(found.before(p, inc=True)) for p in probes))
    return "|".join(fields)


def give_up(*_):
    raise TimeoutError


def main():
    random.seed(5545)
    signal.signal(signal.SIGALRM, give_up)
    printed = 0
    while printed < RULES:
        # dateutil walks to the year 9999 when a rule is seldom or never due: leave such ones out.
        signal.setitimer(signal.ITIMER_REAL, 1.5)
        try:
            found = line()
        except (TimeoutError, ValueError):
            found = None
        signal.setitimer(signal.ITIMER_REAL, 0)
        if found:
            print(found)
            printed += 1


if __name__ == "__main__":
    sys.exit(main())
