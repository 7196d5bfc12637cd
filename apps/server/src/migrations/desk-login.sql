-- The login of the desk (case role) on PostgreSQL: no superuser, owns nothing, cannot pass row-level security by, changes nothing of what was
-- written down, and of the log nothing but the words of a reason. Run as the owner of the database, after the migrations; then give it a password
-- or a certificate. A server that is started with the owner's own address runs this itself and works in this role.
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'unmask_desk') then
    create role unmask_desk login nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
    -- So that the owner's own login can work in it.
    grant unmask_desk to current_user;
  end if;
end $$;
revoke create on schema public from public;
-- A table of its own, even for one session, is a place to put rows past every policy.
do $$ begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;
-- A large object belongs to whoever makes it, and no policy reaches it. Where the one who runs this may not take the right away (only a superuser
-- may), PostgreSQL warns and goes on.
do $$ declare one regprocedure; begin
  for one in
    select oid from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_.*|loread|lowrite)$' and has_function_privilege('unmask_desk', oid, 'EXECUTE')
  loop
    execute format('revoke execute on function %s from public', one);
  end loop;
end $$;
grant usage on schema public to unmask_desk;
grant select, insert, update, delete on all tables in schema public to unmask_desk;
alter default privileges in schema public grant select, insert, update, delete on tables to unmask_desk;
revoke update, delete, truncate on access_log, access_proof, access_checkpoint from unmask_desk;
-- How far the log has come moves on with each entry, and is never taken away: without it no desk would start again.
revoke delete, truncate on access_head from unmask_desk;
grant update (words, salt) on access_log to unmask_desk;
-- The tables of an edition before step 0044 have no typed recipients.
do $$ begin
  if exists (select 1 from information_schema.columns where table_name = 'access_log' and column_name = 'typed') then
    grant update (typed, typed_salt) on access_log to unmask_desk;
  end if;
end $$;
revoke insert, update, delete on case_migration from unmask_desk;
do $$ begin
  if to_regclass('public.case_event') is not null then
    revoke update, delete, truncate on case_event from unmask_desk;
  end if;
  if to_regclass('public.order_event') is not null then
    revoke update, delete, truncate on order_event from unmask_desk;
  end if;
  if to_regclass('public.retention_event') is not null then
    revoke update, delete, truncate on retention_event from unmask_desk;
  end if;
  if to_regclass('public.loss_event') is not null then
    revoke update, delete, truncate on loss_event from unmask_desk;
  end if;
  if to_regclass('public.dip_draw') is not null then
    revoke update, delete, truncate on dip_draw, dip_check from unmask_desk;
  end if;
end $$;
