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
import { metaAccount } from "../meta-account/meta-account.ts";
import { metaMessages } from "./meta-messages.ts";
import { telegram } from "../telegram/telegram.ts";

const encoder = new TextEncoder();
const shelf = [telegram, metaMessages, metaAccount];
const fixtures = listFixtures().filter(({ importer }) => importer === "meta-messages" || importer === "meta-account");
const options = optionsOf(fixtures[0] ?? noFixture(), shelf);

function noFixture(): Fixture {
  throw new Error("no sample");
}

const actsIn = (readings: readonly Reading[]): Act[] => readings.flatMap((reading) => ("act" in reading ? [reading.act] : []));

async function actsFrom(name: string, document: unknown): Promise<Act[]> {
  return actsIn(readingsOf(await stepsOf([sourceOf(name, encoder.encode(JSON.stringify(document)))], options)));
}

const message = (ms: number, fields: object) => ({ sender_name: "Sam Example", timestamp_ms: ms, ...fields });
const thread = (...messages: readonly object[]) => ({
  participants: [{ name: "Sam Example" }, { name: "Alex Example" }],
  messages,
  title: "Sam Example",
  thread_path: "inbox/samexample_1",
});
const inbox = "messages/inbox/samexample_1/message_1.json";

describe("overlapping exports", () => {
  test("the old and the new layout hold the same message, wherever its picture lies", async () => {
    const old = thread(message(1771000000000, { content: "look", photos: [{ uri: "messages/inbox/samexample_1/photos/1.jpg" }] }));
    const late = thread(
      message(1771000009000, { content: "new" }),
      message(1771000000000, { content: "look", photos: [{ uri: "your_facebook_activity/messages/inbox/samexample_1/photos/1.jpg" }] }),
    );
    const acts = [...(await actsFrom(inbox, old)), ...(await actsFrom(`your_facebook_activity/${inbox}`, late))];
    expect(mergeActs(acts, []).acts.map(({ text, sources }) => [text, sources.length])).toEqual([
      ["look", 2],
      ["new", 1],
    ]);
  });

  test("three equal messages in one millisecond stay three, and once more adds nothing", async () => {
    const one = message(1771000000000, { content: "wait" });
    const acts = await actsFrom(inbox, thread(one, one, one));
    expect(mergeActs([...acts, ...(await actsFrom(`x/${inbox}`, thread(one, one, one)))], []).acts).toHaveLength(3);
  });

  test("a message that was unsent between two exports stays two records that point to each other", async () => {
    const before = await actsFrom(inbox, thread(message(1771000000000, { content: "I see you" })));
    const after = await actsFrom(`x/${inbox}`, thread(message(1771000000000, { is_unsent: true })));
    const { acts } = mergeActs([...before, ...after], []);
    expect(acts.map((act) => act.text)).toEqual(expect.arrayContaining(["I see you", null]));
    expect(acts.find((act) => act.flags.includes("unsent"))?.versionOf).toBe(before[0]?.id);
  });
});

describe("the app", () => {
  const said = thread(message(1771000000000, { content: "x" }));
  test.each([
    [`instagram-alex/your_instagram_activity/${inbox}`, said, "instagram"],
    [`facebook-alex/your_facebook_activity/${inbox}`, said, "messenger"],
    [
      "message_1.json",
      thread(message(1, { share: { link: "https://www.instagram.com/p/x/", original_content_owner: "alex" } })),
      "instagram",
    ],
    [
      "Sam Example_1.json",
      {
        participants: ["Alex Example", "Sam Example"],
        threadName: "Sam Example",
        messages: [{ senderName: "Sam Example", text: "x", timestamp: 1771000000000 }],
      },
      "messenger",
    ],
  ])("%s is told from its path or its shape", async (name, document, channel) => {
    expect((await actsFrom(name, document)).map((act) => act.channel)).toEqual([channel]);
  });
});

test("text of end-to-end encrypted chats is never repaired", async () => {
  const document = { participants: ["A", "B"], messages: [{ senderName: "A", text: "\u00c3\u00b8 é", timestamp: 1771000000000 }] };
  const [act] = await actsFrom("A_1.json", document);
  expect(act?.text).toBe("\u00c3\u00b8 é");
  expect(act?.flags).toEqual([]);
});

test("a reaction without a time is no act of its own, for nobody can say when it was made", async () => {
  const acts = await actsFrom(
    inbox,
    thread(
      message(1771000000000, {
        content: "x",
        reactions: [
          { reaction: "x", actor: "Alex Example" },
          { reaction: "y", actor: "Alex Example", timestamp: 1771000100 },
        ],
      }),
    ),
  );
  expect(acts.map(({ kind, text, source }) => [kind, text, source.start > 0])).toEqual([
    ["message", "x", true],
    ["reaction", "y", true],
  ]);
  const [outer, inner] = acts;
  expect(inner?.source.start).toBeGreaterThan(outer?.source.start ?? Infinity);
  expect(inner?.source.end).toBeLessThan(outer?.source.end ?? 0);
});

test("a date centuries ahead is kept and flagged", async () => {
  const [act] = await actsFrom(inbox, thread(message(17241379310344, { content: "x" })));
  expect(act?.when.earliest).toBe(17241379310344);
  expect(act?.flags).toContain("far-date");
});

test("a list whose shape is not known is left to be kept whole", async () => {
  const steps = await stepsOf([sourceOf("secret_conversations.json", encoder.encode('{"armadillo_devices":[{"device":"x"}]}'))], options);
  expect(readingsOf(steps).map((reading) => Object.keys(reading)[0])).toEqual(["kept"]);
});

test("mutated exports and noise are told to the last byte, and nothing throws", async () => {
  const originals = await Promise.all(
    fixtures.flatMap((fixture) =>
      sourcesOf(fixture)
        .filter((source) => source.name.endsWith(".json"))
        .map(async (source) => ({ name: source.name, bytes: await source.read(0, source.size) })),
    ),
  );
  const strikes = fc.array(fc.record({ at: fc.nat(), drop: fc.nat(40), put: fc.uint8Array({ maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals), strikes, async ({ name, bytes: original }, all) => {
      let bytes = original;
      for (const { at, drop, put } of all) {
        const from = at % (bytes.length + 1);
        bytes = Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + drop)]);
      }
      for (const importer of [metaMessages, metaAccount]) {
        const steps = await stepsOf([sourceOf(name, bytes)], { ...options, importers: [importer] });
        expect(steps.filter((step) => "fault" in step)).toEqual([]);
        for (const reading of readingsOf(steps)) if ("unread" in reading) expect(reading.unread.reason).not.toMatch(/^Our reader/);
      }
    }),
    { seed: 20261125, numRuns: 200 },
  );
});
