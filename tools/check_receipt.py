"""Check a receipt offline, without Heeded: that it was signed, is in the log, and the log not rewritten.

It needs Python 3.11 and the library `cryptography`. KEY is the log's public key as the record printed
it (give `--key` again for older ones). Status: 0 it holds, 1 it does not, 2 it could not be read.

    python check_receipt.py receipt RECEIPT --key KEY
    python check_receipt.py included RECEIPT PROOF CHECKPOINT --key KEY [--witness KEY ... --quorum 2]
    python check_receipt.py extends OLD-CHECKPOINT NEW-CHECKPOINT PROOF --key KEY
"""

import argparse
import base64
import json
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

HASH, KEY_ID, TIME, NOTE, COSIGNATURE = 32, 4, 8, 1, 4
SIGNED = {"version": str, "origin": str, "entry": str, "index": int, "leaf": str, "received": int}


class DoesNotHold(Exception):  # noqa: N818 - what is said of a claim
    """The claim is false, or nobody who is trusted has signed it."""


class Key(NamedTuple):
    """A public key: whose, its id on signature lines, of which kind, and its bytes."""

    name: str
    id: bytes
    kind: int
    public: bytes


def key(text: str) -> Key:
    """Read `name+id+base64`; a key whose id does not fit was copied wrongly."""
    name, given, coded = text.strip().split("+", 2)
    value = decoded(coded)
    key_id = sha256(f"{name}\n".encode() + value).digest()[:KEY_ID]
    if given != key_id.hex() or len(value) != 1 + HASH:
        raise ValueError(f"the key of {name} is not whole: copy it again")
    return Key(name, key_id, value[0], value[1:])


def decoded(coded: str) -> bytes:
    """Bytes from base64, written in the one way in which they can be."""
    value = base64.b64decode(coded, validate=True)
    if base64.b64encode(value).decode() != coded:
        raise ValueError(f"this is not base64: {coded:.60}")
    return value


def told_in(path: Path, version: str, wanted: dict[str, type]) -> dict[str, Any]:
    """The JSON object in a file, with exactly the fields wanted, each once."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if {name: type(value) for name, value in pairs} != wanted or len(pairs) != len(wanted):
            raise ValueError(f"{path} does not hold what {version} holds")
        return dict(pairs)

    told: dict[str, Any] = json.loads(path.read_text("utf-8"), object_pairs_hook=once)
    if type(told) is not dict or told["version"] != version:
        raise ValueError(f"{path} is not of {version}")
    return told


def hold_signed(text: str, lines: list[str], log: list[Key], witnesses: list[Key], quorum: int) -> None:
    """Hold a text to be signed by the log, falsely by nobody, and by as many witnesses as are asked for."""
    seen = set[Key]()
    for line in lines:
        _, name, coded = line.split(" ")
        key_id, signature = decoded(coded)[:KEY_ID], decoded(coded)[KEY_ID:]
        cosigned = f"cosignature/v1\ntime {int.from_bytes(signature[:TIME])}\n{text}".encode()
        messages = {NOTE: (signature, text.encode()), COSIGNATURE: (signature[TIME:], cosigned)}
        for known in (*log, *witnesses):
            if (known.name, known.id) == (name, key_id):
                try:
                    Ed25519PublicKey.from_public_bytes(known.public).verify(*messages[known.kind])
                except InvalidSignature:
                    raise DoesNotHold(f"The signature in the name of {name} is not of this text.") from None
                seen.add(known)
    if seen.isdisjoint(log):
        raise DoesNotHold("No key of the log that was given has signed this.")
    witnessed = {known.public for known in seen.intersection(witnesses)} - {known.public for known in log}
    if len(witnessed) < quorum:
        raise DoesNotHold(f"{len(witnessed)} of the witnesses signed this, but {quorum} must have.")


def read_receipt(args: argparse.Namespace) -> dict[str, Any]:
    """The receipt in a file, once its signature holds; witnesses do not sign receipts."""
    told = told_in(args.receipt, "heeded-receipt/1", {**SIGNED, "signature": str})
    text = "".join(f"{told[name]}\n" for name in SIGNED)
    hold_signed(text, [f"— {told['origin']} {told['signature']}"], args.key, [], 0)
    return told


def read_checkpoint(path: Path, args: argparse.Namespace) -> tuple[str, int, bytes]:
    """The log's name, size and root in a file, once its signatures hold."""
    text, _, lines = path.read_text("utf-8").rpartition("\n\n")
    hold_signed(f"{text}\n", lines.removesuffix("\n").split("\n"), args.key, args.witness, args.quorum)
    origin, size, root = text.split("\n")
    if origin != args.key[0].name or not size.isdecimal() or len(decoded(root)) != HASH:
        raise ValueError(f"{path} is no checkpoint of {args.key[0].name}")
    return origin, int(size), decoded(root)


