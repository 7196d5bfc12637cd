import { type Identity, withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeAct, makeTimeline, nadia, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { printVoice } from "@unmask/words";
import { nearHer } from "./near-her.ts";

const diary = { channel: "in-person", file: "diary.csv", grade: "own-account" } as const;
/** Of another than herself: a record of her door with what was said there. */
const record = { channel: "doorbell", file: "door.json" } as const;
const find = (...drafts: readonly ActDraft[]) => nearHer.find(makeTimeline(drafts), makeStatement());

test("what she wrote down of violence by somebody of whom she says that it is not them stays in its line, by whom it was", () => {
  const brother = { kind: "name", wrote: "his brother", normal: "his brother" } as const;
  const row = { at: "2026-05-20 20:00", kind: "damage", channel: "in-person", grade: "own-account", from: brother } as const;
  const drafts = [{ ...row, text: "Smashed the window with a bat" }, { ...row, at: "2026-05-21 09:00", kind: "visit", text: "He is polite" }] as const; // prettier-ignore
  const statement = { ...makeStatement(), others: { label: "others", normals: new Set(["his brother"]) } };
  expect(nearHer.find(makeTimeline(drafts), statement).map(({ line }) => line)).toEqual([
    "20 May 2026, 20:00: “Smashed the window with a bat”. By his brother, somebody else as you say.",
  ]);
});

test("each act has a line with its day, its words and how sure it is by whom, and a message is none", () => {
  const found = find(
    { at: "2026-03-03 10:00", text: "hello" },
    { at: "2026-03-05 19:30", kind: "visit", text: "Sat in his van opposite my flat. Engine off.", ...diary },
    { at: "2026-03-07 08:00", kind: "damage", from: withheld, text: "All four tyres were cut.", ...diary },
  );
  expect(found.map(({ line }) => line)).toEqual([
    "5 March 2026, 19:30: “Sat in his van opposite my flat. Engine off.” By them, you are sure.",
    "7 March 2026, 08:00: “All four tyres were cut.” By whom is not known.",
  ]);
});

test("in print the two names stand where the page says you and them", () => {
  const statement = makeStatement();
  const named = { ...statement, me: { ...statement.me, label: "Maya Osei" }, them: { ...statement.them, label: "Rob Lane" } };
  const acts = makeTimeline([{ at: "2026-03-05 19:30", kind: "gift", text: "A doll in a box.", ...diary }]);
  const [finding] = nearHer.find(acts, named, { voice: printVoice(named) });
  expect(finding?.line).toBe("5 March 2026, 19:30: “A doll in a box.” By Rob Lane, Maya Osei is sure.");
});

test("where her name has no room in print, the line says by her initials whose word it is that an act is his", () => {
  const statement = makeStatement();
  const named = { ...statement, me: { ...statement.me, label: "Maya Osei" }, them: { ...statement.them, label: "Rob Lane" } };
  const text = "He stood at the gate with a torch, shone it at windows in turn.";
  const acts = makeTimeline([{ at: "2026-03-05 19:30", kind: "visit", text, ...diary }]);
  const [finding] = nearHer.find(acts, named, { voice: printVoice(named) });
  expect(finding?.line).toMatch(/in turn\.” By Rob Lane, MO says\.$/);
});

test("words that are long end at a whole clause and say how much is left, and no words can end their quotation", () => {
  const long = `He stood there and shouted ” and then shouted it again, for a long time, and then he went away in the dark. ${"It was cold. ".repeat(60)}`;
  const timeline = makeTimeline([{ at: "2026-03-05 19:30", kind: "visit", text: long, ...record }]);
  const [finding] = nearHer.find(timeline, makeStatement());
  expect(finding?.line).toBe(
    "5 March 2026: “He stood there and shouted ’ and then shouted it again, …” (192 words more). By them, you say.",
  );
  expect(finding?.line.length).toBeLessThanOrEqual(110);
  for (const mark of ["‟", "＂", "〞", "’’"]) {
    const visit = makeTimeline([{ at: "2026-03-05 19:30", kind: "visit", text: `He said hello${mark} By me.`, ...diary }]);
    expect(nearHer.find(visit, makeStatement())[0]?.line).toBe("5 March 2026, 19:30: “He said hello’ By me.” By them, you are sure.");
  }
});

test("the latest of what she wrote down have a line each, and the rest is one line that names its kinds", () => {
  const visits = Array.from({ length: 8 }, (_, i): ActDraft => ({
    at: `2026-03-1${i} 19:30`,
    kind: "visit",
    text: `visit ${i}`,
    ...diary,
  }));
  const found = find(...visits, { at: "2026-04-01 10:00", kind: "login", channel: "google", file: "g.json" });
  expect(found).toHaveLength(7);
  expect(found[0]?.line).toContain("visit 2");
  expect(found[6]?.line).toBe("Besides, near you: 2 visits and 1 log-in.");
  expect(found[6]?.acts).toHaveLength(3);
});

test("eight visits at the bus stop push out neither the petrol nor the door that was forced, however long ago", () => {
  const stop = Array.from({ length: 8 }, (_, i): ActDraft => ({
    at: `2026-03-1${i} 08:00`,
    kind: "visit",
    text: `He stood at the bus stop, day ${i}.`,
    ...diary,
  }));
  const found = find(
    { at: "2026-03-01 10:00" },
    { at: "2026-03-02 23:00", kind: "damage", text: "He poured petrol through the letter box and lit a match.", ...diary },
    { at: "2026-03-03 23:00", kind: "entry", text: "He forced the back door.", ...diary },
    { at: "2026-03-04 23:00", kind: "following", text: "He drove behind me.", ...diary },
    { at: "2026-03-05 23:00", kind: "gift", text: "A box of matches.", ...diary },
    ...stop,
  );
  expect(found.map(({ line }) => /“.*”|Besides.*/.exec(line)?.[0])).toEqual([
    "“He poured petrol through the letter box and lit a match.”",
    "“He forced the back door.”",
    "“He drove behind me.”",
    "“A box of matches.”",
    "“He stood at the bus stop, day 6.”",
    "“He stood at the bus stop, day 7.”",
    "Besides, near you: 6 visits.",
  ]);
});

test("one act of each kind in person: the six that have a line are chosen by the printed rule, whichever was the latest", () => {
  const kinds = ["visit", "following", "gift", "damage", "threat", "entry", "other", "message"] as const;
  const draftOf = (kind: (typeof kinds)[number], i: number): ActDraft => ({
    at: `2026-05-0${i + 1} 12:00`,
    kind,
    text: `${kind} by the gate`,
    ...diary,
  });
  const chosen = ["damage", "entry", "following", "gift", "threat", "visit"];
  for (const order of [kinds, kinds.toReversed(), [...kinds.slice(3), ...kinds.slice(0, 3)]]) {
    const lines = find(...order.map(draftOf)).map(({ line }) => line);
    expect(lines.flatMap((line) => /“(\w+) by/.exec(line)?.[1] ?? []).sort()).toEqual(chosen);
  }
  const [record, written] = [{ channel: "in-person", file: "door.json", grade: "text-export" } as const, diary];
  const visits = Array.from({ length: 8 }, (_, i): ActDraft => ({
    at: `2026-05-1${i} 12:00`,
    kind: "visit",
    text: `visit ${i}`,
    ...written,
  }));
  const followed: ActDraft = { at: "2026-05-01 12:00", kind: "following", text: "a car behind hers", ...record };
  expect(find(followed, ...visits)[0]?.line).toContain("a car behind hers");
});

test("of accounts and devices a tracker found has its line beside any number of log-ins", () => {
  const logins = Array.from({ length: 8 }, (_, i): ActDraft => ({
    at: `2026-05-1${i} 12:00`,
    kind: "login",
    channel: "google",
    file: "g.json",
  }));
  const found = find({ at: "2026-05-01 12:00", kind: "device", channel: "apple", text: "a tracker", file: "a.json" }, ...logins);
  expect(found[0]?.line).toContain("a tracker");
});

test("what a camera saw is a number of nobody, and stands among the counts", () => {
  const found = find(
    { at: "2026-03-03 10:00" },
    { at: "2026-03-05 10:00", kind: "visit", channel: "doorbell", from: withheld, file: "d.csv" },
    { at: "2026-03-06 10:00", kind: "visit", channel: "doorbell", from: withheld, file: "d.csv" },
  );
  expect(found.map(({ line, standing }) => [line, standing])).toEqual([
    ["A camera at the door saw somebody 2 times, from 5 March 2026 to 6 March 2026. By whom is not known.", "count"],
  ]);
});

test("a visit that the camera’s own record calls “Postman” is not told as one by nobody known", () => {
  const called = (wrote: string, i: number): ActDraft => ({
    at: `2026-03-0${5 + i} 10:00`,
    kind: "visit",
    channel: "doorbell",
    from: { kind: "name", wrote, normal: wrote.toLowerCase() },
    file: "d.csv",
  });
  expect(find({ at: "2026-03-03 10:00" }, ...["Visitor", "Unknown", "Postman"].map(called)).map(({ line }) => line)).toEqual([
    "A camera at the door saw somebody 2 times. By whom is not known. 1 more by a name in its record: “Postman”.",
  ]);
  expect(find({ at: "2026-03-03 10:00" }, called("Postman", 0))[0]?.line).toBe(
    "A camera at the door saw somebody 1 time, by a name in its record: “Postman”; on 5 March 2026.",
  );
});

test("where nothing is theirs yet, what she wrote down of a stranger and what the camera saw are told, and nothing is said to be his", () => {
  const found = find(
    { at: "2026-03-05 10:00", kind: "visit", channel: "doorbell", from: withheld, file: "d.csv" },
    { at: "2026-03-07 08:00", kind: "entry", from: withheld, text: "Somebody came in and took my keys.", ...diary },
  );
  expect(found.map(({ line }) => line)).toEqual([
    "7 March 2026, 08:00: “Somebody came in and took my keys.” By whom is not known.",
    "A camera at the door saw somebody 1 time, on 5 March 2026. By whom is not known.",
  ]);
  expect(found.flatMap(({ says, table }) => [says, ...table.rows.flat()]).join(" ")).not.toMatch(/them|sure/);
});

test("what was agreed and what she says is not this one are not in it, and an act that she marks as perhaps theirs says so", () => {
  const acts = ["2026-03-05", "2026-03-06", "2026-03-07"].map((day) => makeAct({ at: `${day} 19:30`, kind: "visit", text: day, ...diary }));
  const [agreed, notThis, perhaps] = acts;
  if (!agreed || !notThis || !perhaps) throw new Error("three acts");
  const timeline = timelineOf([...acts, makeAct({ at: "2026-03-01 10:00" })]);
  const found = nearHer.find(
    timeline,
    makeStatement({
      agreed: [{ says: "handover", acts: [agreed.id] }],
      notThis: [{ act: notThis.id }],
      marks: [{ act: perhaps.id, whose: "perhaps theirs" }],
    }),
  );
  expect(found.map(({ line }) => line)).toEqual(["7 March 2026, 19:30: “2026-03-07”. Perhaps by them."]);
});

test("no line ends inside a sentence whose meaning turns after it", () => {
  const lineOf = (text: string): string | undefined =>
    find({ at: "2026-03-03 10:00" }, { at: "2026-03-05 19:30", kind: "visit", text, ...record })[0]?.line;
  expect(lineOf("I never said I would leave you alone and I am not going to wait otherwise I will burn the house with you in it")).toBe(
    "5 March 2026, 19:30: visit, 25 words, in full below. By them, you are sure.",
  );
  expect(
    lineOf("He stood at the gate. He had a knife in his right hand and looked up at the window of the room where the children sleep."),
  ).toBe("5 March 2026, 19:30: “He stood at the gate. …” (21 words more). By them, you are sure.");
  expect(
    lineOf("He stood at the gate, a knife in his right hand, and looked up at the window of that small room for a very long time."),
  ).toBe("5 March 2026, 19:30: “He stood at the gate, a knife in his right hand, …” (15 words more). By them, you say.");
  expect(lineOf("you take the 7.10 from Harrow Lane and get off at Mill St. by the bank")).toBe(
    "5 March 2026: “you take the 7.10 from Harrow Lane and get off at Mill St. by the bank”. By them, you say.",
  );
  expect(lineOf("I love you so very much, but I will be there when you leave the house and I will have something sharp with me.")).toBe(
    "5 March 2026, 19:30: visit, 24 words, in full below. By them, you are sure.",
  );
  expect(lineOf("I will not hurt you, and the children will be fine, you will see, as long as you come out of the house now.")).toBe(
    "5 March 2026, 19:30: visit, 24 words, in full below. By them, you are sure.",
  );
  expect(
    lineOf("It is a cold day and I have been thinking about the two of us and the sea, all day long. I saw you at the bus stop. Nice hat."),
  ).toBe("5 March 2026, 19:30: “… I saw you at the bus stop. Nice hat.” (21 words more). By them, you are sure.");
});

test("what she wrote down stands whole in its line or by its kind alone, because what follows the first sentence can take it back", () => {
  for (const text of [
    "I thought he had smashed the wing mirror. It turned out later that a van of the council had done it, as the driver left a note.",
    "He stood at the door with a hammer. He had come to mend the gate because I had asked him to do it the week before.",
    "He was standing outside. The photograph in the paper showed him there on the day of the parade, with all of the others.",
    "He broke the window of the kitchen door, with his elbow, when he carried in the new fridge that I had bought from him on Saturday",
  ]) {
    const [finding] = find({ at: "2026-03-03 10:00" }, { at: "2026-03-05 19:30", kind: "visit", text, ...diary });
    expect(finding?.line).toBe(`5 March 2026, 19:30: visit, ${text.split(" ").length} words, in full below. By them, you are sure.`);
  }
});

test("what she wrote down stands whole in the sentence and the table too, or is told by how many words it has", () => {
  const visit = (text: string) => find({ at: "2026-03-05 19:30", kind: "visit", text, ...diary })[0];
  const turned = `I thought that he had smashed the wing mirror of my car. ${"It was dark and it rained. ".repeat(6)}It turned out that the council had done it.`;
  expect(visit(turned)?.says).toBe(`5 March 2026, 19:30: visit, “${turned}” By them, you are sure.`);
  expect(visit(turned)?.table.rows[0]?.at(-1)).toBe(`“${turned}”`);
  const long = `I thought that he had done it. ${"It was dark and it rained. ".repeat(20)}He had not.`;
  expect(visit(long)?.says).toBe("5 March 2026, 19:30: visit, 130 words, in full with the act. By them, you are sure.");
  expect(visit(long)?.table.rows[0]?.at(-1)).toBe("130 words, in full with the act");
});

test("words of his in the sentence end where a sentence ends, and it says how many are left out", () => {
  const shout = (text: string) => find({ at: "2026-03-05 19:30", kind: "visit", text, ...record })[0];
  const text = "I stood by the wall and looked. ".repeat(6);
  expect(shout(`${text}I will never come back here, I swear, unless you make me.`)?.says).toBe(
    `5 March 2026, 19:30: visit, “${text}…” (12 words more). By them, you are sure.`,
  );
  const turning = `I will never hurt you or the children or the dog ${"or anybody else who lives in that house ".repeat(5)}unless you make me`;
  expect(shout(turning)?.says).toMatch(/^5 March 2026, 19:30: visit, \d+ words, in full with the act\. By them/);
});

test("tyres that nobody knows who cut stand by their day and kind, and a stranger's visit takes the line of nobody who is named", () => {
  const acts = Array.from({ length: 8 }, (_, i): ActDraft => ({ at: `2026-03-1${i} 19:30`, kind: "visit", text: `visit ${i}`, ...diary }));
  const tyres: ActDraft = { at: "2026-03-14 08:00", kind: "damage", text: "All four tyres were cut.", from: withheld, ...diary };
  const cameIn: ActDraft = { at: "2026-03-01 08:00", kind: "entry", text: "The back door was forced.", from: withheld, ...diary };
  const stranger: ActDraft = { at: "2026-03-20 10:00", kind: "visit", text: "A man at the gate.", from: withheld, ...diary };
  const found = find(cameIn, ...acts, tyres, stranger);
  expect(found.map(({ line }) => line)).toEqual([
    "1 March 2026, 08:00: “The back door was forced.” By whom is not known.",
    "14 March 2026, 08:00: “All four tyres were cut.” By whom is not known.",
    ...[4, 5, 6, 7].map((i) => `1${i} March 2026, 19:30: “visit ${i}”. By them, you are sure.`),
    "Besides, near you: 5 visits. Who did 1 of these is not certain.",
  ]);
  expect(found.some(({ codesByAct }) => codesByAct !== undefined)).toBe(false);
});

test("however much was broken by nobody known, four lines are left for what is theirs; of one kind theirs stands first", () => {
  const broken = Array.from({ length: 6 }, (_, i): ActDraft => ({
    at: `2026-04-1${i} 19:30`,
    kind: "damage",
    text: `window ${i}`,
    from: withheld,
    ...diary,
  }));
  const visits = [1, 2, 3].map((i): ActDraft => ({ at: `2026-03-1${i} 19:30`, kind: "visit", text: `visit ${i}`, ...diary }));
  const hisBrick: ActDraft = { at: "2026-03-01 19:30", kind: "damage", text: "brick", ...diary };
  const wordsOf = (...drafts: readonly ActDraft[]) => find(...drafts).map(({ line }) => /“.*”|Besides.*/.exec(line)?.[0]);
  const visited = ["“visit 1”", "“visit 2”", "“visit 3”"];
  expect(wordsOf(hisBrick, ...visits, ...broken)).toEqual([
    "“brick”",
    ...visited,
    "“window 4”",
    "“window 5”",
    "Besides, near you: 4 things damaged. Who did these is not certain.",
  ]);
  expect(wordsOf(...visits, ...broken.slice(0, 3))).toEqual([...visited, "“window 0”", "“window 1”", "“window 2”"]);
});

test("an act in person under a first name that she typed stands on the first page, by that name and not as his", () => {
  const statement = { ...makeStatement(), them: { label: "Karl Voss", normals: new Set(["karl voss"]) } };
  const karl = { kind: "name", wrote: "Karl", normal: "karl" } as const;
  const fire: ActDraft = {
    at: "2026-05-20 20:00",
    kind: "damage",
    from: karl,
    text: "Karl set fire to the shed while I was in it.",
    ...diary,
  };
  const me: ActDraft = { ...fire, from: { kind: "name", wrote: "me", normal: "me" }, text: "I threw a stone." };
  const [finding, ...others] = nearHer.find(makeTimeline([fire, me]), statement, { voice: printVoice(statement) });
  expect(finding?.line).toBe("20 May 2026, 20:00: “Karl set fire to the shed while I was in it.” By Karl, not yet said whether Karl Voss.");
  expect(finding?.table.rows[0]?.slice(3, 5)).toEqual(["Karl", "not yet said whether Karl Voss"]);
  expect(others).toEqual([]);
});

const mum = { kind: "name", wrote: "Mum", normal: "mum" } as const;

test("what was done to her mother says so in line, sentence, table and count, and is not told as where she was", () => {
  const wall: ActDraft = { at: "2026-06-15 15:00", kind: "visit", to: [mum], text: "He sat on her garden wall.", ...diary };
  const found = find({ ...wall, to: [mum, nadia] }, { ...wall, at: "2026-07-10 18:00", to: [], text: "Waited by my car." });
  expect(found.map(({ line }) => line)).toEqual([
    "15 June 2026, 15:00, to Mum and others: “He sat on her garden wall.” By them, you are sure.",
    "10 July 2026, 18:00: “Waited by my car.” By them, you are sure.",
  ]);
  expect(found[0]?.says).toBe("15 June 2026, 15:00, to Mum and others: visit, “He sat on her garden wall.” By them, you are sure.");
  expect(found.map(({ table }) => table.rows[0]?.at(table.columns.indexOf("To")))).toEqual(["Mum and others", ""]);
  const many = find(
    ...Array.from({ length: 8 }, (_, i) => ({ ...wall, at: `2026-06-1${i} 15:00`, text: `day ${i}`, to: i < 7 ? [mum] : [] })),
  );
  expect(many.at(-1)?.line).toBe("Besides, to other people: 2 visits.");
  expect(many.at(-1)?.says).toBe("Besides, to other people: 2 visits.");
  const both = find(
    ...Array.from({ length: 8 }, (_, i) => ({ ...wall, at: `2026-06-1${i} 15:00`, text: `day ${i}`, to: i === 0 ? [mum] : [] })),
  );
  expect(both.at(-1)?.line).toBe("Besides, near you: 1 visit; to other people: 1 visit.");
  expect(both.at(-1)?.says).toBe("Besides, where you were, at home or in accounts: 1 visit; to other people: 1 visit.");
});

test("a table that says “me” in its column of receivers is about her", () => {
  const me = { kind: "name", wrote: "Me", normal: "me" } as const;
  const [finding] = find({ at: "2026-03-05 19:30", kind: "visit", to: [me], text: "He sat on the wall.", ...diary });
  expect(finding?.line).toBe("5 March 2026, 19:30: “He sat on the wall.” By them, you are sure.");
});

test("the one handover at which he held her by the neck stands first among thirty-three that went as agreed, and these are one line", () => {
  const fine = Array.from({ length: 33 }, (_, i): ActDraft => ({
    at: `2026-0${3 + Math.floor(i / 11)}-${10 + (i % 11)} 16:30`,
    kind: "visit",
    text: i % 2 === 0 ? "Handover at my door, fine." : "Handover at my  door, fine. ",
    ...diary,
  }));
  const neck: ActDraft = { at: "2026-03-15 17:35", kind: "visit", text: "He held me against the wall by my neck.", ...diary };
  const found = find(...fine, neck);
  expect(found.map(({ line }) => line)).toEqual([
    "15 March 2026, 17:35: “He held me against the wall by my neck.” By them, you are sure.",
    "33 visits in the same words, the last on 20 May 2026: “Handover at my door, fine.” By them, you are sure.",
  ]);
  expect(found[1]?.acts).toHaveLength(33);
  expect(found[1]?.says).toBe(
    "33 visits in the same words, the last on 20 May 2026, the first on 10 March 2026: “Handover at my door, fine.” By them, you are sure.",
  );
});

test("an account of violence has its line before damage, coming in and everything later, whatever its kind", () => {
  const later = Array.from({ length: 8 }, (_, i): ActDraft => ({
    at: `2026-05-1${i} 19:30`,
    kind: i < 4 ? "damage" : "entry",
    text: `the gate, day ${i}`,
    ...diary,
  }));
  const slap: ActDraft = { at: "2026-03-01 19:30", kind: "other", text: "He slapped me in the car park.", ...diary };
  const lines = find(slap, ...later).map(({ line }) => line);
  expect(lines[0]).toBe("1 March 2026, 19:30: “He slapped me in the car park.” By them, you are sure.");
  expect(lines).toHaveLength(7);
});

test("the same words by somebody who is not named are not told in one line with his", () => {
  const words = { kind: "visit", text: "At the gate.", ...diary } as const;
  const found = find({ at: "2026-03-01 19:30", ...words }, { at: "2026-03-02 19:30", ...words, from: withheld });
  expect(found.map(({ line }) => line)).toEqual([
    "1 March 2026, 19:30: “At the gate.” By them, you are sure.",
    "2 March 2026, 19:30: “At the gate.” By whom is not known.",
  ]);
});

test("a poster that she wrote down is told, and is not counted as where she was", () => {
  const visits = Array.from({ length: 7 }, (_, i): ActDraft => ({
    at: `2026-03-1${i} 19:30`,
    kind: "visit",
    text: `visit ${i}`,
    ...diary,
  }));
  const posters = [1, 2, 3, 4, 5, 6, 7].map((i): ActDraft => ({
    at: `2026-02-0${i} 19:30`,
    kind: "other",
    text: `A poster in the pub ${i}.`,
    ...diary,
  }));
  const rest = find(...posters, ...visits).at(-1);
  expect(rest?.says).toMatch(
    /^Besides, where you were, at home or in accounts: \d visits; written down without a place: \d acts of another kind\.$/,
  );
});

test("of what she wrote down with nobody in the column, the paper says that the words name him, and a word that a friend brought is as told", () => {
  const typed = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
  const row = { at: "2026-08-03 22:00", kind: "entry", channel: "in-person", grade: "own-account", to: [] } as const;
  const neil = makeStatement({ them: { label: "Neil", normals: new Set(["neil"]) } });
  const timeline = makeTimeline([
    { ...row, from: withheld, text: "Neil kicked in the back door." },
    { ...row, from: typed("us"), kind: "visit", text: "Neil at the gate." },
    { ...row, from: typed("Leonie"), kind: "other", text: "Leonie told me that he stabbed a man." },
    { ...row, from: typed("PC Hart"), kind: "other", text: "PC Hart took my statement." },
    { ...row, from: typed("Leonie"), kind: "other", text: "Leonie told me that a man rang the nursery." },
  ]);
  expect(nearHer.find(timeline, neil).map(({ line }) => line)).toEqual([
    "3 August 2026, 22:00: “Neil kicked in the back door.” No name in the column for it; the words name Neil.",
    "3 August 2026, 22:00: “Neil at the gate.” “us” in the column for it; the words name Neil.",
    "3 August 2026, 22:00: “Leonie told me that he stabbed a man.” As told by Leonie.",
  ]);
});
