import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia, rFirst } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { type Identity, owner, withheld } from "./identity.ts";
import type { Act } from "./act.ts";
import { nameForm } from "./name-form.ts";
import { type MarkedWhose, documentOf } from "./statement.ts";
import { countSides, createNamed, createNamedTo, createSide, createWhose, isHerSideKnown, shownNames, withLoneNames } from "./whose.ts";

const persona = (...normals: readonly string[]): { label: string; normals: ReadonlySet<string> } => ({
  label: "",
  normals: new Set(normals),
});
const me = persona(maya.normal);
const them = persona(rFirst.normal);
const named = createNamed({ me, them });

test("the owner of the phone is her, whether she named herself or not, and whatever they call themselves", () => {
  expect(named(owner)).toBe("hers");
  expect(named(maya)).toBe("hers");
  expect(createNamed({ me: persona(), them: persona("owner") })(owner)).toBe("hers");
});

test("theirs are the identities that she named, everybody else is other", () => {
  expect([rFirst, nadia, withheld].map(named)).toEqual(["theirs", "other", "other"]);
});

test("a persona is known by any of its identities, or by the name shown beside one", () => {
  const both = createNamed({ me, them: persona("+447700900142", "dan marsh") });
  const one = { kind: "phone", wrote: "07700 900388", normal: "+447700900388" } as const;
  expect(both({ kind: "phone", wrote: "07700 900142", normal: "+447700900142" })).toBe("theirs");
  expect([both({ ...one, name: " Dan  Marsh" }), both(one), both({ ...one, name: "Dan M" })]).toEqual(["theirs", "other", "other"]);
});

test("an identity that she named as hers and theirs in the same way is neither", () => {
  expect(createNamed({ me: persona(rFirst.normal), them })(rFirst)).toBe("other");
  expect(createNamed({ me: persona("r"), them: persona("r") })({ kind: "name", wrote: "R", normal: "r" })).toBe("other");
});

test("whoever shows her name on an account that she says is theirs is still them, and on a new one not her", () => {
  const account = (number: string): Identity => ({
    kind: "id",
    wrote: `user${number}`,
    normal: `telegram:${number}`,
    name: "Imogen Vance",
  });
  const asked = createNamed({ me: persona("imogen vance", "user999"), them: persona("user111") });
  expect(["999", "111", "444"].map((number) => asked(account(number)))).toEqual(["hers", "theirs", "other"]);
  const mail = (address: string): Identity => ({ kind: "email", wrote: address, normal: address, name: "Imogen Vance" });
  const byMail = createNamed({ me: persona("imogen vance", "imogen@example.org"), them: persona("terry@quill.example") });
  expect(["imogen@example.org", "terry@quill.example", "burner@example.net"].map((address) => byMail(mail(address)))).toEqual([
    "hers",
    "theirs",
    "other",
  ]);
  expect(createNamed({ me: persona("imogen vance"), them: persona("user111") })(account("111"))).toBe("theirs");
});

test("a number that she says is theirs stays theirs under whatever name it is saved, hers too", () => {
  expect(createNamed({ me: persona("r"), them })(rFirst)).toBe("theirs");
});

test("a stranger who shows their name is nobody's until she says", () => {
  const [act] = makeTimeline([{ at: "2026-03-03 10:00" }]).acts;
  if (!act) throw new Error("no act");
  const whose = createWhose({ me, them: persona("terry quill", "terry@quill.example") });
  const from = (address: string): Identity => ({ kind: "email", wrote: address, normal: address, name: "Terry Quill" });
  expect(whose({ ...act, from: from("someone@third.example") })).toBe("other");
  expect(whose({ ...act, from: from("terry@quill.example") })).toBe("theirs as the record shows");
});

