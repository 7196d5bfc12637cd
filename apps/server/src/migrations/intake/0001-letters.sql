-- What waits for the inside. Nothing here is finer than the week of arrival: whoever takes the machine learns neither when somebody wrote nor
-- how much, only which of the published sizes. Bodies are files named in their rows.

-- The number that the next item gets. A row and not a sequence: it is locked until its transaction ends, so numbers become visible in their
-- order and a reader that goes on after a number skips nobody.
create table intake_counter (
  name text primary key,
  next bigint not null
);
insert into intake_counter (name, next) values ('item', 1);

create table intake_letter (
  id text primary key,
  number bigint not null unique,
  file text not null unique,
  sha256 text not null,
  -- One of three sealed sizes.
  size integer not null,
  week text not null,
  -- The last day it is kept: chosen when the inside has it, empty until then.
  kept_until date
);

-- One row for each pack that a letter announces, from the beginning; the pack itself comes later, or never.
create table intake_upload (
  token_hash text primary key,
  letter text not null,
  week text not null,
  bucket bigint not null,
  -- The upload in progress or finished: also its file's name.
  id text unique,
  -- The last day an unfinished one is kept.
  unfinished_until date,
  -- Set when it is complete.
  number bigint unique,
  sha256 text,
  kept_until date
);
create index intake_upload_letter on intake_upload (letter);

create table intake_reply (
  id text primary key,
  number bigint not null unique,
  lookup text not null,
  envelope bytea not null,
  kept_until date
);
create index intake_reply_lookup on intake_reply (lookup, number);
