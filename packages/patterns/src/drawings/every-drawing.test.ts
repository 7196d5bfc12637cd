import {
  type Drawing,
  type Shape,
  type Statement,
  type Stop,
  civilFromDays,
  cutToWidth,
  daysFromCivil,
  epoch,
  later,
  msPerDay,
  parseZone,
} from "@unmask/core";
import { describe, expect, test } from "vitest";
import { makeTimeline, maya, rFirst, rSecond } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { sampleTimeline, statement } from "../../../../test/report/sample-report.ts";
import { type TimelineCounts, countTimeline } from "../reading/timeline-counts.ts";
import { drawDays } from "./days.ts";
import { type DrawingSize, drawingSizes } from "./drawing-size.ts";
import { drawHoursByMonth } from "./hours.ts";
import { type Box, boxOf } from "./label-book.ts";
import { formOf } from "./mark.ts";
import { drawMarksOnALine } from "./marks-on-a-line.ts";
import { drawWhoWhen } from "./who-when.ts";

/** What every picture promises, for every size and every amount of acts. */

const drawings: Readonly<Record<string, (counts: TimelineCounts, size: DrawingSize) => Drawing>> = {
  "marks on a line": drawMarksOnALine,
  days: drawDays,
  "hours by month": drawHoursByMonth,
  "who when": drawWhoWhen,
};

const gap = { from: { year: 2026, month: 1, day: 10 }, until: { year: 2026, month: 3, day: 8 }, says: "phone in repair" };
const busy: Statement = {
  ...statement,
  gaps: [gap],
  stops: [
    ...statement.stops.filter(({ kind }) => kind === "told to stop"),
    { kind: "order served", day: { year: 2026, month: 3, day: 5 } },
    ...Array.from({ length: 12 }, (_, i): Stop => {
      return { kind: "blocked", day: civilFromDays(daysFromCivil({ year: 2025, month: 8, day: 1 }) + i * 11) };
    }),
  ],
};
const quiet: Statement = { ...statement, stops: statement.stops.filter(({ kind }) => kind !== "blocked") };

const cases: Readonly<Record<string, TimelineCounts>> = {
  "no acts": caseOf(0, 1),
  "one act": caseOf(1, 1),
  "one day": caseOf(60, 1),
  "one month": caseOf(200, 30),
  "eighteen months": caseOf(2800, 540),
  "eighteen months, much stated": caseOf(2800, 540, busy),
  "ten years": caseOf(6000, 3650, busy),
};

test("in words a number's strip goes from its first act to its last, and not to the edges of its steps", () => {
  // Bins of three days are laid from 1 March: the third act is on the first day of one, the last in the middle of another.
  const timeline = makeTimeline([
    { at: "2026-03-01 10:00", from: rFirst },
    { at: "2026-03-05 10:00", from: rSecond },
    { at: "2026-03-11 10:00", from: rSecond },
    { at: "2026-05-30 10:00", from: rFirst },
  ]);
  expect(drawWhoWhen(countTimeline(timeline, makeStatement()), drawingSizes.print).alt).toContain("2 acts, 5 March to 11 March 2026.");
});

test("one act is one act in the title, and a note speaks of a dashed line only where she blocked somebody", () => {
  const of = (stated: Statement) => drawWhoWhen(caseOf(300, 200, stated), drawingSizes.print);
  const one = countTimeline(makeTimeline([{ at: "2026-03-01 10:00", from: rFirst }]), makeStatement());
  expect(drawWhoWhen(one, drawingSizes.print).title).toBe("1 act came from one number or account.");
  expect(of(quiet).note).not.toContain("Dashed");
  expect(of(busy).note).toContain("Dashed: a day on which");
});

function caseOf(acts: number, days: number, stated: Statement = quiet): TimelineCounts {
  return countTimeline(sampleTimeline(acts, { days }), stated);
}

for (const [name, draw] of Object.entries(drawings)) {
  describe(name, () => {
    for (const [acts, counts] of Object.entries(cases)) {
      for (const [where, size] of Object.entries(drawingSizes)) {
        test(`${acts}, ${where}: nothing leaves the frame, no label lies on another, and the title is a sentence`, () => {
          const drawing = draw(counts, size);
          expect(drawing.width).toBe(size.width);
          expect(drawing.height).toBeGreaterThan(0);
          expect(drawing.title).toMatch(/^\p{Lu}|^\d/u);
          expect(drawing.title).toMatch(/\.$/);
          expect(drawing.alt).not.toBe("");
          for (const shape of drawing.shapes) expect(outside(boundsOf(shape), drawing), JSON.stringify(shape)).toBe(false);
          expect(overlaps(drawing.shapes)).toEqual([]);
        });
      }
      test(`${acts}: the same numbers give the same picture`, () => {
        expect(draw(counts, drawingSizes.print)).toEqual(draw(counts, drawingSizes.print));
      });
    }
  });
}

