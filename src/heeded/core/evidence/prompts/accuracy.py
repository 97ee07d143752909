"""How often a rule is right: sensitivity, specificity, and what a finding is worth where harm is rare."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What a study found of a rule.

    `sensitivity` is the share of harmed children whom it finds, `specificity` that of others whom it
    leaves alone, both from 0 to 1.
    """

    sensitivity: float
    specificity: float

    def __post_init__(self) -> None:
        """Refuse, with ValueError, shares that are none."""
        if not (0 <= self.sensitivity <= 1 and 0 <= self.specificity <= 1):
            raise ValueError("Sensitivity and specificity are shares: write them from 0 to 1.")

    def positive_value(self, prevalence: float) -> float:
        """Of those whom the rule finds, the share who were harmed, where `prevalence` of all were.

        By Bayes' rule; ValueError where `prevalence` is no share, or where the rule finds nobody.
        """
        if not 0 <= prevalence <= 1:
            raise ValueError("A prevalence is a share: write it from 0 to 1.")
        found = self.sensitivity * prevalence
        wrongly = (1 - self.specificity) * (1 - prevalence)
        if not found + wrongly:
            raise ValueError("The rule finds nobody at this prevalence, so that nothing can be said of them.")
        return found / (found + wrongly)
