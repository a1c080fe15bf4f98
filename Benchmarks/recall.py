"""Measures `muniment recall` of many objections against many documents, beside the reading and writing that it cannot do without.

Pages are filtered, nearly all of them admitted, into as many parts as there are archives. Objections cover pages of some of the parts. Timed are the
search alone (--dry-run) and the recall; beside them `zstd` unpacking all evidence, and unpacking and packing the documents of the parts
concerned. It is checked that only these have a new revision, that everything verifies, and, with --kills, that a recall that was
killed at random moments and given again leaves the same files. Ends with 1 if one of these is not so.
"""
import argparse, gzip, hashlib, json, os, random, shutil, signal, subprocess, sys, tempfile, time
from audit import SITE_FILES, record, run

AT = "2026-11-23T00:00:00Z"


def archive(path, part, pages):
    number = 0
    with gzip.open(path, "wb", compresslevel=1) as file:
        for site in range(0, pages, 100):
            host = f"http://s{site // 100}.p{part}.example"
            for name, status in [("/robots.txt", 200)] + [(name, 404) for name in SITE_FILES]:
                body = b"User-agent: *\nAllow: /\n" if status == 200 else b""
                file.write(record(host + name, part * 10_000_000 + number, body, "text/plain", status))
                number += 1
            for page in range(site, min(site + 100, pages)):
                text = f"<title>{page}</title><p>" + f"Page {page} of part {part} says what pages say, and not what others do. " * 6
                file.write(record(f"{host}/p/{page}", part * 10_000_000 + number, text.encode()))
                number += 1


def digests(folder):
    """Of every file but those that differ from run to run."""
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def timed(work):
    began = (time.monotonic(), os.times())
    work()
    wall, ended = time.monotonic() - began[0], os.times()
    return wall, sum(ended[:4]) - sum(began[1][:4])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--parts", type=int, default=100)
    parser.add_argument("--concerned", type=int, default=20, help="parts that the objections are of")
    parser.add_argument("--objections", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--keep", help="a folder to work in, which stays; what is in it is not made again")
    given = parser.parse_args()
    folder = given.keep or tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)
    output, pages, chance = f"{folder}/whole", given.documents // given.parts, random.Random(1)
    if not os.path.exists(f"{output}/manifest.json"):
        for part in range(given.parts):
            archive(f"{folder}/{part:04}.warc.gz", part, pages)
        archives = [f"{folder}/{part:04}.warc.gz" for part in range(given.parts)]
        subprocess.run([given.binary, "filter", *archives, "--out", output, "--no-registry", "--packs", "jp", "--at", AT, "--workers", "2",
                        "--json"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(f"{output}/manifest.json") as file:
        counts = json.load(file)["counts"]
    parts = sorted(chance.sample(range(given.parts), given.concerned))
    with open(f"{folder}/list", "w") as file:
        for number in range(given.objections):
            part, page = parts[number % len(parts)], number // len(parts) * 7 % pages
            scope = {"kind": "url", "value": f"http://s{page // 100}.p{part}.example/p/{page}"}
            file.write(json.dumps({"id": f"O-{number}", "scope": scope, "state": "EFFECTIVE", "standing": "L2", "effective_from": AT,
                                   "recorded_at": AT}) + "\n")
    if not os.path.exists(f"{folder}/key"):
        subprocess.run([given.binary, "ledger", "key", "recall.example", "--out", f"{folder}/key"], check=True, stdout=subprocess.DEVNULL)
    work = f"{folder}/work"

    def copy():
        shutil.rmtree(work, ignore_errors=True)
        subprocess.run(["cp", "-a", output, work], check=True)

    def recall(*more):
        return [given.binary, "recall", work, "--list", f"{folder}/list", "--at", "2026-11-24T00:00:00Z", "--json", *more]

    copy()
    print(f"{counts['documents']} documents in {given.parts} parts, {given.objections} objections to pages of {given.concerned}; load {os.getloadavg()[0]:.1f}")
    files = [f"{output}/documents/part-{part:06}-000.jsonl.zst" for part in parts]
    evidence = [f"{output}/evidence/{name}" for name in sorted(os.listdir(f"{output}/evidence"))]

    def pack():
        for path in files:
            with open(f"{folder}/packed", "wb") as file:
                unpacked = subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE)
                subprocess.run(["zstd", "-q", "-3", "--check", "-c"], stdin=unpacked.stdout, stdout=file, check=True)
                unpacked.wait()
                os.fsync(file.fileno())

    def unpack(paths):
        subprocess.run(["zstd", "-dcq", *paths], stdout=subprocess.DEVNULL, check=True)

    for name, (wall, cpu) in [("zstd: unpack all evidence", timed(lambda: unpack(evidence))), ("zstd: unpack and pack the parts", timed(pack))]:
        print(f"{name:34}{wall:8.2f} s {cpu:8.2f} CPU s")
    for name, arguments in [("recall --dry-run", ["--dry-run"]), ("recall", ["--key", f"{folder}/key"])]:
        wall, cpu, memory, status, text = run(recall(*arguments), 0)
        found = json.loads(text.splitlines()[0]) if text else {}
        print(f"{name:34}{wall:8.2f} s {cpu:8.2f} CPU s {memory:5} MiB, {found.get('documents')} documents, {len(found.get('parts', []))} files")
        # A few of the pages may have been held, and are no documents.
        if status or not given.objections * 9 // 10 <= found.get("documents", 0) <= given.objections:
            sys.exit(f"{name} ended with {status}: {text[-400:]}")
        seconds = wall
    before, due = digests(output), digests(work)
    changed = {name for name in before if due.get(name) != before[name]}
    if changed != {f"documents/part-{part:06}-000.jsonl.zst" for part in parts}:
        sys.exit(f"other files changed than the parts concerned: {sorted(changed)[:5]}")
    wall, cpu, memory, status, text = run([given.binary, "audit", "verify", work, "--json"], 0)
    rows = counts["rows"]
    print(f"{'verify, recalled':34}{wall:8.2f} s {cpu:8.2f} CPU s {memory:5} MiB, {rows / cpu:.0f} rows/CPU s, exit {status}")
    if status:
        sys.exit(text[-400:])
    for number in range(given.kills):
        copy()
        process = subprocess.Popen(recall("--key", f"{folder}/key"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        recorded = os.path.exists(f"{work}/recalls/000001.json")
        status = subprocess.run(recall("--key", f"{folder}/key"), stdout=subprocess.DEVNULL).returncode
        if status or digests(work) != due:
            sys.exit(f"kill {number}: the next recall ended with {status}, or left other files")
        print(f"killed {'after' if recorded else 'before'} it was recorded; given again: the same files")
    if not given.keep:
        shutil.rmtree(folder)


main()
