"""The words of a narrative in XHTML, without its markup."""

from html.parser import HTMLParser

INLINE = frozenset("a abbr b bdi bdo cite code em i mark q s small span strong sub sup u".split())
"""Elements that stand within a line, so that no blank belongs around them."""
LONGEST = 200_000
"""Characters of markup that are looked at."""


class _Words(HTMLParser):
    """Gathers the text between tags, with a blank for each tag that begins or ends a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        """Part the words before a block from those in it."""
        self.pieces.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        """Part the words in a block from those after it."""
        self.pieces.append("" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        """Take a piece of text."""
        self.pieces.append(data)


def plain_words(markup: str) -> str:
    """The words of a piece of XHTML, a blank between those of one block and of the next."""
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split())
    reader = _Words()
    reader.feed(markup[:LONGEST])
    reader.close()
    return " ".join("".join(reader.pieces).split())
