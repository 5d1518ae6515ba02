# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""A program whose long roll-up is interrupted by Ctrl-C again and again; test_cancel.py runs it.

    interrupted.py ROUNDS    prints a JSON list of [seconds, seconds of work] between the signal and KeyboardInterrupt
"""

import json
import os
import signal
import sys
import threading
import time

import sample


def interrupt(dataset, delay):
    """Seconds from the signal to the exception, and how many of them this process worked."""
    sent = []

    def send():
        sent.extend((time.perf_counter(), time.process_time()))
        os.kill(os.getpid(), signal.SIGINT)

    timer = threading.Timer(delay, send)
    timer.start()
    try:
        dataset.rollup()
        timer.join()
    except KeyboardInterrupt:
        return time.perf_counter() - sent[0], time.process_time() - sent[1]
    raise AssertionError("the roll-up ended before it was interrupted, or was not stopped")


def main():
    # two indicators, so that each is half of a long work: who only looked between indicators would answer late
    dataset = sample.long_dataset(units=20_000, indicators=2, months=600)
    latencies = [interrupt(dataset, 0.05 + 0.01 * number) for number in range(int(sys.argv[1]))]
    cube = dataset.rollup()
    assert cube["top", "i1", "2049-12"].value == 599 and cube["top", "i1", "2010"].value == sum(range(120, 132))
    print(json.dumps(latencies))


main()
