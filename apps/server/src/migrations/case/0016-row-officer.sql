-- With whom a row is: who took its report, or read the note of its case since (docs/access.md). Rows are worked out anew after an upgrade; until then
-- no row that stood counts among anybody's own.
alter table queue_row add column officer text;
