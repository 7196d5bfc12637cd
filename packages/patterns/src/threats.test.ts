import { type Finding, type Identity, type Instant, type Statement, type Timeline, normalName } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia, rFirst, rSecond } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { findAll } from "./index.ts";
import { threats } from "./threats.ts";

const rhys: Partial<Statement> = { them: { label: "Rhys Calloway", normals: new Set([rFirst.normal, "rhys calloway"]) } };

function find(drafts: readonly ActDraft[], statement: Partial<Statement> = rhys): readonly Finding[] {
  return threats.find(makeTimeline(drafts), makeStatement(statement));
}

const linesOf = (found: readonly Finding[]): readonly string[] => found.map(({ line }) => line);

test("a threat to kill by a number that she named stands in a line with its minute, among five hundred texts of nothing", () => {
  const noise = Array.from({ length: 500 }, (_, i): ActDraft => ({
    at: `2026-03-${String(1 + (i % 28)).padStart(2, "0")} 21:${String(i % 60).padStart(2, "0")}`,
    text: "??",
  }));
  const found = find([...noise, { at: "2026-03-02 06:45", text: "if I can not have you I will end you and then me" }]);
  expect(linesOf(found)).toEqual(["2 March 2026, 06:45: “if I can not have you I will end you and then me”. By them, you are sure."]);
  expect(found[0]?.standing).toBe("words of a threat");
});

test("what is perhaps theirs says so, the same words are one line, and more than four are a number with their days", () => {
  const texts = ["I will kill you", "you will pay", "I'll burn your house down", "I will end you", "say your prayers", "I have a gun"];
  const found = find(
    [
      ...texts.map((text, i): ActDraft => ({ at: `2026-03-0${i + 1} 10:00`, text })),
      { at: "2026-03-20 10:00", text: "I WILL  kill you" },
      { at: "2026-03-21 10:00", from: rSecond, text: "you're dead" },
    ],
    { ...rhys, perhaps: { label: "Rhys Calloway", normals: new Set([rSecond.normal]) } },
  );
  expect(linesOf(found)).toEqual([
    "4 March 2026, 10:00: “I will end you”. By them, you are sure.",
    "5 March 2026, 10:00: “say your prayers”. By them, you are sure.",
    "6 March 2026, 10:00: “I have a gun”. By them, you are sure.",
    "2 messages in the same words, the last on 20 March 2026: “I WILL kill you”. By them, you are sure.",
    "3 more acts with words of a plain threat, of these 1 perhaps by them, 2 March to 21 March 2026.",
  ]);
});

const year11 = { kind: "group", wrote: "Year 11", normal: "year 11" } as const;
const toYear11 = { to: [year11], channel: "whatsapp", thread: "Year 11", file: "chat.txt", grade: "text-export" } as const;

test("what went to her alone has a line before what all in a group write to each other", () => {
  const banter = ["ur dead", "i'll stab u both", "i will kill you", "say your prayers", "die bitch"];
  const found = find([
    { at: "2026-03-01 10:00", text: "you will pay for this" },
    ...banter.map((text, i): ActDraft => ({ ...toYear11, at: `2026-03-0${i + 2} 10:00`, text })),
  ]);
  expect(linesOf(found)[0]).toBe("1 March 2026, 10:00: “you will pay for this”. By them, you are sure.");
  expect(linesOf(found).at(-1)).toBe("2 more acts with words of a plain threat, 2 March to 3 March 2026.");
});

test("the same words to a group are one line with the words and whose they are, none of it cut off", () => {
  const from: Identity = { kind: "name", wrote: "Rhys Calloway", normal: "rhys calloway" };
  const others: readonly ActDraft[] = ["a", "b", "c", "d", "e"].map((name) => ({
    ...toYear11,
    at: "2026-03-01 09:00",
    from: { kind: "name", wrote: name, normal: name },
    text: "lol",
  }));
  for (const text of ["ur dead", "I will make you pay for what you did to me and to all of my friends at that school"]) {
    const days = ["02", "03", "04"].map((day): ActDraft => ({ ...toYear11, at: `2026-03-${day} 10:00`, from, text }));
    const [line = ""] = linesOf(find([...others, ...days]));
    expect(line).toMatch(/^Three times, last on 4 March 2026, to a group/);
    expect(line).toMatch(/(?:“ur dead”|\d+ words, in full below)\. By them, as the file names\.$/);
  }
});

