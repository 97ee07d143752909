"""Kinds of record by how long they are kept, and which of them an agency's record of a child is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class RetentionClass(StrEnum):
    """A kind of record that controllers keep for a period of its own."""

    LOOKED_AFTER = "looked-after child's record"
    CHILD_PROTECTION = "child protection record"
    CHILD_IN_NEED = "child in need record"
    ADOPTION = "adoption record"
    STAFF_CONCERN = "concern about staff"
    HEALTH = "child's health record"
    SCHOOL = "child protection record of a school"
    POLICE = "police information"
    PROTECTION_FLAG = "protection flag"
    OTHER = "other record"


_BY_KIND: Mapping[str, RetentionClass] = MappingProxyType(
    {
        "became looked after": RetentionClass.LOOKED_AFTER,
        "placement started": RetentionClass.LOOKED_AFTER,
        "section 47 started": RetentionClass.CHILD_PROTECTION,
        "initial conference": RetentionClass.CHILD_PROTECTION,
        "protection plan started": RetentionClass.CHILD_PROTECTION,
        "child in need plan started": RetentionClass.CHILD_IN_NEED,
        "assessment started": RetentionClass.CHILD_IN_NEED,
        "concern about staff": RetentionClass.STAFF_CONCERN,
    }
)

_BY_SECTOR: Mapping[str, RetentionClass] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *("hospital", "general practice", "health visiting", "school nursing", "midwifery"),
                *("ambulance service", "community health", "mental health service"),
            ),
            RetentionClass.HEALTH,
        ),
        **dict.fromkeys(("school", "early years"), RetentionClass.SCHOOL),
        "police": RetentionClass.POLICE,
    }
)


def retention_classes(
    sector: str, kinds: Iterable[str], *, orders: Iterable[str] = ()
) -> frozenset[RetentionClass]:
    """What an agency's record of one child is: by its sector, the kinds of event in it, and court orders.

    A record may be several at once, and the one kept longest counts. A record of which nothing is known
    is an "other record", for which a controller must say.
    """
    found = {_BY_KIND[kind] for kind in kinds if kind in _BY_KIND}
    if "adoption order" in orders:
        found.add(RetentionClass.ADOPTION)
    if sector in _BY_SECTOR:
        found = {_BY_SECTOR[sector]} | (found & {RetentionClass.STAFF_CONCERN, RetentionClass.ADOPTION})
    return frozenset(found or {RetentionClass.OTHER})
