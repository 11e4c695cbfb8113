# SPDX-License-Identifier: Apache-2.0
# The same checks, scheduled by celery beat or django-celery-beat: ENTRIES of them, each due every PERIOD seconds.
import json
import os
import sys

from celery import Celery

ENTRIES = int(os.environ["ENTRIES"])
PERIOD = float(os.environ["PERIOD"])
EXPIRES = 60

app = Celery("peer", broker=os.environ["BROKER"])
app.conf.task_ignore_result = True


def kwargs(entry):
    return {"metric": "cpu", "host": f"host-{entry % 1000}"}


if os.environ["PEER"] == "celery beat":
    app.conf.beat_schedule = {
        f"check-{entry}": {
            "task": "monitor.check_metric",
            "schedule": PERIOD,
            "args": [entry],
            "kwargs": kwargs(entry),
            "options": {"queue": "metrics", "expires": EXPIRES},
        }
        for entry in range(ENTRIES)
    }
else:
    import django
    from django.conf import settings

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "beat.sqlite3"}},
        INSTALLED_APPS=["django_celery_beat"],
        USE_TZ=True,
        SECRET_KEY="bench",
    )
    django.setup()


def prepare():
    from django.core.management import call_command
    from django_celery_beat.models import IntervalSchedule, PeriodicTask

    call_command("migrate", verbosity=0)
    interval = IntervalSchedule.objects.create(every=int(PERIOD), period=IntervalSchedule.SECONDS)
    PeriodicTask.objects.bulk_create(
        (
            PeriodicTask(
                name=f"check-{entry}",
                task="monitor.check_metric",
                interval=interval,
                args=json.dumps([entry]),
                kwargs=json.dumps(kwargs(entry)),
                queue="metrics",
                expire_seconds=EXPIRES,
            )
            for entry in range(ENTRIES)
        ),
        batch_size=500,
    )


if __name__ == "__main__" and sys.argv[1:] == ["prepare"]:
    prepare()
