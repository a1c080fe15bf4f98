"""Site evidence in which every protocol was looked for and absent, for the origins of one archive."""
import datetime
import json
import os
from urllib.parse import urlsplit

from fastwarc.stream_io import FileStream
from fastwarc.warc import ArchiveIterator, WarcRecordType

KINDS = {
    "robots.txt": "/robots.txt", "tdmrep.json": "/.well-known/tdmrep.json", "ai.txt": "/ai.txt", "trust.txt": "/trust.txt",
    "well-known/trust.txt": "/.well-known/trust.txt",
}
DEFAULT_PORTS = {"http": 80, "https": 443}


def origin_of(url):
    """The origin of a URL as `sites/` rows write it; None if it is no web address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return None
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port and port != DEFAULT_PORTS[parts.scheme] else "")


def moments(warc):
    """(origin, time of capture) of every response."""
    found = set()
    for record in ArchiveIterator(FileStream(warc, "rb"), record_types=WarcRecordType.response, parse_http=False):
        origin = origin_of(record.headers.get("WARC-Target-URI", ""))
        if origin and record.record_date:
            found.add((origin, record.record_date.astimezone(datetime.timezone.utc).replace(microsecond=0)))
    return found


def row(kind, origin, fetched):
    text = "%Y-%m-%dT%H:%M:%SZ"
    return {
        "bytes": 0, "content_type": "", "cut": False, "digest": "", "expires": (fetched + datetime.timedelta(days=1)).strftime(text),
        "fetched": fetched.strftime(text), "hops": [[404, origin + KINDS[kind]]], "kind": kind, "origin": origin,
        "outcome": "absent", "reason": "", "v": 1,
    }


def write(warc, folder, at):
    """Writes the store: each origin as it was a minute before its capture, and a minute before `at`."""
    os.makedirs(folder + "/sites", exist_ok=True)
    minute = datetime.timedelta(minutes=1)
    seen = moments(warc)
    times = {(origin, time - minute) for origin, time in seen} | {(origin, at - minute) for origin, _ in seen}
    with open(folder + "/sites/part-000000-000.jsonl", "w") as out:
        for origin, time in sorted(times):
            for kind in KINDS:
                out.write(json.dumps(row(kind, origin, time), sort_keys=True, separators=(",", ":")) + "\n")
    return len({origin for origin, _ in seen})
