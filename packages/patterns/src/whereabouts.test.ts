import { describe, expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { whereaboutsEnglish } from "./reading/whereabouts-english.ts";
import { whereabouts } from "./whereabouts.ts";

const places = makeStatement({ places: ["Larch Street", "Café Nord"] });
const rulesIn = (text: string): readonly unknown[] =>
  whereabouts.find(makeTimeline([{ at: "2026-03-03 10:00", text }]), places)[0]?.table.rows.map((row) => row[4]) ?? [];

/** By rule: words that it must find. */
const found: Readonly<Record<string, readonly string[]>> = {
  "saw-you": [
    "I saw you today",
    "i've seen you with him",
    "We watched you leave",
    "I see you",
    "my mate saw u in town",
    "i was out and i followed you home",
  ],
  "outside-your": [
    "I'm parked outside your house",
    "drove past your work",
    "standing across from your flat",
    "waiting by your car",
    "I walked past ur window",
  ],
  "i-am-outside": ["I’m outside", "im downstairs", "I am on your street", "we're parked up"],
  "your-light": ["your light is on", "your bedroom light went off", "your curtains are open", "ur tv is still on"],
  "your-car": ["your car isn't there", "your car is gone", "ur van is in the drive"],
  "your-clothes": ["you're wearing that red dress", "nice coat", "love the new haircut", "you were wearing my jacket"],
  "you-went": ["you left early", "you got home late", "you went out last night", "you walked past"],
  "i-know-where": ["I know where you are", "i know you're home", "we know what time you finish", "I can see you're in"],
  "who-with-you": ["who's there with you", "who was that man with you", "who were you with"],
  "you-are-awake": ["you're awake", "you are home alone", "i know you're still awake"],
};

/** Words that are no sign of anything and must not be found. */
const innocent = [
  "see you later",
  "I'll see you tomorrow",
  "can I see you",
  "I want to see you",
  "I see you later then",
  "when will you be at the station",
  "what a lovely day",
  "you're right",
  "outside is cold",
  "do you know where the keys are",
  "let me know if you're awake",
  "the lights are on at the club",
  "who is coming with us",
  "yours sincerely",
  "I like shoes",
  "the bag is on the table",
  "is your car still for sale",
  "are you home",
  "larchstreet",
];

describe.each(Object.entries(found))("the rule %s", (id, texts) => {
  const says = whereaboutsEnglish.find((rule) => rule.id === id)?.says;
  test.each(texts)("finds: %s", (text) => {
    expect(says).toBeDefined();
    expect(rulesIn(text)).toContain(says);
  });
});

test("every rule is tried", () => {
  expect(whereaboutsEnglish.map(({ id }) => id).sort()).toEqual(Object.keys(found).sort());
});

test.each(innocent)("leaves alone: %s", (text) => {
  expect(rulesIn(text)).toEqual([]);
});

test("a place of hers is found as a whole word, in any case, and its position counts characters from 1", () => {
  const [finding] = whereabouts.find(makeTimeline([{ at: "2026-03-03 10:00", text: "back at LARCH STREET again" }]), places);
  expect(finding?.table.rows).toEqual([[1, "3 March 2026", "10:00", "Texts", "a place that you named", "characters 9 to 20"]]);
  expect(rulesIn("larch streets")).toEqual([]);
  expect(rulesIn("the café nord, then")).toEqual(["a place that you named"]);
});

test("positions stay right behind letters that grow in lower case, and behind emoji", () => {
  const text = "İİ🙂 I saw you";
  const [finding] = whereabouts.find(makeTimeline([{ at: "2026-03-03 10:00", text }]), places);
  const [, from = "0", to = "0"] = /characters (\d+) to (\d+)/.exec(String(finding?.table.rows[0]?.[5])) ?? [];
  expect(text.slice(Number(from) - 1, Number(to))).toBe("I saw you");
});

test("a finding quotes no message", () => {
  const finding = whereabouts.find(makeTimeline([{ at: "2026-03-03 10:00", text: "I saw you by the fountain, zebra" }]), places)[0];
  expect(JSON.stringify(finding)).not.toMatch(/fountain|zebra/);
});

test("what she and other people wrote is not searched", () => {
  const drafts: readonly ActDraft[] = [maya, nadia].map((from) => ({
    at: "2026-03-03 10:00",
    from,
    text: "I saw you outside your house on Larch Street",
  }));
  expect(whereabouts.find(makeTimeline(drafts), places)).toEqual([]);
});

test("the same finding comes twice: no expression keeps its place from one text to the next", () => {
  const timeline = makeTimeline(["I saw you", "I saw you", "I saw you"].map((text, i) => ({ at: `2026-03-0${i + 1} 10:00`, text })));
  expect(whereabouts.find(timeline, places)[0]?.acts).toHaveLength(3);
  expect(whereabouts.find(timeline, places)).toEqual(whereabouts.find(timeline, places));
});

test("a text made to be slow is read in a moment", () => {
  const nasty = `${"your bedroom ".repeat(2000)}${"you're wearing that ".repeat(2000)}${"i i i saw ".repeat(2000)}`;
  expect(Array.isArray(rulesIn(nasty))).toBe(true);
});

test("a very long text is read to its limit, and that is said", () => {
  const long = `${"word ".repeat(5000)}I saw you`;
  const [finding] = whereabouts.find(
    makeTimeline([
      { at: "2026-03-03 10:00", text: long },
      { at: "2026-03-04 10:00", text: "I saw you" },
    ]),
    places,
  );
  expect(finding?.acts).toHaveLength(1);
  expect(finding?.couldChange).toContain("1 text longer than 20,000 characters is read to there.");
});