test("an account that two exports write differently is judged by each writing, in whatever order they come", () => {
  const fresh = (): ReturnType<typeof createNamed> => createNamed({ me, them: persona("user5550001842") });
  const account = { kind: "id", normal: "telegram:5550001842" } as const;
  const [asNumber, asWord]: readonly [Identity, Identity] = [
    { ...account, wrote: "5550001842" },
    { ...account, wrote: "user5550001842" },
  ];
  expect([asNumber, asWord].map(fresh())).toEqual(["other", "theirs"]);
  expect([asWord, asNumber].map(fresh())).toEqual(["theirs", "other"]);
});

test("what she wrote to them is counted apart from what she wrote to others, and withheld numbers apart from other people", () => {
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", thread: "R" },
    { at: "2026-03-03 10:01", from: maya },
    { at: "2026-03-03 10:02", from: owner, to: [], thread: "R" },
    { at: "2026-03-03 10:03", from: owner, to: [], file: "sms.xml" },
    { at: "2026-03-03 10:04", from: owner, to: [], file: "another.xml" },
    { at: "2026-03-03 10:05", from: owner, to: [], thread: "Nadia" },
    { at: "2026-03-03 10:06", from: maya, to: [nadia] },
    { at: "2026-03-03 10:07", from: owner, to: [owner] },
    { at: "2026-03-03 10:08", from: withheld, kind: "call" },
    { at: "2026-03-03 10:09", from: nadia },
  ]);
  const counts = countSides(timeline.acts, createSide(timeline, { me, them }));
  expect(counts).toEqual({
    theirs: 1,
    "perhaps theirs": 0,
    "hers to them": 3,
    "hers to others": 2,
    "hers to nobody named": 2,
    withheld: 1,
    "nobody named": 0,
    others: 1,
  });
});

test("what she wrote down of herself in a table without receivers, her block and her own door are to nobody named", () => {
  const diary = { grade: "own-account", channel: "in-person", file: "diary.csv" } as const;
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", kind: "visit", ...diary },
    { at: "2026-03-03 10:01", from: maya, to: [owner], kind: "visit", ...diary },
    { at: "2026-03-03 10:02", from: owner, to: [], kind: "visit", ...diary },
    { at: "2026-03-03 10:03", kind: "visit", channel: "doorbell", thread: "Front door" },
    { at: "2026-03-03 10:04", from: owner, to: [], kind: "visit", channel: "doorbell", thread: "Front door" },
    { at: "2026-03-03 10:05", from: owner, to: [rFirst], kind: "block", channel: "whatsapp" },
    { at: "2026-03-03 10:06", from: maya, to: [rFirst], kind: "visit", ...diary },
  ]);
  const counts = countSides(timeline.acts, createSide(timeline, { me, them }));
  expect(counts).toMatchObject({ theirs: 2, "hers to them": 1, "hers to others": 0, "hers to nobody named": 4 });
});

test("a brick in a diary and a visit that a camera saw are by nobody named, and no number was withheld; the sides add up", () => {
  const diary = { from: withheld, file: "diary.csv", grade: "own-account", channel: "in-person" } as const;
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00" },
    ...Array.from({ length: 9 }, (_, i) => ({ at: `2026-03-04 1${i}:00`, from: withheld, kind: "call", channel: "phone" }) as const),
    ...Array.from({ length: 7 }, (_, i) => ({ at: `2026-03-05 1${i}:00`, from: withheld, kind: "visit", channel: "doorbell" }) as const),
    { at: "2026-03-06 10:00", kind: "damage", ...diary },
    { at: "2026-03-07 10:00", kind: "message", ...diary },
    { at: "2026-03-08 10:00", from: withheld, kind: "message" },
  ]);
  const counts = countSides(timeline.acts, createSide(timeline, { me, them }));
  expect(counts).toMatchObject({ theirs: 1, withheld: 10, "nobody named": 9 });
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(timeline.acts.length);
});

test("a withheld number that she says is theirs is theirs", () => {
  const timeline = makeTimeline([{ at: "2026-03-03 10:08", from: withheld, kind: "call" }]);
  const counts = countSides(timeline.acts, createSide(timeline, { me, them: persona("withheld") }));
  expect(counts).toMatchObject({ theirs: 1, withheld: 0 });
});

