import fc from "fast-check";
import { expect, test } from "vitest";
import { type Act, type ActId, type Attachment, type SourceSpan, grades } from "./act.ts";
import type { Instant } from "./instant.ts";
import { type Sha256, parseSha256 } from "./sha256.ts";
import { type Coverage, mergeActs } from "./timeline.ts";
import { createOrderOfTime } from "./order-of-time.ts";

const seed = 20261125;

function sha(digit: string): Sha256 {
  const sha256 = parseSha256(digit.repeat(64));
  if (!sha256) throw new Error("no hash");
  return sha256;
}

function span(file: string, start: number): SourceSpan {
  return { sha256: sha(file), name: `${file}.txt`, start, end: start + 10 };
}

function makeAct(more: Partial<Omit<Act, "id">> & { id: string; at?: number }): Act {
  const { id, at = 0, ...rest } = more;
  return {
    kind: "message",
    channel: "whatsapp",
    when: { wrote: String(at), zone: "UTC", earliest: at as Instant, latest: (at + 59_999) as Instant },
    from: { kind: "name", wrote: "Sam", normal: "sam" },
    to: [],
    text: "hello",
    attachments: [],
    flags: [],
    grade: "text-export",
    source: span("a", at),
    ...rest,
    id: id as ActId,
  };
}

/** Any few acts: ids, texts, files and grades from small sets, so that many agree. No two stand at one place of one file. */
const anyActs = fc
  .array(
    fc.record({
      id: fc.constantFrom("x-1", "x-2", "y-1", "z-1"),
      at: fc.constantFrom(0, 60_000, 120_000),
      text: fc.constantFrom("hello", "other", null),
      file: fc.constantFrom("a", "b", "c"),
      grade: fc.constantFrom(...grades),
      flags: fc.constantFrom([], ["edited"] as const, ["deleted"] as const),
      sourceId: fc.constantFrom(undefined, "7"),
      attachments: fc.constantFrom<readonly Attachment[]>(
        [],
        [{ name: "p" }],
        [{ name: "p", sha256: sha("1") }],
        [{ name: "p", sha256: sha("2") }],
      ),
    }),
    { maxLength: 14 },
  )
  .map((drafts) =>
    drafts.map(({ file, sourceId, ...rest }, i) =>
      makeAct({ ...rest, source: span(file, i * 10), ...(sourceId === undefined ? {} : { sourceId }) }),
    ),
  );

test("the order in which acts are handed over changes nothing", () => {
  fc.assert(
    fc.property(anyActs, fc.infiniteStream(fc.nat()), (acts, chance) => {
      const shuffled = acts.map((act) => ({ act, place: chance.next().value })).sort((a, b) => a.place - b.place);
      expect(mergeActs(shuffled.map(({ act }) => act), [])).toEqual(mergeActs(acts, []));
    }),
    { seed, numRuns: 1000 },
  );
}); // prettier-ignore

test("handing everything over twice adds nothing", () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      expect(mergeActs([...acts, ...acts], [])).toEqual(mergeActs(acts, []));
    }),
    { seed, numRuns: 500 },
  );
});

test("every place where an act stands is kept, and every text", () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const { acts: merged } = mergeActs(acts, []);
      const key = (id: string, text: string | null, { sha256, start }: SourceSpan) => JSON.stringify([id, text, sha256, start]);
      const kept = new Set(
        merged.flatMap(({ id, alsoIds = [], text, sources }) =>
          [id, ...alsoIds].flatMap((one) => sources.map((source) => key(one, text, source))),
        ),
      );
      for (const { id, text, source } of acts) expect(kept.has(key(id, text, source))).toBe(true);
    }),
    { seed, numRuns: 500 },
  );
});

test("the line of time is in order, and no two records point at each other", () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const { acts: merged } = mergeActs(acts, []);
      const inOrderOfTime = createOrderOfTime(merged);
      for (const [i, act] of merged.entries()) {
        const next = merged[i + 1];
        if (next) expect(inOrderOfTime(act, next)).toBeLessThanOrEqual(0);
      }
    }),
    { seed, numRuns: 500 },
  );
});

