import { type Act, type JournalLine, type Reading, type Source, createNameRedactor, instantToIso, parseSha256 } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { listFixtures, optionsOf, readingsOf, sourceOf, sourcesOf, stepsOf } from "../../../../../fixtures/importers/fixture.ts";
import { type LeftOutNames, importers, makeCopy, readsAsBefore } from "../../index.ts";
import { journal } from "./journal.ts";

/** Her own journal as acts, what a pack holds of it, and what later lines change. */

const weeks = listFixtures().find(({ importer, name }) => importer === "journal" && name === "weeks") ?? expect.fail();
const options = optionsOf(weeks, importers);

async function readWhole(sources: readonly Source[]): Promise<readonly Reading[]> {
  return readingsOf(await stepsOf(sources, options));
}

const noHash = parseSha256("0".repeat(64)) ?? expect.fail();

const actsIn = (readings: readonly Reading[]): readonly Act[] => readings.flatMap((one) => ("act" in one ? [one.act] : []));

async function textOf(source: Source): Promise<string> {
  return Buffer.from(await source.read(0, source.size)).toString("utf8");
}

/** A journal of lines that hold `words` and what else is given. */
function journalOf(...lines: readonly (Partial<JournalLine> | object)[]): Source {
  const written = { at: "2026-09-07T18:20:03.004Z", zone: "Europe/London", by: "self" };
  const texts = lines.map((line, i) => `${JSON.stringify({ counter: i + 1, line: "entry", written, ...line })}\n`);
  return sourceOf("journal.jsonl", Buffer.from(texts.join("")));
}

const writtenAt = (at: string): object => ({ written: { at, zone: "Europe/London", by: "self" } });

/** Of an entry at each hour, the hour where it is believed, else those between which it was written. */
async function hoursOf(...times: readonly string[]): Promise<readonly (string | readonly string[])[]> {
  const source = journalOf(...times.map((at) => ({ words: "He rang.", ...writtenAt(at) })));
  return actsIn(await readWhole([source])).map(({ entry }) => hoursIn(entry ?? expect.fail()));
}

function hoursIn({ written: { at, between } }: NonNullable<Act["entry"]>): string | readonly string[] {
  return between ? Object.values(between).map(instantToIso) : instantToIso(at);
}

test("a line that was lost where the journal was kept is told apart from one that was left out of a pack", async () => {
  const [first = "", second = "", third = ""] = (await textOf(journalOf({ words: "One." }, { words: "Two." }, { words: "Three." }))).split(
    "\n",
  );
  const reasonIn = async (text: string): Promise<readonly string[]> =>
    (await readWhole([sourceOf("journal.jsonl", Buffer.from(text))])).flatMap((one) => ("unread" in one ? [one.unread.reason] : []));
  expect(await reasonIn(`${first}\n\n${third}\n`)).toEqual([
    expect.stringMatching(/^nothing stands under this number, as of a line that is missing/),
  ]);
  expect(await reasonIn(`${first}\n${" ".repeat(second.length)}\n${third}\n`)).toEqual([
    "nothing of this line stands here: it was left out of a pack",
  ]);
});

