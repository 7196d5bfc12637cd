-- Acts of a case that lie in the time of one of its orders, a row for each order and day: a person looks, opens or sets aside. Nothing is decided in it, no
-- words of an act are in it, and all of it can be made anew: `unmask force rebuild`.
create table order_proposal (
  force text not null,
  order_id text not null,
  -- 'interim', 'full'
  which text not null,
  -- Civil day of London on which the acts begin.
  day text not null,
  -- The case by which they belong together: nothing else binds an act to an order.
  case_ref text not null,
  -- How many acts, and how many of them can lie under which condition, as JSON.
  acts bigint not null,
  under text not null,
  -- Acts and readings, as JSON in one spelling.
  shown text not null,
  primary key (force, order_id, which, day)
);
create index order_proposal_case on order_proposal (force, case_ref);

alter table order_proposal enable row level security;
create policy seen on order_proposal using (
  (select unmask_is_machine())
  or (force = (select unmask_orders_of()) and (force, case_ref) not in (select c.force, c.case_ref from unmask_closed() c))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or unmask_is_on(force, case_ref)
);