test("what she did is not known while nobody is her and somebody else could be", () => {
  const nobody = { me: persona(), them };
  const alone = [{ at: "2026-03-03 10:00" }, { at: "2026-03-03 10:01", from: owner }, { at: "2026-03-03 10:02", from: withheld }];
  const crowded = makeTimeline([...alone, { at: "2026-03-03 10:03", from: maya }]);
  expect(isHerSideKnown(makeTimeline(alone), nobody)).toBe(true);
  expect(isHerSideKnown(crowded, nobody)).toBe(false);
  expect(isHerSideKnown(crowded, { me: persona(owner.normal), them })).toBe(false);
  expect(isHerSideKnown(crowded, { me, them })).toBe(true);
});

const contact: Identity = { kind: "phone", wrote: "07700 900388", normal: "+447700900388", name: "Dan Marsh" };
const { name: _, ...bare } = contact;
const stated = {
  me,
  them: persona("dan marsh", "+447700900388", "withheld", "the door"),
  perhaps: persona("north light", "+447700900057"),
};
const actBy = (from: Identity, more: Partial<Act> = {}): Act => {
  const [act] = makeTimeline([{ at: "2026-03-03 10:00", from }]).acts;
  if (!act) throw new Error("no act");
  return { ...act, ...more };
};
const nameOf = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });

test.each([
  ["a saved contact that the export names", actBy(contact), "theirs as the record shows"],
  ["a bare number", actBy(bare), "theirs, she is sure"],
  ["a number saved under a name that she did not give", actBy({ ...contact, name: "D" }), "theirs, she is sure"],
  ["a withheld number that she says is theirs", actBy(withheld), "theirs, she is sure"],
  ["her own table", actBy(nameOf("Dan Marsh"), { grade: "own-account" }), "theirs, she is sure"],
  ["a person at the door whom a camera saw", actBy(nameOf("The door"), { kind: "visit", channel: "doorbell" }), "theirs, she is sure"],
  [
    "a telephone in the doorbell's account",
    actBy(nameOf("Dan Marsh"), { kind: "view", channel: "doorbell" }),
    "theirs as the record shows",
  ],
  ["an account that is perhaps theirs", actBy(nameOf("North Light")), "perhaps theirs"],
  ["somebody else", actBy(nadia), "other"],
  ["her", actBy(maya), "hers"],
] as const)("how it is known whose an act is: %s", (_title, act, step) => {
  expect(createWhose(stated)(act)).toBe(step);
});

test("a friend saved under his first name is nobody's once she says that the number is somebody else's", () => {
  const [his, friends] = ["+447700900701", "+447700900702"].map((normal): Identity => ({
    kind: "phone",
    wrote: normal,
    normal,
    name: "Sam",
  }));
  if (!his || !friends) throw new Error("no numbers");
  const named = createNamed({ me, them: persona("sam"), others: persona("+447700900702") });
  expect([his, friends].map(named)).toEqual(["theirs", "other"]);
  expect(createNamed({ me, them: persona("sam", "+447700900701"), others: persona("leonie") })(friends)).toBe("theirs");
});

test("a camera's person at the door is nobody's until she says so", () => {
  const seen = actBy(nameOf("Person detected"), { kind: "visit", channel: "doorbell" });
  expect(createWhose(stated)(seen)).toBe("other");
  expect(createWhose({ ...stated, marks: [{ act: seen.id, whose: "theirs" }] })(seen)).toBe("theirs, she is sure");
});

test("a mark on one act outranks every name", () => {
  const act = actBy(contact);
  const marked = (whose: MarkedWhose): string => createWhose({ ...stated, marks: [{ act: act.id, whose }] })(act);
  expect(marked("hers")).toBe("hers");
  expect(marked("theirs")).toBe("theirs, she is sure");
  expect(marked("perhaps theirs")).toBe("perhaps theirs");
  expect(marked("other")).toBe("other");
  expect(marked("not known")).toBe("withheld");
});

