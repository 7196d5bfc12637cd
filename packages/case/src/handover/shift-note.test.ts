import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { nothingYet } from "../fold/both-state.ts";
import { linesOfHandover } from "../fold/handover-lines.ts";
import { shiftNote } from "./shift-note.ts";

test("danger stands first, what happened stands by itself, and an empty group is said", () => {
  const danger = { since: epoch, ground: { says: "At her door.", knowing: "account" } } as const;
  const tasks = [{ task: "T-1", says: "Ring the shop", due: "2026-12-22", done: false }];
  const note = shiftNote([
    {
      reference: "0499",
      lines: [...linesOfHandover({ ...nothingYet, tasks }), { group: "promised", says: "I ring today.", knowing: "account" }],
    },
    { reference: "R-2100", lines: linesOfHandover({ ...nothingYet, danger }) },
  ]);
  expect(note.map(({ group, lines }) => [group, lines.map(({ of, says }) => `${of.reference} ${says}`)])).toEqual([
    ["danger", ["R-2100 Danger, nobody is there: At her door."]],
    ["cannot-wait", []],
    ["due", ["0499 T-1 Ring the shop, by 2026-12-22"]],
    ["promised", ["0499 I ring today."]],
    ["not-done", []],
  ]);
});
