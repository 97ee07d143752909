"""How a baby, a toddler and an older child are built, as shares of their height."""

from dataclasses import dataclass

from heeded.doors.web.body.named import gettext_noop as _

HEIGHT = 420.0
"""The height of a whole figure, in the units of its drawing."""


@dataclass(frozen=True, slots=True)
class Build:
    """A body's measures as shares of its height; halves are half widths.

    `roundness` is how full face and limbs are, from 0 to 1.
    """

    name: str
    title: str
    head: float
    neck: float
    crotch: float
    shoulder: float
    chest: float
    waist: float
    hip: float
    arm: float
    arm_half: float
    thigh_half: float
    calf_half: float
    roundness: float


BABY = Build("baby", _("A baby"), 0.25, 0.012, 0.68, 0.115, 0.105, 0.112, 0.105, 0.27, 0.036, 0.05, 0.04, 1.0)
TODDLER = Build(
    "toddler", _("A toddler"), 0.2, 0.02, 0.6, 0.108, 0.092, 0.09, 0.092, 0.3, 0.029, 0.043, 0.032, 0.6
)
CHILD = Build(
    "child", _("An older child"), 0.15, 0.032, 0.53, 0.105, 0.082, 0.07, 0.083, 0.33, 0.023, 0.038, 0.027, 0.2
)
BUILDS = (BABY, TODDLER, CHILD)
"""From the youngest."""
