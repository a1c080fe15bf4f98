"""schemathesis against the portal's own OpenAPI document.

Usage: contract.py PORTAL MUNIMENT FOLDER SCHEMATHESIS [EXAMPLES]. Exit code of schemathesis: 1 if it found anything.
"""
import json
import os
import secrets
import subprocess
import sys
import urllib.request

from server import Server, registry

HERE = os.path.dirname(os.path.abspath(__file__))


def token(base):
    """Files an objection, and gives its link's token."""
    form = {"objector": {"name": "Ann", "contact": "ann@shop.example"}, "authority": True, "good_faith": True,
            "scope": [{"kind": "payload", "value": "sha256:" + "0" * 64}]}
    request = urllib.request.Request(f"{base}/api/v1/objections", json.dumps(form).encode(), {
        "Content-Type": "application/json", "Idempotency-Key": secrets.token_urlsafe(18)})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["token"]


def main(portal, muniment, folder, schemathesis, examples="50"):
    _, settings = registry(muniment, folder, "limits: {reads: 1000000, filings: 1000000, looks: 10000}")
    server = Server(portal, settings, f"{folder}/portal.log")
    server.start()
    try:
        base = f"http://127.0.0.1:{server.port}"
        run = subprocess.run([
            schemathesis, "--config-file", f"{HERE}/schemathesis.toml", "run", f"{base}/api/openapi.json", "--max-examples",
            examples, "--seed", "1", "--checks", "all", "--header", f"Authorization: Bearer {token(base)}"], timeout=1800,
            cwd=folder)
    finally:
        server.stop()
    check = subprocess.run([muniment, "registry", "log", "--check", "--store", f"{folder}/registry.db"])
    sys.exit(run.returncode or check.returncode)


main(*sys.argv[1:6])
