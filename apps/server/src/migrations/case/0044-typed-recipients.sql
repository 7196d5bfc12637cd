-- Who received something, where an officer typed it, stands beside the entry of the log and no longer in it: there a name would stand for ever.
-- An entry that was written before has another spelling, whose bytes are signed and cannot be written anew.
do $$ begin
  if exists (select 1 from access_log) or exists (select 1 from access_waiting) then
    raise exception 'This database holds a log of an earlier edition, whose entries name recipients. It cannot be carried on: begin in a new folder.';
  end if;
end $$;
alter table access_waiting add column typed text, add column typed_salt text;
alter table access_log add column typed text, add column typed_salt text;
