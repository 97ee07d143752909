"""Invented places to hide, and how people in a hurry or with intent write them."""

from random import Random

from heeded.core.access.guard import ShieldedPlace

STREETS = (
    *("High Street", "Church Road", "Station Road", "Mill Lane", "Park Avenue", "Victoria Road"),
    *("Green Lane", "Queens Road", "St Mary's Road", "The Avenue", "New Street", "School Lane"),
    *("Larkspur Crescent", "Thornbury Gardens", "Wexcombe Close", "Ashlington Terrace", "Penhallow Drive"),
    *("Brackenfield Way", "Osprey Court", "Kestrel Mews", "Hollingworth Street", "Marchmont Grove"),
    *("Quillfeather Place", "Saltersgate Row", "Tindale Square", "Yewbarrow View", "Corrigan Walk"),
    *("Dunmallet Rise", "Ellerker Road", "Fennimore Street", "Gildersome Avenue", "Harbottle Lane"),
)
COMMON = 12
"""The first so many streets stand in many towns: without their number they give nobody away."""

AREAS = ("N17", "E8", "SE15", "LS6", "M14", "B29", "SW1A", "EC1V", "CF10", "DN3")
INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
DIALLING = ("020", "0113", "0161", "0121", "029", "07", "01302")
MOBILE_DIGITS = 11


def a_place(chance: Random) -> ShieldedPlace:
    """An invented place with a number, a street, a postcode and a telephone, sometimes a flat."""
    number = str(chance.randint(1, 199)) + (chance.choice("abc") if chance.random() < 0.1 else "")
    flat = f"Flat {chance.randint(1, 30)}, " if chance.random() < 0.3 else ""
    street = chance.choice(STREETS)
    return ShieldedPlace(
        id="refuge",
        address=f"{flat}{number} {street}, {chance.choice(('London', 'Leeds', 'Cardiff'))}",
        postcode=a_postcode(chance),
        phones=(a_phone(chance),),
    )


def a_postcode(chance: Random) -> str:
    """An invented postcode of a true shape."""
    return f"{chance.choice(AREAS)} {chance.randint(0, 9)}{''.join(chance.choices(INWARD_LETTERS, k=2))}"


def a_phone(chance: Random) -> str:
    """An invented telephone number of a true length."""
    code = chance.choice(DIALLING)
    return code + "".join(str(chance.randint(0, 9)) for _ in range(MOBILE_DIGITS - len(code)))
