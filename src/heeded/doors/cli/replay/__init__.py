"""`heeded replay`: a story told moment by moment, with what would have been asked, of whom, and when."""

from heeded.doors.cli.replay.command import command

__all__ = ["command"]
