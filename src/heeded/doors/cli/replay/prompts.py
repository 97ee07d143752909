"""What clinical rules say of an injury at a moment, as the page tells it: a prompt to a person."""

from __future__ import annotations

from heeded.casework.replay import Moment, Replay
from heeded.core.evidence.prompts import Feature, Prompt, Reading
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.words import listed, opening, person

_LABELS = {
    Reading.RAISED: "Prompt",
    Reading.DEPENDS: "Prompt?",
    Reading.NOT_RAISED: "No prompt",
    Reading.OUTSIDE: "No prompt",
}
"""The word before a prompt; a question mark where something that it asks for is not recorded."""


class Prompts:
    """Prints the prompts that are new at a moment; what is the same for a rule each time, once."""

    def __init__(self, told: Replay, page: Page) -> None:
        self._told = told
        self._page = page
        self._said: set[str] = set()

    def write(self, moment: Moment) -> None:
        """Print what the rules say anew."""
        for prompt in moment.prompts:
            whom = person(self._told.scenario.chronology, prompt.child)
            self._page.labelled(_LABELS[prompt.reading], f"{prompt.rule.id}, {whom}: {_found(prompt)}")
            for words in self._once(prompt):
                self._page.labelled("", words)

    def _once(self, prompt: Prompt) -> list[str]:
        """What it asks, what that means, and what of it nobody has checked."""
        marked = f"Unverified: {prompt.rule.unverified}." if prompt.rule.unverified else ""
        says = [prompt.asks, *prompt.meaning, prompt.hindsight, f"Source: {prompt.rule.source}. {marked}"]
        fresh = [each for each in says if each.strip() and f"{prompt.rule.id}: {each}" not in self._said]
        self._said.update(f"{prompt.rule.id}: {each}" for each in fresh)
        return fresh


def _found(prompt: Prompt) -> str:
    features = f"{opening(listed(_marked(each) for each in prompt.features))}." if prompt.features else ""
    said = [prompt.why, features, *(_marked(each) for each in prompt.open)]
    return " ".join(filter(None, said)) or "none of its features is recorded."


def _marked(feature: Feature) -> str:
    return f"{feature.words} [unverified]" if feature.unverified else feature.words
