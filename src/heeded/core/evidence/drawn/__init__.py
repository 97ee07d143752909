"""What the record itself draws from entries: events that nobody tells, found anew at every judgement."""

from heeded.core.evidence.drawn.draw import drawn_from, draws_from, with_drawn

__all__ = ["drawn_from", "draws_from", "with_drawn"]
