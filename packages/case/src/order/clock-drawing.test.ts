import { type Instant, instantFromIso, textWidth } from "@unmask/core";
import { expect, test } from "vitest";
import { endOfDay } from "../clock/london.ts";
import { dayNumber } from "../register/day-number.ts";
import type { RegisterDuty } from "../register/register-duty.ts";
import { clockDrawing } from "./clock-drawing.ts";

const instant = (iso: string): Instant => instantFromIso(`${iso}:00.000Z`) ?? expect.fail(iso);
const duty = (served: string, due: string, state: RegisterDuty["state"], rest: Partial<RegisterDuty> = {}): RegisterDuty => ({
  rule: "first-notice",
  section: "s9(1)",
  trigger: `served ${served}`,
  due,
  overdueFrom: endOfDay(dayNumber(due)),
  state,
  why: "",
  ...rest,
});
const shown = (one: RegisterDuty, now: string, at?: string): NonNullable<ReturnType<typeof clockDrawing>> =>
  clockDrawing(one, { now: instant(now), ...(at !== undefined && { at }) }) ?? expect.fail("no clock");

test("s9(1): served on Friday, the weekend counts, and overdue has its hour", () => {
  const { drawing, table } = shown(duty("2026-11-20", "2026-11-22", "overdue"), "2026-11-26T11:42", "16:40");
  expect(table.rows).toEqual([
    ["Thu 19 Nov 2026", "—"],
    ["Fri 20 Nov 2026", "day 1; served 16:40; the whole of this day counts as day 1"],
    ["Sat 21 Nov 2026", "day 2"],
    ["Sun 22 Nov 2026", "day 3; due by the end of this day"],
    ["Mon 23 Nov 2026", "overdue from 00:00"],
    ["Tue 24 Nov 2026", "—"],
    ["Wed 25 Nov 2026", "—"],
    ["Thu 26 Nov 2026", "now, 11:42"],
  ]);
  const words = drawing.shapes.flatMap((one) => (one.shape === "text" ? [one.text] : []));
  expect(words).toEqual(
    expect.arrayContaining([
      "day 1",
      "day 2",
      "day 3",
      "served 16:40",
      "overdue from Mon 23 Nov 2026, 00:00",
      "no relief for the weekend",
      "now",
    ]),
  );
  expect(drawing.shapes.filter(({ shape, role }) => shape === "line" && role === "mind").length).toBeGreaterThan(10);
  for (const [x, y] of drawing.shapes.flatMap((one) => (one.shape === "line" ? [one.from, one.to] : []))) {
    expect(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height).toBe(true);
  }
});

test("s9(1): a duty that is still due shows where it would become overdue, and hatches nothing", () => {
  const { drawing, table } = shown(duty("2026-10-31", "2026-11-02", "due"), "2026-11-02T08:52", "16:05");
  expect(table.rows.map(([day]) => day)).toEqual([
    "Fri 30 Oct 2026",
    "Sat 31 Oct 2026",
    "Sun 1 Nov 2026",
    "Mon 2 Nov 2026",
    "Tue 3 Nov 2026",
    "Wed 4 Nov 2026",
  ]);
  expect(drawing.shapes.filter(({ shape, role }) => shape === "line" && role === "mind")).toHaveLength(1);
});

test("an undecided duty shows the clock it would have, and never that it is overdue", () => {
  const { drawing, table } = shown(duty("2026-11-20", "2026-11-22", "undecided"), "2026-11-26T11:42");
  const all = `${JSON.stringify(drawing)} ${JSON.stringify(table)}`;
  expect(all).toContain("would be overdue");
  expect(all.replaceAll("would be overdue", "")).not.toContain("overdue");
  expect(drawing.shapes.filter(({ shape, role }) => shape === "line" && role === "mind")).toHaveLength(1);
});

test("s9(1): the night in which the clocks go forward changes no box", () => {
  const { table } = shown(duty("2027-03-27", "2027-03-29", "due"), "2027-03-29T22:30");
  expect(table.rows.slice(-3)).toEqual([
    ["Mon 29 Mar 2027", "day 3; due by the end of this day; now, 23:30"],
    ["Tue 30 Mar 2027", "overdue from 00:00"],
    ["Wed 31 Mar 2027", "—"],
  ]);
});

