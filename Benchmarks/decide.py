"""What the decision function costs a document, with every pack there is, on the evidence of a run over the archive."""
import datetime
import json
import os
import shutil
import subprocess
import sys

import evidence
import filter
from runs import median, table

CONFIG = "config/default.yaml"
#: Microseconds a decision may take with all packs on.
MOST = 20


def measure(options):
    """The table, and whether a decision is quick enough and keeps no memory."""
    at = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    shutil.rmtree(filter.SITES, ignore_errors=True)
    evidence.write(options.warc, filter.SITES, at)
    shutil.rmtree(filter.OUT, ignore_errors=True)
    subprocess.run(filter.command(options, options.warc, at), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    command = [options.measure, "decide", filter.OUT, "--config", CONFIG, "--rounds", str(max(20, options.rounds))]
    found = subprocess.run(["taskset", "-c", "0"] + command, stdout=subprocess.PIPE, check=False)
    if found.returncode:
        sys.exit(f"{command[0]} ended with {found.returncode}")
    return describe(json.loads(found.stdout))


def describe(result):
    rows, total, slowest = [], 0.0, 0.0
    for moment in result["moments"]:
        each = median(moment["nanoseconds"]) / 1000
        total += each * moment["decisions"] / result["documents"]
        slowest = max(slowest, each)
        rows.append([f"at `{moment['moment']}`", f"{each:.1f}", moment["decisions"]])
    rows.append(["all of a document", f"{total:.1f}", result["documents"]])
    grown = max(result["memory_growth"][len(result["memory_growth"]) // 2:])
    verdicts = ", ".join(f"{count} {name}" for name, count in sorted(result["verdicts"].items()))
    return (
        table(["decision", "µs", "taken"], rows)
        + f"\n\nPacks: {', '.join(result['packs'])}. {result['documents']} documents of a run, {len(result['memory_growth'])} rounds in one process, "
        + f"medians; at `use`: {verdicts}. A decision may take {MOST} µs. After the first rounds a round took {grown} bytes of memory at most (none is due).",
        slowest < MOST and grown <= 0)