test("a threat that came while an order or bail held says so in its line and has one before others", () => {
  const drafts = ["01", "02", "03", "04", "05", "06"].map((day): ActDraft => ({
    at: `2026-03-${day} 10:00`,
    text: `I will kill you ${day}`,
  }));
  const order = { ...stopOn("order in force", "2026-03-01"), until: { year: 2026, month: 3, day: 3 } } as const;
  const found = find(drafts, { ...rhys, stops: [order] });
  expect(linesOf(found)[0]).toBe("2 March 2026, 10:00, while an order held: “I will kill you 02”. By them, you are sure.");
  expect(linesOf(found).filter((line) => line.includes("held"))).toHaveLength(1);
  const bail = find([...drafts, { at: "2026-03-07 10:00", text: "I will kill you 02" }], {
    ...rhys,
    stops: [stopOn("bail condition", "2026-03-06")],
  });
  expect(linesOf(bail)).toContain("Twice, last on 7 March 2026, while bail held: “I will kill you 02”. By them, you are sure.");
});

const mel = { kind: "phone", wrote: "+447700900801", normal: "+447700900801", name: "Mel" } as const;
const cake = "I'll kill you if you forget the cake \u{1F602}";
const friendly: readonly ActDraft[] = [1, 2, 3, 4].flatMap((day): ActDraft[] => [
  { at: `2026-03-0${day} 10:00`, text: "lunch?" },
  { at: `2026-03-0${day} 18:00`, from: maya, text: "how was the choir" },
]);

const jestLines = (found: readonly Finding[]): readonly (readonly [string, string])[] =>
  found.map(({ standing, line }) => [standing, line] as const);
/** By so many texts of each side before them, the two are in touch every day. */
const everyday: readonly ActDraft[] = [...friendly, { at: "2026-03-05 06:00", from: maya, text: "morning x" }];
const oven: ActDraft = { at: "2026-03-05 18:02", from: maya, text: "haha it is in the oven x" };

test("a jest that she answered with laughter in everyday contact is quoted with her answer among the counts", () => {
  expect(jestLines(find([...everyday, { at: "2026-03-05 18:00", text: cake }, oven]))).toEqual([
    ["count", `5 March 2026: “${cake}”. You, 2 minutes later: “haha it is in the oven x”.`],
  ]);
});

test("what she answered stands with words that can be a jest and are told as a threat, and with no other", () => {
  const answer: ActDraft = { at: "2026-03-05 18:02", from: maya, text: "fine i wont" };
  const told = (text: string): readonly string[] => linesOf(find([...everyday, { at: "2026-03-05 18:00", text }, answer]));
  expect(told("ill kill you if you spoil it")).toEqual([
    "5 March 2026, 18:00: “ill kill you if you spoil it”. By them, you are sure. You answered “fine i wont”.",
  ]);
  expect(told("I will kill you and the children")).toEqual([
    "5 March 2026, 18:00: “I will kill you and the children”. By them, you are sure.",
  ]);
});

test("what she answered a saved contact stands with words of a threat that she did not laugh at", () => {
  const found = findAll(
    makeTimeline([
      ...friendly,
      { at: "2026-03-05 18:00", from: mel, text: "ill kill you if you spoil it" },
      { at: "2026-03-05 18:00", from: maya, to: [mel], text: "fine i wont" },
    ]),
    makeStatement(rhys),
  ).filter(({ standing }) => standing === "not said whose");
  expect(linesOf(found)).toEqual([
    "5 March 2026, 18:00: “ill kill you if you spoil it”. By Mel. You answered “fine i wont”, in under a minute.",
  ]);
});

