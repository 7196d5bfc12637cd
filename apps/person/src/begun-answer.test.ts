import { expect, test } from "vitest";
import { type BegunAnswers, noneBegun, putAside, withLetterToCarry, withMailbox } from "./begun-answer.ts";
import { emptyLetter } from "./letter-draft.ts";

const none: BegunAnswers = { ...noneBegun, aside: [] };
const hers = { ...emptyLetter, danger: "now", account: "He is at the gate.", address: "07700 900911" } as const;
const report = { adds: "report" } as const;

test("what one person began with her seven words is nothing for the next at the same page, and stands there again with hers", () => {
  const begun = { ...withMailbox(none, "hers"), draft: hers, addition: report };
  const others = withMailbox(begun, "another");
  expect(others).toMatchObject({ draft: emptyLetter, addition: {}, draftOf: "another" });
  expect(withMailbox(others, "hers")).toEqual({ draft: hers, addition: report, draftOf: "hers", aside: [] });
  // The same words again leave it as it is.
  expect(withMailbox(begun, "hers")).toEqual(begun);
});

test("a letter that waits for seven words goes with the first that she types, and with no second", () => {
  const begun = { ...withMailbox(none, "another"), draft: { ...emptyLetter, account: "Of another." } };
  const carried = withMailbox(withLetterToCarry(begun, hers, "report"), "hers");
  expect(carried).toMatchObject({ draft: hers, addition: report, draftOf: "hers" });
  expect(withMailbox(carried, "another")).toMatchObject({ draft: { account: "Of another." }, addition: {} });
  expect(withMailbox(carried, "third")).toMatchObject({ draft: emptyLetter, addition: {} });
});

test("what is put aside is in no field; what was sent or never begun is not kept", () => {
  const begun = { ...withMailbox(none, "hers"), draft: hers };
  expect(putAside(begun)).toEqual({ ...noneBegun, aside: [{ mailbox: "hers", draft: hers, addition: {} }] });
  expect(putAside({ ...begun, draft: emptyLetter })).toEqual(none);
  expect(putAside(none)).toEqual(none);
});
