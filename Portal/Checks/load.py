"""500 objections over 50 connections, with a kill -9 in the middle: none lost, none doubled.

Usage: load.py PORTAL MUNIMENT FOLDER. Half of them are filed by the interface for programs and half by the pages' forms. Who
gets no answer sends the same again, as a browser or a program would. Exit code 1 if anything is lost, doubled or damaged.
"""
import http.client
import json
import os
import re
import secrets
import subprocess
import sys
import threading
import time
import urllib.parse

from server import Server, registry

CONNECTIONS, EACH = 50, 10
DEADLINE = 240
LIMITS = "limits: {reads: 1000000, filings: 1000000, connections: 512}"


class Client:
    """One connection that is opened again when it breaks."""

    def __init__(self, server, number):
        self.server, self.number, self.connection, self.cookie = server, number, None, ""

    def ask(self, method, path, body=None, fields=None):
        fields = dict(fields or {})
        if self.cookie:
            fields["Cookie"] = self.cookie
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
                self.connection.request(method, path, body, fields)
                answer = self.connection.getresponse()
                text = answer.read().decode()
                cookie = answer.getheader("Set-Cookie")
                if cookie:
                    self.cookie = cookie.split(";")[0]
                return answer.status, text
            except (OSError, http.client.HTTPException):
                self.connection = None
                broken.append(self.number)
                time.sleep(0.05)
        raise TimeoutError(path)


broken = []


def by_api(client, name):
    form = {"objector": {"name": "Ann", "contact": f"ann@{name}", "kind": "author"}, "authority": True,
            "good_faith": True, "scope": [{"kind": "host", "value": f"www.{name}"}]}
    status, text = client.ask("POST", "/api/v1/objections", json.dumps(form), {
        "Content-Type": "application/json", "Idempotency-Key": secrets.token_urlsafe(18)})
    assert status == 201, (status, text)
    answer = json.loads(text)
    return answer["receipt"]["objection"], answer["token"]


def by_form(client, name):
    _, page = client.ask("GET", "/en/object")

    def hidden(field):
        return re.search(f'name="{field}" value="([^"]*)"', page).group(1)

    form = urllib.parse.urlencode({
        "form": hidden("form"), "key": hidden("key"), "step": "who", "kind": "host", "values": f"www.{name}",
        "act": "exclude_all", "name": "Ann", "contact": f"ann@{name}", "role": "author", "good_faith": "yes",
        "authority": "yes"})
    status, text = client.ask("POST", "/en/object", form, {"Content-Type": "application/x-www-form-urlencoded"})
    assert status == 200, (status, text)
    return re.search(r"O-[0-9a-f]{20}", text).group(0), re.search(r"/en/follow/([\w-]{22,})", text).group(1)


def main(portal, muniment, folder):
    store, settings = registry(muniment, folder, LIMITS)
    server = Server(portal, settings, f"{folder}/portal.log")
    server.start()
    filed, times, faults, lock = [], [], [], threading.Lock()

    def work(number):
        client = Client(server, number)
        for index in range(EACH):
            began = time.monotonic()
            try:
                pair = (by_api if index % 2 else by_form)(client, f"site-{number}-{index}.example")
            except Exception as fault:
                with lock:
                    faults.append(f"{number}-{index}: {fault!r}")
                return
            with lock:
                filed.append(pair)
                times.append(time.monotonic() - began)

    began = time.monotonic()
    threads = [threading.Thread(target=work, args=(number,)) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    while len(filed) < CONNECTIONS * EACH // 2 and time.monotonic() - began < DEADLINE and not faults:
        time.sleep(0.005)
    before = len(filed)
    server.kill()
    server.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    client = Client(server, -1)
    lost = [name for name, token in filed
            if name not in client.ask("GET", f"/en/follow/{token}")[1]]
    server.stop()
    log = subprocess.run([muniment, "registry", "log", "--json", "--store", store], check=True, capture_output=True)
    events = [json.loads(line) for line in log.stdout.splitlines()]
    count = sum(event["event"] == "file" for event in events)
    check = subprocess.run([muniment, "registry", "log", "--check", "--store", store], capture_output=True, text=True)
    size = CONNECTIONS * EACH
    times.sort()
    print(f"{len(filed)} of {size} filed over {CONNECTIONS} connections in {took:.1f} s ({size / took:.0f} a second), killed "
          f"after {before}; {len(broken)} requests got no answer and were sent again")
    print(f"one takes {times[len(times) // 2] * 1000:.0f} ms in the median, {times[len(times) * 99 // 100] * 1000:.0f} ms at 99 %, "
          f"with all {CONNECTIONS} at once; load {os.getloadavg()[0]:.1f}")
    print(f"in the log: {count} filings; {len(set(name for name, _ in filed))} different ones were answered; "
          f"{len(lost)} links do not lead there; log check: {check.stdout.strip().splitlines()[-1] if check.returncode == 0 else check.stderr}")
    for fault in faults[:10]:
        print(fault)
    if faults or lost or count != size or len(set(filed)) != size or check.returncode or before >= size:
        sys.exit("objections were lost, doubled or damaged")


main(*sys.argv[1:4])
