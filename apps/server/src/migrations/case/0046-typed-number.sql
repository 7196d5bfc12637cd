-- The number on the copy from which an order was typed in, as such numbers are compared (orders/plain-number.ts); null of one that was begun here.
alter table order_view add column typed_number text;
create index order_view_typed on order_view (force, typed_number) where typed_number is not null;
