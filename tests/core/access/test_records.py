"""Which kind of record an entry is: every kind of event has its place."""

from heeded.core.access import RecordClass, class_of
from heeded.core.access.records import CLASS_OF_KIND, CLASSES_OF_ENTRIES, INTIMATE_SITES
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.vocabulary.words import BODY_SITES


def test_every_kind_of_event_has_its_kind_of_record_and_no_other_has() -> None:
    assert set(CLASS_OF_KIND) == set(KINDS)


def test_an_agencys_own_entry_is_its_own_save_what_all_keep_close() -> None:
    for kind, record in CLASS_OF_KIND.items():
        own = class_of(kind, {}, own=True)
        kept = {
            RecordClass.STAFF_CONCERN,
            RecordClass.DISAGREEMENT,
            RecordClass.PROTECTION_STATUS,
        }
        assert own is (record if record in kept else RecordClass.OWN_ENTRY)


def test_what_must_be_joined_up_is_open_to_all_involved() -> None:
    for kind in ("hospital attendance", "injury observed", "medical opinion", "domestic abuse incident"):
        assert class_of(kind, {}, own=False) is RecordClass.OTHER_ENTRY


def test_an_injury_on_an_intimate_part_is_health_detail() -> None:
    assert set(BODY_SITES) >= INTIMATE_SITES
    sites = frozenset({"thigh", "genitals"})
    assert class_of("injury observed", {"sites": sites}, own=False) is RecordClass.HEALTH_DETAIL
    assert class_of("injury observed", {"sites": sites}, own=True) is RecordClass.OWN_ENTRY
    assert class_of("injury observed", {"sites": frozenset({"thigh"})}, own=False) is RecordClass.OTHER_ENTRY


def test_a_childs_words_an_adults_troubles_and_colleagues_are_kept_closer() -> None:
    assert class_of("disclosure", {}, own=False) is RecordClass.DISCLOSURE_WORDS
    assert class_of("substance use known", {}, own=False) is RecordClass.ADULT_DETAIL
    assert class_of("concern about staff", {}, own=True) is RecordClass.STAFF_CONCERN


def test_an_entry_is_of_no_kind_but_those_that_its_readers_must_answer_for() -> None:
    sites = {"sites": frozenset({"genitals"})}
    seen = {
        class_of(kind, facts, own=own) for kind in KINDS for own in (True, False) for facts in ({}, sites)
    }
    assert seen == CLASSES_OF_ENTRIES
    assert not seen & {RecordClass.EXISTENCE, RecordClass.SEALED_ADOPTION, RecordClass.SHIELDED_ADDRESS}
