"""Signatures of checkpoints and proofs of a log, for scripts/verify-output: C2SP signed notes and cosignatures (tlog-checkpoint,
tlog-cosignature v1.0.0) and inclusion (RFC 9162). Needs the package `cryptography`; shares no code with Muniment.
"""
import base64, hashlib


def sha(data):
    return hashlib.sha256(data).digest()

def key_bytes(text):
    """Name, id, kind and key of a C2SP verifier key."""
    name, digits, encoded = text.strip().split("+", 2)
    data = base64.b64decode(encoded)
    if sha(name.encode() + b"\n" + data)[:4].hex() != digits:
        raise SystemExit(f"the key {name} is damaged")
    return name, bytes.fromhex(digits), data[0], data[1:]


def signed(note, text):
    """The time of a witness's, or True for a log's signature over a note; None without one."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    name, number, kind, public = key_bytes(text)
    body, _, rest = note.rpartition(b"\n\n")
    body += b"\n"
    for line in rest.decode().splitlines():
        _, signer, encoded = line.split(" ")
        data = base64.b64decode(encoded)
        if signer == name and data[:4] == number:
            time = int.from_bytes(data[4:12], "big") if kind == 4 else 0
            message = b"cosignature/v1\ntime %d\n" % time + body if kind == 4 else body
            Ed25519PublicKey.from_public_bytes(public).verify(data[12 if kind == 4 else 4:], message)
            return time or True
    return None


def leads_to(root, leaf, proof):
    """RFC 9162, section 2.1.3.2."""
    node, last, value = proof["index"], proof["size"] - 1, sha(b"\0" + leaf)
    for item in map(bytes.fromhex, proof["path"]):
        if last == 0:
            return False
        if node & 1 or node == last:
            value = sha(b"\1" + item + value)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            value = sha(b"\1" + value + item)
        node, last = node >> 1, last >> 1
    return last == 0 and value == root
