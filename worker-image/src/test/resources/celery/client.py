# A stock Celery client: sends to Drumline's worker and prints, a line a task, what came back.
import datetime
import os
import uuid

from celery import Celery

app = Celery("client", broker=os.environ["REDIS_URL"], backend=os.environ["REDIS_URL"])


@app.task(name="drumline.echo")
def echo(*args, **kwargs):
    raise NotImplementedError


@app.task(name="drumline.sleep")
def sleep(seconds):
    raise NotImplementedError


def show(title, result):
    try:
        print(title, "returned", result.get(timeout=20))
    except Exception as e:
        print(title, "raised", type(e).__name__, e)


show("echo", echo.delay(1, "zwei", three=3.5))
show("typed", echo.delay(uuid.UUID(int=7), datetime.datetime(2026, 11, 24, 8)))
show("exception", sleep.delay(-1))
show("unknown", app.send_task("no.such"))
show("expired", echo.apply_async(expires=datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)))
show("limited", sleep.apply_async([30], time_limit=0.2))
show("urgent", sleep.apply_async([0], priority=9))
show("zipped", echo.apply_async(["x" * 3], compression="gzip"))
