"""Planted bugs of the rules: their limits, and what each form means."""

from __future__ import annotations

from tests.core.evaluation.differential.mutants import Mutant

LIMITS = (
    Mutant(
        "openings closed by any ending",
        "blocks.openings",
        "units = units * (int(ties.max()) + 1) + ties",
        "pass",
    ),
    Mutant(
        "the order of identities opens a state",
        "blocks.openings",
        "if not np.count_nonzero(level)",
        "if True",
    ),
    Mutant(
        "a state begins and ends at once",
        "blocks.openings",
        "(ends if lasts else begins)[each]",
        "begins[each]",
    ),
    Mutant(
        "told order decides a day", "blocks.openings", "level &= ~exact | (", "level &= (exact | True) & ("
    ),
    Mutant(
        "an ending before its beginning",
        "blocks.openings",
        "np.maximum(places.last[end], places.first[begin])",
        "places.last[end]",
    ),
    Mutant(
        "rules that lapses start are left out",
        "blocks.plan",
        "if of.rule in names if of else",
        "if False if of else",
    ),
    Mutant(
        "rules are left out that one kind of several starts",
        "blocks.plan",
        "else any(p.kind in kinds",
        "else all(p.kind in kinds",
    ),
    Mutant("untied openings count", "blocks.openings", "tied &= ties >= 0", "pass"),
    Mutant("a state's own beginning opens it", "blocks.openings", "standing > itself", "standing > 0"),
    Mutant(
        "a state's own ending closes it",
        "blocks.openings",
        "return np.asarray(lasting | (opened",
        "return np.asarray(lasting | (False & opened",
    ),
    Mutant(
        "unsure states taken for open",
        "kernels.occasions",
        "np.where(sure, 0, TOO_COARSE), NOT_CARRIED)\n    return _kept(found, perhaps",
        "0, NOT_CARRIED)\n    return _kept(found, perhaps",
    ),
    Mutant("apart only when it may be", "kernels.occasions", "~(sure & heard)", "~(perhaps & heard)"),
    Mutant(
        "a beginning that also ends",
        "columns.spells",
        "return np.asarray(begins[settled] ^ odd)",
        "return np.asarray(begins[settled] | odd)",
    ),
    Mutant("rules in force for ever", "blocks.clock", " or not self._handbook.rules[rule].in_force(on)", ""),
    Mutant(
        "a ban's state limits it",
        "kernels.judge",
        "None if isinstance(clause.rule.form, Ban) else clause.scope",
        "clause.scope",
    ),
)

EACH_SOURCE = (
    Mutant(
        "possible sources of every child",
        "kernels.each",
        "children.searchsorted(found.child[rows]), children.searchsorted(found.child[rows], ",
        "0 * found.child[rows], children.searchsorted(found.child[rows] * 0 + len(block.view), ",
    ),
    Mutant(
        "sources that came after",
        "kernels.each",
        "before = block.places.first[named[at]] < found.last[rows[which]]",
        "before = block.places.first[named[at]] >= 0",
    ),
    Mutant(
        "sources that surely came before alone",
        "kernels.each",
        "block.places.first[named[at]] < found.last[rows[which]]",
        "block.places.last[named[at]] < found.first[rows[which]]",
    ),
    Mutant(
        "a source once for each of its injuries",
        "kernels.each",
        "unique = np.unique(pairs, axis=0)",
        "unique = pairs",
    ),
    Mutant(
        "sources where nobody tells of injuries",
        "kernels.each",
        "plan.sources if each is ForEach.POSSIBLE_SOURCE else plan.household",
        "plan.household",
    ),
    Mutant(
        "who else is named in the record's order",
        "kernels.each",
        "block.columns.person[view.source[named[at]]]",
        "block.columns.person[named[at]]",
    ),
    Mutant("sources that nobody reads", "blocks.plan", "drawn = [SOURCE] if any(", "drawn = [] if any("),
    Mutant(
        "sources without a name", "blocks.plan", "about=frozenset((*about, *drawn))", "about=frozenset(about)"
    ),
    Mutant(
        "each source is each adult with access",
        "kernels.each",
        "by_source = each is ForEach.POSSIBLE_SOURCE",
        "by_source = False",
    ),
)

FORMS = (
    Mutant(
        "a turn off by one", "kernels.recurring", "number = row - np.maximum", "number = 1 + row - np.maximum"
    ),
    Mutant(
        "turns that ignore the end",
        "kernels.recurring",
        "np.where(last, of.end[place], following)",
        "following",
    ),
    Mutant(
        "done before the opening",
        "kernels.recurring",
        "np.where(there & begun, candidate, NONE)",
        "np.where(there, candidate, NONE)",
    ),
    Mutant(
        "openings that last are over",
        "kernels.recurring",
        "np.where(of.end == NONE, places.endless, places.last[of.end])",
        "places.last[of.end]",
    ),
    Mutant(
        "a coarse opening overlooked",
        "kernels.recurring",
        "for later in range(candidate + 1,",
        "for later in range(candidate + 2,",
    ),
    Mutant("one need of two is enough", "kernels.gate", "met &= _met(", "met = _met("),
    Mutant(
        "the oldest that was needed",
        "kernels.gate",
        '("first", "last", found.last) if kindly else',
        '("last", "first", found.first) if kindly else',
    ),
    Mutant(
        "what was needed may precede",
        "kernels.gate",
        "(done[row] > looked[since])",
        "(done[row] > 0 * looked[since])",
    ),
    Mutant(
        "a gate with nothing to look back to",
        "kernels.gate",
        "standing = (strictly != NONE)",
        "standing = (strictly == strictly)",
    ),
    Mutant("unsure gates broken", "kernels.gate", "kind = unsure | _all_met", "kind = _all_met"),
    Mutant(
        "beyond the calendar is late",
        "kernels.gate",
        "for place in _beyond_calendar(found, amounts).tolist():",
        "for place in ():",
    ),
    Mutant("content of any pattern", "kernels.act", "here = (pattern == NONE) &", "here ="),
    Mutant("a sibling's key for the child's", "kernels.each", "spread.group = groups_of(", "groups_of("),
    Mutant(
        "the child as its own sibling",
        "kernels.each",
        "adults | (person != child[which])",
        "adults | (person == person)",
    ),
    Mutant(
        "adults who left long ago",
        "blocks.stays",
        "(self.end[stay] >= start[which])\n        return which[there], self.person",
        "(self.end[stay] > 0)\n        return which[there], self.person",
    ),
    Mutant(
        "access since the act alone",
        "kernels.each",
        "np.minimum(block.view.earliest[row], found.earliest)",
        "found.earliest",
    ),
    Mutant(
        "the household joined first",
        "blocks.stays",
        "*ties, begin))",
        "*ties, -begin))",
    ),
    Mutant(
        "answers about anyone",
        "blocks.plan",
        "return self.rule.for_each is not None and self.rule.for_each.grown",
        "return False",
    ),
)
