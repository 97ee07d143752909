"""What the readers of reports share: a report in the making, its limits, times and facts."""

from heeded.adapters.exchange.incoming.draft import Draft
from heeded.adapters.exchange.incoming.facts import fact_of
from heeded.adapters.exchange.incoming.keys import own_key
from heeded.adapters.exchange.incoming.times import read_day, read_moment, read_when

__all__ = ["Draft", "fact_of", "own_key", "read_day", "read_moment", "read_when"]
