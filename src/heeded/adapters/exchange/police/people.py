"""The people of a notice: who they are, where they live, and who they are to each other."""

from heeded.adapters.exchange.incoming.identifiers import described_as
from heeded.adapters.exchange.incoming.parts import Parts
from heeded.adapters.exchange.police.notice import Notice
from heeded.adapters.exchange.police.words import LIVES_AT, LOCATION_KEYS, PERSON_KEYS
from heeded.core.chronology.report import LOCAL_ID, NHS_NUMBER, UPN, Described, Identifier
from heeded.core.chronology.vocabulary import KINDS

_NUMBERS = {"nhs_number": NHS_NUMBER, "upn": UPN, "pnc_id": LOCAL_ID}


def describe_people(notice: Notice) -> None:
    """Describe every person to the draft, with the address of the location where they live."""
    for location in notice.of("locations"):
        location.refuse_strays(LOCATION_KEYS)
    for person in notice.of("persons"):
        person.refuse_strays(PERSON_KEYS)
        home = _home(person.ref, notice)
        described = Described(
            ref=person.ref,
            name=person.text("name"),
            born=person.day("born"),
            sex=person.text("sex"),
            adult=person.yes("adult"),
            area=home.text("area") if home else "",
            address=home.text("address") if home else "",
            postcode=home.text("postcode") if home else "",
            identifiers=tuple(_identifiers(person)),
        )
        notice.draft.describe(described, person.place)


def is_adult(person: str, notice: Notice) -> bool:
    """Whether the notice says that a person is an adult."""
    return notice.found[person][1].value.get("adult") is True


def relations(notice: Notice) -> list[tuple[str, str, str, Parts]]:
    """Who is what to whom, from the links between two people: person, other, word and link."""
    field = KINDS["relationship recorded"].field("relation")
    words = field.choices if field else ()
    found = []
    for link in notice.links:
        start, end, role = link.text("from"), link.text("to"), link.text("role").lower()
        if notice.sort(start) == notice.sort(end) == "persons":
            notice.use(link)
            if role in words:
                found.append((start, end, role, link))
            else:
                near = notice.draft.hints.near(role, words)
                link.refuse("role", f"this is no relationship.{near} Use: {', '.join(words)}")
    return found


def _home(person: str, notice: Notice) -> Parts | None:
    """Where a person lives: the latest location that the notice does not say they have left."""
    home = None
    for other, role, link in notice.linked(person):
        if role == LIVES_AT and notice.sort(other) == "locations" and not link.value.get("until"):
            notice.use(link)
            home = notice.found[other][1]
    return home


def _identifiers(person: Parts) -> list[Identifier]:
    found = []
    for key, system in _NUMBERS.items():
        if written := person.text(key):
            place = f"{person.place}/{key}"
            if identifier := described_as(system, written, place, person.ref, person.draft):
                found.append(identifier)
    return found
