-- What is read often, worked out from the events and kept in the transaction that writes them. All of it can be made anew:
-- `unmask force rebuild`.

-- One row a report: what it hangs together with, whom it is with, and what waits to be read by whom.
create table report_view (
  force text not null,
  report text not null,
  -- Number of its last event.
  event bigint not null,
  joined_into text,
  case_ref text,
  officer text,
  -- The newest handover that nobody has read yet: to whom, and the number of its event.
  handed_to text,
  handed bigint,
  primary key (force, report)
);
create index report_view_joined on report_view (force, joined_into) where joined_into is not null;
create index report_view_case on report_view (force, case_ref) where case_ref is not null;
create index report_view_officer on report_view (force, officer) where officer is not null;
create index report_view_handed on report_view (force, handed_to) where handed_to is not null;

-- One row a report that waits: the queue holds no other. `standing` is what is shown of it, as JSON in one spelling.
create table queue_row (
  force text not null,
  report text not null,
  place bigint not null,
  opened bigint not null,
  since timestamptz not null,
  number bigint not null,
  row_group text not null,
  is_alone boolean not null,
  -- When something of it came last; `since` does not begin anew by it.
  came timestamptz not null,
  case_ref text,
  standing text not null,
  primary key (force, report)
);
create index queue_row_in_order on queue_row (force, place, opened, since, number);

-- One row a case.
create table case_view (
  force text not null,
  case_ref text not null,
  event bigint not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  is_danger boolean not null,
  reports bigint not null,
  handed_to text,
  handed bigint,
  primary key (force, case_ref)
);
create index case_view_in_order on case_view (force, is_danger, opened_at, case_ref) where closed_at is null;
create index case_view_handed on case_view (force, handed_to) where handed_to is not null;
