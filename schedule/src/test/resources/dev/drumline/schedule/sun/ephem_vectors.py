# SPDX-License-Identifier: Apache-2.0
"""Prints ephem.txt: when PyEphem, asked as celery.schedules.solar asks it, has an event next after an instant.

A line: event | latitude | longitude | after | next. Days without the event are passed over, as Celery does.
"""
import datetime
import random

import ephem

PLACES = [(0, 0), (-0.22, -78.5), (52.52, 13.4), (40.7, -74), (-33.87, 151.2), (35.7, 139.7), (1.35, 103.8), (-54.8, -68.3), (64.15, -21.9),
          (19.4, -99.1), (28.6, 77.2), (-41.3, 174.8), (21.3, -157.9), (55.75, 37.6), (69.65, 18.96), (78.22, 15.63), (-77.85, 166.67), (82.5, -62.3)]
HORIZONS = {"dawn_astronomical": "-18", "dawn_nautical": "-12", "dawn_civil": "-6", "sunrise": "-0:34", "solar_noon": "0",
            "sunset": "-0:34", "dusk_civil": "-6", "dusk_nautical": "-12", "dusk_astronomical": "-18"}


def next_event(event, latitude, longitude, after):
    observer = ephem.Observer()
    observer.lat, observer.lon, observer.elev, observer.pressure = str(latitude), str(longitude), 0, 0
    observer.horizon = HORIZONS[event]
    start = ephem.Date(after)
    for _ in range(400):
        try:
            if event == "solar_noon":
                found = observer.next_transit(ephem.Sun(), start=start)
            elif event in ("sunrise", "dawn_civil", "dawn_nautical", "dawn_astronomical"):
                found = observer.next_rising(ephem.Sun(), start=start, use_center=event != "sunrise")
            else:
                found = observer.next_setting(ephem.Sun(), start=start, use_center=event != "sunset")
            return ephem.Date(found).datetime()
        except ephem.CircumpolarError:
            start = ephem.Date(observer.next_antitransit(ephem.Sun(), start=start) + ephem.minute)
    raise AssertionError(event)


def main():
    random.seed(1811)
    for latitude, longitude in PLACES:
        for event in HORIZONS:
            for _ in range(3):
                after = datetime.datetime(2020, 1, 1) + datetime.timedelta(minutes=random.randrange(30 * 365 * 1440))
                found = next_event(event, latitude, longitude, after) + datetime.timedelta(milliseconds=500)
                print(event, latitude, longitude, after.strftime("%Y-%m-%dT%H:%M:%SZ"), found.strftime("%Y-%m-%dT%H:%M:%SZ"), sep="|")


if __name__ == "__main__":
    main()
