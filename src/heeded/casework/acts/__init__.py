"""What people do, a verb a file: each a few lines over what the record holds, the policy and the handbook."""

from heeded.casework.acting.gates_shown import Shown, Stood
from heeded.casework.acts.assumed import Assumed
from heeded.casework.acts.correct import correct, withdraw
from heeded.casework.acts.decide import Decision, Override, decide, gates_before
from heeded.casework.acts.depart import Departure, depart
from heeded.casework.acts.disagree import Disagreement, Settlement, answer, disagree, resolve, take_up
from heeded.casework.acts.draft import (
    ChangedMeanwhile,
    discard_draft,
    keep_draft,
    my_drafts,
    save_draft,
    send_draft,
    share_draft,
)
from heeded.casework.acts.hand_over import HandOver, accept, hand_over, refuse_hand_over
from heeded.casework.acts.inform import Reply, Request, give, refuse_to_give, request_information
from heeded.casework.acts.meet import Meeting, hold_meeting, meeting_lacks, send_minutes
from heeded.casework.acts.record import allocate, record, stand_down

__all__ = [
    "Assumed",
    "ChangedMeanwhile",
    "Decision",
    "Departure",
    "Disagreement",
    "HandOver",
    "Meeting",
    "Override",
    "Reply",
    "Request",
    "Settlement",
    "Shown",
    "Stood",
    "accept",
    "allocate",
    "answer",
    "correct",
    "decide",
    "depart",
    "disagree",
    "discard_draft",
    "gates_before",
    "give",
    "hand_over",
    "hold_meeting",
    "keep_draft",
    "meeting_lacks",
    "my_drafts",
    "record",
    "refuse_hand_over",
    "refuse_to_give",
    "request_information",
    "resolve",
    "save_draft",
    "send_draft",
    "send_minutes",
    "share_draft",
    "stand_down",
    "take_up",
    "withdraw",
]
