import type { Finding, Statement } from "@unmask/core";
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

const cake = "I'll kill you if you forget the cake \u{1F602}";
const friendly: readonly ActDraft[] = [1, 2, 3, 4].flatMap((day): ActDraft[] => [
  { at: `2026-03-0${day} 10:00`, text: "lunch?" },
  { at: `2026-03-0${day} 18:00`, from: maya, text: "how was the choir" },
]);

test("a jest that she answered with laughter among friendly texts is a count, and no line by itself", () => {
  const found = find([
    ...friendly,
    { at: "2026-03-05 18:00", text: cake },
    { at: "2026-03-05 18:01", from: maya, text: "haha it is in the oven x" },
  ]);
  expect(found.map(({ standing, line }) => [standing, line])).toEqual([
    ["count", "1 message with words that can be a threat: you answered with laughter or in everyday talk."],
  ]);
});

test("in everyday talk a jest that hangs on something needs no laughter, and a threat by itself does", () => {
  const told = (text: string): readonly string[] =>
    find([
      ...["2026-02-20 10:00", "2026-02-21 10:00", "2026-02-22 10:00"].map((at): ActDraft => ({ at, from: maya, text: "are you well" })),
      ...friendly,
      { at: "2026-03-05 18:00", text },
      { at: "2026-03-05 18:01", from: maya, text: "it is in the oven" },
    ]).map(({ standing }) => standing);
  expect(told(cake)).toEqual(["count"]);
  expect(told("I will kill you")).toEqual(["words of a threat"]);
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
    ...friendly,
    { at: "2026-03-05 18:00", text: cake },
    ...answers.map((text): ActDraft => ({ at: `2026-03-05 ${at}`, from: maya, text })),
  ]);
  expect(found.map(({ standing }) => standing)).toEqual(["words of a threat"]);
});

test("laughter takes no threat away that names children or a weapon, nor one of a man who writes ten times as much, nor one where she told him to stop", () => {
  const answer: ActDraft = { at: "2026-03-05 18:01", from: maya, text: "haha x" };
  const told = (text: string, more: readonly ActDraft[] = friendly, statement: Partial<Statement> = rhys): readonly string[] =>
    find([...more, { at: "2026-03-05 18:00", text }, answer], statement).map(({ standing }) => standing);
  const many = Array.from({ length: 60 }, (_, i): ActDraft => ({ at: `2026-03-01 11:${String(i).padStart(2, "0")}`, text: "??" }));
  expect(told(cake)).toEqual(["count"]);
  expect(told("I will kill you and the children on Christmas Eve")).toEqual(["words of a threat"]);
  expect(told("I'll stab you with this knife")).toEqual(["words of a threat"]);
  expect(told(cake, [...friendly, ...many])).toEqual(["words of a threat"]);
  expect(told(cake, friendly, { ...rhys, stops: [stopOn("told to stop", "2026-03-20")] })).toEqual(["words of a threat"]);
});

const mel = { kind: "phone", wrote: "+447700900801", normal: "+447700900801", name: "Mel" } as const;

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
  expect(standingsOf(["haha it is in the oven x", "in your dreams"]).map(({ standing, acts }) => [standing, acts.length])).toEqual([
    ["count", 2],
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
    "20 May 2026, 13:30, told by +447700900241: “Rhys was here. He said he will put a bullet in you.”",
    "21 May 2026, 13:30, told by the number 07700 900777 (Nadia): “Rhys gave me 50 quid and your address”.",
  ]);
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
