-- Wiping what was erased from the files.

-- [is_superuser]
SELECT rolsuper::integer FROM pg_roles WHERE rolname = current_user

-- [log_files]
SELECT count(*) FROM pg_ls_waldir()

-- [under_way] transactions in this database that may still see what was there before
SELECT count(*) FROM pg_stat_activity
WHERE backend_xmin IS NOT NULL AND datname = current_database() AND pid <> pg_backend_pid()
