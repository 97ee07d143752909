"""Why someone looks: a purpose, the law that it rests on, and what they say of this child."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.access.actor import Role
from heeded.core.access.operation import Operation
from heeded.core.access.records import NOT_OF_A_CHILD, RecordClass


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """A provision on which information may be shared, with where its words were read.

    `condition` is what must hold before it may be relied on. `unverified` says what nobody has
    checked against the primary text; it is shown wherever the basis is.
    """

    id: str
    title: str
    source: str
    address: str = ""
    condition: str = ""
    unverified: str = ""

    def __str__(self) -> str:
        """Its name and title, with the doubt where there is one."""
        return f"{self.id}: {self.title}" + (f" (unverified: {self.unverified})" if self.unverified else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """An end for which a record may be looked at, who may state it, for what, and on which law."""

    id: str
    title: str
    bases: tuple[LegalBasis, ...]
    roles: frozenset[Role]
    operations: frozenset[Operation]

    def basis(self, id_: str) -> LegalBasis:
        """The basis of that id; KeyError names those that carry this purpose."""
        for basis in self.bases:
            if basis.id == id_:
                return basis
        known = ", ".join(basis.id for basis in self.bases)
        raise KeyError(f'"{id_}" does not carry the purpose "{self.title}". Its legal bases: {known}.')


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What an actor states before a look: the purpose, the basis, a reason in their own words.

    `agreed_by` is the id of the second person who agreed, where two are asked for; whoever hands this
    in makes sure that they did, and that they are entitled to. ValueError if the basis does not carry
    the purpose.
    """

    purpose: Purpose
    basis: LegalBasis
    reason: str = ""
    agreed_by: str = ""

    def __post_init__(self) -> None:
        """Refuse a basis that is not the purpose's own."""
        if self.basis not in self.purpose.bases:
            known = ", ".join(basis.id for basis in self.purpose.bases)
            raise ValueError(
                f'"{self.basis.id}" does not carry the purpose "{self.purpose.title}". Use one of: {known}.'
            )

    def serves(self, role: Role, operation: Operation) -> bool:
        """Whether someone in that role may state this purpose for that operation."""
        return role in self.purpose.roles and operation in self.purpose.operations


def needs_purpose(record: RecordClass, operation: Operation) -> bool:
    """Whether a purpose must be stated before a permission holds.

    Recording a concern is never held up; that a record may exist tells no content; what names no child
    is no look at one.
    """
    freely = {Operation.RECORD, Operation.KNOW_EXISTS, Operation.ADMINISTER}
    return operation not in freely and record not in NOT_OF_A_CHILD
