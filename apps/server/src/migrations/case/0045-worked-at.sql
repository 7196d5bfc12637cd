-- When a row was worked out. What a clock that ran ahead made is after now once that clock is right again, and is worked out anew by the next who looks.
alter table order_view add column worked_at timestamptz not null default 'epoch';
create index order_view_worked on order_view (force, worked_at);
