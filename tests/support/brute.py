#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Brute force for the roll-up of flows, sharing nothing with the oracle: every cell is a plain sum over rows.
  brute.py --seed N OUTDIR    writes a bundle (a ragged tree of 6 levels, figures on inner units too, 24 months with gaps) and prints
  unit,indicator,period,value,expected,valued of every cell: the first six columns of
  qcdc rollup OUTDIR --by child --depth all --format csv --period ... with every period printed by --periods, one a line.
  brute.py --seed N --hierarchy vung OUTDIR prints those of another tree over the same figures: --hierarchy vung (D44)."""
import argparse, os, random

arg = argparse.ArgumentParser()
arg.add_argument("--seed", type=int, default=1)
arg.add_argument("--periods", action="store_true", help="print the periods and stop")
arg.add_argument("--hierarchy", default="")
arg.add_argument("outdir", nargs="?")
a = arg.parse_args()
random.seed(a.seed)
MONTHS = [(y, m) for y in (2021, 2022) for m in range(1, 13)]
PERIODS = {}  # label -> the months in it, in the order of the rows: first day, last day
for y, m in MONTHS:
    for size, label in ((1, f"{y}-{m:02}"), (3, f"{y}-Q{(m + 2) // 3}"), (6, f"{y}-S{(m + 5) // 6}"), (12, f"{y}")):
        if (m - 1) % size == 0:
            PERIODS[label] = [(y, m + k) for k in range(size)]
if a.periods:
    raise SystemExit(print("\n".join(PERIODS)))

units = []  # (code, parent, level), in pre-order
def grow(parent, level):
    units.append((f"u{len(units)}", parent, level))
    me = units[-1][0]
    if level < 5 and (level < 1 or random.random() < .8):
        for _ in range(random.randint(1, 3)):
            grow(me, level + 1)
while max((level for _, _, level in units), default=0) < 5:
    units.clear()
    grow("", 0)
parents = {parent for _, parent, _ in units}
rows = {(u, i, t): random.choice((0, random.randint(1, 9), random.randint(10, 10 ** 6), -random.randint(1, 9)))
        for u, _, _ in units for i, chance in (("a", .9), ("b", .5)) for t in MONTHS if random.random() < (chance if u not in parents else .1)}
other = {u: random.choice(["-"] + [v for v, _, _ in units[:k]]) if k and random.random() < .4 else "" for k, (u, _, _) in enumerate(units)}
over = {u: (other[u] or parent).replace("-", "") if a.hierarchy else parent for u, parent, _ in units}
os.makedirs(a.outdir, exist_ok=True)
def write(name, lines):
    with open(os.path.join(a.outdir, name), "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
write("bundle.ini", ["[bundle]", "format=1"])
write("units.csv", ["code,name,level,parent,parent.vung"] + [f"{u},Đơn vị {u},{level},{parent},{other[u]}" for u, parent, level in units])
write("indicators.csv", ["code,name,nature,measure", "a,Chỉ tiêu a,flow,vụ", "b,Chỉ tiêu b,flow,đơn"])
write("observations.csv", ["unit,indicator,period,value"] + [f"{u},{i},{t[0]}-{t[1]:02},{x}" for (u, i, t), x in rows.items()])

def below(u):
    return [u] + [w for v in over if over[v] == u for w in below(v)]
print("unit,indicator,period,value,expected,valued")
for u in [w for v in over if not over[v] for w in below(v)]:
    for code, group in [(u, below(u))] + [(u + "#own", [u])] * (u in over.values()):
        for i in "ab":
            for label, inside in PERIODS.items():
                there = [(v, t) for v in group for t in inside if (v, i, t) in rows]
                expected = len(inside) * sum(v not in parents for v in group)
                if there or expected and "#" not in code:
                    value = sum(rows[v, i, t] for v, t in there) if there else ""
                    print(f"{code},{i},{label},{value},{expected},{sum(v not in parents for v, _ in there)}")
