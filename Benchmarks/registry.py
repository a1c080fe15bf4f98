"""The registry's snapshot beside stores others would use, over the same entries, in one run.

Each store answers the same questions: does any of a page's host levels, path levels or its payload stand in it? The
peers are called from Python, which is a good part of what a look-up in them costs. They are asked twice: with the keys of each
page made beforehand, and with the page's host, path and payload, from which the keys are made first, as muniment does.
Muniment is given the canonical address and the payload's digest, and gives back the objections themselves.
"""

import argparse
import hashlib
import os
import random
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import time


def keys_of(line):
    kind, value = line.split(",")[:2]
    if kind == "domain":
        return b"d" + value.encode()
    if kind == "prefix":
        return b"p" + value.split("://", 1)[1].encode()
    return b"h" + bytes.fromhex(value.removeprefix("sha256:"))


def candidates(host, path, payload):
    labels = host.split(".")
    keys = [b"d" + ".".join(labels[at:]).encode() for at in range(len(labels) - 1)]
    whole = host + path
    keys += [b"p" + whole[:at + 1].encode() for at, letter in enumerate(whole) if letter == "/"]
    return keys + [b"h" + payload]


def questions(lines, count):
    """Every tenth page is covered by an entry."""
    pick = random.Random(7)
    pages = []
    for number in range(count):
        payload = hashlib.sha256(b"page %d" % number).digest()
        host, path = f"www.nowhere{number}.example", f"/archive/{number}.html"
        if number % 10 == 0:
            kind, value = pick.choice(lines).split(",")[:2]
            if kind == "domain":
                host = "www." + value
            elif kind == "prefix":
                host, _, rest = value.split("://", 1)[1].partition("/")
                path = "/" + rest + "page.html"
            else:
                payload = bytes.fromhex(value.removeprefix("sha256:"))
        pages.append((host, path, payload))
    return pages


def ask(find, pages, are_keys):
    """Median nanoseconds a page, of the second round, and how many were covered. Pages are keys, or what they are made of."""
    times, hits = [], 0
    for turn in range(2):
        times, hits = [], 0
        for page in pages:
            start = time.perf_counter_ns()
            found = False
            for key in page if are_keys else candidates(*page):
                if find(key):
                    found = True
            times.append(time.perf_counter_ns() - start)
            hits += found
    return statistics.median(times), hits


def python_set(entries, folder):
    known = set(entries)
    return known.__contains__, 0


def sqlite(entries, folder):
    path = folder + "/peer.sqlite"
    store = sqlite3.connect(path)
    store.execute("CREATE TABLE entry(key BLOB PRIMARY KEY) WITHOUT ROWID")
    store.executemany("INSERT OR IGNORE INTO entry VALUES (?)", ((key,) for key in entries))
    store.commit()
    cursor = store.cursor()
    return lambda key: cursor.execute("SELECT 1 FROM entry WHERE key = ?", (key,)).fetchone(), os.path.getsize(path)


def lmdb(entries, folder):
    import lmdb

    path = folder + "/peer.lmdb"
    store = lmdb.open(path, map_size=8 << 30, sync=False)
    with store.begin(write=True) as writer:
        writer.cursor().putmulti(((key, b"") for key in entries), overwrite=False)
    reader = store.begin()
    return lambda key: reader.get(key) is not None, os.path.getsize(path + "/data.mdb")


def rocksdb(entries, folder):
    import rocksdict

    path = folder + "/peer.rocks"
    options = rocksdict.Options(raw_mode=True)
    store = rocksdict.Rdict(path, options)
    for start in range(0, len(entries), 10_000):
        batch = rocksdict.WriteBatch(raw_mode=True)
        for key in entries[start:start + 10_000]:
            batch.put(key, b"")
        store.write(batch)
    store.flush()
    size = sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
    return lambda key: store.get(key) is not None, size


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True, help="muniment-registry-measure")
    parser.add_argument("--entries", type=int, default=10_000_000)
    parser.add_argument("--questions", type=int, default=200_000)
    parser.add_argument("--folder", required=True)
    arguments = parser.parse_args()
    folder = arguments.folder
    os.makedirs(folder, exist_ok=True)
    ours = subprocess.run(
        ["taskset", "-c", "0", arguments.binary, folder, str(arguments.entries)],
        check=True, capture_output=True, text=True).stdout
    print("muniment: the snapshot, one core\n" + ours)
    median = int(re.search(r"median (\d+) ns", ours)[1])
    print(f"load average {os.getloadavg()[0]:.1f}")
    with open(folder + "/list.csv") as file:
        lines = file.read().splitlines()
    pages = questions(lines, arguments.questions)
    entries = [keys_of(line) for line in lines]
    ready = [candidates(*page) for page in pages]
    print(f"{'store':12} {'build s':>9} {'octets/entry':>13} {'keys ready, ns':>15} {'muniment is':>12} {'a page, ns':>11} "
          f"{'muniment is':>12} {'covered':>8}")
    fastest = None
    for name, make in [("Python set", python_set), ("SQLite", sqlite), ("LMDB", lmdb), ("RocksDB", rocksdb)]:
        for left in ("peer.sqlite", "peer.lmdb", "peer.rocks"):
            path = os.path.join(folder, left)
            shutil.rmtree(path) if os.path.isdir(path) else os.path.exists(path) and os.remove(path)
        start = time.perf_counter()
        find, size = make(entries, folder)
        built = time.perf_counter() - start
        theirs, hits = ask(find, ready, True)
        whole, _ = ask(find, pages, False)
        fastest = min(fastest or (theirs, whole), (theirs, whole))
        shown = f"{size / len(entries):.1f}" if size else "in memory"
        print(f"{name:12} {built:9.1f} {shown:>13} {theirs:15.0f} {theirs / median:11.1f}x {whole:11.0f} {whole / median:11.1f}x {hits:8}")
    keys = statistics.mean(map(len, ready))
    print(f"keys a page {keys:.1f}; fastest peer / muniment = {fastest[0] / median:.1f} with keys ready, {fastest[1] / median:.1f} without")
    print(f"load average {os.getloadavg()[0]:.1f}")
    print(f"peers' memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
