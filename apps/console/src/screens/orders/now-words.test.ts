import { expect, test } from "vitest";
import type { LiveOrder } from "@unmask/case";
import { parseInstant } from "@unmask/core";
import { orderPage } from "../../desk/order-page.ts";
import type { DutyShown } from "../../desk/register.ts";
import { movesPart } from "../register/moves-part.tsx";
import { changePart } from "./change-part.tsx";
import type { ChangeOfOrder } from "./change-words.ts";
import { noteOfNow, sayLive, waitsNow } from "./now-words.ts";

/** What an order that was made opens with. */

const now = parseInstant(Date.UTC(2026, 10, 28, 9)) ?? expect.unreachable();
const today = "2026-11-28";

const interim: LiveOrder = {
  ...{ which: "interim", made: "2026-11-20", court: "Northshire Magistrates’ Court", period: { until: "2027-01-31" } },
  ...{ conditions: [], from: [], ended: null, gaps: [], attempts: [], served: null, disputed: [], knew: [], marks: [], copies: [] },
};

/** The page of an order of which nothing is written. */
const pageOfNothing = orderPage(
  {
    ...{ order: "SPO-26-025", saw: 0, now, events: [], names: {}, me: "o-1", officers: [], case: null, force: "Example Police" },
    ...{ isOurs: true, refusals: [], duties: [], waits: [], owed: [], changed: {}, minds: {}, copies: [], others: [] },
    namesakes: [],
    ...{
      reminders: { beforeEnd: [30] },
      proposed: { acts: 1, moreDays: 0, days: [] },
      log: { number: 1, says: "", hash: "", before: "" },
    },
  },
  "page",
);

/** What is said of one order, which is this force's own. */
const saidOf = (one: Partial<LiveOrder>) =>
  sayLive({ orders: [{ ...interim, ...one }], results: [], typed: null, jurisdiction: "EW" }, today);

test("whoever opens an order that was made reads first which order lives, until when, and whether its service is known", () => {
  expect(saidOf({})).toEqual([
    "The interim order lives, to Sun 31 Jan 2027, with 0 conditions. It is not served, or that is not confirmed.",
  ]);
  const theirs = { theirs: "WM-25-117", force: "Westmere Police" };
  expect(sayLive({ orders: [interim], results: [], typed: theirs, jurisdiction: "EW" }, today)).toEqual([
    "It is WM-25-117 of Westmere Police.",
    "The interim order lives, to Sun 31 Jan 2027, with 0 conditions. Whether it was served is not known here.",
  ]);
  expect(sayLive({ orders: [interim], results: [], typed: theirs, jurisdiction: "NI" }, today)[0]).toBe(
    "It is WM-25-117 of Westmere Police, an order of Northern Ireland.",
  );
  expect(saidOf({ ended: { how: "discharged", day: "2026-11-27" } })).toEqual([
    "No order lives today: the interim order was discharged, Fri 27 Nov 2026.",
  ]);
  expect(saidOf({ period: { until: "2026-11-27" } })).toEqual([
    "No order lives today: the last day of the interim order was Fri 27 Nov 2026.",
  ]);
  expect(saidOf({ made: "2026-12-01" })).toEqual(["The interim order lives from Tue 1 Dec 2026."]);
});

test("of an order whose copy no second person has read it is said that it is as typed, and of one that was read nothing", () => {
  const said = { result: "interim-made", order: "interim", day: "2026-11-20", court: "Northshire Magistrates’ Court" } as const;
  const result = {
    number: 1,
    happened: now,
    by: "o-1",
    said,
    correctedBy: null,
    confirmed: null,
    sentBack: null,
    against: [],
    minded: [],
    lacks: null,
  };
  const sayRead = (standing: "unread" | "counts") =>
    sayLive({ orders: [{ ...interim, from: [1] }], results: [{ ...result, standing }], typed: null, jurisdiction: "EW" }, today).join();
  expect(sayRead("unread")).toContain("as it was typed: no second person has read it against the copy.");
  expect(sayRead("counts")).not.toContain("typed");
});

