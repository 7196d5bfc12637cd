import { type Instant, type Report, type Sha256, instantToIso, timelineActFromJson } from "@unmask/core";
import type { Imported } from "@unmask/importers";
import { expect, test } from "vitest";
import { at, chosen, file, group, imported, noPerhaps, texts } from "../../../fixtures/choices.ts";
import { everythingIn, expectHolds, packOf } from "../../../fixtures/packs-of-choices.ts";
import type { Chosen } from "./choose.ts";
import { type ReportWishes, makeReport } from "./make-report.ts";
import { stateCase } from "./state-case.ts";

/** What a pack says of what was there and is not in it: of a journal that is left out, and of a file that was kept and is whole no more. */

/** Four entries of her journal: the second was taken back, to the third more was added twice, the fourth was added to and then taken back. */
const journal = file(
  "journal.jsonl",
  [
    { line: "entry", words: "The plum tree was cut." },
    { line: "entry", words: "A quince on the step." },
    { line: "entry", words: "He stood by the hazel." },
    { line: "entry", words: "The walnut was moved." },
    { line: "withdrawn", to: 2 },
    { line: "added", to: 3, words: "And by the medlar." },
    { line: "added", to: 3, words: "And by the cob." },
    { line: "added", to: 4, words: "By a hand." },
    { line: "withdrawn", to: 4, says: "It was the wind." },
  ]
    .map((line, i) => {
      const { line: kind, ...rest } = line;
      const written = { at: instantToIso((at - 3_600_000 + i) as Instant), zone: "Europe/London", by: "self" };
      return `${JSON.stringify({ counter: i + 1, line: kind, written, ...rest })}\n`;
    })
    .join(""),
);
const sources = [group, journal];
const told = /Of the journal, ([^:]*), with what was said of them later: their lines are not in the pack\./g;
const counted = (text: string): ReadonlySet<string | undefined> => new Set([...text.matchAll(told)].map(([, counts]) => counts));

function reportOf(read: Imported, wishes: Partial<ReportWishes> = {}): Report {
  const people = { me: { label: "Maya", names: ["Maya"] }, them: { label: "Sam", names: ["Sam Okafor"] } };
  const statement = stateCase({ zone: "Europe/London", jurisdiction: "EW", country: "GB", ...people, ...noPerhaps });
  if (!statement.ok) throw new Error(statement.error);
  return makeReport(
    read,
    { statement: statement.value, withheld: new Set(), impact: undefined, ...wishes },
    { at, random: (length) => new Uint8Array(length), tool: { version: "0", engine: "test", zones: "2025b" } },
  );
}

test("whoever reads a pack without her journal learns how many of its entries she took back and added to, and not one word of them", async () => {
  const all = everythingIn(await packOf(await chosen([journal.name], sources), sources));
  expect(counted(all)).toEqual(new Set(["2 entries that had been withdrawn and 1 entry that had been added to after being written"]));
  expect(all).not.toMatch(/quince|medlar|It was the wind/);
});

test("the same stands where she holds the journal back, and where a part of it goes", async () => {
  const read = await imported(sources);
  const held = reportOf(read, { withheld: new Set([journal.name]) }).selection.moreExists.join("\n");
  expect(counted(held)).toEqual(new Set(["2 entries that had been withdrawn and 1 entry that had been added to after being written"]));
  const third = read.timeline.acts.find(({ text }) => text?.includes("hazel") === true)?.id ?? expect.fail();
  const first = read.timeline.acts.find(({ text }) => text?.includes("plum tree was cut") === true)?.id ?? expect.fail();
  const withoutThird = everythingIn(await packOf(await chosen([third], sources), sources));
  expect(counted(withoutThird)).toEqual(
    new Set(["2 entries that had been withdrawn and 1 entry that had been added to after being written"]),
  );
  // The entry that was added to goes, and says so itself.
  expect(counted(everythingIn(await packOf(await chosen([first], sources), sources)))).toEqual(
    new Set(["2 entries that had been withdrawn"]),
  );
});

