"""`heeded audit`: how often agreed procedures were kept, from a census return or a table of events."""

from heeded.doors.cli.audit.command import command

__all__ = ["command"]
