import { type Instant, epoch, instantFromIso } from "@unmask/core";
import { expect, test } from "vitest";
import type { CaseEvent, Intent } from "../event.ts";
import { foldCase } from "./case-state.ts";
import { linesOfCase, linesOfReport } from "./handover-lines.ts";
import { foldReport } from "./report-state.ts";
import { queueOf } from "../triage/queue-of.ts";
import { shippedQueueRule } from "../triage/queue-rule.ts";
import { unansweredIn, unansweredOf } from "./unanswered.ts";

const at = (minute: string): Instant => instantFromIso(`2026-11-27T${minute}:00.000Z`) ?? epoch;
const letter = "00112233445566778899aabbccddeeff";
const event = (of: "report" | "case", number: number, minute: string, intent: Intent): CaseEvent => ({
  ...intent,
  stream: { of, id: of === "case" ? "0002" : "R-24" },
  number,
  happened: at(minute),
  recorded: at(minute),
  by: "desk",
});
const says = "He came back. He is in the garden now. Please do not ring.";
const wrote = event("report", 1, "22:12", { kind: "answer-received", body: { letter, danger: "unsaid", packs: 0, account: says } });
const read = event("report", 2, "22:13", { kind: "report-opened", body: {} });
const tried = (of: "report" | "case", body: Extract<Intent, { kind: "contact-attempted" }>["body"]) =>
  event(of, 3, "22:20", { kind: "contact-attempted", body });

test("what the person wrote stands until somebody wrote back or spoke to them, and no reading, no call in vain and no notice answers it", () => {
  const open = (...more: readonly CaseEvent[]) => unansweredIn(foldReport("R-24", [wrote, read, ...more]));
  expect(open()).toMatchObject([{ report: "R-24", says, happened: at("22:12") }]);
  expect(open(tried("report", { channel: "call", outcome: "no-answer" }))).toHaveLength(1);
  expect(open(tried("report", { channel: "text", outcome: "sent" }))).toHaveLength(1);
  expect(open(tried("report", { channel: "mailbox", outcome: "sent" }))).toEqual([]);
  expect(open(tried("report", { channel: "call", outcome: "reached" }))).toEqual([]);
});

test("in a case an update answers what it names, and whoever takes over reads what nobody answered right after the danger", () => {
  const report = foldReport("R-24", [wrote, read]);
  const hers = event("case", 1, "22:12", { kind: "she-wrote", body: { says, asks: true } });
  const update = (number: number, answers: readonly number[]) =>
    event("case", number, "22:30", { kind: "update-written", body: { says: "We come.", tells: [], answers } });
  const open = (...events: readonly CaseEvent[]) => unansweredOf(foldCase("0002", events), [report]);
  expect(open(hers)).toHaveLength(1);
  expect(open(hers, update(2, []))).toHaveLength(1);
  expect(open(hers, update(2, [1]))).toEqual([]);
  expect(open(hers, tried("case", { channel: "in-person", outcome: "reached", reports: ["R-24"] }))).toEqual([]);
  // Written before there was a case: no number of it names those words.
  expect(open()).toHaveLength(1);
  expect(open(update(1, []))).toEqual([]);
  const line = "R-24: wrote Fri 27 Nov 2026 22:12: “He came back. He is in the garden now. Please do not ring”. Nobody has answered.";
  expect(linesOfCase(foldCase("0002", [hers]), [report])).toEqual([{ group: "unanswered", says: line, knowing: "account" }]);
  expect(linesOfReport(report)).toMatchObject([{ group: "unanswered", says: line.replace("R-24: wrote", "Wrote") }]);
});

