"""What the record itself draws from entries: events that nobody tells, found anew at every judgement."""

from heeded.core.evidence.drawn.draw import beside, drawn_from, draws_from, with_drawn

__all__ = ["beside", "drawn_from", "draws_from", "with_drawn"]
