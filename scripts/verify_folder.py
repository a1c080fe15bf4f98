"""What scripts/verify-output is made of: canonical JSON (RFC 8785), Merkle trees and proofs (RFC 9162), signatures of a log, its witnesses
and receipts (C2SP signed notes and cosignatures, Ed25519 by the package `cryptography`), and the reading of an output's files, which
remembers what was wrong and which files were looked at. Shares no code with Muniment.
"""
import base64, hashlib, json, os, subprocess

FAULTS, SEEN, PLACE = [], set(), []


def sha(data):
    return hashlib.sha256(data).digest()


def canonical(value):
    """RFC 8785 in the profile of docs/formats/canonical-json.md: keys in UTF-16 order, no white space, integers only."""
    def ordered(item):
        if isinstance(item, dict):
            return {key: ordered(item[key]) for key in sorted(item, key=lambda key: key.encode("utf-16-be"))}
        return [ordered(one) for one in item] if isinstance(item, list) else item
    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":")).encode()


def named(value):
    """The digest of a file of one value and a line feed."""
    return sha(canonical(value) + b"\n").hex()


class Tree:
    """The Merkle tree hash of RFC 9162, section 2.1.1, as leaves come; `gone` holds leaves by place that are put in where they are due."""
    def __init__(self, gone={}):
        self.edge, self.count, self.gone = [], 0, gone
    def add(self, line, leaf=None):
        node, size = leaf or sha(b"\0" + line), self.count
        while size & 1:
            node, size = sha(b"\1" + self.edge.pop() + node), size >> 1
        self.edge, self.count = self.edge + [node], self.count + 1
    def fill(self):
        while self.count + 1 in self.gone:
            self.add(b"", self.gone[self.count + 1])
    def root(self):
        root = self.edge[-1] if self.edge else sha(b"")
        for left in reversed(self.edge[:-1]):
            root = sha(b"\1" + left + root)
        return root.hex()


def leads_to(leaf, proof):
    """The root that a proof of inclusion leads to: RFC 9162, section 2.1.3.2."""
    node, last, value = proof["index"], proof["size"] - 1, sha(b"\0" + leaf)
    for item in map(bytes.fromhex, proof["path"]):
        right = node & 1 or node == last
        value = sha(b"\1" + item + value) if right else sha(b"\1" + value + item)
        while right and not node & 1 and node:
            node, last = node >> 1, last >> 1
        node, last = node >> 1, last >> 1
    return value.hex() if last == 0 else None


def key_of(text):
    """Name, id, kind and key of a C2SP verifier key."""
    name, digits, encoded = text.strip().split("+", 2)
    data = base64.b64decode(encoded)
    if sha(name.encode() + b"\n" + data)[:4].hex() != digits:
        raise ValueError(f"the key {name} is damaged")
    return name, bytes.fromhex(digits), data[0], data[1:]


def holds(public, signature, message):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    try:
        return Ed25519PublicKey.from_public_bytes(public).verify(signature, message) is None
    except Exception:  # the package's own, for a signature that does not hold
        return False


def signed(note, text):
    """Whether a key signed a note (C2SP signed-note, tlog-cosignature v1.0.0); None without a signature of its."""
    name, number, kind, public = key_of(text)
    body, _, rest = note.rpartition(b"\n\n")
    for signer, encoded in (line.split(" ")[1:] for line in rest.decode().splitlines()):
        if signer == name and (data := base64.b64decode(encoded))[:4] == number:
            time = b"cosignature/v1\ntime %d\n" % int.from_bytes(data[4:12], "big") if kind == 4 else b""
            return holds(public, data[12 if kind == 4 else 4:], time + body + b"\n")


def opened(folder):
    """Says which output is read. Nothing is read where a pipe, or a link that leads out of it, stands for a file."""
    PLACE[:] = [folder]
    for place, below, files in os.walk(folder):
        for path in (os.path.join(place, name) for name in below + files):
            if os.path.islink(path) or not (os.path.isfile(path) or os.path.isdir(path)):
                fault(os.path.relpath(path, folder), "is a link or a pipe: what it leads to is not in the output")
                if not (os.path.isfile(path) or os.path.isdir(path)):
                    print("verdict: wrong")
                    raise SystemExit(1)


def fault(name, problem):
    FAULTS.append(name)
    print(f"{name}: {problem}")


def same(found, due, name, problem):
    return found == due or fault(name, problem)


def at(name):
    """The path of a file of the output that is accounted for."""
    SEEN.add(name)
    return os.path.join(PLACE[0], name)


def is_there(name):
    return os.path.isfile(os.path.join(PLACE[0], name))


def listed(below):
    return sorted(os.listdir(os.path.join(PLACE[0], below))) if os.path.isdir(os.path.join(PLACE[0], below)) else []


