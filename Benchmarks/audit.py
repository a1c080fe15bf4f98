"""Measures `muniment audit verify` and `audit replay` on generated outputs, on one core.

An archive of pages is filtered under one pack and under ten, its pages repeated under other addresses until there are enough
rows; then each command is timed in turn. Prints rows a second and the most memory held. It is no test.
"""
import argparse, gzip, json, os, re, resource, subprocess, sys, tempfile, time

TEN = "cn,cn-proposed,eu,ie,jp,open-only,sg,strict,uk,us"


SITE_FILES = ("/.well-known/tdmrep.json", "/ai.txt", "/trust.txt", "/.well-known/trust.txt")


def record(url, number, body, kind="text/html", status=200):
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    block = head + body
    fields = ("WARC/1.1\r\nWARC-Type: response\r\n"
              f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\n"
              f"WARC-Date: 2026-11-22T12:{number // 60 % 60:02}:{number % 60:02}Z\r\nWARC-Target-URI: {url}\r\n"
              f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n").encode()
    return fields + block + b"\r\n\r\n"


def archive(path, rows):
    """Sites of a hundred pages: silent ones, licensed ones, reserved ones, and ones nobody asked. Of two sites in five every site
    file was asked for, so that pages of theirs are admitted."""
    number = 0
    with gzip.open(path, "wb", compresslevel=1) as file:
        for site in range(rows // 100):
            host = f"http://s{site}.example"
            if site % 4 != 3:
                file.write(record(f"{host}/robots.txt", number, b"User-agent: *\nAllow: /\n", "text/plain"))
                number += 1
            if site % 5 < 2:
                for path in SITE_FILES:
                    file.write(record(host + path, number, b"", "text/plain", 404))
                    number += 1
            for page in range(100):
                mark = ["", '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>',
                        '<meta name="robots" content="noai">', ""][(site + page) % 4]
                text = f"<title>{page}</title>{mark}<p>" + f"Page {page} of site {site} says what pages say. " * 12
                file.write(record(f"{host}/p/{page}", number, text.encode()))
                number += 1


def run(arguments, core):
    started = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    text = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, status, text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--rows", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    folder = tempfile.mkdtemp()
    archive(f"{folder}/pages.warc.gz", given.rows)
    print(f"load {os.getloadavg()[0]:.1f}")
    print(f"{'':24}{'rows':>9}{'documents':>11}{'rows/s':>9}{'rows/CPU-s':>12}{'MiB':>6}")
    for packs, name in (("eu", "one pack"), (TEN, "ten packs")):
        output = f"{folder}/{name.replace(' ', '-')}"
        subprocess.run([given.binary, "filter", f"{folder}/pages.warc.gz", "--out", output, "--no-registry", "--packs", packs,
                        "--at", "2026-11-23T00:00:00Z", "--json"], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        with open(f"{output}/manifest.json") as file:
            documents = json.load(file)["counts"]["documents"]
        for command in ("verify", "replay"):
            best = None
            for _ in range(given.rounds):
                wall, cpu, memory, status, text = run([given.binary, "audit", command, output, "--json"], 0)
                if status:
                    sys.exit(f"audit {command} failed: {text[-400:]}")
                rows = int(re.search(r'"(?:evidence rows|rows)":(\d+)', text).group(1))
                best = min(best or (wall, cpu, memory), (wall, cpu, memory), key=lambda run: run[1])
            print(f"{command + ', ' + name:24}{rows:9}{documents:11}{rows / best[0]:9.0f}{rows / best[1]:12.0f}{best[2]:6}")


if __name__ == "__main__":
    main()
