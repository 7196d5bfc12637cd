import { describe, expect, it } from "vitest";
import type { Queue, QueueRow } from "@unmask/case";
import { parseInstant } from "@unmask/core";
import { queuePlace } from "../address/place.ts";
import { isExact } from "../desk/search-answer.ts";
import { isAlone, sayWaiting, sayWith } from "./queue-row-words.ts";
import { groupsShown } from "./queue-rows.ts";

const since = (hour: number) => parseInstant(Date.UTC(2026, 10, 24, hour)) ?? expect.unreachable();
const row = (rank: number, group: QueueRow["group"], more: Partial<QueueRow>): QueueRow => ({
  rank,
  group,
  why: { first: "Why" },
  mark: "Unread",
  report: `R-${2000 + rank}`,
  reporter: { says: "Tess Arkwright" },
  acts: { total: 2, weeks: [], reports: [] },
  unread: { since: since(rank), opened: false, isLong: false },
  with: {},
  next: "Read",
  ...more,
});
const head = (name: string) => ({ name, says: `rule of ${name}` });
const queue: Queue = {
  head: {
    says: "Five reports.",
    counts: { all: 5, danger: 1, breach: 1, repeat: 0, first: 3, ahead: 0, broken: 1, long: 1 },
    rule: { says: "Danger first", date: "2026-11-03" },
    ahead: head("Look first"),
    groups: { danger: head("Danger now"), breach: head("Breach"), repeat: head("Repeat"), first: head("First report") },
  },
  rows: [
    row(1, "danger", { unread: { since: since(20), opened: true, isLong: false } }),
    row(2, "breach", { broken: true, case: "0377", with: { officer: { id: "o-1", says: "You" } } }),
    row(3, "first", { unread: { since: since(9), opened: true, isLong: false } }),
    row(4, "first", { unread: { since: since(8), opened: false, isLong: true } }),
    row(5, "first", { reporter: { says: "Łucja Okoń" } }),
  ],
};
const shown = (place: Partial<typeof queuePlace>, sought = "") =>
  groupsShown(queue, { ...queuePlace, ...place }, { words: sought }, "o-1").map(({ key, rows }) => [key, rows.map(({ rank }) => rank)]);

