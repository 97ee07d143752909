"""The seal's folder: one private key made once, nobody else's to read, and old public keys kept."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from heeded.adapters.seals import Seal, Verifiers, open_seal, rotate
from heeded.adapters.seals.key_folder import public_keys
from heeded.core.log.note import VerifierKey

NAME = "record.example/borough"


def test_a_key_is_made_once_and_is_its_makers_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "seal"
    seal = open_seal(folder, NAME)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "seal.key").stat().st_mode) == 0o600
    assert open_seal(folder, NAME).key() == seal.key()
    assert public_keys(folder) == (seal.key(),)
    assert sorted(path.name for path in folder.iterdir()) == ["seal.key", "seal.public"]


def test_a_key_is_not_shown(tmp_path: Path) -> None:
    seal = open_seal(tmp_path, NAME)
    assert repr(seal) == f"Seal(name='{NAME}')"
    assert VerifierKey.parse((tmp_path / "seal.public").read_text()) == seal.key()
    assert "PRIVATE" not in (tmp_path / "seal.public").read_text()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o601])
def test_a_key_that_others_could_read_is_refused(tmp_path: Path, mode: int) -> None:
    open_seal(tmp_path, NAME)
    (tmp_path / "seal.key").chmod(mode)
    with pytest.raises(PermissionError, match="readable by nobody else"):
        open_seal(tmp_path, NAME)


def test_a_key_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_seal(tmp_path, NAME)
    another = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: another)
    with pytest.raises(PermissionError, match="a file of the user who runs this"):
        open_seal(tmp_path, NAME)


def test_a_link_in_the_keys_place_is_refused(tmp_path: Path) -> None:
    open_seal(tmp_path / "one", NAME)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "seal.key").symlink_to(tmp_path / "one" / "seal.key")
    with pytest.raises(OSError, match="symbolic links"):
        open_seal(tmp_path / "two", NAME)


def test_another_kind_of_key_is_refused(tmp_path: Path) -> None:
    pem = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "seal.key").write_bytes(pem)
    (tmp_path / "seal.key").chmod(0o600)
    with pytest.raises(ValueError, match="not an Ed25519 key"):
        open_seal(tmp_path, NAME)


def test_another_names_folder_is_refused(tmp_path: Path) -> None:
    open_seal(tmp_path, NAME)
    with pytest.raises(ValueError, match=r"holds the seal of record\.example/borough, not of other"):
        open_seal(tmp_path, "other.example")


def test_processes_that_begin_at_once_have_one_key(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from heeded.adapters.seals import open_seal;"
        f"sys.stdin.readline(); print(open_seal(pathlib.Path(sys.argv[1]), {NAME!r}).key())"
    )
    begun = [
        subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", program, str(tmp_path / "seal")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    for process in begun:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    keys = {process.communicate()[0] for process in begun}
    assert keys == {f"{open_seal(tmp_path / 'seal', NAME).key()}\n"}
    assert sorted(path.name for path in (tmp_path / "seal").iterdir()) == ["seal.key", "seal.public"]


def test_after_a_change_of_key_old_signatures_stay_good(tmp_path: Path) -> None:
    old = open_seal(tmp_path, NAME)
    receipt = old.sign(f"heeded-receipt/1\n{NAME}\ne1\n0\n{'A' * 43}=\n7\n")
    new = rotate(tmp_path, NAME)
    assert new.key() != old.key()
    assert open_seal(tmp_path, NAME).key() == new.key()
    assert public_keys(tmp_path) == (old.key(), new.key())
    assert Verifiers(public_keys(tmp_path)).receipt(receipt).entry == "e1"
    assert old.private.private_bytes_raw() not in b"".join(p.read_bytes() for p in tmp_path.iterdir())


def test_a_log_signs_nothing_that_a_witness_could_have_said(tmp_path: Path) -> None:
    seal: Seal = open_seal(tmp_path, NAME)
    with pytest.raises(ValueError, match="begins as a witness"):
        seal.sign("cosignature/v1\ntime 1\norigin\n0\nroot\n")
