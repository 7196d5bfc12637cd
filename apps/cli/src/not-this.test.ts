import { type Statement } from "@unmask/core";
import { findAll } from "@unmask/patterns";
import { pageVoice } from "@unmask/words";
import { expect, test } from "vitest";
import { makeAct, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { sayEmptied } from "./not-this.ts";

const visits = ["2026-05-01 20:00", "2026-05-02 21:00"].map((at) =>
  makeAct({ at, from: rFirst, kind: "visit", channel: "in-person", grade: "own-account", text: "At the gate." }),
);
const message = makeAct({ at: "2026-05-03 10:00" });
const timeline = timelineOf([...visits, message]);

function linesFor(notThis: NonNullable<Statement["notThis"]>): readonly string[] {
  const lines: string[] = [];
  const statement = makeStatement({ notThis });
  const telling = { voice: pageVoice };
  const findings = findAll(timeline, statement, telling);
  sayEmptied(findings, { timeline, statement, telling, terminal: { say: (line) => void lines.push(line) } });
  return lines;
}

test("a finding of which she refused every act is told by what it looks for and by how many acts she refused", () => {
  const both = linesFor(visits.map(({ id }) => ({ act: id })));
  expect(both).toContain(
    "You said “not this one” of 2 acts, and without them this finding is gone: near-her (What happened where you were, at your home, to your things, or in your accounts and devices).",
  );
  expect(linesFor(visits.map(({ id }) => ({ act: id, finding: "near-her" })))).toEqual([
    expect.stringContaining("2 acts, and without them this finding is gone: near-her"),
  ]);
});

test("nothing is said while an act is left in the finding, nor where she refused none", () => {
  expect(linesFor(visits.slice(1).map(({ id }) => ({ act: id, finding: "near-her" })))).toEqual([]);
  expect(linesFor([])).toEqual([]);
  expect(linesFor([{ act: message.id, finding: "near-her" }])).toEqual([]);
});
