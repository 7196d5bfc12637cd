import { expect, test } from "vitest";
import { parseSha256 } from "@unmask/core";
import { type Letter, parseLetterFile, writeLetter } from "@unmask/submission";
import { type WrittenField, emptyLetter, faultIn, faultOf, saidIn, saidInAnswer, sayWritten, saysNothing } from "./letter-draft.ts";

const hash = parseSha256("5".repeat(64)) ?? expect.fail();
/** What goes along in a letter of itself. */
const besides: Omit<Letter, "danger"> = {
  letter: "1".repeat(32),
  force: "2".repeat(32),
  kind: "report",
  written: { year: 2026, month: 11, day: 27, hour: 9, minute: 5 },
  mailbox: { recipient: `age1${"q".repeat(58)}`, lookup: hash },
  packs: [{ size: 2 ** 31, sha256: hash, bucket: 2 ** 31 }],
};

test("what she leaves blank is unsaid, and who gives no name has asked for nothing by it", () => {
  expect(saidIn(emptyLetter)).toEqual({ danger: "unsaid" });
  expect(saidIn({ ...emptyLetter, wishes: "  ", codeWord: "\n" })).not.toHaveProperty("contactBrief");
});

test("what she fills in is a letter as a force reads it, with the way to reach her in it", () => {
  const said = saidIn({
    ...emptyLetter,
    danger: "now",
    reporter: "self",
    name: " Nadia Khan ",
    account: "He waits outside.\nEvery day.",
    wishes: "Speak to him",
    channel: "text",
    address: "07700 900123",
    hours: "9 to 4",
    voicemail: "no",
    referral: "yes",
    jurisdiction: "NI",
  });
  expect(said).toMatchObject({ name: "Nadia Khan", contactBrief: { channel: "text", voicemail: false }, referral: true });
  expect(said).not.toHaveProperty("anonymous");
  const { contactBrief: contact, ...others } = said;
  expect(parseLetterFile(JSON.stringify({ ...others, contact }))).toEqual({ ok: true, value: said });
});

test("an answer carries danger and another way to reach her as a first letter does, and of what she leaves blank nothing is changed", () => {
  expect(saidInAnswer(emptyLetter)).toEqual({});
  const said = saidInAnswer({ ...emptyLetter, danger: "now", account: " He is at the door. ", address: "07700 900124", voicemail: "no" });
  expect(said).toEqual({ danger: "now", account: "He is at the door.", contactBrief: { address: "07700 900124", voicemail: false } });
});

test("a letter in which nothing is written is known, and one in which a way to reach her stands is none of those", () => {
  expect(saysNothing({ ...emptyLetter, wishes: " \n", language: "Welsh" })).toBe(true);
  expect(saysNothing({ ...emptyLetter, danger: "no" })).toBe(false);
  expect(saysNothing({ ...emptyLetter, address: "07700 900124" })).toBe(false);
});

test("all that she wrote for a letter is said in an answer, but for danger of which she does not speak", () => {
  const letter = {
    ...emptyLetter,
    wishes: "Do not ring.",
    name: "Nadia Khan",
    language: "Urdu",
    place: "Eastby",
    reporter: "self",
  } as const;
  const { danger: _, ...said } = saidIn({ ...letter, danger: "unsaid", jurisdiction: "SCO", referral: "no", hours: "9 to 4" });
  expect(saidInAnswer({ ...letter, jurisdiction: "SCO", referral: "no", hours: "9 to 4" })).toEqual(said);
  expect(said).toMatchObject({ name: "Nadia Khan", place: "Eastby", reporter: "self", referral: false, contactBrief: { hours: "9 to 4" } });
});

test.each([
  ["account", 100_000],
  ["wishes", 4_000],
  ["name", 300],
  ["codeWord", 300],
] as const)("of %s as much goes as a force reads, and of more she is told at the field by how much", (field: WrittenField, most) => {
  const isRead = (written: string): boolean => {
    const { contactBrief: contact, ...others } = saidIn({ ...emptyLetter, [field]: written });
    return parseLetterFile(JSON.stringify({ ...others, contact })).ok;
  };
  const whole = ` ${"é".repeat(most)} `;
  expect([faultIn(field, { ...emptyLetter, [field]: whole }), isRead(whole)]).toEqual([undefined, true]);
  const over = `${"é".repeat(most)}abc`;
  expect([faultIn(field, { ...emptyLetter, [field]: over }), isRead(over)]).toEqual(["3 characters too long: shorten it.", false]);
  expect(faultOf({ ...emptyLetter, [field]: over })).toMatch(/^(?:What|Your|The).*: 3 characters too long/);
});

test("a long letter in a script of three bytes is told at its field by how much, and goes once it is that much shorter", () => {
  const thai = (length: number) => ({
    ...emptyLetter,
    name: "Nadia Khan",
    wishes: "ก".repeat(4_000),
    account: `ก\n"${"ก".repeat(length)}`,
  });
  const over = Number(/^([\d,]+) characters too long: shorten it\./.exec(faultIn("account", thai(90_000)) ?? "")?.[1]?.replace(",", ""));
  expect(over).toBeGreaterThan(7_000);
  expect(faultIn("wishes", thai(90_000))).toBeUndefined();
  expect(faultOf(thai(90_000))).toMatch(/^What you say: /);
  const fits = thai(90_000 - over);
  expect(faultOf(fits)).toBeUndefined();
  expect(writeLetter({ ...saidIn(fits), ...besides })).toMatchObject({ ok: true });
  expect(faultOf(thai(90_000 - over + 3))).toBeDefined();
});

test("of an answer that went she sees all that went in it, and of what she left blank nothing", () => {
  const all = { ...emptyLetter, danger: "now", account: " He is here. ", wishes: "Do not ring.", place: "Eastby", referral: "no" } as const;
  expect(sayWritten({ ...all, channel: "text", address: "07700 900124", voicemail: "no" }, true)).toBe(
    [
      ...["You are in danger now.", "He is here.", "Do not ring.", "Eastby.", "What you chose besides."],
      ...["By text, 07700 900124, no voicemail.", "A pack."],
    ].join("\n"),
  );
  expect(sayWritten({ ...emptyLetter, danger: "no" }, false)).toBe("You are not in danger at this moment.");
});

test("signs that nobody sees are as good as nothing written, and a letter with them goes", () => {
  const unseen = { ...emptyLetter, account: "\u200B", name: "\u2060", codeWord: "\u200B\uFEFF" };
  expect(saysNothing(unseen)).toBe(true);
  expect(saidIn(unseen)).toEqual({ danger: "unsaid" });
});

test("what is no text is told at its field, and a tab or line break that came with a pasted line costs nothing", () => {
  expect(faultOf({ ...emptyLetter, place: "East\u0000by" })).toBe("Where it happens: It holds signs that are no text: write it anew.");
  const pasted = { ...emptyLetter, place: "Mill Lane\tEastby", address: "1 Mill Lane\u2028Eastby" };
  expect(faultOf(pasted)).toBeUndefined();
  const { contactBrief: contact, ...others } = saidIn(pasted);
  expect(parseLetterFile(JSON.stringify({ ...others, contact }))).toMatchObject({ ok: true, value: { place: "Mill Lane Eastby" } });
});
