import { type Act, type ActId, type Instant, type Reading, type SourceSpan, parseSha256 } from "@unmask/core";
import { expect, test } from "vitest";
import { parseIdentity } from "./identity.ts";
import { summarise } from "./summarise.ts";

const sha256 = parseSha256("a".repeat(64));
if (!sha256) throw new Error("no hash");
const source: SourceSpan = { sha256, name: "x", start: 0, end: 1 };

function actOf(id: string, who: string): Reading {
  const value: Act = {
    id: id as ActId,
    kind: "message",
    channel: "sms",
    when: { wrote: "", zone: "UTC", earliest: 0 as Instant, latest: 0 as Instant },
    from: parseIdentity(who, "GB"),
    to: [],
    text: "a secret",
    attachments: [],
    flags: [],
    grade: "text-export",
    source,
  };
  return { act: value };
}

const coverage = (acts: number) => ({ source, importer: "lines", acts, notices: 0, unread: 0, first: 0 as Instant, last: 1000 as Instant });

test("a message in two exports is one act in the total and one in each source", () => {
  const summing = summarise();
  summing.add({ readings: [actOf("a-1", "Sam"), actOf("b-1", "07700 900123")], importer: "lines" });
  summing.add({ coverage: coverage(2) });
  summing.add({ readings: [actOf("b-1", "07700 900123"), actOf("c-1", "Sam"), { notice: { says: "frame", source } }], importer: "lines" });
  summing.add({ coverage: coverage(2) });
  summing.add({ readings: [{ kept: { name: "p", sha256, size: 1, source } }, { unread: { reason: "r", source } }], importer: null });
  const summary = summing.summary();
  expect(summary).toMatchObject({ acts: 3, notices: 1, unread: 1, kept: [{ name: "p", sha256, size: 1 }] });
  expect(summary.sources[0]).toEqual({
    name: "x",
    sha256,
    importer: "lines",
    acts: 2,
    notices: 0,
    unread: 0,
    first: "1970-01-01T00:00:00.000Z",
    last: "1970-01-01T00:00:01.000Z",
    people: [
      { kind: "phone", wrote: "07700 900123", normal: "+447700900123", acts: 1 },
      { kind: "name", wrote: "Sam", normal: "sam", acts: 1 },
    ],
  });
  expect(JSON.stringify(summary)).not.toContain("secret");
});

test("a person stands under the spelling that the export uses most, and of two as common under the same one whichever came first", () => {
  const peopleOf = (names: readonly string[]) => {
    const summing = summarise();
    summing.add({ readings: names.map((name, i) => actOf(`x-${i}`, name)), importer: "lines" });
    summing.add({ coverage: coverage(names.length) });
    return summing.summary().sources[0]?.people;
  };
  expect(peopleOf(["SAM", "Sam", "Sam", "sam", "Maya Lind"])).toEqual([
    { kind: "name", wrote: "Sam", normal: "sam", acts: 4 },
    { kind: "name", wrote: "Maya Lind", normal: "maya lind", acts: 1 },
  ]);
  const either = [{ kind: "name", wrote: "SAM", normal: "sam", acts: 2 }];
  expect(peopleOf(["Sam", "SAM"])).toEqual(either);
  expect(peopleOf(["SAM", "Sam"])).toEqual(either);
});

test("a name spelt in a hundred thousand ways is one person with all the acts", () => {
  const summing = summarise();
  const spelt = (i: number): string =>
    [..."maya lind of the long road"].map((letter, at) => ((i >> at) & 1 ? letter.toUpperCase() : letter)).join("");
  summing.add({ readings: Array.from({ length: 100_000 }, (_, i) => actOf(`x-${i}`, spelt(i))), importer: "lines" });
  summing.add({ coverage: coverage(100_000) });
  expect(summing.summary().sources[0]?.people).toMatchObject([{ normal: "maya lind of the long road", acts: 100_000 }]);
});

test("two hundred thousand different ids are counted each once, in either order", () => {
  const summing = summarise();
  const ids = Array.from({ length: 200_000 }, (_, i) => `sbr-${(i * 2_654_435_761).toString(16)}-${(i % 3) + 1}`);
  summing.add({ readings: ids.map((id) => actOf(id, "Sam")), importer: "lines" });
  summing.add({ coverage: coverage(200_000) });
  summing.add({ readings: ids.toReversed().map((id) => actOf(id, "Sam")), importer: "lines" });
  expect(summing.summary().acts).toBe(200_000);
});

test("a file of a hundred thousand names makes a short summary that still counts every act", () => {
  const summing = summarise();
  summing.add({ readings: Array.from({ length: 100_000 }, (_, i) => actOf(`x-${i}`, `Name ${i}`)), importer: "lines" });
  summing.add({ coverage: coverage(100_000) });
  const [only] = summing.summary().sources;
  expect(only?.people).toHaveLength(50);
  expect((only?.more ?? 0) + 50).toBe(100_000);
});

test("a file that is handed over alone is summed up without comparing it with another", () => {
  const summing = summarise();
  summing.add({ found: 1 });
  summing.add({ readings: [actOf("a-1", "Sam"), actOf("b-1", "Sam")], importer: "lines" });
  summing.add({ coverage: coverage(2) });
  expect(summing.summary()).toMatchObject({ acts: 2, sources: [{ acts: 2, people: [{ wrote: "Sam", acts: 2 }] }] });
});
