import { type Act, type Identity, type Report, type Statement, isTheirs, normalName, owner, parseInstant, withheld } from "@unmask/core";
import { personaOf } from "@unmask/importers";
import { printedPapers } from "@unmask/pack";
import { findAll } from "@unmask/patterns";
import { describe, expect, test } from "vitest";
import { viewTimeline } from "../apps/person/src/engine/timeline-view.ts";
import { shownActs } from "../apps/person/src/engine/shown-act.ts";
import { type ActDraft, makeAct, timelineOf } from "../fixtures/timelines/make-act.ts";
import { makeStatement } from "../fixtures/timelines/make-statement.ts";

/** One timeline with every identity that is awkward to place, and whose each act must be in the findings, on paper and on her page alike. */

const phone = (wrote: string, name?: string): Identity => ({
  kind: "phone",
  wrote,
  normal: `+44${wrote.replaceAll(/\D/g, "").slice(1)}`,
  ...(name === undefined ? {} : { name }),
});
const called = (wrote: string): Identity => ({ kind: "name", wrote, normal: normalName(wrote) });
const account = (wrote: string): Identity => ({ kind: "id", wrote, normal: "telegram:5550001842" });
const group: Identity = { kind: "group", wrote: "Running club", normal: "running club" };

const hannah = called("Hannah Reyes");
const owen = phone("07700 900388", "Owen Pike");

/** What she says: names and numbers as she would choose them. One number, and one name, are in both lists. */
const statement: Statement = {
  ...makeStatement(),
  me: personaOf("Hannah", ["Hannah Reyes", "07700 900001", "07700 900555", "Robin"], { country: "GB" }),
  them: personaOf("Owen", ["Owen Pike", "07700 900142", "07700 900555", "user5550001842", "owner"], { country: "GB" }),
};

type Side = "hers" | "theirs" | "other";
const cases: readonly (readonly [string, Side, Pick<ActDraft, "from" | "to" | "thread" | "kind" | "channel" | "flags">])[] = [
  ["the owner of the phone, though they call themselves “owner”", "hers", { from: owner, to: [owen] }],
  ["the owner, to herself", "hers", { from: owner, to: [owner] }],
  ["her own name in a chat", "hers", { from: hannah, to: [], thread: "Owen Pike", channel: "whatsapp" }],
  ["her own number, written another way", "hers", { from: { ...phone("07700 900001"), wrote: "+44 7700 900001" }, to: [hannah] }],
  ["a number that she named as hers and theirs", "other", { from: phone("07700 900555"), to: [owner] }],
  ["a number of theirs under a name that is hers", "theirs", { from: phone("07700 900142", "Robin"), to: [owner] }],
  ["the same number of theirs without a name", "theirs", { from: phone("07700 900142"), to: [owner] }],
  ["the same number under a name that nobody named", "theirs", { from: phone("07700 900142", "Sam"), to: [owner] }],
  ["a number that only its name makes theirs", "theirs", { from: owen, to: [owner] }],
  ["that number under no name", "other", { from: phone("07700 900388"), to: [owner] }],
  ["that number under the name of somebody else", "other", { from: phone("07700 900388", "Mum"), to: [owner] }],
  ["their name alone, with marks and blanks in it", "theirs", { from: { ...called("Owen Pike"), wrote: "\u200EOwen  Pike" }, to: [], thread: "Owen Pike", channel: "whatsapp" }], // prettier-ignore
  ["somebody who calls themselves “owner”, which she says is them", "theirs", { from: called("owner"), to: [hannah], channel: "whatsapp" }],
  ["an account written as its number", "theirs", { from: account("5550001842"), to: [owner], channel: "telegram" }],
  ["the same account written as its word", "theirs", { from: account("user5550001842"), to: [owner], channel: "telegram" }],
  ["them in a group", "theirs", { from: owen, to: [group], thread: "Running club", channel: "whatsapp" }],
  ["somebody else in that group", "other", { from: called("Nora"), to: [group], thread: "Running club", channel: "whatsapp" }],
  ["the group itself", "other", { from: group, to: [], channel: "whatsapp" }],
  ["a withheld number", "other", { from: withheld, to: [owner], kind: "call", channel: "phone", flags: ["withheld-number"] }],
];

