-- Who works here, who is on which case, and the log of every look (docs/access.md, docs/formats/access-log.md).

create table officer (
  id text primary key,
  force text not null,
  name text not null,
  role text not null,
  made_at timestamptz not null,
  made_by text not null,
  left_at timestamptz
);

-- The link that was printed is not here: its hash is.
create table enrolment (
  hash text primary key,
  officer text not null references officer (id),
  made_at timestamptz not null,
  until timestamptz not null,
  used_at timestamptz
);

create table passkey (
  id text primary key,
  officer text not null references officer (id),
  public_key bytea not null,
  counter bigint not null,
  label text not null,
  made_at timestamptz not null,
  used_at timestamptz
);

-- Challenges of the ceremonies: each is answered once.
create table ceremony (
  id text primary key,
  kind text not null,
  challenge text not null,
  officer text,
  until timestamptz not null
);

create table session (
  hash text primary key,
  officer text not null references officer (id),
  passkey text not null,
  role text not null,
  duty_words text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  locked_at timestamptz,
  ends_at timestamptz not null
);
create index session_officer on session (officer);

create table case_member (
  force text not null,
  case_ref text not null,
  officer text not null references officer (id),
  added_at timestamptz not null,
  added_by text not null,
  primary key (force, case_ref, officer)
);
create index case_member_of_officer on case_member (officer);

-- Officers who are in a case themselves, or in the household of somebody who is.
create table case_barred (
  force text not null,
  case_ref text not null,
  officer text not null references officer (id),
  primary key (force, case_ref, officer)
);
create index case_barred_of_officer on case_barred (officer);

-- Where each report stands: in the queue, or in a case.
create table report_place (
  force text not null,
  report text not null,
  case_ref text,
  primary key (force, report)
);
create index report_place_of_case on report_place (force, case_ref) where case_ref is not null;

-- Opened anyway.
create table opening (
  id text primary key,
  force text not null,
  case_ref text not null,
  officer text not null references officer (id),
  words text not null,
  told_by text,
  told text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  closed_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  verdict text,
  review jsonb
);
create index opening_of_officer on opening (officer, case_ref);

create table force_setting (
  force text not null,
  name text not null,
  value text not null,
  primary key (force, name)
);

-- Entries that wait for their number; written in the transaction of the look.
create table access_waiting (
  id text primary key,
  force text not null,
  draft text not null,
  words text not null,
  salt text not null
);

create table access_log (
  number bigint primary key,
  entry text not null,
  hash text not null,
  words text,
  salt text,
  at timestamptz not null,
  op text not null,
  what text not null,
  actor text not null,
  report text,
  case_ref text,
  person text,
  task text,
  result text not null
);
create index access_log_actor on access_log (actor, number);
create index access_log_person on access_log (person, number) where person is not null;
create index access_log_case on access_log (case_ref, number) where case_ref is not null;

-- The proof of what was taken in: one an item.
create table access_proof (
  item text primary key,
  number bigint not null,
  proof text not null
);

-- How far the log of a force has come; `term` counts its sequencers, so that one that was taken over from writes nothing more.
create table access_head (
  force text primary key,
  size bigint not null,
  last text not null,
  peaks jsonb not null,
  checkpoint text not null,
  term bigint not null
);

-- Checkpoints kept, one a day at most.
create table access_checkpoint (
  force text not null,
  size bigint not null,
  at timestamptz not null,
  note text not null,
  primary key (force, size)
);
