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
    for each in (found[name] for name in WHO if name in found):
        signed = signing.dumps(each.id, salt=SALT)
        yield WayIn(each.name, each.post, each.agency.name, f"{site}/demo/sign-in/{signed}")
