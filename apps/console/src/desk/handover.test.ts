import { expect, test } from "vitest";
import { type HandoverLine, beyondNotes, sayStaying } from "./handover.ts";

const danger: HandoverLine = { group: "danger", says: "Danger since 03:12: At the door.", knowing: "account" };
const since: HandoverLine = { group: "danger", says: "Danger since 03:40: On the stairs.", knowing: "account" };
const matter = (reference: string, ...lines: readonly HandoverLine[]) => ({ reference, name: "Ruth Ames", saw: 3, lines });

test("what stands in a note that waits to be read stands once, and what came since the note was given is not lost", () => {
  const given = [{ ...matter("0003", danger), number: 2 }];
  expect(beyondNotes({ mine: [matter("0003", danger), matter("0004", danger)], toRead: given })).toEqual([matter("0004", danger)]);
  expect(beyondNotes({ mine: [matter("0003", danger, since)], toRead: given })).toEqual([matter("0003", since)]);
  expect(beyondNotes({ mine: [matter("0003", danger)], toRead: [] })).toEqual([matter("0003", danger)]);
});

test("what the next officer cannot read is said before anything is sent, with what lets it go, and a danger in it by itself", () => {
  const ben = (...cannotRead: readonly string[]) => ({ id: "b", name: "PC Ben Okoro", role: "contact handler", cannotRead });
  const mine = [matter("0002"), matter("0003", danger), matter("0004", danger)];
  expect(sayStaying(ben(), mine)).toBeUndefined();
  expect(sayStaying(ben("0002"), mine)).toEqual({
    says: "PC Ben Okoro cannot read 0002: it stays with you, the rest goes over. A supervisor, or an investigator who is on the case, can put them on it under People.",
  });
  expect(sayStaying(ben("0002", "0003", "0004"), mine)).toMatchObject({
    says: expect.stringMatching(/^PC Ben Okoro cannot read 0002, 0003 and 0004: all of it stays with you\. A supervisor/),
    danger: "Danger stands in 0003 and 0004: before you go, ask a supervisor to put PC Ben Okoro on the case, or choose who can read it.",
  });
});
