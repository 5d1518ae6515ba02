#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""hostile.py [--small] [--require]: texts made to be slow or large to read, at 1 MB and 10 MB, and 1 MB of report.

--small is a tenth of that, and with QCDC_QUICK a hundredth. Prints of each the processor time, how ten times the text stands to the text (at
most 12; with --small 20), and the most memory that the reading process held (at most 64 MiB and 16 bytes a byte of text). A text may be
refused for its memory (exit 3), which is printed, but not crash. The
report is made of the shared reports, or where they are not of our own, each digit of it drawn anew; at most 1 s.
--require makes exit 1 of what is above its bound.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile

import claimset

MEGABYTE = 1_000_000
MOST_RATIO, MOST_SECONDS = 12, 1.0
MOST_RATIO_SMALL = 20  # most of a small text are its first passages, before which nothing was seen that could be tried
REFUSED, SKIPPED = 3, 77

PIECES = {
    "digits": "1234567890",
    "figures": "12 ",
    "open brackets": "(",
    "close brackets": ")",
    "combining marks": "\u0301\u0323\u0302",
    "tăng 1": "tăng 1 ",
    "commas": "1, ",
    "slashes": "1/",
    "superscripts": "²³",
    "nested parts": "5 xã (trong đó ",
    "means": "5 xã, 5 tấn, bình quân 5 tấn/xã; ",
    "spans": "từ 3 xuống còn 2, ",
    "shares": "1 xã chiếm 2%; ",
    "one endless word": "đ",
    "line ends": "- 1\n",
    "misfits": "# xã có # xã. Số xã tăng # xã (#,3%). ",
    "mean misfits": "bình quân một hộ ##,2 triệu đồng, ## hộ, ",
    "voting shares": "# xã (#,4%), ",
    "as follows": "# xã như sau: # xã; ",
    "made of": "# xã gồm # xã, # xã, ",
}


def make_text(piece, size):
    """The piece again and again, each # a figure drawn anew: what is equal fits by chance, what is not is tried to the end."""
    data = piece.encode()
    if "#" not in piece:
        return data * (size // len(data))
    draw = random.Random(1)
    parts, length = [], 0
    while length < size:
        parts.append(re.sub("#", lambda _: str(draw.randint(5, 999)), piece).encode())
        length += len(parts[-1])
    return b"".join(parts)


def make_report(size):
    """Report text with other figures: nothing in it is read twice."""
    draw = random.Random(1)
    texts = claimset.load_corpus() or claimset.load_lines(claimset.HERE / "right.jsonl")
    parts, length = [], 0
    while length < size:
        for text in texts:
            part = re.sub(r"\d", lambda _: str(draw.randint(1, 9)), text.text) + "\n\n"
            parts.append(part.encode())
            length += len(parts[-1])
    return b"".join(parts)[:size].decode("utf-8", "ignore").encode()


def measure(program, data):
    """Exit status, processor seconds and bytes of a process that reads the text."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        command = [argument if argument != "-" else file.name for argument in program]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def measure_fastest(program, data, rounds):
    runs = [measure(program, data) for _ in range(rounds)]
    return min(runs, key=lambda run: run[1])


def print_hostile(program, size, most):
    """Prints the table of texts of so many bytes and of ten times as many; the names of what is above a bound."""
    above = []
    sizes = [f"{bytes / MEGABYTE:g} MB" for bytes in (size, 10 * size)]
    print(f"{'text':20s}{sizes[0]:>9s}{sizes[1]:>9s}{'times':>8s}{'memory':>11s}{'allowed':>10s}  exit")
    for name, piece in PIECES.items():
        _, small, _ = measure_fastest(program, make_text(piece, size), 3)
        data = make_text(piece, 10 * size)
        code, large, memory = measure_fastest(program, data, 1)
        allowed = (64 << 20) + 16 * len(data)
        ratio = large / max(small, 0.005)
        print(f"{name:20s}{small:8.3f}s{large:8.3f}s{ratio:8.1f}{memory / 2**20:7.0f} MiB{allowed / 2**20:6.0f} MiB  {code}")
        if ratio > most or memory > allowed or code not in (0, 1, REFUSED):
            above.append(name)
    return above


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--require", action="store_true", help="exit 1 where something is above its bound")
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    if options.require and "ASAN_OPTIONS" in os.environ:
        print("neither time nor memory is the program's own under a sanitizer")
        return SKIPPED
    program = claimset.command()
    size = MEGABYTE // (1 if not options.small else 100 if "QCDC_QUICK" in os.environ else 10)
    above = print_hostile(program, size, MOST_RATIO_SMALL if options.small else MOST_RATIO)
    data = make_report(MEGABYTE)
    code, seconds, memory = measure_fastest(program, data, 5)
    print(f"{'1 MB of report':20s}{seconds:8.3f}s{'':17s}{memory / 2**20:7.0f} MiB{'':12s}{code}")
    if seconds > MOST_SECONDS or code not in (0, 1):
        above.append("1 MB of report")
    if above:
        print("above its bound:", ", ".join(above))
    return 1 if above and options.require else 0


if __name__ == "__main__":
    sys.exit(main())