test("what is certainly theirs and perhaps theirs is theirs; what is hers and perhaps theirs is neither", () => {
  const named = createNamed({ me, them, perhaps: persona(rFirst.normal, maya.normal) });
  expect([rFirst, maya].map(named)).toEqual(["theirs", "other"]);
});

test("acts that are perhaps theirs stand on a side of their own, and what she sends there is not sent to them", () => {
  const perhaps = persona(nadia.normal);
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", from: nadia },
    { at: "2026-03-03 10:01", from: maya, to: [nadia] },
  ]);
  const counts = countSides(timeline.acts, createSide(timeline, { me, them, perhaps }));
  expect(counts).toEqual({
    theirs: 0,
    "perhaps theirs": 1,
    "hers to them": 0,
    "hers to others": 1,
    "hers to nobody named": 0,
    withheld: 0,
    "nobody named": 0,
    others: 0,
  });
});

/** Anna stated her name and the other one's, and nothing else. */
const anna = makeStatement({ me: persona("anna example"), them: persona("terry quill") });
const telegram = (number: number, name: string): Identity => ({ kind: "id", wrote: `user${number}`, normal: `telegram:${number}`, name });
const mail = (address: string, name: string): Identity => ({ kind: "email", wrote: address, normal: address, name });
const saved = (number: string, name: string): Identity => ({ kind: "phone", wrote: number, normal: number, name });
const called = (name: string): Identity => ({ kind: "name", wrote: name, normal: name.toLowerCase() });
const by = (from: Identity, to: Identity): ActDraft => ({ at: "2026-03-03 10:00", from, to: [to] });

/** Whose each act is, after what alone shows a name was taken for stated, and what she is told: the account, and whether it counts. */
function asked(...drafts: readonly ActDraft[]): { readonly whose: readonly string[]; readonly told: readonly string[] } {
  const timeline = makeTimeline(drafts.map((one, i) => ({ ...one, at: `2026-03-03 10:${String(i).padStart(2, "0")}` })));
  const shown = shownNames(timeline, anna);
  return {
    whose: timeline.acts.map(createWhose(withLoneNames(anna, shown))),
    told: shown.map(({ identity, whose, isAlone, acts }) => `${identity.wrote} ${whose} ${acts}${isAlone ? " counts" : ""}`),
  };
}

test("an export by names alone, and the owner of a phone, are hers as they were, and nothing is asked", () => {
  const chat = [by(called("Anna Example"), called("Terry Quill")), by(called("Terry Quill"), called("Anna Example"))];
  expect(asked(...chat, by(owner, saved("+447700900142", "Terry Quill")))).toEqual({
    whose: ["hers", "theirs as the record shows", "hers"],
    told: [],
  });
});

test("the only account that shows her name in an export with account numbers is hers, and she is told", () => {
  const [me, other] = [telegram(999, "Anna Example"), telegram(111, "Tee")];
  expect(asked(by(me, other), by(other, me))).toEqual({ whose: ["hers", "other"], told: ["user999 hers 1 counts"] });
});

test("of two accounts that show her name neither is hers until she says which, and what she sent is not known", () => {
  const drafts = [by(telegram(999, "Anna Example"), telegram(111, "Tee")), by(telegram(444, "ANNA  example"), telegram(111, "Tee"))];
  expect(asked(...drafts)).toEqual({ whose: ["other", "other"], told: ["user444 hers 1", "user999 hers 1"] });
  expect(isHerSideKnown(makeTimeline(drafts), anna)).toBe(false);
  const stated = { ...anna, me: persona("anna example", "user999") };
  expect(makeTimeline(drafts).acts.map(createWhose(stated))).toEqual(["hers", "other"]);
});

test("a new mail address under her name, beside a chat that has her by name, is not her", () => {
  const drafts = [by(called("Anna Example"), called("Terry Quill")), by(mail("burner@example.net", "Anna Example"), mail("anna@example.org", "Anna Example"))]; // prettier-ignore
  expect(asked(...drafts)).toEqual({ whose: ["hers", "other"], told: ["burner@example.net hers 1"] });
});

