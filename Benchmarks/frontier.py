"""What a URL costs the frontier, to be taken in and to be taken out, in a store of a million."""
import json
import os
import shutil
import sys

from runs import run, table

FOLDER = ".bench/frontier"
URLS = 1_000_000
#: Microseconds a URL may cost, in and out.
MOST = 20


def measure(options):
    """The table, and whether a URL is cheap enough."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    count = str(options.urls or URLS)
    found = run([options.measure, "frontier", f"{FOLDER}/frontier.sqlite", "--urls", count])
    result = json.loads(found.output)
    size = sum(os.path.getsize(f"{FOLDER}/{name}") for name in os.listdir(FOLDER))
    shutil.rmtree(FOLDER)
    rows, worst = [], 0
    for name, words in (("insert", "taken in"), ("take", "leased, finished, committed")):
        cpu, wall = (result[name][key] / 1000 for key in ("cpu_ns", "wall_ns"))
        worst = max(worst, cpu)
        rows.append([words, f"{cpu:.1f}", f"{wall:.1f}"])
    return (
        table(["a URL of the frontier", "CPU µs", "µs"], rows)
        + f"\n\n{result['urls']} URLs of {result['hosts']} hosts, committed to the disk 5000 at a time; {size / result['urls']:.0f} bytes a URL on disk, "
        + f"{found.rss_mb:.0f} MB of memory. At most {MOST} µs of CPU each are due.",
        worst < MOST)
