-- The login of the desk (case role) on PostgreSQL: no superuser, owns nothing, cannot pass row-level security by, changes nothing of the log
-- but the words of a reason. Run once as the owner of the database, after the migrations; then give it a password or a certificate.
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'unmask_desk') then
    create role unmask_desk login nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
  end if;
end $$;
revoke create on schema public from public;
grant usage on schema public to unmask_desk;
grant select, insert, update, delete on all tables in schema public to unmask_desk;
alter default privileges in schema public grant select, insert, update, delete on tables to unmask_desk;
revoke update, delete, truncate on access_log, access_proof, access_checkpoint from unmask_desk;
grant update (words, salt) on access_log to unmask_desk;
revoke insert, update, delete on case_migration from unmask_desk;
