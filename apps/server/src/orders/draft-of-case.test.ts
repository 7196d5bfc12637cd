import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { ofAnother } from "./acts-of-draft.ts";
import { lineOfAct } from "./draft-of-case.ts";

const act = {
  ...{
    report: "R-2100",
    act_id: "1",
    item: "ab",
    kind: "message",
    channel: "text",
    earliest: epoch,
    latest: epoch,
    from_name: null,
    from_normal: "07700900123",
  },
  ...{ exhibits: [], agreement: "agrees", whose: null },
};

test("words of her own account are quoted as a message of his is, and how each is known is said", () => {
  const lines = ["own-account", "text-export"].map((grade) => lineOfAct({ ...act, grade, body: "He stood at the gate." }));
  expect(lines.map(({ quotes, knowing }) => [quotes, knowing])).toEqual([
    ["He stood at the gate.", "account"],
    ["He stood at the gate.", "record"],
  ]);
  for (const { says } of lines) expect(says).not.toContain("gate");
});

test("an account of somebody whom nobody named as either of the two says whom it names", () => {
  const says = (whose: string | null) => lineOfAct({ ...act, grade: "own-account", from_name: "Kit", body: null, whose }).says;
  expect(says("other")).toMatch(/, from Kit$/);
  expect([says("theirs, she is sure"), says(null)].join()).not.toContain("Kit");
});

test("whose certainty it is that an act is by the defendant is said: a record’s, an editable file’s, or that of whoever reported", () => {
  const who = (whose: string | null, grade = "database") => lineOfAct({ ...act, grade, body: null, whose }).who;
  expect(who("theirs as the record shows")).toBe("record-shows");
  expect(who("theirs as the record shows", "text-export")).toBe("file-names");
  expect(who("theirs, she is sure")).toBe("sure");
  expect(who("perhaps theirs")).toBe("thinks-so");
  expect([who("withheld"), who("other"), who(null)]).toEqual(["nobody-can-say", "nobody-can-say", "not-asked"]);
  expect(who(ofAnother)).toBe("names-another");
});
