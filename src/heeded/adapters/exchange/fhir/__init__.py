"""FHIR bundles of an emergency attendance: R4 and STU3, in JSON and XML."""

from heeded.adapters.exchange.fhir.read import read_bundle

__all__ = ["read_bundle"]
