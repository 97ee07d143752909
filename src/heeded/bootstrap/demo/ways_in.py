"""The ways into the demonstration: a link for each of some practitioners, good for a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.core import signing

from heeded.adapters.record.models import Practitioner

SALT = "heeded.demo"
"""What the links are signed with beside the deployment's key: the web door checks them by the same."""
WHO = (
    "dafydd-invented",
    "amina-invented",
    "cora-invented",
    "hana-invented",
    "kofi-invented",
    "oona-invented",
    "june-invented",
    "una-invented",
    "goran-invented",
)
"""Those whose links are shown, in this order."""
CONNECTED = "bram-invented"
"""Who is connected with a household, and is shown apart."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """Who somebody is in the demonstration, and the address that signs them in."""

    name: str
    post: str
    agency: str
    address: str


def ways_in(site: str) -> Iterator[WayIn]:
    """The ways in, at the address of the record's pages."""
    found = Practitioner.objects.select_related("agency").in_bulk(WHO)
    yield from (_way(site, found[name]) for name in WHO if name in found)


def way_of_the_connected(site: str) -> WayIn:
    """The way in for the practitioner who is connected with a household."""
    return _way(site, Practitioner.objects.select_related("agency").get(id=CONNECTED))


def _way(site: str, who: Practitioner) -> WayIn:
    signed = signing.dumps(who.id, salt=SALT)
    return WayIn(who.name, who.post, who.agency.name, f"{site}/demo/sign-in/{signed}")
