"""The tables in docs/performance.md, with what is needed to repeat them."""
import datetime
import hashlib
import importlib.metadata
import os
import platform
import re
import sys

PAGE = "docs/performance.md"
BEGIN, END = "<!-- bench: written by scripts/bench --write -->", "<!-- bench: end -->"
PACKAGES = ["fastwarc", "resiliparse", "datadiligence", "trafilatura"]


def processor():
    with open("/proc/cpuinfo") as file:
        found = re.search(r"model name\s*: (.*)", file.read())
    return found.group(1) if found else platform.processor()


def circumstances(options):
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    # The digest, because a binary named with --binary need not be of the commit that is checked out.
    with open(options.binary, "rb") as file:
        binary = hashlib.sha256(file.read()).hexdigest()[:16]
    copies = f" --copies {options.copies}" if options.copies > 1 else ""
    return (
        f"Measured {datetime.date.today()} with a binary of SHA-256 {binary}… on {processor()}, {os.cpu_count()} cores, every program on one; load average at the end "
        f"{os.getloadavg()[0]:.1f}; Linux "
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