test("what a clock of minutes leaves open stands as its file has it, and what two phones have as one of them has it", () => {
  const at = 120_000;
  const lines = ["c", "a", "b"].map((text, i) => ({ at, text, id: `${text}-1`, start: i * 10 }));
  const onBoth = lines.flatMap(({ start, ...line }) => ["f", "e"].map((file) => makeAct({ ...line, source: span(file, start) })));
  expect(mergeActs(onBoth, []).acts.map(({ text }) => text)).toEqual(["c", "a", "b"]);
  const newestFirst = [...lines, { at: 60_000, text: "z", id: "z-1", start: 30 }];
  const acts = newestFirst.map(({ start, ...line }) => makeAct({ ...line, source: span("a", start) }));
  expect(mergeActs(acts, []).acts.map(({ text }) => text)).toEqual(["z", "b", "a", "c"]);
});

test("the better record leads, and the one that has the picture before the one that only names it", () => {
  const text = makeAct({ id: "x-1", source: span("a", 0) });
  const database = makeAct({ id: "x-1", grade: "database", source: span("b", 0) });
  const { acts } = mergeActs([text, database], []);
  expect(acts).toHaveLength(1);
  expect(acts[0]).toMatchObject({ grade: "database", sources: [{ name: "b.txt" }, { name: "a.txt" }] });

  const named = makeAct({ id: "x-1", attachments: [{ name: "p.jpg" }], flags: ["media-missing"], source: span("a", 0) });
  const handed = makeAct({ id: "x-1", attachments: [{ name: "p.jpg", sha256: sha("1") }], source: span("b", 0) });
  expect(mergeActs([named, handed], []).acts).toMatchObject([{ attachments: [{ sha256: sha("1") }], flags: [] }]);
});

test("one message is one act, though the phone wrote its time otherwise in a later export", () => {
  const at = (wrote: string, earliest: number, or?: number) => ({
    ...makeAct({ id: "x-1" }),
    when: {
      wrote,
      zone: "Europe/London",
      earliest: earliest as Instant,
      latest: earliest as Instant,
      ...(or === undefined ? {} : { or: [{ earliest: or as Instant, latest: or as Instant }] }),
    },
  });
  expect(mergeActs([at("13:30", 5), at("1:30 pm", 5)], []).acts).toHaveLength(1);
  expect(mergeActs([at("1/2 13:30", 5, 9), at("1/2 1:30 pm", 9)], []).acts).toHaveLength(1);
  expect(mergeActs([at("13:30", 5), at("1:30 am", 6)], []).acts).toHaveLength(2);
});

test("a date that one export proves stands before the one that another had to assume, whichever leads", () => {
  const proven = { wrote: "1/2/25", zone: "Europe/London", earliest: 1 as Instant, latest: 2 as Instant };
  const guessed = { ...proven, earliest: 8 as Instant, latest: 9 as Instant, or: [{ earliest: 1 as Instant, latest: 2 as Instant }] };
  for (const [name, other] of [
    ["a", "b"],
    ["b", "a"],
  ] as const) {
    const assumed = {
      ...makeAct({ id: "x-1", flags: ["date-order-assumed", "far-date", "edited"], source: span(name, 0) }),
      when: guessed,
    };
    const known = { ...makeAct({ id: "x-1", flags: ["time-twice"], source: span(other, 0) }), when: proven };
    expect(mergeActs([assumed, known], []).acts.map((act) => [act.when, [...act.flags].filter((flag) => flag !== "edited")])).toEqual([
      [proven, ["time-twice"]],
    ]);
    expect(mergeActs([assumed], []).acts[0]?.when).toEqual(guessed);
  }
});

