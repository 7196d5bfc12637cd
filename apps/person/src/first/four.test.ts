import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type FourWord, four, fourWords, namesShown } from "./four.ts";
import { type OptionId, type SelfCheck, isOptionId, questions } from "./questions.ts";

const nothing: SelfCheck = { about: "me", chosen: [], unsure: [], open: [], words: "" };
const check = (...options: readonly OptionId[]): SelfCheck => ({ ...nothing, chosen: options.map((option) => ({ option })) });
const optionIds = questions.flatMap(([id, options]) => options.map((option) => `${id}.${option}`)).filter(isOptionId);
const wordsFor = (...options: readonly OptionId[]): readonly FourWord[] => {
  const { said } = four(check(...options));
  return fourWords.filter((word) => said[word].length > 0);
};
const dangerOptions: readonly OptionId[] = [
  "danger.yes",
  "damage.got-into",
  "effect.hurt-once",
  "effect.hurt-more",
  "threat.you",
  "threat.close",
  "threat.animal",
  "threat.themselves",
];

describe("danger stands before everything else", () => {
  test.each(dangerOptions)("where she says %s", (option) => {
    expect(four(check(option)).isDangerFirst).toBe(true);
  });
  test.each(optionIds.filter((option) => !dangerOptions.includes(option)))("but not for %s alone", (option) => {
    expect(four(check(option)).isDangerFirst).toBe(false);
  });
  it("where somebody stood outside her home and it got worse, and for neither of the two alone", () => {
    expect(four(check("reach.outside", "after.worse")).isDangerFirst).toBe(true);
    expect(four(check("reach.turning-up", "after.worse")).isDangerFirst).toBe(false);
    expect(four(check("reach.outside", "after.went-on")).isDangerFirst).toBe(false);
  });
  it("where private pictures were threatened with and something else too", () => {
    expect(four(check("threat.pictures")).isDangerFirst).toBe(false);
    expect(four(check("threat.animal", "threat.pictures")).isDangerFirst).toBe(true);
  });
});

/** Every answer, and the words that it fits by itself. What is not here fits none. */
const table: readonly (readonly [OptionId, ...FourWord[]])[] = [
  ["danger.yes"],
  ["danger.no"],
  ["who.was-with"],
  ["who.known"],
  ["who.not-known"],
  ["who.nobody-knows"],
  ["who.several"],
  ["since.days", "fixated"],
  ["since.weeks", "fixated"],
  ["since.months", "fixated"],
  ["since.years", "fixated"],
  ["reach.messages", "fixated"],
  ["reach.silent", "fixated"],
  ["reach.posts", "fixated"],
  ["reach.accounts", "fixated", "obsessive"],
  ["reach.gifts", "fixated"],
  ["reach.payments", "fixated"],
  ["reach.others", "fixated"],
  ["reach.turning-up", "fixated"],
  ["reach.following", "fixated"],
  ["reach.outside", "fixated"],
  ["often.once"],
  ["often.few", "obsessive", "repeated"],
  ["often.weeks", "obsessive", "repeated"],
  ["often.days", "obsessive", "repeated"],
  ["often.comes-and-goes", "obsessive", "repeated"],
  ["told.told", "unwanted"],
  ["told.for-me", "unwanted"],
  ["told.never-answered", "unwanted"],
  ["told.not-dared", "unwanted"],
  ["told.some-wanted", "unwanted"],
  ["after.stopped"],
  ["after.went-on", "obsessive"],
  ["after.another-way", "obsessive"],
  ["after.worse", "obsessive"],
  ["after.began-again", "obsessive"],
  ["know.where", "fixated"],
  ["know.said", "fixated"],
  ["know.met", "fixated"],
  ["know.phone", "fixated"],
  ["strange.log-ins"],
  ["strange.changed"],
  ["strange.devices"],
  ["strange.tracker"],
  ["strange.in-hands"],
  ["damage.damaged"],
  ["damage.moved"],
  ["damage.taken"],
  ["damage.got-into"],
  ["threat.you"],
  ["threat.close"],
  ["threat.animal"],
  ["threat.themselves"],
  ["threat.pictures"],
  ["effect.frightened", "unwanted"],
  ["effect.hurt-once", "unwanted"],
  ["effect.hurt-more", "unwanted"],
  ["effect.sleep", "unwanted"],
  ["effect.changed", "unwanted"],
  ["effect.people", "unwanted"],
  ["effect.moved", "unwanted"],
  ["effect.none"],
];

