"""`muniment crawl` beside Scrapy and a bare curl_multi loop, over the archive's pages on a loopback nginx."""
import json
import os
import shutil
import signal
import subprocess
import sys
import time

from fastwarc.stream_io import FileStream
from fastwarc.warc import ArchiveIterator, WarcRecordType

import runs

FOLDER = ".bench/crawl"
PORT = 18190
HOSTS = 64
#: How often each page is offered, under URLs of its own, so that starting the programs weighs less.
TIMES = 6


def pages(warc):
    """Writes the pages as files; gives how many there are."""
    os.makedirs(f"{FOLDER}/web", exist_ok=True)
    count = 0
    for record in ArchiveIterator(FileStream(warc, "rb"), record_types=WarcRecordType.response, parse_http=True):
        with open(f"{FOLDER}/web/{count}.html", "wb") as file:
            file.write(record.reader.read())
        count += 1
    return count


def serve():
    """One nginx on 64 loopback addresses, each a host of its own; its pages may be asked for as /<n>/<page>.html."""
    listen = "\n".join(f"    listen 127.0.1.{k + 1}:{PORT};" for k in range(HOSTS))
    root = os.path.abspath(FOLDER)
    user = "user root;" if os.geteuid() == 0 else ""
    with open(f"{FOLDER}/nginx.conf", "w") as file:
        file.write(f"""daemon off; worker_processes 1; pid {root}/nginx.pid; error_log {root}/error.log; {user}
events {{ worker_connections 4096; }}
http {{
  access_log off; types {{ text/html html; }} default_type text/html; sendfile on; keepalive_requests 100000;
  client_body_temp_path {root}/t1; proxy_temp_path {root}/t2; fastcgi_temp_path {root}/t3;
  uwsgi_temp_path {root}/t4; scgi_temp_path {root}/t5;
  server {{
{listen}
    root {root}/web;
    location ~ ^/[0-9]+/([0-9]+\\.html)$ {{ alias {root}/web/$1; }}
  }}
}}
""")
    server = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-c", f"{root}/nginx.conf"])
    time.sleep(1)
    if server.poll() is not None:
        sys.exit(f"nginx did not start; see {FOLDER}/error.log")
    return server


def settings(urls):
    text = open("config/bench.yaml").read()
    text = text.replace("directory: bench", f"directory: {os.path.abspath('config/bench')}")
    text += f"\nsignals: {{directory: {os.path.abspath('config/signals')}}}\n"
    text += "\ncrawl:\n  delay: 0ms\n  concurrency: 64\n  depth: 0\n  wait: 0ms\n  allow_addresses: [127.0.0.0/8]\n  seeds:\n"
    text += "".join(f"    - {url}\n" for url in urls)
    with open(f"{FOLDER}/crawl.yaml", "w") as file:
        file.write(text)


def commands(options):
    out = f"{FOLDER}/out"
    return {
        "muniment crawl": [options.binary, "crawl", "--config", f"{FOLDER}/crawl.yaml", "--out", out, "--no-registry", "--json"],
        "scrapy": [sys.executable, "Benchmarks/spider.py", f"{FOLDER}/urls", f"{FOLDER}/scrapy.jsonl", "64"],
        "curl_multi": ["sh", "-c", f"{FOLDER}/curl_multi 64 < {FOLDER}/urls"],
    }


def count(name, output):
    last = json.loads(output.strip().splitlines()[-1])
    return last["counts"]["rows"] if name == "muniment crawl" else last["pages"]


def measure(options):
    """The table of the crawl, as Markdown."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    number = pages(options.warc)
    urls = [f"http://127.0.1.{(n * TIMES + k) % HOSTS + 1}:{PORT}/{k}/{n}.html" for n in range(number) for k in range(TIMES)]
    with open(f"{FOLDER}/urls", "w") as file:
        file.write("\n".join(urls) + "\n")
    settings(urls)
    subprocess.run(["cc", "-O2", "-o", f"{FOLDER}/curl_multi", "Benchmarks/curl_multi.c", "-lcurl"], check=True)
    server = serve()
    taken = {}
    try:
        for _ in range(options.rounds):
            for name, command in commands(options).items():
                shutil.rmtree(f"{FOLDER}/out", ignore_errors=True)
                run = runs.run(command)
                got = count(name, run.output)
                if got != len(urls):
                    sys.exit(f"{name} answered for {got} of {len(urls)} URLs; the figures would not compare")
                taken.setdefault(name, []).append(run)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)
    return render(taken, len(urls))


def render(taken, number):
    medians = {name: runs.median([run.cpu for run in of]) for name, of in taken.items()}
    ours = medians["muniment crawl"]
    rows = []
    for name, of in taken.items():
        wall = runs.median([run.wall for run in of])
        rows.append([
            name, f"{number / wall:.0f}", f"{medians[name] / number * 1000:.2f}", f"{max(run.rss_mb for run in of):.0f}",
            "" if name == "muniment crawl" else f"{medians[name] / ours:.2f} x"])
    head = ["`crawl`", "pages/s", "CPU s / 1000 pages", "RSS MB", "muniment needs 1, it needs"]
    return (
        runs.table(head, rows)
        + f"\n\n{number} URLs of {HOSTS} hosts on loopback, one connection a host, no delay; {len(of)} alternating rounds, medians.\n"
        + "muniment reads robots.txt and tdmrep.json, rights and main text, and writes WARC, evidence and shards; Scrapy writes the "
        + "HTML as JSON lines and reads no robots.txt; the bare loop keeps nothing and reads nothing.\n")
