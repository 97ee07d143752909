"""Tests of the page that says who looked: what it tells of each look, and that it can be narrowed."""

from __future__ import annotations

from tests.doors.web.visiting import ada_now, opened, said, signed_in


def _first(admin: str) -> tuple[str, str]:
    """The child, and what an officer reads of the looks at her after a worker and a stranger looked."""
    child = ada_now(admin)
    opened(signed_in("worker"), child)
    reason = "I was rung about her by her school tonight"
    signed_in("southby-worker").post(
        f"/children/{child}/purpose/record",
        {"purpose": "safeguarding", "reason": reason},
        follow=True,
    )
    officer = signed_in("council-officer")
    return child, said(
        officer.post(f"/children/{child}/purpose/looks", {"purpose": "oversight"}, follow=True)
    )


def test_each_look_says_who_for_whom_why_and_on_what_law(admin: str) -> None:
    _, text = _first(admin)
    assert "Wanda Worker" in text
    assert "council (practitioner)" in text.casefold() or "(practitioner)" in text
    assert "safeguarding this child and promoting the child's welfare" in text.replace("&#x27;", "'")
    assert "CA2004-s11; unverified" in text
    assert "It was shown" in text
    assert "Sam Southby" in text


def test_looks_are_narrowed_by_agency_answer_and_standing(admin: str) -> None:
    child, _ = _first(admin)
    officer = signed_in("hospital-officer")
    officer.post(f"/children/{child}/purpose/looks", {"purpose": "oversight"})
    for query, here, gone in (
        ("agency=southby", "Sam Southby", "Wanda Worker"),
        ("agency=council", "Wanda Worker", "Sam Southby"),
        ("without_standing=on", "Sam Southby", "Wanda Worker"),
        ("first=2001-01-01&last=2001-01-02", "None of the looks is like that", "Wanda Worker"),
    ):
        text = said(officer.get(f"/children/{child}/looks?{query}"))
        assert here in text, query
        assert gone not in text, query


def test_a_day_that_is_none_is_told_and_nothing_is_left_out(admin: str) -> None:
    child, _ = _first(admin)
    officer = signed_in("hospital-officer")
    officer.post(f"/children/{child}/purpose/looks", {"purpose": "oversight"})
    text = said(officer.get(f"/children/{child}/looks?first=yesterday"))
    assert "Enter a valid date" in text
    assert "Wanda Worker" in text
