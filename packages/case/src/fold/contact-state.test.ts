import { type Instant, epoch, instantFromIso } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { decideReport } from "../decide/decide-report.ts";
import type { CaseEvent, Intent } from "../event.ts";
import { shippedRiskRule } from "../risk/risk-rule.ts";
import { queueOf } from "../triage/queue-of.ts";
import { shippedQueueRule } from "../triage/queue-rule.ts";
import { reachInFull } from "../triage/reach-of-row.ts";
import { contactToAskBy, isContactUnread } from "./contact-state.ts";
import { foldReport } from "./report-state.ts";

const at = (minute: string): Instant => instantFromIso(`2026-11-27T${minute}:00.000Z`) ?? epoch;
const stream = { of: "report", id: "R-31" } as const;
const letter = "00112233445566778899aabbccddeeff";
const old = { channel: "text", address: "07700 900555" } as const;
const event = (number: number, minute: string, intent: Intent): CaseEvent => ({
  ...intent,
  stream,
  number,
  happened: at(minute),
  recorded: at(minute),
  by: intent.kind === "contact-read" ? "pc-4471" : "desk",
});
const came = event(1, "21:58", {
  kind: "report-received",
  body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 0, contact: old },
});
const wrote = (number: number, minute: string, more: object): CaseEvent =>
  event(number, minute, { kind: "answer-received", body: { letter, danger: "unsaid", packs: 0, ...more } });
const read = (number: number, body: Extract<Intent, { kind: "contact-read" }>["body"]): CaseEvent =>
  event(number, "22:20", { kind: "contact-read", body });

describe("what the person writes after the way was said stands against it", () => {
  const again = wrote(2, "22:04", { account: "I moved. Do not text the old number any more. He has my key." });

  test("until an officer has read it for that, whatever the words are", () => {
    const state = foldReport("R-31", [came, again]);
    expect(state.contact).toEqual(old);
    expect(state.wroteSince).toMatchObject([
      { number: 2, happened: at("22:04"), says: again.kind === "answer-received" ? again.body.account : "" },
    ]);
    expect(foldReport("R-31", [came, wrote(2, "22:04", { account: "Thank you." })]).wroteSince).toHaveLength(1);
    expect(foldReport("R-31", [came, again, event(3, "22:05", { kind: "report-opened", body: {} })]).wroteSince).toHaveLength(1);
  });

  test("and what came after it was read stands against it anew", () => {
    const state = foldReport("R-31", [
      came,
      again,
      wrote(3, "22:19", { account: "He has my phone." }),
      read(4, { through: 2, outcome: "stands" }),
    ]);
    expect(state.wroteSince.map(({ number }) => number)).toEqual([3]);
    expect(state.contactRead).toMatchObject({ outcome: "stands", by: "pc-4471", happened: at("22:20") });
  });

  test("so that another way takes its place, or none is left, and the old one is kept with its dates", () => {
    const next = { channel: "call", address: "07700 900556" } as const;
    const replaced = foldReport("R-31", [came, again, read(3, { through: 2, outcome: "replaced", contact: next })]);
    expect(replaced.contact).toEqual(next);
    expect(replaced.wroteSince).toEqual([]);
    expect(replaced.contactsBefore).toMatchObject([{ contact: old, since: { happened: at("21:58") }, until: { happened: at("22:20") } }]);
    const none = foldReport("R-31", [came, again, read(3, { through: 2, outcome: "none-left", says: "He has it." })]);
    expect(none.contact).toBeNull();
    expect(none.contactsBefore).toHaveLength(1);
  });
});

test("a way in an answer takes the place of the one before, which is kept, and stands unread until an officer read it", () => {
  const next = { channel: "mailbox" } as const;
  const state = foldReport("R-31", [came, wrote(2, "22:04", { account: "Not the phone." }), wrote(3, "22:06", { contact: next })]);
  expect(state.contact).toEqual(next);
  expect(state.contactSince).toMatchObject({ number: 3, happened: at("22:06") });
  expect(state.wroteSince.map(({ number }) => number)).toEqual([2, 3]);
  expect(isContactUnread(state)).toBe(true);
  expect(state.contactsBefore).toMatchObject([{ contact: old, until: { happened: at("22:06") } }]);
});

test("whoever found the seven words and writes twice does not make the first of the two the way that was named before", () => {
  const his = (number: number, address: string) => wrote(number, "22:04", { contact: { channel: "text", address } });
  const answers = [came, his(2, "07700 900901"), his(3, "07700 900902")];
  const state = foldReport("R-31", answers);
  expect(state.contactsBefore.map(({ contact, isUnread }) => [contact.address, isUnread])).toEqual([
    [old.address, undefined],
    ["07700 900901", true],
  ]);
  expect(isContactUnread(foldReport("R-31", [...answers, read(4, { through: 2, outcome: "stands" })]))).toBe(true);
  expect(isContactUnread(foldReport("R-31", [...answers, read(4, { through: 3, outcome: "stands" })]))).toBe(false);
  expect(isContactUnread(foldReport("R-31", [...answers, read(4, { through: 2, outcome: "replaced", contact: old })]))).toBe(false);
  expect(isContactUnread(foldReport("R-31", [came]))).toBe(false);
});

