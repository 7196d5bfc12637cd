import { type Timeline, mergeActs, owner, parseInstant } from "@unmask/core";
import { watchCaveats } from "@unmask/importers";
import { expect, test } from "vitest";
import { london, makeAct, makeTimeline, maya, nadia, rFirst, rHandle, timelineOf } from "../../../../fixtures/timelines/make-act.ts";
import type { ImportSummary } from "./protocol.ts";
import { summariseImport } from "./import-summary.ts";

type Caveats = ReturnType<ReturnType<typeof watchCaveats>["caveats"]>;

function summaryOf(timeline: Timeline, change: Partial<Caveats> = {}): ImportSummary {
  const caveats = { ...watchCaveats().caveats(), ...change };
  const terms = { zone: london, zoneStated: true, country: "GB", at: parseInstant(0) ?? expect.fail() };
  return summariseImport({ timeline, originals: [], unread: [], kept: [], notices: 0, unblocks: [], caveats, terms });
}

test("the page is told of a download that could not be read, once, with what to ask for instead", () => {
  const known = [{ kind: { id: "meta-html", what: "a page made as HTML", ask: "Ask for JSON." }, files: 3000, name: "message_1.html" }];
  expect(summaryOf(mergeActs([], []), { known }).known).toEqual([
    { what: "a page made as HTML", ask: "Ask for JSON.", files: 3000, name: "message_1.html" },
  ]);
});

test("the page says in a sentence each what does not go into her pack", () => {
  const notTakenIn = [{ kind: "key" as const, name: "key.txt", says: "key.txt holds a secret key: it is not taken in.", isArchive: false }];
  expect(summaryOf(mergeActs([], []), { notTakenIn }).notTakenIn).toEqual(["key.txt holds a secret key: it is not taken in."]);
});

test("of a zip with a key in it the page says that no report is made of these files, and what to do", () => {
  const key = { kind: "key" as const, name: "key.txt", says: "key.txt holds a secret key: it is not taken in.", isArchive: false };
  const zip = {
    kind: "key" as const,
    name: "more.zip",
    says: "more.zip holds a secret key (key.txt): it is not taken in. Unpack it.",
    isArchive: true,
  };
  expect(summaryOf(mergeActs([], []), { notTakenIn: [key, zip] }).noReport).toBe(
    "No report was made, because the exports in an archive that is not taken in would be missing from it. more.zip holds a secret key (key.txt): it is not taken in. Unpack it.",
  );
  expect(summaryOf(mergeActs([], []), { notTakenIn: [key] }).noReport).toBeUndefined();
});

test("people stand busiest first, each with the ways by which they came, and one who did as much by number", () => {
  const { people } = summaryOf(
    makeTimeline([
      { at: "2026-03-01 10:00", from: nadia },
      { at: "2026-03-02 10:00", from: rHandle, channel: "instagram" },
      { at: "2026-03-03 10:00", from: rFirst, kind: "call", channel: "phone" },
      { at: "2026-03-04 10:00", from: rFirst },
      { at: "2026-03-05 10:00", from: rFirst },
    ]),
  );
  expect(people.map(({ shown, acts, ways }) => [shown, acts, ways])).toEqual([
    ["R (07700 900142)", 3, ["Texts", "Calls"]],
    ["Nadia (07700 900777)", 1, ["Texts"]],
    ["@northlight_rc", 1, ["Instagram"]],
  ]);
});

test("whose phone it is and a number withheld are nobody to choose from", () => {
  const { people, acts } = summaryOf(
    makeTimeline([
      { at: "2026-03-01 10:00", from: owner },
      { at: "2026-03-02 10:00", from: { kind: "withheld", wrote: "Private number", normal: "withheld" } },
      { at: "2026-03-03 10:00", from: { ...maya, name: maya.wrote } },
    ]),
  );
  expect(acts).toBe(3);
  expect(people.map(({ shown }) => shown)).toEqual(["+44 7700 900001"]);
});

test("what two files both hold is counted once and told as twice", () => {
  const one = makeAct({ at: "2026-03-01 10:00", id: "t-same-1", file: "phone.xml" });
  const copy = { ...one, source: { ...makeAct({ at: "2026-03-01 10:00", file: "tablet.xml" }).source } };
  const { coverage } = timelineOf([one, makeAct({ at: "2026-03-02 10:00", file: "tablet.xml" })]);
  const summary = summaryOf(mergeActs([one, copy], coverage));
  expect(summary).toMatchObject({ acts: 1, twice: 1 });
  expect(summary.files.map(({ name, acts }) => [name, acts])).toEqual([
    ["phone.xml", 1],
    ["tablet.xml", 1],
  ]);
});

test("a picture that the export left out is counted, and a stop says how many files were not reached", () => {
  const timeline = makeTimeline([{ at: "2026-03-01 10:00", flags: ["media-missing"] }, { at: "2026-03-02 10:00" }]);
  expect(summaryOf(timeline, { notReached: 2 })).toMatchObject({ mediaMissing: 1, notReached: 2 });
  expect("notReached" in summaryOf(timeline)).toBe(false);
});

test("of more people than a page can list, the busiest are listed and the rest are counted", () => {
  const crowd = Array.from({ length: 5_003 }, (_, i) =>
    makeAct({ at: "2026-03-01 10:00", from: { kind: "email", wrote: `shop${i}@example.org`, normal: `shop${i}@example.org` } }),
  );
  const { people, peopleLeftOut } = summaryOf(
    timelineOf([...crowd, makeAct({ at: "2026-03-02 10:00" }), makeAct({ at: "2026-03-03 10:00" })]),
  );
  expect([people.length, peopleLeftOut, people[0]?.shown]).toEqual([5_000, 4, "R (07700 900142)"]);
});

test("an address that sent nothing, and to which all mail goes, can be chosen too: it may be her own", () => {
  const hers = { kind: "email", wrote: "maya@example.com", normal: "maya@example.com" } as const;
  const mails = [1, 2, 3].map((day) => ({ at: `2026-03-0${day} 10:00`, channel: "email", from: rHandle, to: [hers] }) as const);
  expect(summaryOf(makeTimeline(mails)).people.at(-1)).toEqual({
    normal: hers.normal,
    kind: "email",
    shown: "maya@example.com",
    acts: 0,
    ways: [],
    receives: "received all 3 mails",
  });
});
