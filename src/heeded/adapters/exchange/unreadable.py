"""The one error for a file that cannot be read at all, or not to its end."""

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
