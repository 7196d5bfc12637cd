-- Row-level security: which rows of a report or a case a transaction sees and may write (docs/access.md, "In the database"). Each transaction
-- says for whom it asks, set_config('unmask.officer', …, true), and when, 'unmask.now'. `unmask` is the machine itself; nobody named sees nothing.
--
-- What a policy asks of the officer alone is asked once a statement: `(select …)` without a reference to the row. Which cases an officer is on is
-- never asked as a whole: after years they are thousands. A row of the case that the transaction is about, 'unmask.about', is found in a set of
-- one, hashed; of any other row it is asked whether the officer is on its case, by the keys of three tables. What the transaction is about shows
-- nothing: it says where to look first. A table stands either here or in the list of docs/access.md that says why it needs no policy; a test
-- holds the two together.
--
-- There is no `force row level security`: whoever owns the tables dumps them whole. The server takes care not to be that login (sql/desk-login.ts).

create function unmask_asks() returns text
  language sql stable
  as $$ select nullif(current_setting('unmask.officer', true), '') $$;

-- Asks for the machine: opening, projections, links, the log's numbers.
create function unmask_is_machine() returns boolean
  language sql stable
  as $$ select coalesce(unmask_asks() = 'unmask', false) $$;

-- The force whose reports without a case this officer works on or can be handed; null for an analyst, an auditor, an administrator.
create function unmask_desk_of() returns text
  language sql stable
  as $$ select f.force from officer f where f.id = unmask_asks() and f.left_at is null
    and f.role in ('contact-handler', 'investigator', 'supervisor', 'spo-coordinator') $$;

-- Reads the log, all of it.
create function unmask_is_auditor() returns boolean
  language sql stable
  as $$ select exists (select 1 from officer f where f.id = unmask_asks() and f.left_at is null and f.role = 'auditor') $$;

-- Whether this officer is on a case, or has opened it anyway and the hour has not ended; never where it is closed to the officer. The owner's
-- rights: the tables that say who is on a case are seen by those who are on it, and would ask themselves. Without a time no opening holds.
-- PL/pgSQL keeps its plan from one statement to the next, which halves what a statement costs; SQL would make it anew each time.
create function unmask_is_on(of_force text, of_case text) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin
    return (
      exists (select 1 from case_member m where m.force = of_force and m.case_ref = of_case and m.officer = unmask_asks())
      or exists (
        select 1 from opening o
        where o.force = of_force and o.case_ref = of_case and o.officer = unmask_asks() and o.closed_at is null
          and o.until > coalesce(nullif(current_setting('unmask.now', true), ''), '9999-12-31T00:00:00Z')::timestamptz
      )
    ) and not exists (select 1 from case_barred b where b.force = of_force and b.case_ref = of_case and b.officer = unmask_asks());
  end $$;

-- The case that this transaction is about, where this officer is on it: one row or none.
create function unmask_case_asked() returns table (force text, case_ref text)
  language sql stable security definer rows 1 set search_path = public, pg_temp
  as $$
    select f.force, current_setting('unmask.about', true) from officer f
    where f.id = unmask_asks() and unmask_is_on(f.force, current_setting('unmask.about', true))
  $$;

-- Its reports. Of 20,000 acts of a case each is looked up in this set; only what is not in it asks where its report stands.
create function unmask_reports_asked() returns table (force text, report text)
  language sql stable security definer rows 10 set search_path = public, pg_temp
  as $$
    select p.force, p.report from unmask_case_asked() c join report_place p on p.force = c.force and p.case_ref = c.case_ref
  $$;

-- Where a report stands, and what is worked out of it: without a case the desk sees it, in a case whoever is on that case.
alter table report_place enable row level security;
create policy seen on report_place using (
  (select unmask_is_machine())
  or (case_ref is null and force = (select unmask_desk_of()))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or (case_ref is not null and unmask_is_on(force, case_ref))
);
alter table report_view enable row level security;
create policy seen on report_view using (
  (select unmask_is_machine())
  or (case_ref is null and force = (select unmask_desk_of()))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or (case_ref is not null and unmask_is_on(force, case_ref))
);
alter table queue_row enable row level security;
create policy seen on queue_row using (
  (select unmask_is_machine())
  or (case_ref is null and force = (select unmask_desk_of()))
  or (force, case_ref) in (select c.force, c.case_ref from unmask_case_asked() c)
  or (case_ref is not null and unmask_is_on(force, case_ref))
);

