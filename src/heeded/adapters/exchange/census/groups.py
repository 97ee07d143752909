"""Turning an element with its parts into the record that it stands for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from heeded.adapters.exchange.census import reasons
from heeded.adapters.exchange.census.layout import Field, Group, Nested, Shape, Spread
from heeded.adapters.exchange.census.records import NONE_SET_ASIDE
from heeded.adapters.exchange.census.scribe import Bounds, Scribe
from heeded.adapters.exchange.census.values import read_value
from heeded.adapters.exchange.xml import Element

MACHINERY = ("xmlns", "xsi:", "xml:")
"""How attributes begin that belong to XML itself and say nothing about a child."""
MOST_TEXTS = 20
"""How many texts inside an unknown element are looked at; the ledger shows only their beginning."""


@dataclass(slots=True)
class Values:
    """The values of a record that is being read, what was set aside, and what is to be read late."""

    found: dict[str, Any] = field(default_factory=dict)
    aside: set[str] = field(default_factory=set)
    late: list[Element] = field(default_factory=list)

    @property
    def set_aside(self) -> frozenset[str]:
        """The fields whose value is in the ledger, for the record."""
        return frozenset(self.aside) if self.aside else NONE_SET_ASIDE

    def put_aside(self, attribute: str) -> None:
        """Take a value out of the record."""
        self.found.pop(attribute, None)
        self.aside.add(attribute)


def read_group(element: Element, group: Group, scribe: Scribe, bounds: Bounds) -> Any:  # noqa: ANN401
    """The record of a group."""
    values = read_values(element, group, scribe, bounds)
    return group.record(line=element.line, set_aside=values.set_aside, **values.found)


def read_values(element: Element, group: Group, scribe: Scribe, bounds: Bounds) -> Values:
    """The values of a group's record, checked for order; lines in the ledger for all that is amiss."""
    values = Values()
    _fill(values, element, group.parts, scribe, bounds)
    found = values.found
    for first, then in group.order:
        if first in found and then in found:
            _check_order(values, element, group, first, then, scribe)
    for attribute, name in group.required:
        if attribute not in found and attribute not in values.aside:
            scribe.write(reasons.MISSING, element.line, name, group.labels[attribute][1])
    for attribute in group.many:
        if attribute in found:
            found[attribute] = tuple(found[attribute])
    return values


def note_extras(element: Element, scribe: Scribe) -> None:
    """Note attributes, and text between elements, that the census has no place for."""
    for name, text in element.attributes.items():
        if not name.startswith(MACHINERY):
            scribe.write(reasons.ATTRIBUTE, element.line, element.name, f"attribute {name[:40]}", text)
    for line, text in element.strays:
        scribe.write(reasons.STRAY_TEXT, line, element.name, "text", text)


def note_unknown(element: Element, scribe: Scribe) -> None:
    """Note an element that has no place where it stands, with the texts inside it."""
    value = element.text or "; ".join(islice(_texts_inside(element), MOST_TEXTS))
    scribe.note(reasons.UNKNOWN_ELEMENT, element, "an element", value)


def _texts_inside(element: Element) -> Iterator[str]:
    """Each text inside an element, with the name of what it stands in."""
    yield from (text for _, text in element.strays)
    for part in element.parts:
        if part.text:
            yield f"{part.name} {part.text}"
        yield from _texts_inside(part)


def _fill(
    values: Values, element: Element, parts: Mapping[str, Shape], scribe: Scribe, bounds: Bounds
) -> None:
    """Read the parts of an element into the values."""
    if element.attributes or element.strays:
        note_extras(element, scribe)
    if element.text:
        scribe.note(reasons.STRAY_TEXT, element, "text")
    for part in element.parts:
        shape = parts.get(part.name) or _misspelt(part, parts, scribe)
        if shape.__class__ is Field:
            _fill_field(values, part, shape, scribe, bounds)
        elif shape.__class__ is Spread:
            _fill(values, part, shape.parts, scribe, bounds)
        elif shape.__class__ is Nested:
            _fill_nested(values, part, shape, scribe, bounds)
        else:
            note_unknown(part, scribe)


def _fill_field(values: Values, part: Element, shape: Field, scribe: Scribe, bounds: Bounds) -> None:
    """Read one field into the values."""
    if part.attributes or part.parts:
        _clear_field(values, part, shape, scribe)
    if not part.text and not part.cut:
        return
    attribute = shape.attribute
    if attribute in values.found and not shape.many:
        scribe.note(reasons.REPEATED, part, shape.label)
        return
    _note_year(part, shape, scribe, shape.label)
    value = read_value(part, shape, scribe, bounds)
    if value is None:
        values.aside.add(attribute)
    elif shape.many:
        values.found.setdefault(attribute, []).append(shape.wrap(part.line, value) if shape.wrap else value)
    else:
        values.found[attribute] = value


def _clear_field(values: Values, part: Element, shape: Field, scribe: Scribe) -> None:
    """Note what a field's element has no place for; the one text beside it is still the field's."""
    if part.parts and len(part.strays) == 1:
        part.text = part.strays.pop()[1]
    note_extras(part, scribe)
    for inside in part.parts:
        note_unknown(inside, scribe)
    if part.parts and not part.text:
        values.aside.add(shape.attribute)


def _fill_nested(values: Values, part: Element, shape: Nested, scribe: Scribe, bounds: Bounds) -> None:
    """Read a record inside the record into the values, or leave it for later."""
    if shape.late:
        values.late.append(part)
        return
    _note_year(part, shape, scribe, shape.group.label)
    record = read_group(part, shape.group, scribe, bounds)
    values.found.setdefault(shape.attribute, []).append(record)


def _note_year(part: Element, shape: Field | Nested, scribe: Scribe, what: str) -> None:
    """Note an element that the return's year does not have yet, or no longer."""
    span = scribe.compare_year(shape.since, shape.until)
    if span:
        reason = reasons.NEW_CODE if span > 0 else reasons.GONE_CODE
        scribe.note(reason, part, f"the element for {what}")


def _misspelt(part: Element, parts: Mapping[str, Shape], scribe: Scribe) -> Shape | None:
    """The shape that is meant by a name written in other letters, with a line in the ledger."""
    folded = part.name.casefold()
    for name, shape in parts.items():
        if name.casefold() == folded:
            scribe.note(reasons.MISSPELT, part, f"the name of {name}", part.name)
            return shape
    return None


def _check_order(
    values: Values, element: Element, group: Group, first: str, then: str, scribe: Scribe
) -> None:
    """Set aside what comes before its own start."""
    start = values.found[first]
    later = values.found[then]
    name, label = group.labels[then]
    if isinstance(later, list):
        early = [review for review in later if review.held < start]
        if early:
            values.found[then] = [review for review in later if review.held >= start]
            values.aside.add(then)
        for review in early:
            _note_early(scribe, review.line, name, label, review.held, start)
    elif later < start:
        values.put_aside(then)
        line = (element.find(name) or element).line
        _note_early(scribe, line, name, label, later, start)


def _note_early(scribe: Scribe, line: int, name: str, label: str, day: date, start: date) -> None:
    """Note a day that comes before the start of its record."""
    scribe.write(reasons.ENDS_FIRST, line, name, label, f"{day} (start {start})")
