"""Ten timed MP-Declare constraints in Declare4Py, on a sample: calendar days, late = never = open.

Runs in an environment of its own. One patch, without which it stops: in a condition, `same ep`
becomes Python with the name `ep` unquoted; the patch quotes it.
"""

import re
from argparse import Namespace

import pandas as pd
from Declare4Py.D4PyEventLog import D4PyEventLog
from Declare4Py.ProcessMiningTasks.ConformanceChecking.MPDeclareAnalyzer import MPDeclareAnalyzer
from Declare4Py.ProcessModels.DeclareModel import DeclareModel, DeclareModelConditionParserUtility
from pm4py.objects.log.obj import Event, EventLog, Trace

from bench.peers.activities import ACTIVITY, CASE, TIME, traces
from bench.peers.measure import arguments, best_of, measured, say

# It knows no working days: 1, 2, 10, 15 and 45 working days become 1, 2, 14, 21 and 63 days.
MODEL = """
Response[referral_received, referral_decision] | | same referral | 0,1,d
Response[referral_decision, assessment_authorised] | A.accepted is True | same referral | 0,63,d
Response[enquiry_started, initial_conference] | | same enquiry | 0,21,d
Response[plan_started, core_group] | | same plan | 0,14,d
Alternate Response[visit alone, visit alone] | | same plan | 0,14,d
Precedence[strategy_discussion quorate, hospital_discharge] | | | 0,30,d
Not Response[disagreement_opened, closed] | | | 0,30,d
Precedence[review, plan_ended] | | same plan | 0,30,d
Response[plan_started, review] | | same plan | 0,91,d
Response[disagreement_opened, disagreement_answered] | | same disagreement | 0,2,d
"""
NAMES = sorted(set(re.findall(r"[\[,] ?([a-z][a-z_ ]+?)(?=[,\]])", MODEL)))
_translate = DeclareModelConditionParserUtility.parse_data_cond


def _quoted(self: DeclareModelConditionParserUtility, condition: str) -> str:
    return re.sub(r"(?<!\")\b(\w+) in (A|T)\b", r'"\1" in \2', _translate(self, condition))


def model() -> DeclareModel:
    """The ten constraints, parsed by Declare4Py from its own text format."""
    activities = "\n".join(f"activity {name}" for name in NAMES)
    return DeclareModel().parse_from_string(f"{activities}\n{MODEL}")


def load(asked: Namespace) -> D4PyEventLog:
    """The sample as pm4py's event objects; a key that an event lacks is left out."""
    log = EventLog()
    for name, rows in traces(asked.log, asked.events).groupby(CASE, sort=False):
        trace = Trace(attributes={ACTIVITY: name})
        for row in rows.to_dict("records"):
            stated = {key: value for key, value in row.items() if pd.notna(value)}
            trace.append(Event(stated | {"accepted": str(row["accepted"])}))
        log.append(trace)
    log.properties.update({"pm4py:param:timestamp_key": TIME, "pm4py:param:activity_key": ACTIVITY})
    return D4PyEventLog(log=log)


def main() -> None:
    """Load, check, say."""
    asked = arguments(__doc__)
    DeclareModelConditionParserUtility.parse_data_cond = _quoted
    loaded, log = best_of(1, lambda: load(asked))
    checker = MPDeclareAnalyzer(log=log, declare_model=model(), consider_vacuity=True)
    judged, found = best_of(asked.repeats, checker.run)
    kept = found.get_metric("num_fulfillments").sum().sum()
    broken = found.get_metric("num_violations").sum().sum()
    events = sum(map(len, log.get_log()))
    counts = f"{int(kept):,} fulfilled, {int(broken):,} 'violated' (late, never and open alike)"
    note = f"sample; calendar days; {counts}"
    say(measured("Declare4Py 2.2.0 MP-Declare", 1, events, loaded, judged), note=note)


if __name__ == "__main__":
    main()
