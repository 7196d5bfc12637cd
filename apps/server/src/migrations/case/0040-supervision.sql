-- Supervision: in which team somebody works, and samples that are drawn and checked (docs/formats/dip-check.md).
alter table officer add column team text;

-- Rows are added and never changed: a second draw takes the place of none.
create table dip_draw (
  force text not null,
  -- From 1, in the order of drawing.
  number bigint not null,
  -- By which rule it was drawn.
  rule text not null,
  seed text not null,
  from_day text not null,
  -- From which numbers, one a line, and those that were drawn, in their order.
  numbers text not null,
  drawn text not null,
  by_whom text not null,
  drawn_at timestamptz not null,
  primary key (force, number)
);

create table dip_check (
  force text not null,
  draw bigint not null,
  -- From 1 within the draw: a second check of the same stands beside the first.
  nth bigint not null,
  subject_of text not null,
  subject text not null,
  -- Where it stands: by it row-level security goes.
  case_ref text,
  -- 'nothing', 'spoke', 'put-right'
  found text not null,
  says text not null,
  by_whom text not null,
  checked_at timestamptz not null,
  primary key (force, draw, nth)
);

alter table dip_check enable row level security;
create policy seen on dip_check using (
  (select unmask_is_machine())
  or (case_ref is null and force = (select unmask_desk_of()))
  or (case_ref is not null and unmask_is_on(force, case_ref))
);
