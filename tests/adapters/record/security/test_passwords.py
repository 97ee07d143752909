"""The roles' passwords: what goes to the server is what it checks them by, never the words themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from heeded.adapters.record import prepare
from heeded.bootstrap import live


def test_no_password_goes_to_the_server(
    database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    connect = psycopg.connect
    traced = tmp_path / "sent"
    with traced.open("wb") as file:

        def listened(*told: Any, **named: Any) -> Any:  # noqa: ANN401 - psycopg's own
            connection = connect(*told, **named)
            connection.pgconn.trace(file.fileno())
            return connection

        monkeypatch.setattr(psycopg, "connect", listened)
        passwords = {role: live.password(role) for role in live.ROLES}
        prepare.prepare(database, passwords)
    sent = traced.read_text("utf-8", "replace")
    assert sent.count("PASSWORD 'SCRAM-SHA-256$") == len(passwords)
    assert not [role for role, password in passwords.items() if password in sent]
    for role in live.ROLES:
        with connect(live.signed_in(database, role)) as connection:
            assert connection.info.user == role == conninfo_to_dict(connection.info.dsn)["user"]
