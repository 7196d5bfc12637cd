-- What a look at many orders reads: the lines of the look-ahead, and the names of subjects by their parts. All of it can be made anew: `unmask force rebuild`.

-- What holds of the order on every day, as JSON: the words of its lines are worked out of it on the day of the look.
alter table order_view add column looks text not null default '[]';
-- Worked out anew at the next look, with what is new here.
update order_view set rule_version = '';
create index order_view_in_order on order_view (force, order_id collate "C");

-- One row a line, with the first and the last day on which whoever looks finds it.
create table order_ahead (
  force text not null,
  order_id text not null,
  nth bigint not null,
  case_ref text,
  line_group text not null,
  kind text not null,
  -- By which it is sorted; null: no day is known.
  day text,
  -- Where it stands in the list, and the number as people name it.
  place text not null,
  shown text not null,
  -- Days on which it is there: '' is before every day.
  stands_from text not null,
  stands_through text not null,
  -- The end of an order of ours that nobody has decided to renew; a line of an order that a court made.
  is_open boolean not null,
  is_made boolean not null,
  primary key (force, order_id, nth)
);
create index order_ahead_in_order on order_ahead (force, place collate "C", shown collate "C", order_id collate "C");

-- Parts of a subject's names as they are kept to be looked for: each name behind a line's end, and of every word what begins at each of its letters.
-- Cut, so that no name is too long for an index; whoever looks compares the whole name too.
create table order_name (
  force text not null,
  order_id text not null,
  part text not null,
  case_ref text,
  primary key (force, order_id, part)
);
create index order_name_part on order_name (force, part collate "C", order_id);

create function unmask_name_parts(subject text) returns setof text
  language sql immutable
  as $$
    select distinct part from unnest(string_to_array(btrim(subject, chr(10)), chr(10))) as name cross join lateral (
      select chr(10) || left(name, 200) as part
      union all
      select left(substr(word, nth), 24) from unnest(string_to_array(name, ' ')) as word, generate_series(1, length(word) - 2) as nth
    ) as parts
  $$;
insert into order_name (force, order_id, part, case_ref)
  select v.force, v.order_id, part, v.case_ref from order_view v cross join lateral unmask_name_parts(v.subject) as part;

-- In the order in which the register is read.
drop index order_duty_in_order;
create index order_duty_in_order on order_duty (force, row_group, place collate "C", order_id collate "C", nth);

alter table order_ahead enable row level security;
create policy seen on order_ahead using (
  (select unmask_is_machine())
  or (force = (select unmask_orders_of()) and (force, coalesce(case_ref, '')) not in (select c.force, c.case_ref from unmask_closed() c))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or (case_ref is not null and unmask_is_on(force, case_ref))
);
alter table order_name enable row level security;
create policy seen on order_name using (
  (select unmask_is_machine())
  or (force = (select unmask_orders_of()) and (force, coalesce(case_ref, '')) not in (select c.force, c.case_ref from unmask_closed() c))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or (case_ref is not null and unmask_is_on(force, case_ref))
);
