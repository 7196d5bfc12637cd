import { type LawRow, type OrderDeskLaw, type OrderDeskRuleId, type RegisterLaw, type RegisterRuleId, textWidth } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { daySheetRows } from "./day-sheet-rows.ts";
import { type LookAheadLaw, lookAhead } from "./look-ahead.ts";
import { lookAheadDrawing } from "./look-ahead-drawing.ts";
import type { LookAheadOrder, LookAheadRow, LookAheadSettings } from "./look-ahead-row.ts";

const row = (section: string): LawRow => ({
  id: section,
  jurisdiction: "EW",
  ruleVersion: "2026-11-28",
  says: "It is so.",
  section,
  source: "invented",
  checkedOn: "2026-11-28",
  verification: "design",
});
const desk = (code: "EW" | "NI"): OrderDeskLaw => {
  const ew: Readonly<Partial<Record<OrderDeskRuleId, string>>> = {
    "change-who": "s4(1), s14",
    "interim-ends": "s5",
    "own-period": "s3(3)",
  };
  const ni: Readonly<Partial<Record<OrderDeskRuleId, string>>> = { "own-period": "s9" };
  const sections = code === "EW" ? ew : ni;
  return {
    code,
    ruleVersion: "2026-11-28",
    leastYears: 2,
    leastBindsEach: code === "NI",
    consentBeforeYears: 2,
    adultYears: 18,
    courts: { adult: "magistrates", younger: "youth" },
    withoutArea: [],
    onlyApplicant: null,
    ownMotionFrom: null,
    section: (rule) => {
      const section = sections[rule];
      return section === undefined ? undefined : row(section);
    },
    without: [],
  };
};
const rules: Readonly<Partial<Record<RegisterRuleId, LawRow>>> = {
  suspended: row("s9(5)"),
  "suspension-ends": row("s9(6), s9(7)"),
  "replaces-interim": row("s9(1)"),
};
const register = (code: "EW" | "NI"): RegisterLaw => ({ code, ruleVersion: "2026-11-28", days: 3, firstFrom: "service", rules });
const law: LookAheadLaw = { desk, register };
const settings: LookAheadSettings = { today: "2026-11-26", days: 180, reminderDays: [180, 90, 30], endedDays: 30 };

const order = (shown: string, subject: string, written: Partial<LookAheadOrder>): LookAheadOrder => ({
  order: shown.replace(/-I$/, ""),
  shown,
  subject,
  which: "full",
  jurisdiction: "EW",
  made: "2024-11-30",
  lastDay: null,
  isServed: true,
  ownEnds: [],
  courtDays: [],
  ...written,
});

/** The people of picture 26, on Thu 26 Nov 2026. */
const orders: readonly LookAheadOrder[] = [
  order("SPO-26-033", "Petra Lindqvist", { which: "interim", made: "2026-11-20", lastDay: "2027-04-15", withdrawn: "2026-11-25" }),
  order("SPO-24-009", "Mina Castell", { lastDay: "2026-11-29" }),
  order("SPO-26-025-I", "Gary Slade", {
    which: "interim",
    made: "2026-10-27",
    lastDay: "2027-01-31",
    courtDays: [{ day: "2026-12-01", at: "10:00", court: "Northshire Magistrates’ Court", about: "the main application" }],
  }),
  order("SPO-25-004", "Ines Rowe", {
    made: "2025-02-12",
    lastDay: "2027-02-11",
    renewal: "sent",
    ownEnds: [{ condition: 6, lastDay: "2026-08-11" }],
  }),
  order("SPO-26-027", "Victor Amsel", {
    made: "2026-09-01",
    lastDay: "2029-08-31",
    otherRegister: { to: "2027-03-01", thenDue: "2027-03-03" },
  }),
  order("SPO-26-030-I", "Ewan Tolliver", {
    which: "interim",
    made: "2026-10-20",
    lastDay: "2027-01-20",
    ended: { how: "determination", day: "2026-11-10" },
    replaced: "2026-11-10",
  }),
  order("SPO-24-002", "Noor Aziz", { lastDay: "2026-11-13", afterLastDay: "2026-11-17" }),
  order("SPO-23-001", "Old Case", { made: "2020-01-01", lastDay: "2022-01-01" }),
  order("SPO-26-011", "Lena Marchbank", { made: "2026-04-03", lastDay: "2029-04-02" }),
  order("WM-25-011", "Kofi Brandt", { lastDay: "2027-03-26", theirs: { force: "Westmere Police", typed: "2026-08-03" } }),
  order("NI-25-001", "Aoife Dornan", {
    jurisdiction: "NI",
    theirs: { force: "PSNI", typed: "2026-09-01" },
    ownEnds: [{ condition: 2, lastDay: "2027-03-31" }],
  }),
];
const refused = [
  {
    subject: "Fergus Baird",
    day: "2026-11-24",
    jurisdiction: "Scotland",
    instead: ["Non-harassment orders exist: PHA 1997 s8, 8A; CPSA 1995 s234A."],
  },
];
const ahead = lookAhead(orders, refused, law, settings);
const of = (shown: string): LookAheadRow => ahead.rows.find((one) => one.shown === shown) ?? expect.fail(`no row of ${shown}`);