test("two dates that a phone wrote eight thousand years apart break no picture", () => {
  const counts = countTimeline(makeTimeline([{ at: "0900-01-01 10:00" }, { at: "9026-01-01 10:00" }]), quiet);
  expect(counts.months).toHaveLength(97_513);
  for (const draw of Object.values(drawings)) expect(draw(counts, drawingSizes.print).title).toMatch(/\.$/);
});

test("a line has one mark for each week with an act, and none where there was none", () => {
  const counts = caseOf(2800, 540);
  const { shapes, width } = drawMarksOnALine(counts, drawingSizes.desktop);
  expect(width).toBe(760);
  const bases = shapes.flatMap((shape) =>
    shape.shape === "line" && shape.role === "line" && shape.from[1] === shape.to[1] ? [shape.from[1]] : [],
  );
  for (const [i, base] of [...new Set(bases)].entries()) {
    const onLine = shapes.filter((shape) => isMark(shape) && Math.abs(boundsOf(shape).bottom - base) < 0.6);
    const places = new Set(onLine.map((shape) => Math.round((boundsOf(shape).left + boundsOf(shape).right) / 2)));
    expect(places.size, counts.lanes[i]?.label).toBe(counts.lanes[i]?.weeks.length);
  }
});

test("the caption of the line says the days of theirs, also where hers began before and went on after", () => {
  const timeline = makeTimeline([
    { at: "2026-01-05 10:00", from: maya },
    { at: "2026-01-06 10:00" },
    { at: "2026-02-06 10:00" },
    { at: "2026-03-06 10:00", from: maya },
  ]);
  const { title } = drawMarksOnALine(countTimeline(timeline, makeStatement()), drawingSizes.print);
  expect(title).toBe("2 acts of theirs, 6 January to 6 February 2026.");
});

test("no caption says darker or lighter: at night more is lighter, on paper darker", () => {
  for (const counts of Object.values(cases))
    for (const draw of Object.values(drawings))
      for (const { title, alt, note } of [draw(counts, drawingSizes.phone)])
        expect(`${title} ${alt} ${note}`).not.toMatch(/\b(dark|light|black|white|pale|bright)/i);
});

test("while nobody is her, her lane is neither drawn nor counted: it says not known", () => {
  const counts = caseOf(300, 200);
  const unknown = { ...counts, hers: { ...counts.hers, isKnown: false } };
  for (const size of [drawingSizes.phone, drawingSizes.desktop, drawingSizes.print]) {
    const drawing = drawMarksOnALine(unknown, size);
    expect(drawing.alt).toContain("What you did is not known.");
    expect(drawing.alt).not.toMatch(/What you did: \d/);
    expect(drawing.note).not.toContain("Open marks are yours.");
    expect(drawing.shapes.filter(({ shape, role }) => role === "hers" && (shape === "outline" || shape === "circle"))).toEqual([]);
    const labels = drawing.shapes.flatMap((shape) => (shape.shape === "text" ? [shape.text] : []));
    expect(labels).toContain("not known");
    expect(labels).toContain("You");
  }
});

test("the foot of a mark is the share between midnight and 5", () => {
  const counts = caseOf(2800, 540);
  const { shapes } = drawMarksOnALine(counts, drawingSizes.desktop);
  const lane = counts.lanes.find(({ id }) => id === "calls");
  const week = lane?.weeks.find(({ count, night }) => count > 8 && night > 2 && night < count);
  expect(week).toBeDefined();
  const feet = shapes.flatMap((shape, i) => {
    const before = shapes[i - 1];
    if (shape.shape !== "polygon" || shape.role !== "night" || before?.shape !== "polygon" || before.role !== "day") return [];
    const [foot, whole] = [boundsOf(shape), boundsOf(before)];
    return foot.left >= whole.left - 0.01 && foot.bottom === whole.bottom ? [(foot.bottom - foot.top) / (whole.bottom - whole.top)] : [];
  });
  expect(feet.some((share) => Math.abs(share - (week ? week.night / week.count : 0)) < 0.01)).toBe(true);
});

test("every day with an act is a square of its step, and every day without one is an outline", () => {
  const counts = caseOf(300, 200);
  const { shapes } = drawDays(counts, drawingSizes.phone);
  const squares = shapes.filter(({ shape, role }) => shape === "rect" && /^c\d$/.test(role)).length - 5;
  expect(squares).toBe(counts.days.length);
  const outlines = shapes.filter(({ shape, role }) => shape === "outline" && role === "none").length - 1;
  const { firstDay, lastDay } = counts.range ?? { firstDay: 0, lastDay: 0 };
  expect(squares + outlines).toBe(lastDay - firstDay + 1);
});

