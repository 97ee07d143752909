"""Address a letter: it goes to where somebody lives, and nobody who sends it learns where that is."""

from __future__ import annotations

from uuid import uuid4

from heeded.casework.keeping.desk import By, NotDone, Walled, permitted, ties_of
from heeded.casework.ports.walls import Letter
from heeded.core.access import Operation, RecordClass
from heeded.core.access.shield import Shielded


def address_letter(desk: Walled, by: By, child: str, person: str, words: str) -> str:
    """Hand a letter to somebody of a child's family to the post; its name, by which it is traced.

    The address resolver puts the address on it. Words that give a shielded place away are refused: a letter
    is seen by others in the house. NotDone where the actor may not, or no address is known.
    """
    ties = ties_of(desk, by, child)
    shielded = any(shield.holds(person, Shielded.ADDRESS, by.now) for shield in ties.shields)
    record = RecordClass.SHIELDED_ADDRESS if shielded else RecordClass.IDENTITY
    permitted(desk, by, ties, Operation.SEND_LETTER, [record])
    if person not in ties.members:
        raise NotDone("This is nobody of the child's family", "Name somebody who stands on the child's page")
    if desk.walls.gives_away(words, ties.child, by.now):
        raise NotDone("The letter's words give away an address that is shielded", "Leave the place out")
    letter = Letter(
        id=str(uuid4()), person=person, words=words, by=by.actor.id, agency=by.actor.agency, at=by.now
    )
    if not desk.walls.send(letter):
        raise NotDone("No address is known to which this could go", "Ask the agency that knows them")
    return letter.id
