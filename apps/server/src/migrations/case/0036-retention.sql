-- How long a force keeps what it holds, what people decided about it, and what is no more (docs/formats/retention.md).
create table retention_rule (
  force text not null,
  -- From 1, in the order of writing: none is ever changed.
  number bigint not null,
  class text not null,
  months bigint not null,
  from_day text not null,
  says text not null,
  set_by text not null,
  recorded timestamptz not null,
  primary key (force, number)
);

create table retention_event (
  force text not null,
  subject_of text not null,
  subject text not null,
  number bigint not null,
  kind text not null,
  event text not null,
  -- Where the report stands, or the case itself: by it row-level security goes.
  case_ref text,
  primary key (force, subject_of, subject, number)
);

-- The line of erased.jsonl, and what was erased of it by the instant of its beginning.
create table erased (
  force text not null,
  subject_of text not null,
  subject text not null,
  erased_at timestamptz not null,
  line text not null,
  primary key (force, subject_of, subject, erased_at)
);

-- What was taken in and erased is not taken in again.
create table erased_item (
  force text not null,
  item text not null,
  primary key (force, item)
);

alter table retention_event enable row level security;
create policy seen on retention_event using (
  (select unmask_is_machine())
  or (case_ref is null and force = (select unmask_desk_of()))
  or (case_ref is not null and unmask_is_on(force, case_ref))
);
