"""The lists of words that several kinds of event share."""

from heeded.core.chronology.body import REGIONS, WIDE

SECTORS = (
    "children's social care",
    "police",
    "hospital",
    "general practice",
    "health visiting",
    "school nursing",
    "midwifery",
    "ambulance service",
    "community health",
    "mental health service",
    "substance use service",
    "adult social care",
    "school",
    "early years",
    "early help",
    "housing",
    "probation",
    "youth justice",
    "court",
    "prison",
    "border authority",
    "voluntary organisation",
    "safeguarding partnership",
    "national panel",
    "inspectorate",
    "family",
    "public",
)
"""Who can say a thing or owe one; the last two are for words that reached an agency from outside."""

ATTENDEES = (
    "social care",
    "police",
    "health",
    "paediatrician",
    "treating clinician",
    "general practice",
    "health visitor",
    "midwife",
    "school nurse",
    "school",
    "early years",
    "referrer",
    "housing",
    "probation",
    "adult services",
    "early help",
    "legal adviser",
    "independent chair",
    "another local authority",
    "parent",
    "child",
)
"""Who can attend a meeting. A paediatrician is listed under "health" too when present for health."""

STRENGTHS = ("excluded", "consider", "suspect", "strong concern", "inflicted")
"""How strongly maltreatment is thought to explain a finding: NICE CG89's exclude, consider and
suspect, then the stronger words that reviews have found doctors to use."""

INFLICTED, HARMED, OTHER = "was the injury inflicted", "may the child be coming to harm", "other"
QUESTIONS = (INFLICTED, HARMED, "would the child be safe at home", "may work with the child end", OTHER)
"""What practitioners answer about a child; whoever has a concern answers the worse of each."""

BODY_SITES = tuple(WIDE)
"""Where on the body, in wide words; finer ones are the body's regions, each within some of these."""
BODY_REGIONS = tuple(region.name for region in REGIONS if region.name not in WIDE)
"""Where on the body, by region: with its side, and from where it is seen."""

SHAPES = (
    *("none seen", "hand", "grip", "teeth", "belt", "loop", "cord"),
    *("stick", "ligature", "shoe", "other implement", "clear line"),
)
"""The shape of a mark. Those after the first are why CG89 1.1.1 says to suspect, save the clear line,
which burns and scalds may have."""
LEAVING_A_SHAPE = SHAPES[1:-1]
"""The shapes of a hand, of teeth or of a thing."""
SEEN = ("directly", "in a photograph", "told by somebody who saw it", "by imaging")
"""How whoever records an injury came to see it."""

MOBILITY = ("cannot roll", "rolling", "sitting", "crawling", "cruising", "walking")
"""How a child moves unaided, least first; shuffling counts as crawling."""

FITS = ("suitable", "implausible", "inadequate", "inconsistent", "unsure")
"""How an explanation sits with what was found."""
UNSUITABLE = FITS[1:4]
"""The words by which it does not fit: what NICE CG89 calls an unsuitable explanation."""

REFERRAL_SOURCES = (
    *("family member", "acquaintance", "child", "another individual"),
    *("school", "education service"),
    *("general practice", "health visitor", "school nurse", "other primary health service"),
    *(
        "emergency department",
        "other health service",
        "housing",
        "social care",
        "other local authority service",
    ),
    *("another local authority", "early help", "police", "other legal agency", "other organisation"),
    *("anonymous", "unknown"),
)
"""Who sent a contact or referral; the children-in-need census's table in plain words."""

ABUSE_CATEGORIES = ("neglect", "physical abuse", "sexual abuse", "emotional abuse", "multiple")
"""The categories under which a child protection plan is made."""

CLOSURE_REASONS = (
    "adopted",
    "died",
    "child arrangements order",
    "special guardianship order",
    "moved to another local authority",
    "moved to adult social care",
    "services ceased for another reason",
    "no further action after assessment",
    "early help after assessment",
)
"""Why services ended; the children-in-need census's table in plain words (RC1 to RC9, in order)."""

ORDERS = (
    "emergency protection order",
    "interim care order",
    "care order",
    "interim supervision order",
    "supervision order",
    "child assessment order",
    "recovery order",
    "exclusion requirement",
    "child arrangements order",
    "special guardianship order",
    "placement order",
    "adoption order",
    "secure accommodation order",
    "wardship",
)
"""Orders that a court can make about a child."""

ASKED_OF_A_CHILD = (
    *(
        "school attendance",
        "what the child says",
        "who collects the child",
    ),
    *("earlier injuries", "missed appointments", "growth"),
    *("earlier attendances", "earlier imaging", "call-outs to the home"),
    *("earlier contacts", "siblings", "who lives in the home"),
)
ASKED_OF_AN_ADULT = (
    *("convictions", "custody", "supervision by probation"),
    *("substance use", "mental health", "help from adult services"),
)
ASKS = (*ASKED_OF_A_CHILD, *ASKED_OF_AN_ADULT)
"""What agencies are asked about a child and about each adult around them; anything else in words."""

FINDINGS_ON_SOURCES = ("excluded", "likely excluded", "remains possible", "likely source")
"""What the evidence says of one person as a possible source of harm."""
