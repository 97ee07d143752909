"""The draft exchange standard's query for a person, in FHIR's shapes: what is asked, and what is answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from heeded.casework.identity import Queried
from heeded.casework.ports.reading import Contact
from heeded.core.chronology.identifiers import checked, plain
from heeded.core.chronology.report import NHS_NUMBER, UPN, Described, Identifier
from heeded.doors.api.problem import Kind, Problem

NHS_SYSTEM = "https://fhir.nhs.uk/Id/nhs-number"
SYSTEMS = {
    NHS_SYSTEM: NHS_NUMBER,
    "http://fhir.nhs.net/Id/nhs-number": NHS_NUMBER,
    "NHS number": NHS_NUMBER,
    "UPN": UPN,
}
"""The systems of numbers that are looked for: the others are passed by."""

GENDERS = ("male", "female")
YEAR, MONTH = 4, 7


class Numbered(Schema):
    """A number by which a register knows a person."""

    model_config = ConfigDict(extra="ignore", strict=True)

    system: str = Field(
        default="", description="The register's address.", max_length=500, examples=[NHS_SYSTEM]
    )
    value: str = Field(description="The number.", min_length=1, max_length=100, examples=["9434765919"])


class Named(Schema):
    """A name."""

    model_config = ConfigDict(extra="ignore", strict=True)

    family: str = Field(default="", description="The surname.", max_length=200, examples=["Invented"])
    given: list[str] = Field(default=[], description="The forenames.", max_length=10, examples=[["Ada"]])


class Living(Schema):
    """Where somebody lives; of an address only the postcode is looked for."""

    model_config = ConfigDict(extra="ignore", strict=True)

    postalCode: str = Field(default="", description="The postcode.", max_length=20, examples=["ZZ99 3VZ"])


class Patient(Schema):
    """Who is meant (FHIR R4); whatever else a sender puts in is passed by."""

    model_config = ConfigDict(extra="ignore", strict=True)

    resourceType: Literal["Patient"] = Field(description="Always `Patient`.")
    identifier: list[Numbered] = Field(default=[], description="Numbers of registers.", max_length=10)
    name: list[Named] = Field(default=[], description="Names: the first is looked for.", max_length=10)
    birthDate: str = Field(
        default="",
        description="The day of birth, or its year.",
        pattern=r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$",
        examples=["2024-02-15"],
    )
    gender: str = Field(default="", description="FHIR's word for it.", max_length=20, examples=["female"])
    address: list[Living] = Field(default=[], description="Where they live.", max_length=10)


class AskedPart(Schema):
    """A part of what is asked: `resource` with a Patient, or `reason` with the address of a law."""

    model_config = ConfigDict(extra="ignore", strict=True)

    name: Literal["resource", "reason"] = Field(description="Which part it is.")
    resource: Patient | None = Field(default=None, description="Who is meant.")
    valueUri: str = Field(
        default="",
        description="Why it is asked: the address of a legal basis.",
        max_length=500,
        examples=["https://www.legislation.gov.uk/ukpga/1989/41/section/47"],
    )


class PersonQuery(Schema):
    """What is asked (FHIR Parameters)."""

    model_config = ConfigDict(extra="ignore", strict=True)

    resourceType: Literal["Parameters"] = Field(description="Always `Parameters`.")
    parameter: list[AskedPart] = Field(description="One `resource` and one `reason`.", max_length=2)


class Telecom(Schema):
    """How an agency is rung."""

    system: Literal["phone"] = Field(default="phone", description="By telephone.")
    value: str = Field(description="The number.", examples=["020 7946 0000"])
    rank: int = Field(description="1 by day, 2 at night and at weekends.", examples=[1])


class Organization(Schema):
    """An agency that holds a record (FHIR)."""

    resourceType: Literal["Organization"] = Field(
        default="Organization", description="Always `Organization`."
    )
    id: str = Field(description="The agency's id.", examples=["norhaven-council"])
    name: str = Field(description="Its name.", examples=["Norhaven children's social care"])
    telecom: list[Telecom] = Field(description="How it is rung.")


class AnsweredPart(Schema):
    """A part of the answer; only the value that belongs to its name is there."""

    name: Literal["decision", "why", "match", "status", "grade", "contact"] = Field(
        description="Which part it is."
    )
    valueCode: str | None = Field(
        default=None, description="Of `decision` and `status`.", examples=["PERMIT"]
    )
    valueString: str | None = Field(default=None, description="Of `why`.", examples=["Nobody was found"])
    valueBoolean: bool | None = Field(default=None, description="Of `match`.", examples=[True])
    valueDecimal: float | None = Field(default=None, description="Of `grade`, from 0 to 1.", examples=[0.99])
    resource: Organization | None = Field(default=None, description="Of `contact`: whom to ring.")


class PersonAnswer(Schema):
    """What is answered (FHIR Parameters)."""

    resourceType: Literal["Parameters"] = Field(default="Parameters", description="Always `Parameters`.")
    parameter: list[AnsweredPart] = Field(description="The decision and why, and what may be told.")


def read(asked: PersonQuery) -> tuple[Described, str]:
    """Who is meant, and why it is asked. Problem where that is not said once each, or says nobody."""
    patients = [each.resource for each in asked.parameter if each.name == "resource" and each.resource]
    reasons = [each.valueUri for each in asked.parameter if each.name == "reason" and each.valueUri]
    if len(patients) != 1 or len(reasons) != 1:
        raise Problem(
            Kind.NOT_ACCEPTED, "Send one `resource` with a Patient, and one `reason` with a valueUri"
        )
    described = _described(patients[0])
    if not described.name and not described.identifiers:
        raise Problem(Kind.NOT_ACCEPTED, "Say who is meant: by a number that is looked for, or by a name")
    return described, reasons[0]


def _described(patient: Patient) -> Described:
    name = patient.name[0] if patient.name else Named(family="", given=[])
    words = " ".join([*name.given, name.family]).strip()
    if len(words) > 500 or not words.isprintable():  # noqa: PLR2004 - letters
        raise Problem(
            Kind.NOT_ACCEPTED, "The name is longer than 500 characters, or holds a control character"
        )
    return Described(
        ref="asked",
        name=words,
        born=_born(patient.birthDate),
        sex=patient.gender if patient.gender in GENDERS else "",
        postcode=next((each.postalCode for each in patient.address if each.postalCode), ""),
        identifiers=tuple(_numbers(patient)),
    )


def _born(text: str) -> date | None:
    """A birth date; of a year, or of a year and month, its first day, as the draft estimates it."""
    if not text:
        return None
    if len(text) == MONTH:
        text = text[:YEAR]
    try:
        return date.fromisoformat(f"{text}-01-01" if len(text) == YEAR else text)
    except ValueError:
        raise Problem(Kind.NOT_ACCEPTED, f"birthDate: there is no day {text}") from None


def _numbers(patient: Patient) -> Iterator[Identifier]:
    for each in patient.identifier:
        if each.system in SYSTEMS:
            number = plain(Identifier(SYSTEMS[each.system], each.value))
            why = checked(number) or ("" if each.value.isprintable() else "it holds a control character")
            if why:
                raise Problem(Kind.NOT_ACCEPTED, f"{number.system}: {why}"[:300])
            yield number


def answer(queried: Queried) -> PersonAnswer:
    """The answer in FHIR's shapes."""
    return PersonAnswer(parameter=[*_parts(queried)])


def _parts(queried: Queried) -> Iterator[AnsweredPart]:
    yield AnsweredPart(name="decision", valueCode=str(queried.decision))
    yield AnsweredPart(name="why", valueString=queried.why)
    if queried.match is not None:
        yield AnsweredPart(name="match", valueBoolean=queried.match)
    if queried.status is not None:
        yield AnsweredPart(name="status", valueCode=str(queried.status))
    if queried.grade is not None:
        yield AnsweredPart(name="grade", valueDecimal=queried.grade)
    for contact in queried.contacts:
        yield AnsweredPart(name="contact", resource=_organization(contact))


def _organization(contact: Contact) -> Organization:
    phones = (contact.telephone, contact.out_of_hours)
    telecom = [Telecom(value=each, rank=rank) for rank, each in enumerate(phones, start=1) if each]
    return Organization(id=contact.agency.id, name=contact.agency.name, telecom=telecom)
