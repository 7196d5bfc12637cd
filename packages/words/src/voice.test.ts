import type { Persona } from "@unmask/core";
import { expect, test } from "vitest";
import { inVoice, initialsOf, marks, namesInPrint, pageVoice, printVoice, withoutMarks } from "./voice.ts";

const called = (label: string): Persona => ({ label, normals: new Set() });
const names = { me: called("Hannah Reyes"), them: called("Owen Pike") };

test("one sentence is told to her on her page, and of both by their names in print", () => {
  const sentence = `${marks.You} told ${marks.them} to stop. Which are ${marks.theirs}, ${marks.youSay}.`;
  expect(inVoice(sentence, pageVoice)).toBe("You told them to stop. Which are theirs, you say.");
  expect(inVoice(sentence, printVoice(names))).toBe("Hannah Reyes told Owen Pike to stop. Which are Owen Pike’s, Hannah Reyes says.");
});

test("a sender who writes a mark writes no name into a sentence", () => {
  expect(inVoice(withoutMarks(`from ${marks.you}`), printVoice(names))).toBe("from \uFFFD");
  expect(inVoice(marks.them, printVoice({ me: called("A"), them: called(`B${marks.you}`) }))).toBe("B\uFFFD");
});

test("every place of a sentence has its words in both voices", () => {
  for (const mark of Object.values(marks))
    for (const voice of [pageVoice, printVoice(names)]) expect(inVoice(mark, voice)).toMatch(/^\p{L}/u);
});

test("initials are the first letters of a name", () => {
  expect(["Hannah Reyes", "Zoë O’Neil-Šimić", "+447700900142", "سارة خان", "Ann Mary Jo Lee"].map(initialsOf)).toEqual([
    "HR",
    "ZOŠ",
    "EX",
    "سخ",
    "AMJ",
  ]);
});

test("where she gave no name, paper says what is known, with a capital where a sentence begins", () => {
  const voice = printVoice({ me: called("you"), them: called("them") });
  expect(inVoice(`${marks.You} told ${marks.them} to stop.`, voice)).toBe("The person who hands this in told the other person to stop.");
  expect(inVoice(marks.Me, voice)).toBe("EX");
});

test("at the beginning of a sentence an account keeps its small letter, because another account has the capital", () => {
  const voice = printVoice({ me: called("maya ode"), them: called("still.water.8") });
  expect(inVoice(`${marks.They} wrote. ${marks.You} did not.`, voice)).toBe("still.water.8 wrote. Maya ode did not.");
});

test("a name that would fill a page is cut wherever paper says it, and a shorter one stands as she wrote it", () => {
  const { me, them } = namesInPrint({ me: called("Ann ".repeat(250)), them: called("Zoë \u200c O’Neil") });
  expect([me.length <= 60, me.endsWith("Ann…"), them]).toEqual([true, true, "Zoë \u200c O’Neil"]);
  expect([...namesInPrint({ me: called("ع".repeat(1_000)), them: called("B") }).me]).toHaveLength(60);
});

test("a long name is cut in a sentence, where two of them must have room", () => {
  const long = printVoice({ me: called("Maximiliana Featherstonehaugh-Cholmondeley of Ardnamurchan"), them: called("B") });
  expect(inVoice(marks.you, long).length).toBeLessThanOrEqual(30);
});
