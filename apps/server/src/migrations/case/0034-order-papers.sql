-- Papers of orders: what was made here (a draft for the court, an acknowledgement), and copies that came (of a court, of a service). The file itself lies
-- sealed in the case folder under `kept`; a row is added and never changed.
create table order_paper (
  force text not null,
  order_id text not null,
  -- From 1 within the order.
  nth bigint not null,
  -- 'draft', 'acknowledgement', 'copy'
  kind text not null,
  -- 'pdf', 'docx', 'jpeg', 'png'
  form text not null,
  -- "SPO-26-025/P3": by this it is named as an exhibit.
  exhibit text not null,
  -- What it is, in words: "draft 2", "attendance 14", "certified copy of the interim order".
  about text not null,
  sha256 text not null,
  size bigint not null,
  -- Null where nobody counted them.
  pages bigint,
  -- The wording by which it was made; null of a copy that came.
  template text,
  kept text not null,
  made timestamptz not null,
  by_whom text not null,
  primary key (force, order_id, nth)
);

alter table order_paper enable row level security;
create policy seen on order_paper using (
  (select unmask_is_machine())
  or exists (select 1 from order_view v where v.force = order_paper.force and v.order_id = order_paper.order_id)
);
