import { type Reading, owner, parseInstant, whenFromInstant } from "@unmask/core";
import { type JsonObject, filledField, integerField } from "@unmask/formats";
import { describe, expect, test } from "vitest";
import { listFixtures, optionsOf, readingsOf, sourceOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import { parseIdentity } from "./identity.ts";
import { type EntryReading, type JsonList, listImporter } from "./json-lists.ts";

/** A source of the test's own: what a doorbell saw, and who was let in. */
const doorbell = listImporter({
  id: "doorbell",
  label: "Doorbell (JSON)",
  version: "1",
  listsIn: ({ text }) => (/^\s*\{\s*"doorbell"\s*:/.test(text) ? lists : undefined),
  sections: new Map([["doorbell", "settings of the doorbell"]]),
});

const lists: ReadonlyMap<string, JsonList> = new Map([
  ["rings[]", { channel: "other", entry: "a ring", reads: readRing }],
  ["guests.list[]", { channel: "other", entry: "a guest", reads: (guest, country) => ({ ...readRing(guest, country), kind: "request" }) }],
]);

function readRing(ring: JsonObject, country: string): EntryReading {
  const seconds = integerField(ring, "at");
  const instant = seconds === undefined ? undefined : parseInstant(seconds * 1000);
  return {
    kind: "other",
    when: instant === undefined ? undefined : whenFromInstant(String(seconds), instant, 1000),
    from: parseIdentity(filledField(ring, "who") ?? "", country),
    to: [owner],
    text: filledField(ring, "said") ?? null,
  };
}

const document = `{
  "doorbell": { "model": "D1" },
  "rings": [
    { "at": 1780304400, "who": "Sam", "said": "I know you are in there." },
    { "at": 1780304400, "who": "Sam", "said": "I know you are in there." },
    { "who": "Sam" }
  ],
  "weather": "rain",
  "guests": { "list": [{ "at": 1780304460, "who": "+44 7700 900123" }] }
}
`;

async function readingsFrom(text: string): Promise<readonly Reading[]> {
  const [fixture] = listFixtures();
  if (!fixture) throw new Error("no sample");
  const bytes = new TextEncoder().encode(text);
  return readingsOf(await stepsOf([sourceOf("doorbell.json", bytes)], optionsOf(fixture, [doorbell])));
}

const spansOf = (readings: readonly Reading[]): (readonly [number, number])[] =>
  readings.flatMap((reading) => {
    if ("kept" in reading) return [];
    const { start, end } = "act" in reading ? reading.act.source : "notice" in reading ? reading.notice.source : reading.unread.source;
    return [[start, end] as const];
  });

describe("a source of JSON lists is a table", () => {
  test("its entries are acts, what has no time is a notice, and a section is called by its name", async () => {
    const readings = await readingsFrom(document);
    const said = readings.map((reading) =>
      "act" in reading
        ? [reading.act.kind, reading.act.from.normal, reading.act.text]
        : "notice" in reading
          ? reading.notice.says
          : reading,
    );
    expect(said).toEqual([
      "frame of the document",
      "settings of the doorbell",
      "frame of the document",
      ["other", "sam", "I know you are in there."],
      ["other", "sam", "I know you are in there."],
      "a ring, without a time",
      "frame of the document",
      ["request", "+447700900123", null],
      "frame of the document",
    ]);
    const ids = readings.flatMap((reading) => ("act" in reading ? [reading.act.id] : []));
    expect(new Set(ids).size).toBe(3);
  });

  test.each([
    ["whole", document],
    ["torn", document.slice(0, document.indexOf("weather"))],
    ["damaged", document.replace('"who": "Sam", "said"', '"who": "Sam, "said"')],
  ])("every byte of a %s file is told", async (_, text) => {
    const spans = spansOf(await readingsFrom(text));
    expect(spans[0]?.[0]).toBe(0);
    expect(spans.at(-1)?.[1]).toBe(new TextEncoder().encode(text).length);
    for (const [i, [start]] of spans.entries()) if (i > 0) expect(start).toBe(spans[i - 1]?.[1]);
  });
});
