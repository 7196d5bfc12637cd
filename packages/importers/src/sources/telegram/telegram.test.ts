import { type Act, type Reading, mergeActs } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Fixture,
  listFixtures,
  optionsOf,
  readingsOf,
  sourceOf,
  sourcesOf,
  stepsOf,
} from "../../../../../fixtures/importers/fixture.ts";
import { telegram } from "./telegram.ts";

const encoder = new TextEncoder();
const fixtures = listFixtures().filter((fixture) => fixture.importer === "telegram");

function fixtureOf(name: string): Fixture {
  const fixture = fixtures.find((one) => one.name === name);
  if (!fixture) throw new Error(`no sample ${name}`);
  return fixture;
}

const options = optionsOf(fixtureOf("single-chat"), [telegram]);

async function readingsFrom(...documents: readonly unknown[]): Promise<Reading[]> {
  const sources = documents.map((document, i) =>
    sourceOf(
      `${i}/result.json`,
      typeof document === "string" ? encoder.encode(document) : encoder.encode(JSON.stringify(document, null, 1)),
    ),
  );
  return readingsOf(await stepsOf(sources, options));
}

const actsIn = (readings: readonly Reading[]): Act[] => readings.flatMap((reading) => ("act" in reading ? [reading.act] : []));
const actsFrom = async (...documents: readonly unknown[]): Promise<Act[]> => actsIn(await readingsFrom(...documents));
const actsOfFixture = async (name: string): Promise<Act[]> =>
  actsIn(readingsOf(await stepsOf(sourcesOf(fixtureOf(name)), optionsOf(fixtureOf(name), [telegram]))));

const sam = { from: "Sam Example", from_id: "user5000000001" };
const alex = { from: "Alex Example", from_id: "user1000000002" };
const at = { date: "2026-06-01T10:00:00", date_unixtime: "1780304400" };
const chat = (...messages: readonly object[]) => ({ name: "Sam Example", type: "personal_chat", id: 5000000001, messages });
const message = (id: number, fields: object) => ({ id, type: "message", ...at, ...sam, text: "", text_entities: [], ...fields });

