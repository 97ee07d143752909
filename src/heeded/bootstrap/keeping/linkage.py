"""The wiring of measuring links where the truth is known: the reader of labelled descriptions."""

from heeded.adapters.exchange.labelled_people import NotLabelled, read_claims, read_labelled

__all__ = ["NotLabelled", "read_claims", "read_labelled"]
