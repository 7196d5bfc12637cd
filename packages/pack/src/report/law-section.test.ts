import { type Cover, type FilledSlot, type LawWithActs, type LegalElement, type SlotEntry, parseInstant } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import { discloseActs } from "./disclosed-acts.ts";
import { lawSection } from "./law-section.ts";

const report = sampleReport(sampleTimeline(12));
const disclosed = discloseActs(report);
const ids = report.timeline.acts.map(({ id }) => id);
const fact = { act: "An Act 1999", source: "seen", checkedOn: "2026-11-26", verification: "text-seen" } as const;

function element(says: string, slots: LegalElement["slots"]): LegalElement {
  return { ...fact, says, section: "s1", slots };
}

function entry(acts: readonly number[], more: Partial<SlotEntry> = {}): SlotEntry {
  return { acts: acts.flatMap((i) => ids[i] ?? []), perhaps: [], ...more };
}

const offence = {
  id: "s4A",
  name: "An offence",
  elements: [],
  trial: { ...fact, section: "s2", says: "In one court.", mode: "summary-only" },
  maximum: { ...fact, section: "s2", says: "Six." },
  timeLimit: null,
} as const;

const order = {
  id: "order",
  name: "An order",
  applicant: { ...fact, section: "s1", says: "A chief officer." },
  court: { ...fact, section: "s2", says: "A court." },
  criteria: [],
  courtTest: { ...fact, section: "s3", says: "Satisfied.", verification: "memory" },
  rules: [],
  timeLimit: null,
} as const;

const law: LawWithActs = {
  offences: [
    {
      offence,
      elements: [
        {
          element: element("Fear.", ["days-of-fear"]),
          beside: [
            {
              slot: "days-of-fear",
              entries: [
                entry([2], { day: { year: 2026, month: 3, day: 4 }, says: "I thought he would come in" }),
                entry([]),
                entry([]),
                entry([]),
                entry([]),
                entry([]),
              ],
            },
          ],
        },
      ],
    },
  ],
  orders: [
    {
      order,
      criteria: [
        {
          element: element("Acts.", ["acts-by-example"]),
          beside: [
            {
              slot: "acts-by-example",
              entries: [entry([0, 1, 2, 3, 4, 5, 6], { code: "b", says: "Contact." }), entry([3], { code: "e", says: "Loitering." })],
            },
          ],
        },
        {
          element: element("Risk.", ["changes", "acts-after-stop"]),
          beside: [
            { slot: "changes", entries: null },
            { slot: "acts-after-stop", entries: null },
          ],
        },
        { element: element("Last.", ["last-act"]), beside: [{ slot: "last-act", entries: [entry([11])] }] },
        { element: element("Known.", []), beside: [] },
      ],
    },
  ],
};

const cover: Cover = {
  feared: [
    { day: { year: 2026, month: 3, day: 4 }, answer: "yes" },
    { day: { year: 2026, month: 3, day: 9 }, answer: "not sure" },
  ],
};
const { impact: _, ...withoutWords } = report;
const said = JSON.stringify(lawSection(law, { ...withoutWords, cover }, disclosed));

test("many acts are told by how many and their first and last number, few by their numbers", () => {
  expect(said).toContain("Can be (b) Contact: 7 acts, Nos. 1 to 7.");
  expect(said).toContain("Can be (e) Loitering: act 4.");
});

