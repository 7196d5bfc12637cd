-- Orders: what happened to them, and what is worked out of it. An application, its interim and its full order are one order here, by one number.

create table order_event (
  force text not null,
  order_id text not null,
  -- From 1, without a gap: of two who saw the same, one comes through.
  number bigint not null,
  kind text not null,
  happened timestamptz not null,
  recorded timestamptz not null,
  by_whom text not null,
  event text not null,
  primary key (force, order_id, number)
);

-- One row an order. All of it can be made anew: `unmask force rebuild`.
create table order_view (
  force text not null,
  order_id text not null,
  -- Number of its last event.
  event bigint not null,
  -- The case that it comes from; null where it was typed in from another force's copy.
  case_ref text,
  -- How far it is, and whether it is this force's to run.
  stage text not null,
  is_ours boolean not null,
  -- Whom it binds, as they are looked for: each of their names on a line of its own, in small letters.
  subject text not null,
  -- The newest order that lives or lived: interim or full, the day it was made, and the day from which it is over (null: no end is known, or none was made).
  which text,
  made_on text,
  over_from text,
  -- Days on which something of it ends or comes to a court, one blank between two: by these it is found when somebody looks ahead.
  ahead text not null,
  -- What lists show of it, as JSON in one spelling.
  shown text not null,
  -- By which rows of law its duties were worked out.
  rule_version text not null,
  -- The next instant at which something of it changes by time alone; null: nothing does. Past it, the rows are worked out anew before they are shown.
  holds_until timestamptz,
  primary key (force, order_id)
);
create index order_view_case on order_view (force, case_ref) where case_ref is not null;
create index order_view_holds on order_view (force, holds_until) where holds_until is not null;
create index order_view_stage on order_view (force, stage, order_id);

-- One row a duty, by the order and its place in what was worked out.
create table order_duty (
  force text not null,
  order_id text not null,
  nth bigint not null,
  case_ref text,
  rule text not null,
  -- What it runs from, with its day.
  run_from text not null,
  -- Civil day of London at whose end it is due, and the first instant after it; null where there is no clock.
  due text,
  overdue_from timestamptz,
  state text not null,
  -- Under which head of the register it stands, and its place there.
  row_group text not null,
  place text not null,
  -- What is shown of it, as JSON in one spelling.
  shown text not null,
  holds_until timestamptz,
  primary key (force, order_id, nth)
);
create index order_duty_in_order on order_duty (force, row_group, place, order_id, nth);

-- What was refused on an order, and to whom: no event, since nothing happened; whoever decides about it later sees that it was tried.
create table order_refusal (
  force text not null,
  order_id text not null,
  refused_at timestamptz not null,
  officer text not null,
  -- The kind of event that was to be written.
  kind text not null,
  rule text not null,
  section text,
  says text not null,
  primary key (force, order_id, refused_at, officer, kind, rule)
);

-- The force whose orders this officer keeps, whether or not on their case; null for everybody else.
create function unmask_orders_of() returns text
  language sql stable
  as $$ select f.force from officer f where f.id = unmask_asks() and f.left_at is null and f.role in ('supervisor', 'spo-coordinator') $$;

-- The cases that are closed to this officer, asked once a statement. The owner's rights: who is on a case sees who is closed out of it, and nobody else.
create function unmask_closed() returns table (force text, case_ref text)
  language sql stable security definer rows 10 set search_path = public, pg_temp
  as $$ select b.force, b.case_ref from case_barred b where b.officer = unmask_asks() $$;

alter table order_view enable row level security;
create policy seen on order_view using (
  (select unmask_is_machine())
  or (force = (select unmask_orders_of()) and (force, coalesce(case_ref, '')) not in (select c.force, c.case_ref from unmask_closed() c))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or (case_ref is not null and unmask_is_on(force, case_ref))
);
alter table order_duty enable row level security;
create policy seen on order_duty using (
  (select unmask_is_machine())
  or (force = (select unmask_orders_of()) and (force, coalesce(case_ref, '')) not in (select c.force, c.case_ref from unmask_closed() c))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or (case_ref is not null and unmask_is_on(force, case_ref))
);
-- Events as the order: `order_view` answers by its own policy.
alter table order_event enable row level security;
create policy seen on order_event using (
  (select unmask_is_machine())
  or exists (select 1 from order_view v where v.force = order_event.force and v.order_id = order_event.order_id)
);
alter table order_refusal enable row level security;
create policy seen on order_refusal using (
  (select unmask_is_machine())
  or exists (select 1 from order_view v where v.force = order_refusal.force and v.order_id = order_refusal.order_id)
);
