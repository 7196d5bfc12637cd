-- What came in sealed, what was found in it, and what goes back. Bodies as they came are files (blobs), under the id of their item.

-- One row an item of the intake, also of one that could not be opened: nothing that was acknowledged is ever dropped.
create table item (
  force text not null,
  id text not null,
  number bigint not null,
  kind text not null,
  letter text not null,
  size bigint not null,
  sha256 text not null,
  taken_at timestamptz not null,
  state text not null,
  reason text,
  why text,
  report text,
  -- Of a pack: its place in the letter, the hash of the file as made, what the check says of the whole, and what its report says, as JSON.
  place bigint,
  made_sha256 text,
  overall text,
  told text,
  -- When it is to be looked at; null where nothing is left to do.
  due_at timestamptz,
  tries bigint not null,
  primary key (force, id)
);
create index item_due on item (due_at, number) where due_at is not null;
create index item_of_letter on item (force, letter, number);
create index item_of_report on item (force, report, number) where report is not null;

-- A verdict for each file and seal of a pack.
create table item_verdict (
  force text not null,
  item text not null,
  nth bigint not null,
  path text not null,
  verdict text not null,
  why text not null,
  primary key (force, item, nth)
);

-- Exhibits as her pack numbers them.
create table item_exhibit (
  force text not null,
  item text not null,
  nth bigint not null,
  number text not null,
  path text,
  name text,
  verdict text,
  size bigint not null,
  acts bigint not null,
  grades jsonb not null,
  primary key (force, item, nth)
);

-- What stands out: as her pack has it and as it is worked out here. Where they differ both stay.
create table item_finding (
  force text not null,
  item text not null,
  nth bigint not null,
  pattern text not null,
  agreement text not null,
  hers text,
  here text,
  why text,
  primary key (force, item, nth)
);

-- Acts of the packs of a report. `ordinal` is the act's number in its pack; `act` is the whole act in its one spelling.
create table report_act (
  force text not null,
  report text not null,
  item text not null,
  ordinal bigint not null,
  act_id text not null,
  kind text not null,
  channel text not null,
  grade text not null,
  earliest timestamptz not null,
  latest timestamptz not null,
  from_kind text not null,
  from_normal text not null,
  from_name text,
  body text,
  exhibits jsonb not null,
  agreement text not null,
  act text not null,
  primary key (force, item, ordinal)
);
create index report_act_in_time on report_act (force, report, earliest, item, ordinal);

-- Reports with the letter that began them, and the mailbox that they answer into.
create table report (
  force text not null,
  id text not null,
  letter text not null,
  lookup text,
  recipient text,
  received_at timestamptz not null,
  primary key (force, id)
);
create index report_of_mailbox on report (force, lookup) where lookup is not null;

-- Letters as they were written: `words` is the letter as JSON.
create table letter (
  force text not null,
  id text not null,
  report text not null,
  kind text not null,
  lookup text not null,
  recipient text not null,
  packs jsonb not null,
  words text not null,
  primary key (force, id)
);

-- The events of reports and cases (docs/formats/case-event.md); `event` is the event in its one spelling.
create table case_event (
  force text not null,
  stream_of text not null,
  stream text not null,
  number bigint not null,
  kind text not null,
  happened timestamptz not null,
  recorded timestamptz not null,
  by_whom text not null,
  event text not null,
  primary key (force, stream_of, stream, number)
);

-- Keyed hashes of identifiers (docs/formats/identifier-posting.md).
create table ident_posting (
  force text not null,
  bucket bigint not null,
  key text not null,
  kind text not null,
  report text not null,
  known text not null,
  first_use timestamptz,
  last_use timestamptz,
  primary key (force, bucket, key, report)
);
create index ident_posting_of_report on ident_posting (force, report);

-- Messages on their way to a mailbox: sealed when they are sent. `number` counts them in their mailbox.
create table mailbox_reply (
  force text not null,
  id text not null,
  lookup text not null,
  recipient text not null,
  number bigint not null,
  message text not null,
  weeks bigint not null,
  made_at timestamptz not null,
  due_at timestamptz,
  tries bigint not null,
  sent_at timestamptz,
  primary key (force, id),
  unique (force, lookup, number)
);
create index mailbox_reply_due on mailbox_reply (due_at) where due_at is not null;

-- Numbers that are told to people: the next one of each kind.
create table next_number (
  force text not null,
  kind text not null,
  next bigint not null,
  primary key (force, kind)
);
