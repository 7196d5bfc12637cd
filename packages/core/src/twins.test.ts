import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Act, ActId, SourceSpan } from "./act.ts";
import { type Identity, owner } from "./identity.ts";
import type { Instant } from "./instant.ts";
import { type Sha256, parseSha256 } from "./sha256.ts";
import { leadWithShown, mergeActs } from "./timeline.ts";

const seed = 20261126;
const minute = 60_000;

const sam: Identity = { kind: "name", wrote: "Sam", normal: "sam" };
const maya: Identity = { kind: "name", wrote: "Maya", normal: "maya" };
const dave: Identity = { kind: "name", wrote: "Dave", normal: "dave" };
const samsNumber: Identity = { kind: "phone", wrote: "+447700900123", normal: "+447700900123", name: "Sam" };
const choir: Identity = { kind: "group", wrote: "Choir", normal: "choir" };

function sha(file: string): Sha256 {
  const hash = parseSha256([...file].map((letter) => (letter.codePointAt(0) ?? 0).toString(16)).join("").padEnd(64, "0").slice(0, 64)); // prettier-ignore
  if (!hash) throw new Error("no hash");
  return hash;
}

let places = 0;

interface Draft extends Partial<Omit<Act, "id" | "when" | "source">> {
  readonly file: string;
  /** Milliseconds from the beginning, and how many of them the stamp leaves open. */
  readonly at?: number;
  readonly open?: number;
  /** Beginnings of the other readings. */
  readonly or?: readonly number[];
  readonly id?: string;
}

/** A record; each file is a make of its own, with ids of its own. */
function record({ file, at = 0, open = minute, or, id, ...more }: Draft): Act {
  const place = ++places * 10;
  const interval = (from: number) => ({ earliest: from as Instant, latest: (from + open - 1) as Instant });
  return {
    kind: "message", channel: "whatsapp", from: sam, to: [maya], text: "hello", attachments: [], flags: [], grade: "text-export", ...more,
    when: { wrote: `${file} ${at}`, zone: "UTC", ...interval(at), ...(or ? { or: or.map(interval) } : {}) },
    id: (id ?? `${file}-${"0".repeat(31)}${places % 10}-${places}`) as ActId,
    source: { sha256: sha(file), name: file, start: place, end: place + 10 },
  }; // prettier-ignore
}

const merge = (acts: readonly Act[]) => mergeActs(acts, []).acts;
const filesOf = (sources: readonly SourceSpan[]) => sources.map(({ name }) => name).sort();

describe("one message in exports of two makes is one act", () => {
  test("a second lies in its minute, at its first and at its last moment, and not beside it", () => {
    for (const [at, acts] of [
      [0, 1],
      [59_000, 1],
      [60_000, 2],
      [-1000, 2],
    ] as const)
      // prettier-ignore
      expect(merge([record({ file: "android" }), record({ file: "iphone", at, open: 1000 })])).toHaveLength(acts);
  });

  test("the one that tells the time more closely leads; ids and places of both are kept", () => {
    const android = record({ file: "android" });
    const iphone = record({ file: "iphone", at: 7000, open: 1000 });
    const [act, ...rest] = merge([android, iphone]);
    expect(rest).toEqual([]);
    expect(act).toMatchObject({ id: iphone.id, alsoIds: [android.id], when: iphone.when, source: iphone.source });
    expect(act?.sources).toEqual([iphone.source, android.source]);
  });

  test("the better grade leads, though it tells the time less closely", () => {
    const [act] = merge([record({ file: "db", grade: "database" }), record({ file: "iphone", at: 7000, open: 1000 })]);
    expect(act).toMatchObject({ grade: "database", source: { name: "db" } });
  });

  test.each([
    ["accents composed and not", "caf\u00E9", "cafe\u0301"],
    ["breaks of lines", "one\ntwo", "one\r\ntwo"],
    ["breaks at the end", "one", "one\n\n"],
  ])("%s are no difference", (_, a, b) => {
    expect(merge([record({ file: "android", text: a }), record({ file: "iphone", text: b })])).toHaveLength(1);
  });

  test("a picture without words by its bytes, not by its name", () => {
    const picture = (file: string, bytes: string) =>
      record({ file, text: null, attachments: [{ name: `${file}.jpg`, sha256: sha(bytes) }] });
    expect(merge([picture("android", "p"), picture("iphone", "p")])).toHaveLength(1);
    expect(merge([picture("android", "p"), picture("iphone", "q")])).toHaveLength(2);
    const under = (file: string, bytes: string) => ({ ...picture(file, bytes), text: "look" });
    expect(merge([under("android", "p"), under("iphone", "q")])).toHaveLength(2);
  });

  test("a missed call is one call, and no answered one", () => {
    const call = (file: string, more: Partial<Draft>) => record({ file, kind: "call", text: null, ...more });
    expect(merge([call("android", { flags: ["missed", "unanswered"] }), call("iphone", { flags: ["missed", "unanswered"] })])).toHaveLength(
      1,
    );
    expect(merge([call("android", { flags: ["missed", "unanswered"] }), call("iphone", { duration: 30 })])).toHaveLength(2);
    expect(merge([call("android", { duration: 300 }), call("iphone", { duration: 312 })])).toHaveLength(1);
    expect(merge([call("android", { duration: 2 }), call("iphone", { duration: 7200 })])).toHaveLength(2);
  });
});

