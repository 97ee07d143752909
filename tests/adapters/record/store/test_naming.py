"""Tests of names in the record: keyed digests after HMAC-SHA-256, whatever was named before."""

from __future__ import annotations

import hmac
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from heeded.adapters.record.store.naming import Naming

KEY = bytes(range(32))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def _plainly(*parts: str) -> bytes:
    told = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
    return hmac.digest(KEY, told, "sha256")


@given(st.lists(st.tuples(words, words), min_size=1, max_size=5))
def test_a_name_is_the_keyed_digest_of_its_parts_in_whatever_order_they_come(
    named: list[tuple[str, str]],
) -> None:
    naming = Naming(KEY)
    for agency, ref in (*named, *named):
        assert naming.sought(agency, ref) == _plainly("identifier", agency, ref)
        for what, found in (
            ("subject", naming.subject(agency, ref)),
            ("entry", naming.entry(agency, ref)),
            ("report", naming.report(agency, ref)),
        ):
            digest = _plainly(what, agency, ref)
            marked = (int.from_bytes(digest[:16], "big") & ~(0xF << 76 | 0x3 << 62)) | 8 << 76 | 2 << 62
            assert found == UUID(int=marked)
            assert found.version == 8
        assert naming.entry_name(agency, ref) == str(naming.entry(agency, ref))
        assert naming.subject_name(agency, ref) == str(naming.subject(agency, ref))


@given(words, words)
def test_parts_cut_otherwise_have_another_name(one: str, other: str) -> None:
    naming = Naming(KEY)
    if one:
        assert naming.duty(one, other) != naming.duty(one + other)
    assert naming.duty(one, other, "") != naming.duty(one, other)