test("a mailbox in which somebody writes to her under her name has two addresses of that name", () => {
  const drafts = [by(mail("burner@example.net", "Anna Example"), mail("anna@example.org", "Anna Example"))];
  expect(asked(...drafts)).toEqual({ whose: ["other"], told: ["burner@example.net hers 1"] });
});

test("a number that is saved under her name and writes to her phone is not her; one saved under theirs is theirs by her address book", () => {
  const drafts = [by(saved("+447700900057", "Anna Example"), owner), by(saved("+447700900142", "Terry Quill"), owner)];
  expect(asked(...drafts)).toEqual({ whose: ["other", "theirs as the record shows"], told: ["+447700900057 hers 1"] });
  expect(isHerSideKnown(makeTimeline(drafts), anna)).toBe(true);
});

test("an address that shows their name is theirs where nobody else has the name, and else nobody's until she says", () => {
  const theirs = mail("terry@quill.example", "Terry Quill");
  const me = mail("anna@example.org", "A. Example");
  expect(asked(by(theirs, me))).toEqual({ whose: ["theirs as the record shows"], told: ["terry@quill.example theirs 1 counts"] });
  expect(asked(by(theirs, me), by(called("Terry Quill"), called("Anna Example")))).toEqual({
    whose: ["other", "theirs as the record shows"],
    told: ["terry@quill.example theirs 1"],
  });
});

test("what she marked one by one is not asked about, and an account that only receives is never counted nor told", () => {
  const timeline = makeTimeline([
    by(telegram(444, "Anna Example"), telegram(111, "Tee")),
    by(telegram(111, "Tee"), telegram(999, "Anna Example")),
  ]);
  const marks = timeline.acts.slice(0, 1).map(({ id }) => ({ act: id, whose: "other" as const }));
  expect(shownNames(timeline, { ...anna, marks })).toEqual([]);
  expect(createNamedTo(anna)(telegram(999, "Anna Example"))).toBe("hers");
});

test("an account that was taken for stated stands in the statement that a pack carries, so that it is read the same again", () => {
  const stated = makeStatement({
    me: { ...persona("anna example"), normalsByName: new Map([["Anna Example", ["anna example"]]]) },
    them: persona("terry quill"),
  });
  const timeline = makeTimeline([by(telegram(999, "Anna Example"), telegram(111, "Tee"))]);
  expect(documentOf(withLoneNames(stated, shownNames(timeline, stated))).me.names).toEqual(["Anna Example", "user999"]);
  // A whole Telegram export says of its owner the digits alone, which would be read again as a telephone number.
  const owned = makeTimeline([by({ kind: "id", wrote: "999", normal: "telegram:999", name: "Anna Example" }, telegram(111, "Tee"))]);
  expect(documentOf(withLoneNames(stated, shownNames(owned, stated))).me.names).toEqual(["Anna Example", "telegram:999"]);
});

test("whoever gives an account her name with a sign that nobody sees is not her: their threat is none of her words until she says", () => {
  const bare = (wrote: string): Identity => ({ kind: "name", wrote, normal: nameForm(wrote) });
  const [her, twin, his] = [bare("Orla Finch"), bare("Orla Finch\u200B"), bare("Garth Pell")];
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", from: her, to: [his, twin] },
    { at: "2026-03-03 10:01", from: twin, to: [his, her] },
    { at: "2026-03-03 10:02", from: his, to: [her, twin] },
  ]);
  const stated = { me: persona("Orla Finch", "orla finch"), them: persona("garth pell") };
  const whose = createWhose(stated);
  expect(timeline.acts.map(whose)).toEqual(["hers", "other", "theirs as the record shows"]);
  expect(shownNames(timeline, makeStatement(stated))).toMatchObject([
    { whose: "hers", identity: twin, acts: 1, isToHer: true, isAlone: false },
  ]);
  const said = { me: stated.me, them: persona("garth pell", twin.normal) };
  expect(createWhose(said)(timeline.acts[1] ?? expect.fail())).toBe("theirs as the record shows");
  expect(shownNames(timeline, makeStatement(said))).toEqual([]);
});
