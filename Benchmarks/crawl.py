def measure(options):
    raise SystemExit("crawl: not measured")