describe("an entry as an act", () => {
  test.each([
    [["threatened", "came-in"], undefined, "entry", "in-person"],
    [["threatened"], undefined, "threat", "other"],
    [["waited-near", "threatened"], undefined, "threat", "in-person"],
    [["contacted"], "phone", "call", "phone"],
    [["contacted"], "email", "message", "email"],
    [["contacted"], undefined, "message", "other"],
    [["published", "pretended"], "instagram", "post", "instagram"],
    [["watched-online"], undefined, "other", "other"],
  ])("of the kinds %j on the channel %s is a %s, %s", async (kinds, channel, kind, by) => {
    const [act] = actsIn(await readWhole([journalOf({ words: "So it was.", kinds, ...(channel && { channel }) })]));
    expect([act?.kind, act?.channel]).toEqual([kind, by]);
  });

  test("that she withdrew is none, and its words stay", async () => {
    const readings = await readWhole([journalOf({ words: "He rang." }, { line: "withdrawn", to: 1 })]);
    expect(actsIn(readings)).toEqual([]);
    expect(readings.map((one) => "notice" in one && one.notice.wrote?.includes("He rang."))).toEqual([true, false]);
  });

  test("keeps its id and its words when more is added, and the lines of a journal that goes on are read as before", async () => {
    const before = actsIn(await readWhole([journalOf({ words: "He rang." })]));
    const after = actsIn(await readWhole([journalOf({ words: "He rang." }, { line: "added", to: 1, words: "Twice." })]));
    expect(after.map(({ id, text }) => [id, text])).toEqual(before.map(({ id, text }) => [id, text]));
    expect(after[0]?.entry?.added?.map(({ words }) => words)).toEqual(["Twice."]);
  });

  test("written once under a clock that stood years ahead puts no doubt on the one that she wrote after it", async () => {
    const times = ["2026-09-07T18:20:03.004Z", "2029-09-07T18:30:00.000Z", "2026-09-08T07:00:00.000Z"];
    expect(await hoursOf(...times)).toEqual([times[0], [times[0], times[2]], times[2]]);
  });

  test("is not said to be written five weeks before it happened, however many she wrote while the clock was set back", async () => {
    const happened = { from: "2026-10-06T17:40", until: "2026-10-06T18:00", zone: "Europe/London", wrote: "tonight" };
    const back = ["27", "28", "29", "30", "31"].map((day) => writtenAt(`2026-08-${day}T18:20:00.000Z`));
    const source = journalOf(
      { words: "Stones.", ...writtenAt("2026-08-20T18:00:00.000Z") },
      { words: "He rang.", ...writtenAt("2026-10-05T20:10:00.000Z") },
      { words: "He followed me.", ...writtenAt("2026-08-27T18:20:00.000Z"), happened },
      ...back.map((written) => ({ words: "Nobody spoke.", ...written })),
    );
    const acts = actsIn(await readWhole([source]));
    const between = acts.map(({ entry }) => Object.values(entry?.written.between ?? {}).map(instantToIso));
    expect(between).toEqual([
      [],
      ["2026-08-20T18:00:00.000Z"],
      ["2026-10-06T16:40:00.000Z"],
      ...back.map(() => ["2026-08-20T18:00:00.000Z"]),
    ]);
    expect(acts.slice(1).every(({ entry }) => entry?.written.between !== undefined)).toBe(true);
  });

  test("of a day that she does not know was before the next hour that is believed, where the clock had been set back", async () => {
    const lines = ["2026-10-05T20:10:00.000Z", "2026-08-27T18:20:00.000Z", "2026-10-12T09:00:00.000Z"].map(writtenAt);
    const acts = actsIn(await readWhole([journalOf(...lines.map((one) => ({ words: "A rose.", ...one, happened: { notKnown: true } })))]));
    expect(acts.map(({ when }) => instantToIso(when.latest))).toEqual([
      "2026-10-12T09:00:00.000Z",
      "2026-10-12T09:00:00.000Z",
      "2026-10-12T09:00:00.000Z",
    ]);
  });

  test("has the file that came with it, under whatever name, and not another of that name", async () => {
    const [gate] = sourcesOf(weeks).filter(({ name }) => name === "gate.jpg");
    const other = sourceOf("gate.jpg", Buffer.from("another picture"));
    const source = sourcesOf(weeks).find(({ name }) => name === "journal.jsonl") ?? expect.fail();
    const hashesWith = async (...beside: readonly (Source | undefined)[]): Promise<readonly (string | undefined)[] | undefined> =>
      actsIn(await readWhole([source, ...beside.flatMap((one) => one ?? [])]))[0]?.attachments.map(({ sha256 }) => sha256?.slice(0, 8));
    const had = await hashesWith(gate);
    expect(had?.map((hash) => typeof hash)).toEqual(["string", "undefined"]); // the other file of it is not there
    expect(await hashesWith(other)).toEqual([undefined, undefined]);
    expect(await hashesWith(other, gate)).toEqual(had);
    expect(await hashesWith(gate && { ...gate, name: "exhibits/0002.jpg" })).toEqual(had);
  });

  test("of a day is the whole day, and of nothing said the day of writing up to then", async () => {
    const day = { from: "2026-03-29", until: "2026-03-29", zone: "Europe/London", wrote: "Mothering Sunday week" };
    const acts = actsIn(await readWhole([journalOf({ words: "A card.", happened: day }, { words: "A rose." })]));
    const [first, second] = acts.map(({ when }) => [new Date(when.earliest).toISOString(), new Date(when.latest).toISOString()]);
    expect(first).toEqual(["2026-03-29T00:00:00.000Z", "2026-03-29T22:59:59.999Z"]); // 23 hours: the clocks went forward
    expect(second).toEqual(["2026-09-06T23:00:00.000Z", "2026-09-07T18:20:03.004Z"]);
    expect(acts.map(({ flags }) => flags)).toEqual([[], ["time-of-writing"]]);
  });
});

