import { inVoice, pageVoice } from "@unmask/words";
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
    "Outside yours. Open the door",
    "I am standing under your window",
  ],
  "i-am-outside": ["I’m outside", "im downstairs", "im at ur bus stop", "I am on your street", "we're parked up"],
  "your-light": ["your light is on", "your bedroom light went off", "your curtains are open", "ur tv is still on"],
  "your-car": ["your car isn't there", "your car is gone", "ur van is in the drive"],
  "your-clothes": ["you're wearing that red dress", "you were wearing my jacket"],
  "nice-coat": ["nice coat", "love the new haircut"],
  "suits-you": [
    "the blue coat suits you",
    "that dress looks good on you",
    "your new winter boots really suit you",
    "You looked lovely in the green coat today",
  ],
  "dress-tonight": ["green dress tonight. nice", "the red coat again", "hello. black jeans today"],
  "close-your-curtains": ["close your curtains", "you should draw your bedroom curtains", "shut ur blinds"],
  "blue-curtains": [
    "I am here. Blue curtains. Close them.",
    "the blue curtains again",
    "Flat 4 is the one with the yellow blind, right?",
    "yours is the one with the red door",
  ],
  "what-you-hold": ["You are reading the blue book", "hello. you're holding your yellow umbrella"],
  "which-train": ["I waited. You took the earlier train.", "you missed your usual bus", "you got the 7:42 train"],
  "on-your-step": ["Nice pumpkin on your step", "lovely new plants on your windowsill"],
  "can-see-you": ["people can see you", "I can see you from here", "everyone can see you in your kitchen", "i can see you."],
  "at-your-window": ["you were standing at your window", "you're dancing in front of the kitchen window", "you sat by the window"],
  "you-went": ["you left early", "you got home late", "you went out last night", "you walked past"],
  "i-know-where": [
    "I know where you are",
    "i know you're home",
    "we know what time you finish",
    "I can see you're in",
    "I know where you live",
    "i know where u park your car",
    "we know where you've been",
  ],
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
  "did you take the earlier train",
  "if you took the early bus we could meet",
  "have you got the late train before",
  "are you reading the blue book",
  "what you are reading is good",
  "mine is the one with the red door",
  "I want the one with the blue blinds",
  "a nice rug on the step would do",
  "outside yours truly",
  "the bag is on the table",
  "is your car still for sale",
  "are you home",
  "larchstreet",
  "close the curtains when you go to bed",
  "can you close the curtains, the sun is on the telly",
  "I'll close your curtains while you're away",
  "close your curtains when you go to bed, it gets cold",
  "so I can see you",
  "I can see you tomorrow",
  "anyone can see you're tired",
  "does the blue coat suit you",
  "would you look good in the blue coat",
  "blue curtains or the white ones?",
  "I bought blue curtains.",
  "blue blinds please",
  "hope the coat suits you",
  "bring the green dress tonight",
  "green dress tonight?",
  "blue coat today or the red one",
  "blue jumper today please",
  "are you sitting at the window or the aisle",
  "the plant by the window needs water",
  "I know where you hid the biscuits",
  "I know where you hide the biscuits",
  "I know where you are coming from",
  "I saw you on telly last night",
  "I saw you on the TV",
  "we saw you online",
  "saw your post, I saw you on Facebook",
];

