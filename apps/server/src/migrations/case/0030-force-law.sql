-- What a force confirmed of the law and set where only a force can: one row a confirmation, the newest day that has come holds. Rows are added and
-- never changed or taken away: what held on a day stands there for good.
create table force_law (
  force text not null,
  -- From 1, in the order of writing.
  number bigint not null,
  -- Jurisdiction and id of the question: 'EW/appeal-limit'.
  about text not null,
  -- Civil day of London from which it holds.
  from_day text not null,
  -- As JSON in one line (packages/law/src/force-law.ts).
  value text not null,
  says text not null,
  confirmed_by text not null,
  confirmed_on text not null,
  -- The officer who wrote it here.
  by_whom text not null,
  recorded timestamptz not null,
  primary key (force, number)
);
