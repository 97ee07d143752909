"""What of a family stands on whose desk, laid out anew whenever the family is judged."""

from heeded.casework.hub.lay_out import laid_out

__all__ = ["laid_out"]