describe("who wrote to whom", () => {
  test("she has a name in one export and none in the other", () => {
    const text = [record({ file: "text" }), record({ file: "text", from: maya, to: [sam], text: "stop" })];
    const database = [
      record({ file: "db", from: samsNumber, to: [owner], grade: "database" }),
      record({ file: "db", from: owner, to: [samsNumber], text: "stop", grade: "database" }),
    ];
    expect(merge([...text, ...database]).map(({ sources }) => filesOf(sources))).toEqual([["db", "text"], ["db", "text"]]); // prettier-ignore
  });

  test("the same words of the other one are another act, named or not", () => {
    expect(merge([record({ file: "a" }), record({ file: "b", from: maya, to: [sam] })])).toHaveLength(2);
    expect(merge([record({ file: "a" }), record({ file: "b", from: owner, to: [sam] })])).toHaveLength(2);
    expect(merge([record({ file: "a", to: [owner] }), record({ file: "b", from: owner, to: [sam] })])).toHaveLength(2);
    expect(merge([record({ file: "a", from: samsNumber, to: [owner] }), record({ file: "b", from: owner, to: [maya] })])).toHaveLength(2);
  });

  test("what she wrote to one is not what she wrote to another in the same minute", () => {
    expect(merge([record({ file: "a", from: owner, to: [sam] }), record({ file: "b", from: owner, to: [dave] })])).toHaveLength(2);
    expect(merge([record({ file: "a", from: owner, to: [sam] }), record({ file: "b", from: owner, to: [choir] })])).toHaveLength(2);
  });

  test("in a group a friend's wish is not hers, whatever comes first", () => {
    const text = (from: Identity) => record({ file: "text", from, to: [choir], text: "Happy birthday!" });
    const acts = merge([
      record({ file: "db", from: dave, to: [choir], text: "Happy birthday!", grade: "database" }),
      record({ file: "db", from: owner, to: [choir], text: "Happy birthday!", grade: "database" }),
      text(dave),
      text(maya),
    ]);
    expect(acts.map(({ from, sources }) => [from.kind, sources.length])).toEqual(expect.arrayContaining([["name", 2], ["owner", 2]])); // prettier-ignore
  });

  test("two numbers under one name are two people", () => {
    const other: Identity = { ...samsNumber, wrote: "+447700900456", normal: "+447700900456" };
    expect(merge([record({ file: "a", from: samsNumber }), record({ file: "b", from: other })])).toHaveLength(2);
  });

  test("Telegram's JSON has an account with a name, its page the name alone", () => {
    const account: Identity = { kind: "id", wrote: "user1", normal: "telegram:1", name: "Sam" };
    const json = record({ file: "json", channel: "telegram", from: account, sourceId: "7", open: 1000, grade: "structured-export" });
    expect(merge([json, record({ file: "html", channel: "telegram", sourceId: "7", open: 1000 })])).toHaveLength(1);
    const same = { channel: "telegram", open: 1000 } as const;
    const numbered = (file: string, sourceId: string) =>
      record({ ...same, file, sourceId, id: `telegram-${sha(file + sourceId).slice(0, 32)}-1` });
    expect(merge([numbered("json", "7"), numbered("html", "8")])).toHaveLength(2);
    const turned = merge([numbered("json", "7"), numbered("json", "8"), numbered("html", "8"), numbered("html", "7")]);
    expect(turned.map(({ sources }) => sources.length)).toEqual([2, 2]);
  });
});

