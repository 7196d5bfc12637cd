import type { Identity, Statement } from "@unmask/core";
import { printVoice } from "@unmask/words";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, rFirst } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { findAll } from "../index.ts";
import { actsByWhose } from "./their-acts.ts";
import { findUnnamedThreats } from "./unnamed-threats.ts";

const rhys: Partial<Statement> = { them: { label: "Rhys Calloway", normals: new Set([rFirst.normal, "rhys calloway"]) } };
const tess: Identity = { kind: "phone", wrote: "07700 900123", normal: "+447700900123", name: "Tess" };

const toTess = (at: string, text: string): ActDraft => ({ at, from: maya, to: [tess], thread: "Tess", text });
const byTess = (at: string, text: string): ActDraft => ({ at, from: tess, thread: "Tess", text });

function linesOf(drafts: readonly ActDraft[]): readonly string[] {
  return findAll(makeTimeline([{ at: "2026-03-03 10:00", text: "hello" }, ...drafts]), makeStatement(rhys))
    .filter(({ pattern, standing }) => pattern === "threats" && standing === "not said whose")
    .map(({ line }) => line);
}

test("what she told a friend that he did and said stands as told by her, on the day and to whom", () => {
  const drafts = [
    toTess("2026-05-01 19:03", "Rhys said he'd burn the house down with me in it"),
    byTess("2026-05-01 19:04", "Oh no"),
    toTess("2026-05-01 19:06", "He laughed after. Then he put his hand round my neck"),
    toTess("2026-06-01 19:06", "Rhys broke my kitchen window last night, police came"),
  ];
  expect(linesOf(drafts)).toEqual([
    "1 May 2026, 19:03, told by you to Tess (07700 900123): “Rhys said he'd burn the house down with me in it”.",
    "1 May 2026, 19:06, told by you to Tess (07700 900123): “He laughed after. Then he put his hand round my neck”.",
    "1 June 2026, 19:06, told by you to Tess: “Rhys broke my kitchen window last night, police came”.",
  ]);
  const timeline = makeTimeline([{ at: "2026-03-03 10:00" }, ...drafts]);
  expect(actsByWhose(timeline, makeStatement(rhys)).theirs).toHaveLength(1);
});

test("of four such texts the three that tell of violence have a line each, and the fourth is counted", () => {
  const drafts = [
    toTess("2026-05-01 19:00", "Rhys followed me home"),
    ...[2, 3, 4].map((day) => toTess(`2026-05-0${day} 19:00`, `Rhys pushed me down the stairs ${"again ".repeat(day)}`)),
    toTess("2026-05-05 19:00", "Rhys was outside my work"),
  ];
  expect(linesOf(drafts)).toHaveLength(4);
  expect(linesOf(drafts).at(-1)).toBe("2 more texts of yours in chats that name them have words of violence, a threat, intrusion or fear.");
});

test("what she says that she would do to him, a jest about him, a day with him, and another man are told as nothing of his", () => {
  expect(
    linesOf([
      toTess("2026-05-01 19:03", "I'd kill Rhys if he was late for my mum"),
      toTess("2026-05-02 19:03", "Rhys said he'll kill me if I eat his biscuits 😂"),
      toTess("2026-05-03 19:03", "Rhys is taking the kids to the park on Sunday"),
      toTess("2026-05-09 19:03", "My nephew was wild, he bit me"),
      { at: "2026-05-10 10:00", from: maya, to: [rFirst], text: "Rhys you put your hand round my neck and he saw it" },
    ]),
  ).toEqual([]);
});

test("a word that she brings from him after she told where he was stands with it", () => {
  expect(
    linesOf([
      byTess("2026-05-12 08:10", "Rhys was outside my work asking where you park"),
      byTess("2026-05-12 08:15", "He said tell Maya she's got till Sunday"),
      byTess("2026-05-12 12:00", "He said dinner is at six"),
    ]),
  ).toEqual([
    "12 May 2026, 08:10, told by Tess (07700 900123): “Rhys was outside my work asking where you park”.",
    "12 May 2026, 08:15, told by Tess (07700 900123): “He said tell Maya she's got till Sunday”.",
  ]);
});

