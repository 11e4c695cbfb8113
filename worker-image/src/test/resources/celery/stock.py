# A stock Celery application: the worker's side of what Drumline sends.
import os

from celery import Celery

app = Celery("stock", broker=os.environ["REDIS_URL"], backend=os.environ["REDIS_URL"])


@app.task(name="stock.add")
def add(x, y):
    return x + y
