-- How much each account has read of late, one row an account: a moment that every read moves on, and
-- that is never far ahead of the clock. It holds for all workers at once, and no child is named.

CREATE UNLOGGED TABLE record.allowance (
    account text PRIMARY KEY,
    spent_until double precision NOT NULL
);
COMMENT ON TABLE record.allowance IS
    'The generic cell rate algorithm: each read moves spent_until on by its share of the period; a read that '
    'would move it further ahead of the clock than the whole period is refused. Not worth keeping: unlogged.';
GRANT SELECT, INSERT, UPDATE ON record.allowance TO heeded_app;
