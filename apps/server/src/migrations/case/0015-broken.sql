-- Whether an act that falls on an order is written in a row, wherever the row stands: danger, or a weapon, stands before a breach. Rows are worked
-- out anew after an upgrade; until then those that stood are known by their group.
alter table queue_row add column is_broken boolean not null default false;
update queue_row set is_broken = true where row_group = 'breach';
