-- Reports that belong to another force: each letter as it is sealed again to that one, on its way there, and the mailbox into which that force
-- answers (docs/formats/submission.md).
create table handed_on (
  force text not null,
  -- Of the letter at the other force.
  id text not null,
  report text not null,
  -- The letter as it came here, whose words go; null where only packs go that came later.
  letter text,
  -- Items of the packs that go with it, as a list.
  items jsonb not null,
  kind text not null,
  to_force text not null,
  to_name text not null,
  -- The mailbox that this force made for it: the key is this force's own and opens what the other force answers.
  identity text not null,
  recipient text not null,
  lookup text not null,
  made_at timestamptz not null,
  -- What was sealed again: of each pack size, hash, bucket, and the hash as it came here; and what could not be. Null: not yet.
  packs jsonb,
  left_out jsonb,
  sent_at timestamptz,
  -- The number of the last message that was carried on, and the report's number there.
  carried bigint not null,
  reference text,
  due_at timestamptz,
  tries bigint not null,
  primary key (force, id)
);
create index handed_on_due on handed_on (due_at) where due_at is not null;
create index handed_on_of_report on handed_on (force, report);

alter table handed_on enable row level security;
create policy seen on handed_on using (
  (select unmask_is_machine())
  or (force, report) in (select r.force, r.report from unmask_reports_asked() r)
  or exists (select 1 from report_place p where p.force = handed_on.force and p.report = handed_on.report)
);