test("the line that counts what she told more is never cut, however long the names are", () => {
  const them = { ...rhys.them, label: "Bartholomew-Alexander Featherstonehaugh", normals: new Set([rFirst.normal, "rhys"]) };
  const drafts = [1, 2, 3, 4].map((day) => toTess(`2026-05-0${day} 19:00`, `Rhys pushed me down the stairs ${"again ".repeat(day)}`));
  const statement = makeStatement({ them, me: { label: "Wilhelmina-Josephine Cholmondeley-Warner", normals: new Set([maya.normal]) } });
  const told = findAll(makeTimeline([{ at: "2026-03-03 10:00" }, ...drafts]), statement, { voice: printVoice(statement) });
  expect(told.filter(({ line }) => line.includes("more text")).map(({ line }) => line)).toEqual([
    "1 more text in a chat that names Bartholomew-Alexander… has words of violence, a threat, intrusion or fear.",
  ]);
});

const innocent = [
  "Rhys saved me when that man grabbed me outside the Swan",
  "A lorry nearly hit me and Rhys on the ring road",
  "Rhys has never hit me or threatened me, he's just annoying",
  "My ex before Rhys used to punch me",
  "If my brother sees Rhys he'll break his nose",
  "My dad says he'll kill Rhys when he gets hold of him",
  "Rhys beat me at chess again",
  "Rhys murdered me at darts on my birthday",
  "In the school play Rhys hits me in act two, come and watch",
  "Rhys hit me with a snowball",
  "Rhys pushed me on the swings like the kids",
  "Rhys made my dinner and only burned my toast a bit",
  "Rhys held my hand at the dentist",
  "Rhys held me all night after my nan died",
  "Rhys dragged me to Ikea on my day off",
  "Rhys pushed me to apply for my job",
  "Rhys wouldn't let me pay for my lunch",
  "Rhys has never let me down",
  "Rhys threw a party for me at work",
  "Rhys has got a broken arm so I'm taking my mum instead",
  "Rhys made me laugh so much I couldn't breathe",
  "Rhys said he'd cut my hair",
  "Rhys said he'd take my car to the garage",
  "Rhys said he'll beat my record",
  "Rhys fixed my window, kids broke it with a ball",
  "A wasp attacked me and Rhys at my work do",
  "My boss is a nightmare. He threatened me with the sack and Rhys laughed",
  "That man from the pub followed me, Rhys walked me home",
  "Rhys killed the spider in my bath",
  "I slapped Rhys, I feel awful about my temper",
  "Rhys sat outside the hospital all night with me bless him",
  "Rhys tied my laces for me because of my back",
  "Rhys put my bike in his van and helped me move house",
  "Rhys scored from outside the box, my kids went mad",
  "Rhys is watching the match at my mum's",
  "I'm not scared of Rhys, he never laid a finger on me",
  "I'm terrified of Rhys's cooking lol",
  "Rhys lent me his airtag for my suitcase",
  "Rhys posted my parcel on his way to work",
  "Rhys used the dog lead to tie my gate shut",
  "Rhys was in the flat when my parcel came",
  "Rhys has been in the garden all day, my lawn looks lovely",
  "Rhys was outside mine with the pizza",
  "Last time Rhys used the belt sander on my shelves",
  "Rhys always beats me at darts",
  "Rhys hits me up for football tickets at my work",
  "He put my airtag on the suitcase for Rhys",
  "Rhys posted the naked cyclists in my group, so funny",
  "Size R made me laugh, my mum sent it to Rhys",
];

test.each(innocent)("no violence of his is told by “%s”", (text) => {
  expect(linesOf([toTess("2026-05-01 19:03", text)])).toEqual([]);
});

