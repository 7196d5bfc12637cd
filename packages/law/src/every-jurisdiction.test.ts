import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type CivilDay, type Slot, civilFromDays, daysFromCivil, entryKinds, kinds, parseCivilDay, victimCodeEvents } from "@unmask/core";
import Holidays from "date-holidays";
import { describe, expect, test } from "vitest";
import { deskLawOf, hasLaw, jurisdictionOf, jurisdictions } from "./index.ts";
import { deskFactsOf, factsOf, factsToCheck, mostDaysUnchecked } from "./jurisdiction.ts";

/** Longest quotation of a statute, in words: enough to recognise the rule, never a copy of it. */
const longestQuote = 12;

const year2026: CivilDay = { year: 2026, month: 11, day: 26 };

/** Acts by their full name and year: no short name, no initials. */
const fullName = /^([A-Z][a-z]+|from|and|of|the)( ([A-Z][a-z]+|from|and|of|the))* Act \d{4}$/;

test("every file of the shelf is a jurisdiction of the list", () => {
  // A folder without an index holds single facts, as of the register of Northern Ireland, and is no jurisdiction yet.
  const files = readdirSync(import.meta.dirname, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(join(import.meta.dirname, entry.name, "index.ts")),
  );
  expect(files).toHaveLength(jurisdictions.length);
});

test("a system without data is named as missing, never filled with another's law", () => {
  expect(jurisdictionOf("EW").name).toBe("England and Wales");
  for (const [code, name] of [
    ["SCO", "Scotland"],
    ["NI", "Northern Ireland"],
  ] as const) {
    const empty = jurisdictionOf(code);
    expect(empty).toMatchObject({ code, name });
    expect(hasLaw(empty)).toBe(false);
    expect(factsOf(empty)).toEqual([]);
  }
});

