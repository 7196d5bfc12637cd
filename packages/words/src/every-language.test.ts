import { type Channel, channels, flags, grades, identityKinds, kinds, lanes, verdicts } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { sayGrade, sayGradeInFull } from "./acts.ts";
import { sayMonth, sayShortMonth, sayShortWeekday } from "./days.ts";
import { english } from "./english.ts";
import type { Language } from "./language.ts";
import { sayCount, sayList, sayNumber, saySize } from "./numbers.ts";

/** A new language is a file of its own and a line here. */
const languages: readonly Language[] = [english];

/** Channels that may have no name of their own in a row: the kind says all that is known. */
const mayBeNameless: ReadonlySet<Channel> = new Set(["other"]);

/** Words that judge or label whoever they are said of. */
const labels =
  /\b(stalker|perpetrator|abuser|harasser|offender|suspect|culprit|criminal|victim|survivor|complainant|accused|predator|creep|ex)s?\b/i;

/** Every text of a table, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe.each(languages.map((language) => [language.tag, language] as const))("%s", (tag, language) => {
  test("is a language that a browser knows how to read aloud", () => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  });

  test("has words for every channel, lane, kind, flag, grade, identity and verdict, and for nothing else", () => {
    expect(Object.keys(language.ways.channels).sort()).toEqual([...channels].sort());
    expect(Object.keys(language.ways.lanes).sort()).toEqual([...lanes].sort());
    expect(Object.keys(language.acts.kinds).sort()).toEqual([...kinds].sort());
    expect(Object.keys(language.acts.flags).sort()).toEqual([...flags].sort());
    expect(Object.keys(language.acts.grades).sort()).toEqual([...grades].sort());
    expect(Object.keys(language.acts.identities).sort()).toEqual([...identityKinds].sort());
    expect(Object.keys(language.checks.verdicts).sort()).toEqual([...verdicts].sort());
    const texts = [
      ...channels.filter((channel) => !mayBeNameless.has(channel)).map((channel) => language.ways.channels[channel]),
      ...kinds.flatMap((kind) => [language.acts.kinds[kind].title, language.acts.kinds[kind].one, language.acts.kinds[kind].several]),
      ...flags.map((flag) => language.acts.flags[flag].short),
      ...textsOf([
        language.ways.lanes,
        language.acts.grades,
        language.acts.identities,
        language.checks.verdicts,
        language.numbers.bytes,
        language.numbers.units,
        language.numbers.notKnown,
      ]),
    ];
    expect(texts).not.toContain("");
  });

  test("names twelve months and seven weekdays, each its own, and the short ones are no longer", () => {
    for (const names of [language.days.months, language.days.shortMonths]) expect(new Set(names).size).toBe(12);
    for (const names of [language.days.weekdays, language.days.shortWeekdays]) expect(new Set(names).size).toBe(7);
    for (let month = 1; month <= 12; month++) {
      expect(sayShortMonth(month, language.days)).not.toBe("");
      expect(sayShortMonth(month, language.days).length).toBeLessThanOrEqual(language.days.months[month - 1]?.length ?? 0);
      expect(sayMonth(2026, month, language.days)).toContain("2026");
    }
    for (let weekday = 1; weekday <= 7; weekday++) {
      expect(sayShortWeekday(weekday, language.days)).not.toBe("");
    }
  });

  test("calls no two channels, lanes, flags, kinds or verdicts the same", () => {
    const apart = (names: readonly string[]): void => expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    apart(Object.values(language.ways.channels));
    apart(Object.values(language.ways.lanes).map(({ label }) => label));
    apart(Object.values(language.ways.lanes).map(({ said }) => said));
    apart(Object.values(language.acts.kinds).map(({ title }) => title));
    apart(Object.values(language.acts.kinds).map(({ several }) => several));
    apart(Object.values(language.acts.flags).map(({ short }) => short));
    apart(Object.values(language.checks.verdicts));
    apart(
      Object.values(language.acts.flags)
        .map(({ sentence }) => sentence)
        .filter((sentence) => sentence !== ""),
    );
  });

  test("labels nobody", () => {
    expect(textsOf(language).filter((text) => labels.test(text))).toEqual([]);
  });

  test("loses no number, and no word of a list", () => {
    expect(sayNumber(1234567, language.numbers).replace(/\D/g, "")).toBe("1234567");
    expect(sayCount(1, "one thing", "things", language.numbers)).toContain("one thing");
    for (const count of [0, 1, 2, 3, 7]) {
      const words = Array.from({ length: count }, (_, i) => `word${i}`);
      for (const word of words) expect(sayList(words, language.numbers)).toContain(word);
    }
    const sizes = [999, 1_500, 1_500_000, 1_500_000_000, 1_500_000_000_000].map((bytes) => saySize(bytes, language.numbers));
    expect(new Set(sizes).size).toBe(sizes.length);
  });
});

test("how an act is known calls nobody she or he: a man reports as well", () => {
  for (const grade of grades) expect(`${sayGrade(grade)} ${sayGradeInFull(grade)}`).not.toMatch(/\b(she|her|hers|he|him|his)\b/i);
});

test("an export is not said to be made by the company whose messages it holds: a program on the phone, or one that converts, writes such files too", () => {
  expect(sayGradeInFull("structured-export")).toContain("an app or a service");
  for (const grade of grades) expect(sayGradeInFull(grade)).not.toMatch(/company|provider|original/i);
});
