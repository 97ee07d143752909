"""What agencies would know of a child and of the adults around: the questions, of whom, and why."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.chronology.vocabulary.words import ASKED_OF_AN_ADULT

PIECES = (
    "Arthur and Star review (2022) and the national panel's reports: what agencies held in pieces was not "
    "put together"
)
QUORUM = "procedures of the West Midlands and of Hertfordshire: who is heard at a strategy discussion"
EARLIER = "Child T review; Lord Laming's of 2003: earlier episodes were known to somebody and not read"
SENTINEL = (
    "Sheets and others 2013 (abstract): of infants who had been abused a quarter had an earlier small "
    "injury, which health staff knew of in four of ten"
)
GATHER = "NICE CG89: whoever considers maltreatment gathers what others know"
EVERY_ADULT = "Child T review: what police and others knew of each adult did not reach the children's record"
CARERS = "Child T review: a carer's drug use was known and no specialist was asked"
UNCHECKED = "that this agency would know is this list's own; no partnership has checked it"
"""What nobody has checked of the table: who would know what."""

YEARS = 12


@dataclass(frozen=True, slots=True)
class Question:
    """Something that one sector of agencies would know: of the child or, where it says so, of each adult.

    `kinds` are the kinds of event by which such an agency may have told something of it without being
    asked. It is put of a child from `least` to below `most` months of age (None: no limit); where the age
    is not known, it is put.
    """

    asks: str
    sector: str
    words: str
    source: str
    kinds: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    unverified: str = UNCHECKED

    @property
    def of_earlier(self) -> bool:
        """Whether it is about what came before the episode at hand."""
        return self.source in (EARLIER, SENTINEL)

    @property
    def of_adults(self) -> bool:
        """Whether it is put of each adult around the child, and not of the child."""
        return self.asks in ASKED_OF_AN_ADULT

    def suits(self, months: tuple[int, int] | None) -> bool:
        """Whether it is put of a child of that age: completed months, least and most (None: unknown)."""
        return months is None or (months[1] >= self.least and (self.most is None or months[0] < self.most))


def _of_learning(sector: str, least: int, most: int | None) -> tuple[Question, ...]:
    return (
        Question(
            "school attendance",
            sector,
            "How often is the child there, and what was said of each absence?",
            QUORUM,
            (),
            least,
            most,
        ),
        Question(
            "what the child says",
            sector,
            "What does the child say of home, and how are they there?",
            PIECES,
            ("concern raised", "disclosure", "view recorded"),
            least,
            most,
        ),
        Question(
            "who collects the child",
            sector,
            "Who brings and collects the child, and how is the child with each of them?",
            PIECES,
            (),
            least,
            most,
        ),
    )


_HURT = ("injury observed", "medical opinion")
_KNOWN = ("adult fact known",)

QUESTIONS: tuple[Question, ...] = (
    *_of_learning("school", 4 * YEARS, None),
    *_of_learning("early years", 0, 5 * YEARS),
    Question(
        "earlier injuries",
        "general practice",
        "Which injuries and illnesses is the child known to have had, and what was said of each?",
        SENTINEL,
        _HURT,
    ),
    Question(
        "missed appointments", "general practice", "Which appointments was the child not brought to?", GATHER
    ),
    Question(
        "earlier injuries",
        "health visiting",
        "Which marks or injuries did a health visitor see or hear of?",
        SENTINEL,
        _HURT,
        0,
        5 * YEARS,
    ),
    Question(
        "growth",
        "health visiting",
        "How has the child grown, and when was the child last weighed and seen undressed?",
        GATHER,
        ("seen well",),
        0,
        5 * YEARS,
    ),
    Question(
        "missed appointments",
        "health visiting",
        "Which appointments and visits were missed?",
        GATHER,
        (),
        0,
        5 * YEARS,
    ),
    Question(
        "earlier attendances",
        "hospital",
        "Which attendances were there before, what for, and what was said of each?",
        EARLIER,
        ("hospital attendance", "hospital admission"),
    ),
    Question(
        "earlier imaging",
        "hospital",
        "Was the child ever X-rayed or scanned, and has anybody looked at it again?",
        SENTINEL,
        ("child protection medical",),
    ),
    Question(
        "call-outs to the home",
        "police",
        "When were officers called to the home or to these people, and what did they find?",
        EARLIER,
        ("domestic abuse incident", "police met child", "police notice"),
    ),
    Question(
        "call-outs to the home", "ambulance service", "When was an ambulance called to the home?", EARLIER
    ),
    Question(
        "earlier contacts",
        "children's social care",
        "Which contacts, referrals, enquiries and plans were there before, and how did each end?",
        EARLIER,
        ("contact received", "referral received", "section 47 started", "protection plan started"),
    ),
    Question(
        "siblings",
        "children's social care",
        "Which other children live or lived with these adults, and what is known of each?",
        PIECES,
        ("relationship recorded", "sibling decision"),
    ),
    Question(
        "who lives in the home",
        "housing",
        "Who is known to live in the home, and what was reported of it?",
        PIECES,
        ("household joined", "household left"),
    ),
    Question(
        "convictions",
        "police",
        "Which convictions, cautions and inquiries without charge are held?",
        EVERY_ADULT,
        (*_KNOWN, "criminal decision"),
    ),
    Question(
        "custody",
        "police",
        "Where is the person now: in custody, on bail and on which conditions?",
        EVERY_ADULT,
        ("arrest", "release", "bail", "whereabouts"),
    ),
    Question(
        "supervision by probation",
        "probation",
        "Is the person supervised, for what, and what is known of risk to children?",
        EVERY_ADULT,
        _KNOWN,
    ),
    Question(
        "substance use",
        "substance use service",
        "Is the person known to the service, and what follows for a child in their care?",
        CARERS,
        ("substance use known", "specialist advice received"),
    ),
    Question(
        "mental health",
        "mental health service",
        "Is the person known to the service, and what follows for a child in their care?",
        CARERS,
        (*_KNOWN, "specialist advice received"),
    ),
    Question(
        "help from adult services",
        "adult social care",
        "Does the person get help as an adult, and who else is in the home because of it?",
        EVERY_ADULT,
        _KNOWN,
    ),
)
"""Every question, in the order in which a page shows them."""

SECTORS_ASKED: tuple[str, ...] = tuple(dict.fromkeys(each.sector for each in QUESTIONS))
"""The sectors of which something is asked."""
