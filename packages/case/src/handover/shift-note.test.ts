import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { nothingYet } from "../fold/both-state.ts";
import { emptyCase } from "../fold/case-state.ts";
import { linesOfCase, linesOfHandover } from "../fold/handover-lines.ts";
import { emptyReport } from "../fold/report-state.ts";
import { shiftNote } from "./shift-note.ts";

test("danger stands first, what happened stands by itself, and an empty group is said", () => {
  const danger = { number: 1, happened: epoch, by: "pc", says: "At her door.", knowing: "account", met: [] } as const;
  const tasks = [{ task: "T-1", says: "Ring the shop", due: "2026-12-22", done: false }];
  const note = shiftNote([
    {
      reference: "0499",
      lines: [...linesOfHandover({ ...nothingYet, tasks }), { group: "promised", says: "I ring today.", knowing: "account" }],
    },
    { reference: "R-2100", lines: linesOfHandover({ ...nothingYet, dangers: [danger] }) },
  ]);
  expect(note.map(({ group, lines }) => [group, lines.map(({ of, says }) => `${of.reference} ${says}`)])).toEqual([
    ["danger", ["R-2100 Danger since Thu 1 Jan 1970 01:00, that somebody is there was not written yet: At her door."]],
    ["unanswered", []],
    ["cannot-wait", []],
    ["due", ["0499 T-1 Ring the shop, by 2026-12-22"]],
    ["promised", ["0499 I ring today."]],
    ["not-done", []],
  ]);
});

test("whoever takes over learns that somebody else answered, until the person was reached that way, and that nobody was reached last", () => {
  const attempt = (number: number, outcome: "somebody-else" | "no-answer" | "reached") =>
    ({ number, happened: epoch, by: "pc", channel: "call", outcome, ...(outcome === "somebody-else" && { says: "A man." }) }) as const;
  const lines = (...outcomes: readonly Parameters<typeof attempt>[1][]) =>
    linesOfHandover({ ...nothingYet, attempts: outcomes.map((one, i) => attempt(i + 1, one)) }).map(
      ({ group, says }) => `${group}: ${says}`,
    );
  const other = "cannot-wait: Call Thu 1 Jan 1970 01:00 (“A man.”): somebody else answered. Do not try that way again as it is.";
  expect(lines("somebody-else")).toEqual([other]);
  expect(lines("somebody-else", "no-answer")).toEqual([other, "not-done: Call Thu 1 Jan 1970 01:00: no answer."]);
  expect(lines("no-answer", "somebody-else", "reached")).toEqual([]);
});

test("whoever takes over a case learns the danger and the promise of its reports, each by its report, and who is there", () => {
  const at = { number: 3, happened: epoch, by: "pc" };
  const danger = { ...at, says: "At the door.", knowing: "account", met: [] } as const;
  const promise = { ...at, nextBy: "2026-11-30" };
  const met = { ...at, says: "PC 5120 Ade, at the door" };
  const reports = [
    { ...emptyReport("R-5"), dangers: [danger], promises: [promise] },
    {
      ...emptyReport("R-6"),
      dangers: [
        { ...danger, met: [met] },
        { ...danger, says: "A second house." },
        { ...danger, ended: { ...at, reason: "Over." } },
      ],
    },
  ];
  expect(linesOfCase(emptyCase("0001"), reports).map(({ group, says }) => [group, says])).toEqual([
    ["danger", "R-5: Danger since Thu 1 Jan 1970 01:00, that somebody is there was not written yet: At the door."],
    ["promised", "R-5: The person was told: I write again by Mon 30 Nov 2026."],
    ["danger", "R-6: Danger since Thu 1 Jan 1970 01:00: At the door. There since Thu 1 Jan 1970 01:00: PC 5120 Ade, at the door"],
    ["danger", "R-6: Danger since Thu 1 Jan 1970 01:00, that somebody is there was not written yet: A second house."],
    ["danger", "No safe way to reach the person was said"],
  ]);
});

test("whoever takes over learns that an order was broken, by the case or by its report, and one danger with its ways is counted once", () => {
  const order = { order: "Non-molestation order", condition: "2" };
  const breach = { number: 2, happened: epoch, by: "pc", says: "He stood inside the 200 metres.", knowing: "record", ...order } as const;
  const older = { ...breach, number: 1, says: "He wrote to her mother.", knowing: "account" } as const;
  const danger = { number: 3, happened: epoch, by: "pc", says: "At the door.", knowing: "account", met: [] } as const;
  const says = "Breach of an order, written Thu 1 Jan 1970 01:00: “He stood inside the 200 metres”, Non-molestation order, condition 2.";
  const report = { ...emptyReport("R-20"), breaches: [older, breach], dangers: [danger] };
  const lines = linesOfCase({ ...emptyCase("0002"), breaches: [breach] }, [report]);
  expect(lines.filter(({ group }) => group === "cannot-wait")).toEqual([
    { group: "cannot-wait", says, knowing: "record" },
    { group: "cannot-wait", says: `R-20: ${says} Written before it: 1.`, knowing: "record" },
  ]);
  const [ofDanger] = shiftNote([{ reference: "0002", lines }]);
  expect([ofDanger?.lines.length, ofDanger?.matters]).toEqual([2, 1]);
});

test("a note names no link: who writes it or who reads it can be barred from the other side", () => {
  const link = { link: "k-1", to: "R-1", why: [{ says: "One identifier stands in both.", knowing: "record" as const }], number: 2 };
  const report = { ...emptyReport("R-2"), links: [link] };
  expect(linesOfCase({ ...emptyCase("0002"), links: [link] }, [report])).toEqual([]);
});