test("s3, s4, s5, s9: the list of 26 November stands in its groups and by its days", () => {
  expect(ahead.rows.map(({ shown, kind, day }) => `${shown} ${kind} ${day}`)).toEqual([
    "SPO-24-009 order-ends 2026-11-29",
    "SPO-26-025-I interim-ends 2026-12-01",
    "SPO-26-025-I court-day 2026-12-01",
    "SPO-25-004 order-ends 2027-02-11",
    "SPO-26-027 other-register-ends 2027-03-01",
    "SPO-26-033 interim-ends 2027-04-15",
    "SPO-24-002 ended 2026-11-13",
    "SPO-26-030-I ended 2026-11-10",
    "WM-25-011 order-ends 2027-03-26",
    "NI-25-001 condition-ends 2027-03-31",
    "no order no-order null",
  ]);
  expect(ahead.says).toBe("One order ends on Sun 29 Nov 2026: whether it is renewed is not decided.");
  expect([ahead.live, ahead.later]).toEqual([6, 1]);
});

test("s4(1): of an order that ends the reminders are worked out, and that nobody decided is a mind", () => {
  expect(of("SPO-24-009")).toMatchObject({
    isMind: true,
    mark: "filled",
    next: ["Renew? not decided", "s4(1), s14"],
    ends: [expect.stringContaining("made 30 Nov 2024"), "180, 90 and 30 days before are past; no decision written."],
  });
  expect(of("SPO-25-004")).toMatchObject({ isMind: true, next: ["Renewal before a second person", "s4(1), s14"] });
  expect(of("SPO-25-004").ends[1]).toBe(
    "180 and 90 days before are past. 30 days before: Tue 12 Jan 2027. Condition 6 ended on its own: 11 Aug 2026.",
  );
});

test("s4(1): an order of which a renewal is asked for still comes to its end, in amber and in the finding, until a court has granted it or we let it go", () => {
  const ends = (renewal: LookAheadOrder["renewal"]) =>
    lookAhead([order("SPO-24-009", "Mina Castell", { lastDay: "2026-12-10", ...(renewal && { renewal }) })], [], law, settings);
  for (const renewal of [undefined, "asked", "sent", "returned", "authorised", "lodged", "refused"] as const) {
    const { says, rows } = ends(renewal);
    expect([renewal, says, rows[0]?.isMind]).toEqual([
      renewal,
      "One order ends on Thu 10 Dec 2026: whether it is renewed is not decided.",
      true,
    ]);
  }
  expect(ends("lodged").rows[0]).toMatchObject({ next: ["Renewal lodged: the court decides", "s4(1), s14"] });
  expect(ends("lodged").rows[0]?.ends[1]).not.toContain("no decision written");
  expect(ends("refused").rows[0]).toMatchObject({ next: ["Renewal refused: ask anew? not decided", "s4(1), s14"] });
  for (const renewal of ["dropped", "decided"] as const) {
    expect(ends(renewal)).toMatchObject({ says: "Next is Thu 10 Dec 2026: Mina Castell ends.", rows: [{ isMind: false }] });
  }
});

test("s5: an interim ends by the determination, and after a withdrawal the court is asked", () => {
  expect(of("SPO-26-025-I")).toMatchObject({
    when: ["Sun 31 Jan 2027", "or sooner: court Tue 1 Dec 2026"],
    ends: [expect.any(String), "granted or refused: s5; fixed to Sun 31 Jan 2027"],
    next: ["Serve the full order, if one is made", "no first notice again: s9(1)"],
  });
  expect(of("SPO-26-033")).toMatchObject({ isMind: true, next: ["Ask the court", "s5"] });
  expect(of("SPO-26-030-I").ends[0]).toBe("Interim; ended the day the full order was made: s5");
});

