import { readdirSync } from "node:fs";
import { type CivilDay, daysFromCivil, kinds, parseCivilDay } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { jurisdictionOf, jurisdictions } from "./index.ts";
import { factsOf, factsToCheck, mostDaysUnchecked } from "./jurisdiction.ts";

/** Longest quotation of a statute, in words: enough to recognise the rule, never a copy of it. */
const longestQuote = 12;

const year2026: CivilDay = { year: 2026, month: 11, day: 25 };

test("every file of the shelf is a jurisdiction of the list", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !/^(index|jurisdiction|.*\.test)\.ts$/.test(name));
  expect(files).toHaveLength(jurisdictions.length);
});

test("a system without data is named as missing, never filled with another's law", () => {
  expect(jurisdictionOf("EW")?.name).toBe("England and Wales");
  expect(jurisdictionOf("SCO")).toBeUndefined();
  expect(jurisdictionOf("NI")).toBeUndefined();
});

describe.each(jurisdictions.map((jurisdiction) => [jurisdiction.name, jurisdiction] as const))("%s", (_, jurisdiction) => {
  const facts = factsOf(jurisdiction);

  test("every fact says what, where it stands, where it was read and when", () => {
    expect(facts.length).toBeGreaterThan(20);
    for (const { place, fact } of facts) {
      for (const words of [fact.says, fact.section, fact.source]) expect(words.trim(), place).not.toBe("");
      expect(fact.says, place).toMatch(/\.$/);
      expect(parseCivilDay(fact.checkedOn), place).toBeDefined();
      if (fact.inForceFrom !== undefined) expect(parseCivilDay(fact.inForceFrom), place).toBeDefined();
      if (fact.inForceSource !== undefined) expect(fact.inForceFrom, place).toBeDefined();
    }
  });

  test("nothing is in force after the day on which it was looked up", () => {
    for (const { place, fact } of facts) expect((fact.inForceFrom ?? "") <= fact.checkedOn, place).toBe(true);
  });

  test("no fact rests on memory, and what is our own decision says so", () => {
    for (const { place, fact } of facts) expect(fact.verification, place).not.toBe("memory");
    for (const { verification } of jurisdiction.examplesByKind) expect(verification).toBe("design");
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
    for (const { codes: pointed } of jurisdiction.examplesByKind) for (const code of pointed) expect(codes).toContain(code);
  });

  test("every kind of act stands in exactly one entry", () => {
    expect(jurisdiction.examplesByKind.flatMap(({ kinds: some }) => some).sort()).toEqual([...kinds].sort());
  });

  test("a course of conduct is two occasions and no rule names a longest gap", () => {
    expect(jurisdiction.courseOfConduct.occasions).toBe(2);
    expect(Object.keys(jurisdiction.courseOfConduct).sort()).toEqual(["aided", "occasions", "rule", "speech"]);
  });

  test("offences are elements with one id each, and no sentence says that one was committed", () => {
    const ids = jurisdiction.offences.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { elements } of jurisdiction.offences) expect(elements.length).toBeGreaterThan(1);
    for (const { place, fact } of facts) {
      expect(fact.says, place).not.toMatch(/offence (was|is|has been) committed|you are being|stalker|victim|suspect|score|probability/i);
    }
  });

  test("quotations are short", () => {
    for (const { place, fact } of facts) {
      for (const [, quoted = ""] of fact.says.matchAll(/“([^”]*)”/g)) {
        expect(quoted.split(/\s+/).length, place).toBeLessThanOrEqual(longestQuote);
      }
    }
  });

  test("facts are due to be looked up again after a year, on the day after and not on the day", () => {
    expect(factsToCheck(jurisdiction, year2026)).toEqual([]);
    const checked = parseCivilDay(facts[0]?.fact.checkedOn ?? "");
    expect(checked && daysFromCivil(checked) + mostDaysUnchecked).toBe(daysFromCivil({ year: 2027, month: 11, day: 25 }));
    expect(factsToCheck(jurisdiction, { year: 2027, month: 11, day: 25 })).toEqual([]);
    expect(factsToCheck(jurisdiction, { year: 2027, month: 11, day: 26 })).toHaveLength(facts.length);
  });
});

test("England and Wales names the seven examples of the statute, and knows when each section came into force", () => {
  const ew = jurisdictionOf("EW");
  expect(ew?.examples.map(({ code, section }) => [code, section])).toEqual(
    ["a", "b", "c", "d", "e", "f", "g"].map((code) => [code, `s2A(3)(${code})`]),
  );
  expect(ew?.courseOfConduct.rule).toMatchObject({ section: "s7(3)", inForceFrom: "1997-06-16", verification: "text-seen" });
  expect(ew?.offences.map(({ id }) => id)).toEqual(["s2A", "s4A"]);
  expect(ew?.explanations.map(({ says }) => says.split(":")[0])).toEqual(["Fixated", "Obsessive", "Unwanted", "Repeated"]);
});
