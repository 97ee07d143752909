"""`heeded witness key | trust | serve | cosign | seen | begin-anew`."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import BinaryIO

import click

from heeded.bootstrap.running.ready import NotReady
from heeded.bootstrap.running.serving import Address, serve_application
from heeded.bootstrap.witnessing import cosigning
from heeded.doors.cli.lifeline import hold_on
from heeded.doors.cli.witness.answering import Application


@click.group("witness")
def command() -> None:
    """Be the witness of another agency's log.

    A witness signs a log's checkpoint only if the log begins with all that the witness saw of it before. So
    nobody who holds the record can rewrite it, fork it or put an old copy back unseen. A witness holds no
    child's data: sizes, hashes and signatures alone, in HEEDED_WITNESS_FOLDER (else ~/.heeded-witness). It
    belongs on a machine of another agency than the record's.

    \b
    1. here:        heeded witness key --name police.example/heeded
    2. the record:  heeded verify --key
    3. here:        heeded witness trust 'THE RECORD'S KEY'
                    heeded witness serve --address 127.0.0.1:8400
    4. the record:  a line in HEEDED_FOLDER/checkpoints/witnesses: this witness's key, a space, its address

    Have three witnesses in three agencies: two of them must sign. The formats are C2SP's (tlog-witness,
    tlog-cosignature), so that any such witness will do.
    """
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)


@command.command("key")
@click.option("--name", default="", help="Its name, the first time: yours, such as police.example/heeded.")
def show_key(name: str) -> None:
    """Print this witness's public key, and make it the first time."""
    with _plainly():
        click.echo(cosigning.key(name))


@command.command("trust")
@click.argument("key")
def trust(key: str) -> None:
    """Witness the log whose public KEY this is; the record prints it with `heeded verify --key`."""
    with _plainly():
        click.echo(f"Witnessed from now on: {cosigning.trust(key).name}")


@command.command("serve")
@click.option("--address", default="127.0.0.1:8400", show_default=True, help="Where to listen.")
def serve(address: str) -> None:
    """Answer logs over HTTP, until told to stop (SIGTERM or Ctrl-C).

    What comes in is signed and names nobody, so it may come in the clear; put a proxy with TLS in front
    where the network is not yours.

    What is refused is told on standard error: have somebody see it.
    """
    hold_on()
    with _plainly():
        where = Address.parse(address)
        where.must_be_free()
        named = cosigning.key().name
        serve_application(
            where, Application(), on_ready=lambda: click.echo(f"{named} witnesses at http://{where}/")
        )


@command.command("cosign")
@click.argument("request", type=click.File("rb"), default="-")
def cosign(request: BinaryIO) -> None:
    """Answer one REQUEST from a file or standard input: where no network leads here.

    Prints the signature's lines. Exit status: 0 signed, 1 refused, with why on standard error.
    """
    with _plainly():
        answer = cosigning.cosigner().answer(request.read(cosigning.LARGEST), int(time.time()))
    if answer.status != HTTPStatus.OK:
        raise click.ClickException(f"Not signed ({answer.status.value}): {answer.says.strip()}")
    click.echo(answer.says, nl=False)


@command.command("seen")
def seen() -> None:
    """List the logs that are witnessed here, how much was seen of each, and what was refused."""
    with _plainly():
        for each in cosigning.seen():
            refused = f"  REFUSED {each.refused}, kept as proof" if each.refused else ""
            click.echo(f"{each.last.origin}  {each.last.size:,} entries{refused}")


@command.command("begin-anew")
@click.argument("log")
@click.confirmation_option(prompt="Have people of both agencies agreed that the log was put back openly?")
def begin_anew(log: str) -> None:
    """Take LOG as it is shown next, whatever was seen of it before.

    For a record that was restored openly after a loss, and for nothing else. What was seen is kept: it
    shows what the record held before.
    """
    with _plainly():
        try:
            kept = cosigning.begin_anew(log, int(time.time()))
        except FileNotFoundError:
            raise click.ClickException(f"Nothing was seen here of a log called {log}.") from None
    click.echo(f"{log} begins anew. What was seen before stays in {kept}.")


@contextmanager
def _plainly() -> Iterator[None]:
    """Say what is wrong in a line."""
    try:
        yield
    except (NotReady, ValueError, PermissionError) as wrong:
        raise click.ClickException(str(wrong)) from wrong
