"""What a database holds, as its manifest tells it: rows, migrations, roles."""

from psycopg import sql

from heeded.adapters.postgres.backup.connection import Link
from heeded.adapters.postgres.backup.manifest import Role

_TABLES = """
select n.nspname, c.relname
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
  and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass
                  and d.deptype = 'e')
order by 1, 2
"""
_ANYTHING = """
select (select count(*) from pg_namespace
        where nspname not in ('public', 'information_schema') and nspname !~ '^pg_')
     + (select count(*) from pg_class c
        where c.relnamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass
                          and d.deptype = 'e'))
"""
_MIGRATIONS = """
select app, max(name) from public.django_migrations group by app order by app
"""
_ROLES = """
with recursive named as (
  select distinct s.refobjid as oid
  from pg_shdepend s
  where s.refclassid = 'pg_authid'::regclass
    and (s.dbid = (select oid from pg_database where datname = current_database())
         or (s.classid = 'pg_database'::regclass
             and s.objid = (select oid from pg_database where datname = current_database())))
  union
  select m.roleid from pg_auth_members m join named on m.member = named.oid
)
select r.rolname, r.rolinherit, r.rolcanlogin, r.rolbypassrls,
       array(select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid
             where m.member = r.oid and g.rolname !~ '^pg_' order by 1)
from pg_roles r join named on named.oid = r.oid
where not r.rolsuper and r.rolname !~ '^pg_'
order by 1
"""


def rows_of(link: Link) -> dict[str, int]:
    """How many rows each table holds, by its full name."""
    counted = {}
    for schema, name in link.execute(_TABLES).fetchall():
        table = sql.Identifier(str(schema), str(name))
        found = link.execute(sql.SQL("select count(*) from {}").format(table)).fetchone()
        counted[f"{schema}.{name}"] = int(str(found[0])) if found else 0
    return counted


def is_empty(link: Link) -> bool:
    """Tell whether a database holds nothing of anybody's: no schema, table, view or sequence."""
    return link.execute(_ANYTHING).fetchone() == (0,)


def schema_of(link: Link) -> dict[str, str]:
    """The last migration of each part of the product; empty where none has run."""
    if link.execute("select to_regclass('public.django_migrations')").fetchone() == (None,):
        return {}
    return {str(part): str(last) for part, last in link.execute(_MIGRATIONS).fetchall()}


def roles_of(link: Link) -> tuple[Role, ...]:
    """The roles that the database's tables, rights and policies name, and the roles that they belong to."""
    found = link.execute(_ROLES).fetchall()
    return tuple(
        Role(str(name), bool(inherits), bool(login), bool(passes), tuple(map(str, _listed(groups))))
        for name, inherits, login, passes, groups in found
    )


def make_roles(link: Link, roles: tuple[Role, ...]) -> None:
    """Make the roles that are not there yet, without a password, and their memberships."""
    there = {str(name) for (name,) in link.execute("select rolname from pg_roles").fetchall()}
    missing = [role for role in roles if role.name not in there]
    for role in missing:
        rights = [
            "inherit" if role.inherits else "noinherit",
            "login" if role.may_log_in else "nologin",
            "bypassrls" if role.passes_row_security else "nobypassrls",
        ]
        made = sql.SQL("create role {} " + " ".join(rights))  # only the words above
        link.execute(made.format(sql.Identifier(role.name)))
    for role in missing:
        for group in role.member_of:
            grant = sql.SQL("grant {} to {}").format(sql.Identifier(group), sql.Identifier(role.name))
            link.execute(grant)


def _listed(groups: object) -> list[object]:
    """A list from the database, as a list."""
    return groups if isinstance(groups, list) else []
