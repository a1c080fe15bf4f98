"""Reading an archive and decoding its responses, and nothing else, beside FastWARC."""
import json
import os

from runs import median, run, table


def measure(options):
    """The table of reading alone."""
    commands = {
        "muniment": [options.measure, "warc", options.warc],
        "fastwarc": [os.sys.executable, options.peers, "fastwarc", options.warc],
    }
    taken, said = {name: [] for name in commands}, {}
    for command in commands.values():
        run(command)
    for _ in range(max(5, options.rounds)):
        for name, command in commands.items():
            taken[name].append(run(command))
            said[name] = json.loads(taken[name][-1].output.strip().splitlines()[-1])
    if said["muniment"]["docs"] != said["fastwarc"]["docs"]:
        os.sys.exit(f"{said['muniment']['docs']} responses were read beside {said['fastwarc']['docs']} of FastWARC")
    ours = median([one.cpu for one in taken["muniment"]])
    rows = []
    for name, of in taken.items():
        middle = median([one.cpu for one in of])
        rows.append([
            name, f"{min(one.cpu for one in of):.3f}", f"{middle:.3f}", f"{said['muniment']['bytes'] / 1e6 / middle:.0f}",
            f"{median([one.rss_mb for one in of]):.0f}", "" if name == "muniment" else f"{middle / ours:.2f} x"])
    return (
        table(["reading a WARC", "CPU s min", "median", "HTML MB/CPU s", "RSS MB", "muniment is"], rows)
        + f"\n\n{said['muniment']['docs']} responses, every body decoded and looked at no further; {len(of)} alternating rounds, starting the programs "
        + "included, which is most of it for Python.")