describe("what is no twin", () => {
  test.each<[string, Partial<Draft>]>([
    ["other words", { text: "hello." }],
    ["another app", { channel: "sms" }],
    ["a deleted one", { flags: ["deleted"] }],
    ["an edited one", { flags: ["edited"] }],
    ["a post", { kind: "post" }],
  ])("%s", (_, more) => {
    expect(merge([record({ file: "android" }), record({ file: "iphone", ...more })])).toHaveLength(2);
  });

  test("two lines of two bank lists", () => {
    const transfer = (file: string) => record({ file, kind: "transfer", channel: "bank", text: "rent" });
    expect(merge([transfer("one"), transfer("other")])).toHaveLength(2);
  });
});

describe("equal lines", () => {
  test("three in one minute stay three, whatever the seconds, and the file that has most decides", () => {
    const lines = (file: string, count: number, open: number) =>
      Array.from({ length: count }, (_, i) => record({ file, open, at: open === minute ? 0 : i * 9000 }));
    for (const [android, iphone, acts] of [
      [3, 3, 3],
      [2, 3, 3],
      [3, 2, 3],
      [3, 0, 3],
    ] as const)
      // prettier-ignore
      expect(merge([...lines("android", android, minute), ...lines("iphone", iphone, 1000)])).toHaveLength(acts);
  });

  test("each meets the one whose time runs out first, so that none is left alone that could have met", () => {
    const acts = merge([
      record({ file: "diary", at: 0, open: 24 * 60 * minute, grade: "own-account" }),
      record({ file: "diary", at: minute, open: minute, grade: "own-account" }),
      record({ file: "iphone", at: minute + 5000, open: 1000 }),
      record({ file: "iphone", at: 9 * minute, open: 1000 }),
    ]);
    expect(acts.map(({ sources }) => sources.length)).toEqual([2, 2]);
  });
});

describe("time", () => {
  const day = 24 * 60 * minute;

  test("a date that can be read two ways meets by either, and the file that proves it says which", () => {
    const guessed = record({ file: "android", at: 30 * day, or: [0], flags: ["date-order-assumed"] });
    const known = record({ file: "iphone", at: 5000, open: 1000 });
    for (const acts of [
      [guessed, known],
      [known, guessed],
    ])
      // prettier-ignore
      expect(merge(acts)).toMatchObject([{ when: { earliest: 5000, latest: 5999 }, flags: [] }]);
    const better = { ...guessed, grade: "database" } as const;
    expect(merge([better, known])).toMatchObject([{ grade: "database", when: known.when, flags: [] }]);
    expect(merge([better, known])[0]?.when.or).toBeUndefined();
  });

  test("by the chosen reading first: a guess takes no place of one that is sure", () => {
    const acts = merge([
      record({ file: "android", at: day, or: [0], flags: ["date-order-assumed"] }),
      record({ file: "android", at: 0 }),
      record({ file: "iphone", at: 0, open: 1000 }),
      record({ file: "iphone", at: day, open: 1000 }),
    ]);
    expect(acts.map(({ sources }) => sources.length)).toEqual([2, 2]);
  });

  test("a time that disagrees stays as another reading", () => {
    const doubtful = record({ file: "mail", channel: "email", at: day, or: [0], flags: ["date-doubtful"] });
    const [act] = merge([doubtful, record({ file: "other", channel: "email", grade: "database" })]);
    expect(act?.when).toMatchObject({ earliest: 0, or: [{ earliest: day, latest: day + minute - 1 }] });
  });
});

describe("a held-back file", () => {
  test("leads no act and lends it neither id nor place, and what only it holds stays", () => {
    const shown = record({ file: "android" });
    const hidden = record({ file: "iphone", at: 7000, open: 1000 });
    const alone = record({ file: "iphone", at: minute, open: 1000, text: "alone" });
    const timeline = mergeActs([shown, hidden, alone], []);
    const led = leadWithShown(timeline, ({ name }) => name === "android");
    expect(led.acts).toEqual([...mergeActs([shown], []).acts, ...mergeActs([alone], []).acts]);
    expect(leadWithShown(timeline, () => true)).toBe(timeline);
  });
});

