-- Partings are asked for by the report from which they parted: those of one case are read, and not those of the force.
drop index case_event_parted;
create index case_event_parted on case_event (force, (event::jsonb -> 'body' ->> 'from')) where kind = 'report-parted';
