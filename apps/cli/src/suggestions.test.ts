import type { Identity, Statement } from "@unmask/core";
import { expect, test } from "vitest";
import { makeTimeline, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { newAccountsActs, newAccountsStatement } from "../../../fixtures/timelines/new-accounts.ts";
import { saySuggestions } from "./suggestions.ts";

function linesFor(timeline: ReturnType<typeof makeTimeline>, statement: Statement): readonly string[] {
  const lines: string[] = [];
  saySuggestions(timeline, statement, { say: (line) => void lines.push(line) });
  return lines;
}

function linesForName(wrote: string): readonly string[] {
  const from: Identity = { kind: "handle", wrote, normal: wrote };
  const text = "you will always be the only one for me";
  const drafts = [
    { at: "2026-03-03 10:00", from: rFirst, text },
    { at: "2026-04-02 10:00", from, text },
  ];
  return linesFor(makeTimeline(drafts), makeStatement({ stops: [stopOn("blocked", "2026-04-01")] }));
}

test("accounts that were not named are counted, and each stands in a line with the option to type", () => {
  const acts = newAccountsActs({ seed: 3, accounts: 10, actsOfEach: 20, strangers: 6, actsOfStranger: 6 });
  const lines = linesFor(timelineOf(acts), newAccountsStatement);
  expect(lines[0]).toBe(
    "200 acts by 10 accounts that were not named could be theirs: in no number yet. Only you can say; nothing was joined.",
  );
  expect(lines[1]).toBe(
    "  +447700900500 began 3 days after the block and sent 15 of the same texts. The same person? If you are sure: --them=+447700900500  If it is perhaps so: --perhaps=+447700900500",
  );
  expect(lines).toHaveLength(11);
});

test("nothing is said where nothing is open", () => {
  expect(linesFor(makeTimeline([{ at: "2026-03-03 10:00" }]), makeStatement())).toEqual([]);
});

test("a name that somebody else chose cannot become a command, nor turn the line round", () => {
  expect(linesForName("fox'; rm -r ~ #")[1]).toContain(`--them='fox'\\''; rm -r ~ #'`);
  expect(linesForName("fox\u001b[2K\n\u202egnp $(id)")[1]).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(linesForName("--json")[1]).toContain("--them=--json");
});

test("a thousand accounts do not fill the terminal", () => {
  const acts = newAccountsActs({ seed: 3, accounts: 120, actsOfEach: 15, strangers: 0, actsOfStranger: 0 });
  const lines = linesFor(timelineOf(acts), newAccountsStatement);
  expect(lines).toHaveLength(102);
  expect(lines[101]).toBe("  And 20 more: unmask pattern --json lists them all.");
});
