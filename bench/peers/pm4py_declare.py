"""Ten Declare constraints in pm4py, as near to the ten rules as it can say: no times, no keys.

A trace (a child) either satisfies a constraint or does not. Runs in an environment of its own,
because pm4py is AGPL and never a dependency of the product.
"""

import contextlib
import io

import pm4py

from bench.peers.activities import ACTIVITY, CASE, TIME, traces
from bench.peers.measure import arguments, best_of, measured, say

PAIRS = {
    "response": [
        ("referral_received", "referral_decision"),
        ("referral_decision", "assessment_authorised"),
        ("enquiry_started", "initial_conference"),
        ("plan_started", "core_group"),
        ("plan_started", "visit alone"),
        ("plan_started", "review"),
        ("disagreement_opened", "disagreement_answered"),
    ],
    "precedence": [("strategy_discussion quorate", "hospital_discharge"), ("review", "plan_ended")],
    "nonsuccession": [("disagreement_opened", "closed")],
}
MODEL = {
    template: {pair: {"support": 1, "confidence": 1} for pair in pairs} for template, pairs in PAIRS.items()
}


def main() -> None:
    """Load, check, say."""
    asked = arguments(__doc__)
    loaded, frame = best_of(1, lambda: traces(asked.log, asked.events))
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        judged, checked = best_of(
            asked.repeats,
            lambda: pm4py.conformance_declare(
                frame, MODEL, activity_key=ACTIVITY, timestamp_key=TIME, case_id_key=CASE
            ),
        )
    broken = sum(1 for trace in checked if not trace["is_fit"])
    note = f"untimed; {broken:,} of {len(checked):,} traces break at least one of ten pairs"
    name = f"pm4py {pm4py.__version__} Declare"
    say(measured(name, 1, len(frame), loaded, judged), note=note)


if __name__ == "__main__":
    main()
