"""The errors for a file or a report that cannot be read at all, or not to its end."""

from heeded.adapters.exchange.visible import visible


class UnreadableFile(Exception):  # noqa: N818 - it says what happened, and is shown to the reader as it is
    """A file that cannot be read: what is wrong, where, and what to do about it.

    Each part is a sentence or a phrase for the reader; no part holds more than a few words of the
    file's own content, and that with control characters made visible.
    """

    def __init__(self, what: str, where: str, remedy: str) -> None:
        self.what = what
        self.where = visible(where, 300)
        self.remedy = remedy
        super().__init__(f"{self.where}: {what}. {remedy}.")


class UnreadableReport(UnreadableFile):
    """A report of which nothing can be taken; `too_large` where a smaller one would be read.

    The parts are made as those of an unreadable file.
    """

    def __init__(self, what: str, where: str, remedy: str, *, too_large: bool = False) -> None:
        super().__init__(what, where, remedy)
        self.too_large = too_large