test("each duty that is open is named with its rule, the day at whose end it is due and from when it is overdue", () => {
  const due: DutyShown = {
    ...{ order: "SPO-26-016", which: "full", subject: "Bram Sallow", jurisdiction: "EW", served: "2026-11-28", rule: "first-notice" },
    ...{ section: "s9(1)", trigger: "served 2026-11-28", due: "2026-11-30", overdueFrom: parseInstant(Date.UTC(2026, 11, 1)) ?? null },
    ...{ state: "due", stands: "due", metOn: null, why: "3 days", label: null, breach: null, settled: null, settling: null, ways: [] },
    ...{ isReminded: false, marks: [] },
  };
  const page = { ...pageOfNothing, duties: [due, { ...due, rule: "name-used", stands: "overdue" }, { ...due, stands: "met" }] } as const;
  expect(waitsNow([movesPart], page, now)).toEqual([
    {
      ...{ part: "register", says: "First notice, s9(1)", isMind: false },
      more: "end of Mon 30 Nov 2026, overdue from Tue 1 Dec 2026, 00:00",
    },
    { part: "register", says: "New name, s9(1)", more: "end of Mon 30 Nov 2026, overdue from Tue 1 Dec 2026, 00:00", isMind: true },
  ]);
});

test("an order that ends tomorrow and of which nobody decided whether to renew it waits for that decision", () => {
  const full: LiveOrder = { ...interim, which: "full", period: { until: "2026-11-29" } };
  const ending = (one: LiveOrder) => ({ ...pageOfNothing, state: { ...pageOfNothing.state, orders: [one] } });
  const waits = { part: "change", says: "Vary, renew, end", more: "to Sun 29 Nov 2026; renew? not decided", isMind: true };
  expect(waitsNow([changePart], ending(full), now)).toEqual([waits]);
  expect(waitsNow([changePart], ending({ ...full, period: { until: "2027-06-30" } }), now)).toEqual([]);
});

test("an order that ends tomorrow still waits there while a renewal of it lies with the court, and nobody is asked again whether to renew", () => {
  const full: LiveOrder = { ...interim, which: "full", period: { until: "2026-11-29" } };
  const at = { number: 20, happened: now, by: "o-1" };
  const renewal: ChangeOfOrder = {
    ...{ ...at, change: "c-1", order: "full", what: "renew", day: "2026-11-25", says: "Still writes.", asker: "us", keeps: [1] },
    course: [{ ...at, change: "c-1", stage: "lodged" }],
    ...{ necessity: [{ ...at, change: "c-1", condition: 1, says: "He wrote in October." }], consents: [], result: null },
  };
  const page = { ...pageOfNothing, state: { ...pageOfNothing.state, orders: [full], changes: [renewal] } };
  expect(changePart.note(page, now)).toEqual({ says: "1 asked, not decided", isMind: true });
  const dropped: ChangeOfOrder = { ...renewal, course: [{ ...at, change: "c-1", stage: "dropped" }] };
  expect(changePart.note({ ...page, state: { ...page.state, changes: [dropped] } }, now)).toMatchObject({ isMind: false });
});

test("the index of an order says that it lives, and of one that is over how and when it ended, beside every part of it", () => {
  const noted = (one: Partial<LiveOrder>) => noteOfNow({ orders: [{ ...interim, ...one }] }, today);
  expect(noted({})).toBe("interim order lives, to Sun 31 Jan 2027");
  expect(noted({ ended: { how: "discharged", day: "2026-10-29" } })).toBe("discharged, Thu 29 Oct 2026");
  expect(noted({ period: { until: "2026-11-27" } })).toBe("expired, last day Fri 27 Nov 2026");
  expect(noted({ made: "2026-12-01" })).toBe("from Tue 1 Dec 2026");
  const over = { ...pageOfNothing.state, orders: [{ ...interim, ended: { how: "discharged", day: "2026-10-29" } as const }] };
  expect(changePart.note({ ...pageOfNothing, state: over }, now)).toEqual({ says: "discharged, Thu 29 Oct 2026", isMind: false });
});

test("what waits in an order that was made stands there in words, and nothing of a draft that nobody writes any more", () => {
  const minded = (part: string, says: string, more: string) => ({ part, says, note: () => ({ says: more, isMind: true }) });
  const parts: Parameters<typeof waitsNow>[0] = [
    { ...minded("criteria", "Criteria", "2 of 3 written"), isOfDraft: true },
    minded("applicant", "Applicant", "another name or birth since the court had it"),
    { part: "course", says: "How far it is", note: () => ({ says: "Granted" }) },
    { part: "service", says: "Service", note: () => ({ says: "served" }) },
    { part: "breach", says: "Possible breaches", note: ({ proposed }) => ({ says: `${proposed.acts} to look at`, isMind: true }) },
  ];
  expect(waitsNow(parts, pageOfNothing, now)).toEqual([
    { part: "breach", says: "Possible breaches", more: "1 to look at", isMind: true },
    // Of its application there is left what is otherwise since the court had it.
    { part: "applicant", says: "Applicant", more: "another name or birth since the court had it", isMind: true },
  ]);
});