/** The same few messages in up to four files that write time more or less closely, each file a part of them. */
const anyExports = fc
  .record({
    messages: fc.array(
      fc.record({
        step: fc.constantFrom(0, 0, 1, 9, 70),
        from: fc.constantFrom(sam, maya, dave),
        text: fc.constantFrom("hi", "ok", null),
      }),
      { maxLength: 10 },
    ),
    files: fc.array(fc.record({ open: fc.constantFrom(1, 1000, minute), from: fc.nat(9), to: fc.nat(9) }), { maxLength: 4 }),
  })
  .map(({ messages, files }) => {
    let second = 0;
    const times = messages.map(({ step }) => (second += step));
    return {
      messages,
      exports: files.map(({ open, from, to }, i) =>
        messages.flatMap((message, n) => {
          if (n < from || n > to) return [];
          const at = (times[n] ?? 0) * 1000;
          return [record({ file: `file${i}`, open, at: at - (at % open), from: message.from, to: [message.from === sam ? maya : sam], text: message.text })];
        }),
      ),
    };
  }); // prettier-ignore

test("neither the order nor the grouping in which exports are handed over changes anything", () => {
  fc.assert(
    fc.property(anyExports, fc.infiniteStream(fc.nat()), ({ exports }, chance) => {
      const acts = exports.flat();
      const shuffled = acts.map((act) => ({ act, place: chance.next().value })).sort((a, b) => a.place - b.place);
      expect(merge(shuffled.map(({ act }) => act))).toEqual(merge(acts));
      expect(merge([...exports].reverse().flat())).toEqual(merge(acts));
      expect(merge([...acts, ...shuffled.map(({ act }) => act)])).toEqual(merge(acts));
    }),
    { seed, numRuns: 500 },
  );
});

const inOrder = (a: number, b: number): number => a - b;

test("every place and every id of every export stands on exactly one act, and no act stands twice in one file", () => {
  fc.assert(
    fc.property(anyExports, ({ exports }) => {
      const acts = exports.flat();
      const merged = merge(acts);
      const said = (ids: readonly string[], sources: readonly SourceSpan[]) => [
        ids.toSorted(),
        sources.map(({ start }) => start).toSorted(inOrder),
      ];
      const places = merged.flatMap(({ sources }) => sources.map(({ start }) => start));
      expect(places.sort(inOrder)).toEqual(acts.map(({ source }) => source.start).sort(inOrder));
      expect(merged.flatMap(({ id, alsoIds = [] }) => [id, ...alsoIds]).sort()).toEqual(acts.map(({ id }) => String(id)).sort());
      for (const { id, alsoIds = [], records, sources } of merged) {
        expect(new Set(sources.map(({ name }) => name)).size).toBe(sources.length);
        if (records) expect(said(records.map((one) => one.id), records.flatMap((one) => one.sources))).toEqual(said([id, ...alsoIds], sources)); // prettier-ignore
      }
    }),
    { seed, numRuns: 500 },
  );
});

test("an export of another make of the same messages, or of a part of them, adds no act", () => {
  fc.assert(
    fc.property(anyExports, fc.constantFrom(1, 1000, minute), fc.nat(), ({ exports }, open, cut) => {
      const [first = []] = exports;
      const twin = first.slice(cut % (first.length + 1)).map((act) => {
        const at = act.when.earliest - (act.when.earliest % open);
        return record({ file: "twin", open: Math.max(open, 1), at, from: act.from, to: act.to, text: act.text });
      });
      expect(merge([...first, ...twin])).toHaveLength(first.length);
    }),
    { seed, numRuns: 500 },
  );
});

test("twenty thousand equal lines in one minute of two exports are twenty thousand acts", () => {
  const lines = (file: string, open: number) =>
    Array.from({ length: 20_000 }, (_, i) => record({ file, open, at: open === minute ? 0 : i % 60_000 }));
  expect(merge([...lines("android", minute), ...lines("iphone", 1)])).toHaveLength(20_000);
});

test("fifty thousand empty lines, or accents, in a message of two makes are compared in a moment", () => {
  const started = performance.now();
  for (const run of ["\n".repeat(50_000), "\u0301\u0316".repeat(25_000)]) {
    const text = `x${run}y`;
    expect(merge([record({ file: "android", text }), record({ file: "iphone", open: 1000, text: `${text}\n` })])).toHaveLength(1);
  }
  expect(performance.now() - started).toBeLessThan(1000);
});
