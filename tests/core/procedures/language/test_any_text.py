"""Whatever is written, reading it raises nothing: it gives rules or mistakes that name a line."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.core.chronology.vocabulary import KEYS, KINDS
from heeded.core.procedures.assembly import Draft
from heeded.core.procedures.check import mistakes_in
from heeded.core.procedures.examples.example import CLAUSES
from heeded.core.procedures.examples.table import COLUMNS
from heeded.core.procedures.text.form import FORM_WORDS
from heeded.core.procedures.text.rule import ABOUT, HEADINGS
from tests.core.procedures.language.written import TODAY, block, draft

LANGUAGES = st.sampled_from(["rule", "amounts", "example", "rulle", ""])
_FIELDS = sorted({name for kind in KINDS.values() for name in kind.field_names()})
_CHOICES = sorted({choice for kind in KINDS.values() for field in kind.fields for choice in field.choices})
_JOINTS = (
    "and or , where until matching within not is any of includes at least under 4 years of knowing".split()
)
_SIGNS = [
    "\n",
    "\n  ",
    "\n    ",
    "\t",
    "#",
    '"',
    "|",
    ";",
    ":",
    "-",
    "·",
    "2024-03-08",
    "1 working day",
    "\0",
]
WORDS = st.sampled_from(
    [
        *ABOUT,
        *HEADINGS,
        *FORM_WORDS,
        *CLAUSES,
        *COLUMNS,
        *KINDS,
        *KEYS,
        *_FIELDS,
        *_CHOICES,
        *_JOINTS,
        *_SIGNS,
    ]
)
"""Words of the language in any order, which come closer to being rules than letters in any order do."""


def looked_at(read: Draft) -> None:
    """Every mistake names a line and says what to do; what could be read can be checked."""
    for mistake in read.mistakes:
        assert mistake.line >= 1
        assert mistake.what
        assert mistake.remedy
        assert len(str(mistake)) < 5_000
    assert read.handbook is not None
    mistakes_in(read.handbook, TODAY, whole=read.sound)


@given(LANGUAGES, st.text(max_size=300))
def test_any_letters(language: str, text: str) -> None:
    looked_at(draft(block(language, text, "a title")))


@settings(max_examples=300)
@given(LANGUAGES, st.lists(WORDS, max_size=60))
def test_any_words_of_the_language(language: str, words: list[str]) -> None:
    looked_at(draft(block(language, " ".join(words), "a title")))


@settings(max_examples=200)
@given(
    st.sampled_from(FORM_WORDS),
    st.lists(st.tuples(st.sampled_from([*ABOUT, *FORM_WORDS]), st.lists(WORDS, max_size=8)), max_size=8),
)
def test_any_clauses(opening: str, clauses: list[tuple[str, list[str]]]) -> None:
    lines = [f"  {word} {' '.join(rest)}" for word, rest in [(opening, []), *clauses]]
    looked_at(draft(block("rule", "rule a\n" + "\n".join(lines))))


def test_a_very_long_line_is_read_and_quoted_in_short() -> None:
    text = "rule a\n  per child\n  when " + "referral " * 100_000
    read = draft(block("rule", text))
    looked_at(read)
    assert read.mistakes