test("where an answer named a way that is not theirs, the one before it stands with every word that it had, and stays the one to ask by", () => {
  const sheet = { channel: "call", address: "07700 900655", voicemail: "no" } as const;
  const first = event(1, "21:58", {
    kind: "report-received",
    body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 0, contact: sheet },
  });
  const his = (number: number) =>
    wrote(number, "22:04", { contact: { channel: "text", address: "07700 900656", voicemail: "yes", hours: "any" } });
  const state = foldReport("R-4", [first, his(2), read(3, { through: 2, outcome: "former-stands" })]);
  expect(state.contact).toEqual(sheet);
  expect(state.contactSince).toMatchObject({ number: 1 });
  expect(isContactUnread(state)).toBe(false);
  expect(state.wroteSince).toEqual([]);
  expect(state.contactsBefore.map(({ contact, isUnread }) => [contact.address, isUnread])).toEqual([["07700 900656", true]]);
  const again = foldReport("R-4", [first, his(2), read(3, { through: 2, outcome: "former-stands" }), his(4)]);
  // Named again it stays struck, however it is written: whoever names it has the seven words. Another number is asked about anew.
  expect(isContactUnread(again)).toBe(false);
  expect(again.contact).toEqual(sheet);
  expect(again.wroteSince).toMatchObject([{ number: 4 }]);
  expect(again.contactsBefore).toMatchObject([{ isNotTheirs: true, again: { number: 4 } }]);
  const spaced = wrote(5, "22:30", { contact: { channel: "call", address: "+44 7700 900 656" } });
  const other = wrote(6, "22:31", { contact: { channel: "call", address: "07700 900657" } });
  const struck = [first, his(2), read(3, { through: 2, outcome: "former-stands" }), his(4), spaced];
  expect(foldReport("R-4", struck).contact).toEqual(sheet);
  expect(contactToAskBy(foldReport("R-4", [...struck, other]))?.contact).toEqual(sheet);
});

describe("an officer’s reading is refused", () => {
  const rules = { risk: shippedRiskRule("Northshire") };
  const again = wrote(2, "22:04", { account: "I moved." });
  const decide = (events: readonly CaseEvent[], body: Extract<Intent, { kind: "contact-read" }>["body"]) => {
    const state = foldReport("R-31", events);
    const command = { kind: "contact-read", body, stream, saw: state.number, happened: at("22:20"), by: "pc-4471" } as const;
    const decided = decideReport(command, state, rules, at("22:20"));
    return "refused" in decided ? decided.refused.rule : decided.done;
  };

  test("where it says that a way holds and none was said, or nothing newer was there to read", () => {
    expect(decide([came, again], { through: 2, outcome: "stands" })).toBe(true);
    expect(decide([came, again], { through: 1, outcome: "stands" })).toBe("nothing-newer");
    expect(decide([came], { through: 1, outcome: "stands" })).toBe("nothing-newer");
    // But for a way at which somebody else answered: who learned that it is theirs again can write so.
    const another = event(2, "22:04", { kind: "contact-attempted", body: { channel: "text", outcome: "somebody-else" } });
    expect(decide([came, another], { through: 2, outcome: "stands" })).toBe(true);
    // Nor that the way before an answer holds, where none named another, or there was none before it.
    expect(decide([came, again], { through: 2, outcome: "former-stands" })).toBe("no-former");
    const named = wrote(2, "22:04", { contact: { channel: "text", address: "07700 900556" } });
    expect(decide([came, named], { through: 2, outcome: "former-stands" })).toBe(true);
    expect(decide([came, named], { through: 1, outcome: "former-stands" })).toBe("no-former");
    expect(decide([came, again, read(3, { through: 2, outcome: "none-left" })], { through: 3, outcome: "stands" })).toBe("no-contact");
  });

  test("where it names what was not written yet; what was told by voice can be written at any time", () => {
    expect(decide([came], { through: 2, outcome: "none-left" })).toBe("not-there-yet");
    expect(decide([came], { through: 1, outcome: "replaced", contact: { channel: "mailbox" } })).toBe(true);
  });
});

test("an answer that says only the hours leaves the way and the number as they stood", () => {
  const { contact } = foldReport("R-24", [came, wrote(2, "22:04", { contact: { hours: "after nine only" } })]);
  expect(contact).toEqual({ ...old, inAnswer: { hours: "after nine only" } });
});