test.each(["Europe/London", "Pacific/Auckland", "America/New_York"])(
  "in %s a day without a record has no square, from the first day of a gap to its last",
  (name) => {
    const zone = parseZone(name);
    if (!zone) throw new Error("no such zone");
    const gaps = [{ from: { year: 2026, month: 7, day: 6 }, until: { year: 2026, month: 7, day: 8 }, says: "phone in repair" }];
    const acts = makeTimeline([{ at: "2026-07-01 12:00" }, { at: "2026-07-14 12:00" }]);
    const { shapes, note } = drawDays(countTimeline(acts, makeStatement({ zone, gaps })), drawingSizes.phone);
    const outlines = shapes.filter(({ shape, role }) => shape === "outline" && role === "none").length - 1;
    expect([outlines, /\((\d+) days\)/.exec(note)?.[1]]).toEqual([9, "3"]);
  },
);

test("a break-in is drawn as what was done where she is, and never as a message", () => {
  expect([formOf("entry"), formOf("damage"), formOf("visit")]).toEqual(["seen", "seen", "seen"]);
});

test("a name of fifty thousand letters is cut to its place at once", { timeout: 5_000 }, () => {
  expect(cutToWidth("W".repeat(50_000), 14, 90)).toBe(`${"W".repeat(5)}…`);
  expect(cutToWidth("a\u0301".repeat(40), 14, 90)).toMatch(/^(?:a\u0301)+…$/);
});

test("where there is no record there is no line, and her word for it stands in the gap", () => {
  const all = countTimeline(sampleTimeline(60, { seed: 11 }), { ...quiet, gaps: [{ ...gap, until: { year: 2026, month: 6, day: 8 } }] });
  const { shapes } = drawMarksOnALine(all, drawingSizes.desktop);
  expect(shapes.some((shape) => shape.shape === "text" && shape.role === "mind" && shape.text.startsWith("no record"))).toBe(true);
  const hers = shapes.filter(({ shape, role }) => shape === "line" && role === "hers");
  expect(hers.length).toBeGreaterThan(0);
  const lines = shapes.filter((shape) => shape.shape === "line" && shape.role === "line" && shape.from[1] === shape.to[1]);
  expect(lines.length).toBeGreaterThan(all.lanes.length);
});

test("the line of a record reaches under its first and its last mark", () => {
  let begun = 0;
  for (const seed of [3, 11, 20]) {
    for (const from of [6, 9, 11, 13]) {
      const stated = { ...gap, from: { year: 2026, month: 1, day: from } };
      const counts = countTimeline(sampleTimeline(400, { seed, days: 400 }), { ...quiet, gaps: [stated] });
      for (const size of Object.values(drawingSizes)) {
        const { shapes } = drawMarksOnALine(counts, size);
        const lines = shapes
          .filter((shape) => shape.shape === "line" && shape.role === "line" && shape.from[1] === shape.to[1])
          .map(boundsOf);
        for (const mark of shapes.filter(isMark).map(boundsOf)) {
          const under = lines.filter(({ top, left, right }) => Math.abs(top - mark.bottom) < 0.6 && left < mark.right && right > mark.left);
          if (under.length !== 1) continue;
          expect(under[0]?.left).toBeLessThan(mark.left + 0.1);
          expect(under[0]?.right).toBeGreaterThan(mark.right - 0.1);
          begun++;
        }
      }
    }
  }
  expect(begun).toBeGreaterThan(100);
});

test("a picture of days says of which record a day is missing, and names every frame in it or under it", () => {
  const counts = caseOf(300, 200, { ...busy, stops: busy.stops.filter(({ kind }) => kind === "blocked") });
  for (const size of Object.values(drawingSizes)) {
    const { shapes, note } = drawDays(
      { ...counts, days: counts.days.filter(({ day }) => day % 9 !== 0), lanes: withoutRecord(counts) },
      size,
    );
    expect(note).toMatch(/no record of [^.]*Texts[^.]* on that day \(\d+ days?\)\./);
    const frames = shapes.filter(({ shape, role }) => shape === "outline" && role === "hers").length;
    const names = shapes.filter((shape) => shape.shape === "text" && shape.text.includes("blocked")).length;
    const more = Number(/and (\d+) more\./.exec(note)?.[1] ?? 0);
    expect(names + (note.match(/\(blocked\)/g)?.length ?? 0) + more).toBe(frames);
  }
});

