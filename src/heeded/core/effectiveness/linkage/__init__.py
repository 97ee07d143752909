"""How good it is at telling who is who: false and missed links where the truth is known, with intervals."""

from heeded.core.effectiveness.linkage.calibration import Band, calibration
from heeded.core.effectiveness.linkage.clusters import Clusters, clusters
from heeded.core.effectiveness.linkage.graded import Graded, by_grade, by_status
from heeded.core.effectiveness.linkage.groups import Group, by_group
from heeded.core.effectiveness.linkage.labelled import Labelled, Relationship, relationship
from heeded.core.effectiveness.linkage.links import Draw, Links, links, resampled
from heeded.core.effectiveness.linkage.pairs import Pair, Weighing, claimed, weighing, weight_of

__all__ = [
    "Band",
    "Clusters",
    "Draw",
    "Graded",
    "Group",
    "Labelled",
    "Links",
    "Pair",
    "Relationship",
    "Weighing",
    "by_grade",
    "by_group",
    "by_status",
    "calibration",
    "claimed",
    "clusters",
    "links",
    "relationship",
    "resampled",
    "weighing",
    "weight_of",
]