describe("the rows of the queue", () => {
  it("stand under the heads of the force’s rule, in its order, and a head without rows is left out", () => {
    expect(shown({})).toEqual([
      ["danger", [1]],
      ["breach", [2]],
      ["first", [3, 4, 5]],
    ]);
  });

  it("stand right after danger, under a head of their own, where they are looked at first, whatever their group", () => {
    const counts = { ...queue.head.counts, first: 2, ahead: 4 };
    const rows = queue.rows.map((one) => (one.rank === 3 ? { ...one, ahead: true } : one));
    const ahead = { head: { ...queue.head, counts }, rows };
    const under = (filter: "ahead" | "first") =>
      groupsShown(ahead, { ...queuePlace, filter }, { words: "" }, "o-1").flatMap((group) => group.rows.map(({ rank }) => rank));
    expect([under("ahead"), under("first")]).toEqual([[3], [4, 5]]);
    expect(groupsShown(ahead, queuePlace, { words: "" }, "o-1").map((one) => [one.key, one.rows.map(({ rank }) => rank), one.all])).toEqual(
      [
        ["danger", [1], 1],
        ["ahead", [3], 4],
        ["breach", [2], 1],
        ["first", [4, 5], 2],
      ],
    );
  });

  it("with an act that breaks an order are found among the breaches also where they stand above them", () => {
    const rows = queue.rows.map((one) =>
      one.rank === 1 ? { ...one, broken: true } : one.rank === 3 ? { ...one, ahead: true, broken: true } : one,
    );
    const counts = { ...queue.head.counts, danger: 7, ahead: 4, breach: 2, broken: 4 };
    const groups = groupsShown({ head: { ...queue.head, counts }, rows }, { ...queuePlace, filter: "breach" }, { words: "" }, "o-1");
    // Of danger and of what is looked at first these are some; the breaches go on beyond this page.
    expect(groups.map((one) => [one.key, one.rows.map(({ rank }) => rank), one.all])).toEqual([
      ["danger", [1], 1],
      ["ahead", [3], 1],
      ["breach", [2], 2],
    ]);
  });

  it("are found by a whole number or address in what the desk holds; the beginning of one is looked for in the rows alone", () => {
    const groups = groupsShown(queue, queuePlace, { words: "07700 900123", found: ["R-2004"] }, "o-1");
    expect(groups.map(({ rows }) => rows.map(({ report }) => report))).toEqual([["R-2004"]]);
    expect(["07700 900123", "+44 7700 900123", "a@example.org"].map(isExact)).toEqual([true, true, true]);
    expect(["07700 9", "R-2004", "Okoń", "0412", "a@example"].map(isExact)).toEqual([false, false, false, false, false]);
  });

  it("keep danger first when an officer wants the longest unread first", () => {
    expect(shown({ sort: "unread" })).toEqual([
      ["danger", [1]],
      ["others", [2, 5, 4, 3]],
    ]);
  });

  it("are those of this officer, or past the force’s hours, when asked for", () => {
    expect(shown({ filter: "mine" })).toEqual([["breach", [2]]]);
    expect(shown({ filter: "unread" })).toEqual([["first", [4]]]);
    expect(shown({ filter: "first" })).toEqual([["first", [3, 4, 5]]]);
  });

  it("are found by report, case or name in any alphabet and case", () => {
    expect(shown({}, "0377")).toEqual([["breach", [2]]]);
    expect(shown({}, " łucja")).toEqual([["first", [5]]]);
    expect(shown({}, "nobody of that name")).toEqual([]);
  });
});

describe("who has a row", () => {
  const now = since(22);
  const inDanger = row(1, "danger", { unread: { since: since(21), opened: true, isLong: false }, danger: { since: since(20) } });
  const mine = { officer: { id: "o-1", says: "PC Ade" } };

  it("is nobody while nobody is there, since the danger was said and not since an officer read it", () => {
    expect(sayWith(inDanger, "o-1", now)).toBe("Nobody yet, 2 h 00 min");
    expect(isAlone(inDanger)).toBe(true);
    expect(sayWith({ ...inDanger, with: mine }, "o-1", now)).toBe("You; nobody there yet, 2 h 00 min");
  });

  it("is never nobody, nor red, where somebody is there", () => {
    const met = { ...inDanger, danger: { since: since(20), met: since(21) } };
    expect([sayWith(met, "o-1", now), isAlone(met)]).toEqual(["Somebody is there", false]);
    expect(sayWith({ ...met, with: mine }, "o-2", now)).toBe("PC Ade; somebody is there");
  });

  it("is whoever is on its case where nobody has taken the report, and then not nobody, nor red", () => {
    const onCase = { ...inDanger, with: { onCase: ["DC Bell", "PC Ade", "Sgt Holt"] } };
    expect(sayWith(onCase, "o-1", now)).toBe("DC Bell, PC Ade and 1 more, on the case; nobody there yet, 2 h 00 min");
    expect(isAlone(onCase)).toBe(false);
  });

  it("is told on a narrow screen with the wait that a wide one tells", () => {
    expect(sayWaiting(row(3, "first", { unread: { since: since(21), opened: false, isLong: false } }), "o-1", now)).toBe(
      "1 h 00 min unread, nobody yet",
    );
    expect(sayWaiting(row(3, "first", { unread: { since: since(21), opened: true, isLong: false }, with: mine }), "o-1", now)).toBe(
      "opened, You",
    );
  });

  it("is nobody yet, without minutes, where nobody is in danger", () => {
    expect(sayWith(row(3, "first", {}), "o-1", now)).toBe("Nobody yet");
  });
});
