"""Injuries on their page: gone through day by day on one body, each with what was said of it beside."""

from __future__ import annotations

import re
from datetime import date

from heeded.core.chronology.report import Described
from heeded.core.chronology.when import Precision, When, local
from tests.doors.web.child.telling import day_ago, event, referred, told_of
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import Answer, opened, said, signed_in

EVE = Described(ref="Eve", name="Eve Invented", adult=True)
FINN = Described(ref="Finn", name="Finn Invented", adult=True)


def twice_bruised(admin: str) -> str:
    """Ada is bruised on the palm, five days later on palm and chin, and once nobody says where."""
    return told_of(
        admin,
        event("a", "injury observed", day_ago(20), what="bruise", sites=frozenset({"left palm"})),
        event("b", "injury observed", day_ago(15), what="bruise", sites=frozenset({"left palm", "chin"})),
        event("c", "injury observed", day_ago(15, 13), what="burn"),
        referred(),
    )


def days_of(page: str) -> list[str]:
    return re.findall(r'id="day-\d{4}-\d\d-\d\d" href="\?by=([^"]+)"', page)


def map_of(answer: Answer) -> str:
    """The part of the page that goes day by day."""
    return answer.content.decode().partition('id="by-day"')[2].partition("</section>")[0]


def test_the_last_day_is_shown_first_with_all_that_was_seen_before_and_the_new_told_apart(admin: str) -> None:
    child = twice_bruised(admin)
    answer = opened(signed_in("worker"), child, part="injuries")
    page = map_of(answer)
    assert faults(answer.content.decode()) == []
    assert days_of(page) == [f"{local(day_ago(each)):%Y-%m-%d}" for each in (20, 15)]
    assert 'aria-label="left palm: mark 1, 2, new"' in page
    assert 'aria-label="chin: mark 2, new"' in page
    assert page.count("</text>") == page.count(' class="marked"')
    rows = re.findall(r'<tr id="seen-(\d)"[^>]*?( class="fresh")?>', page)
    assert rows == [("3", ' class="fresh"'), ("2", ' class="fresh"'), ("1", "")]
    assert "nobody recorded where on the body: 3." in page


def test_an_earlier_day_knows_nothing_of_what_was_seen_later(admin: str) -> None:
    child = twice_bruised(admin)
    here = signed_in("worker")
    opened(here, child)
    page = map_of(here.get(f"/children/{child}/injuries?by={local(day_ago(20)):%Y-%m-%d}"))
    assert 'aria-label="left palm: mark 1, new"' in page
    assert "chin" not in page
    assert "burn" not in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page


def test_what_was_seen_before_is_drawn_pale_and_bears_no_word(admin: str) -> None:
    child = told_of(
        admin,
        event("a", "injury observed", day_ago(20), what="bruise", sites=frozenset({"left palm"})),
        event("b", "injury observed", day_ago(15), what="bruise", sites=frozenset({"chin"})),
        referred(),
    )
    page = map_of(opened(signed_in("worker"), child, part="injuries"))
    marks = dict(re.findall(r'aria-label="([^"]+)"><path class="(marked[^"]*)"', page))
    assert marks == {"left palm: mark 1": "marked before", "chin: mark 2, new": "marked"}
    assert "2 new</text>" in page
    assert "1 new" not in page


def test_a_day_that_cannot_be_read_is_the_last_and_one_before_all_is_the_first(admin: str) -> None:
    child = twice_bruised(admin)
    here = signed_in("worker")
    opened(here, child)
    first, last = (f"{local(day_ago(each)):%Y-%m-%d}" for each in (20, 15))
    for asked, shown in (("rubbish", last), ("2099-01-01", last), ("1999-01-01", first)):
        page = map_of(here.get(f"/children/{child}/injuries?by={asked}"))
        assert re.findall(r'href="\?by=([^"]+)" aria-current', page) == [shown], asked


def test_what_is_roughly_dated_stands_on_the_last_day_on_which_it_may_have_been_seen(admin: str) -> None:
    roughly = When(day_ago(30), day_ago(20), Precision.ABOUT)
    child = told_of(admin, event("a", "injury observed", roughly, what="bruise"), referred())
    page = map_of(opened(signed_in("worker"), child, part="injuries"))
    assert f"seen by the end of {_in_words(local(roughly.latest).date())}" in page


def test_only_the_childs_own_injuries_are_on_the_body(admin: str) -> None:
    ben = Described(ref="ben", name="Ben Invented", born=date(2020, 1, 1), area="Norhaven")
    child = told_of(
        admin,
        event("h1", "household joined", day_ago(40), person="ada", household="home"),
        event("h2", "household joined", day_ago(40), person="ben", household="home", child="ben"),
        event("a", "injury observed", day_ago(20), what="bruise", sites=frozenset({"left palm"})),
        event("b", "injury observed", day_ago(10), child="ben", what="bite", sites=frozenset({"chin"})),
        referred(),
        people=(ben,),
    )
    answer = opened(signed_in("worker"), child, part="injuries")
    assert "chin" not in map_of(answer)
    assert "Ben Invented" in said(answer)


def test_what_was_said_of_an_injury_stands_beside_it_with_what_changed_and_what_speaks_against_it(
    admin: str,
) -> None:
    own = {"injury": "hospital:I1"}
    child = told_of(
        admin,
        event("a", "injury observed", day_ago(20), keys=own, what="bruise", suspected=True),
        event(
            "b",
            "explanation given",
            day_ago(20, 13),
            keys=own,
            speaker="Eve",
            words="She fell.",
            mechanism="fall",
            heard_by="the nurse",
        ),
        event(
            "c",
            "explanation given",
            day_ago(19),
            keys=own,
            speaker="Finn",
            words="It was the dog.",
            mechanism="animal",
        ),
        event("d", "explanation given", day_ago(18), keys=own, speaker="Eve", words="I was out."),
        event("e", "explanation weighed", day_ago(17), keys=own, fit="implausible", grounds="no dog"),
        referred(),
        people=(EVE, FINN),
    )
    answer = opened(signed_in("worker"), child, part="injuries")
    text = said(answer)
    part = re.sub(r" (?=[:,.;”)])", "", text.partition("How it is said to have come about")[2])
    assert part.index("“She fell.”") < part.index("“It was the dog.”") < part.index("“I was out.”")
    assert "it names another thing that did it: before “fall”, now “animal”" in part
    assert "what Eve Invented said," in part
    own_account = part.partition("their own account of")[2]
    assert "it no longer names what did it: before “fall”; it is told in other words." in own_account
    beside = part.partition("What the record of this injury holds beside it:")[2]
    assert "A practitioner found that an account does not fit what was seen: explanation weighed" in beside
    assert "Whoever saw it suspected that somebody caused it: injury observed" in beside
    assert faults(answer.content.decode()) == []


def test_where_nothing_speaks_for_or_against_it_that_is_said_to_prove_nothing(admin: str) -> None:
    own = {"injury": "hospital:I1"}
    child = told_of(
        admin,
        event("a", "injury observed", day_ago(2), keys=own, what="bruise"),
        event("b", "explanation given", day_ago(2), keys=own, words="She fell."),
        referred(),
    )
    assert "That proves nothing." in said(opened(signed_in("worker"), child, part="injuries"))


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