test("of five jests the latest three are quoted each, and the others told by their number and days", () => {
  const days = ["05", "06", "07", "08", "09"];
  const found = find([
    ...everyday,
    ...days.flatMap((day): ActDraft[] => [
      { at: `2026-03-${day} 06:00`, from: maya, text: "coffee?" },
      { at: `2026-03-${day} 18:00`, text: `I'll kill you if you forget cake number ${day}` },
      { at: `2026-03-${day} 18:02`, from: maya, text: `lol number ${day}` },
    ]),
  ]);
  expect(found.every(({ standing }) => standing === "count")).toBe(true);
  expect(linesOf(found)).toEqual([
    ...["07", "08", "09"].map(
      (day) =>
        `${Number(day)} March 2026: “I'll kill you if you forget cake number ${day}”. You answered “lol number ${day}”, 2 minutes later.`,
    ),
    "2 more messages with words that can be a threat, 5 March to 6 March 2026. You answered each with laughter.",
  ]);
  expect(found.at(-1)?.table.rows.map((row) => row.at(-1))).toEqual(["“lol number 05”", "“lol number 06”"]);
});

test("everyday words are no laughter: what hangs on a cake and is answered by the oven alone is told as a threat", () => {
  const told = (text: string): readonly string[] =>
    find([...everyday, { at: "2026-03-05 18:00", text }, { at: "2026-03-05 18:01", from: maya, text: "it is in the oven" }]).map(
      ({ standing }) => standing,
    );
  expect(told(cake)).toEqual(["words of a threat"]);
  expect(told("I will kill you")).toEqual(["words of a threat"]);
});

const odette = { kind: "phone", wrote: "+447700900802", normal: "+447700900802", name: "Odette" } as const;
const fears: readonly (readonly [where: string, draft: ActDraft])[] = [
  [
    "her diary",
    {
      at: "2026-03-05 23:00",
      from: maya,
      to: [],
      grade: "own-account",
      kind: "other",
      text: "I laughed so he would stop. I am terrified.",
    },
  ],
  [
    "her diary four days later",
    { at: "2026-03-09 23:00", from: maya, to: [], grade: "own-account", kind: "other", text: "Hid the knives. He was not joking." },
  ],
  ["a text to a friend", { at: "2026-03-05 18:30", from: maya, to: [odette], text: "Rhys says he will kill me, can I come to you" }],
  ["a text of a friend", { at: "2026-03-05 18:40", from: odette, text: "Come now. Call 999" }],
  ["a text to him", { at: "2026-03-12 18:30", from: maya, text: "you frighten me sometimes" }],
  ["a row about another night", { at: "2026-03-12 23:00", to: [], grade: "own-account", kind: "other", text: "He held me by the throat." }],
  ["a row of months later", { at: "2026-09-12 23:00", to: [], grade: "own-account", kind: "other", text: "He held me by the throat." }],
  ["his own words", { at: "2026-03-01 18:30", text: "sorry I hit you" }],
];

/** She begins often, so that one more text of hers or his changes nothing of that. */
const mornings = ["20", "21", "22", "23"].map((on): ActDraft => ({ at: `2025-12-${on} 06:00`, from: maya, text: "morning you" }));
const note = (at: string, text: string): ActDraft => ({ at, to: [], grade: "own-account", kind: "other", text, from: maya });
const seen: readonly (readonly [where: string, draft: ActDraft])[] = [
  ["a car outside her flat, as she told a friend", { at: "2026-03-06 21:00", from: maya, to: [odette], text: "there was a grey car outside my flat all evening" }],
  ["a car outside her flat, as she wrote it down", note("2026-03-05 21:00", "Car parked opposite mine again.")],
  ["somebody behind her", { at: "2026-03-12 21:00", from: maya, to: [odette], text: "someone followed me home from the bus" }],
  ["his visit without a word", { at: "2026-03-07 21:00", to: [], grade: "own-account", kind: "visit", channel: "in-person", text: null }],
  ["his visit at her gate", { at: "2026-03-07 12:00", to: [], grade: "own-account", kind: "visit", channel: "in-person", text: "At the gate, would not go." }],
  ["her tyres", { at: "2026-02-25 09:00", from: maya, to: [odette], text: "somebody slashed my tyres" }],
  ["what she told him to stop in summer", { at: "2025-08-12 09:00", from: maya, text: "Please leave me alone, I do not want any contact." }],
]; // prettier-ignore