const minute = (i: number): string => `2026-03-03 10:${String(i).padStart(2, "0")}`;
const acts = cases.map(([, , draft], i): Act => makeAct({ ...draft, at: minute(i), text: `act ${i}` }));
const timeline = timelineOf(acts);
const findings = findAll(timeline, statement);

function printed(): {
  /** Of each row what stands before the words. */
  readonly chronology: readonly (string | undefined)[];
  readonly people: readonly { identity: string; whose: string; acts: string }[];
} {
  const madeAt = parseInstant(Date.UTC(2026, 10, 25));
  if (madeAt === undefined) throw new Error("no instant");
  const report: Report = {
    id: "UM-3F62A90C17DE",
    madeAt,
    terms: { zone: statement.zone, zoneStated: true, country: "GB", at: madeAt },
    statement,
    timeline,
    findings,
    exhibits: [],
    unread: [],
    kept: [],
    selection: { rule: "Everything.", moreExists: [] },
    assumptions: [],
    tool: { name: "Unmask", version: "0", importers: {}, zones: "2025b", engine: "none" },
  };
  const { files } = printedPapers(report, {
    signerKey: "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
    engine: "pdf-a",
  }).chronology;
  const data = JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === "/data.json")?.bytes));
  const words = ({ words: text }: { words: string }): string => text;
  return {
    chronology: data.chronology.days.flatMap((day: { rows: string[][] }) => day.rows.map((row) => row[4]?.split(": “")[0])),
    people: data.people.rows.map((row: { identity: { words: string }; whose: { words: string }; acts: string }) => ({
      identity: words(row.identity),
      whose: words(row.whose),
      acts: row.acts,
    })),
  };
}

describe.each(cases.map(([name, side], i) => [name, { side, i }] as const))("%s", (_, { side, i }) => {
  const act = timeline.acts[i];
  if (!act) throw new Error("an act is missing");

  test(`is ${side} in the findings`, () => {
    expect(findings.find(({ pattern }) => pattern === "frequency")?.acts.includes(act.id)).toBe(side === "theirs");
    expect(findings.find(({ pattern }) => pattern === "one-sidedness")?.acts.includes(act.id) ?? false).toBe(false);
  });

  test(`is ${side} in the printed chronology`, () => {
    expect(printed().chronology[i]?.endsWith("by Hannah")).toBe(side === "hers");
  });

  test(`is ${side} in the list of acts on her page`, () => {
    const [shown] = shownActs([act], statement);
    const whose = shown && (isTheirs(shown.whose) ? "theirs" : shown.whose === "withheld" ? "other" : shown.whose);
    expect(whose).toBe(side);
  });
});

test("the printed list of numbers and accounts adds up to the same acts, whosever they are", () => {
  const total = (whose: string): number => printed().people.reduce((sum, row) => sum + (row.whose === whose ? Number(row.acts) : 0), 0);
  const count = (side: Side): number => cases.filter(([, one]) => one === side).length;
  expect([total("Hannah"), total("Owen"), total("not said")]).toEqual([count("hers"), count("theirs"), count("other")]);
});

test("the counts above her timeline add up to the same acts, and what she sent to others stands apart", () => {
  const { sides } = viewTimeline(timeline, statement);
  const count = (side: Side): number => cases.filter(([, one]) => one === side).length;
  expect(sides.theirs).toBe(count("theirs"));
  expect(sides["hers to them"] + sides["hers to others"] + sides["hers to nobody named"]).toBe(count("hers"));
  expect([sides["hers to others"], sides["hers to nobody named"]]).toEqual([1, 1]);
  expect(sides.withheld).toBe(1);
  expect(sides.withheld + sides.others).toBe(count("other"));
});
