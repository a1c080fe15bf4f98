"""How much memory `muniment filter` holds while it reads many gigabytes: the same archive under many names."""
import argparse
import gzip
import os
import shutil
import subprocess
import sys
import time

WARC = "../shared/corpus/real-pages-181.warc.gz"
FOLDER = ".bench/memory"
#: MB that a run with two workers may hold.
MOST = 400
#: What the last tenths may hold more than the second and third: the allocator's own ups and downs.
SLACK = 1.15


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/memory")
    parser.add_argument("warc", nargs="?", default=os.environ.get("BENCH_WARC", WARC))
    parser.add_argument("--binary", required=True)
    parser.add_argument("--gigabytes", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def unpacked(path):
    """Bytes that a gzip archive unpacks to."""
    size = 0
    with gzip.open(path) as file:
        while piece := file.read(1 << 20):
            size += len(piece)
    return size


def inputs(options):
    """Names for as many copies as make the gigabytes; gives their count and the bytes of one."""
    size = unpacked(options.warc)
    count = max(1, round(options.gigabytes * 1e9 / size))
    os.makedirs(f"{FOLDER}/in")
    for number in range(count):
        os.symlink(os.path.abspath(options.warc), f"{FOLDER}/in/copy-{number:06}.warc.gz")
    return count, size


def resident(pid):
    """MB that a process holds now, and the most it held; None once it is gone."""
    try:
        with open(f"/proc/{pid}/status") as file:
            lines = dict(line.split(":", 1) for line in file if ":" in line)
        return int(lines["VmRSS"].split()[0]) / 1024, int(lines["VmHWM"].split()[0]) / 1024
    except (OSError, KeyError):
        return None


def watch(process, count):
    """The most memory seen in each tenth of the inputs, and in all."""
    tenths, peak = [0.0] * 10, 0.0
    while process.poll() is None:
        time.sleep(0.2)
        held = resident(process.pid)
        if held is None:
            continue
        try:
            done = len(os.listdir(f"{FOLDER}/out/manifests/inputs"))
        except OSError:
            done = 0
        place = min(9, done * 10 // count)
        tenths[place] = max(tenths[place], held[0])
        peak = max(peak, held[1])
    return tenths, peak


def main():
    options = arguments()
    if not os.path.isfile(options.warc):
        print(f"{options.warc}: there is no such archive; name one as argument or in BENCH_WARC", file=sys.stderr)
        return 3
    shutil.rmtree(FOLDER, ignore_errors=True)
    count, size = inputs(options)
    command = [options.binary, "filter", f"{FOLDER}/in", "--out", f"{FOLDER}/out", "--config", "config/bench.yaml", "--no-registry",
               "--workers", str(options.workers), "--json"]
    started = time.time()
    with open(f"{FOLDER}/errors", "w") as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        tenths, peak = watch(process, count)
    if process.returncode != 0:
        print(f"muniment ended with {process.returncode}; see {FOLDER}/errors", file=sys.stderr)
        return 3
    print(f"{count} archives, {count * size / 1e9:.1f} GB of records, {options.workers} workers, {time.time() - started:.0f} s.")
    print("MB held, the most of each tenth: " + " ".join(f"{held:.0f}" for held in tenths) + f"; the most of all: {peak:.0f}.")
    shutil.rmtree(f"{FOLDER}/out")
    grew = count >= 20 and max(tenths[7:]) > SLACK * max(tenths[1:3])
    if grew or peak > MOST:
        print("FAILED: " + ("it grew." if grew else f"over {MOST} MB."))
        return 1
    return 0


sys.exit(main())