test.each(seen)("laughter takes no threat away in whose days stands %s", (_, draft) => {
  const found = find([...mornings, ...everyday, { at: "2026-03-05 18:00", text: cake }, oven, draft]);
  expect(found.map(({ standing }) => standing)).toEqual(["words of a threat"]);
});

test("a cake that he brought, a lift and play take no jest away, and a car outside of another month takes none", () => {
  for (const draft of [
    { at: "2026-03-06 15:00", to: [], grade: "own-account", kind: "visit", channel: "in-person", text: "Came round with cake and wine." },
    { at: "2026-03-06 15:00", from: maya, to: [odette], text: "he followed me on insta, he is at work till six" },
    { at: "2025-12-06 15:00", from: maya, text: "stop it you clown, haha leave me alone" },
    { at: "2026-06-06 15:00", from: maya, to: [odette], text: "there was a grey car outside my flat all evening" },
  ] satisfies readonly ActDraft[])
    expect(jestLines(find([...mornings, ...everyday, { at: "2026-03-05 18:00", text: cake }, oven, draft])), draft.text).toEqual([
      ["count", expect.any(String)],
    ]);
});

test("nothing is a jest beside her answer in the cover that she is or was afraid", () => {
  expect(
    find([...everyday, { at: "2026-03-05 18:00", text: cake }, oven], { ...rhys, isAfraid: true }).map(({ standing }) => standing),
  ).toEqual(["words of a threat"]);
});

test("nor beside an entry of her journal of a year before, in which she feared violence; beside one in which she did not it is", () => {
  const written = { at: Date.UTC(2025, 2, 1) as Instant, by: "self" } as const;
  const standingsBeside = (fearedViolence: "yes" | "unsure" | "no"): readonly string[] => {
    const entry: ActDraft = {
      at: "2025-03-01 10:00",
      kind: "other",
      channel: "other",
      grade: "own-account",
      file: "journal.jsonl",
      text: "A card lay on the mat.",
      entry: { written, fearedViolence },
    };
    return find([...everyday, { at: "2026-03-05 18:00", text: cake }, oven, entry]).map(({ standing }) => standing);
  };
  expect(standingsBeside("no")).toEqual(["count"]);
  expect(standingsBeside("yes")).toEqual(["words of a threat"]);
  expect(standingsBeside("unsure")).toEqual(["words of a threat"]);
});

const fearsTold = [
  "I am scared of him", "he frightens me", "I don't feel safe at home because of him", "I think he is going to hurt me", "I can't sleep, keep checking the locks",
  "I dread him coming home", "I’ve changed the locks", "my hands are still shaking", "I never feel safe with him", "I'm worried what he might do",
  "you don't know what he is capable of", "I sleep with a knife by the bed", "please don't leave me alone with him", "he makes me so nervous when he is like this",
  "I have to watch what I say", "I don't dare go home", "I feel unsafe in my own flat", "he creeps me out", "I hid my phone in the bathroom", "I'm always looking over my shoulder",
  "I fear for my life", "I know what he will do if I go", "I don't want to be alone when he comes", "I can hardly sleep thinking he is out there", "one of his episodes, scared me to death",
  "scared of his dog, he sets it on people",
]; // prettier-ignore