test("a file read once without a zone and once with the zone stated shows the stated one", () => {
  const assumed = makeAct({ id: "x-1", flags: ["zone-assumed"] });
  const stated = {
    ...makeAct({ id: "x-1" }),
    when: { wrote: "0", zone: "Europe/Paris", earliest: -3_600_000 as Instant, latest: 0 as Instant },
  };
  for (const acts of [
    [assumed, stated],
    [stated, assumed],
  ]) {
    expect(mergeActs(acts, []).acts).toMatchObject([{ flags: [], when: { zone: "Europe/Paris" } }]);
  }
});

test("two messages whose ids were made to agree stay two", () => {
  const message = makeAct({ id: "x-1", text: "I will find you" });
  for (const other of [
    makeAct({ id: "x-1", text: "good morning" }),
    makeAct({ id: "x-1", text: "I will find you", from: { kind: "name", wrote: "Me", normal: "me" } }),
    makeAct({ id: "x-1", text: "I will find you", at: 60_000 }),
    makeAct({ id: "x-1", text: "I will find you", channel: "telegram" }),
    makeAct({ id: "x-1", text: "I will find you", subject: "Re" }),
  ]) {
    expect(mergeActs([message, other], []).acts).toHaveLength(2);
  }
  const picture = (digit: string) => makeAct({ id: "x-1", attachments: [{ name: "p.jpg", sha256: sha(digit) }] });
  expect(mergeActs([picture("1"), picture("2")], []).acts).toHaveLength(2);
});

test("three equal lines of one minute are three acts, in one export and in two that overlap", () => {
  const lines = (file: string) => ["x-1", "x-2", "x-3"].map((id, i) => makeAct({ id, source: span(file, i * 10) }));
  expect(mergeActs(lines("a"), []).acts).toHaveLength(3);
  const both = mergeActs([...lines("a"), ...lines("b").slice(0, 2)], []).acts;
  expect(both.map((act) => act.sources.length)).toEqual([2, 2, 1]);
});

test("a message that was edited between two exports is two records, the later linked to the earlier", () => {
  const before = makeAct({ id: "x-1", text: "I know where you live", source: span("a", 0) });
  const after = makeAct({ id: "y-1", text: "hi", flags: ["edited"], source: span("b", 0) });
  const { acts } = mergeActs([after, before], []);
  expect(acts.map(({ id, versionOf }) => [id, versionOf])).toEqual([
    ["x-1", undefined],
    ["y-1", "x-1"],
  ]);
});

test("where two other messages stand in the same minute, nobody knows which was deleted, and nothing is linked", () => {
  const gone = makeAct({ id: "x-1", text: null, flags: ["deleted"], source: span("b", 0) });
  const others = [makeAct({ id: "y-1", text: "one" }), makeAct({ id: "z-1", text: "two", source: span("a", 10) })];
  expect(mergeActs([gone, ...others], []).acts.every((act) => act.versionOf === undefined)).toBe(true);
  const byId = others.map((act, i) => ({ ...act, sourceId: String(i) }));
  expect(mergeActs([{ ...gone, sourceId: "1" }, ...byId], []).acts.find((act) => act.id === "x-1")?.versionOf).toBe("z-1");
});

test("a message edited in both of two exports is linked one way only", () => {
  const acts = [
    makeAct({ id: "x-1", text: "second", flags: ["edited"], sourceId: "7", source: span("a", 0) }),
    makeAct({ id: "y-1", text: "third", flags: ["edited"], sourceId: "7", source: span("b", 0) }),
  ];
  expect(mergeActs(acts, []).acts.map((act) => act.versionOf)).toEqual([undefined, "x-1"]);
});

test("what each source covers is listed by source, whatever the order", () => {
  const coverage = (file: string): Coverage => ({
    source: span(file, 0),
    importer: "x",
    acts: 1,
    notices: 0,
    unread: 0,
    first: null,
    last: null,
  });
  expect(mergeActs([], [coverage("b"), coverage("a")]).coverage.map(({ source }) => source.name)).toEqual(["a.txt", "b.txt"]);
});