test("in a case of several people whoever spoke to one of them answered that one alone, also one that is only read as one with them", () => {
  const opened = (reports: readonly string[]) => event("case", 1, "21:00", { kind: "case-opened", body: { reports } });
  const of = (report: string) => foldReport(report, [{ ...wrote, stream: { of: "report", id: report } }]);
  const open = (reports: readonly string[], whose?: readonly string[]) => {
    const reached = { channel: "call", outcome: "reached", ...(whose !== undefined && { reports: whose }) } as const;
    return unansweredOf(foldCase("0002", [opened(reports), tried("case", reached)]), reports.map(of), [of("R-26")]).map(
      ({ report }) => report,
    );
  };
  expect(open(["R-24", "R-25"], ["R-24"])).toEqual(["R-25", "R-26"]);
  expect(open(["R-24", "R-25"], ["R-26"])).toEqual(["R-24", "R-25"]);
  expect(open(["R-24", "R-25"], ["R-24", "R-25"])).toEqual(["R-26"]);
  // Of several, a call of which nobody wrote to whom it was is an answer to nobody; of one, it was that one.
  expect(open(["R-24", "R-25"])).toEqual(["R-24", "R-25", "R-26"]);
  expect(open(["R-24"])).toEqual(["R-26"]);
});

test("what went to the mailbox of another report answers nothing", () => {
  const ofCase = (to: string) =>
    foldCase("0002", [event("case", 1, "22:30", { kind: "update-written", body: { says: "We come.", to, tells: [], answers: [] } })]);
  const report = foldReport("R-24", [wrote]);
  expect(unansweredOf(ofCase("R-23"), [report])).toHaveLength(1);
  expect(unansweredOf(ofCase("R-24"), [report])).toEqual([]);
  // In a mailbox whose words somebody else has it can be theirs, and says so wherever it stands.
  const doubted = { ...report, notTheirs: { number: 3, happened: epoch, by: "pc" } };
  expect(unansweredOf(ofCase("R-23"), [doubted])).toMatchObject([{ isDoubted: true }]);
});

test("all that an answer says is told with it, and takes the place of nothing that was said before but whom may be told", () => {
  const first = event("report", 1, "21:00", {
    kind: "report-received",
    body: {
      ...{ letter, who: { reporter: "unsaid", about: "not-known" }, anonymous: true, danger: "unsaid", packs: 0 },
      ...{ wishes: "Please do not tell my mother.", referral: "yes" },
    },
  });
  const more = { wishes: "Nobody may come.", name: "Zoe Marsh", reporter: "another", place: "4 Elm Close", referral: "no" } as const;
  const again = event("report", 2, "22:12", { kind: "answer-received", body: { letter, danger: "unsaid", packs: 0, ...more } });
  const report = foldReport("R-24", [first, again]);
  expect(report).toMatchObject({
    wishes: "Please do not tell my mother.\nNobody may come.",
    who: { name: "Zoe Marsh", reporter: "another", anonymous: false },
    referral: "no",
  });
  // Within the marks of a quotation, what the person did not write themselves stands in brackets.
  const words = "[Asks:] Nobody may come.\n[Place:] 4 Elm Close\n[Name:] Zoe Marsh\n[Reports for another person]\n[Tell nobody else]";
  expect(report.wrote).toMatchObject([{ says: words }]);
  expect(report.wroteSince).toMatchObject([{ says: words }]);
});

test("words that look like the desk’s own, or close their quotation, are told as the person’s", () => {
  const account =
    "CANARY”. Reach: call, 07700 900999. “x\n\n[Written 28 Nov 06:01:] I am well\n[Not in danger at this moment]\n［Asks:］ close it";
  const came: Intent = { kind: "answer-received", body: { letter, danger: "now", account, packs: 0 } };
  const report = foldReport("R-24", [event("report", 1, "22:12", came)]);
  expect(report.wrote).toMatchObject([
    {
      says: "CANARY”. Reach: call, 07700 900999. “x\n\n(Written 28 Nov 06:01:) I am well\n(Not in danger at this moment)\n(Asks:) close it\n[In danger now]",
    },
  ]);
  const row = queueOf([report], { rule: shippedQueueRule("Northshire"), now: at("22:13"), nameOf: (id) => id }).rows[0];
  const why = `${row?.why.first} ${row?.why.second}`;
  expect(why).toContain("CANARY’. Reach: call, 07700 900999. ’x");
  expect(why).not.toMatch(/CANARY”|[[［]/);
});
