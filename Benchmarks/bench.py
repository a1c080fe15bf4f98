"""Runs the measurements that `scripts/bench` names and prints their tables."""
import argparse
import os
import sys

import archive
import crawl
import decide
import extract
import filter
import frontier
import report
import signals

WARC = "../shared/corpus/real-pages-181.warc.gz"


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench")
    parser.add_argument("warc", nargs="?", default=os.environ.get("BENCH_WARC", WARC))
    parser.add_argument("--binary", required=True)
    parser.add_argument("--peers", required=True)
    parser.add_argument("--measure", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--only", choices=["filter", "warc", "signals", "decide", "extract", "frontier", "crawl"])
    parser.add_argument("--pages", default=extract.FOLDER)
    parser.add_argument("--urls", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def main():
    options = arguments()
    if options.only not in ("extract", "frontier") and not os.path.isfile(options.warc):
        sys.exit(f"{options.warc}: there is no such archive; name one as argument or in BENCH_WARC")
    sections, is_enough = [], True
    if options.only in (None, "filter"):
        section, is_enough = filter.measure(options)
        sections.append(section)
        print(section, flush=True)
    if options.only in (None, "warc"):
        sections.append(archive.measure(options))
        print(sections[-1], flush=True)
    if options.only in (None, "signals"):
        section, is_cheap = signals.measure(options)
        sections.append(section)
        is_enough = is_enough and is_cheap
        print(section, flush=True)
    if options.only in (None, "decide"):
        section, is_quick = decide.measure(options)
        sections.append(section)
        is_enough = is_enough and is_quick
        print(section, flush=True)
    if options.only == "extract" or options.only is None and os.path.isdir(options.pages):
        section, is_good = extract.measure(options)
        sections.append(section)
        is_enough = is_enough and is_good
        print(section, flush=True)
    if options.only in (None, "frontier"):
        section, is_cheap = frontier.measure(options)
        sections.append(section)
        is_enough = is_enough and is_cheap
        print(section, flush=True)
    if options.only in (None, "crawl"):
        sections.append(crawl.measure(options))
        print(sections[-1], flush=True)
    if options.write:
        report.write(sections, options)
    return 0 if is_enough else 1


sys.exit(main())
