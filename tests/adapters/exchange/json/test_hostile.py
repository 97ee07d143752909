"""Hostile and broken JSON: each is refused with what is wrong, where, and what to do, and soon."""

import time

import pytest

from heeded.adapters.exchange.json import read_json
from heeded.adapters.exchange.unreadable import UnreadableReport

REFUSED = {
    "nothing": (b"", "line 1, column 1: it ends before"),
    "half a list": (b"[1,\n2", "line 2, column 2: it ends before"),
    "a text never closed": (b'{"a": "b', "in /a: it ends before"),
    "a comma too many": (b"[1,]", "line 1, column 4, in /1: it is not JSON from here"),
    "two values": (b"[1] 2", "column 5: it is not JSON"),
    "NaN": (b'{"a":[1,{"b":NaN}]}', "line 1, column 14, in /a/1/b: NaN and Infinity"),
    "minus infinity": (b"[-Infinity]", "in /0: NaN and Infinity"),
    "a key twice": (b'{"a":{"x":1,\n "x":2}}', "line 2, column 2, in /a/x: a key stands twice"),
    "a key twice, once escaped": (b'{"x":1,"\\u0078":2}', "column 8, in /x: a key stands twice"),
    "NUL, escaped": (b'{"a":"b\\u0000"}', "column 8, in /a: a text holds the character NUL"),
    "NUL, after backslashes": (b'["\\\\\\u0000"]', "in /0: a text holds the character NUL"),
    "NUL, as itself": (b'["x\0"]', "column 4, in /0: a text holds the character NUL"),
    "NUL in a key": (b'{"\\u0000":1}', "the character NUL"),
    "half a character, first": (b'["\\ud83d"]', "in /0: a text holds half a character"),
    "half a character, second": (b'["\\uDC00"]', "in /0: a text holds half a character"),
    "halves the wrong way round": (b'["\\ude00\\ud83d"]', "half a character"),
    "half a character in UTF-8": (b'["\xed\xa0\x80"]', "column 3: the byte 0xED is not UTF-8"),
    "another encoding": (b'{"a":"caf\xe9"}', "column 10: the byte 0xE9 is not UTF-8"),
    "UTF-16": ("[1]".encode("utf-16"), "UTF-16"),
    "a tab in a text": (b'["a\tb"]', "in /0: a text holds a line break, tab"),
    "too deep": (b"[" * 101 + b"]" * 101, "column 101"),
    "200,000 deep": (b"[" * 200_000, "too deep inside one another"),
    "200,000 deep, objects": (b'{"a":' * 200_000, "too deep inside one another"),
    "5,000 digits": (b'{"n":' + b"9" * 5_000 + b"}", "in /n: a number is too long"),
    "19 digits": (b"[-1000000000000000000]", "in /0: a number is too long"),
    "too large a number": (b"[1e999]", "in /0: a number is too long or too large"),
    "10 MB and more": (b'["' + b"a" * 10_000_000 + b'"]', "more than the 10,000,000"),
    "a long unclosed text of escaped quotes": (b'"' + b'\\"' * 4_900_000 + b"\\", "line 1, column 1"),
    "NaN after many values": (b"[" + b"1," * 4_900_000 + b"NaN]", "after its first 200,000"),
}

TAKEN = {
    "a mark at the beginning": (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
    "a backslash before u0000": (b'["\\\\u0000"]', ["\\u0000"]),
    "a character in two halves": (b'["\\ud83d\\ude00"]', ["\U0001f600"]),
    "100 deep": (b"[" * 99 + b"[]" + b"]" * 99, None),
    "18 digits": (b"[-999999999999999999]", [-999_999_999_999_999_999]),
    "brackets in a text": (b'["' + b"[" * 500 + b'"]', ["[" * 500]),
    "right to left, and marks that turn it": (
        '["\u202eabc\u202c \u05d0\u05d1 \u0645\u0631\u064a\u0645 \u200f"]'.encode(),
        ["\u202eabc\u202c \u05d0\u05d1 \u0645\u0631\u064a\u0645 \u200f"],
    ),
    "a text of nearly 10 MB": (b'["' + b"a" * 9_999_990 + b'"]', ["a" * 9_999_990]),
    "many lists": (b"[" + b"[]," * 3_300_000 + b"1]", None),
    "many escapes": (b'["' + b"\\u0041" * 1_600_000 + b'"]', ["A" * 1_600_000]),
}

SOON = 10.0
"""Seconds: ten times what the slowest takes here, so that only growth out of proportion fails."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_placed(name: str) -> None:
    data, said = REFUSED[name]
    began = time.monotonic()
    with pytest.raises(UnreadableReport) as refused:
        read_json(data)
    assert time.monotonic() - began < SOON
    assert said in str(refused.value)
    assert refused.value.remedy
    assert len(str(refused.value)) < 600


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_sound_is_taken_as_it_was_sent(name: str) -> None:
    data, value = TAKEN[name]
    began = time.monotonic()
    read = read_json(data)
    assert time.monotonic() - began < SOON
    assert value is None or read == value


def test_only_size_is_mended_by_sending_less() -> None:
    with pytest.raises(UnreadableReport) as large:
        read_json(b"[1,2,3]", largest=5)
    with pytest.raises(UnreadableReport) as broken:
        read_json(b"[1,2", largest=5)
    assert large.value.too_large
    assert not broken.value.too_large