test("a clock that ran out long ago says how long, and one that was met shows the day", () => {
  expect(shown(duty("2026-09-01", "2026-09-03", "overdue"), "2026-11-26T11:42").drawing.note).toContain("84 days after");
  const { drawing, table } = shown(duty("2026-11-20", "2026-11-22", "met", { metOn: "2026-11-21" }), "2026-11-26T11:42");
  expect(table.rows[2]).toEqual(["Sat 21 Nov 2026", "day 2; met"]);
  expect(drawing.shapes.some(({ shape, role }) => shape === "circle" && role === "hers")).toBe(true);
  const note = (state: "met" | "met-late" | "ended", more: object): string =>
    shown(duty("2025-06-13", "2025-06-15", state, more), "2026-11-28T11:42").drawing.note;
  expect(note("met", { metOn: "2025-06-15" })).toBe(
    "The day it runs from is day 1, whatever the hour. It was met on Sun 15 Jun 2025, in time.",
  );
  expect(note("met-late", { metOn: "2025-06-17" })).toContain("It was met on Tue 17 Jun 2025, 2 days late.");
  expect(drawing.shapes.flatMap((one) => (one.shape === "text" ? [one.text] : []))).toContain(
    "would have been overdue from Mon 23 Nov 2026, 00:00",
  );
  expect(note("ended", {})).toBe("The day it runs from is day 1, whatever the hour.");
});

test("s9(1): what was met is held against its last day when it was met, however long ago that is", () => {
  const noteOf = (state: RegisterDuty["state"], metOn?: string): string =>
    shown(duty("2026-11-20", "2026-11-22", state, metOn === undefined ? {} : { metOn }), "2028-05-06T11:42").drawing.note ?? "";
  expect(noteOf("met", "2026-11-22")).not.toContain("after");
  expect(noteOf("met-late", "2026-11-23")).toContain("It was met on Mon 23 Nov 2026, 1 day late.");
  expect(noteOf("met-late", "2026-12-22")).toContain("30 days late.");
  for (const state of ["met", "ended", "suspended", "not-required"] as const) expect(noteOf(state)).not.toContain("after");
  expect(noteOf("overdue")).toContain("Now is Sat 6 May 2028, 531 days after the last one.");
  const { table } = shown(duty("2026-11-20", "2026-11-22", "met-late", { metOn: "2026-11-27" }), "2028-05-06T11:42");
  expect(table.rows.at(-1)).toEqual(["Fri 27 Nov 2026", "met"]);
});

test("under an order that is over nobody is told to come in", () => {
  const textsOf = (isOrderOver: boolean): readonly string[] => {
    const drawn = clockDrawing(duty("2026-11-23", "2026-11-25", "overdue"), { now: instant("2026-12-10T11:42"), isOrderOver });
    return drawn?.drawing.shapes.flatMap((one) => (one.shape === "text" ? [one.text] : [])) ?? [];
  };
  expect(textsOf(false)).toContain("met only by coming in person");
  expect(textsOf(true)).toContain("the order is over");
  expect(textsOf(true)).not.toContain("met only by coming in person");
});

test("a duty without a clock has no picture", () => {
  expect(
    clockDrawing(
      { ...duty("2026-11-20", "2026-11-22", "not-served"), trigger: "not served", due: null, overdueFrom: null },
      { now: instant("2026-11-26T11:42") },
    ),
  ).toBeUndefined();
});

test("what a period runs from is said in full, and no word of it is cut at the edge of the picture", () => {
  const moved = { rule: "address-changed", section: "s9(4)" } as const;
  const since = duty("2026-12-23", "2026-12-25", "overdue", { ...moved, trigger: "address changed 2026-12-23" });
  const { drawing } = shown(since, "2026-12-28T12:00");
  expect(drawing.title).toBe("Due by the end of Fri 25 Dec 2026: 3 days beginning with the day on which the address changed, s9(4).");
  for (const one of drawing.shapes) {
    if (one.shape !== "text") continue;
    const wide = textWidth(one.text, one.size, one.bold === true);
    const from = one.anchor === "end" ? one.x - wide : one.x;
    expect([one.text, from >= 0 && from + wide <= drawing.width]).toEqual([one.text, true]);
  }
});