/** The copy of a journal without one entry. */
async function copyWithout(source: Source, counter: string): Promise<Source> {
  const importerOfCopy = { importer: journal, readings: await readTold(source) };
  const copy = await makeCopy(source, { ...importerOfCopy, leavesOut: ({ sourceId }) => sourceId === counter });
  return copy.ok ? copy.value.source : expect.fail(copy.error);
}

/** A journal as its importer reads it, whatever its first line is. */
async function readTold(source: Source): Promise<readonly Reading[]> {
  return readingsOf(await stepsOf([source], { ...options, copies: new Map([[source, { original: noHash, importer: "journal" }]]) }));
}

async function readCopy(copy: Source, source: Source): Promise<readonly Act[]> {
  const original = actsIn(await readWhole([source]))[0]?.source.sha256 ?? expect.fail();
  return actsIn(readingsOf(await stepsOf([copy], { ...options, copies: new Map([[copy, { original, importer: "journal" }]]) })));
}

describe("an entry that is left out of a pack", () => {
  test("takes what was added to it along, and leaves what was added to the others", async () => {
    const source = journalOf(
      { words: "Leonie saw him." },
      { words: "He rang." },
      { line: "added", to: 1, words: "She has his number plate." },
      { line: "added", to: 2, words: "Twice." },
    );
    const readings = await readWhole([source]);
    const copy = await makeCopy(source, { importer: journal, readings, leavesOut: ({ sourceId }) => sourceId === "1" });
    const text = copy.ok ? await textOf(copy.value.source) : copy.error;
    expect(text).not.toMatch(/Leonie|plate/);
    expect(text).toContain("Twice.");
    const terms = { original: actsIn(readings)[0]?.source.sha256 ?? expect.fail(), importer: "journal" };
    const copied = copy.ok ? copy.value.source : expect.fail();
    const again = actsIn(readingsOf(await stepsOf([copied], { ...options, copies: new Map([[copied, terms]]) })));
    expect(again.map(({ id, entry }) => [id, entry?.added?.length])).toEqual([[actsIn(readings)[1]?.id, 1]]);
  });

  test("makes no hour believed that the journal doubts: where the clock went back its number and its hour stay, and nothing else of it", async () => {
    const hours = ["2026-08-20T18:00:00.000Z", "2026-10-05T20:10:00.000Z", "2026-08-27T18:20:00.000Z", "2026-10-12T09:00:00.000Z"];
    const source = journalOf(...hours.map((at, i) => ({ words: `Leonie saw ${i}.`, ...writtenAt(at) })));
    const whole = actsIn(await readWhole([source]));
    const first = await copyWithout(source, "2");
    expect((await textOf(first)).split("\n").map((line) => line.trimEnd())[1]).toBe(`{"counter":2,"line":"left-out","at":"${hours[1]}"}`);
    expect((await readCopy(first, source)).map(({ entry }) => entry)).toEqual(
      whole.filter(({ sourceId }) => sourceId !== "2").map(({ entry }) => entry),
    );
    // And again without the next: what was left out before is in doubt still.
    const second = await copyWithout(first, "4");
    expect(await textOf(second)).toContain(`{"counter":2,"line":"left-out","at":"${hours[1]}"}`);
    expect((await readCopy(second, source)).map(({ entry }) => hoursIn(entry ?? expect.fail()))).toEqual([hours[0], [hours[0], hours[3]]]);
  });

  test("leaves neither its number nor its hour where the clock never went back", async () => {
    const source = journalOf({ words: "He rang." }, { words: "Leonie saw him." });
    const lines = (await textOf(await copyWithout(source, "2"))).split("\n");
    expect(lines[1]?.trim()).toBe("");
  });

  test("leaves no hour that what it tells contradicts: that one put no doubt on the others", async () => {
    const happened = { from: "2026-10-06", until: "2026-10-06", zone: "Europe/London", wrote: "that day" };
    const hours = ["2026-10-05T20:10:00.000Z", "2026-08-27T18:20:00.000Z", "2026-10-04T20:00:00.000Z", "2026-10-12T09:00:00.000Z"];
    const source = journalOf(...hours.map((at, i) => ({ words: "He rang.", ...writtenAt(at), ...(i === 1 && { happened }) })));
    const copy = await copyWithout(source, "2");
    expect((await textOf(copy)).split("\n")[1]?.trim()).toBe("");
    const left = actsIn(await readWhole([source])).filter(({ sourceId }) => sourceId !== "2");
    expect((await readCopy(copy, source)).map(({ entry }) => entry)).toEqual(left.map(({ entry }) => entry));
  });

  test("leaves no name of somebody who is left out in what was added to another", async () => {
    const names = createNameRedactor([["Ayo Bright"]]);
    const leftOut: LeftOutNames = {
      beside: names,
      frame: names,
      titleOf: () => names,
      isAccount: () => false,
      cover: (path) => path,
      namingFolder: () => undefined,
    };
    const who = { name: "Ayo Bright", sure: "think-so" };
    const source = journalOf(
      { words: "Somebody rang the shop." },
      { line: "added", to: 1, who },
      { line: "added", to: 1, who: { sure: "not-known" } },
      { words: "He rang." },
    );
    const readings = await readWhole([source]);
    const copy = await makeCopy(source, { importer: journal, readings, leavesOut: ({ sourceId }) => sourceId === "4", leftOut });
    const text = copy.ok ? await textOf(copy.value.source) : copy.error;
    expect(text).not.toContain("Ayo");
    expect(text).toContain("Somebody rang the shop.");
  });
});