test.each(fearsTold)("laughter takes no threat away in whose days she told a friend: %s", (text) => {
  const draft: ActDraft = { at: "2026-03-06 21:00", from: maya, to: [odette], text };
  expect(find([...everyday, { at: "2026-03-05 18:00", text: cake }, oven, draft]).map(({ standing }) => standing)).toEqual([
    "words of a threat",
  ]);
});

const fearsOfNobody = [
  "that film scared me so much", "so scared of the maths exam", "I'm terrified of dogs", "the scariest film I ever saw", "scared of my driving test tomorrow",
  "that ride was terrifying", "dreading the dentist", "I was frightened of the dark as a kid", "too nervous about the interview to eat", "the horror movie last night was really scary",
  "can't sleep, the neighbours are loud", "I'm shaking with laughter", "we got new windows and doors", "he is at home with the baby", "his mum is on her own",
]; // prettier-ignore

test.each(fearsOfNobody)("a film, a dog or an exam takes no jest away: %s", (text) => {
  const draft: ActDraft = { at: "2026-03-06 21:00", from: maya, to: [odette], text };
  expect(find([...everyday, { at: "2026-03-05 18:00", text: cake }, oven, draft]).map(({ standing }) => standing)).toEqual(["count"]);
});

test("words of fear that go on without end are read in no time", () => {
  for (const part of [
    "he he ",
    "scared of the ",
    "dread my ",
    "can't sleep a ",
    "check a b ",
    "film was really ",
    "car a ",
    "someone he ",
  ]) {
    const began = performance.now();
    find([...everyday, { at: "2026-03-05 18:00", text: cake }, oven, { at: "2026-03-06 21:00", from: maya, text: part.repeat(4_000) }]);
    expect([part, performance.now() - began < 1000]).toEqual([part, true]);
  }
});

test.each(fears)("laughter takes no threat away where fear or force stands in %s", (_, draft) => {
  const found = find([...everyday, { at: "2026-03-05 18:00", text: cake }, oven, draft]);
  expect(found[0]?.standing).toBe("words of a threat");
  expect(found.filter(({ standing }) => standing === "count")).toEqual([]);
});

test("an answer after two texts answers the last of them, and what appeases is no laughter", () => {
  const told = (...drafts: ActDraft[]): readonly string[] =>
    find([...everyday, { at: "2026-03-05 18:00", text: "You are dead if the cake is late" }, ...drafts]).map(({ standing }) => standing);
  expect(told({ at: "2026-03-05 18:01", text: "Did you feed the cat" }, { at: "2026-03-05 18:02", from: maya, text: "lol yes" })).toEqual([
    "words of a threat",
  ]);
  for (const text of ["ok love x", "Ok my love. Goodnight x", "haha ok I won't x", "yes darling x"])
    expect(told({ at: "2026-03-05 18:01", from: maya, text }), text).toEqual(["words of a threat"]);
});

test("beside one threat that she did not laugh at none of his is a jest, nor what she marked", () => {
  const both: readonly ActDraft[] = [...everyday, { at: "2026-03-05 18:00", text: cake }, oven];
  expect(find([...both, { at: "2026-06-01 10:00", text: "I will kill you" }]).map(({ standing }) => standing)).toEqual([
    "words of a threat",
    "words of a threat",
  ]);
  const timeline = makeTimeline([...both]);
  const act = timeline.acts.find(({ text }) => text === cake)?.id;
  if (act === undefined) throw new Error("the cake");
  expect(threats.find(timeline, makeStatement({ ...rhys, marks: [{ act, whose: "theirs" }] })).map(({ standing }) => standing)).toEqual([
    "words of a threat",
  ]);
});

