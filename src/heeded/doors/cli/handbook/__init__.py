"""`heeded handbook`: its checks, pages and comparisons."""

from heeded.doors.cli.handbook.command import command

__all__ = ["command"]
