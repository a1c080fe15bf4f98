"""The tables in docs/performance.md, with what is needed to repeat them."""
import datetime
import importlib.metadata
import os
import platform
import re
import subprocess
import sys

PAGE = "docs/performance.md"
BEGIN, END = "<!-- bench: written by scripts/bench --write -->", "<!-- bench: end -->"
PACKAGES = ["fastwarc", "resiliparse", "datadiligence", "trafilatura", "scrapy"]


def processor():
    with open("/proc/cpuinfo") as file:
        found = re.search(r"model name\s*: (.*)", file.read())
    return found.group(1) if found else platform.processor()


def circumstances(options):
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    copies = f" --copies {options.copies}" if options.copies > 1 else ""
    return (
        f"Measured {datetime.date.today()} at {commit} on {processor()}, {os.cpu_count()} cores, one used by `filter`; Linux "
        f"{platform.release()}, Python {platform.python_version()}, {versions}.\n"
        f"To repeat: `scripts/bench --rounds {options.rounds}{copies} {os.path.basename(options.warc)}`.")


def write(sections, options):
    with open(PAGE) as file:
        page = file.read()
    if BEGIN not in page or END not in page:
        sys.exit(f"{PAGE}: the lines between which tables are written are missing")
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    body = "\n\n".join([circumstances(options)] + [section.strip() for section in sections])
    with open(PAGE, "w") as file:
        file.write(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}")
    print(f"written to {PAGE}")
