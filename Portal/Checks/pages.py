"""The three-step form in headless Chromium, at the width of a phone and of a desk; pictures of each page.

Usage: pages.py PORTAL MUNIMENT FOLDER. Needs chromium and chromedriver. Exit code 1 if a page is wider than its window, a field has no
label, a page has a script, or a step does not lead on.
"""
import base64
import html.parser
import json
import os
import subprocess
import sys
import time
import urllib.request

from server import Server, registry

WIDTHS = {"phone": (390, 844), "desk": (1280, 900)}
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Labels(html.parser.HTMLParser):
    """Fields, and what names them to a screen reader."""

    def __init__(self):
        super().__init__()
        self.fields, self.labels, self.ids, self.headings = [], set(), [], []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        if tag in ("input", "select", "textarea") and given.get("type") != "hidden":
            self.fields.append(given.get("id"))
        if tag == "label":
            self.labels.add(given.get("for"))
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))

    def faults(self):
        found = [f"the field {field} has no label" for field in self.fields if field not in self.labels]
        found += [f"the id {name} stands twice" for name in set(self.ids) if self.ids.count(name) > 1]
        if self.headings.count(1) != 1:
            found.append(f"{self.headings.count(1)} main headings")
        found += [f"heading {one} after {before}" for before, one in zip(self.headings, self.headings[1:]) if one > before + 1]
        return found


class Driver:
    """WebDriver (W3C, 2018) over HTTP."""

    def __init__(self, port, width, height):
        self.root, self.width, self.height = f"http://127.0.0.1:{port}", width, height
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                            "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
                            f"--window-size={width},{height}"]}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
        self.root += f"/session/{answer['sessionId']}"
        self.window(height)

    def call(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.root + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as fault:
            sys.exit(f"{method} {path}: {fault.read().decode()[:500]}")

    def go(self, url):
        self.call("POST", "/url", {"url": url})

    def find(self, selector):
        return self.call("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def fill(self, selector, text):
        self.call("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def click(self, selector):
        self.call("POST", f"/element/{self.find(selector)}/click", {})

    def text(self, selector):
        return self.call("GET", f"/element/{self.find(selector)}/text")

    def source(self):
        return self.call("GET", "/source")

    def picture(self, path):
        """The whole page: the window is made as high as it."""
        size = self.cdp("Page.getLayoutMetrics", {})["cssContentSize"]
        self.window(self.height if size["height"] < self.height else size["height"])
        shot = self.call("GET", "/screenshot")
        self.window(self.height)
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot))
        return size["width"]

    def cdp(self, command, values):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": values})

    def window(self, height):
        self.cdp("Emulation.setDeviceMetricsOverride", {
            "width": self.width, "height": int(height), "deviceScaleFactor": 1, "mobile": self.width < 500})

    def close(self):
        self.call("DELETE", "")


def walk(driver, base, folder, name, width, faults):
    """Goes through the pages as a person does."""
    def look(page):
        wide = driver.picture(f"{folder}/{name}-{page}.png")
        if wide > width:
            faults.append(f"{name} {page}: {wide} px wide in a window of {width}")
        labels = Labels()
        source = driver.source()
        labels.feed(source)
        if "<script" in source:
            faults.append(f"{name} {page}: it has a script")
        faults.extend(f"{name} {page}: {fault}" for fault in labels.faults())

    driver.go(f"{base}/en/")
    look("1-start")
    driver.fill("#q", "https://gazette.example/archive/1")
    driver.click("main button")
    look("2-lookup")
    driver.go(f"{base}/en/notices")
    driver.click("main h2 a")
    look("3-notice")
    driver.go(f"{base}/en/object")
    look("4-what")
    driver.fill("#values", "com")
    driver.click("main button")
    look("5-refused")
    driver.call("POST", f"/element/{driver.find('#values')}/clear", {})
    driver.fill("#values", f"shop-{name}.example\nbooks-{name}.example")
    driver.click("main button")
    look("6-who")
    driver.fill("#name", "Ann Author")
    driver.fill("#contact", f"ann@shop-{name}.example")
    driver.click("#good_faith")
    driver.click("#authority")
    driver.click("main button")
    look("7-proof")
    if "muniment-objection=" not in driver.source():
        faults.append(f"{name}: no text to prove with is shown")
    driver.click("main a[href*='/follow/']")
    look("8-follow")
    driver.go(f"{base}/en/log")
    look("9-log")
    driver.click("main tbody a")
    look("10-entry")
    for language in ("zh", "de", "fr", "ja", "es"):
        driver.go(f"{base}/{language}/object")
        look(f"object-{language}")


def main(portal, muniment, folder):
    _, settings = registry(muniment, folder, "limits: {reads: 100000, filings: 1000}")
    server = Server(portal, settings, f"{folder}/portal.log")
    server.start()
    port = server.port + 1 if server.port < 65000 else server.port - 1
    program = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    faults = []
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=5).read()
                break
            except OSError:
                time.sleep(0.1)
        for name, (width, height) in WIDTHS.items():
            driver = Driver(port, width, height)
            try:
                walk(driver, f"http://127.0.0.1:{server.port}", folder, name, width, faults)
            finally:
                driver.close()
    finally:
        program.terminate()
        program.wait(20)
        server.stop()
    print(f"{len([name for name in os.listdir(folder) if name.endswith('.png')])} pictures in {folder}")
    for fault in faults:
        print(fault)
    if faults:
        sys.exit(1)


main(*sys.argv[1:4])