test("s9(5) to (7): a suspension says when the first notice is then due, and where that is not clear leaves it", () => {
  expect(of("SPO-26-027")).toMatchObject({
    ends: [expect.stringContaining("s9(5)"), "then as if served on 1 Mar 2027: due end of Wed 3 Mar 2027"],
    next: ["Watch 1 Mar 2027", "s9(6), s9(7)"],
  });
  const unclear = lookAhead([order("X-26-001", "X", { otherRegister: { to: "2027-03-01", thenDue: null } })], [], law, settings);
  expect(unclear.rows[0]?.ends[1]).toContain("an officer decides");
  const unknown = lookAhead([order("X-26-001", "X", { otherRegister: { to: null, thenDue: null } })], [], law, settings);
  expect(unknown.rows[0]).toMatchObject({ day: null, isMind: true });
  expect(
    lookAhead(
      [order("X-26-001", "X", { lastDay: "2027-02-01", otherRegister: { to: "2027-03-01", thenDue: null } })],
      [],
      law,
      settings,
    ).rows.map(({ kind }) => kind),
  ).toEqual(["order-ends"]);
});

test("s3(3): a condition that ends before its order has a line of its own, and none after", () => {
  const rows = lookAhead(
    [
      order("X-26-001", "X", {
        lastDay: "2027-03-01",
        ownEnds: [
          { condition: 5, lastDay: "2027-01-01" },
          { condition: 6, lastDay: "2027-04-01" },
        ],
      }),
    ],
    [],
    law,
    settings,
  ).rows;
  expect(rows.map(({ kind, day }) => [kind, day])).toEqual([
    ["condition-ends", "2027-01-01"],
    ["order-ends", "2027-03-01"],
  ]);
});

test("s9 of Northern Ireland: each condition has its period, and what is not known is not filled in from England and Wales", () => {
  expect(of("NI-25-001")).toMatchObject({
    when: ["Wed 31 Mar 2027", "condition 2 only"],
    ends: ["PSNI, Northern Ireland. A period for each condition: s9", "others: until further order"],
    next: ["Nothing by us", expect.stringContaining("ask your solicitor")],
  });
  const interim = lookAhead([order("X-26-001-I", "X", { jurisdiction: "NI", which: "interim", lastDay: "2027-01-01" })], [], law, settings)
    .rows[0];
  expect(interim?.ends[1]).toContain("not known here");
  expect(JSON.stringify(interim)).not.toContain("s5");
});

test("orders of others stay theirs to renew; Scotland has none, and says what it has", () => {
  expect(of("WM-25-011")).toMatchObject({
    mark: "grey",
    when: ["Fri 26 Mar 2027", "as typed 3 Aug 2026"],
    next: ["Call Westmere Police", "by Sat 26 Dec 2026, 90 days before"],
  });
  expect(of("no order")).toMatchObject({
    group: "no-order",
    ends: ["Scotland has no such order.", expect.stringContaining("Non-harassment orders exist")],
  });
});

test("an order is over from the day after its last one, and what a court ended from that day on", () => {
  const groups = (today: string): readonly string[] =>
    lookAhead(
      [
        order("A-26-001", "A", { lastDay: "2026-11-29" }),
        order("B-26-001", "B", { lastDay: "2027-01-01", ended: { how: "discharged", day: "2026-11-29" } }),
      ],
      [],
      law,
      { ...settings, today },
    ).rows.map(({ shown, group }) => `${shown} ${group}`);
  expect(groups("2026-11-28")).toEqual(["A-26-001 ahead", "B-26-001 ahead"]);
  expect(groups("2026-11-29")).toEqual(["A-26-001 ahead", "B-26-001 ended"]);
  expect(groups("2026-11-30")).toEqual(["A-26-001 ended", "B-26-001 ended"]);
  expect(groups("2026-12-29")).toEqual(["A-26-001 ended", "B-26-001 ended"]);
  expect(groups("2026-12-30")).toEqual([]);
});

test("a renewal after the last day is a fact that stays marked, and nobody says that the order lives", () => {
  expect(of("SPO-24-002")).toMatchObject({
    isMind: true,
    ends: [expect.stringContaining("after the last day"), "recorded as a fact, and stays marked"],
    next: ["Ask the solicitor", "does it live? not known"],
  });
});

