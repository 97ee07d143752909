"""Changed samples are read, read in part or refused in words: two thousand of the campaign in `mutations`."""

from tests.adapters.exchange.mutations import READERS, campaign


def test_no_changed_sample_makes_a_reader_fail() -> None:
    found = campaign(samples=2_000, seed=20_130_910)
    assert {name for name, _ in found} == set(READERS)
    assert {result for _, result in found} == {"read", "read in part", "refused"}
