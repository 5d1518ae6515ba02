#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""make-bundle.py WORKLOAD BUNDLE: turns the reference workload into a bundle; its rows.csv has the columns of observations.csv already."""
import csv
import os
import shutil
import sys


def main(workload, bundle):
    os.makedirs(bundle, exist_ok=True)
    with open(f"{workload}/units.csv", encoding="utf-8") as file:
        units = list(csv.DictReader(file))
    codes = {unit["id"]: unit["code"] for unit in units}
    with open(f"{bundle}/units.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "level", "parent"])
        # Pre-order is not needed: the order of a file is the order of siblings.
        for unit in units:
            writer.writerow([unit["code"], f"Đơn vị {unit['code']}", unit["level"], codes.get(unit["parent"], "")])
    with open(f"{workload}/indicators.csv", encoding="utf-8") as source, \
            open(f"{bundle}/indicators.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "nature", "measure", "decimals"])
        for row in csv.DictReader(source):
            writer.writerow([row["code"], f"Chỉ tiêu {row['code']}", "flow", "lượt" if row["decimals"] == "0" else "triệu đồng", row["decimals"]])
    shutil.copyfile(f"{workload}/rows.csv", f"{bundle}/observations.csv")
    with open(f"{bundle}/bundle.ini", "w", encoding="utf-8") as file:
        file.write("[bundle]\nformat=1\ntitle=Reference workload\nnumber_format=canonical\ndefault_unit=00\ndefault_period=2023\n")


main(sys.argv[1], sys.argv[2])
