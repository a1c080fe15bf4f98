"""Main text beside what people marked, on pages of the article extraction benchmark or of a folder of its form.

The folder holds `ground-truth.json` (id to `articleBody`) and `html/<id>.html.gz`. The measure is that of the benchmark
(scrapinghub/article-extraction-benchmark, evaluate.py, read 2026-11-24): runs of four words that both texts have, as
shares of a page, means of precision and recall over the pages, and F1 of the two means.
"""
import collections
import gzip
import json
import os
import re
import shutil
import subprocess
import sys

FOLDER = "../shared/conformance/extract/article-extraction-benchmark"
LEAST = 0.95
WIDTH = 4
OUT = ".bench/extract"


def measure(options):
    """The line to print, and whether F1 is as high as is due."""
    folder = options.pages
    if not os.path.isfile(f"{folder}/ground-truth.json"):
        sys.exit(f"{folder}: no ground-truth.json; name a folder with --pages")
    truth = json.load(open(f"{folder}/ground-truth.json", encoding="utf-8"))
    unpack(folder, truth)
    found = subprocess.run([options.measure, "extract", OUT], stdout=subprocess.PIPE, check=True)
    texts = json.loads(found.stdout)
    scores = [score(page["articleBody"], texts[name]) for name, page in truth.items()]
    precision = sum(one for one, _ in scores) / len(scores)
    recall = sum(other for _, other in scores) / len(scores)
    f1 = 2 * precision * recall / (precision + recall)
    line = (f"Main text of {len(scores)} marked pages: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f} "
            f"(4-word runs, means over pages; at least {LEAST} is due).")
    return line, f1 >= LEAST


def unpack(folder, truth):
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    for name in truth:
        with gzip.open(f"{folder}/html/{name}.html.gz") as source, open(f"{OUT}/{name}.html", "wb") as out:
            out.write(source.read())


def score(true, found):
    """Precision and recall of one page."""
    wanted, got = runs(true), runs(found)
    both = sum((wanted & got).values())
    return share(both, sum(got.values()), wanted == got), share(both, sum(wanted.values()), wanted == got)


def share(part, whole, is_equal):
    if is_equal:
        return 1.0
    return part / whole if whole else 0.0


def runs(text):
    """Every run of four words with how often it stands; a shorter text is one run, if it has a word."""
    words = re.findall(r"\w+", text or "")
    count = max(1, len(words) - WIDTH + 1) if words else 0
    return collections.Counter(tuple(words[at:at + WIDTH]) for at in range(count))
