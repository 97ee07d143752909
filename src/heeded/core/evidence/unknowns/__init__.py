"""Unknowns: what nobody has asked, which agency would know, and who was asked and is silent."""

from heeded.core.evidence.unknowns.left_open import LeftOpen, Open, Point
from heeded.core.evidence.unknowns.questions import QUESTIONS, Question
from heeded.core.evidence.unknowns.requests import UNANSWERED, Asked, Standing
from heeded.core.evidence.unknowns.unknowns import MEANS, Unknown, Unknowns, questions, unknowns

__all__ = [
    "MEANS",
    "QUESTIONS",
    "UNANSWERED",
    "Asked",
    "LeftOpen",
    "Open",
    "Point",
    "Question",
    "Standing",
    "Unknown",
    "Unknowns",
    "questions",
    "unknowns",
]
