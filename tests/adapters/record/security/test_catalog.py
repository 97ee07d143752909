"""The catalogue as a whole: what must be so of every table, role, function and index, also of new ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, LiteralString

import psycopg
import pytest

from tests.adapters.record.security.intruder import NAMING_A_CHILD, as_admin

ROLES = ("heeded_app", "heeded_reader", "heeded_retention", "heeded_loader", "heeded_owner")
NAMING = (
    "person people subject subjects one other family child entry entries about notice duty glass identifier "
    "nhs name born address postcode"
).split()
"""Columns of these names say something of a child."""

WITHOUT_POLICIES = {
    "record.allowance": "how much each account has read: no child is named",
    "record.checkpoint": "the log's size and root, which are published",
    "record.head": "the log's size and hashes",
    "record.node": "hashes of subtrees",
    "record.counted": "how each rule was kept, as a number",
    "record.counting": "when that was counted",
    "record.loaded": "digests of batches",
    "record.witnessing": "what witnesses said of what is published",
    "record.token_key": "no role but the owner may read it",
    "record.token_pads": "no role but the owner may read it",
}
"""The tables of the record that have no policies, each with why it needs none."""

OF_STAFF = (
    "record_agency record_practitioner record_credential auth_group auth_permission django_content_type "
    "django_migrations socialaccount_socialapp"
).split()
"""Tables of Django's whose `name` is that of an agency, a practitioner or a permission, never of a child."""

NATURAL_KEYS = {
    "counted_pkey": "a moment, and the name of a rule that is published",
    "household_pkey": "only the scope that finds whose a report is may insert, and it sees all of them",
    "delivery_notice_channel_address_key": "the address is the agency's own, the notice a random name",
    "acknowledgement_pkey": "a duty's keyed name, and the reader's own agency and account",
    "duty_pkey": "a duty's keyed name, and an agency",
    "glass_referred_pkey": "a glass's random name, and an agency",
    "seen_pkey": "a subject's keyed name, an agency and a place in the log",
    "passed_on_pkey": "an entry's keyed name, and an agency",
}
"""Unique indexes over words, each with why asking them tells nothing."""


@pytest.fixture
def catalog(database: str) -> Iterator[psycopg.Connection[Any]]:
    """The administrator's connection to a new database of the record."""
    with as_admin(database) as admin:
        yield admin


def names(catalog: psycopg.Connection[Any], query: LiteralString, *values: object) -> set[str]:
    """The first column of what a query gives."""
    return {str(row[0]) for row in catalog.execute(query, values or None).fetchall()}


def test_every_table_that_names_a_child_has_policies_that_bind_its_owner_too(
    catalog: psycopg.Connection[Any],
) -> None:
    tables = catalog.execute(
        "SELECT format('%I.%I', nspname, relname), relname, relrowsecurity AND relforcerowsecurity, "
        "ARRAY(SELECT attname::text FROM pg_attribute "
        "WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) "
        "FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p', 'f') "
        "AND nspname NOT IN ('pg_catalog', 'information_schema')"
    ).fetchall()
    assert len(tables) > 30
    open_ones = {table for table, _, guarded, _ in tables if not guarded}
    naming = {table for table, name, _, columns in tables if set(columns) & set(NAMING)}
    assert {f"record.{name}" for name in NAMING_A_CHILD} <= naming | {"record.erasure", "record.seal"}
    assert (naming & open_ones) - set(WITHOUT_POLICIES) - {f"public.{name}" for name in OF_STAFF} == set()
    assert {table for table in open_ones if table.startswith("record.")} <= set(WITHOUT_POLICIES)


def test_every_table_of_the_record_is_known_to_these_tests(catalog: psycopg.Connection[Any]) -> None:
    held = names(catalog, "SELECT tablename FROM pg_tables WHERE schemaname = 'record'")
    known = {*NAMING_A_CHILD, "cover", *(name.partition(".")[2] for name in WITHOUT_POLICIES)}
    assert held - known == set()


def test_there_is_no_view_by_which_a_policy_is_passed_over(catalog: psycopg.Connection[Any]) -> None:
    views = (
        "SELECT relname FROM pg_class WHERE (relkind = 'm' OR (relkind = 'v' "
        "AND NOT coalesce('security_invoker=true' = ANY (reloptions), false))) "
        "AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')"
    )
    assert names(catalog, views) == set()


def test_what_runs_with_anothers_rights_is_one_function_of_an_owner_whom_policies_bind(
    catalog: psycopg.Connection[Any],
) -> None:
    definers = "SELECT oid::regprocedure FROM pg_proc WHERE prosecdef AND pronamespace::regnamespace::text "
    assert names(catalog, definers + "NOT IN ('pg_catalog', 'information_schema')") == {"record.token()"}
    row = catalog.execute(
        "SELECT proconfig, pg_get_userbyid(proowner) FROM pg_proc WHERE oid = 'record.token()'::regprocedure"
    ).fetchone()
    assert row == (["search_path=record, pg_temp"], "heeded_owner")