test("nothing is said of entries left out where all of the journal goes", async () => {
  const all = reportOf(await imported(sources));
  expect(all.selection.moreExists.join("\n")).not.toContain("journal");
  expect(all.timeline.coverage.map(({ withdrawn }) => withdrawn)).toContain(2);
});

test("a pack without one entry believes no hour that her journal doubts, and holds when it is read again", async () => {
  const hours = ["2026-08-20T18:00:00.000Z", "2026-10-05T20:10:00.000Z", "2026-08-27T18:20:00.000Z", "2026-10-12T09:00:00.000Z"];
  const back = file(
    "journal.jsonl",
    ["The plum tree was cut.", "A quince on the step.", "He stood by the hazel.", "The walnut was moved."]
      .map((words, i) => ({ counter: i + 1, line: "entry", written: { at: hours[i], zone: "Europe/London", by: "self" }, words }))
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(""),
  );
  const { timeline } = await imported([group, back]);
  const entries = timeline.acts.filter(({ entry }) => entry !== undefined);
  for (const { id, text } of entries) {
    const pack = await packOf(await chosen([id], [group, back]), [group, back]);
    const all = everythingIn(pack);
    expect(all).not.toContain(text);
    for (const { entry, ...act } of entries.filter((one) => one.id !== id)) {
      const line = all.split("\n").find((one) => one.startsWith('{"leaf"') && one.includes(act.id)) ?? expect.fail();
      const read = timelineActFromJson(line.slice(line.indexOf('"act":') + 6, -1));
      expect(read.ok && read.value.entry).toEqual(entry);
    }
    await expectHolds(pack, { agrees: timeline.acts.length - 1, notCompared: 1 });
  }
});

test("a file that she kept and that is damaged since is named with the number that it has; with a name that is left out, by its hash", async () => {
  const missing = [
    { name: "Kim Doyle's texts.xml", sha256: "a".repeat(64) as Sha256 },
    { name: "calls.csv", sha256: "b".repeat(64) as Sha256 },
  ];
  const sayMissing = async (chosen?: Chosen): Promise<string> => {
    const read = { ...(await imported([group, texts])), missing };
    const numbers = [{ number: "MA/7", place: "a".repeat(64) }];
    return reportOf(read, { numbers, ...(chosen && { chosen, statement: chosen.statement }) }).selection.moreExists.join("\n");
  };
  const said = await sayMissing();
  expect(said).toContain(
    `MA/7, Kim Doyle's texts.xml (SHA-256 ${"a".repeat(64)}): it was kept, and is missing or was changed where it was kept.`,
  );
  expect(said).toContain(`No exhibit number yet, calls.csv (SHA-256 ${"b".repeat(64)})`);
  const without = await sayMissing(await chosen(["Kim Doyle"]));
  expect(without).toContain(`MA/7, a file (SHA-256 ${"a".repeat(64)})`);
  expect(without).toContain("calls.csv");
  expect(without).not.toContain("Kim");
});

test("a file of which name and hash alone came back is not said to have been kept and changed", async () => {
  const missing = [{ name: "calls.csv", sha256: "b".repeat(64) as Sha256, isNameAlone: true as const }];
  const said = reportOf({ ...(await imported([group])), missing }).selection.moreExists.join("\n");
  expect(said).toContain(`calls.csv (SHA-256 ${"b".repeat(64)}): its bytes are not here: only its name and this number are kept.`);
  expect(said).not.toContain("changed");
});

test("an entry that is lost where she keeps her journal is told by its number, and not as one that she left out", async () => {
  const read = { ...(await imported(sources)), lostLines: [2, 7] };
  const told = /Entries 2, 7 of the journal, .* are missing, or changed where the journal was kept: .* They were not left out by choice\./;
  for (const wishes of [{}, { withheld: new Set([journal.name]) }])
    expect(reportOf(read, wishes).selection.moreExists.join("\n")).toMatch(told);
  expect(reportOf(await imported(sources)).selection.moreExists.join("\n")).not.toContain("not left out by choice");
});
