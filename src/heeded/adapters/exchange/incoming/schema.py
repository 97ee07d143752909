"""Parts of JSON Schema (draft 2020-12) that the schemas of reports share."""

from collections.abc import Iterable

from heeded.adapters.exchange.incoming.limits import LONGEST_NAME, LONGEST_TEXT, MOST_DETAILS
from heeded.core.chronology.vocabulary import Field, FieldType

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]

NAME: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME, "pattern": r"\S"}
SHORT: Schema = {"type": "string", "maxLength": LONGEST_NAME}
DAY: Schema = {"type": "string", "pattern": r"^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$"}
TIME: Schema = {
    "type": "string",
    "maxLength": 60,
    "pattern": r"^\s*(about )?(19|20)[0-9]{2}-[0-9]{2}(-[0-9]{2}([T ][0-9]{2}.*)?)?(/.+)?\s*$",
    "description": "2010-06-18T19:40 (London's time where no zone is given), 2010-06-18, 2010-06, "
    "“about 2010-06-18T19:40, 2 hours”, or two of them with a stroke between: from the one to the other",
}


def said(schema: Schema, words: str) -> Schema:
    """A schema with a description."""
    return {**schema, "description": words}


def closed(properties: Schema, required: Iterable[str] = ()) -> Schema:
    """An object with these properties and no others."""
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema


def listed(members: Schema, most: int) -> Schema:
    """A list of up to so many members."""
    return {"type": "array", "maxItems": most, "items": members}


def of_field(field: Field) -> Schema:
    """The values that a field of the vocabulary takes, with its meaning."""
    return said(_values(field), field.meaning)


def _values(field: Field) -> Schema:
    word: Schema = {"enum": list(field.choices)} if field.choices else NAME
    match field.type:
        case FieldType.YES_NO:
            return {"type": "boolean"}
        case FieldType.NUMBER:
            return {"type": "number"}
        case FieldType.DATE:
            return DAY
        case FieldType.NAMES:
            return listed(word, MOST_DETAILS)
        case FieldType.TEXT:
            return {**NAME, "maxLength": LONGEST_TEXT}
        case _:
            return word