test.each([350, 760])("at %i units no word leaves the picture or lies over another, whatever the state and the day", (width) => {
  for (const state of ["due", "overdue", "undecided", "suspended", "met"] as const)
    for (const now of ["2026-11-20T09:00", "2026-11-22T23:00", "2026-11-26T11:42", "2027-01-10T12:00"])
      for (const from of [duty("2026-11-20", "2026-11-22", state), duty("2026-11-20", "2026-11-22", state, { metOn: "2026-11-21" })]) {
        const { drawing } = clockDrawing(from, { now: instant(now), width }) ?? expect.fail("no clock");
        const words = drawing.shapes.flatMap((one) => {
          if (one.shape !== "text") return [];
          const long = textWidth(one.text, one.size, one.bold === true);
          const left = one.anchor === "end" ? one.x - long : one.x;
          return [{ says: one.text, y: one.y, left, right: left + long }];
        });
        const told = [state, now];
        expect([told, words.filter(({ left, right, y }) => left < 0 || right > width || y > drawing.height)]).toEqual([told, []]);
        const over = words.flatMap((one, i) =>
          words
            .slice(i + 1)
            .flatMap((other) =>
              one.y === other.y && one.left < other.right && other.left < one.right ? [`${one.says} / ${other.says}`] : [],
            ),
        );
        expect([told, over]).toEqual([told, []]);
      }
});

test("whatever the hour, no mark crosses the number of a day, and “now” stands within its own day", () => {
  for (const hour of ["00:30", "06:05", "09:00", "12:00", "23:50"]) {
    const { shapes } = shown(duty("2026-11-27", "2026-11-29", "due"), `2026-11-28T${hour}`, hour).drawing;
    const marks = shapes.flatMap((one) => (one.shape === "line" && one.role === "ink" ? [one.from[0]] : []));
    expect(marks.length).toBe(2);
    const edges = shapes.flatMap((one) => (one.shape === "line" && one.role === "rule" ? [one.from[0]] : []));
    for (const one of shapes) {
      if (one.shape !== "text" || !/^(?:day \d|now)$/.test(one.text)) continue;
      const across = textWidth(one.text, one.size, one.bold === true);
      const [from, to] = one.anchor === "end" ? [one.x - across, one.x] : [one.x, one.x + across];
      const lines = one.text === "now" ? edges : one.text === "day 1" ? marks : [];
      expect([hour, one.text, lines.filter((x) => x > from && x < to)]).toEqual([hour, one.text, []]);
    }
  }
});

test("what was met today stands before now, and no words of a clock cross each other or are cut, on a desk or on a phone", () => {
  const met = duty("2026-11-28", "2026-11-30", "met", { trigger: "interim served 2026-11-28", metOn: "2026-11-29" });
  for (const width of [760, 350]) {
    for (const now of ["2026-11-29T00:20", "2026-11-29T09:00", "2026-11-30T09:00"]) {
      const { drawing } = clockDrawing(met, { now: instant(now), at: "06:05", width }) ?? expect.fail("no clock");
      const words = drawing.shapes.flatMap((one) => {
        if (one.shape !== "text") return [];
        const long = textWidth(one.text, one.size, one.bold);
        const left = one.anchor === "end" ? one.x - long : one.x;
        return [{ says: one.text, left, right: left + long, y: one.y }];
      });
      expect(words.filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
      const crossed = words.filter((one) =>
        words.some((other) => other !== one && other.y === one.y && other.left < one.right && one.left < other.right),
      );
      expect(crossed).toEqual([]);
      expect(words.some(({ says }) => says.startsWith("would have been overdue from Tue 1 Dec") && says.endsWith("00:00"))).toBe(true);
      const circle = drawing.shapes.find((one) => one.shape === "circle");
      const nowLine = drawing.shapes.find((one) => one.shape === "line" && one.dashed === true && one.role === "ink");
      if (circle?.shape !== "circle" || nowLine?.shape !== "line") expect.fail("no mark");
      expect(circle.x).toBeLessThan(nowLine.from[0]);
    }
  }
});
