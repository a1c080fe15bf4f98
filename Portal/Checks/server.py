"""A portal that is started, killed and ended by its process id."""
import os
import re
import signal
import subprocess
import sys


class Server:
    def __init__(self, program, settings, log):
        self.program, self.settings, self.log, self.port = program, settings, log, 0
        self.process = None

    def start(self):
        """Starts it, on the port it had before, and waits until it listens."""
        output = open(self.log, "ab")
        self.process = subprocess.Popen(
            [self.program, "--settings", self.settings, "--port", str(self.port)], stdout=subprocess.PIPE, stderr=output)
        line = self.process.stdout.readline().decode()
        found = re.search(r":(\d+)/", line)
        if not found:
            sys.exit(f"the portal did not start; see {self.log}")
        self.port = int(found.group(1))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()


def registry(muniment, folder, settings):
    """Makes a registry with a notice, and the settings of a portal over it."""
    store = f"{folder}/registry.db"
    subprocess.run(["rm", "-rf", folder], check=True)
    os.makedirs(folder)

    def run(*words):
        subprocess.run([muniment, "registry", *words, "--store", store], check=True, stdout=subprocess.DEVNULL)

    run("init", "--origin", "operator.example/registry")
    run("notice", "draft", "config/registry/notice.yaml")
    run("notice", "publish", "N-2026-1")
    run("notice", "probe", "N-2026-1", "--found", "https://operator.example/notices/N-2026-1/v1/",
        "--found", "https://operator.example/notices/feed.atom")
    path = f"{folder}/portal.yaml"
    with open(path, "w") as file:
        file.write(f"store: registry.db\nbase: http://127.0.0.1\nconfig: {os.getcwd()}/config/default.yaml\n{settings}\n")
    return store, path