describe.each(jurisdictions.map((jurisdiction) => [jurisdiction.name, jurisdiction] as const))("%s", (_, jurisdiction) => {
  const desk = deskLawOf(jurisdiction.code);
  const ofDesk = deskFactsOf(desk);
  const facts = [...factsOf(jurisdiction), ...ofDesk];

  test("every fact says what, where it stands, where it was read and when", () => {
    expect(facts.length).toBeGreaterThan(20);
    for (const { place, fact } of facts) {
      for (const words of [fact.says, fact.section, fact.source]) expect(words.trim(), place).not.toBe("");
      expect(fact.says, place).toMatch(/\.$/);
      expect(parseCivilDay(fact.checkedOn), place).toBeDefined();
      if (fact.inForceFrom !== undefined) expect(parseCivilDay(fact.inForceFrom), place).toBeDefined();
      if (fact.inForceSource !== undefined) expect(fact.inForceFrom, place).toBeDefined();
      if (fact.textOf !== undefined) expect(fact.textOf, place).toMatch(/^\d{4}(-\d{2}-\d{2})?$/);
    }
  });

  test("every fact of law names its Act in full, and only advice has none", () => {
    for (const { place, fact } of facts) {
      if (/^(explanations|clocks|recording)\//.test(place)) expect(fact.act, place).toBeUndefined();
      else {
        expect(fact.act, place).toMatch(fullName);
        expect(fact.section, place).toMatch(/^s\d/);
      }
    }
  });

  test("nothing is in force after the day on which it was looked up", () => {
    for (const { place, fact } of facts) expect((fact.inForceFrom ?? "") <= fact.checkedOn, place).toBe(true);
  });

  test("no fact rests on memory, and what is our own decision says so", () => {
    for (const { place, fact } of facts) expect(fact.verification, place).not.toBe("memory");
    for (const { verification } of [...jurisdiction.examplesByKind, ...jurisdiction.examplesByEntryKind])
      expect(verification).toBe("design");
    for (const { place, fact } of facts) {
      if (/our reading|our own/.test(fact.source)) expect(fact.verification, place).toBe("design");
    }
  });

  test("a secondary source is named, a text that was seen is the statute's", () => {
    for (const { place, fact } of facts) {
      if (fact.verification === "text-seen") expect(fact.source, place).toMatch(/\bAct \d{4}\b/);
      if (fact.verification === "secondary-source") expect(fact.source.length, place).toBeGreaterThan(10);
    }
  });

  test("each code is one example, and kinds point at codes that exist", () => {
    const codes = jurisdiction.examples.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const pointing = [...jurisdiction.examplesByKind, ...jurisdiction.examplesByEntryKind];
    for (const { codes: pointed } of pointing) for (const code of pointed) expect(codes).toContain(code);
  });

  test("every kind of act stands in exactly one entry", () => {
    expect(jurisdiction.examplesByKind.flatMap(({ kinds: some }) => some).sort()).toEqual([...kinds].sort());
  });

  test("everything that she can say happened stands in exactly one entry", () => {
    expect(jurisdiction.examplesByEntryKind.flatMap(({ entryKinds: some }) => some).sort()).toEqual([...entryKinds].sort());
  });

  test("a course of conduct is two occasions and no rule names a longest gap", () => {
    expect(jurisdiction.courseOfConduct?.occasions).toBe(2);
    expect(Object.keys(jurisdiction.courseOfConduct ?? {}).sort()).toEqual(["aided", "alsoShown", "occasions", "rule", "speech"]);
  });

  test("two occasions alone show nothing: what else must be shown can follow “that” in a sentence", () => {
    const { alsoShown = [] } = jurisdiction.courseOfConduct ?? {};
    expect(alsoShown.length).toBeGreaterThan(0);
    for (const { that } of alsoShown) expect(that).toMatch(/^[a-z].*[a-z]$/);
  });

  test("the letters are what an act can be, and the list of them is not closed", () => {
    expect(jurisdiction.examplesRule?.says).toMatch(/\bcan be\b.*not closed/);
  });

  test("an order is criteria that a person reads: who applies, where, what is asked, and nothing that says met", () => {
    const ids = jurisdiction.orders.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { criteria, applicant } of jurisdiction.orders) {
      expect(criteria.length).toBeGreaterThan(0);
      expect(applicant.says).toContain("never the person to be protected");
    }
    expect(JSON.stringify(jurisdiction)).not.toMatch(/"(met|isMet|fulfilled|proven|score)"/i);
  });

  test("every act, fear and change lies beside something, and a limit or a breach that no source says is an empty slot", () => {
    const elements = [...jurisdiction.offences.flatMap((one) => one.elements), ...jurisdiction.orders.flatMap((one) => one.criteria)];
    expect(new Set(elements.flatMap(({ slots }) => slots))).toEqual(
      new Set<Slot>(["acts", "acts-by-example", "acts-after-stop", "last-act", "days-of-fear", "changes"]),
    );
    for (const { timeLimit } of [...jurisdiction.offences, ...jurisdiction.orders]) expect(timeLimit).not.toBeUndefined();
    for (const { rule } of jurisdiction.breaches) expect(rule).not.toBeUndefined();
    const breaches = jurisdiction.breaches.map(({ id }) => id);
    expect(new Set(breaches).size).toBe(breaches.length);
  });

  test("offences are elements with one id each, and no sentence says that one was committed", () => {
    const ids = jurisdiction.offences.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { elements } of jurisdiction.offences) expect(elements.length).toBeGreaterThan(1);
    for (const { place, fact } of facts) {
      // Whoever is meant is named: a man reports as well, and the one complained of is one person.
      expect(fact.says, place).not.toMatch(/\b(she|her|hers|he|his|they|them|their|theirs)\b/i);
      expect(fact.says, place).not.toMatch(/offence (was|is|has been) committed|you are being|stalker|victim|suspect|score|probability/i);
    }
  });

  test("a clock has one id, counts from something, and its figure is a number of working days or missing, never a guess", () => {
    expect(new Set(desk.clocks.map(({ id }) => id)).size).toBe(desk.clocks.length);
    for (const { from, duty, workingDays } of desk.clocks) {
      expect(from.length).toBeGreaterThan(0);
      expect(duty).toMatch(/^[a-z].*[a-z]$/);
      if (workingDays) expect(workingDays.enhanced).toBeLessThanOrEqual(workingDays.standard);
    }
  });

  test("every event that the Code counts from has a clock", () => {
    if (desk.clocks.length > 0) expect(new Set(desk.clocks.flatMap(({ from }) => from))).toEqual(new Set(victimCodeEvents));
  });

  test("quotations are short", () => {
    for (const { place, fact } of facts) {
      for (const [, quoted = ""] of fact.says.matchAll(/“([^”]*)”/g)) {
        expect(quoted.split(/\s+/).length, place).toBeLessThanOrEqual(longestQuote);
      }
    }
  });

  test("facts are due to be looked up again after a year, on the day after and not on the day", () => {
    expect(factsToCheck(facts, year2026)).toEqual([]);
    for (const { place, fact } of facts) {
      const checked = daysFromCivil(parseCivilDay(fact.checkedOn) ?? year2026);
      const placesToCheck = (day: number): readonly string[] => factsToCheck(facts, civilFromDays(day)).map((due) => due.place);
      expect(placesToCheck(checked + mostDaysUnchecked)).not.toContain(place);
      expect(placesToCheck(checked + mostDaysUnchecked + 1)).toContain(place);
    }
    expect(factsToCheck(facts, { year: 2027, month: 11, day: 27 })).toHaveLength(facts.length);
  });
});

