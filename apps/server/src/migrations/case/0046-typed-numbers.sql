-- An order that was typed in is found by the number on its copy, as such numbers are compared: without blanks, in whatever case (sql/case/order-events.ts).
create index order_event_typed on order_event (force, (regexp_replace(lower(event::jsonb -> 'body' ->> 'theirs'), '\s', '', 'g')))
  where number = 1 and kind = 'order-typed';
