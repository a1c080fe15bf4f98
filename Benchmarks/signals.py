"""What reading rights costs on HTML pages, beside libxml2 alone over the same bytes."""
import json
import statistics
import subprocess
import sys

MOST = 0.25


def measure(options):
    """The table, and whether the signal pass stays within its share of the bare pass."""
    command = [options.measure, "signals", options.warc, "--tables", "config/signals", "--rounds", str(max(5, options.rounds))]
    found = subprocess.run(["taskset", "-c", "0"] + command, stdout=subprocess.PIPE, check=False)
    if found.returncode:
        sys.exit(f"{command[0]} ended with {found.returncode}")
    result = json.loads(found.stdout)
    medians = {stage["name"]: statistics.median(stage["cpu_seconds"]) for stage in result["stages"]}
    bare = medians["libxml2 alone"]
    lines = ["| stage of a page | CPU s | µs a page | of libxml2 alone |", "|---|--:|--:|--:|"]
    for name, seconds in medians.items():
        lines.append(f"| {name} | {seconds:.3f} | {seconds / result['pages'] * 1e6:.0f} | {seconds / bare:.2f} x |")
    share = medians["signals"] / bare
    lines.append("")
    lines.append(
        f"{result['pages']} pages, {result['bytes'] / 1e6:.1f} MB; {len(result['stages'][0]['cpu_seconds'])} rounds in one process, "
        f"stages alternating page by page, medians. Signals: every carrier of a page, its headers and site files already parsed; "
        f"{share:.2f} of the bare pass (at most {MOST} is due).")
    return "\n".join(lines), share <= MOST
