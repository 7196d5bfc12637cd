-- Who closed a case to an officer, and why; and what the auditor asks officers about their looks.
alter table case_barred add column barred_by text, add column barred_at timestamptz, add column words text;

create table audit_question (
  id text primary key,
  force text not null,
  -- Of the entry that is asked about.
  number bigint not null,
  officer text not null references officer (id),
  asked_by text not null,
  asked_at timestamptz not null,
  words text not null,
  answered_at timestamptz,
  answer text,
  closed_at timestamptz,
  outcome text,
  closing text
);
create index audit_question_of_officer on audit_question (officer, asked_at);
