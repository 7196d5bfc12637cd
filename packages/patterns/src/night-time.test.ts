import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { parseZone } from "@unmask/core";
import { nightTime } from "./night-time.ts";

const at = (...times: readonly string[]): readonly ActDraft[] => times.map((time) => ({ at: time }));
const find = (drafts: readonly ActDraft[]) => nightTime.find(makeTimeline(drafts), makeStatement());

test("midnight is night and five o'clock is morning", () => {
  const [finding] = find(at("2026-03-03 00:00", "2026-03-03 04:59", "2026-03-04 02:00", "2026-03-04 05:00", "2026-03-04 23:59"));
  expect(finding?.says).toBe(
    "3 of 5 acts came between midnight and 5, in 2 nights; the files show nothing that you sent. The most in one night is 2, on 3 March 2026.",
  );
});

test("two late messages are no habit", () => {
  expect(find(at("2026-03-03 00:10", "2026-03-03 00:20", "2026-03-03 12:00"))).toEqual([]);
});

test("a time that straddles midnight is not counted and is said", () => {
  const [finding] = find([
    ...at("2026-03-03 01:00", "2026-03-03 02:00", "2026-03-03 03:00"),
    { at: "2026-03-05 23:30", until: "2026-03-06 00:30" },
  ]);
  expect(finding?.acts).toHaveLength(3);
  expect(finding?.couldChange[0]).toBe("1 act may have come at night too; the record leaves more than one hour open.");
});

test("an open order of day and month leaves a night a night", () => {
  const open = [1, 2, 3].map((i): ActDraft => ({ at: `2026-03-0${i} 02:00`, or: [`2026-0${i}-03 02:00`] }));
  expect(find(open)[0]?.acts).toHaveLength(3);
});

test("night is night where she is: in another zone the same instants are another hour", () => {
  const timeline = makeTimeline(at("2026-01-03 00:30", "2026-01-04 00:30", "2026-01-05 00:30"));
  const tokyo = parseZone("Asia/Tokyo");
  expect(nightTime.find(timeline, makeStatement())).toHaveLength(1);
  expect(tokyo && nightTime.find(timeline, { ...makeStatement(), zone: tokyo })).toEqual([]);
});

test("the hours of the table add up to the nights of the sentence", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 5, maxLength: 60 }), (minutes) => {
      const drafts = minutes.map((minute, i): ActDraft => {
        const hour = String(Math.floor(minute / 60)).padStart(2, "0");
        return { at: `2026-05-${String(1 + (i % 28)).padStart(2, "0")} ${hour}:${String(minute % 60).padStart(2, "0")}` };
      });
      const expected = minutes.filter((minute) => minute < 300).length;
      const [finding] = find(drafts);
      expect(finding?.acts.length ?? 0).toBe(expected < 3 ? 0 : expected);
      const months = finding?.table.rows.filter(([label]) => /\d{4}$/.test(String(label))) ?? [];
      const hours = months.flatMap((row) => row.slice(5).map(Number)).reduce((sum, count) => sum + count, 0);
      expect(hours).toBe(expected < 3 ? 0 : expected);
    }),
    { seed: 3, numRuns: 50 },
  );
});

const nightsOf = (from: ActDraft["from"], count: number, all: number): readonly ActDraft[] =>
  Array.from({ length: all }, (_, i): ActDraft => ({
    at: `2026-03-${String(1 + (i % 28)).padStart(2, "0")} ${i < count ? "01" : "13"}:${String(from === maya ? 30 : 10).padStart(2, "0")}`,
    ...(from ? { from } : {}),
  }));

test("what she sent at night stands beside it, and about even is said when number and share are", () => {
  const [finding] = find([...nightsOf(undefined, 6, 20), ...nightsOf(maya, 4, 20)]);
  expect(finding?.says).toMatch(/^6 of 20 acts came between midnight and 5, in 6 nights; of 20 that you sent, 4: about even\./);
  expect(finding?.table.rows.slice(-2).map((row) => row.slice(0, 3))).toEqual([
    ["Theirs, all", 20, 6],
    ["You sent, all", 20, 4],
  ]);
});

