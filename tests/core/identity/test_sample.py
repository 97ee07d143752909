"""Tests of which words are read a second time."""

from random import Random
from uuid import UUID

import pytest

from heeded.core.identity.sample import Sample


def sample(share: float) -> Sample:
    """A sample of a share."""
    return Sample(share=share, days=30, source="invented")


@pytest.mark.parametrize("share", [0.0, 0.2, 1.0])
def test_it_takes_its_share_of_random_ids(share: float) -> None:
    chance = Random(11)  # noqa: S311 - a test
    acts = [str(UUID(int=chance.getrandbits(128), version=4)) for _ in range(4_000)]
    taken = sum(map(sample(share).takes, acts))
    assert taken == pytest.approx(share * len(acts), abs=120 if 0 < share < 1 else 0)


def test_what_is_taken_of_a_small_share_is_taken_of_a_larger_one_too() -> None:
    chance = Random(12)  # noqa: S311 - a test
    acts = [str(UUID(int=chance.getrandbits(128), version=4)) for _ in range(500)]
    assert all(sample(0.5).takes(act) for act in acts if sample(0.2).takes(act))
