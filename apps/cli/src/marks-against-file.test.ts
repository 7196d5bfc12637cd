import type { Statement } from "@unmask/core";
import { expect, test } from "vitest";
import { makeAct, maya, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { sayMarksAgainstFile, sayStray } from "./statement.ts";

const hers = makeAct({ at: "2026-05-01 20:00", from: maya, to: [rFirst], text: "He put his hand round my neck" });
const his = makeAct({ at: "2026-05-02 20:00", from: rFirst, text: "ok" });
const timeline = timelineOf([hers, his]);
const marking = (act: typeof hers, whose: NonNullable<Statement["marks"]>[number]["whose"]) =>
  makeStatement({ marks: [{ act: act.id, whose }] });

test("a sentence of hers is not taken as certainly theirs, and what he sent by her phone can be perhaps theirs", () => {
  const why = sayMarksAgainstFile(timeline, marking(hers, "theirs"));
  expect(why).toContain("(“He put his hand round my neck”): the file names you as who sent it");
  expect(why).toContain(`--perhaps=${hers.id}`);
  expect(sayMarksAgainstFile(timeline, marking(hers, "perhaps theirs"))).toBeUndefined();
  const lines: string[] = [];
  sayStray(timeline, marking(hers, "perhaps theirs"), { say: (line) => void lines.push(line) });
  expect(lines).toContain(`The file names you as who sent ${hers.id}, which you say is perhaps theirs: the report tells both.`);
});

test("an act that a file has from them is not taken as hers", () => {
  expect(sayMarksAgainstFile(timeline, marking(his, "hers"))).toContain("that you say is theirs, so that it is not taken as yours");
  expect(sayMarksAgainstFile(timeline, marking(his, "theirs"))).toBeUndefined();
});
