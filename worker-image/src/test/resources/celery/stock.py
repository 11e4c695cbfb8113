# A stock Celery application: the worker's side of what Drumline sends.
import os
import time

from celery import Celery

app = Celery("stock", broker=os.environ["REDIS_URL"], backend=os.environ["REDIS_URL"])


@app.task(name="stock.add")
def add(x, y):
    return x + y


@app.task(name="stock.sleep")
def sleep(seconds, sign):
    open(sign, "w").close()
    time.sleep(seconds)


@app.task(name="stock.retry", bind=True, max_retries=1)
def retry(self, seconds):
    if self.request.retries == 0:
        raise self.retry(countdown=seconds)
