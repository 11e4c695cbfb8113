# SPDX-License-Identifier: Apache-2.0
"""What Celery's own crontab says, a line for each question on stdin.

Fields of a question, with tabs between them: minute, hour, day of week, day of month, month of year, time zone, epoch second, and at times
a second one. With one: when is an entry next due that ran at that instant? With two: when is it due from the one to the other, asked every
minute, as a beat does? Answers: epoch seconds with spaces between them, or "error" and what Celery raised, or that it took five seconds.
"""
import signal
import sys
from datetime import datetime, timezone

from celery import Celery
from celery.schedules import crontab

apps = {}


def app_in(zone):
    if zone not in apps:
        apps[zone] = Celery(zone, set_as_current=False)
        apps[zone].conf.timezone = zone
    return apps[zone]


def answer(fields, zone, first, last=None):
    app = app_in(zone)
    clock = [local(first, app)]
    schedule = crontab(*fields, nowfun=lambda: clock[0], app=app)
    if last is None:
        return [int(first) + int(schedule.remaining_estimate(clock[0]).total_seconds())]
    due = []
    ran = clock[0]
    for second in range(int(first) + 60, int(last) + 1, 60):
        clock[0] = local(second, app)
        if schedule.is_due(ran).is_due:
            due.append(second)
            ran = clock[0]
    return due


def local(second, app):
    return datetime.fromtimestamp(int(second), timezone.utc).astimezone(app.timezone)


def too_long(*_):
    raise TimeoutError('no answer after five seconds')


signal.signal(signal.SIGALRM, too_long)
for line in sys.stdin:
    question = line.rstrip('\n').split('\t')
    signal.alarm(5)
    try:
        print(*answer(question[:5], *question[5:]))
    except Exception as e:
        print('error', type(e).__name__, e)
    signal.alarm(0)
