"""Opening a file that somebody named, with an error that says what to do if that cannot be."""

from os import PathLike
from pathlib import Path
from typing import BinaryIO

from heeded.adapters.exchange.unreadable import UnreadableFile


def open_file(path: str | PathLike[str]) -> BinaryIO:
    """Open a file for reading its bytes; UnreadableFile if that cannot be."""
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        what, remedy = _told(error)
        raise UnreadableFile(what, str(path), remedy) from error


def _told(error: OSError | ValueError) -> tuple[str, str]:
    """Why a file cannot be opened, and what to do."""
    match error:
        case FileNotFoundError():
            return "there is no such file", "Check the name and the folder"
        case IsADirectoryError():
            return "this is a folder", "Give the file that is in it"
        case PermissionError():
            return "this account may not read it", "Ask its owner for leave to read it"
        case OSError(strerror=str(why)):
            return f"it cannot be opened: {why}", "Check the name and the disk"
        case _:
            return f"it cannot be opened: {error}", "Check the name"