def read_proof(path: Path) -> list[bytes]:
    """The hashes of the proof in a file; one that is too long or short leads to another root."""
    told = told_in(path, "heeded-proof/1", {"hashes": list, "version": str})
    return [decoded(node) for node in told["hashes"]]


def over(left: bytes, right: bytes) -> bytes:
    """The hash of a node over its children (RFC 6962)."""
    return sha256(b"\x01" + left + right).digest()


def root_from(index: int, size: int, leaf: bytes, path: list[bytes]) -> bytes:
    """The root to which a leaf and its proof lead (RFC 6962, 2.1.1, from its end)."""
    if (size == 1) != (not path):
        raise DoesNotHold("The proof has not the length that it must have.")
    if not path:
        return leaf
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        return over(root_from(index, half, leaf, path[:-1]), path[-1])
    return over(path[-1], root_from(index - half, size - half, leaf, path[:-1]))


def roots_from(old: int, size: int, path: list[bytes], first: bytes | None) -> tuple[bytes, bytes]:
    """The old and the new root to which a proof leads (RFC 6962, 2.1.2, from its end)."""
    if len(path) < (first is None) or (old == size) != (len(path) == (first is None)):
        raise DoesNotHold("The proof has not the length that it must have.")
    if old == size:
        return (first or path[0], first or path[0])
    half = 1 << (size - 1).bit_length() - 1
    if old <= half:
        before, after = roots_from(old, half, path[:-1], first)
        return before, over(after, path[-1])
    before, after = roots_from(old - half, size - half, path[:-1], None)
    return over(path[-1], before), over(path[-1], after)


def receipt(args: argparse.Namespace) -> str:
    """Check a receipt's signature."""
    told = read_receipt(args)
    when = f"{datetime.fromtimestamp(told['received'], UTC):%Y-%m-%d %H:%M:%S} UTC"
    return f"{told['origin']} received the entry {told['entry']} at {when} as leaf {told['index']}."


def included(args: argparse.Namespace) -> str:
    """Check that a receipt's leaf is in the log of a checkpoint."""
    told, (origin, size, root) = read_receipt(args), read_checkpoint(args.checkpoint, args)
    if told["origin"] != origin or not 0 <= told["index"] < size:
        raise DoesNotHold(f"The log {origin} of {size} leaves cannot hold leaf {told['index']}.")
    if root_from(told["index"], size, decoded(told["leaf"]), read_proof(args.proof)) != root:
        raise DoesNotHold("The receipt's leaf is not in the log: keep the receipt, it proves what was sent.")
    return f"{receipt(args)} It is in the log of {size} leaves."


def extends(args: argparse.Namespace) -> str:
    """Check that a checkpoint's log begins with an older one's."""
    (origin, old, before), (_, size, after) = (read_checkpoint(path, args) for path in (args.old, args.new))
    proof = read_proof(args.proof)
    if old > size or (roots_from(old, size, proof, before) != (before, after) if old else proof):
        raise DoesNotHold("The newer log does not begin with the older: keep both, they prove a rewriting.")
    return f"The log {origin} of {size} leaves begins with the one of {old}, unchanged."


def main() -> int:
    """Check what is asked, and say whether it holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    checks = parser.add_subparsers(required=True)
    for words in ("receipt receipt", "included receipt proof checkpoint", "extends old new proof"):
        name, *files = words.split()
        asked = checks.add_parser(name, help=globals()[name].__doc__)
        for file in files:
            asked.add_argument(file, type=Path)
        asked.add_argument("--key", type=key, action="append", required=True)
        asked.add_argument("--witness", type=key, action="append", default=[])
        asked.add_argument("--quorum", type=int, default=0)
        asked.set_defaults(check=globals()[name])
    args = parser.parse_args()
    try:
        said, status = str(args.check(args)), 0
    except DoesNotHold as wrong:
        said, status = str(wrong), 1
    except (ValueError, KeyError, TypeError, OSError, OverflowError, RecursionError) as wrong:
        said, status = f"It could not be read: {wrong}", 2
    sys.stdout.write(f"{said}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
