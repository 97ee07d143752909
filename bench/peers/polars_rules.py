"""The ten rules by hand in Polars: `join_asof` and windows over one lazy frame."""

import os

from bench.peers.measure import Tally, arguments, best_of, measured, say

ASKED = arguments(__doc__)
os.environ["POLARS_MAX_THREADS"] = str(ASKED.threads)  # read once, when Polars is imported

import polars as pl  # noqa: E402

from bench.days import LocalDays  # noqa: E402
from bench.draws import DAY  # noqa: E402
from bench.schema import FIRST, kind  # noqa: E402

NOW: int = ASKED.now
DAYS = LocalDays.spanning(FIRST - DAY, NOW + 200 * DAY)
VERDICTS = pl.Enum(["due", "kept", "kept late", "overdue", "missed", "void", "broken"])
RULES = pl.Enum([f"R{number}" for number in range(1, 11)])
STARTS = pl.Series("starts", DAYS.starts)


def events(log: pl.DataFrame, name: str, *columns: str) -> pl.LazyFrame:
    """The events of one kind, in order of happening."""
    chosen = log.lazy().filter(pl.col("kind") == kind(name))
    return chosen.select("entry", "happened", *columns).sort("happened")


def word(verdict: str) -> pl.Expr:
    """A verdict, as a code rather than a text a row."""
    return pl.lit(verdict, VERDICTS)


def local_day(moments: pl.Series) -> pl.Series:
    """Which London day each moment falls on, counted from the calendar's first."""
    return STARTS.search_sorted(moments, side="right") - 1


def due(amount: int, unit: str) -> pl.Expr:
    """The last second of a duty that opened at `happened`."""
    table = DAYS.due_by_working_days(amount) if unit == "working days" else DAYS.due_by_days(amount)
    ends = pl.Series("due", table)
    return pl.col("happened").map_batches(
        lambda opened: ends.gather(local_day(opened)), return_dtype=pl.Int64
    )


def verdict() -> pl.Expr:
    """The verdict of a duty from `due`, the first answer's moment, and whether it is the need's end."""
    answered = pl.col("answered")
    in_time = answered <= pl.col("due")
    return (
        pl.when(answered.is_null() & (pl.col("due") >= NOW)).then(word("due"))
        .when(answered.is_null()).then(word("overdue"))
        .when(pl.col("ended") & in_time).then(word("void"))
        .when(pl.col("ended")).then(word("missed"))
        .when(in_time).then(word("kept"))
        .otherwise(word("kept late"))
    )  # fmt: skip


def found(judged: pl.LazyFrame, rule: str) -> pl.LazyFrame:
    """One row a duty: the rule, what opened it, when it was due and answered, and its verdict."""
    absent = pl.lit(None, pl.Int64)
    columns = judged.collect_schema().names()
    times = [pl.col(name) if name in columns else absent.alias(name) for name in ("due", "answered")]
    return judged.select(pl.lit(rule, RULES).alias("rule"), "entry", *times, "verdict")


def duty(
    rule: str,
    opened: pl.LazyFrame,
    key: str,
    within: pl.Expr,
    must: pl.LazyFrame,
    unless: pl.LazyFrame | None = None,
) -> pl.LazyFrame:
    """A duty: the first later answer with the same key, or the first event that ends the need."""
    answers = must.select(key, answered="happened", ended=pl.lit(value=False))
    if unless is not None:
        ends = unless.select(key, answered="happened", ended=pl.lit(value=True))
        answers = pl.concat([answers, ends]).sort("answered")
    judged = opened.join_asof(
        answers, left_on="happened", right_on="answered", by=key,
        strategy="forward", allow_exact_matches=False, coalesce=False, check_sortedness=False,
    )  # fmt: skip
    return found(judged.with_columns(due=within).with_columns(verdict=verdict()), rule)


def visits_on_a_plan(log: pl.DataFrame) -> pl.LazyFrame:
    """While on a plan, a visit alone every 10 working days: each answer opens the next duty."""
    codes = [kind("plan_started"), kind("visit"), kind("plan_ended")]
    line = (
        log.lazy()
        .filter(pl.col("kind").is_in(codes) & ((pl.col("kind") != kind("visit")) | pl.col("alone")))
        .select("entry", "happened", "plan", "kind")
        .sort("plan", "happened")
    )
    ended = pl.col("kind") == kind("plan_ended")
    chained = line.with_columns(
        answered=pl.col("happened").shift(-1).over("plan"),
        ended=ended.shift(-1).over("plan"),
        over=ended.cum_max().over("plan"),
        begun=(pl.col("kind") == kind("plan_started")).cum_max().over("plan"),
    ).filter(pl.col("begun") & ~pl.col("over"))
    return found(chained.with_columns(due=due(10, "working days")).with_columns(verdict=verdict()), "R5")


