"""What of a child's record a family may be told, and on what ground the rest is left out."""

from heeded.core.access.to_family.ground import Ground, Setting, ground_of, ground_of_look, is_wall

__all__ = ["Ground", "Setting", "ground_of", "ground_of_look", "is_wall"]
