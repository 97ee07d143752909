"""What a bundle is made of: codes with their check digits, times, narratives, and what is no bundle."""

import pytest

from heeded.adapters.exchange.fhir import read_bundle
from heeded.adapters.exchange.fhir.resources import snomed
from heeded.adapters.exchange.fhir.resources.plain import plain_words
from heeded.adapters.exchange.fhir.resources.times import read_time
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import When


def test_every_code_that_is_read_has_its_check_digit() -> None:
    tables = (
        snomed.INJURIES,
        snomed.SITES,
        snomed.LATERALITY,
        snomed.CONCERNS,
        snomed.PLANS,
        snomed.FAMILY_PLANS,
        snomed.REFERRALS,
    )
    codes = [code for table in tables for code in table]
    assert len(codes) > 40
    assert [code for code in codes if not snomed.has_check_digit(code)] == []
    sites, what = KINDS["injury observed"].field("sites"), KINDS["injury observed"].field("what")
    assert sites is not None
    assert what is not None
    assert {meaning.word for meaning in snomed.SITES.values()} <= set(sites.choices)
    assert {meaning.word for meaning in snomed.INJURIES.values()} <= set(what.choices)


@pytest.mark.parametrize(
    "code", ["80228000000103", "", "12345", "1" * 19, "٥٢٧٩٥٠٠٦", "52795005", "25795006"]
)
def test_a_code_with_a_digit_mistaken_is_found_out(code: str) -> None:
    assert not snomed.has_check_digit(code)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2010-06", When.month(2010, 6)),
        ("2010-06-18", When.parse("2010-06-18")),
        ("2010-06-18T19:40:00.123+01:00", When.parse("2010-06-18T19:40")),
        ("2010-06-18T18:40:00Z", When.parse("2010-06-18T19:40")),
    ],
)
def test_times_are_as_narrow_as_they_were_written(written: str, meant: When) -> None:
    assert read_time(written) == meant


def test_a_year_is_the_whole_of_it() -> None:
    assert read_time("2010").latest - read_time("2010").earliest == 365 * 86_400 - 1


@pytest.mark.parametrize(
    "written",
    [
        "18/06/2010",
        "2010-13",
        "2010-06-18T25:00:00Z",
        "0001",
        "9999-12-31",
        "2010-06-18T",
        "\uff11\uff12\uff13\uff14",
    ],
)
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="time"):
        read_time(written)


def test_words_are_parted_where_blocks_are() -> None:
    assert plain_words("<div><p>a<b>b</b></p><p>c &amp; d</p></div>") == "ab c & d"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{}", "no FHIR Bundle"),
        (b"[]", "no FHIR Bundle"),
        (b'{"resourceType":"Patient"}', "no FHIR Bundle"),
        (b'{"resourceType":"Bundle"}', "no patient"),
        (b"<html/>", "no FHIR resource"),
        (b"<Patient/>", "no FHIR Bundle"),
    ],
)
def test_what_is_no_bundle_is_refused_as_a_whole(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableReport, match=words):
        read_bundle(data, "hospital")
