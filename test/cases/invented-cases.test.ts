import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Timeline, createAgreed, createHeldFromRules, createSide } from "@unmask/core";
import { stateCase } from "@unmask/corridor";
import type { Imported } from "@unmask/importers";
import { beforeAll, describe, expect, it } from "vitest";
import { type StoredCase, cases } from "../../fixtures/cases.ts";
import { dayOf, timeOf } from "../../fixtures/london.ts";
import { actsPointedAt, filesIn, readCase, saidIn, stateSaid } from "./read-case.ts";

/** The invented cases are what their scripts tell, and the importers read exactly that. */

type Row = readonly [day: string, kind: string, channel: string, from: string, count: number];

interface Expected {
  readonly acts: number;
  readonly byWhose: Readonly<Record<string, number>>;
  readonly byChannel: Readonly<Record<string, number>>;
  readonly agreed?: readonly { readonly says: string; readonly acts: number }[];
  readonly kept: readonly string[];
  readonly rows: readonly Row[];
}

const told = cases.filter(({ name }) => name !== "sample case");

function expectedOf({ folder }: StoredCase): Expected {
  return JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
}

function rowsOf({ acts }: Timeline): Row[] {
  const counts = new Map<string, number>();
  for (const { when, kind, channel, from } of acts) {
    const key = JSON.stringify([dayOf(when.earliest), kind, channel, from.kind === "owner" ? "owner" : from.wrote]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => JSON.parse(`${key.slice(0, -1)},${count}]`));
}

const byText = (one: Row, other: Row): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

it.each(cases)("$name: the stored files are what the script writes, byte for byte", ({ folder, make }) => {
  const made = make();
  const stored = filesIn(folder).filter((name) => !name.endsWith(".ts"));
  expect(stored).toEqual([...made.keys()].sort());
  for (const [name, content] of made) {
    expect(readFileSync(join(folder, name)).equals(Buffer.from(content)), name).toBe(true);
  }
});

describe.each(told)("$name", (stored) => {
  const expected = expectedOf(stored);
  const said = saidIn(stored);
  let imported: Imported;
  beforeAll(async () => {
    imported = await readCase(stored);
  });

  it("every act is read once, on its day, of its kind, by its way and from its person, and nothing else", () => {
    const { timeline, unread, kept, caveats } = imported;
    expect(timeline.acts.length).toBe(expected.acts);
    expect(rowsOf(timeline).sort(byText)).toEqual(expected.rows.toSorted(byText));
    expect(unread).toEqual([]);
    expect(kept.map(({ name }) => name).sort()).toEqual(expected.kept);
    expect(caveats).toMatchObject({ zoneAssumed: false, dateOrderAssumed: false, faults: 0 });
  });

  it("no act carries a doubt that the story does not have", () => {
    const doubts = imported.timeline.acts.flatMap(({ flags }) => flags.filter((flag) => flag !== "missed" && flag !== "unanswered"));
    expect(new Set(doubts)).toEqual(stored.name === "couple" ? new Set(["media-missing"]) : new Set());
  });

  it("each act that she points at is one act of the files", () => {
    const { acts } = imported.timeline;
    const points = [...said.stops, ...said.agreed.acts, ...said.feared, ...said.marks.map(({ act }) => act)];
    expect(points.length).toBeGreaterThan(0);
    for (const point of points) expect([point, actsPointedAt(acts, point).length]).toEqual([point, 1]);
  });

  it("everybody whom she names acts in the files", () => {
    const names = new Set(imported.timeline.acts.map(({ from }) => from.wrote));
    for (const name of [...said.me, ...said.them.names, ...said.perhaps, ...said.blocked.map(({ account }) => account)]) {
      expect(names).toContain(name);
    }
  });
});

it("what the co-parents agreed about fits her rules as often as the story has it: his calls and late texts too, of which the file shows a number alone", async () => {
  const stored = told.find(({ name }) => name === "co-parents");
  if (!stored) throw new Error("the case is gone");
  const { timeline } = await readCase(stored);
  const stated = stateCase(stateSaid(timeline, saidIn(stored)));
  if (!stated.ok) throw new Error(stated.error);
  const { agreed: rules = [] } = stated.value;
  const sideOf = createSide(timeline, stated.value);
  let held = 0;
  const counted = rules
    .filter(({ acts }) => acts === undefined)
    .map((rule) => {
      const said = { ...stated.value, agreed: [rule] };
      const [isAgreed, isHeld] = [createAgreed(timeline, said), createHeldFromRules(timeline, said)];
      const theirs = timeline.acts.filter((act) => sideOf(act) === "theirs");
      held += theirs.filter((act) => isHeld(act, false)).length;
      const fits = theirs.filter((act) => isAgreed(act, false) || isHeld(act, false));
      return { says: rule.says, acts: fits.length };
    });
  expect(counted).toEqual(expectedOf(stored).agreed);
  // What he answered in the day after she asked him to write of Mia alone.
  expect(held).toBe(4);
});

it("of the case of few acts fourteen are told, one of them hers, and the doorbell names nobody", async () => {
  const few = told.find(({ name }) => name === "few");
  if (!few) throw new Error("the case is gone");
  const { acts } = (await readCase(few)).timeline;
  const fourteen = acts.filter(({ channel }) => channel !== "doorbell");
  expect(fourteen.length).toBe(14);
  expect(fourteen.filter(({ from }) => from.wrote === saidIn(few).me[0]).length).toBe(1);
  const seen = acts.filter(({ channel }) => channel === "doorbell");
  expect(seen.length).toBe(expectedOf(few).byChannel["doorbell"]);
  expect(new Set(seen.map(({ from }) => from.kind))).toEqual(new Set(["withheld"]));
});

it("in the sample case nobody writes before the app's notice, and a line of the diary stands at the hour that it names", async () => {
  const sample = cases.find(({ name }) => name === "sample case");
  if (!sample) throw new Error("the case is gone");
  const { acts } = (await readCase(sample)).timeline;
  const at = (words: string): string[] => acts.filter(({ text }) => text?.includes(words)).map(({ when }) => timeOf(when.earliest));
  expect(at("at six in the morning")).toEqual(["06:00"]);
  expect(at("when I left work")).toEqual(["17:00"]);
  const files = sample.make();
  const chat = [...files].find(([name]) => name.endsWith("Owen Pike.zip"))?.[1] ?? "";
  const stamps = [
    ...Buffer.from(chat)
      .toString("utf8")
      .matchAll(/28\/05\/2025, (\d\d:\d\d) - (\S+)/g),
  ];
  expect(stamps[0]?.[2]).toBe("Messages");
  expect(stamps.every(([, time = ""]) => time >= (stamps[0]?.[1] ?? ""))).toBe(true);
});
