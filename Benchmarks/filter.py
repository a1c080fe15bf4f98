"""`muniment filter` beside the peers: documents and text per CPU-second over the same file."""
import datetime
import io
import json
import os
import shutil

import zstandard
from fastwarc.stream_io import FileStream
from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

import evidence
from runs import median, run, table

MODES = ["fastwarc", "main", "full", "trafilatura"]
LEAST_TEXT = 0.8
OPEN = "with open-only"
OUT = ".bench/filter-out"
SITES = ".bench/filter-sites"


def copies(warc, count):
    """The archive `count` times over; concatenated archives are an archive."""
    if count == 1:
        return warc
    name = os.path.basename(warc)
    path = f".bench/x{count}-{name}"
    with open(warc, "rb") as source, open(path, "wb") as out:
        data = source.read()
        for _ in range(count):
            out.write(data)
    return path


def text_bytes(warc, urls):
    """UTF-8 bytes, bytes of the pages in `urls`, and characters of Resiliparse's main text: peers count characters only."""
    total = common = characters = 0
    for record in ArchiveIterator(FileStream(warc, "rb"), record_types=WarcRecordType.response, parse_http=True):
        text = extract_plain_text(HTMLTree.parse_from_bytes(record.reader.read(), "utf-8"), main_content=True)
        size = len(text.encode("utf-8", "surrogatepass"))
        total += size
        common += size if record.headers["WARC-Target-URI"] in urls else 0
        characters += len(text)
    return total, common, characters


def lines(folder):
    """Every line of the row files of a folder."""
    for name in sorted(os.listdir(folder)):
        with open(f"{folder}/{name}", "rb") as file:
            yield from io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True))


def command(options, warc, at):
    return [options.binary, "filter", warc, "--config", "config/bench.yaml", "--no-registry", "--site-evidence", SITES,
            "--at", at.strftime("%Y-%m-%dT%H:%M:%SZ"), "--out", OUT, "--json"]


def strict(options, warc, at):
    """The same work under the strictest pack: what it refuses is read all the same, and written as evidence alone."""
    return [options.binary, "filter", warc, "--config", "config/default.yaml", "--packs", "open-only", "--no-registry",
            "--site-evidence", SITES, "--at", at.strftime("%Y-%m-%dT%H:%M:%SZ"), "--out", OUT + "-open", "--json"]


def alternate(options, warc, at):
    """Runs of each program, one of each per round."""
    results = {name: [] for name in ["muniment", OPEN] + MODES}
    for _ in range(options.rounds):
        shutil.rmtree(OUT, ignore_errors=True)
        shutil.rmtree(OUT + "-open", ignore_errors=True)
        results["muniment"].append(run(command(options, warc, at)))
        results[OPEN].append(run(strict(options, warc, at)))
        for mode in MODES:
            results[mode].append(run([os.sys.executable, options.peers, mode, warc]))
    return results


def measure(options):
    """The table, and whether there is text enough."""
    warc = copies(options.warc, options.copies)
    at = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    shutil.rmtree(SITES, ignore_errors=True)
    evidence.write(warc, SITES, at)
    # Neither the first reading of the file nor the compiling of Python modules belongs to anyone's time.
    for mode in MODES:
        run([os.sys.executable, options.peers, mode, warc])
    results = alternate(options, warc, at)
    return describe(options, warc, results)


def describe(options, warc, results):
    said = {mode: json.loads(results[mode][0].output.strip().splitlines()[-1]) for mode in MODES}
    manifest = json.load(open(OUT + "/manifest.json"))["counts"]
    documents, urls = [], set()
    for row in map(json.loads, lines(OUT + "/documents")):
        documents.append(row["text"])
        urls.add(row["metadata"]["url"])
    full_bytes, common_bytes, full_characters = text_bytes(warc, urls)
    if full_characters != said["full"]["text_chars"]:
        os.sys.exit(f"the peers read {said['full']['text_chars']} characters, this script {full_characters}: versions differ")
    texts = {"muniment": (manifest["textBytes"], sum(map(len, documents))), OPEN: (None, None)}
    for mode in MODES:
        count = said[mode]["text_chars"]
        texts[mode] = (full_bytes if mode in ("main", "full") else None, count)
    pages, html = said["full"]["docs"], said["full"]["html_mb"]
    share = texts["muniment"][0] / full_bytes
    rows = [line(name, results, texts, pages, html) for name in ["muniment", OPEN] + MODES]
    head = ["`filter`", "CPU s min", "median", "pages/CPU s", "text bytes/CPU s", "text chars/CPU s", "HTML MB/CPU s", "RSS MB", "muniment is"]
    sizes = sorted(len(line) - 1 for line in lines(OUT + "/evidence"))
    notes = [
        f"{pages} pages, {html} MB of HTML, {manifest['documents']} documents; {options.rounds} alternating rounds, medians.",
        f"Text: {texts['muniment'][0]} bytes, {share:.2f} of the {full_bytes} of `full` (at least {LEAST_TEXT} is due); "
        f"{texts['muniment'][0] / common_bytes:.2f} of its text of the same pages.",
        f"Evidence rows: median {median(sizes):.0f} bytes, 99 % {sizes[min(len(sizes) - 1, len(sizes) * 99 // 100)]} bytes, "
        f"compressed {folder_size(OUT + '/evidence') / len(sizes):.0f} bytes a row.",
    ]
    if share < LEAST_TEXT:
        notes.append("FAILED: too little text to compare speeds.")
    return table(head, rows) + "\n\n" + "\n".join(notes) + "\n", share >= LEAST_TEXT


def line(name, results, texts, pages, html):
    cpu = [one.cpu for one in results[name]]
    middle = median(cpu)
    size, characters = texts[name]
    return [
        name, f"{min(cpu):.3f}", f"{middle:.3f}", f"{pages / middle:.1f}",
        f"{size / middle:.0f}" if size else "", f"{characters / middle:.0f}" if characters else "",
        f"{html / middle:.1f}", f"{median([one.rss_mb for one in results[name]]):.0f}",
        "" if name == "muniment" else f"{middle / median([one.cpu for one in results['muniment']]):.2f} x",
    ]


def folder_size(folder):
    return sum(os.path.getsize(f"{folder}/{name}") for name in os.listdir(folder))
