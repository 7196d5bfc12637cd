import { expect, it } from "vitest";
import { type CivilMinute, journalLineToJson, instantFromIso, parseJournalLine } from "@unmask/core";
import { emptyEntry } from "../../entry-draft.ts";
import { type WritingAt, toldIn } from "./told-in.ts";

const now: CivilMinute = { year: 2026, month: 10, day: 4, hour: 18, minute: 52 };
const at: WritingAt = { now, zone: "Europe/London" };

/** When it happened, as the journal has it. */
function happened(draft: Partial<typeof emptyEntry>, writing: WritingAt = at): unknown {
  const told = toldIn({ ...emptyEntry, ...draft }, writing);
  if (!told.ok) return told.error;
  const written = { at: instantFromIso("2026-10-04T17:52:00.000Z") ?? fail(), zone: "Europe/London", by: "self" } as const;
  const { files: _, ...said } = told.value;
  const line = journalLineToJson({ counter: 1, line: "entry", written, words: "At the gate.", ...said });
  const read = parseJournalLine(line.slice(0, -1));
  if (!read.ok) throw new Error(read.error);
  return JSON.parse(line).happened;
}

function fail(): never {
  throw new Error("no moment");
}

it("says nothing of when it happened where she did not", () => {
  expect(happened({})).toBeUndefined();
});

it("keeps the hour that she says, with what she gives or takes, and never one that has not come", () => {
  const zone = "Europe/London";
  expect(happened({ when: "today", hour: "18:40", leeway: "15" })).toEqual({
    from: "2026-10-04T18:25",
    until: "2026-10-04T18:52",
    zone,
    wrote: "Today, 4 October 2026, 18:40, give or take 15 minutes",
  });
  expect(happened({ when: "today", hour: "08:00", leeway: "0" })).toMatchObject({ from: "2026-10-04T08:00", until: "2026-10-04T08:00" });
  expect(happened({ when: "today", hour: "19:10" })).toBe("not-yet");
  expect(happened({ when: "day", day: { day: "5", month: "10", year: "2026" } })).toBe("not-yet");
});

it("takes an hour just after midnight back into the day before, as far as she is unsure of it", () => {
  expect(happened({ when: "day", day: { day: "1", month: "3", year: "2026" }, hour: "00:10", leeway: "30" })).toMatchObject({
    from: "2026-02-28T23:40",
    until: "2026-03-01T00:40",
  });
});

it("keeps a whole day where she knows no hour, days between which it was, and that she does not know", () => {
  const day = { day: "3", month: "10", year: "2026" };
  expect(happened({ when: "day", day })).toMatchObject({ from: "2026-10-03", until: "2026-10-03", wrote: "3 October 2026" });
  expect(happened({ when: "today" })).toMatchObject({ from: "2026-10-04", until: "2026-10-04" });
  expect(happened({ when: "unsure" })).toEqual({ notKnown: true });
  expect(happened({ when: "unsure", day: { ...day, day: "1" }, until: day })).toMatchObject({ from: "2026-10-01", until: "2026-10-03" });
  expect(happened({ when: "unsure", day, until: { ...day, day: "1" } })).toBe("days-turned");
  expect(happened({ when: "day" })).toBe("no-day");
  expect(happened({ when: "day", day: { ...day, day: "31", month: "2" } })).toBe("wrong-day");
});

it("says of just now the quarter of an hour before, also across midnight", () => {
  expect(happened({ when: "now" }, { ...at, now: { ...now, hour: 0, minute: 5 } })).toMatchObject({
    from: "2026-10-03T23:50",
    until: "2026-10-04T00:05",
  });
});

it("names nobody where she does not know who it was, and says no more than she typed", () => {
  const told = toldIn({ ...emptyEntry, who: "R.", sure: "not-known", changed: " ", areas: ["sleep"], toldBy: "my sister" }, at);
  expect(told).toEqual({ ok: true, value: { who: { sure: "not-known" } } });
  expect(toldIn({ ...emptyEntry, sure: "think-so" }, at)).toEqual({ ok: true, value: {} });
});

it("says neither how sure she is nor how exact the hour, where she chose neither", () => {
  expect(toldIn({ ...emptyEntry, who: "Dave" }, at)).toEqual({ ok: true, value: { who: { name: "Dave" } } });
  const day = { from: "2026-10-04T08:00", until: "2026-10-04T08:00" };
  expect(happened({ when: "today", hour: "08:00" })).toMatchObject({ ...day, wrote: expect.stringMatching(/, 08:00$/) });
});

it("asks for both halves of a reference number", () => {
  expect(toldIn({ ...emptyEntry, referenceNumber: "CR/4471/26" }, at)).toEqual({ ok: false, error: "reference" });
  expect(toldIn({ ...emptyEntry, referenceWith: "police", referenceNumber: "CR/4471/26" }, at)).toMatchObject({
    value: { references: [{ with: "police", number: "CR/4471/26" }] },
  });
});
