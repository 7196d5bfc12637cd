import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { nothingYet } from "../fold/both-state.ts";
import { shiftNote } from "./shift-note.ts";

test("danger stands first, what happened cannot be taken out, and an empty group is said", () => {
  const danger = { since: epoch, ground: { says: "At her door.", knowing: "account" } } as const;
  const note = shiftNote([
    {
      reference: "0499",
      state: { ...nothingYet, tasks: [{ task: "T-1", says: "Ring the shop", due: "2026-12-22", done: false }] },
      added: [{ group: "promised", says: "I ring today.", knowing: "account" }],
    },
    { reference: "R-2100", state: { ...nothingYet, danger }, added: [] },
  ]);
  expect(note.map(({ group, lines }) => [group, lines.map(({ reference, says }) => `${reference} ${says}`)])).toEqual([
    ["danger", ["R-2100 Danger, nobody is there: At her door."]],
    ["cannot-wait", []],
    ["due", ["0499 T-1 Ring the shop, by 2026-12-22"]],
    ["promised", ["0499 I ring today."]],
    ["not-done", []],
  ]);
});
