"""Measures `muniment audit lookup` in the key index of a large run.

Takes an output with its index (--output; `scripts/bench recall --keep` leaves one), or makes one of 100,000 pages, and grows its index to as many
rows as asked for with records of keys that nobody asks for, four for each row: same files, same form, same roots. Then addresses that are in it and
addresses that are not are looked up, each by a process of its own, with proof. Prints milliseconds by the clock and of CPU time: of the whole
process, and of one that only tells its version.
"""
import argparse, hashlib, json, os, random, shutil, statistics, subprocess, sys, tempfile, time
from audit import archive, run


def sha(data):
    return hashlib.sha256(data).digest()


def fold(nodes):
    """The root over up to 256 nodes, or over any number of a whole tree's edge (RFC 9162, section 2.1.1)."""
    while len(nodes) > 1:
        nodes = [sha(b"\1" + nodes[at] + nodes[at + 1]) if at + 1 < len(nodes) else nodes[at] for at in range(0, len(nodes), 2)]
    return nodes[0] if nodes else sha(b"")


def grow(folder, index, rows):
    """Writes the index anew with random records between the real ones; a bucket of keys at a time."""
    with open(f"{index}/keys.bin", "rb") as file:
        own = file.read()
    real = {}
    for at in range(0, len(own), 48):
        real.setdefault(own[at:at + 2], []).append(own[at:at + 48])
    with open(f"{index}/index.json") as file:
        head = json.load(file)
    more, blocks, tops, pending, count = max(0, rows * 4 - len(own) // 48) // 65536, [], [], [], 0
    where = b"".join(value.to_bytes(4, "big") for value in (0, 0, 1, 1))
    with open(f"{index}/keys.bin", "wb") as file:
        for bucket in range(65536):
            start, noise = bucket.to_bytes(2, "big"), os.urandom(30 * more)
            records = sorted([start + noise[at:at + 30] + where for at in range(0, len(noise), 30)] + real.get(start, []))
            file.write(b"".join(records))
            count += len(records)
            pending += [sha(b"\0" + record) for record in records]
            while len(pending) >= 256:
                blocks.append(fold(pending[:256]))
                del pending[:256]
    if pending:
        blocks.append(fold(pending))
    tops = [fold(blocks[at:at + 256]) for at in range(0, len(blocks), 256)]
    with open(f"{index}/blocks.bin", "wb") as file:
        file.write(b"".join(blocks))
    with open(f"{index}/tops.bin", "wb") as file:
        file.write(b"".join(tops))
    head |= {"count": count, "root": fold(tops).hex()}
    with open(f"{index}/index.json", "w") as file:
        file.write(json.dumps(head, sort_keys=True, separators=(",", ":")) + "\n")
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--output")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--queries", type=int, default=200)
    given = parser.parse_args()
    folder = tempfile.mkdtemp()
    output = given.output or f"{folder}/out"
    if not given.output:
        archive(f"{folder}/pages.warc.gz", 100_000)
        subprocess.run([given.binary, "filter", f"{folder}/pages.warc.gz", "--out", output, "--no-registry", "--packs", "jp",
                        "--at", "2026-11-23T00:00:00Z", "--json"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    began = time.monotonic()
    subprocess.run([given.binary, "audit", "index", output], check=True, stdout=subprocess.DEVNULL)
    with open(f"{output}/manifest.json") as file:
        rows = json.load(file)["counts"]["rows"]
    print(f"index of {rows} rows made in {time.monotonic() - began:.1f} s; load {os.getloadavg()[0]:.1f}")
    names = sorted(os.listdir(f"{output}/evidence"))
    text = subprocess.run(["zstd", "-dcq", f"{output}/evidence/{names[len(names) // 2]}"], capture_output=True, check=True).stdout
    lines = random.Random(1).sample(text.splitlines(), min(given.queries, text.count(b"\n")))
    inside = [json.loads(line)["url"] for line in lines]
    count = grow(folder, f"{output}/index", given.rows)
    print(f"grown to {count} records, as of {count // 4} rows: {os.path.getsize(f'{output}/index/keys.bin') >> 20} MiB")

    def measure(name, commands, due):
        walls, cpus = [], []
        for command in commands:
            wall, cpu, _, status, text = run([given.binary, *command], 0)
            walls.append(wall * 1000)
            cpus.append(cpu * 1000)
            if os.waitstatus_to_exitcode(status) != due:
                sys.exit(f"{command} ended with {status}: {text[-300:]}")
        ordered = sorted(walls)
        print(f"{name:28}{len(walls):6} {statistics.median(walls):8.1f} ms median {ordered[len(ordered) * 99 // 100]:8.1f} ms 99 % "
              f"{statistics.mean(cpus):8.1f} CPU ms mean")

    ask = ["audit", "lookup", "--in", output, "--proof", f"{folder}/proof.json", "--json"]
    measure("a process that does nothing", [["--version"]] * 50, 0)
    measure("in", [ask + [url] for url in inside], 0)
    subprocess.run([given.binary, "audit", "check-proof", f"{folder}/proof.json"], check=True, stdout=subprocess.DEVNULL)
    measure("not in", [ask + [url + "/none"] for url in inside], 1)
    subprocess.run([given.binary, "audit", "check-proof", f"{folder}/proof.json"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([given.binary, "audit", "index", output], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(folder)


main()
