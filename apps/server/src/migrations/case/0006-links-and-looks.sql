-- Pairs of reports that show one identifier, what officers looked at before, and by what a case is found again.

-- What was suggested and what became of it. The events of both streams say the same; the keys of the identifiers stand here alone.
create table link_pair (
  force text not null,
  id text not null,
  one text not null,
  other text not null,
  -- The streams that hold its events: the case of the report where it stood in one, else the report.
  stream_one text not null,
  stream_other text not null,
  keys jsonb not null,
  -- Null: nobody decided. proposed: one person says yes, and another must agree.
  answer text,
  decided_by text,
  again timestamptz,
  made_at timestamptz not null,
  primary key (force, id)
);
create index link_pair_of_one on link_pair (force, one);
create index link_pair_of_other on link_pair (force, other);

-- When an officer's sitting with a case began (what is new since), and when they last looked in it.
create table case_look (
  force text not null,
  case_ref text not null,
  officer text not null references officer (id),
  since timestamptz,
  last timestamptz not null,
  primary key (force, case_ref, officer)
);

-- Words by which a recorded case is found again: the principal and what is included alike.
create table case_class (
  force text not null,
  word text not null,
  case_ref text not null,
  primary key (force, word, case_ref)
);

create index report_act_of_sender on report_act (force, report, from_kind, from_normal, earliest);
create index report_act_by_id on report_act (force, report, act_id);