def read(name):
    try:
        return open(at(name), "rb").read()
    except OSError as error:
        return fault(name, f"cannot be read: {error.strerror}") or b""


def parsed(name, line):
    try:
        value = json.loads(line)
        return value if canonical(value) == line else fault(name, "holds a line that is not canonical JSON")
    except ValueError as error:
        return fault(name, f"holds a line that is no JSON: {error}")


def read_lines(name):
    data = read(name)
    same(data[-1:], b"\n", name, "is empty, or ends within a line")
    return data.split(b"\n")[:-1]


def read_json(name, due=None):
    values = [parsed(name, line) for line in read_lines(name)]
    same(len(values), 1, name, "does not hold one line")
    return values[0] if due is None else same(values[0], due, name, "is not what the manifest and what was done since make it")


def digest_of(name):
    with open(at(name), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), os.path.getsize(at(name))


def lines(name, seal, sealed=None, gone={}):
    """Every line of a part's file; then holds the file against its seal, and a later revision, with the leaves of the rows that recalls
    name, against the root that was sealed first. In evidence another row stands at the place of each."""
    tree, first, content, size = Tree(), Tree({} if name.startswith("evidence") else gone), hashlib.sha256(), 0
    if not is_there(name) or os.path.islink(at(name)):
        return fault(name, "is missing, or is no file of its own")
    same(digest_of(name), (seal["file"], seal["fileBytes"]), name, "is not the file that was sealed")
    unpack = subprocess.Popen(["zstd", "-dcq", at(name)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for line in unpack.stdout:
        content.update(line)
        size, line = size + len(line), line.rstrip(b"\n")
        tree.add(line)
        first.fill()
        first.add(line, gone.get(first.count + 1))
        yield line
    same(unpack.wait(), 0, name, "cannot be unpacked to its end")
    found = (tree.count, size, content.hexdigest(), tree.root())
    same(found, (seal["rows"], seal["bytes"], seal["content"], seal["root"]), name, "its rows are not those that were sealed")
    first.fill()
    if sealed:
        same((first.count, first.root()), (sealed["rows"], sealed["root"]), name, "is not what was sealed first, but for rows recalls name")


def label(part):
    return f"part-{part['number']:06}-{part['roll']:03}"


def afterwards(whole):
    """Releases and recalls: the revision of each file that counts, the leaves of rows that went, ids of documents, entries for the log."""
    latest, gone, ids, entries, releases, number = {}, {}, set(), [], [], 1
    while is_there(name := f"releases/{len(releases) + 1:06}.json"):
        releases.append(read_json(name))
        same((releases[-1]["number"], releases[-1]["manifest"]), (len(releases), whole), name, "is of another release or manifest")
    while is_there((name := f"recalls/{number:06}") + ".json"):
        record, receipt = read_json(name + ".json"), read_json(name + ".receipt.json")
        same((record["manifest"], record["number"]), (whole, number), name + ".json", "is of another manifest or recall")
        latest |= {(part["folder"], part["part"]): (part["revision"], part["seal"]) for part in record["parts"]}
        latest |= {("warc", item["number"]): (item["revision"], (item["digest"], item["bytes"])) for item in record["archives"]}
        rows = [parsed(name + ".jsonl.zst", line) for line in lines(name + ".jsonl.zst", record["rows"])]
        for row in rows:
            gone.setdefault((row["folder"], row["part"]), {})[row["row"]] = bytes.fromhex(row["leaf"])
        went, digest = [row for row in rows if row["folder"] == "documents"], named(record)
        ids |= {row["id"] for row in went}
        body = {key: one for key, one in receipt.items() if key != "signature"}
        due = {"at": record["at"], "documents": len(went), "format": "muniment.recall.receipt/1", "key": receipt["key"], "manifest": whole,
               "record": digest}
        good = holds(key_of(receipt["key"])[3], base64.b64decode(receipt["signature"]), b"muniment/removal/v1\n" + canonical(body))
        same((body, good), (due, True), name + ".receipt.json", "is the receipt of another recall, or its signature does not hold")
        entries.append({"number": number, "record": digest, "type": "recall"})
        for release in (release for release in releases if release["recalls"] < number):
            head = {"at": record["at"], "documents": len(went), "format": "muniment.removal/1", "manifest": whole, "recall": digest,
                    "recipient": release["recipient"], "release": named(release)}
            items = [canonical(one) for one in [head] + [{key: row[key] for key in ("id", "key", "part", "text")} for row in went]]
            name = f"recalls/{number:06}-release-{release['number']:06}.jsonl"
            same(read_lines(name), items, name, "does not follow from the recall and the release")
        number += 1
    return latest, gone, ids, entries + [{"number": one["number"], "record": named(one), "type": "release"} for one in releases]
