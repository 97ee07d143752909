"""For each other child in the household, or each adult with access: one occasion becomes many."""

from __future__ import annotations

import numpy as np

from heeded.core.evaluation.blocks.stays import access_stays, household_stays
from heeded.core.evaluation.blocks.ties import groups_of, search
from heeded.core.evaluation.columns.arrays import NONE, NOTHING, Ints, nones, ragged
from heeded.core.evaluation.kernels.codes import NOT_CARRIED
from heeded.core.evaluation.kernels.occasions import Occasions
from heeded.core.procedures.clauses import SOURCE
from heeded.core.procedures.rule import ForEach


def for_each(found: Occasions) -> Occasions:
    """The occasions, once for each person whom the rule is for.

    Where no source tells of households, an occasion stands alone, and cannot be judged.
    """
    each = found.clause.rule.for_each
    if each is None or not len(found):
        return found
    plan = found.block.plan
    heard = found.told(plan.sources if each is ForEach.POSSIBLE_SOURCE else plan.household)
    silent = np.flatnonzero(~heard)
    told = np.flatnonzero(heard)
    by_source = each is ForEach.POSSIBLE_SOURCE
    which, person = _sources(found, told) if by_source else _people(found, told, each)
    order = np.argsort(np.concatenate([silent, which]), kind="stable")
    spread = found.taken(np.concatenate([silent, which])[order])
    person = np.concatenate([nones(len(silent)), person])[order]
    spread.barred = np.where(person == NONE, NOT_CARRIED, spread.barred)
    return _of_children(spread, person) if each is ForEach.OTHER_CHILD else _about(spread, person)


def _about(spread: Occasions, person: Ints) -> Occasions:
    spread.about = person
    return spread


def _of_children(spread: Occasions, person: Ints) -> Occasions:
    """Another child's occasion is tied by that child's key, unless the household shares it."""
    spread.subject = np.where(person == NONE, spread.child, person)
    if spread.clause.per != "household":
        spread.group = groups_of(spread.block, spread.clause.per, spread.subject, spread.value)
    return spread


def _people(found: Occasions, rows: Ints, each: ForEach) -> tuple[Ints, Ints]:
    """For these occasions: pairs of an occasion and a person, in the order of both."""
    adults = each is ForEach.ADULT_WITH_ACCESS
    child, until = found.child[rows], found.latest[rows]
    since = _since(found)[rows] if adults else found.earliest[rows]
    pairs = [_housemates(found, child, since, until)]
    if adults:
        access = access_stays(found.block)
        families = found.block.columns.persons.family_of(child)
        pairs.append(access.people_in(families, child, since, until))
    which, person = (np.concatenate(parts) for parts in zip(*pairs, strict=True))
    fits = found.block.columns.persons.adult[person] == adults
    fits &= adults | (person != child[which])
    unique = np.unique(np.stack([which[fits], person[fits]], axis=1).reshape(-1, 2), axis=0)
    return rows[unique[:, 0]], unique[:, 1]


def _sources(found: Occasions, rows: Ints) -> tuple[Ints, Ints]:
    """For these occasions: pairs of an occasion and a person drawn as a possible source before it."""
    block, view = found.block, found.block.view
    named = block.of_kind(SOURCE)
    if block.columns.person is None or not len(named):
        return NOTHING, NOTHING
    named = named[np.argsort(view.child[named], kind="stable")]
    children = view.child[named]
    low, high = children.searchsorted(found.child[rows]), children.searchsorted(found.child[rows], "right")
    which, at = ragged(low, high - low)
    before = block.places.first[named[at]] < found.last[rows[which]]
    person = block.columns.person[view.source[named[at]]]
    pairs = np.stack([which[before], person[before]], axis=1).reshape(-1, 2)
    unique = np.unique(pairs, axis=0)
    return rows[unique[:, 0]], unique[:, 1]


def _housemates(found: Occasions, child: Ints, since: Ints, until: Ints) -> tuple[Ints, Ints]:
    """Everyone who may have been in a household where the child may have been, at the time."""
    stays = household_stays(found.block)
    asked, home = stays.homes_of(child, since, until)
    families = found.block.columns.persons.family_of(child[asked])
    which, person = stays.people_in(families, home, since[asked], until[asked])
    return asked[which], person


def _since(found: Occasions) -> Ints:
    """From when on access counts: the latest event that a gate looks back to, else the act."""
    clause, block = found.clause, found.block
    if clause.since == NONE:
        return found.earliest
    looked = search(block, clause.since, (clause.per, False), after=False, bound="first", rank="first")
    row = looked.ask(found.group, found.last, found.row)
    return np.where(row == NONE, found.earliest, np.minimum(block.view.earliest[row], found.earliest))
