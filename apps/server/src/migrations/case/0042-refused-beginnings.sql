-- An order was to be begun where the law has none (Scotland). It never began, so it has no number and no page: what was tried, in which case, by whom and
-- when, is kept beside the case, and is shown to whoever looks ahead or keeps the register. A row is added and never changed.
create table order_not_begun (
  force text not null,
  case_ref text not null,
  refused_at timestamptz not null,
  officer text not null,
  -- Where it was to be made: 'SCO'.
  jurisdiction text not null,
  -- Whom it was to bind, as it was typed.
  subject text not null,
  rule text not null,
  section text,
  primary key (force, case_ref, refused_at, officer)
);
create index order_not_begun_since on order_not_begun (force, refused_at);

alter table order_not_begun enable row level security;
create policy seen on order_not_begun using (
  (select unmask_is_machine())
  or (force = (select unmask_orders_of()) and (force, case_ref) not in (select c.force, c.case_ref from unmask_closed() c))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or unmask_is_on(force, case_ref)
);