describe.each(Object.entries(found))("the rule %s", (id, texts) => {
  const told = whereaboutsEnglish.find((rule) => rule.id === id)?.says;
  const says = told === undefined ? undefined : inVoice(told, pageVoice);
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
  expect(finding?.table.rows).toEqual([[1, "3 March 2026", "10:00", "Texts", "a place that you named", "characters 9 to 20", "theirs"]]);
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

describe("what she wrote herself decides of a line that people also say when they meet", () => {
  const said = (...lines: readonly (readonly [at: string, who: "her" | "them", text: string])[]) =>
    whereabouts.find(
      makeTimeline(
        lines.map(([at, who, text]) => ({ at: `2026-03-03 ${at}`, text, thread: "R", ...(who === "her" ? { from: maya } : {}) })),
      ),
      places,
    );

  test.each([
    [
      ["10:00", "them", "I’m outside, come down when you’re ready"],
      ["10:00", "her", "two minutes"],
    ],
    [
      ["10:00", "them", "meet you on Larch Street at 6?"],
      ["10:20", "her", "Yes, 6 is good"],
    ],
    [
      ["09:58", "her", "Can you pick her up at six? What time will you be here?"],
      ["10:00", "them", "I'm outside your house"],
    ],
    [
      ["10:00", "them", "nice shirt today"],
      ["10:02", "her", "you ironed it"],
    ],
    [
      ["10:00", "them", "the blue coat suits you"],
      ["10:02", "her", "it was in the sale"],
    ],
  ] as const)("nothing is found in %j, %j", (one, other) => {
    expect(said(one, other)).toEqual([]);
  });

  test.each([
    [
      ["10:00", "them", "I’m outside your house"],
      ["10:01", "her", "ok please go away"],
    ],
    [
      ["10:00", "them", "I’m outside your house"],
      ["11:01", "her", "ok"],
    ],
    [
      ["10:00", "them", "I’m outside your house"],
      ["10:01", "her", "my sister is here"],
    ],
    [
      ["09:58", "her", "I don’t want to meet you"],
      ["10:00", "them", "I'm outside your house"],
    ],
    [
      ["10:00", "them", "nice shirt today"],
      ["10:02", "her", "how do you know what I’m wearing"],
    ],
    [
      ["10:00", "them", "the blue coat suits you"],
      ["13:00", "her", "it was in the sale"],
    ],
    [
      ["10:00", "them", "green dress tonight"],
      ["10:02", "her", "it was in the sale"],
    ],
    [
      ["10:00", "them", "close your curtains"],
      ["10:01", "her", "ok"],
    ],
  ] as const)("the line stays in %j, %j", (one, other) => {
    expect(said(one, other)).toHaveLength(1);
  });

  test("her answer in another chat answers nothing here", () => {
    const elsewhere: ActDraft = { at: "2026-03-03 10:01", from: maya, text: "ok", thread: "Nadia", to: [nadia] };
    expect(
      whereabouts.find(makeTimeline([{ at: "2026-03-03 10:00", text: "I'm outside your house", thread: "R" }, elsewhere]), places),
    ).toHaveLength(1);
  });

  test("what was left out as a meeting is told with its number, and so is the rule", () => {
    const [finding] = said(["10:00", "them", "I’m outside"], ["10:01", "her", "coming"], ["20:00", "them", "I saw you with him"]);
    expect(finding?.acts).toHaveLength(1);
    expect(finding?.couldChange).toContain("Left out as a line of a meeting: 1 message.");
    expect(finding?.how).toContain("you agreed to it in your next message");
  });
});

test("a message that is perhaps theirs is found and counted apart", () => {
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", text: "I saw you" },
    { at: "2026-03-04 10:00", text: "close your curtains", from: nadia },
  ]);
  const [finding] = whereabouts.find(timeline, makeStatement({ perhaps: { label: "R.", normals: new Set([nadia.normal]) } }));
  expect(finding?.says).toContain("2 messages use words that can show where you are or were: 1 of theirs and 1 perhaps theirs.");
  expect(finding?.table.rows.map((row) => row[6])).toEqual(["theirs", "perhaps theirs"]);
});

test("what she wrote down of a visit is hers, and no message of theirs", () => {
  const seen: ActDraft = { at: "2026-03-03 10:00", kind: "visit", channel: "in-person", grade: "own-account", file: "journal" };
  expect(whereabouts.find(makeTimeline([{ ...seen, text: "He stood outside, opposite my flat on Larch Street" }]), places)).toEqual([]);
});

test("a message of which she said “not this one” is told with its number", () => {
  const timeline = makeTimeline(["I saw you", "I saw you with him"].map((text, i) => ({ at: `2026-03-0${i + 1} 10:00`, text })));
  const act = timeline.acts[0]?.id ?? expect.fail();
  const [finding] = whereabouts.find(timeline, makeStatement({ notThis: [{ act }] }));
  expect(finding?.acts).toEqual([timeline.acts[1]?.id]);
  expect(finding?.couldChange[0]).toBe("Of 1 act more that it would count you said “not this one”.");
});

test("beside a plain threat nothing says that such words can be innocent", () => {
  const toldOf = (text: string) => {
    const [finding] = whereabouts.find(
      makeTimeline([
        { at: "2026-03-03 10:00", text },
        { at: "2026-03-04 10:00", text: "I saw you" },
      ]),
      places,
    );
    return `${finding?.line} ${finding?.says}`;
  };
  expect(toldOf("I know where you live")).toContain("can be innocent");
  const told = toldOf("I know where you live. I will kill you.");
  expect(told).not.toContain("innocent");
  expect(told).toContain("What they mean, a reader decides.");
});

test("which train she took and what she read, said in talk that she goes on with, is talk", () => {
  const told = (text: string, answer: string) =>
    whereabouts.find(
      makeTimeline([
        { at: "2026-03-03 10:00", text },
        { at: "2026-03-03 10:05", from: maya, text: answer },
      ]),
      places,
    );
  for (const text of ["You took the earlier train", "Nice pumpkin on your step", "You are reading the blue book"]) {
    expect(told(text, "ha yes")).toEqual([]);
    expect(told(text, "how do you know that")).toHaveLength(1);
  }
});