describe("overlapping exports", () => {
  test("a message has one id in the export of its chat and in the export of the account", async () => {
    const single = await actsOfFixture("single-chat");
    const full = await actsOfFixture("full-export");
    const shared = full.filter((act) => single.some((other) => other.id === act.id));
    expect(shared.map((act) => act.sourceId)).toEqual(["101", "102", "108"]);
    expect(mergeActs([...single, ...full], []).acts).toHaveLength(single.length + full.length - shared.length);
  });

  test("a message of 2020 is the same with bare, shifted and worded ids, with and without a unix time", async () => {
    const bare = { ...message(7, { from_id: 5000001, text: "Where are you?" }), date: "2020-07-01T10:00:00", date_unixtime: undefined };
    const shifted = { ...bare, from_id: 2 ** 32 + 5000001 };
    const worded = { ...bare, from_id: "user5000001", date_unixtime: "1593594000" };
    const of = (id: number, one: object) => ({ ...chat(one), id });
    const acts = await actsFrom(of(2 ** 32 + 5000001, bare), of(2 ** 32 + 5000001, shifted), of(5000001, worded));
    expect(new Set(acts.map((act) => act.id)).size).toBe(1);
    expect(new Set(acts.map((act) => act.from.normal))).toEqual(new Set(["telegram:5000001"]));
    expect(mergeActs(acts, []).acts).toHaveLength(1);
  });

  test("a message without a number is known by its time, author and words, whatever its chat is called", async () => {
    const bare = { type: "message", date_unixtime: "1780304400", from: "Sam Example", text: "x" };
    const acts = await actsFrom({ messages: [bare, bare] }, { chats: { list: [{ name: "Sam", messages: [bare, bare] }] } });
    expect(mergeActs(acts, []).acts.map((act) => act.sources.length)).toEqual([2, 2]);
  });

  test("an export without media and one with media hold the same message", async () => {
    const withFile = sourceOf("a/result.json", encoder.encode(JSON.stringify(chat(message(1, { photo: "photos/photo_1.jpg" })))));
    const file = sourceOf("a/photos/photo_1.jpg", encoder.encode("not a picture"));
    const without = sourceOf(
      "b/result.json",
      encoder.encode(JSON.stringify(chat(message(1, { photo: "(File not included. Change data exporting settings to download.)" })))),
    );
    const acts = actsIn(readingsOf(await stepsOf([withFile, file, without], options)));
    expect(acts.map((act) => act.flags)).toEqual([[], ["media-missing"]]);
    expect(acts[0]?.attachments[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(mergeActs(acts, []).acts).toHaveLength(1);
  });

  test("a message edited between two exports stays two records that point to each other", async () => {
    const before = chat(message(1, { text: "I will come at nine." }));
    const after = chat(message(1, { text: "See you.", edited: "2026-06-01T11:00:00", edited_unixtime: "1780308000" }));
    const { acts } = mergeActs(await actsFrom(before, after), []);
    expect(new Set(acts.map((act) => act.text))).toEqual(new Set(["I will come at nine.", "See you."]));
    expect(acts.find((act) => act.flags.includes("edited"))?.versionOf).toBe(acts.find((act) => !act.flags.includes("edited"))?.id);
  });
});

describe("time", () => {
  test("the wall time stays as written, with the offset that the two stamps prove", async () => {
    const [act] = await actsFrom(chat(message(1, { text: "x" })));
    expect(act?.when).toMatchObject({ wrote: "2026-06-01T10:00:00", zone: "+01:00", earliest: 1780304400000, latest: 1780304400999 });
    expect(act?.flags).toEqual([]);
  });

  test("two stamps that contradict each other leave the one that needs no zone", async () => {
    const [act] = await actsFrom(chat(message(1, { text: "x", date: "2026-06-03T10:07:00" })));
    expect(act?.when).toMatchObject({ wrote: "1780304400", zone: "UTC", earliest: 1780304400000 });
  });

  test("an edit in 1970 is no edit", async () => {
    const acts = await actsFrom(
      chat(message(1, { text: "x", edited: "1970-01-01T01:00:00" }), message(2, { text: "x", edited: "2026-06-01T10:05:00" })),
    );
    expect(acts.map((act) => act.flags.includes("edited"))).toEqual([false, true]);
  });
});

describe("who wrote to whom", () => {
  test("the other side of a chat is found though its owner is not named", async () => {
    const acts = await actsFrom(chat(message(1, { text: "x" }), message(2, { ...alex, text: "y" })));
    expect(acts.map((act) => act.to.map((to) => to.normal))).toEqual([["telegram:1000000002"], ["telegram:5000000001"]]);
  });

  test("a chat in which only they wrote reached the owner of the phone", async () => {
    const [act] = await actsFrom(chat(message(1, { text: "x" })));
    expect(act?.to).toEqual([{ kind: "owner", wrote: "", normal: "owner" }]);
  });
});

test("a call says whether it was answered", async () => {
  const call = (id: number, fields: object) => ({
    id,
    type: "service",
    ...at,
    actor: sam.from,
    actor_id: sam.from_id,
    action: "phone_call",
    ...fields,
  });
  const acts = await actsFrom(
    chat(
      call(1, { discard_reason: "missed" }),
      call(2, { discard_reason: "busy" }),
      call(3, { discard_reason: "hangup", duration_seconds: 77 }),
    ),
  );
  expect(acts.map(({ kind, flags, duration }) => [kind, flags, duration])).toEqual([
    ["call", ["missed", "unanswered"], undefined],
    ["call", ["unanswered"], undefined],
    ["call", [], 77],
  ]);
});

test("bytes that are no text in UTF-8 are shown as such and flagged", async () => {
  const bytes = encoder.encode(JSON.stringify(chat(message(1, { text: "caf?" }), message(2, { text: "\uFFFD" })), null, 1));
  bytes[bytes.indexOf(0x3f)] = 0xe9;
  const acts = actsIn(readingsOf(await stepsOf([sourceOf("result.json", bytes)], options)));
  expect(acts.map(({ text, flags }) => [text, flags])).toEqual([
    ["caf\uFFFD", ["decoding-doubtful"]],
    ["\uFFFD", []],
  ]);
});

test("a file torn right behind a message keeps the message and says that more is missing", async () => {
  const whole = JSON.stringify(chat(message(1, { text: "x" }), message(2, { text: "y" })), null, 1);
  const readings = await readingsFrom(whole.slice(0, whole.lastIndexOf("}", whole.length - 2) + 1));
  expect(actsIn(readings)).toHaveLength(2);
  expect(readings.at(-1)).toMatchObject({ unread: { reason: expect.stringContaining("truncated") as string } });
});

test("mutated exports and noise are told to the last byte, and nothing throws", async () => {
  const originals = await Promise.all(
    fixtures.flatMap((fixture) =>
      sourcesOf(fixture)
        .filter((source) => source.name.endsWith(".json"))
        .map((source) => source.read(0, source.size)),
    ),
  );
  const mutations = fc.array(fc.record({ at: fc.nat(), drop: fc.nat(40), put: fc.uint8Array({ maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals), mutations, async (original, strikes) => {
      let bytes = original;
      for (const { at: place, drop, put } of strikes) {
        const from = place % (bytes.length + 1);
        bytes = Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + drop)]);
      }
      const source = sourceOf("result.json", bytes);
      const steps = await stepsOf([source], { ...options, importers: [{ ...telegram, recognises: () => true }] });
      expect(steps.filter((step) => "fault" in step)).toEqual([]);
      for (const reading of readingsOf(steps)) if ("unread" in reading) expect(reading.unread.reason).not.toMatch(/^Our reader/);
    }),
    { seed: 20261125, numRuns: 200 },
  );
});

test("a dated line of the app is inside the time that the export covers, and one far off is not", async () => {
  const made = (date: string) => ({
    id: 1,
    type: "service",
    actor: "Sam",
    actor_id: "user5000000001",
    action: "pin_message",
    date_unixtime: String(Date.parse(date) / 1000),
  });
  const coverage = async (date: string) => {
    const document = chat(made(date), message(2, { text: "hi" }));
    const steps = await stepsOf([sourceOf("result.json", encoder.encode(JSON.stringify(document)))], options);
    return steps.flatMap((step) => ("coverage" in step ? [step.coverage] : []))[0];
  };
  expect(await coverage("2026-05-01T10:00:00Z")).toMatchObject({
    acts: 1,
    covers: { from: Date.parse("2026-05-01T10:00:00.999Z"), until: Date.parse("2026-05-01T10:00:00Z") },
  });
  expect((await coverage("1970-05-01T10:00:00Z"))?.covers).toBeUndefined();
});
