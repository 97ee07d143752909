-- The ten rules by hand in DuckDB's SQL: ASOF joins and windows over one table, `event`.
-- All moments are UTC seconds. `$now` is the moment of judgement; a word after a dollar sign is
-- the code of a kind of event. `deadline` has one row a London day (counted from 1970) with the
-- last second of each deadline that opens on it; `london_day` is a macro over the clock changes.

create or replace macro verdict(due, answered, ended) as
    case when answered is null then if(due >= $now, 'due', 'overdue')
         when ended then if(answered <= due, 'void', 'missed')
         else if(answered <= due, 'kept', 'kept late') end;

create or replace macro gate(kept) as if(coalesce(kept, false), 'kept', 'broken');

create or replace table finding as
with
plan_line as (
    select entry, happened, kind, plan,
           lead(happened) over w as answered,
           lead(kind) over w = $plan_ended as ended,
           bool_or(kind = $plan_started) over w as begun,
           bool_or(kind = $plan_ended) over w as over
    from event
    where kind in ($plan_started, $plan_ended) or (kind = $visit and alone)
    window w as (partition by plan order by happened)
),
open_disagreement as (
    select child, happened,
           sum(if(kind = $disagreement_opened, 1, -1)) over
               (partition by child order by happened) as number
    from event where kind in ($disagreement_opened, $disagreement_resolved)
),
judged as (
    select 'R1'::rule_name as rule, o.entry, d.wd1 as due, a.happened as answered,
           verdict(d.wd1, a.happened, false)::verdict_name as verdict
    from (from event where kind = $referral_received) o
    join deadline d on d.day = london_day(o.happened)
    asof left join (from event where kind = $referral_decision) a
        on a.referral = o.referral and o.happened < a.happened

    union all
    select 'R2', o.entry, d.wd45, a.happened, verdict(d.wd45, a.happened, false)
    from (from event where kind = $referral_decision and accepted) o
    join deadline d on d.day = london_day(o.happened)
    asof left join (from event where kind = $assessment_authorised) a
        on a.referral = o.referral and o.happened < a.happened

    union all
    select 'R3', o.entry, d.wd15, a.happened, verdict(d.wd15, a.happened, a.kind = $enquiry_ended)
    from (from event where kind = $enquiry_started) o
    join deadline d on d.day = london_day(o.happened)
    asof left join (
        from event
        where kind = $initial_conference or (kind = $enquiry_ended and not conference)
    ) a on a.enquiry = o.enquiry and o.happened < a.happened

    union all
    select 'R4', o.entry, d.wd10, a.happened, verdict(d.wd10, a.happened, false)
    from (from event where kind = $plan_started) o
    join deadline d on d.day = london_day(o.happened)
    asof left join (from event where kind = $core_group) a
        on a.plan = o.plan and o.happened < a.happened

    union all
    select 'R5', o.entry, d.wd10, o.answered, verdict(d.wd10, o.answered, o.ended)
    from plan_line o join deadline d on d.day = london_day(o.happened)
    where o.begun and not o.over

    union all
    select 'R6', o.entry, null, null, gate(s.happened > i.happened)
    from (from event where kind = $hospital_discharge) o
    asof join (from event where kind = $injury_observed) i
        on i.child = o.child and o.happened > i.happened
    asof left join (from event where kind = $strategy_discussion and quorate) s
        on s.child = o.child and o.happened > s.happened

    union all
    select 'R7', o.entry, null, null, gate(coalesce(d.number, 0) = 0)
    from (from event where kind = $closed) o
    asof left join open_disagreement d
        on d.child = o.child and o.happened > d.happened

    union all
    select 'R8', o.entry, null, null, gate(d.days30 >= o.happened)
    from (from event where kind = $plan_ended) o
    asof left join (from event where kind = $review) r
        on r.plan = o.plan and o.happened > r.happened
    left join deadline d on d.day = london_day(r.happened)

    union all
    select 'R9', o.entry, d.days91, a.happened, verdict(d.days91, a.happened, a.kind = $plan_ended)
    from (from event where kind = $plan_started) o
    join deadline d on d.day = london_day(o.happened)
    asof left join (from event where kind in ($review, $plan_ended)) a
        on a.plan = o.plan and o.happened < a.happened

    union all
    select 'R10', o.entry, d.wd2, a.happened, verdict(d.wd2, a.happened, false)
    from (from event where kind = $disagreement_opened) o
    join deadline d on d.day = london_day(o.happened)
    asof left join (from event where kind = $disagreement_answered) a
        on a.disagreement = o.disagreement and o.happened < a.happened
)
from judged;
