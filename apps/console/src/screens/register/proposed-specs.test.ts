import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import type { ProposedDay } from "@unmask/case";
import { openProposedSpecs } from "./proposed-specs.ts";

/** What opens a possible breach of acts that arrived. */

const told = parseInstant(Date.UTC(2026, 10, 28, 13, 14)) ?? expect.unreachable();

const dayWith = (isWordsAlone: boolean): ProposedDay => ({
  ...{ which: "full", day: "2026-11-28", many: 1, under: [{ condition: null, many: 1 }] },
  acts: [
    {
      ...{ report: "R-7", act: "told R-7", whose: "not-known", when: { earliest: told, latest: told } },
      ...{ kind: "other", channel: "other", reading: 0, ...(isWordsAlone && { isWordsAlone }) },
    },
  ],
  readings: [
    { fits: [], toRead: [{ condition: 1, stands: "to-read", why: "read it", couldChange: [] }], not: [], asks: [], couldChange: [] },
  ],
});

const state = { order: "SPO-26-025", subject: { name: "Gary Slade" }, orders: [], typed: null, results: [] };

test("s8: of words alone the day is asked, and neither the day nor the hour of the telling is written as that of the act", () => {
  const [spec] = openProposedSpecs(dayWith(true), state);
  expect(spec?.fields.map(({ key }) => key)).toEqual(["of", "acts", "day", "at", "says", "couldChange"]);
  expect(spec?.standing?.["day"]).toBeUndefined();
  const sent = spec?.sends?.({ of: "1", acts: "all", day: "2026-11-20", says: "He rang." });
  expect(sent).toMatchObject({ day: "2026-11-20", of: { condition: 1 } });
  expect(sent).not.toHaveProperty("at");
  // The hour that is told is.
  expect(spec?.sends?.({ of: "1", acts: "all", day: "2026-11-20", at: "21:10", says: "He rang." })).toMatchObject({ at: "21:10" });
});

test("s8: of an act with a time of its own nothing more is asked", () => {
  const [spec] = openProposedSpecs(dayWith(false), state);
  expect(spec?.fields.map(({ key }) => key)).not.toContain("day");
  expect(spec?.sends?.({ of: "1", acts: "all", says: "He rang." })).toMatchObject({ day: "2026-11-28", at: "13:14" });
});
