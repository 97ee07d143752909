"""Whatever the standard library writes is read alike; whatever it must refuse is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.adapters.exchange.json import read_json
from heeded.adapters.exchange.json.place import pointer
from heeded.adapters.exchange.unreadable import UnreadableReport

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
NUMBERS = st.integers(-(10**18) + 1, 10**18 - 1) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_what_was_written_is_read(value: object, ascii_only: bool, indent: int | None) -> None:  # noqa: FBT001
    written = json.dumps(value, ensure_ascii=ascii_only, indent=indent).encode("utf-8")
    assert read_json(written) == value


@given(st.lists(TEXTS, max_size=6), st.sampled_from(["NaN", "Infinity", "-Infinity"]))
def test_a_path_leads_to_what_is_wrong(names: list[str], wrong: str) -> None:
    written = wrong
    for name in reversed(names):
        written = f"{{{json.dumps(name)}: {written}}}"
    with pytest.raises(UnreadableReport) as refused:
        read_json(written.encode("utf-8"))
    path = pointer(names)
    assert (
        not path.isprintable() or len(path) > 100 or (f", in {path}" if path else "") in refused.value.where
    )


@given(st.binary(max_size=60) | st.text('[]{}",:\\u0123dDfFnNa- \n\t.eE', max_size=40).map(str.encode))
def test_any_bytes_are_read_as_the_standard_library_would_or_refused(data: bytes) -> None:
    try:
        value = read_json(data)
    except UnreadableReport:
        return
    assert json.loads(data.decode("utf-8-sig")) == value
