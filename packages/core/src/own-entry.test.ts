import fc from "fast-check";
import { expect, test } from "vitest";
import { makeAct } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import type { Act } from "./act.ts";
import { timelineActFromJson } from "./act-from-json.ts";
import { fileSpans } from "./file-spans.ts";
import type { Instant } from "./instant.ts";
import { type OwnEntry, type WrittenDown, entryKinds, entryTexts, lifeAreas, withEntryTexts } from "./own-entry.ts";
import { timelineActToJson } from "./reading-json.ts";
import { mergeActs } from "./timeline.ts";
import { createWhose } from "./whose.ts";

/** An entry of a journal as an act, and what patterns and paper are told of it beside its words. */

const at = (ms: number): Instant => ms as Instant;
const words = fc.stringMatching(/^[A-Za-zé“\n]{1,9}$/u);
const names = fc.array(words, { minLength: 1, maxLength: 3 });
const written: fc.Arbitrary<WrittenDown> = fc
  .tuple(fc.nat(10 ** 12), fc.constantFrom("self", "supporter"), fc.constantFrom(undefined, "neither", "from", "until", "both"))
  .map(([ms, by, known]) => ({
    at: at(ms),
    by,
    ...(known && {
      between: {
        ...((known === "from" || known === "both") && { from: at(ms) }),
        ...((known === "until" || known === "both") && { until: at(ms + 1) }),
      },
    }),
  }));
const entries: fc.Arbitrary<OwnEntry> = fc.record(
  {
    written,
    kinds: fc.subarray([...entryKinds], { minLength: 1 }),
    accounts: names,
    place: words,
    sure: fc.constantFrom("certain", "think-so", "not-known"),
    how: words,
    others: names,
    witnesses: names,
    firstHand: fc.constantFrom("seen", "told"),
    toldBy: words,
    fearedViolence: fc.constantFrom("yes", "no", "unsure"),
    felt: words,
    changed: words,
    areas: fc.subarray([...lifeAreas], { minLength: 1 }),
    did: words,
    references: fc.array(fc.record({ with: words, number: words }), { minLength: 1, maxLength: 2 }),
    breaks: words,
    locked: fc.constant(true),
    added: fc.array(
      fc.tuple(written, words).map(([line, more]) => ({ ...line, words: more })),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: ["written"] },
);

const plain = makeAct({
  id: `journal-${"0a".repeat(16)}-1`,
  at: "2026-10-04 18:40",
  kind: "visit",
  channel: "in-person",
  grade: "own-account",
  file: "journal.jsonl",
  text: "At the gate.",
});
const withEntry = (entry: OwnEntry, more: Partial<Act> = {}): Act => ({ ...plain, sourceId: "1", ...more, entry });
const day = { written: { at: at(Date.UTC(2026, 9, 4, 19)), by: "self" } } as const;

test("what an entry says beside its words is read as it was written", () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const act = { ...withEntry(entry), sources: [plain.source] };
      expect(timelineActFromJson(timelineActToJson(act))).toEqual({ ok: true, value: act });
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("an empty list, a doubt about the clock that ends before it begins and a key that nobody knows are refused", () => {
  const json = JSON.parse(timelineActToJson({ ...withEntry(day), sources: [plain.source] })) as { entry: object };
  const refusal = (entry: object): string => {
    const read = timelineActFromJson(JSON.stringify({ ...json, entry: { ...json.entry, ...entry } }));
    return read.ok ? "read" : read.error;
  };
  expect(refusal({ witnesses: [] })).toBe("act.entry.witnesses is empty");
  const between = { from: "2026-10-04T19:00:00.000Z", until: "2026-10-04T18:00:00.000Z" };
  expect(refusal({ written: { at: "2026-10-04T19:00:00.000Z", by: "self", between } })).toBe(
    "act.entry.written.between ends before it begins",
  );
  expect(refusal({ found: false })).toBe("act.entry.found is not true");
  expect(refusal({ mood: "bad" })).toMatch(/^act.entry has a key that does not belong there/);
});

test("every text of hers in it is found, and can be covered", () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const covered = withEntryTexts(entry, () => "•");
      expect(entryTexts(covered).every((text) => text === "•")).toBe(true);
      const left = JSON.stringify({ ...covered, kinds: [], areas: [], sure: "", firstHand: "", fearedViolence: "", written: {} });
      for (const text of entryTexts({ ...entry, toldBy: "Leonie Voss" })) if (text.length > 8) expect(left).not.toContain(text);
      expect(withEntryTexts(entry, (text) => text)).toEqual(entry);
    }),
    { seed: 2, numRuns: 100 },
  );
});

test("an earlier copy of the journal adds no act: the record with more added leads, in whatever order they come", () => {
  const file = { name: "gate.jpg" };
  const before = withEntry(day, {
    source: { ...plain.source, sha256: makeAct({ at: "2026-10-04 18:40", file: "older.jsonl" }).source.sha256 },
  });
  const after = withEntry({ ...day, added: [{ ...day.written, words: "Leonie saw it." }] }, { attachments: [file] });
  for (const both of [
    [before, after],
    [after, before],
  ]) {
    const { acts } = mergeActs(both, []);
    expect(acts).toHaveLength(1);
    expect(acts[0]?.entry?.added).toHaveLength(1);
    expect(acts[0]?.attachments).toEqual([file]);
    expect(acts[0]?.sources).toHaveLength(2);
  }
  const moved = withEntry(after.entry ?? day, { when: { ...plain.when, wrote: "the day before", earliest: at(0), latest: at(1) } });
  expect(mergeActs([before, moved], []).acts).toHaveLength(2);
});

test("an entry has no twin in a chat, although it is of the same kind, words and minute", () => {
  const message = makeAct({ at: "2026-10-04 18:40", kind: "message", channel: "sms", file: "sms.xml", text: "I see you." });
  const told = { ...message, id: plain.id, grade: "own-account", source: plain.source } as const;
  expect(mergeActs([message, told], []).acts).toHaveLength(1);
  expect(mergeActs([message, { ...told, entry: day }], []).acts).toHaveLength(2);
});

test("of somebody of whom she wrote that she thinks so, it is perhaps theirs, and what she says of the act outranks it", () => {
  const statement = makeStatement();
  const [normal = ""] = statement.them.normals;
  const from = { kind: "name", wrote: normal, normal } as const;
  const sure = withEntry({ ...day, sure: "certain" }, { from });
  const unsure = withEntry({ ...day, sure: "think-so" }, { from });
  expect(createWhose(statement)(sure)).toBe("theirs, she is sure");
  expect(createWhose(statement)(unsure)).toBe("perhaps theirs");
  expect(createWhose({ ...statement, marks: [{ act: unsure.id, whose: "theirs" }] })(unsure)).toBe("theirs, she is sure");
});

test("an entry of which she does not know when it happened makes no file begin in 1970", () => {
  const open = withEntry(day, { flags: ["time-not-known"], when: { ...plain.when, earliest: at(0) } });
  const file = plain.source.sha256;
  const spans = fileSpans(mergeActs([plain, { ...open, text: "Something was gone." }], []));
  expect(spans.get(file)?.earliest).toBe(plain.when.earliest);
});