def test_no_role_of_the_record_passes_policies_over_or_belongs_to_another(
    catalog: psycopg.Connection[Any],
) -> None:
    strong = "SELECT rolname FROM pg_roles WHERE rolname LIKE 'heeded\\_%%' AND rolname = ANY (%s) AND "
    rights = "(rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"
    assert names(catalog, strong + rights, list(ROLES)) == set()
    assert names(catalog, strong + "rolcanlogin", ["heeded_owner"]) == set()
    joined = "SELECT member::regrole FROM pg_auth_members WHERE member::regrole::text = ANY (%s)"
    assert names(catalog, joined, list(ROLES)) == set()


def test_the_owner_owns_all_and_the_others_nothing(catalog: psycopg.Connection[Any]) -> None:
    owners = (
        "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class "
        "WHERE relnamespace::regnamespace::text IN ('record', 'public')"
    )
    assert names(catalog, owners) == {"heeded_owner"}
    assert names(catalog, "SELECT nspowner::regrole FROM pg_namespace WHERE nspname = 'record'") == {
        "heeded_owner"
    }


def test_nobody_may_empty_watch_or_refer_to_a_table(catalog: psycopg.Connection[Any]) -> None:
    given = (
        "SELECT format('%%s %%s on %%s', acl.grantee::regrole, acl.privilege_type, relname) "
        "FROM pg_class, aclexplode(relacl) acl "
        "WHERE relnamespace::regnamespace::text IN ('record', 'public') "
        "AND acl.grantee <> relowner AND acl.privilege_type = ANY (%s)"
    )
    assert names(catalog, given, ["TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"]) == set()


def test_nobody_but_the_records_roles_may_do_anything(catalog: psycopg.Connection[Any]) -> None:
    given = (
        "SELECT format('PUBLIC %s on %s', acl.privilege_type, relname) FROM pg_class, aclexplode(relacl) acl "
        "WHERE relnamespace::regnamespace::text IN ('record', 'public') AND acl.grantee = 0"
    )
    assert names(catalog, given) == set()
    functions = (
        "SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'record'::regnamespace "
        "AND has_function_privilege('public', oid, 'EXECUTE')"
    )
    assert names(catalog, functions) == set()


def test_only_retention_may_delete_what_was_told_and_nobody_may_edit_it(
    catalog: psycopg.Connection[Any],
) -> None:
    others = [role for role in ROLES if role not in {"heeded_owner", "heeded_retention"}]
    may = "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s) AND has_table_privilege(rolname, %s, %s)"
    for table in (
        "entry",
        "description",
        "identifier",
        "address",
        "link",
        "seen",
        "passed_on",
        "leaf",
        "look",
    ):
        assert names(catalog, may, others, f"record.{table}", "DELETE") == set(), table
        assert names(catalog, may, [*others, "heeded_retention"], f"record.{table}", "UPDATE") == set(), table
    for table in ("leaf", "look", "node", "checkpoint", "glass", "glass_referred", "glass_review", "erasure"):
        assert names(catalog, may, ["heeded_retention"], f"record.{table}", "DELETE") == set(), table


def test_what_is_unique_is_a_keyed_or_random_name_or_has_a_reason(catalog: psycopg.Connection[Any]) -> None:
    words = (
        "SELECT index.relname FROM pg_index JOIN pg_class index ON index.oid = indexrelid "
        "JOIN pg_class held ON held.oid = indrelid WHERE indisunique AND held.relrowsecurity AND EXISTS ("
        "SELECT FROM pg_attribute WHERE attrelid = held.oid AND attnum = ANY (indkey) "
        "AND atttypid = ANY (ARRAY['text', 'varchar', 'date', 'jsonb']::regtype[]))"
    )
    assert names(catalog, words) - set(NATURAL_KEYS) == set()


def test_no_constraint_refers_across_to_a_table_with_policies(catalog: psycopg.Connection[Any]) -> None:
    """A foreign key is checked past the policies, and so tells who is there."""
    keys = (
        "SELECT conname FROM pg_constraint WHERE contype = 'f' "
        "AND (SELECT relrowsecurity FROM pg_class WHERE oid = confrelid)"
    )
    assert names(catalog, keys) == set()


def test_every_table_that_is_only_added_to_refuses_the_rest(catalog: psycopg.Connection[Any]) -> None:
    guarded = (
        "SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = 'append_only' AND tgenabled = 'O' "
        "AND tgtype & 24 = 24"
    )
    assert names(catalog, guarded) >= {
        f"record.{name}"
        for name in "entry leaf node description look link glass glass_review checkpoint".split()
    }


def test_the_planner_keeps_no_samples_of_words_about_people(catalog: psycopg.Connection[Any]) -> None:
    sampled = (
        "SELECT format('%s.%s', attrelid::regclass, attname) FROM pg_attribute "
        "JOIN pg_class ON pg_class.oid = attrelid WHERE relrowsecurity AND attnum > 0 AND NOT attisdropped "
        "AND atttypid = ANY (ARRAY['text', 'date', 'jsonb']::regtype[]) AND attstattarget IS DISTINCT FROM 0 "
        "AND attname NOT IN ('agency', 'actor', 'kind', 'verdict', 'rule', 'channel')"
    )
    assert names(catalog, sampled) == set()