test("an application without an order shows its court days and no end", () => {
  const rows = lookAhead(
    [order("SPO-26-040", "Q", { isOnlyAsked: true, courtDays: [{ day: "2026-12-02", court: "C", about: "the main application" }] })],
    [],
    law,
    settings,
  );
  expect(rows.rows.map(({ kind }) => kind)).toEqual(["court-day"]);
  expect([rows.live, rows.later]).toEqual([0, 0]);
});

test("forty ends have names that do not stand on each other, and the table has every line", () => {
  const forty = Array.from({ length: 40 }, (_, i) =>
    order(`SPO-26-${100 + i}`, `Person Number ${i}`, { lastDay: dayWritten(dayNumber("2026-11-30") + ((i * 37) % 170)) }),
  );
  const list = lookAhead(forty, [], law, settings);
  const { drawing, table } = lookAheadDrawing(list, settings.today, { width: 860, reminderDays: settings.reminderDays });
  const names = drawing.shapes.flatMap((one) => (one.shape === "text" && one.text.startsWith("Person") ? [one] : []));
  const boxes = names.map(({ x, y, text, size, anchor }) => ({
    y,
    left: anchor === "end" ? x - textWidth(text, size, true) : x,
    right: anchor === "end" ? x : x + textWidth(text, size, true),
  }));
  for (const [i, one] of boxes.entries()) {
    expect(one.left >= 0 && one.right <= drawing.width && one.y > 0).toBe(true);
    for (const other of boxes.slice(i + 1)) expect(one.y === other.y && one.left < other.right && other.left < one.right).toBe(false);
  }
  const unnamed = Number(/(\d+) have no room/.exec(drawing.note)?.[1] ?? 0);
  expect(names.length + unnamed).toBe(40);
  expect(names.length).toBeGreaterThan(30);
  expect(table.rows).toHaveLength(40);
  expect(drawing.shapes.filter(({ shape, role }) => shape === "rect" && (role === "night" || role === "mind"))).toHaveLength(40);
});

test("the day of an end and of a court day is never cut, however long the name before it is", () => {
  const long = "Wilhelmina Wagstaff-Womersley of Middle Wallop in the county of Hampshire";
  const court = { court: "C", about: "the main application" };
  const some = Array.from({ length: 40 }, (_, i) => {
    const on = dayWritten(dayNumber("2026-11-30") + ((i * 37) % 170));
    return order(
      `SPO-26-${100 + i}`,
      `${long} ${i}`,
      i % 2 === 0 ? { lastDay: on } : { isOnlyAsked: true, courtDays: [{ day: on, ...court }] },
    );
  });
  const list = lookAhead(some, [], law, settings);
  for (const width of [350, 860]) {
    const { drawing } = lookAheadDrawing(list, settings.today, { width, reminderDays: settings.reminderDays });
    const names = drawing.shapes.flatMap((one) => (one.shape === "text" && one.text.startsWith("Wilh") ? [one.text] : []));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((one) => !/…, (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w{3} 202[67]$/.test(one))).toEqual([]);
  }
});

test("on a phone each name stands whole inside the picture, and no line runs through one", () => {
  const names = ["Bartholomew Featherstonehaugh-Cholmondeley", "Ada Moss", "Konstantina Papadopoulou-Whitcombe", "Tom Fry"];
  const some = names.flatMap((name, i) => [
    order(`SPO-26-${200 + i}`, name, { lastDay: dayWritten(dayNumber("2026-12-20") + i * 40) }),
    order(`SPO-26-${300 + i}`, name, {
      lastDay: dayWritten(dayNumber("2026-12-24") + i * 40),
      theirs: { force: "Westmere Police", typed: "2026-11-02" },
    }),
  ]);
  const list = lookAhead(some, [], law, settings);
  for (const width of [350, 860]) {
    const { drawing } = lookAheadDrawing(list, settings.today, { width, reminderDays: settings.reminderDays });
    const boxes = drawing.shapes.flatMap((one) => {
      if (one.shape !== "text" || !names.some((name) => one.text.startsWith(name.slice(0, 4)))) return [];
      const long = textWidth(one.text, one.size, one.bold === true);
      const left = one.anchor === "end" ? one.x - long : one.x;
      return [{ text: one.text, left, right: left + long, top: one.y - one.size + 2, bottom: one.y + 2 }];
    });
    expect(boxes).toHaveLength(8);
    const leaders = drawing.shapes.flatMap((one) =>
      one.shape === "line" && one.from[0] === one.to[0] && one.from[1] < drawing.height - 48 ? [one] : [],
    );
    expect(leaders.length).toBeGreaterThan(8);
    for (const { text, left, right, top, bottom } of boxes) {
      expect([width, text, left >= 0, right <= width]).toEqual([width, text, true, true]);
      const through = leaders.filter(
        ({ role, from, to }) => role === "rule" && left < from[0] && from[0] < right && from[1] < bottom && top < to[1],
      );
      expect([width, text, through]).toEqual([width, text, []]);
    }
  }
});

