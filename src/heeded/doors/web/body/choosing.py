"""The map as a form's field: a box to tick for every region, each lit up in the figure beside it."""

from __future__ import annotations

from typing import Any

from django import forms

from heeded.doors.web.body.drawn import drawn
from heeded.doors.web.body.figure import Figure, figure_for


class BodyMap(forms.CheckboxSelectMultiple):
    """Ticks boxes of regions and of wider words; a shape in the figure ticks the box of its region.

    It needs no script: a region's shape stands within the label of its box.
    """

    template_name = "web/body_map.html"

    def __init__(self, months: int | None = None) -> None:
        super().__init__()
        self.figure: Figure = figure_for(months)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401 - Django's own
        """The boxes view by view, then those of the wider words."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        boxes = {each["value"]: each for _, group, _ in context["widget"]["optgroups"] for each in group}
        views = drawn(self.figure)
        shapes = {shape.region for view in views for shape in view.shapes}
        return {
            **context,
            "figure": self.figure,
            "views": [
                (
                    view,
                    [(shape, boxes[shape.region]) for shape in view.shapes if shape.region in boxes],
                    any(boxes[shape.region]["selected"] for shape in view.shapes if shape.region in boxes),
                )
                for view in views
            ],
            "wide": (wide := [each for word, each in boxes.items() if word not in shapes]),
            "roughly": any(each["selected"] for each in wide),
        }
