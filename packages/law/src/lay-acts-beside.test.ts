import { type ActId, type CivilDay, type ElementWithActs, type Slot, daysFromCivil } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActOnDays, type SaidAndDone, jurisdictionOf, layActsBeside, onNoDay } from "./index.ts";

const id = (name: string): ActId => `${name}-1` as ActId;
const march = (day: number): CivilDay => ({ year: 2026, month: 3, day });

/** An act in March 2026, on one day or on one of several. */
function act(name: string, day: number, lastDay: number = day): ActOnDays {
  return { id: id(name), firstDay: daysFromCivil(march(day)), lastDay: daysFromCivil(march(lastDay)) };
}

const said: SaidAndDone = {
  acts: [act("text", 3), act("diary", 3, 9), act("visit", 5), act("login", 7)],
  codesByAct: { "text-1": ["b"], "visit-1": ["e", "g"], "login-1": ["d", "f"], "diary-1": [] },
  afterStop: [id("visit"), id("login")],
  fears: [{ day: march(5), says: "he stood at the door" }, { day: march(20) }],
  changes: [{ since: march(7), says: "I changed my way to work" }, { says: "I sleep badly" }],
};

function lay(more: Partial<SaidAndDone> = {}): readonly ElementWithActs[] {
  const jurisdiction = jurisdictionOf("EW");
  const { offences, orders } = layActsBeside(jurisdiction, { ...said, ...more });
  return [...offences.flatMap(({ elements }) => elements), ...orders.flatMap(({ criteria }) => criteria)];
}

/** What lies beside a limb of the offence of fear, or beside what was known, by the slot that it asks for. */
function besideLimb(slot: Slot, more: Partial<SaidAndDone> = {}): ElementWithActs["beside"] | undefined {
  return lay(more).find(({ element }) => element.section === "s4A" && element.slots[0] === slot)?.beside;
}

function besideSection(section: string, more: Partial<SaidAndDone> = {}): ElementWithActs["beside"] | undefined {
  return lay(more).find(({ element }) => element.section === section)?.beside;
}

test("beside the fear of violence lie the days she named, each with what was on that day and what may have been", () => {
  expect(besideLimb("days-of-fear")).toEqual([
    {
      slot: "days-of-fear",
      entries: [
        { day: march(5), says: "he stood at the door", acts: [id("visit")], perhaps: [id("diary")] },
        { day: march(20), acts: [], perhaps: [] },
      ],
    },
  ]);
});

test("beside the other limb lies what changed in her daily life, and an unknown day has no act beside it", () => {
  expect(besideLimb("changes")).toEqual([
    {
      slot: "changes",
      entries: [
        { day: march(7), says: "I changed my way to work", acts: [id("login")], perhaps: [id("diary")] },
        { says: "I sleep badly", acts: [], perhaps: [] },
      ],
    },
  ]);
});

test("beside the acts of an order lie those that can be an example, by letter, an act with two letters under both", () => {
  const [slot] = besideSection("s1(1)(a)") ?? [];
  expect(slot?.entries?.map(({ code, acts }) => [code, acts])).toEqual([
    ["b", [id("text")]],
    ["d", [id("login")]],
    ["e", [id("visit")]],
    ["f", [id("login")]],
    ["g", [id("visit")]],
  ]);
  expect(slot?.entries?.[0]?.says).toContain("Contacting");
});

test("beside the risk lie fear, change and what came after a stop; beside the need lies the last act", () => {
  expect(besideSection("s1(1)(b)")?.map(({ slot }) => slot)).toEqual(["days-of-fear", "changes", "acts-after-stop"]);
  expect(besideSection("s1(1)(c)")).toEqual([{ slot: "last-act", entries: [{ acts: [id("login")], perhaps: [id("diary")] }] }]);
});

test("an act that ended before the last one is not perhaps the last", () => {
  const acts = [act("early", 1, 4), act("text", 6)];
  expect(besideSection("s1(1)(c)", { acts })).toEqual([{ slot: "last-act", entries: [{ acts: [id("text")], perhaps: [] }] }]);
});

test("an act of which no day is known is beside no day and never the last", () => {
  const acts = [...said.acts, { id: id("far"), ...onNoDay }];
  expect(besideSection("s1(1)(c)", { acts })).toEqual(besideSection("s1(1)(c)"));
  expect(besideLimb("days-of-fear", { acts })).toEqual(besideLimb("days-of-fear"));
});

test("where no act has a day for certain, the last can be one that may have come after all others had", () => {
  const acts = [act("early", 1, 4), act("later", 3, 9), act("latest", 5, 6)];
  expect(besideSection("s1(1)(c)", { acts })).toEqual([
    { slot: "last-act", entries: [{ acts: [], perhaps: [id("later"), id("latest")] }] },
  ]);
});

test("what she was not asked is not the same as nothing", () => {
  const slotsOf = (more: Partial<SaidAndDone>): ReadonlyMap<Slot, unknown> =>
    new Map(lay(more).flatMap(({ beside }) => beside.map(({ slot, entries }) => [slot, entries] as const)));
  const notAsked = slotsOf({ fears: null, changes: null, afterStop: null });
  for (const slot of ["days-of-fear", "changes", "acts-after-stop"] as const) expect(notAsked.get(slot)).toBeNull();
  const nothing = slotsOf({ acts: [], codesByAct: {}, fears: [], changes: [], afterStop: [] });
  expect(nothing.size).toBe(6);
  for (const entries of nothing.values()) expect(entries).toEqual([]);
});

test("nothing says that an element is met, however much lies beside it", () => {
  for (const one of lay()) {
    expect(Object.keys(one).sort()).toEqual(["beside", "element"]);
    for (const slot of one.beside) {
      expect(Object.keys(slot).sort()).toEqual(["entries", "slot"]);
      for (const entry of slot.entries ?? []) {
        for (const key of Object.keys(entry)) expect(["acts", "code", "day", "perhaps", "says"]).toContain(key);
      }
    }
  }
});

test("every element is there, those too that only people can tell", () => {
  const jurisdiction = jurisdictionOf("EW");
  expect(lay().map(({ element }) => element)).toEqual([
    ...jurisdiction.offences.flatMap(({ elements }) => elements),
    ...jurisdiction.orders.flatMap(({ criteria }) => criteria),
  ]);
  expect(besideSection("s4A(4)")).toEqual([]);
});

test("an act that is perhaps theirs is told apart beside every line, and never as the last act", () => {
  const acts = [...said.acts, { ...act("doll", 9), perhaps: true as const }];
  const more = {
    acts,
    codesByAct: { ...said.codesByAct, "doll-1": ["b"] },
    afterStop: [id("login"), id("doll")],
    fears: [{ day: march(9) }],
  };
  expect(besideSection("s1(1)(a)", more)?.[0]?.entries?.[0]).toMatchObject({ code: "b", acts: [id("text")], perhaps: [id("doll")] });
  expect(besideSection("s1(1)(c)", more)?.[0]?.entries).toEqual([{ acts: [id("login")], perhaps: [id("diary"), id("doll")] }]);
  expect(besideLimb("days-of-fear", more)?.[0]?.entries).toEqual([{ day: march(9), acts: [], perhaps: [id("diary"), id("doll")] }]);
  expect(besideLimb("acts-after-stop", more)?.[0]?.entries).toEqual([{ acts: [id("login")], perhaps: [id("doll")] }]);
});
