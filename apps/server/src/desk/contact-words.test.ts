import { type BodyOf, type CaseEvent, type Intent, foldReport } from "@unmask/case";
import { type Instant, epoch, instantFromIso } from "@unmask/core";
import { expect, test } from "vitest";
import { contactFacts } from "./contact-words.ts";
import { reachedPersons } from "./reached-persons.ts";
import { firstFacts, firstFactsOfAll, saidFacts } from "./said-words.ts";

const at = (minute: string): Instant => instantFromIso(`2026-11-27T${minute}:00.000Z`) ?? epoch;
const letter = "00112233445566778899aabbccddeeff";
const sheet = {
  channel: "text",
  address: "07700 900555",
  hours: "Safe: Monday between 09:00 and 16:00. Never: every other hour.",
  codeWord: "Your books are in.",
  said: [
    { label: "Language", says: "English" },
    { label: "Hearing", says: "deaf in left ear" },
    { label: "Never", says: "No voicemail." },
  ],
} as const;
const event = (number: number, minute: string, intent: Intent): CaseEvent => ({
  ...intent,
  stream: { of: "report", id: "R-31" },
  number,
  happened: at(minute),
  recorded: at(minute),
  by: intent.kind === "contact-read" ? "pc" : "desk",
});
const came = event(1, "21:58", {
  kind: "report-received",
  body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 0, contact: sheet },
});
const wrote = (number: number, minute: string, more: Partial<BodyOf<"answer-received">>): CaseEvent =>
  event(number, minute, { kind: "answer-received", body: { letter, danger: "unsaid", packs: 0, ...more } });
const read = (number: number, body: BodyOf<"contact-read">): CaseEvent => event(number, "22:20", { kind: "contact-read", body });
const again = wrote(2, "22:04", { account: "I moved. Do not text the old number any more. He has my key." });
const told = (...events: readonly CaseEvent[]): readonly string[] =>
  contactFacts(foldReport("R-31", events), () => "PC Able").map(({ label, strong = "", says = "", lines = [] }) =>
    [label, strong, says, ...lines.map((one) => `${one.isStruck ? "struck " : ""}${one.label ?? ""} ${one.says}`)].join("|"),
  );

test("what can harm where it is missed stands first in the sheet, one thing a line", () => {
  const [fact] = contactFacts(foldReport("R-31", [came]), String);
  expect(fact?.strong).toBe("text, 07700 900555");
  expect(fact?.lines?.map(({ label }) => label)).toEqual(["Never", "Hours", "Hearing", "Say first", "Language"]);
  expect(fact?.lines?.filter(({ isMind }) => isMind).map(({ label }) => label)).toEqual(["Never", "Hearing"]);
});

test("what the person wrote since stands above the way, in their words, until an officer read it for that", () => {
  const [since, way] = told(came, again);
  expect(since).toBe(
    "Wrote since|27 Nov 22:04: read it before you use the way below|| “I moved. Do not text the old number any more. He has my key.”",
  );
  expect(way).toMatch(/^Safe contact\|text, 07700 900555\|as it stood on 27 Nov 21:58, before that\|/);
  expect(told(came, again, event(3, "22:06", { kind: "report-opened", body: {} }))[0]).toMatch(/^Wrote since/);
  const [after, ...more] = told(came, again, read(3, { through: 2, outcome: "stands", says: "Only the old one." }));
  expect(after).toMatch(/^Safe contact.*\|27 Nov 22:20 PC Able read what they wrote: this way holds: “Only the old one.”$/);
  expect(more).toEqual([]);
});

test("that somebody else answered stands before the number, until an officer wrote that it is theirs again", () => {
  const rang = (outcome: "somebody-else" | "sent") => event(2, "22:04", { kind: "contact-attempted", body: { channel: "text", outcome } });
  expect(told(came, rang("somebody-else"))[0]).toMatch(
    /^Do not ring\|somebody else answered\|text, 27 Nov 22:04 by PC Able: use that way no more/,
  );
  expect(told(came, rang("sent"))[0]).toMatch(/^Safe contact/);
  expect(told(came, rang("somebody-else"), read(3, { through: 2, outcome: "stands" }))[0]).toMatch(/^Safe contact/);
});

test("another way takes its place with whose word it is, and the old one is struck and dated", () => {
  const next = { channel: "call", address: "07700 900556" } as const;
  const answer = wrote(2, "22:04", { account: "A new phone.", contact: next });
  const [way, old] = told(came, answer, read(3, { through: 2, outcome: "stands" }));
  expect(way).toMatch(/^Safe contact\|call, 07700 900556\|.*In place of another since 27 Nov 22:04, by an answer with the seven words\|/);
  expect(old).toBe("Not any more||1 way that was said before|struck until 27 Nov 22:04 text, 07700 900555 (an answer named another)");
  const [none, struck] = told(came, again, read(3, { through: 2, outcome: "none-left", says: "He has the phone." }));
  expect(none).toMatch(/^Safe contact\|no way that was said may be used any more\|.*PC Able wrote that none is left: “He has the phone.”$/);
  expect(struck).toContain("struck until 27 Nov 22:20 text, 07700 900555 (PC Able)");
});

