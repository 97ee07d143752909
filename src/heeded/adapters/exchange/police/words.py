"""The words of a police notice, and the vocabulary's words for them."""

from collections.abc import Mapping
from types import MappingProxyType

EVENT_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "domestic abuse call-out": "domestic abuse incident",
        "child met": "police met child",
        "injury seen": "injury observed",
        "explanation heard": "explanation given",
        "disclosure heard": "disclosure",
        "concern": "concern raised",
        "view": "view recorded",
        "reasonable cause": "reasonable cause recorded",
        "protection power used": "police protection started",
        "protection power ended": "police protection ended",
        "arrest": "arrest",
        "release": "release",
        "bail": "bail",
        "criminal decision": "criminal decision",
        "criminal decision shared": "criminal decision shared",
        "substance use": "substance use known",
        "adult fact": "adult fact known",
        "whereabouts": "whereabouts",
        "missing": "went missing",
        "missing found": "missing child returned",
        "social care told": "police notice",
        "social care called": "urgent call made",
        "school told": "school notified",
        "referral": "referral made",
        "history read": "history considered",
        "notice withdrawn": "withdrawal",
    }
)
"""Each type of event that a notice may hold, by the kind of event that it is in the record."""

LIVES_AT = "lives at"
CHILD, PERSON, IMPLEMENT = "child", "person", "implement"
FACT_ROLES = ("person", "speaker", "about", "absent person", "to")
"""Roles, beside `child`, in which a person may be linked to an event: each is its field of that name."""

NOTICE_KEYS = (
    *("notice", "written", "replaces", "officer", "persons", "objects", "locations", "events", "links"),
)
OFFICER_KEYS = ("name", "rank")
PERSON_KEYS = ("id", "name", "born", "sex", "adult", "nhs_number", "upn", "pnc_id")
OBJECT_KEYS = ("id", "description")
LOCATION_KEYS = ("id", "address", "postcode", "area")
EVENT_KEYS = (
    *("id", "type", "happened", "written", "officer", "location", "incident", "keys", "details", "known"),
    *("corrects", "withdraws"),
)
LINK_KEYS = ("from", "to", "role", "since", "until")