test("by a number that nobody saved nothing is a jest, whatever she answered", () => {
  const unknown = { kind: "phone", wrote: "+447700900151", normal: "+447700900151" } as const;
  const write = (at: string, text: string): ActDraft => ({ at, from: maya, to: [unknown], text });
  const found = findAll(
    makeTimeline([
      ...everyday,
      write("2026-03-20 01:00", "Who is this"),
      { at: "2026-03-20 01:03", from: unknown, text: "Guess" },
      write("2026-03-20 01:06", "Rhys?"),
      { at: "2026-03-20 01:09", from: unknown, text: "I will kill you Maya" },
      write("2026-03-20 01:12", "haha very funny"),
    ]),
    makeStatement(rhys),
  ).filter(({ line }) => line.includes("kill"));
  expect(jestLines(found).slice(0, 1)).toEqual([
    ["not said whose", "20 March 2026, 01:09: “I will kill you Maya”. By the number +447700900151, not said whose."],
  ]);
});

const keeps: readonly (readonly [how: string, at: string, answers: readonly string[]])[] = [
  ["silence", "18:01", []],
  ["an objection", "18:01", ["please don't say that"]],
  ["an appeasing word", "18:01", ["sorry, I promise x"]],
  ["a question", "18:01", ["why would you say that lol?"]],
  ["laughter hours later", "22:01", ["haha"]],
];

test.each(keeps)("a laughing face of his takes no threat away that was answered by %s", (_, at, answers) => {
  const found = find([
    ...everyday,
    { at: "2026-03-05 18:00", text: cake },
    ...answers.map((text): ActDraft => ({ at: `2026-03-05 ${at}`, from: maya, text })),
  ]);
  expect(found.map(({ standing }) => standing)).toEqual(["words of a threat"]);
});

test("laughter takes no threat away that names children or a weapon, nor one of a man who writes ten times as much, nor one where she told him to stop", () => {
  const answer: ActDraft = { at: "2026-03-05 18:01", from: maya, text: "haha x" };
  const told = (text: string, more: readonly ActDraft[] = everyday, statement: Partial<Statement> = rhys): readonly string[] =>
    find([...more, { at: "2026-03-05 18:00", text }, answer], statement).map(({ standing }) => standing);
  const many = Array.from({ length: 60 }, (_, i): ActDraft => ({ at: `2026-03-01 11:${String(i).padStart(2, "0")}`, text: "??" }));
  expect(told(cake)).toEqual(["count"]);
  expect(told("I will kill you and the children on Christmas Eve")).toEqual(["words of a threat"]);
  expect(told("I'll stab you with this knife")).toEqual(["words of a threat"]);
  expect(told(cake, [...everyday, ...many])).toEqual(["words of a threat"]);
  expect(told(cake, everyday, { ...rhys, stops: [stopOn("told to stop", "2026-03-20")] })).toEqual(["words of a threat"]);
});

test("a friend whom nobody named and to whom she laughs is no threat by a number that nobody named, and one that she does not know is", () => {
  const timeline = (answers: readonly string[]) =>
    makeTimeline([
      ...friendly,
      { at: "2026-03-05 18:00", from: mel, text: cake },
      { at: "2026-03-19 18:00", from: mel, text: "you're dead at darts tonight, I am going to destroy you" },
      ...answers.map((text, i): ActDraft => ({ at: ["2026-03-05 18:01", "2026-03-19 18:02"][i] ?? "", from: maya, to: [mel], text })),
    ]);
  const standingsOf = (answers: readonly string[]) =>
    findAll(timeline(answers), makeStatement(rhys)).filter(({ pattern }) => pattern === "threats" || pattern === "identities-as-one");
  expect(standingsOf(["haha it is in the oven x", "in your dreams"])).toMatchObject([
    { standing: "count", line: expect.stringContaining("You, 1 minute later: “haha it is in the oven x”") },
    { standing: "count", line: expect.stringContaining("By Mel. You answered “in your dreams”") },
  ]);
  expect(standingsOf(["who is this"]).filter(({ standing }) => standing === "not said whose")).toHaveLength(2);
});