test("England and Wales names the seven examples of the statute, and what the law asks for beside two occasions", () => {
  const ew = jurisdictionOf("EW");
  expect(ew.examples.map(({ code, section }) => [code, section])).toEqual(
    ["a", "b", "c", "d", "e", "f", "g"].map((code) => [code, `s2A(3)(${code})`]),
  );
  expect(ew.courseOfConduct?.rule).toMatchObject({ section: "s7(3)", verification: "text-seen" });
  expect(ew.courseOfConduct?.alsoShown.map(({ section }) => section)).toEqual(["s1(1), s7(2)", "s1(1), s1(2)"]);
  // What the person knew is asked by s1(1), by the eyes that s1(2) names; s1(2) alone asks nothing.
  for (const { section, says } of ew.offences.flatMap(({ elements }) => elements) ?? [])
    if (/\bknew\b/.test(says) && !section.startsWith("s4A")) expect(section).toMatch(/^s1\(1\)/);
  expect(ew.explanations.map(({ says }) => says.split(":")[0])).toEqual(["Fixated", "Obsessive", "Unwanted", "Repeated"]);
});

describe("England and Wales", () => {
  const ew = jurisdictionOf("EW");

  test("to look in by somebody’s doorbell can be watching, and is no monitoring of what that person does online", () => {
    const codesOf = (kind: string): unknown => ew.examplesByKind.find(({ kinds: some }) => some.some((one) => one === kind))?.codes;
    expect(codesOf("view")).toEqual(["g"]);
    expect(codesOf("login")).toContain("d");
  });

  test("says of each offence in which court it can be tried, and gives no figure for how soon it must be charged", () => {
    expect(ew.offences.map(({ id, trial, timeLimit }) => [id, trial.mode, trial.verification, timeLimit])).toEqual([
      ["s2", "summary-only", "text-seen", null],
      ["s2A", "summary-only", "text-seen", null],
      ["s4A", "either-way", "secondary-source", null],
    ]);
  });

  test("says in the Act's own words that harmless acts can be a risk, and that help by another can count", () => {
    const [order] = ew.orders ?? [];
    expect(order?.rules.find(({ section }) => section === "s1(4)(b)")?.says).toContain("“in other circumstances");
    expect(ew.courseOfConduct?.aided.says).toMatch(/can count.*aided, abetted, counselled or procured/);
  });

  test("gives of the offence of fear no part that stands in neither the Act that was read nor the copy that is named", () => {
    for (const { section, verification, textOf } of ew.offences.find(({ id }) => id === "s4A")?.elements ?? []) {
      expect(section).toMatch(/^s4A(\(4\))?$/);
      expect(verification).toBe("secondary-source");
      expect(textOf).toBe("2026");
    }
  });

  test("keeps the two limbs of fear and of a changed life apart, each with its own slot", () => {
    const limbs = ew.offences.find(({ id }) => id === "s4A")?.elements.slice(1, 3);
    expect(limbs?.map(({ section, slots, says }) => [section, slots, says.split(":")[0]])).toEqual([
      ["s4A", ["days-of-fear"], "Either (i)"],
      ["s4A", ["changes"], expect.stringMatching(/^Or \(ii\)/)],
    ]);
  });

  test("lists the three criteria of the order, of the text that was read, with no limit on the age of acts", () => {
    const [order] = ew.orders ?? [];
    expect(order?.criteria.map(({ section }) => section)).toEqual(["s1(1)(a)", "s1(1)(b)", "s1(1)(c)"]);
    for (const fact of order?.criteria ?? []) {
      expect(fact).toMatchObject({ act: "Stalking Protection Act 2019", textOf: "2023-02-07", verification: "text-seen" });
    }
    expect(order?.timeLimit).toMatchObject({ section: "s13", verification: "text-seen" });
    expect(order?.timeLimit?.says).toContain("Magistrates’ Courts Act 1980 s127 do not apply");
  });

  test("gives a day in force only of sections 1 to 14 of the Act about orders: of the rest no source that was read has one", () => {
    for (const { place, fact } of factsOf(ew)) {
      const expected =
        fact.act === "Stalking Protection Act 2019" && fact.section !== "s15(1)" ? ["2020-01-20", "SI 2020/26"] : [undefined, undefined];
      expect([fact.inForceFrom, fact.inForceSource], place).toEqual(expected);
    }
  });

  test("says what a breach is only where a text was read", () => {
    expect(ew.breaches.map(({ id, rule }) => [id, rule?.section ?? null])).toEqual([
      ["stalking-protection-order", "s8"],
      ["injunction", "s3"],
      ["restraining-order", null],
      ["non-molestation-order", null],
      ["domestic-abuse-protection-order", null],
      ["bail", null],
    ]);
  });
});

test("the desk of a jurisdiction without data has no clock, no rule and no free days", () => {
  for (const code of ["NI", "SCO"] as const) expect(deskLawOf(code)).toMatchObject({ code, clocks: [], recording: [], freeDays: null });
});

test("which order can be asked for is said of each jurisdiction by its own law, and Scotland has no stalking protection order", () => {
  expect(deskLawOf("EW").order).toMatchObject({ act: "Stalking Protection Act 2019" });
  expect(deskLawOf("NI").order).toMatchObject({ act: "Protection from Stalking Act (Northern Ireland) 2022" });
  expect(deskLawOf("SCO").order?.says).toMatch(/^In Scotland there is no stalking protection order: .*non-harassment/);
});

describe("free days", () => {
  const free = deskLawOf("EW").freeDays;

  test.each(["ENG", "WLS"])("are those of %s for each year of the table, and no other", (nation) => {
    const holidays = new Holidays("GB", nation);
    const [first, last] = free?.years ?? [0, 0];
    const days = Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((year) =>
      holidays.getHolidays(year).flatMap(({ type, date }) => (type === "public" ? [date.slice(0, 10)] : [])),
    );
    expect(free?.holidays).toEqual(days);
    expect(days.length).toBeGreaterThan(24);
  });
});