def discharge(log: pl.DataFrame) -> pl.LazyFrame:
    """Before a discharge, a quorate strategy discussion later than the last injury."""
    injuries = events(log, "injury_observed", "child").select("child", injured="happened")
    talks = events(log, "strategy_discussion", "child", "quorate").filter("quorate")
    judged = events(log, "hospital_discharge", "child")
    for right, moment in ((injuries, "injured"), (talks.select("child", talked="happened"), "talked")):
        judged = judged.join_asof(
            right, left_on="happened", right_on=moment, by="child", strategy="backward",
            allow_exact_matches=False, coalesce=False, check_sortedness=False,
        )  # fmt: skip
    kept = pl.col("talked") > pl.col("injured")
    return found(_gate(judged.filter(pl.col("injured").is_not_null()), kept), "R6")


def closing(log: pl.DataFrame) -> pl.LazyFrame:
    """No closing while any disagreement about the child is open."""
    opened = events(log, "disagreement_opened", "child").with_columns(step=1)
    resolved = events(log, "disagreement_resolved", "child").with_columns(step=-1)
    open_now = (
        pl.concat([opened, resolved])
        .sort("happened")
        .select("child", at="happened", open=pl.col("step").cum_sum().over("child"))
    )
    judged = events(log, "closed", "child").join_asof(
        open_now, left_on="happened", right_on="at", by="child", strategy="backward",
        allow_exact_matches=False, check_sortedness=False,
    )  # fmt: skip
    return found(_gate(judged, pl.col("open").fill_null(0) == 0), "R7")


def plan_end(log: pl.DataFrame) -> pl.LazyFrame:
    """Before a plan ends, a review within the 30 days before."""
    reviews = events(log, "review", "plan").select("plan", reviewed="happened", lasts=due(30, "days"))
    judged = events(log, "plan_ended", "plan").join_asof(
        reviews, left_on="happened", right_on="reviewed", by="plan", strategy="backward",
        allow_exact_matches=False, coalesce=False, check_sortedness=False,
    )  # fmt: skip
    return found(_gate(judged, pl.col("lasts") >= pl.col("happened")), "R8")


def _gate(judged: pl.LazyFrame, kept: pl.Expr) -> pl.LazyFrame:
    words = pl.when(kept.fill_null(value=False)).then(word("kept")).otherwise(word("broken"))
    return judged.with_columns(verdict=words)


def judge(log: pl.DataFrame) -> pl.DataFrame:
    """All ten rules over the whole log."""
    working = "working days"
    referral = ("referral",)
    started = events(log, "plan_started", "plan")
    no_conference = events(log, "enquiry_ended", "enquiry", "conference").filter(~pl.col("conference"))
    accepted = events(log, "referral_decision", *referral, "accepted").filter("accepted")
    disagreement = "disagreement"
    parts = [
        duty("R1", events(log, "referral_received", *referral), "referral", due(1, working),
             events(log, "referral_decision", *referral)),
        duty("R2", accepted, "referral", due(45, working),
             events(log, "assessment_authorised", *referral)),
        duty("R3", events(log, "enquiry_started", "enquiry"), "enquiry", due(15, working),
             events(log, "initial_conference", "enquiry"), no_conference),
        duty("R4", started, "plan", due(10, working), events(log, "core_group", "plan")),
        visits_on_a_plan(log), discharge(log), closing(log), plan_end(log),
        duty("R9", started, "plan", due(91, "days"), events(log, "review", "plan"),
             events(log, "plan_ended", "plan")),
        duty("R10", events(log, "disagreement_opened", disagreement), disagreement,
             due(2, working), events(log, "disagreement_answered", disagreement)),
    ]  # fmt: skip
    return pl.concat(pl.collect_all(parts), rechunk=False)


def tally(findings: pl.DataFrame) -> Tally:
    """Count the verdicts, for comparison between engines."""
    counted = findings.group_by("rule", "verdict").agg(
        pl.len().cast(pl.Int64).alias("count"), pl.col("entry").cast(pl.Int64).sum()
    )
    return sorted((rule, word, count, total) for rule, word, count, total in counted.rows())


def main() -> None:
    """Load, judge, say."""
    loaded, log = best_of(1, lambda: pl.read_parquet(ASKED.log))
    judged, findings = best_of(ASKED.repeats, lambda: judge(log))
    name = f"Polars {pl.__version__}"
    say(measured(name, ASKED.threads, log.height, loaded, judged), tally(findings))


if __name__ == "__main__":
    main()