-- What is of a case: who is on it, who is closed out of it, who opened it, what is read often, by which words it is found.
alter table case_member enable row level security;
create policy seen on case_member using (
  (select unmask_is_machine()) or unmask_is_on(force, case_ref)
);
alter table case_barred enable row level security;
create policy seen on case_barred using (
  (select unmask_is_machine()) or unmask_is_on(force, case_ref)
);
alter table opening enable row level security;
create policy seen on opening using (
  (select unmask_is_machine()) or unmask_is_on(force, case_ref)
);
alter table case_view enable row level security;
create policy seen on case_view using (
  (select unmask_is_machine()) or unmask_is_on(force, case_ref)
);
alter table case_class enable row level security;
create policy seen on case_class using (
  (select unmask_is_machine()) or unmask_is_on(force, case_ref)
);
-- When an officer looked is that officer's own.
alter table case_look enable row level security;
create policy seen on case_look using (
  (select unmask_is_machine())
  or (officer = (select unmask_asks()) and unmask_is_on(force, case_ref))
);

-- What is of a report: whoever sees where it stands. `report_place` answers by its own policy.
alter table report enable row level security;
create policy seen on report using (
  (select unmask_is_machine())
  or (force, id) in (select r.force, r.report from unmask_reports_asked() r)
  or exists (select 1 from report_place p where p.force = report.force and p.report = report.id)
);
alter table letter enable row level security;
create policy seen on letter using (
  (select unmask_is_machine())
  or (force, report) in (select r.force, r.report from unmask_reports_asked() r)
  or exists (select 1 from report_place p where p.force = letter.force and p.report = letter.report)
);
alter table report_act enable row level security;
create policy seen on report_act using (
  (select unmask_is_machine())
  or (force, report) in (select r.force, r.report from unmask_reports_asked() r)
  or exists (select 1 from report_place p where p.force = report_act.force and p.report = report_act.report)
);
alter table ident_posting enable row level security;
create policy seen on ident_posting using (
  (select unmask_is_machine())
  or (force, report) in (select r.force, r.report from unmask_reports_asked() r)
  or exists (select 1 from report_place p where p.force = ident_posting.force and p.report = ident_posting.report)
);
-- An item that belongs to no report yet is the machine's alone.
alter table item enable row level security;
create policy seen on item using (
  (select unmask_is_machine())
  or (force, report) in (select r.force, r.report from unmask_reports_asked() r)
  or exists (select 1 from report_place p where p.force = item.force and p.report = item.report)
);
alter table item_verdict enable row level security;
create policy seen on item_verdict using (
  (select unmask_is_machine())
  or exists (select 1 from item i where i.force = item_verdict.force and i.id = item_verdict.item)
);
alter table item_exhibit enable row level security;
create policy seen on item_exhibit using (
  (select unmask_is_machine())
  or exists (select 1 from item i where i.force = item_exhibit.force and i.id = item_exhibit.item)
);
alter table item_finding enable row level security;
create policy seen on item_finding using (
  (select unmask_is_machine())
  or exists (select 1 from item i where i.force = item_finding.force and i.id = item_finding.item)
);
-- Messages to a mailbox: whoever sees a report that answers into it.
alter table mailbox_reply enable row level security;
create policy seen on mailbox_reply using (
  (select unmask_is_machine())
  or exists (select 1 from report r where r.force = mailbox_reply.force and r.lookup = mailbox_reply.lookup)
);

-- Events: those of a report as the report, those of a case as the case.
alter table case_event enable row level security;
create policy seen on case_event using (
  (select unmask_is_machine())
  or (
    stream_of = 'case'
    and ((force, stream) in (select c.force, c.case_ref from unmask_case_asked() c) or unmask_is_on(force, stream))
  )
  or (
    stream_of = 'report'
    and (
      (force, stream) in (select r.force, r.report from unmask_reports_asked() r)
      or exists (select 1 from report_place p where p.force = case_event.force and p.report = case_event.stream)
    )
  )
);

-- A pair shows both its sides: of a side that one does not see, the desk shows a part, and asks as the machine for that.
alter table link_pair enable row level security;
create policy seen on link_pair using (
  (select unmask_is_machine())
  or (
    exists (select 1 from report_place p where p.force = link_pair.force and p.report = link_pair.one)
    and exists (select 1 from report_place p where p.force = link_pair.force and p.report = link_pair.other)
  )
);

-- The log: the machine writes it, the auditor reads it. What an opening's reviewer sees of it is asked as the machine.
alter table access_waiting enable row level security;
create policy seen on access_waiting using ((select unmask_is_machine()));
alter table access_log enable row level security;
create policy seen on access_log using ((select unmask_is_machine()) or (select unmask_is_auditor()));