test("what is next is said with its day once, and the words under the picture name the colours that are drawn", () => {
  const court = { day: "2026-12-02", court: "C", about: "the main application" };
  const list = lookAhead([order("SPO-26-040", "Ada Moss", { courtDays: [court], isOnlyAsked: true })], [], law, settings);
  expect(list.says).toBe("Next is Wed 2 Dec 2026: Ada Moss, court.");
  const { drawing } = lookAheadDrawing(list, settings.today, { width: 860, reminderDays: [] });
  expect(drawing.alt.match(/2 Dec/g)).toHaveLength(2);
  expect(drawing.note).toContain("Grey-blue: of another force");
  expect(drawing.shapes).toContainEqual(expect.objectContaining({ shape: "text", text: "Ada Moss, court, Wed 2 Dec 2026" }));
});

const actOf = (code: "EW" | "NI"): string | undefined => (code === "NI" ? "Another Act 2022" : undefined);

test("a line of Northern Ireland names its own Act on the sheet of the day, and one of England and Wales none", () => {
  const { rows, ended } = daySheetRows(lookAhead(orders, refused, law, { ...settings, today: "2026-11-30" }), actOf);
  const inIreland = new Set(orders.filter(({ jurisdiction }) => jurisdiction === "NI").map(({ shown }) => shown));
  const lines = [...rows, ...ended].filter(({ what }) => !what.startsWith("Reminder"));
  expect(lines.filter(({ order: id }) => inIreland.has(id)).length).toBeGreaterThan(0);
  for (const { order: id, act } of lines) expect(act).toBe(inIreland.has(id) ? "Another Act 2022" : undefined);
});

test("a day in court that is past without a typed result stays, first and amber, also where the interim order ran out since", () => {
  const heard = { day: "2026-11-20", at: "10:00", court: "C", about: "the main application" };
  const on = (lastDay: string) =>
    lookAhead([order("SPO-26-025-I", "Gary Slade", { which: "interim", lastDay, courtDays: [heard] })], [], law, settings);
  expect(on("2027-01-31").rows[0]).toMatchObject({
    ...{ kind: "court-day", group: "ahead", day: "2026-11-20", isMind: true },
    when: ["Fri 20 Nov 2026", "past, and no result is typed"],
    next: ["Type what it did, or the next day in court", "as a person typed it"],
  });
  expect(on("2027-01-31").says).toBe("Fri 20 Nov 2026 is past, and no result is typed: Gary Slade, court.");
  const [first] = daySheetRows(on("2027-01-31"), actOf).rows;
  expect(first).toMatchObject({ day: "2026-11-20", past: "2026-11-21" });
  expect(first).not.toHaveProperty("open");
  expect(on("2026-11-24").rows).toContainEqual(expect.objectContaining({ kind: "court-day", group: "ahead", isMind: true }));
  expect(on("2026-11-24").says).toBe("Fri 20 Nov 2026 is past, and no result is typed: Gary Slade, court.");
  expect(on("2020-11-24").rows.map(({ kind }) => kind)).toEqual(["court-day"]);
});