test("what she said of a photo stands with it, and a name that she covers is covered there too", async () => {
  const file = { original: "0".repeat(32), name: "gate.jpg", size: 3, sha256: "a".repeat(64) };
  const source = journalOf({ words: "He was there.", files: [{ ...file, from: "Ayo Bright's phone", changed: "Ayo Bright cut it." }] });
  const readings = await readWhole([source]);
  const before = actsIn(readings);
  expect(before.map(({ attachments }) => attachments)).toEqual([
    [{ name: "gate.jpg", size: 3, from: "Ayo Bright's phone", changed: "Ayo Bright cut it." }],
  ]);
  const redactor = createNameRedactor([["Ayo Bright"]]);
  const copy = await makeCopy(source, { importer: journal, readings, leavesOut: () => false, redactor });
  if (!copy.ok) expect.fail(copy.error);
  const after = actsIn(await readWhole([copy.value.source]));
  expect(JSON.stringify(after)).not.toContain("Bright");
  const inPlace = after.map((act, i) => ({ ...act, id: before[i]?.id ?? act.id, source: before[i]?.source ?? act.source }));
  expect(readsAsBefore(before, inPlace, { redactor })).toBe(true);
});

test("a file that is larger than a journal can be is not held in memory", async () => {
  const source: Source = { ...journalOf({ words: "He rang." }), size: 300 * 1024 * 1024 };
  const context = { spanOf: (start: number, end: number) => ({ start, end }) };
  const read: Reading[] = [];
  for await (const some of journal.read(source, context as never)) read.push(...some);
  expect(read.map((one) => ("unread" in one ? one.unread.reason : ""))).toEqual(["larger than a journal can be"]);
});
