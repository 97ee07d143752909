"""Tests of where the web server may listen."""

from __future__ import annotations

import socket

import pytest

from heeded.bootstrap.running.ready import NotReady
from heeded.bootstrap.running.serving import Address


def test_an_address_where_another_program_listens_is_refused_before_anything_starts() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = Address("127.0.0.1", other.getsockname()[1])
        with pytest.raises(NotReady, match=f"cannot listen on {address} .Address already in use"):
            address.must_be_free()
    address.must_be_free()
