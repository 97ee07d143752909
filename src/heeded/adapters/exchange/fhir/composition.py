"""A document's sections: those about safeguarding are read, the others pointed out."""

from heeded.adapters.exchange.fhir.resources.node import Node, codings, nodes, said, text
from heeded.adapters.exchange.fhir.resources.plain import plain_words
from heeded.adapters.exchange.fhir.telling import Telling
from heeded.core.chronology.entry import Fact

SAFEGUARDING = "safeguarding"
"""A word of the heading. The published list of headings gives safeguarding the code of safety alerts
(886931000000107), which must be a slip, so a section is known by its title and not by its code."""
_QUESTION = "Is there a safeguarding concern?"
_NONE = frozenset(
    {
        "",
        *("no", "none", "nil", "n/a", "not applicable", "no concerns", "no concern", "none identified"),
        *("no safeguarding concerns", "no safeguarding concern", "no safeguarding issues"),
        *("no safeguarding issues identified", "no safeguarding concerns identified", "no issues identified"),
    }
)


def tell_composition(composition: Node, place: str, telling: Telling) -> None:
    """Tell what a document's safeguarding section says, and note the sections that are not read."""
    telling.mapped.add(id(composition))
    number = 0
    for index, section in enumerate(nodes(composition, "section")):
        here = f"{place}/section/{index}"
        title = (text(section, "title") or said(section, "code")).strip()
        words = plain_words(text(section, "text", "div") or text(section, "text"))
        if SAFEGUARDING in title.lower():
            number += 1
            _tell_section(composition, here, words, number, telling)
        elif words:
            shown = title or next((each.code for each in codings(section, "code")), "untitled")
            reason = f"the section “{shown:.100}” ({len(words):,} characters) is not read"
            telling.note(here, reason, composition)


def _tell_section(composition: Node, place: str, words: str, number: int, telling: Telling) -> None:
    suffix = f"/safeguarding/{number}"
    if words.lower().strip(" .") in _NONE:
        if words:
            facts: dict[str, Fact] = {"conclusion": "no concerns", "question": _QUESTION}
            telling.tell(composition, place, "view recorded", facts, suffix=suffix)
        else:
            telling.note(place, "the safeguarding section is empty: it says neither yes nor no", composition)
        return
    telling.tell(
        composition, place, "concern raised", {"grounds": words, "question": _QUESTION}, suffix=suffix
    )
    telling.note(
        place,
        "the safeguarding section is text: what it says is kept, how strongly is not known",
        composition,
    )
