import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia, rFirst } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { silenceAndReturn } from "./silence-and-return.ts";

const find = (drafts: readonly ActDraft[], statement = makeStatement()) => silenceAndReturn.find(makeTimeline(drafts), statement);
/** A text a day from 22 February: the usual wait is one day. */
const daily: readonly ActDraft[] = Array.from({ length: 7 }, (_, i) => ({ at: `2026-02-${22 + i} 10:00` }));
const bounds: readonly ActDraft[] = [...daily, { at: "2026-03-01 10:00" }, { at: "2026-03-09 10:00" }];

test("seven whole days are a silence, six are not", () => {
  expect(find([...daily, { at: "2026-03-01 10:00" }, { at: "2026-03-08 10:00" }])).toEqual([]);
  const [finding] = find(bounds);
  expect(finding?.says).toBe(
    "Once nothing by them came for 7 days or more, and then it began again. The longest is 7 days, from 2 March 2026 to 8 March 2026; it began again on 9 March 2026 by texts.",
  );
  expect(finding?.acts).toHaveLength(2);
});

test("somebody who writes once a week is not silent for a week", () => {
  const weekly = Array.from({ length: 10 }, (_, i): ActDraft => ({
    at: `2026-0${1 + Math.floor(i / 4)}-${String(1 + (i % 4) * 7).padStart(2, "0")} 10:00`,
  }));
  expect(find(weekly)).toEqual([]);
  expect(find([{ at: "2026-03-01 10:00" }, { at: "2026-05-01 10:00" }])).toEqual([]);
});

test("no silence is claimed over days that no file covers", () => {
  const files = bounds.map((draft, i): ActDraft => ({ ...draft, file: i < bounds.length - 1 ? "march.xml" : "april.xml" }));
  expect(find(files)).toEqual([]);
});

test("no silence is claimed over days without a record that she named", () => {
  const gap = makeStatement({ gaps: [{ from: day("2026-03-05"), until: day("2026-03-06"), says: "phone in repair" }] });
  expect(find(bounds, gap)).toEqual([]);
});

test("one channel that is covered carries the silence, and the other is said to be unknown", () => {
  const more: readonly ActDraft[] = [{ at: "2026-02-27 11:00" }, { at: "2026-02-27 12:00" }];
  const [finding] = find([...bounds, ...more, { at: "2026-02-27 10:00", channel: "whatsapp", file: "chat.txt" }]);
  expect(finding?.table.rows[0]?.[3]).toBe("Texts");
  expect(finding?.couldChange[0]).toBe("For WhatsApp no file covers all of these days: something may have come there.");
});

test("an act that may have happened inside breaks the silence", () => {
  const account: ActDraft = { at: "2026-03-05 00:00", until: "2026-03-06 23:59", grade: "own-account", kind: "visit", file: "journal" };
  expect(find([...bounds, account])).toEqual([]);
  const open: ActDraft = { at: "2026-06-03 10:00", or: ["2026-03-06 10:00"] };
  expect(find([...bounds, open, { at: "2026-06-20 10:00" }]).flatMap(({ table }) => table.rows.map((row) => row[0]))).toEqual([
    "4 June 2026",
  ]);
});

test("a channel that falls silent while another goes on is told as a silence of that channel", () => {
  const whatsapp = ["2026-02-20", "2026-02-21", "2026-02-22", "2026-03-09"].map((date): ActDraft => ({
    at: `${date} 09:00`,
    channel: "whatsapp",
    file: "chat.txt",
  }));
  const texts = Array.from({ length: 28 }, (_, i): ActDraft => ({ at: `2026-02-${String(1 + i).padStart(2, "0")} 10:00` }));
  const march = Array.from({ length: 10 }, (_, i): ActDraft => ({ at: `2026-03-${String(1 + i).padStart(2, "0")} 10:00` }));
  const found = find([...whatsapp, ...texts, ...march]);
  expect(found.map(({ says }) => says)).toEqual([
    "Once a channel was silent for 14 days or more and then used again. The longest is 14 days without WhatsApp, from 23 February 2026 to 8 March 2026.",
  ]);
  const split = whatsapp.map((draft, i): ActDraft => ({ ...draft, file: i < 3 ? "february.txt" : "march.txt" }));
  expect(find([...split, ...texts, ...march])).toEqual([]);
});

const call = (at: string): ActDraft => ({
  at,
  kind: "call",
  channel: "phone",
  from: { kind: "withheld", wrote: "", normal: "withheld" },
  file: "calls.xml",
});

test("what others wrote meanwhile does not break it, and a withheld call neither: that it may be theirs is said", () => {
  expect(find([...bounds, { at: "2026-03-05 10:00", from: nadia }])[0]?.line).toBe(
    "Nothing by them came for 7 days, between 2 March and 8 March 2026. Then it began again.",
  );
  const [finding] = find([...bounds, call("2026-03-06 10:00")]);
  expect(finding?.line).toBe(
    "Nothing certain by them came for 7 days, between 2 March and 8 March 2026; perhaps 1 act. Then it began again.",
  );
  expect(finding?.says).toMatch(/by texts\. In it 1 act came that may be theirs, by whom is not known for certain\.$/);
  const perhaps = makeStatement({ perhaps: { label: "R", normals: new Set([nadia.normal]) } });
  expect(find([...bounds, { at: "2026-03-05 10:00", from: nadia }], perhaps)[0]?.line).toContain("; perhaps 1 act.");
});

