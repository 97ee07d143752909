"""The agencies of the record, kept at hand while nothing about them changes."""

from __future__ import annotations

import time
from collections.abc import Mapping

from django.db.models import Exists, OuterRef

from heeded.adapters.record import models
from heeded.core.access import Role
from heeded.core.chronology.people import Agency

_FRESH = 5.0
"""For how many seconds what was read is taken to be so."""


class _AtHand:
    """What was read last, and when."""

    agencies: Mapping[str, Agency] = {}
    telephones: Mapping[str, tuple[str, str]] = {}
    until = 0.0


def agencies() -> Mapping[str, Agency]:
    """Every agency by id; at most a few seconds old."""
    _read_if_old()
    return _AtHand.agencies


def hubs() -> frozenset[str]:
    """The agencies, by id, in which a hub coordinator works; at most a few seconds old."""
    return frozenset(id_ for id_, agency in agencies().items() if agency.hub)


def telephones() -> Mapping[str, tuple[str, str]]:
    """How every agency is rung, by day and out of hours; at most a few seconds old."""
    _read_if_old()
    return _AtHand.telephones


def _read_if_old() -> None:
    if time.monotonic() > _AtHand.until:
        hub = models.Practitioner.objects.filter(
            agency=OuterRef("id"), is_active=True, roles__contains=[str(Role.HUB_COORDINATOR)]
        )
        of_agency = ("id", "name", "sector", "area", Exists(hub))
        rows = [*models.Agency.objects.values_list(*of_agency, "telephone", "telephone_out_of_hours")]
        _AtHand.telephones = {row[0]: row[-2:] for row in rows}
        _AtHand.agencies = {row[0]: Agency(*row[:-2]) for row in rows}
        _AtHand.until = time.monotonic() + _FRESH


def forget_agencies() -> None:
    """Read the agencies anew next time, because one has changed."""
    _AtHand.until = 0.0
