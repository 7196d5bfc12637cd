-- What was parted from a report of a case is news of that case, and stands in a stream that is no longer of it: few rows, found without reading all events.
create index case_event_parted on case_event (force) where kind = 'report-parted';