test("a tracker by nobody named neither ends his silence nor begins one", () => {
  const tracker: ActDraft = { ...call("2026-03-15 10:00"), kind: "location", channel: "in-person", grade: "own-account", file: "journal" };
  const acts: readonly ActDraft[] = [...daily, { at: "2026-03-01 10:00" }, { at: "2026-03-25 10:00" }];
  const [finding] = find([...acts, tracker]);
  expect(finding?.table.rows).toEqual([["2 March 2026", "24 March 2026", 23, "Texts", "25 March 2026", "Texts", 1]]);
  expect(finding?.says).toMatch(/^Once nothing by them came/);
  expect(find([...daily, { at: "2026-03-01 10:00" }, tracker])).toEqual([]);
});

test("an export that ends is no silence though a few texts of another file go on; that the record is missing is said", () => {
  const chat = Array.from({ length: 28 }, (_, i): ActDraft => ({
    at: `2026-02-${String(1 + i).padStart(2, "0")} 09:00`,
    channel: "whatsapp",
    file: "chat.txt",
  }));
  const texts: readonly ActDraft[] = [{ at: "2026-02-10 10:00" }, { at: "2026-05-10 10:00" }];
  expect(find([...chat, ...texts])).toEqual([]);
  const quietBefore: readonly ActDraft[] = [{ at: "2026-01-01 10:00" }, { at: "2026-01-01 11:00", channel: "whatsapp", file: "chat.txt" }];
  const [finding] = find([...quietBefore, ...chat, ...texts]);
  expect(finding?.table.rows.map((row) => row.slice(0, 3))).toEqual([["2 January 2026", "31 January 2026", 30]]);
  expect(finding?.couldChange).toContain(
    "Not told as a silence: 1 time without an act 1 March to 9 May 2026, for no file covers WhatsApp then; whether something came is not known.",
  );
});

test("a silence that lies in a block of hers is none of theirs: it is told as that, and what she wrote first is said of another", () => {
  const hers: ActDraft = { at: "2026-03-09 09:05", from: maya, to: [rFirst], text: "I need your number for the solicitor" };
  expect(find([...bounds, hers])[0]?.line).toBe(
    "Nothing by them came for 7 days, between 2 March and 8 March 2026. Then you wrote first, and it began again.",
  );
  const blocked = makeStatement({ stops: [{ ...stopOn("blocked", "2026-03-01"), until: day("2026-03-09") }] });
  expect(find([...bounds, hers], blocked)).toEqual([]);
  const cameThrough = makeStatement({ stops: [stopOn("blocked", "2026-03-01")] });
  expect(find(bounds, cameThrough)).toHaveLength(1);
  const later: readonly ActDraft[] = [{ at: "2026-03-10 10:00" }, { at: "2026-03-20 10:00" }];
  const ended = makeStatement({ stops: [{ ...stopOn("blocked", "2026-03-01"), until: day("2026-03-09") }] });
  const [finding] = find([...bounds, hers, ...later], ended);
  expect(finding?.line).toContain("between 11 March and 19 March 2026");
  expect(finding?.couldChange).toContain(
    "Not told as a silence: no act 2 March to 8 March 2026, for a block that you stated held on all of these days.",
  );
});

test("a handover that was agreed within a silence is said in every sentence of it, and a kindness that is not this one ends it", () => {
  const gate = "at the gate";
  const timeline = makeTimeline([...bounds, { at: "2026-03-05 10:00", text: gate }]);
  const id = timeline.acts.find(({ text }) => text === gate)?.id;
  if (id === undefined) throw new Error("no act");
  const [finding] = silenceAndReturn.find(timeline, makeStatement({ agreed: [{ says: "handover", acts: [id] }] }));
  expect(finding?.line).toBe("Beside what was agreed, nothing by them came for 7 days, between 2 March and 8 March 2026.");
  expect(finding?.says).toMatch(
    /^Once nothing by them beside what was agreed came for 7 days .* In it 1 act came that you said was agreed\.$/,
  );
  const both = makeTimeline([...bounds, { at: "2026-03-05 10:00", text: gate }, call("2026-03-06 10:00")]);
  const gateId = both.acts.find(({ text }) => text === gate)?.id;
  if (gateId === undefined) throw new Error("no act");
  expect(silenceAndReturn.find(both, makeStatement({ agreed: [{ says: "handover", acts: [gateId] }] }))[0]?.line).not.toContain("…");
  expect(finding?.table.columns.at(-1)).toBe("Agreed");
  expect(finding?.table.rows[0]?.at(-1)).toBe(1);
  expect(silenceAndReturn.find(timeline, makeStatement({ notThis: [{ act: id }] }))).toEqual([]);
});

test("behind a kindness that is not this one a silence can begin, and what is told of it is true of the file", () => {
  const kind = "happy birthday";
  const timeline = makeTimeline([...bounds, { at: "2026-03-12 10:00", text: kind }, { at: "2026-03-25 10:00" }]);
  const id = timeline.acts.find(({ text }) => text === kind)?.id;
  if (id === undefined) throw new Error("no act");
  expect(silenceAndReturn.find(timeline, makeStatement({ notThis: [{ act: id }] }))[0]?.line).toBe(
    "Nothing by them came for 12 days, between 13 March and 24 March 2026. Then it began again.",
  );
  const ends = makeTimeline([...bounds, { at: "2026-04-12 10:00", text: kind }]);
  const last = ends.acts.find(({ text }) => text === kind)?.id;
  if (last === undefined) throw new Error("no act");
  expect(silenceAndReturn.find(ends, makeStatement({ notThis: [{ act: last }] }))[0]?.line).toContain("2 March and 8 March 2026");
});
