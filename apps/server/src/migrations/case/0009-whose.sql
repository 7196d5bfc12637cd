-- Whose each act is, by what she stated in the pack that it came in; null: the pack states nothing that can be used, so nobody said.
alter table report_act add column whose text;

-- What she stated in the pack (docs/formats/statement.md), as JSON: a picture of the case is of their acts, with her stops in it.
alter table item add column statement text;