test("seven against four is not about even, and neither are equal numbers of which one is a habit and the other not", () => {
  expect(find([...nightsOf(undefined, 7, 20), ...nightsOf(maya, 4, 20)])[0]?.says).toContain("of 20 that you sent, 4.");
  expect(find([...nightsOf(undefined, 4, 5), ...nightsOf(maya, 4, 20)])[0]?.says).toContain("of 20 that you sent, 4.");
});

test("what is perhaps theirs at night is said apart and is in no number of theirs", () => {
  const perhaps = makeStatement({ perhaps: { label: "R.", normals: new Set([nadia.normal]) } });
  const timeline = makeTimeline([...nightsOf(undefined, 4, 4), { at: "2026-03-09 03:00", from: nadia }]);
  const [finding] = nightTime.find(timeline, perhaps);
  expect(finding?.acts).toHaveLength(4);
  expect(finding?.says).toMatch(/^4 of 4 acts .* Besides, 1 is perhaps theirs\.$/);
});

test("a night act of which she said “not this one” is told", () => {
  const timeline = makeTimeline(nightsOf(undefined, 4, 4));
  const act = timeline.acts[0]?.id ?? expect.fail();
  const [finding] = nightTime.find(timeline, makeStatement({ notThis: [{ act }] }));
  expect(finding?.acts).toHaveLength(3);
  expect(finding?.couldChange[0]).toBe("Of 1 act more that it would count you said “not this one”.");
});

test("no night is the most where each had one, or where two had as many", () => {
  const at = (...nights: readonly string[]): string | undefined => find(nights.map((one): ActDraft => ({ at: one })))[0]?.line;
  expect(at("2026-06-06 02:00", "2026-06-07 02:00", "2026-06-08 02:00")).toBe(
    "3 came between midnight and 5; the files show nothing that you sent.",
  );
  expect(at("2026-06-06 02:00", "2026-06-06 03:00", "2026-06-07 02:00", "2026-06-07 03:00")).toBe(
    "4 came between midnight and 5; the files show nothing that you sent.",
  );
  expect(at("2026-06-06 02:00", "2026-06-06 03:00", "2026-06-07 02:00")).toBe(
    "3 came between midnight and 5, the most on 6 June 2026; the files show nothing that you sent.",
  );
});

test("a man who sent nearly as much at night reads his own number in the line that tells hers", () => {
  const lineOf = (theirs: readonly ActDraft[], hers: readonly ActDraft[]): string | undefined => find([...theirs, ...hers])[0]?.line;
  expect(lineOf(nightsOf(undefined, 6, 20), nightsOf(maya, 4, 20))).toBe("6 came between midnight and 5; you sent 4 then: about even.");
  expect(lineOf(nightsOf(undefined, 7, 20), nightsOf(maya, 4, 20))).toBe("7 came between midnight and 5; you sent 4 then.");
  expect(lineOf(nightsOf(undefined, 7, 20), nightsOf(maya, 0, 20))).toBe("7 came between midnight and 5; you sent none then.");
});

test("hers are of all nights and not of the one with most, and what was agreed is named where nothing else is hers", () => {
  const nights = ["2026-03-01", "2026-03-02", "2026-03-02", "2026-03-02"].map((one): ActDraft => ({ at: `${one} 02:00` }));
  const timeline = makeTimeline([...nights, { at: "2026-03-05 02:00", from: maya }]);
  const lineOf = (statement: ReturnType<typeof makeStatement>) => nightTime.find(timeline, statement)[0]?.line;
  expect(lineOf(makeStatement())).toBe("4 came between midnight and 5, the most on 2 March 2026; you sent 1 in those hours.");
  const reply = timeline.acts.at(-1)?.id;
  expect(lineOf(makeStatement({ agreed: reply ? [{ says: "handover", acts: [reply] }] : [] }))).toBe(
    "4 came between midnight and 5; beside what was agreed the files show nothing that you sent.",
  );
});
