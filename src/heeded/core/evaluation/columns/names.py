"""Names: the texts behind the codes of a column, where there are any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.columns.arrays import Ints


@dataclass(frozen=True, slots=True)
class Names:
    """The texts that codes stand for; without texts, a code is its own name, in digits."""

    words: Sequence[str] | None = None

    def of(self, code: int) -> str:
        """The text of a code; the empty text where there is none."""
        if code < 0:
            return ""
        return str(code) if self.words is None else self.words[code]

    def all_of(self, codes: Ints) -> list[str]:
        """The texts of many codes, in their order."""
        words = self.words
        if words is None:
            return ["" if code < 0 else str(code) for code in codes.tolist()]
        return ["" if code < 0 else words[code] for code in codes.tolist()]

    def all_known(self, codes: Ints) -> list[str | None]:
        """The texts of many codes; None where there is none."""
        words = self.words
        if words is None:
            return [None if code < 0 else str(code) for code in codes.tolist()]
        return [None if code < 0 else words[code] for code in codes.tolist()]

    def ranks(self, codes: Ints) -> Ints:
        """A number for each code, in the order of their texts (of the codes, where there are none)."""
        if self.words is None:
            return codes
        texts = self.all_of(codes)
        place = {text: number for number, text in enumerate(sorted(set(texts)))}
        return np.array([place[text] for text in texts], np.int64)


NAMELESS = Names()
"""Codes that are their own names."""
