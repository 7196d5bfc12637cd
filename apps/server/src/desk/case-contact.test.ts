import { type CaseEvent, type Intent, foldCase, foldReport } from "@unmask/case";
import { type Instant, epoch, instantFromIso, parseSha256 } from "@unmask/core";
import { expect, test } from "vitest";
import { attemptsIn, threadOf } from "./case-contact.ts";

const at = (minute: string): Instant => instantFromIso(`2026-11-27T${minute}:00.000Z`) ?? epoch;
const letter = "00112233445566778899aabbccddeeff";
const sha256 = parseSha256("ab".repeat(32)) ?? expect.unreachable();
const other = parseSha256("cd".repeat(32)) ?? expect.unreachable();
const event = (of: "report" | "case", number: number, minute: string, intent: Intent): CaseEvent => ({
  ...intent,
  stream: { of, id: of === "case" ? "0002" : "R-24" },
  number,
  happened: at(minute),
  recorded: at(minute),
  by: "pc",
});
const report = foldReport("R-24", [
  event("report", 1, "21:58", { kind: "pack-opened", body: { letter, pack: 0, sha256, fate: "opened" } }),
  event("report", 2, "22:00", { kind: "contact-attempted", body: { channel: "call", outcome: "somebody-else", says: "A man." } }),
  event("report", 3, "22:01", { kind: "contact-attempted", body: { channel: "mailbox", outcome: "sent", says: "We read it." } }),
  event("report", 4, "22:04", { kind: "answer-received", body: { letter, danger: "unsaid", packs: 0, account: "I moved." } }),
  event("report", 5, "22:12", { kind: "answer-received", body: { letter, danger: "unsaid", packs: 0, account: "He is back." } }),
]);
const found = {
  state: foldCase("0002", [event("case", 1, "22:12", { kind: "she-wrote", body: { says: "He is back.", asks: true } })]),
  reports: [report],
  joined: [],
};

test("a case shows what went to the person and came before it was one, each once, and nothing of another report in the same mailbox", () => {
  const numbered = (number: number) => ({ id: "0".repeat(32), number });
  const acknowledgement = { ...numbered(1), kind: "acknowledgement", contact: "Call 101.", week: "2026-W48" } as const;
  const proof = { entry: "leaf", proof: "proof", kind: "proof" } as const;
  const lines = threadOf(found, [
    { message: { ...acknowledgement, reference: "R-24" }, made: at("21:59"), isSent: true },
    { message: { ...acknowledgement, reference: "R-99" }, made: at("21:59"), isSent: true },
    { message: { ...numbered(2), ...proof, sha256 }, made: at("22:30"), isSent: false },
    { message: { ...numbered(3), ...proof, sha256: other }, made: at("22:30"), isSent: true },
    { message: { ...numbered(4), kind: "update", says: "We read it." }, made: at("22:01"), isSent: true },
  ]);
  expect(lines.map(({ of, from, says, isOpen }) => [of, from, says.slice(0, 32), isOpen])).toEqual([
    ["R-24", "machine", "Your reference is R-24. Call 101", false],
    ["R-24", "force", "We read it.", false],
    ["R-24", "her", "I moved.", true],
    ["0002", "her", "He is back.", true],
    ["R-24", "machine", "The pack whose fingerprint begin", false],
  ]);
  expect(lines[0]?.note).toContain("asks for more");
  expect(lines.at(-1)?.waits).toBe(true);
});

test("a case shows who answered a call that stands in a report of it", () => {
  expect(attemptsIn([found.state, ...found.reports], (id) => id)).toMatchObject([
    { of: "R-24", channel: "mailbox" },
    { of: "R-24", channel: "call", outcome: "somebody-else", says: "A man." },
  ]);
});
