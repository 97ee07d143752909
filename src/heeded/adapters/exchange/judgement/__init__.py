"""Judgement as data: what people made of what happened, written as one document of JSON or part by part."""

from heeded.adapters.exchange.judgement.accounts import disclosure, episode, explained
from heeded.adapters.exchange.judgement.decisions import answer, assumption, decision
from heeded.adapters.exchange.judgement.document import document
from heeded.adapters.exchange.judgement.injuries import injury, sources

__all__ = [
    "answer",
    "assumption",
    "decision",
    "disclosure",
    "document",
    "episode",
    "explained",
    "injury",
    "sources",
]
