import { expect, test } from "vitest";
import { type HandoverLine, beyondNotes } from "./handover.ts";

const danger: HandoverLine = { group: "danger", says: "Danger since 03:12: At the door.", knowing: "account" };
const since: HandoverLine = { group: "danger", says: "Danger since 03:40: On the stairs.", knowing: "account" };
const matter = (reference: string, ...lines: readonly HandoverLine[]) => ({ reference, name: "Ruth Ames", saw: 3, lines });

test("what stands in a note that waits to be read stands once, and what came since the note was given is not lost", () => {
  const given = [{ ...matter("0003", danger), number: 2 }];
  expect(beyondNotes({ mine: [matter("0003", danger), matter("0004", danger)], toRead: given })).toEqual([matter("0004", danger)]);
  expect(beyondNotes({ mine: [matter("0003", danger, since)], toRead: given })).toEqual([matter("0003", since)]);
  expect(beyondNotes({ mine: [matter("0003", danger)], toRead: [] })).toEqual([matter("0003", danger)]);
});
