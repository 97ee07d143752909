"""Ordinary notes: other addresses, numbers, dates and streets, and nothing of the shielded place."""

from random import Random

from heeded.core.access.guard import ShieldedPlace
from tests.core.access.guard.obfuscate import in_words
from tests.core.access.guard.places import COMMON, STREETS, a_phone, a_postcode

NOTES = (
    "Visit at {number} {street}; child seen alone, home warm and clean. Next visit {date}.",
    "GP surgery at {number} {street}, {postcode}. Telephoned {phone}, no reply.",
    "Bruise {mm}mm x {mm}mm on left cheek, said to be {number} days old. High chair broken.",
    "Strategy discussion {date} at {time}: police, health and school took part.",
    "School attendance {percent}% this term, {number} sessions missed, {in_words} of them unexplained.",
    "NHS number {nhs}. Weight {percent}.{number}kg, on the {number}th centile.",
    "Mother was seen on {street} with the children near the shops at {time}.",
    "Contact centre rang from {phone} about {in_words} missed appointments.",
    "Uncle lives at {number} {street}, {postcode}, no contact since {date}.",
    "Concern is high. Street drinking reported by a neighbour; police attended at {time} on {date}.",
    "The family of {in_words} shares two rooms; housing has been asked for a place with a garden.",
    "Referral to early help declined. Father drives the {number} bus; shifts close at {time}.",
    'Child said: "I go to the park with nan on {weekday} and we see the green ducks".',
    "Core group held, {in_words} people there. Church hall booked for {date}, station road side entrance.",
    "Blood taken {date}, haemoglobin {number}, platelets {nhs}.",
    "Incident number {nhs}. Officers spoke to residents of {street} and of {street2}.",
    "Dr A. Fennell, consultant, bleep {nhs4}, ward {number}. Skeletal survey at {time}.",
    "Came by car, registration {plate}. Left at {time}.",
)
NEAR = (
    "Uncle lives at {own_number} {street}, seen there on {date}.",
    "GP surgery, {other_number} {own_street}: no reply from {phone}.",
    "Aged {own_number} months, seen at the clinic on {many_towns}.",
    "Baby is {own_number} weeks old. Shops on {many_towns} are near.",
    "Team covers {outward} and neighbouring areas from {many_towns}.",
    "Form ends in {inward}, reference {own_number}/{other_number}.",
    "{own_number} children attended the holiday club on {many_towns}.",
    "Bus {own_number} leaves from {street} at {time}.",
    "Rang {phone} about {own_number} missed sessions.",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def another(first: str, chance: Random, *, distinct: bool) -> str:
    """A street other than the first; one that stands in many towns unless it may be any."""
    return chance.choice([street for street in STREETS if street != first or not distinct])


def an_ordinary_note(place: ShieldedPlace, chance: Random) -> str:
    """A note about somebody and somewhere else.

    Where it names the place's own street, that is one that stands in many towns, and it names another
    number there.
    """
    number, street = door(place)
    common = street in STREETS[:COMMON]
    other = chance.choice([n for n in range(1, 200) if n != number])
    return chance.choice(NOTES).format(
        number=other,
        in_words=in_words(other),
        street=another(street, chance, distinct=not common),
        street2=another(street, chance, distinct=not common),
        **_incidentals(chance),
    )


def a_near_miss(place: ShieldedPlace, chance: Random) -> str:
    """A note that shares a figure or a word with the place, and still does not give it away."""
    number, street = door(place)
    outward, inward = place.postcode.split(" ")
    phone = place.phones[0]
    return chance.choice(NEAR).format(
        own_number=number,
        other_number=chance.choice([n for n in range(1, 200) if n != number]),
        own_street=street,
        street=another(street, chance, distinct=True),
        many_towns=chance.choice([each for each in STREETS[:COMMON] if each != street]),
        outward=outward,
        inward=inward,
        phone=phone[:-1] + str((int(phone[-1]) + chance.randint(1, 9)) % 10),
        date=f"{chance.randint(1, 28)} May",
        **{key: word for key, word in _incidentals(chance).items() if key == "time"},
    )


def door(place: ShieldedPlace) -> tuple[int, str]:
    """The number, without its letter, and the street of a place."""
    parts = place.address.split(", ")
    number, _, street = (parts[1] if parts[0].startswith("Flat") else parts[0]).partition(" ")
    return int("".join(filter(str.isdigit, number))), street


def _incidentals(chance: Random) -> dict[str, object]:
    """Codes, dates, measures and names that stand in any note."""
    return {
        "postcode": a_postcode(chance),
        "phone": a_phone(chance),
        "date": f"{chance.randint(1, 28)} {chance.choice(('January', 'May', 'October'))} 2026",
        "time": f"{chance.randint(8, 19)}.{chance.randint(10, 59)}",
        "mm": chance.randint(2, 40),
        "percent": chance.randint(20, 99),
        "nhs": chance.randint(10**9, 10**10 - 1),
        "nhs4": chance.randint(1000, 9999),
        "weekday": chance.choice(WEEKDAYS),
        "plate": f"{chance.choice('ABCD')}{chance.choice('KLM')}{chance.randint(10, 70)} XYZ",
    }
