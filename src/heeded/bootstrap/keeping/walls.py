"""The wiring of walls, and of the post: each letter a file that only the deployment's account can read."""

from __future__ import annotations

import json
import os
from pathlib import Path

from heeded.adapters.policy import shipped_access
from heeded.bootstrap import looking
from heeded.bootstrap.secret import derived, folder
from heeded.casework.keeping import Walled
from heeded.casework.keeping.seal import Sealer
from heeded.casework.ports.walls import Letter

LETTERS = "letters"
"""The folder, in the deployment's own, in which the post finds what is to be sent and takes it away."""


def walled() -> Walled:
    """What it takes to put walls up, over the database that Django is set up for."""
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.walling import PostgresWalling  # noqa: PLC0415 - as above

    return Walled(
        readings=looking.desk().record,
        recorder=looking.recorder(),
        policy=shipped_access(),
        walls=PostgresWalling(Tokens(derived("tokens", 64)), _to_the_post),
    )


def sealer() -> Sealer:
    """What it takes to seal an adoption and to open one."""
    from heeded.adapters.record.log.sealing import PostgresSealing  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return Sealer(
        readings=looking.desk().record,
        recorder=looking.recorder(),
        policy=shipped_access(),
        sealing=PostgresSealing(Naming(derived("naming")), Tokens(derived("tokens", 64))),
    )


def letters() -> Path:
    """The folder of letters to be sent, made (0700) where it is missing."""
    place = folder() / LETTERS
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def _to_the_post(letter: Letter, address: str, postcode: str) -> None:
    """Write a letter with its address: whole under its name, or not at all."""
    content = {
        "id": letter.id,
        "address": address,
        "postcode": postcode,
        "words": letter.words,
        "at": letter.at,
    }
    making = letters() / f".{letter.id}"
    with os.fdopen(
        os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as file:
        json.dump(content, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    making.rename(letters() / f"{letter.id}.json")