test("a new number keeps what was said to keep from harm: no voicemail, the hours, the word to say first", () => {
  const careful = event(1, "21:58", {
    kind: "report-received",
    body: {
      ...{ letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 0 },
      contact: { channel: "call", address: "07700 900412", voicemail: "no", hours: "Mon 9 to 16", codeWord: "Which branch?" },
    },
  });
  // Told as said of another way: nobody asked whether they hold for this one.
  const kept = { voicemail: "no", hours: "Mon 9 to 16", codeWord: "Which branch?", ofAnother: ["hours", "codeWord"] };
  const byAnswer = foldReport("R-24", [careful, wrote(2, "22:04", { contact: { channel: "text", address: "07700 900499" } })]);
  expect(byAnswer.contact).toEqual({ ...kept, channel: "text", address: "07700 900499" });
  const toldToOfficer = foldReport("R-24", [
    careful,
    read(2, { through: 1, outcome: "replaced", contact: { channel: "email", address: "z@example.org" } }),
  ]);
  expect(toldToOfficer.contact).toEqual({ ...kept, channel: "email", address: "z@example.org" });
});

test("leave to leave a message was given for one number, and goes on to no other until the person gives it anew", () => {
  const first = { channel: "call", address: "07700 900111", voicemail: "yes", hours: "any" } as const;
  const leave = event(1, "21:58", {
    kind: "report-received",
    body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 0, contact: first },
  });
  const after = (contact: object) => foldReport("R-28", [leave, wrote(2, "22:04", { contact })]).contact;
  expect(after({ address: "07700 900222" })).toEqual({ address: "07700 900222", hours: "any", ofAnother: ["hours"] });
  expect(after({ channel: "call", address: "07700 900333", voicemail: "yes" })).toMatchObject({ voicemail: "yes" });
  expect(after({ channel: "text", address: first.address })).toEqual({ ...first, channel: "text", ofAnother: ["hours"] });
  expect(after({ hours: "after nine" })).toEqual({ ...first, inAnswer: { hours: "after nine" } });
});

test("any hour of a mailbox is no leave to ring a house at three: the hours go on to a telephone as said of another way, until they are said of it", () => {
  const first = event(1, "21:58", {
    kind: "report-received",
    body: {
      ...{ letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "now", packs: 0 },
      contact: { channel: "email", address: "bea@example.org", hours: "any" },
    },
  });
  const called = wrote(2, "22:04", { contact: { channel: "call", address: "07700 900222" } });
  const state = (...more: readonly CaseEvent[]) => foldReport("R-2", [first, called, ...more]);
  const row = queueOf([state()], { rule: shippedQueueRule("Northshire"), now: at("22:20"), nameOf: String }).rows[0];
  expect(row?.why.second).toContain("Reach: call, any (said of another way) was named in an answer");
  expect(reachInFull(state())).toContain("call, 07700 900222, any (said of another way)");
  const again = (contact: object) => state(wrote(3, "22:06", { contact })).contact?.ofAnother;
  expect(again({ channel: "call", address: "07700 900222" })).toEqual(["hours"]);
  // Back to the way of which they were said, an officer reads that it holds with them.
  const back = read(3, { through: 2, outcome: "former-stands" });
  expect(state(back).contact).toEqual({ channel: "email", address: "bea@example.org", hours: "any" });
});

test("what takes leave away holds at once, whoever wrote it, and strikes nothing; what can give leave waits beside it until an officer has read it", () => {
  const first = { channel: "call", address: "07700 900888", voicemail: "yes", hours: "any" } as const;
  const body = { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 0, contact: first } as const;
  const her = event(1, "21:58", { kind: "report-received", body });
  const stop = wrote(2, "22:04", { contact: { voicemail: "no", hours: "never at night" } });
  const after = (...more: readonly CaseEvent[]) => foldReport("R-29", [her, stop, ...more]);
  expect(after().contact).toEqual({ ...first, voicemail: "no", inAnswer: { hours: "never at night" } });
  expect(after()).toMatchObject({ contactsBefore: [], contactSince: { number: 1 }, wroteSince: [{ number: 2 }] });
  expect(reachInFull(after())).toContain("any; never at night, in an answer that nobody has read: keep to both; voicemail: no");
  // Leave that the same words give back is no leave before somebody has read it.
  const back = wrote(3, "22:06", { contact: { channel: "call", address: "07700900888", voicemail: "yes" } });
  expect(after(back).contact).toMatchObject({ voicemail: "no", inAnswer: { voicemail: "yes", hours: "never at night" } });
  expect(after(back, read(4, { through: 2, outcome: "stands" })).contact).toMatchObject({ voicemail: "no", hours: "any" });
  expect(after(read(3, { through: 2, outcome: "stands" })).contact).toEqual({ ...first, voicemail: "no", hours: "never at night" });
  expect(after(back, read(4, { through: 3, outcome: "stands" })).contact).toMatchObject({ voicemail: "yes", hours: "never at night" });
});