test("what her father was told of a threat stands as told by him, and is no threat of his", () => {
  const dad = { kind: "phone", wrote: "+447700900241", normal: "+447700900241", name: "Dad" } as const;
  const found = findAll(
    makeTimeline([
      { at: "2026-03-03 10:00" },
      { at: "2026-05-20 13:30", from: dad, text: "Rhys was here. He said he will put a bullet in you." },
      { at: "2026-05-21 13:30", from: nadia, text: "Rhys gave me 50 quid and your address" },
      { at: "2026-05-22 13:30", from: nadia, text: "Rhys says hello, he will bring the cake" },
    ]),
    makeStatement(rhys),
  ).filter(({ standing }) => standing === "words of a threat" || standing === "not said whose");
  expect(linesOf(found)).toEqual([
    "20 May 2026, 13:30, told by Dad (+447700900241): “Rhys was here. He said he will put a bullet in you.”",
    "21 May 2026, 13:30, told by Nadia (07700 900777): “Rhys gave me 50 quid and your address”.",
  ]);
});

const hisMum = { kind: "phone", wrote: "+447700900153", normal: "+447700900153", name: "Rhys Mum" } as const;
const typed = (wrote: string): Identity => ({ kind: "name", wrote, normal: normalName(wrote) });

test("what others warn of, with a weapon or where he is, stays as told by them after she said that they are somebody else", () => {
  const kit = typed("Kit (his son)");
  const mrsDay = typed("Mrs Day");
  const row = (at: string, from: Identity, text: string): ActDraft => ({
    ...{ at, from, text, to: [], grade: "own-account", kind: "other", channel: "in-person" },
  });
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00" },
    { at: "2026-03-28 10:00", from: hisMum, text: "Rhys is outside your work with a hammer, get out the back" },
    row("2026-08-24 10:00", kit, "Kit says his dad has a gun in the van."),
  ]);
  const saidOther = { others: { label: "others", normals: new Set([hisMum.normal, kit.normal, mrsDay.normal]) } };
  const told = (all: Timeline, statement: Partial<Statement>) =>
    linesOf(
      findAll(all, makeStatement({ ...rhys, ...statement })).filter(
        ({ standing, pattern }) => standing !== "count" && pattern === "threats",
      ),
    );
  expect(told(timeline, saidOther)).toEqual([
    "28 March 2026, 10:00, told by Rhys Mum: “Rhys is outside your work with a hammer, get out the back”.",
    "24 August 2026, 10:00, told by Kit (his son): “Kit says his dad has a gun in the van.”",
  ]);
  expect(
    told(
      makeTimeline([{ at: "2026-03-03 10:00" }, row("2026-09-06 20:00", mrsDay, "Mrs Day says Rhys asked her when I come home.")]),
      saidOther,
    ),
  ).toEqual(["6 September 2026, 20:00, told by Mrs Day: “Mrs Day says Rhys asked her when I come home.”"]);
});

test("what others write of him in the day that it is, and what they say they will do to him, is told by nobody and asked of nobody", () => {
  const found = findAll(
    makeTimeline([
      { at: "2026-03-03 10:00" },
      { at: "2026-05-01 12:00", from: hisMum, text: "Tell Rhys I will murder him if he is late for the christening" },
      { at: "2026-05-02 12:00", from: hisMum, text: "Rhys will be at your house at five with the cake" },
      { at: "2026-05-03 12:00", from: hisMum, text: "Rhys asked what time you want the cake" },
    ]),
    makeStatement(rhys),
  );
  expect(linesOf(found.filter(({ standing }) => standing === "words of a threat" || standing === "not said whose"))).toEqual([]);
  expect(linesOf(found).join("\n")).not.toContain("murder");
});

test("a threat that she says was agreed or is not this one has no line, and the number of the second is told", () => {
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", text: "I will kill you" },
    { at: "2026-03-04 10:00", text: "I will end you" },
  ]);
  const [first] = timeline.acts;
  if (first === undefined) throw new Error("two acts");
  const [told, ...more] = threats.find(timeline, makeStatement({ ...rhys, notThis: [{ act: first.id }] }));
  expect(more).toEqual([]);
  expect(told?.couldChange[0]).toContain("Of 1 act more that would be named you said “not this one”");
});
