"""New marks told apart from old ones: in every view that bears one, the word stands once for each."""

from __future__ import annotations

import pytest

from heeded.doors.web.body import FIGURES
from heeded.doors.web.body.drawn import drawn

MARKED = {"left palm": (1, 2), "chin": (2,), "chest": (3,), "left cheek": (4,)}


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_the_word_stands_once_in_a_view_for_each_new_mark_and_never_for_an_old_one(name: str) -> None:
    new = frozenset({2, 3})
    for view in drawn(FIGURES[name], MARKED, new):
        fresh = [shape for shape in view.shapes if shape.new]
        assert all(new.intersection((*shape.marks, *shape.somewhere)) for shape in fresh)
        assert all(shape.new for shape in view.shapes if new.intersection((*shape.marks, *shape.somewhere)))
        said = [new.intersection((*shape.marks, *shape.somewhere)) for shape in view.shapes if shape.said]
        assert frozenset().union(*said) == new.intersection(view.marks), view.title
        assert sum(map(len, said)) == len(new.intersection(view.marks)), view.title


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_where_nothing_is_told_apart_no_word_stands(name: str) -> None:
    assert not any(shape.new or shape.said for view in drawn(FIGURES[name], MARKED) for shape in view.shapes)
