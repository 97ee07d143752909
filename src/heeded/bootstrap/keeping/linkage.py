"""The wiring of measuring links where the truth is known: the reader of labelled descriptions."""

from heeded.adapters.exchange.labelled_people import NotLabelled, read_labelled, read_scores

__all__ = ["NotLabelled", "read_labelled", "read_scores"]