/** The lanes of some counts with no record in the second half of their days. */
function withoutRecord({ lanes, range }: TimelineCounts): TimelineCounts["lanes"] {
  const from = (((range?.firstDay ?? 0) + (range?.lastDay ?? 0)) / 2) * msPerDay;
  return lanes.map((lane) => ({
    ...lane,
    gaps: [{ from: later(epoch, from), until: later(epoch, ((range?.lastDay ?? 0) + 1) * msPerDay) }],
  }));
}

test("words for a gap stand in the gap alone, over no line and no mark: beside it silence would be read as a missing record", () => {
  let said = 0;
  for (const seed of [3, 11, 20]) {
    for (const until of [20, 40, 60, 120]) {
      const day = civilFromDays(daysFromCivil(gap.from) + until);
      const counts = countTimeline(sampleTimeline(60, { seed, days: 400 }), { ...quiet, gaps: [{ ...gap, until: day }] });
      for (const size of Object.values(drawingSizes)) {
        const { shapes } = drawMarksOnALine(counts, size);
        for (const label of shapes.filter((shape) => shape.shape === "text" && shape.text.startsWith("no record"))) {
          const { left, right, top, bottom } = boundsOf(label);
          const lane = { left, right, top: top - size.text, bottom: bottom + size.text };
          const onIt = shapes.filter((shape) => isMark(shape) || (shape.shape === "line" && shape.from[1] === shape.to[1]));
          expect(onIt.filter((shape) => cross(boundsOf(shape), isMark(shape) ? { left, right, top, bottom } : lane))).toEqual([]);
          said++;
        }
      }
    }
  }
  expect(said).toBeGreaterThan(10);
});

function cross(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test("every act with an hour is in exactly one box, and the widest box is the fullest hour", () => {
  const counts = caseOf(2800, 540);
  const { shapes } = drawHoursByMonth(counts, drawingSizes.print);
  const boxes = shapes.filter(({ shape, role }) => shape === "rect" && role !== "band");
  expect(boxes).toHaveLength(counts.months.flatMap(({ hours }) => hours.filter((count) => count > 0)).length);
});

function isMark(shape: Shape): boolean {
  return shape.shape === "polygon" || (shape.shape === "outline" && (shape.role === "night" || shape.role === "ink"));
}

function boundsOf(shape: Shape): Box {
  switch (shape.shape) {
    case "rect":
    case "outline":
    case "soft":
      return { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height };
    case "circle":
      return { left: shape.x - shape.radius, top: shape.y - shape.radius, right: shape.x + shape.radius, bottom: shape.y + shape.radius };
    case "polygon": {
      const xs = shape.points.map(([x]) => x);
      const ys = shape.points.map(([, y]) => y);
      return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
    }
    case "line":
      return {
        left: Math.min(shape.from[0], shape.to[0]),
        top: Math.min(shape.from[1], shape.to[1]),
        right: Math.max(shape.from[0], shape.to[0]),
        bottom: Math.max(shape.from[1], shape.to[1]),
      };
    case "text":
      return boxOf(shape, shape);
  }
}

/** Half a unit of grace for the thickness of a line. */
function outside({ left, top, right, bottom }: Box, { width, height }: Drawing): boolean {
  return !(left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5);
}

function overlaps(shapes: readonly Shape[]): readonly string[] {
  const labels = shapes.flatMap((shape) => (shape.shape === "text" ? [{ text: shape.text, box: boundsOf(shape) }] : []));
  return labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .filter(({ box: b }) => a.box.left < b.right && b.left < a.box.right && a.box.top < b.bottom && b.top < a.box.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
}

test("a stop on the Sunday of a week with marks goes through the mark of its week, so that what came that night is not drawn before it", () => {
  const timeline = makeTimeline([
    { at: "2026-09-01 10:00" },
    { at: "2026-10-25 03:30" },
    { at: "2026-10-31 01:30" },
    { at: "2026-11-20 01:30" },
  ]);
  const stop: Stop = { kind: "told to stop", day: { year: 2026, month: 10, day: 25 } };
  const { shapes } = drawMarksOnALine(countTimeline(timeline, makeStatement({ stops: [stop] })), drawingSizes.print);
  const [dashes] = shapes.flatMap((shape) => (shape.shape === "line" && shape.dashed === true && shape.role === "hers" ? [shape] : []));
  const middles = shapes.flatMap((shape) => (isMark(shape) ? [(boundsOf(shape).left + boundsOf(shape).right) / 2] : []));
  expect(dashes).toBeDefined();
  expect(Math.min(...middles.map((middle) => Math.abs(middle - (dashes?.from[0] ?? 0))))).toBeLessThan(0.6);
});