test("a day in court that comes stands ahead until its day is over, also behind the end of its order and of another force's", () => {
  const heard = { day: "2026-12-10", court: "C", about: "the appeal" };
  const other = order("SPO-26-030", "Ada Moss", { lastDay: "2027-03-01" });
  const theirs = { force: "Westmere Police", typed: "2026-11-01" };
  const ways = {
    "ran out": order("SPO-26-025-I", "Gary Slade", { which: "interim", lastDay: "2026-11-25", courtDays: [heard] }),
    discharged: order("SPO-26-025", "Gary Slade", { ended: { how: "discharged", day: "2026-11-20" }, courtDays: [heard] }),
    refused: order("SPO-26-025-I", "Gary Slade", {
      ...{ which: "interim", lastDay: "2027-01-01", ended: { how: "determination", day: "2026-11-20" }, courtDays: [heard] },
    }),
    "of another force": order("WM-25-011", "Gary Slade", { lastDay: "2028-01-01", theirs, courtDays: [heard] }),
  };
  for (const [way, one] of Object.entries(ways)) {
    const on = (today: string) => lookAhead([other, one], [], law, { ...settings, today });
    const label = way === "of another force" ? "Gary Slade (Westmere Police), court" : "Gary Slade, court";
    for (const today of ["2026-11-26", "2026-12-09", "2026-12-10"])
      expect([way, today, on(today).says]).toEqual([way, today, `Next is Thu 10 Dec 2026: ${label}.`]);
    expect(on("2026-12-11").says).toBe(`Thu 10 Dec 2026 is past, and no result is typed: ${label}.`);
    expect(on("2026-12-11").rows[0]).toMatchObject({ kind: "court-day", group: "ahead", isMind: true });
    const sheet = daySheetRows(on("2026-12-10"), actOf);
    expect(sheet.rows[0]).toMatchObject({ day: "2026-12-10", what: "Court: “the appeal”", ours: way !== "of another force" });
    expect(sheet.ended.map(({ what }) => what).filter((what) => what.startsWith("Court"))).toEqual([]);
    // What lies behind the days looked ahead is not there yet.
    const near = lookAhead([one], [], law, { ...settings, days: 5 });
    expect(near.rows.map(({ kind }) => kind)).not.toContain("court-day");
  }
});

test("every line that has a day stands once on the sheet of the day, and each reminder to come on its own day", () => {
  const sheet = daySheetRows(lookAhead(orders, refused, law, { ...settings, today: "2026-11-30" }), actOf);
  expect(sheet.rows[0]).toMatchObject({ day: "2026-12-01", order: "SPO-26-025-I", ours: true });
  expect(sheet.rows.find(({ what }) => what.startsWith("Court:"))).toMatchObject({ day: "2026-12-01", at: "10:00" });
  for (const { day, past, what } of sheet.rows)
    expect([what, past]).toEqual([what, what.startsWith("Reminder") ? undefined : dayWritten(dayNumber(day) + 1)]);
  expect(sheet.rows.find(({ what }) => what.startsWith("Court:"))?.why).toContain("; next for us: Be there, and type what it did; ");
  expect(sheet.ended.map(({ past }) => past)).toEqual([undefined, undefined, undefined]);
  expect(sheet.rows.filter(({ what }) => what.startsWith("Reminder")).map(({ day, subject }) => `${day} ${subject}`)).toEqual([
    "2026-12-26 Kofi Brandt",
    "2026-12-31 Aoife Dornan",
    "2027-01-12 Ines Rowe",
    "2027-02-24 Kofi Brandt",
    "2027-03-01 Aoife Dornan",
  ]);
  expect(sheet.rows.find(({ order: id }) => id === "SPO-25-004")?.section ?? "").toBe("");
  expect(sheet.ended.map(({ order: id }) => id)).toEqual(["SPO-24-009", "SPO-24-002", "SPO-26-030-I"]);
  const written = fc.record({
    last: fc.option(fc.integer({ min: -60, max: 400 }), { nil: null }),
    own: fc.integer({ min: -50, max: 300 }),
    court: fc.integer({ min: -50, max: 300 }),
    isTheirs: fc.boolean(),
    isInterim: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(written, { maxLength: 8 }), (some) => {
      const list = lookAhead(
        some.map(({ last, own, court, isTheirs, isInterim }, i) => {
          const on = (days: number): string => dayWritten(dayNumber(settings.today) + days);
          return order(`S-26-${i}00`, `P${i}`, {
            lastDay: last === null ? null : on(last),
            which: isInterim ? "interim" : "full",
            ownEnds: [{ condition: 1, lastDay: on(own) }],
            courtDays: [{ day: on(court), court: "C", about: "it" }],
            ...(isTheirs && { theirs: { force: "W", typed: settings.today } }),
          });
        }),
        [],
        law,
        settings,
      );
      const lines = daySheetRows(list, actOf);
      const dated = list.rows.filter(({ day }) => day !== null);
      expect(lines.rows.filter(({ what }) => !what.startsWith("Reminder")).length + lines.ended.length).toBe(dated.length);
      for (const one of list.rows)
        if (one.group === "ahead" && one.day !== null)
          expect((one.day >= settings.today || (one.kind === "court-day" && one.isMind)) && one.day <= list.to).toBe(true);
    }),
    { seed: 10, numRuns: 150 },
  );
});
