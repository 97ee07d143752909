"""Judgement as data: what people made of what happened, written as one document of JSON or part by part."""

from heeded.adapters.exchange.judgement.accounts import disclosure, episode, explained, recurring
from heeded.adapters.exchange.judgement.decisions import answer, assumption, decision
from heeded.adapters.exchange.judgement.disagreements import disagreement
from heeded.adapters.exchange.judgement.document import Lists, document
from heeded.adapters.exchange.judgement.injuries import injury, sources
from heeded.adapters.exchange.judgement.unknowns import unknowns

__all__ = [
    "Lists",
    "answer",
    "assumption",
    "decision",
    "disagreement",
    "disclosure",
    "document",
    "episode",
    "explained",
    "injury",
    "recurring",
    "sources",
    "unknowns",
]