test("her mother who says what her brother would do to him is not asked about as him", () => {
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", text: "hello" },
    byTess("2026-05-12 08:10", "Your brother says if he sees Rhys he'll break his nose"),
  ]);
  expect(findUnnamedThreats(timeline, makeStatement(rhys)).found).toEqual([]);
});

test("what would be done to him is no word of his, whoever of hers brings it", () => {
  expect(
    linesOf([
      byTess("2026-05-12 08:10", "Your brother says if he sees Rhys he'll break his nose"),
      byTess("2026-05-13 08:10", "Your dad wants to kill Rhys"),
      toTess("2026-05-14 08:10", "My brother will kill him"),
    ]),
  ).toEqual([]);
});

test.each([
  "Rhys never hit me before last night",
  "Rhys wouldn't stop hitting me",
  "Rhys punched me, my brother had to pull him off me",
  "My ex Rhys punched me",
  "My sister was there when Rhys grabbed me by the hair",
  "Rhys saved my seat. Then he slapped me in the car",
  "My brother says Rhys will burn my house down",
  "Rhys dragged me to the bedroom",
  "A car followed me home, Rhys was driving",
  "Someone smashed my window, it was Rhys",
])("another person in the words takes nothing of his away: “%s”", (text) => {
  expect(linesOf([toTess("2026-05-01 19:03", text)])).toHaveLength(1);
});

test.each([
  "Rhys has been in the flat again, the pills were lined up on the counter",
  "Rhys said he will drown Biscuit if I go to the police",
  "Rhys put an airtag in my car",
  "found an airtag under the passenger seat. its registered to rhys",
  "Rhys posted my nudes in the football group",
  "Rhys shared naked pictures of me",
  "I'm terrified of Rhys Tess",
  "I'm scared of what Rhys will do",
  "Rhys hits me",
  "Rhys kicked my door in last night",
  "Rhys choked me last night",
  "Rhys was sat outside mine in the van",
  "Rhys made me have sex after I told him no",
])("what she tells in the plainest words is heard: “%s”", (text) => {
  expect(linesOf([toTess("2026-05-01 19:03", text)])).toHaveLength(1);
});

test("where a friend spoke of them within the hour, he is they", () => {
  const about = byTess("2026-05-01 19:00", "has Rhys done it before?");
  const told = ["Twice. Last time he used the dog lead", "please don't tell anyone he hits me", "I'm terrified of him"];
  for (const text of told) {
    expect(linesOf([about, toTess("2026-05-01 19:05", text)])).toHaveLength(1);
    expect(linesOf([about, toTess("2026-05-03 19:05", text)])).toEqual([]);
  }
});

test("his initial, and a deed that went to the police, are his at any time in a chat that names him, and in no other", () => {
  const about = byTess("2026-03-01 19:00", "how is Rhys?");
  for (const text of ["R made me have sex again after I said no", "He kicked my door in after that. Police took a statement"]) {
    expect(linesOf([about, toTess("2026-05-01 19:05", text)])).toHaveLength(1);
    expect(linesOf([toTess("2026-05-01 19:05", text)])).toEqual([]);
  }
  expect(linesOf([about, toTess("2026-05-01 19:05", "My nephew kicked my door in, he is in court on Monday")])).toEqual([]);
});

test("a threat that is sent through a friend stands as told by her, and where he waited after it", () => {
  expect(
    linesOf([
      byTess("2026-05-12 08:10", "Rhys rang me last night. He said tell Maya she won't see Christmas"),
      byTess("2026-05-12 08:11", "he was sat outside mine in the van til 2"),
      byTess("2026-05-13 08:10", "Rhys said tell Maya she left her coat here"),
    ]),
  ).toEqual([
    "12 May 2026, 08:10, told by Tess: “Rhys rang me last night. He said tell Maya she won't see Christmas”.",
    "12 May 2026, 08:11, told by Tess (07700 900123): “he was sat outside mine in the van til 2”.",
  ]);
});
