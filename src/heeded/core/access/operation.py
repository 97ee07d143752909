"""What someone wants to do with a record, in the words of the policy."""

from enum import StrEnum


class Operation(StrEnum):
    """Something that can be done with a kind of record.

    To allocate is to say whose work a child is. To write for a colleague is to tell what another of one's own
    agency did or saw, in that person's name; the record keeps who wrote it.

    To break the glass is to open what one has no bond with; what is then read is an ordinary read by
    someone who stands under break-glass.
    """

    KNOW_EXISTS = "know that it exists"
    READ = "read"
    BREAK_GLASS = "break the glass"
    RECORD = "record"
    CORRECT = "correct"
    DECIDE = "decide"
    HAND_OVER = "hand over"
    DISAGREE = "disagree"
    RESOLVE = "resolve"
    REQUEST = "request information"
    GIVE = "give information"
    SEND_LETTER = "send a letter"
    EXPORT = "export"
    REVIEW_LOOKS = "review looks"
    PLACE_HOLD = "place a hold"
    LIFT_HOLD = "lift a hold"
    ERASE = "erase"
    ADMINISTER = "administer"
    ALLOCATE = "allocate"
    WRITE_FOR = "write for a colleague"
