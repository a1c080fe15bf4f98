"""Measures `muniment settle allocate` beside DuckDB doing the same sums in SQL, over a generated usage report.

Both read the same files from disk, on one core, in runs that alternate; their amounts are compared, party by party, to the
last unit. The report has one tariff and four uses, all lines matched, one to three parties a work.
"""

import argparse
import hashlib
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import time

POOL = """pool: BENCH
society: Society
from: 2026-01-01
to: 2027-01-01
currency: EUR
gross: 123_456_789_01
deductions: [{name: administration, rate: 12.5%}]
method: tokens
financial_year_end: 2026-12-31
"""

SQL = """
SET threads = 1;
CREATE TABLE use AS SELECT column03 AS work, sum(column09::HUGEINT * column10::HUGEINT) AS weight
  FROM read_csv('{usage}', delim='\t', header=false, all_varchar=true, null_padding=true, quote='', escape='',
                names=['column00','column01','column02','column03','column04','column05','column06','column07','column08',
                       'column09','column10','column11','column12','column13','column14'])
  WHERE column00 = 'SU' AND column04 = 'MATCHED' GROUP BY 1;
CREATE TABLE share AS SELECT * FROM read_csv('{shares}', delim='\t', header=true, all_varchar=true, quote='', escape='');
CREATE TABLE floors AS SELECT work, ({net}::HUGEINT * weight) // total AS q, ({net}::HUGEINT * weight) % total AS r
  FROM use, (SELECT sum(weight) AS total FROM use);
CREATE TABLE works AS SELECT work, q + CASE WHEN row_number() OVER (ORDER BY r DESC, work) <= {net} - (SELECT sum(q) FROM floors)
  THEN 1 ELSE 0 END AS amount FROM floors;
CREATE TABLE cuts AS SELECT work, party, role, (amount * ppm::HUGEINT) // 1000000 AS q, (amount * ppm::HUGEINT) % 1000000 AS r, amount
  FROM works JOIN share USING (work);
CREATE TABLE lines AS SELECT party, q + CASE WHEN row_number() OVER (PARTITION BY work ORDER BY r DESC, party, role)
  <= amount - sum(q) OVER (PARTITION BY work) THEN 1 ELSE 0 END AS amount FROM cuts;
COPY (SELECT party, sum(amount)::HUGEINT AS amount FROM lines GROUP BY party HAVING sum(amount) > 0 ORDER BY party)
  TO '{out}' (DELIMITER '\t', HEADER false);
"""

NET = 12_345_678_901 - 12_345_678_901 // 8


def numbers(seed):
    """Always the same numbers: a linear congruential generator of 64 bits, its upper half."""
    state = seed
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        yield state >> 32


def generate(folder, works, lines):
    """Writes pool.yaml, usage.tsv and shares.tsv."""
    (folder / "pool.yaml").write_text(POOL)
    some = numbers(1)
    with open(folder / "shares.tsv", "w") as out:
        out.write("work\tparty\trole\tppm\tsociety\tmark\n")
        for work in range(works):
            parties = 1 + next(some) % 3
            left = 1_000_000
            for number in range(parties):
                ppm = left if number == parties - 1 else 1 + next(some) % (left - parties)
                left -= ppm
                out.write(f"W-{work:07d}\tP-{next(some) % max(1, works // 5):06d}-{number}\tA\t{ppm}\tSociety\t\n")
    digest, tokens = hashlib.sha256(), 0
    with open(folder / "usage.tsv", "wb") as out:

        def put(text):
            data = text.encode()
            digest.update(data)
            out.write(data)

        put("HEAD\tmuniment-usage/2\tR\tLab\tSociety\t2026-01-01T00:00:00Z\t2027-01-01T00:00:00Z\tEUR\tbytes\n")
        for use in range(1, 5):
            put(f"US\t{use}\trecord-{use}\tm\tLab\tCN\t{use}\t2026-01-01T00:00:00Z\t2026-04-01T00:00:00Z\n")
        block = []
        for line in range(1, lines + 1):
            work, count, epochs = next(some) % works, 1 + next(some) % 20_000, 1 + next(some) % 4
            tokens += count * epochs
            block.append(
                f"SU\t{line}\tT\tW-{work:07d}\tMATCHED\td{line}\tsite{work % 5000}.example\tweb\t1\t{count}\t{epochs}\tprop.cn.cmo\tCN\tLab\t{epochs}\n"
            )
            if len(block) == 10_000:
                put("".join(block))
                block = []
        put("".join(block) + f"SY\tT\t{lines}\t{lines}\t{tokens}\n")
        out.write(f"FOOT\t{lines}\t{lines}\t{tokens}\t{digest.hexdigest()}\n".encode())


def timed(command):
    """Seconds of processor and wall, and megabytes at most, of one run on the first core."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, preexec_fn=lambda: os.sched_setaffinity(0, {0}))
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"settle: {' '.join(map(str, command[:3]))} ended with status {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start, usage.ru_maxrss / 1024


def ours(folder):
    """Amounts by party."""
    amounts = {}
    for line in (folder / "out" / "payments.tsv").read_text().splitlines()[1:]:
        fields = line.split("\t")
        amounts[fields[0]] = int(fields[1])
    return {party: amount for party, amount in amounts.items() if amount}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--works", type=int, default=1_000_000)
    parser.add_argument("--lines", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    folder = pathlib.Path(".bench/settle").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    print(f"generating {args.lines} lines of {args.works} works", file=sys.stderr)
    generate(folder, args.works, args.lines)
    sql = SQL.format(usage=folder / "usage.tsv", shares=folder / "shares.tsv", out=folder / "duck.tsv", net=NET)
    duck = [sys.executable, "-c", "import duckdb, sys; duckdb.connect().execute(sys.argv[1])", sql]
    names = {"pool": "pool.yaml", "usage": "usage.tsv", "shares": "shares.tsv", "out": "out"}
    own = [args.binary, "settle", "allocate"] + [part for key, name in names.items() for part in (f"--{key}", str(folder / name))]
    runs = {"muniment": [], "duckdb": []}
    for _ in range(args.rounds):
        shutil.rmtree(folder / "out", ignore_errors=True)
        runs["muniment"].append(timed(own))
        runs["duckdb"].append(timed(duck))
    other = {}
    for line in (folder / "duck.tsv").read_text().splitlines():
        party, amount = line.split("\t")
        other[party] = int(amount)
    if ours(folder) != other:
        sys.exit("settle: the amounts of the two differ")
    middle = {name: sorted(values)[len(values) // 2] for name, values in runs.items()}
    print(f"| `settle allocate` | CPU s | wall s | RSS MB | muniment is |\n|---|--:|--:|--:|--:|")
    for name, (cpu, wall, memory) in middle.items():
        ratio = "" if name == "muniment" else f"{cpu / middle['muniment'][0]:.2f} x"
        print(f"| {name} | {cpu:.1f} | {wall:.1f} | {memory:.0f} | {ratio} |")
    print(
        f"\n{args.lines} lines, {args.works} works, {len(other)} parties paid; {args.rounds} alternating rounds on one core, medians; "
        "the same amounts to the last unit."
    )


main()