test("a way in an answer is no safe contact until an officer read it: whoever found the seven words names one too", () => {
  const named = (number: number, address: string) =>
    wrote(number, "22:04", { account: "He took my phone. Text the new one.", contact: { channel: "text", address } });
  const [since, before, way, ...more] = told(came, named(2, "07700 900901"));
  expect(since).toMatch(/^Wrote since\|27 Nov 22:04: read it before you use a way below\|.*He took my phone/);
  expect(before).toMatch(
    /^Named before\|text, 07700 900555\|on 27 Nov 21:58: ask by it whether the answer is theirs, unless .*Never No voicemail/,
  );
  expect(way).toMatch(/^Named in an answer\|text, 07700 900901\|it came with the seven words on 27 Nov 22:04/);
  expect(more).toEqual([]);
  const [, stillBefore, , struck] = told(came, named(2, "07700 900901"), named(3, "07700 900902"));
  expect(stillBefore).toMatch(/^Named before\|text, 07700 900555\|/);
  expect(struck).toContain("07700 900901 (named in an answer that nobody read; an answer named another)");
  const [mailbox, kept, his, ...rest] = told(came, named(2, "07700 900901"), read(3, { through: 2, outcome: "former-stands" }));
  // Whoever wrote that answer has the seven words, and goes on reading what is written there.
  expect(mailbox).toMatch(
    /^Mailbox\|somebody else has the seven words\|PC Able wrote on 27 Nov 22:20 that an answer in it was not theirs: write nothing/,
  );
  expect(kept).toMatch(/^Safe contact\|text, 07700 900555\|.*27 Nov 22:20 PC Able read .* one that an answer named is not theirs$/);
  expect(kept).not.toContain("In place of another");
  expect(his).toContain("struck until 27 Nov 22:20 text, 07700 900901 (named in an answer; PC Able)");
  expect(rest).toEqual([]);
  const none = event(1, "21:58", {
    kind: "report-received",
    body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 0 },
  });
  expect(told(none, named(2, "07700 900901"))[1]).toMatch(/^Named before\|\|no other way was/);
});

test("what is feared now stands before how the person is reached, and violence feared and orders right behind it", () => {
  const state = { ...foldReport("R-31", [came]), covers: [{ danger: "Afraid: he comes on Sunday." }] };
  expect(firstFacts(state, String).map(({ label }) => label)).toEqual(["Danger", "Danger, as it was said", "Safe contact"]);
  const said = ["Asks for", "Feared violence", "Orders and bail"].map((label) => ({ label, says: "so it is" }));
  const all = { ...state, covers: [{ said }] };
  expect(firstFacts(all, String).map(({ label }) => label)).toEqual(["Danger", "Safe contact", "Feared violence", "Orders and bail"]);
  expect(saidFacts(all).map(({ label }) => label)).toEqual(["Reports", "Asks for"]);
});

test("of reports that are read as one the way to who is in danger stands before the others, with whose it is", () => {
  const calm = foldReport("R-31", [came]);
  const inDanger = foldReport("R-14", [
    event(1, "21:59", {
      kind: "report-received",
      body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "now", packs: 0, contact: { channel: "call" } },
    }),
  ]);
  expect(firstFactsOfAll([calm, inDanger], String).map(({ label }) => label)).toEqual([
    "Safe contact, R-14, Name not given",
    "Danger, R-31, Name not given",
    "Safe contact, R-31, Name not given",
  ]);
  expect(firstFactsOfAll([calm], String).map(({ label }) => label)).toEqual(["Danger", "Safe contact"]);
});

test("of a letter that could not be read nothing is told as not said, neither danger nor the way nor who reports", () => {
  const body = {
    letter,
    who: { reporter: "unsaid", about: "not-known" },
    anonymous: true,
    danger: "unsaid",
    packs: 0,
    fault: "no-key",
  } as const;
  const state = foldReport("R-193", [event(1, "21:58", { kind: "report-received", body })]);
  expect(firstFacts(state, String).map(({ label, strong }) => [label, strong])).toEqual([
    ["Danger", "could not be read"],
    ["Safe contact", "could not be read"],
  ]);
  expect(JSON.stringify([firstFacts(state, String), saidFacts(state)])).not.toMatch(/not asked|not said|no safe way was said/);
});

test("of reports that are read as one each has its own person, way and number, so that a form strikes the way that was meant", () => {
  const ruth = foldReport("R-31", [came, read(2, { through: 1, outcome: "none-left" })]);
  const call = { channel: "call", address: "07700 900752" } as const;
  const letterOfAna = {
    letter,
    who: { reporter: "self", about: "adult", name: "Ana Ames" },
    anonymous: false,
    danger: "no",
    packs: 0,
  } as const;
  const ana = foldReport("R-14", [
    { ...came, kind: "report-received", stream: { of: "report", id: "R-14" }, body: { ...letterOfAna, contact: call } },
  ]);
  expect(reachedPersons([ruth, ana], String).map(({ reach: _, ...person }) => person)).toEqual([
    { report: "R-31", name: "Name not given", saw: 2 },
    { report: "R-14", name: "Ana Ames", saw: 1, way: "call, 07700 900752" },
  ]);
});

test("a way that holds is not struck beside itself where only the hours changed, and her word to say first goes to no number that an answer named", () => {
  const named = wrote(2, "22:04", { contact: { channel: "call", address: "07700 900802" } });
  const all = told(came, named, wrote(3, "22:06", { contact: { hours: "any" } }));
  expect(all.filter((one) => one.includes("07700 900802"))).toHaveLength(1);
  expect(all.join("\n")).not.toContain("struck");
  expect(all.find((one) => one.startsWith("Named in an answer"))).not.toContain("Your books are in.");
  expect(all.find((one) => one.startsWith("Named before"))).toContain("Your books are in.");
  // What an officer wrote is not theirs stays struck when it is named again.
  const notTheirs = read(3, { through: 2, outcome: "former-stands" });
  const anew = told(came, named, notTheirs, wrote(4, "22:30", { contact: { channel: "call", address: "07700900802" } }));
  expect(anew.find((one) => one.startsWith("Safe contact"))).toContain("text, 07700 900555");
  expect(anew.find((one) => one.startsWith("Not any more"))).toContain("named again in an answer 27 Nov 22:30");
});
