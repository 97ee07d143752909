"""Administering: agencies, people and credentials kept by whoever administers them, each act in a history."""

from heeded.casework.administering.desk import ROLES, By, Desk, NotDone, NotPermitted, for_all, permitted
from heeded.casework.administering.keep_agency import add_agency, change_agency
from heeded.casework.administering.keep_credential import SCOPES, make_credential, withdraw_credential
from heeded.casework.administering.keep_person import (
    add_person,
    change_person,
    invite,
    let_back,
    stop_person,
)
from heeded.casework.administering.lost_factor import agree_to_take_away, answered, ask_to_take_away
from heeded.casework.administering.undo import history, undo, undoable

__all__ = [
    "ROLES",
    "SCOPES",
    "By",
    "Desk",
    "NotDone",
    "NotPermitted",
    "add_agency",
    "add_person",
    "agree_to_take_away",
    "answered",
    "ask_to_take_away",
    "change_agency",
    "change_person",
    "for_all",
    "history",
    "invite",
    "let_back",
    "make_credential",
    "permitted",
    "stop_person",
    "undo",
    "undoable",
    "withdraw_credential",
]
