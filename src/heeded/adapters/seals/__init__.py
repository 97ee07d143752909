"""Keys and signatures: the record's own seal, those who check it, and witnesses."""

from heeded.adapters.seals.key_folder import open_seal, rotate
from heeded.adapters.seals.seal import Seal
from heeded.adapters.seals.verifiers import BadSeal, Verifiers, Witnesses
from heeded.adapters.seals.witness import NotConsistent, Witness

__all__ = ["BadSeal", "NotConsistent", "Seal", "Verifiers", "Witness", "Witnesses", "open_seal", "rotate"]
