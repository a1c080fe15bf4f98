"""One run of one program: its CPU time, wall time and memory; and tables of many."""
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Run:
    cpu: float
    wall: float
    rss_mb: float
    output: str


def core():
    """The core that runs are pinned to, or None where that cannot be done."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    return cores[-1] if cores else None


def run(command, pinned=True, environment=None):
    """Runs a program to its end; CPU is user and system time of the whole process and those it waited for."""
    pin = core() if pinned else None
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})},
        preexec_fn=(lambda: os.sched_setaffinity(0, {pin})) if pin is not None else None)
    errors = open_reader(process.stderr)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}\nended with {process.returncode}\n{''.join(errors())[-2000:]}")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, output)


def open_reader(stream):
    """Reads a stream on a thread, so that neither pipe fills up; gives what was read."""
    import threading
    lines = []
    thread = threading.Thread(target=lambda: lines.extend(stream), daemon=True)
    thread.start()

    def result():
        thread.join(2)
        return lines
    return result


def median(values):
    return statistics.median(values)


def table(head, rows):
    """A Markdown table whose columns stand straight as plain text too."""
    cells = [head] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = ["| " + " | ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths))) + " |" for row in cells]
    rule = "|" + "|".join("-" * (w + 2) if i == 0 else "-" * (w + 1) + ":" for i, w in enumerate(widths)) + "|"
    return "\n".join([lines[0], rule] + lines[1:])
