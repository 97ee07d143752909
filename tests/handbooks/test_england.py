"""The handbook for England: confirmed, whole, honest about its sources, and open to change."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path
from shutil import copytree

import pytest

from heeded.bootstrap import draft_handbook, handbook_folder, open_handbook
from heeded.casework.check_handbook import check_handbook
from heeded.core.evaluation.finding import Verdict
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Rule, Tier

TODAY = date(2026, 11, 23)
PUBLISHED = """
CL-01 CL-02 CL-03 CL-04 CL-05 CL-06 CL-07 MED-01 HIST-01 SIB-01
RE-01 RE-02 RE-03 RE-04 RE-05 RE-06 ID-01 IS-01
SD-01 SD-02 SD-03 SD-04 SD-05 S47-01 S47-02 S47-03 S47-04 CPC-01 CPC-02 CPC-03 CG-01 CPV-01 RV-01
CLA-01 CLA-02 ASM-01 HO-01 HO-02 HO-03 HO-04 HO-05 PO-01 PO-02 PO-03 EM-01 EM-02 EM-03
EX-01 EX-02 POOL-01 POOL-02 DISC-01 DIS-01 DIS-02 CAR-01 CAR-02
MI-01 PF-01 LA-01 LRN-01 LRN-02 LRN-03 LRN-04 LRN-05 LRN-06 AUD-01
""".split()
"""The numbers of the published list of rules."""
NOT_CHECKED = """
CL-06 RE-02 RE-03 RE-05 S47-02 S47-04 CG-01 CPV-01 PO-01 EM-03 ASM-01 CLA-01 CPC-01 RV-01 DIS-01 LRN-01
""".split()
"""Rules of which some number or wording was remembered or read at second hand."""
FROM_CHILD_T = "MED-01 PO-03 POOL-01 POOL-02 CAR-01 LRN-04".split()
PENDING = {
    "relevant-information-is-disclosed",
    "record-carries-the-identifier-or-says-why-not",
    "enquiry-is-supported-by-four-professions",
}


@lru_cache
def england() -> Handbook:
    return open_handbook()


def in_edition(name: str) -> set[str]:
    return {rule.name for rule in england().as_edition(name).rules}


def of_refs(refs: list[str]) -> list[Rule]:
    return [rule for rule in england().rules if rule.ref in refs]


def test_it_is_confirmed_without_a_remark() -> None:
    checked = check_handbook(draft_handbook(), TODAY)
    assert [str(mistake) for mistake in checked.draft.mistakes] == []
    assert checked.examples_run == len(england().examples)


def test_every_published_rule_is_carried() -> None:
    assert len(PUBLISHED) == 66
    carried = {rule.ref for rule in england().rules} - {""}
    assert (set(PUBLISHED) - carried, carried - set(PUBLISHED)) == (set(), set())


def test_each_wording_of_a_rule_has_a_name_of_its_own() -> None:
    names = Counter(rule.name for rule in england().rules)
    assert [name for name, times in names.items() if times > 1] == []


def test_editions_follow_one_another() -> None:
    told = [(edition.name, edition.since, edition.until) for edition in england().editions]
    assert told == [
        ("2010", date(2010, 3, 17), date(2013, 4, 14)),
        ("2013", date(2013, 4, 15), date(2023, 12, 14)),
        ("2023", date(2023, 12, 15), date(2025, 11, 6)),
        ("2025", date(2025, 11, 7), None),
    ]


def test_a_product_rule_says_when_it_was_first_written() -> None:
    silent = [
        rule.name
        for rule in england().rules
        if rule.tier is Tier.PRODUCT and not re.search(r"first written in \d{4}$", rule.agreed)
    ]
    assert silent == []


@pytest.mark.parametrize("ref", FROM_CHILD_T)
def test_what_was_drawn_from_child_t_says_that_it_was_no_procedure_then(ref: str) -> None:
    said = [rule.agreed for rule in of_refs([ref])]
    assert any("not a procedure of 2011" in agreed and "Child T" in agreed for agreed in said)
    assert all(rule.tier is Tier.PRODUCT for rule in of_refs([ref]))


def test_no_rule_drawn_from_child_t_passes_for_an_agreement() -> None:
    drawn = [rule for rule in england().rules if rule.agreed.startswith("drawn from the Child T")]
    assert len(drawn) > 10
    assert {rule.tier for rule in drawn} == {Tier.PRODUCT}


@pytest.mark.parametrize("ref", NOT_CHECKED)
def test_what_was_not_checked_is_marked(ref: str) -> None:
    assert any(rule.unverified for rule in of_refs([ref]))


def test_what_is_not_commenced_is_present_and_switched_off() -> None:
    pending = {rule.name: rule for rule in england().rules if rule.pending}
    assert set(pending) == PENDING
    assert all(rule.pending.startswith("not commenced") for rule in pending.values())
    assert not any(rule.in_force(date(2030, 1, 1)) for rule in pending.values())


def test_each_edition_asks_what_it_asked() -> None:
    only_2010 = {"initial-assessment-is-signed", "core-assessment-is-signed"}
    since_2013 = {
        "assessment-is-signed-after-a-returned-referral",
        "assessment-is-signed-after-a-decided-referral",
    }
    since_2025 = {"school-is-told-of-domestic-abuse", "social-care-is-told-of-domestic-abuse-out-of-school"}
    assert only_2010 <= in_edition("2010")
    assert in_edition("2010").isdisjoint(since_2013 | since_2025)
    assert since_2013 <= in_edition("2013")
    assert in_edition("2013").isdisjoint(only_2010 | since_2025)
    assert in_edition("2025") - in_edition("2023") == since_2025


def test_the_examples_show_every_verdict() -> None:
    shown = {expected.verdict for example in england().examples for expected in example.expected}
    assert shown == set(Verdict)


def test_the_steps_stand_in_the_order_of_the_work() -> None:
    files = [step.file for step in england().steps]
    assert [int(Path(file).name[:2]) for file in files] == list(range(len(files)))
    assert all(step.title and step.text for step in england().steps)


def planted(folder: Path, file: str, old: str, new: str) -> Path:
    """A copy of the handbook with one text replaced."""
    copy = folder / "england"
    copytree(handbook_folder(), copy, dirs_exist_ok=True)
    page = copy / file
    text = page.read_text(encoding="utf-8")
    assert text.count(old) == 1
    page.write_text(text.replace(old, new), encoding="utf-8")
    return copy


def test_a_dated_line_changes_a_deadline_from_its_day_on(tmp_path: Path) -> None:
    last = "  from 2013-04-15   15 working days   agreed Working Together 2013 and later editions\n"
    added = "  from 2027-01-01   10 working days   agreed the partnership, 1 October 2026\n"
    copy = planted(tmp_path, "13-conference.md", last, last + added)
    checked = check_handbook(draft_handbook(copy), TODAY)
    assert checked.refusals == ()
    amounts = open_handbook(copy).amounts["conference deadline"]
    assert amounts.on(date(2026, 12, 31), "") == Amount.parse("15 working days")
    assert amounts.on(date(2027, 1, 1), "") == Amount.parse("10 working days")


def test_editing_an_old_line_is_refused_by_the_examples(tmp_path: Path) -> None:
    line = "  from 2010-03-17   15 working days   agreed Working Together 2010\n"
    copy = planted(tmp_path, "13-conference.md", line, line.replace("15", "10"))
    refusals = check_handbook(draft_handbook(copy), TODAY).refusals
    assert refusals
    assert all(refusal.file == "13-conference.md" for refusal in refusals)
    assert any("conference-follows-a-recorded-enquiry" in refusal.what for refusal in refusals)


def test_an_area_gives_itself_a_line_of_its_own(tmp_path: Path) -> None:
    line = "  from 2010-03-17   6 weeks   agreed London child protection procedures\n"
    own = "  from 2024-01-01   4 weeks   in Anytown   agreed Anytown's own protocol\n"
    remark = "  unverified: areas differ, and the London wording was not read\n"
    copy = planted(tmp_path, "14-plan.md", line + remark, line + remark + own)
    assert check_handbook(draft_handbook(copy), TODAY).refusals == ()
    amounts = open_handbook(copy).amounts["time between core groups"]
    assert amounts.on(date(2024, 6, 1), "Anytown") == Amount.parse("4 weeks")
    assert amounts.on(date(2024, 6, 1), "Elsewhere") == Amount.parse("6 weeks")


def test_every_rule_says_in_a_few_plain_words_what_it_asks() -> None:
    said = {rule.name: rule.asks for rule in england().rules}
    assert [name for name, asks in said.items() if not asks] == []
    wrong = [asks for asks in said.values() if len(asks) > 90 or "“" in asks or not asks[:1].isupper()]
    assert wrong == []
