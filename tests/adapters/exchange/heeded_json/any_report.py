"""Any report that the vocabulary allows: people, and events of every kind with any of their fields."""

from datetime import date

from hypothesis import strategies as st

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.identifiers import plain
from heeded.core.chronology.report import LOCAL_ID, Described, Event, Identifier, Report
from heeded.core.chronology.vocabulary import ALWAYS, KINDS, Field, FieldType, Kind
from heeded.core.chronology.when import Precision, When

DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 30))
MOMENTS = st.integers(-2_000_000_000, 4_000_000_000)
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.text(CHARACTERS, min_size=1, max_size=30).filter(str.strip)
ABOUT = st.builds(
    lambda second, minutes: When(second - 60 * minutes, second + 60 * minutes, Precision.ABOUT),
    MOMENTS,
    st.integers(0, 60 * 24 * 300),
)
BETWEEN = st.builds(
    lambda second, more: When(second, second + more, Precision.ABOUT), MOMENTS, st.integers(0, 10_000_000)
)
TIMES = (
    st.builds(lambda second: When(second, second, Precision.INSTANT), MOMENTS)
    | st.builds(When.day, DAYS)
    | st.builds(lambda day: When.month(day.year, day.month), DAYS)
    | ABOUT
    | BETWEEN
)


def fact(field: Field) -> st.SearchStrategy[Fact]:
    """Any value that a field takes."""
    match field.type:
        case FieldType.YES_NO:
            return st.booleans()
        case FieldType.NUMBER:
            return st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False)
        case FieldType.DATE:
            return DAYS
        case FieldType.NAMES:
            return st.frozensets(st.sampled_from(field.choices) if field.choices else WORDS, max_size=4)
        case FieldType.CHOICE | FieldType.LEVEL:
            return st.sampled_from(field.choices)
        case _:
            return WORDS


@st.composite
def event(draw: st.DrawFn, ref: str, kind: Kind | None = None) -> Event:
    """Any event with that ref, of that kind or of any."""
    kind = kind or draw(st.sampled_from(list(KINDS.values())))
    fields = draw(st.lists(st.sampled_from(kind.fields), unique=True)) if kind.fields else []
    own = kind.keys[len(ALWAYS) :]
    happened = draw(TIMES)
    withdraws = f"not {ref}" if kind.name == "withdrawal" else draw(st.none() | st.just(f"not {ref}"))
    return Event(
        ref=ref,
        kind=kind.name,
        child=draw(WORDS),
        happened=happened,
        told=draw(MOMENTS),
        practitioner=draw(st.just("") | WORDS),
        role=draw(st.just("") | WORDS),
        known=draw(st.dictionaries(WORDS, MOMENTS, max_size=3)),
        keys={key: draw(WORDS) for key in own if draw(st.booleans())},
        facts={field.name: draw(fact(field)) for field in fields},
        corrects=draw(st.none() | st.just(f"before {ref}")),
        withdraws=withdraws,
        as_of=draw(st.none() | MOMENTS),
    )


@st.composite
def person(draw: st.DrawFn, ref: str) -> Described:
    """Any person with that ref."""
    text = st.just("") | WORDS
    identifiers = draw(st.lists(st.builds(Identifier, st.just(LOCAL_ID), WORDS), unique=True, max_size=2))
    return Described(
        ref=ref,
        name=draw(text),
        born=draw(st.none() | DAYS),
        sex=draw(text),
        adult=draw(st.booleans()),
        area=draw(text),
        address=draw(text),
        postcode=draw(text),
        identifiers=tuple(map(plain, identifiers)),
    )


@st.composite
def report(draw: st.DrawFn) -> Report:
    """Any report of at least one person or event."""
    refs = draw(st.lists(WORDS, unique=True, min_size=1, max_size=4))
    split = draw(st.integers(0, len(refs)))
    return Report(
        id=draw(WORDS),
        agency="hospital",
        people=tuple(draw(person(ref)) for ref in refs[:split]),
        events=tuple(draw(event(ref)) for ref in refs[split:]),
    )