test("what nobody asked is said to be not asked, and a day that was told stands with its words and its acts", () => {
  expect(said).toMatch(/What changed for [^:]+: not asked\./);
  expect(said).toMatch(/Whether [^:]+ said stop: not stated\./);
  expect(said).toContain("4 March 2026: “I thought he would come in” (that day: act 3).");
  expect(said).toMatch(/"told":\[.+"more":2/);
  expect(said).toContain("Asked of other days too: 9 March 2026: not sure.");
});

test("the days on which she feared violence stand in one line where their words have no room, before any day of which she was not sure", () => {
  expect(said).toMatch(/feared violence: 4 March 2026 \(act 3\)[^"]*; the words are in the chronology\."/);
  expect(said).toContain("Asked of other days too: 1 answer in the chronology.");
});

test("a no or not sure about an act keeps its day and its number, and many such answers are told by how many more there are", () => {
  const elements = [{ element: element("Fear.", ["days-of-fear"]), beside: [{ slot: "days-of-fear", entries: [] } as const] }];
  const saidOf = (feared: Cover["feared"]): string =>
    JSON.stringify(
      lawSection({ offences: [{ offence, elements }], orders: [] }, { ...report, cover: { feared: feared ?? [] } }, disclosed),
    );
  const [act] = ids;
  if (act === undefined) throw new Error("the sample has no act");
  expect(saidOf([{ act, answer: "not sure" }])).toMatch(/Asked of other days too: \d+ \w+ \d{4} \(act 1\): not sure\./);
  const days = Array.from({ length: 9 }, (_, i) => ({ day: { year: 2026, month: 3, day: 1 + i }, answer: "no" as const }));
  expect(saidOf(days)).toContain("4 March 2026: no and 5 more in the chronology.");
});

test("a yes about an act that the pack does not show is said, whether or not other days were told", () => {
  const day = { year: 2026, month: 3, day: 4 };
  const saidOf = (more: Partial<FilledSlot>): string => {
    const beside = [{ slot: "days-of-fear", entries: [], ...more } as const];
    const elements = [{ element: element("Fear.", ["days-of-fear"]), beside }];
    const answered = { ...report, cover: { feared: [{ day, answer: "yes" as const }] } };
    return JSON.stringify(lawSection({ offences: [{ offence, elements }], orders: [] }, answered, disclosed));
  };
  expect(saidOf({ notShown: 1 })).toContain("1 answer of yes is about an act that is not in the pack.");
  expect(saidOf({ entries: [entry([2], { day })], notShown: 2 })).toContain("2 answers of yes are about acts that are not in the pack.");
});

test("a page of law says of which part of the country it is, and that it was taken where nobody named another", () => {
  const { of } = lawSection(law, report, disclosed) as { of: string };
  expect(of).toMatch(/as it stands for England and Wales\b/);
  expect(of).toMatch(/where nobody stated/);
});

test("two limbs are not the whole offence: what else it asks for stands below them", () => {
  const elements = [
    { element: element("A course of conduct that amounts to stalking.", ["acts"]), beside: [{ slot: "acts", entries: [] } as const] },
    { element: element("Fear.", ["days-of-fear"]), beside: [{ slot: "days-of-fear", entries: [] } as const] },
    { element: element("Known.", []), beside: [] },
  ];
  const { limbs } = lawSection({ offences: [{ offence, elements }], orders: [] }, report, disclosed) as {
    limbs: readonly { also: string }[];
  };
  expect(limbs[0]?.also).toBe(
    "This is a part of the offence only. It asks for more: A course of conduct that amounts to stalking. (s1) Known. (s1)",
  );
});

test("what an offence of two courts is known by is said where it is a copy, and so is an Act of which no day was noted", () => {
  const trial = { ...offence.trial, verification: "secondary-source" } as const;
  const copied = JSON.stringify(lawSection({ ...law, offences: [{ offence: { ...offence, trial }, elements: [] }] }, report, disclosed));
  expect(copied).toContain("In one court. (s2, from copies)");
  expect(said).toContain("Looked up on 26 November 2026; of which day that text was is not noted.");
});

test("a limit that no source was read for is not said to be none, and what rests on memory alone is not told", () => {
  expect(said).toContain("This paper does not know within which time each must be charged; it can be short: ask at once.");
  expect(said).not.toContain("Satisfied.");
  expect(said).toMatch(/The last act whose day is known was on .+ before this report\./);
});

test("the page beside the law tells the age of the last act as page 1 does: of one of five hours ago by the hour, with its minute", () => {
  const last = report.timeline.acts.at(-1);
  if (last === undefined) throw new Error("the sample has no act");
  const { earliest } = last.when;
  const order = {
    ...law.orders[0],
    criteria: [{ element: element("Need.", ["last-act"]), beside: [{ slot: "last-act", entries: [entry([11])] }] }],
  };
  const ageAfter = (hours: number): unknown => {
    const madeAt = parseInstant(earliest + hours * 3_600_000);
    if (madeAt === undefined) throw new Error("no such moment");
    return (lawSection({ ...law, orders: [order] } as LawWithActs, { ...report, madeAt }, disclosed) as { age: unknown }).age;
  };
  expect(ageAfter(5)).toMatch(/ at \d\d:\d\d, 5 hours before this report\.$/);
  expect(ageAfter(-1)).toMatch(/ is dated [^:]+ at \d\d:\d\d, after this report\.$/);
  expect(ageAfter(49)).toMatch(/ was on [^:]+, [23] days before this report\.$/);
});

test("an act that is held back has no number and is counted nowhere", () => {
  const nothing = { ...disclosed, byId: new Map() };
  const held = JSON.stringify(lawSection(law, report, nothing));
  expect(held).toContain("Can be (e) Loitering: no act that can be shown.");
  expect(held).toContain('"age":null');
});