describe("each answer stands with the words that it fits", () => {
  for (const [option, ...words] of table)
    test(option, () => {
      expect(wordsFor(option)).toEqual(words);
      expect(Object.values(four(check(option)).said).flat()).toEqual(words.map(() => ({ option })));
    });
  it("and no answer is missing here", () => {
    expect(table.map(([option]) => option)).toEqual(optionIds);
  });
  it("two ways to reach her are repeated, and both are named", () => {
    expect(wordsFor("reach.gifts", "reach.following")).toEqual(["fixated", "repeated"]);
    expect(four(check("reach.gifts", "reach.following")).said.repeated.map(({ option }) => option)).toEqual([
      "reach.gifts",
      "reach.following",
    ]);
  });
  it("what she wrote herself is an answer to what it has done to her", () => {
    const shown = four({ ...nothing, words: "  I take the long way home.\n" });
    expect(shown.words).toBe("I take the long way home.");
    expect(four({ ...check("often.few"), words: "I take the long way home." }).head).toBe("some");
    expect(four({ ...check("since.days"), words: " \n" }).head).toBe("cannot tell");
  });
  it("how she knows what she says of somebody else stays with each answer", () => {
    const chosen = [
      { option: "reach.following", known: "seen" },
      { option: "reach.gifts", known: "told" },
      { option: "know.where", known: "thought" },
    ] as const;
    expect(four({ ...nothing, about: "somebody", chosen }).said.fixated).toEqual(chosen);
  });
});

describe("the sentence above", () => {
  test.each([
    ["all", ["since.months", "after.went-on", "told.told", "often.few"]],
    ["all", ["reach.accounts", "reach.gifts", "effect.sleep"]],
    ["some", ["since.months", "told.told"]],
    ["some", ["since.months", "told.told", "after.worse"]],
    ["some", ["often.few"]],
    ["cannot tell", ["since.months"]],
    ["cannot tell", ["often.once"]],
    ["cannot tell", []],
  ] as const)("is “%s” for %s", (head, options) => {
    expect(four(check(...options)).head).toBe(head);
  });
});

it("once is enough to say so, where it was once and in one way", () => {
  expect(four(check("often.once")).isOnceOnly).toBe(true);
  expect(four(check("often.once", "reach.gifts")).isOnceOnly).toBe(true);
  expect(four(check("often.once", "reach.gifts", "reach.posts")).isOnceOnly).toBe(false);
  expect(four(check("often.few")).isOnceOnly).toBe(false);
});

it("that they threatened themselves is met by itself", () => {
  expect(four(check("threat.themselves")).didThreatenThemselves).toBe(true);
  expect(four(check("threat.you", "threat.close", "threat.animal", "threat.pictures")).didThreatenThemselves).toBe(false);
});

it("what she was not sure of and what she skipped is named, and is never a no", () => {
  const shown = four({ ...nothing, unsure: ["since", "know"], open: ["reach", "effect"] });
  expect([shown.unsure, shown.open]).toEqual([
    ["since", "know"],
    ["reach", "effect"],
  ]);
  expect(shown.head).toBe("cannot tell");
  expect(Object.values(shown.said).flat()).toEqual([]);
});

it("no answer takes anything away: more said is never fewer words, and danger stays danger", () => {
  fc.assert(
    fc.property(fc.subarray([...optionIds]), fc.constantFrom(...optionIds), (options, more) => {
      const [before, after] = [four(check(...options)), four(check(...options, more))];
      for (const word of fourWords) expect(after.said[word].length).toBeGreaterThanOrEqual(before.said[word].length);
      if (before.isDangerFirst) expect(after.isDangerFirst).toBe(true);
    }),
    { seed: 1128, numRuns: 500 },
  );
});

it("holds no number: nothing that is shown counts what she said", () => {
  fc.assert(
    fc.property(fc.subarray([...optionIds]), (options) => {
      expect(JSON.stringify(four(check(...options)))).not.toMatch(/:-?\d|%/);
    }),
    { seed: 1129, numRuns: 200 },
  );
});

it("every part of the result is shown by its name, or by the name of its absence", () => {
  const names = namesShown(four({ ...check("since.days", "often.once"), unsure: ["told"], open: ["who"], words: "" }));
  expect([...names].sort()).toEqual([
    "fixated",
    "fixated since",
    "fixated since.days",
    "head cannot tell",
    "not obsessive",
    "not repeated",
    "not unwanted",
    "once",
    "open",
    "open who",
    "unsure",
    "unsure told",
  ]);
  const more = namesShown(four({ ...check("threat.themselves"), words: "I sleep in the car." }));
  expect([...more].sort()).toEqual([
    "danger",
    "head cannot tell",
    "not fixated",
    "not obsessive",
    "not repeated",
    "themselves",
    "unwanted",
    "unwanted effect",
    "unwanted words",
    "whole",
  ]);
});
