import type { Identity, Statement } from "@unmask/core";
import { parseSha256 } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeAct, makeTimeline, maya, nadia, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { everybodysTexts, newAccount, newAccountsActs, newAccountsStatement, stranger } from "../../../fixtures/timelines/new-accounts.ts";
import { findAll, suggestIdentities } from "./index.ts";

const fox: Identity = { kind: "handle", wrote: "@quiet.fox.77", normal: "@quiet.fox.77" };
const courier: Identity = { kind: "handle", wrote: "@parcels.example", normal: "@parcels.example" };
const sam: Identity = { kind: "phone", wrote: "07700 900778", normal: "+447700900778", name: "Sam" };
const blocked = makeStatement({ stops: [stopOn("blocked", "2026-04-01")] });
const first = "you will always be the only one for me";
const second = "I know what you did with him last summer";
/** So short that one alone can be chance. */
const short = "I saw your light on again";
const suggest = (drafts: readonly ActDraft[], statement = blocked) => suggestIdentities(makeTimeline(drafts), statement);
const said = (from: Identity, days: readonly string[], texts: readonly string[] = [first, second]): readonly ActDraft[] =>
  texts.map((text, i) => ({ at: `${days[i % days.length] ?? ""} ${String(10 + i)}:00`, from, text }));
const theirs = said(rFirst, ["2026-03-03", "2026-03-04"]);

test("ten accounts that went on after a block are each asked about, with day, figures and reason first", () => {
  const acts = newAccountsActs({ seed: 3, accounts: 10, actsOfEach: 199, strangers: 40, actsOfStranger: 20 });
  const timeline = timelineOf(acts);
  const found = suggestIdentities(timeline, newAccountsStatement);
  expect(found.map(({ identity }) => identity.normal)).toEqual(Array.from({ length: 10 }, (_, i) => newAccount(i).normal));
  expect(found.map(({ acts: count }) => count)).toEqual(found.map(() => 199));
  expect(found[0]?.says).toBe("+447700900500 began 3 days after the block and sent 15 of the same texts. The same person?");
  expect(found[9]?.says).toBe(
    "+447700900509 first stands in the files 39 days after the block and sent 15 of the same texts. The same person?",
  );
  expect(found[0]?.after).toEqual({ kind: "blocked", day: (found[0]?.first ?? 0) - 3, days: 3 });
  const [finding] = findAll(timeline, newAccountsStatement).filter(
    ({ pattern, standing }) => pattern === "identities-as-one" && standing === "count",
  );
  expect(finding?.says).toBe(
    "1,990 acts by 10 accounts that were not named: in no number of theirs. The first: " +
      `${found[0]?.says ?? ""} Only you can say; nothing was joined.`,
  );
});

test("an account that she says is somebody else's is not asked about again, and still shows how common a text is", () => {
  const drafts = [...theirs, ...said(fox, ["2026-04-02", "2026-04-03"])];
  expect(suggest(drafts)).toHaveLength(1);
  const others = { label: "others", normals: new Set([fox.normal]) };
  expect(suggest(drafts, { ...blocked, others })).toEqual([]);
});

const nameOf = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const kester = makeStatement({
  me: { label: "Cass", normals: new Set(["cass"]) },
  them: { label: "Kester", normals: new Set(["kester"]) },
});

test("the first name of her diary does not silence the question about his fuller names, with how many acts each has", () => {
  const drafts: readonly ActDraft[] = [
    { at: "2026-05-09 10:00", from: nameOf("Kester"), kind: "visit", channel: "in-person", grade: "own-account", text: "At the gate." },
    ...["Kester Wynn", "Kester W", "Kestrel Books"].map((wrote) => ({
      at: "2026-05-01 18:31",
      from: nameOf(wrote),
      channel: "messenger" as const,
    })),
    { at: "2026-05-10 10:00", from: { kind: "email", wrote: "kester.wynn@example.org", normal: "kester.wynn@example.org" } },
  ];
  expect(suggest(drafts, kester).map(({ says }) => says)).toEqual([
    "Kester W, 1 act, shares its words with the stated name “Kester”. The same person?",
    "Kester Wynn, 1 act, shares its words with the stated name “Kester”. The same person?",
    "kester.wynn@example.org, 1 act, shares its words with the stated name “Kester”. The same person?",
  ]);
  expect(suggest([...drafts, { at: "2026-05-01 18:30", from: nameOf("Cass Wyndham"), channel: "messenger" }], kester).at(-1)).toMatchObject(
    {
      mayBe: "hers",
      says: "Cass Wyndham, 1 act, shares its words with the stated name “Cass”. Is that you?",
    },
  );
});

test("whoever says that he is them is asked about, however he writes it; whoever speaks of them is not", () => {
  const says = (text: string): boolean =>
    suggest([...theirs, { at: "2026-05-02 10:00", from: { kind: "phone", wrote: "+447700900160", normal: "+447700900160" }, text }], makeStatement({
      them: { label: "Rhys", normals: new Set(["rhys", "+447700900142"]), normalsByName: new Map([["Rhys", ["rhys"]]]) },
    })).some(({ signs }) => signs.some(({ what }) => what === "says name")); // prettier-ignore
  const himself = [
    "its me Rhys", "It’s me, Rhys", "its me Rhys. you cant block everyone", "you know why - Rhys", "Rhys. new number", "Guess who, Rhys x", "me again, Rhys",
    "This is Rhys again", "rhys here", "its Rhys on mums phone",
  ]; // prettier-ignore
  const others = [
    "This is Rhys's mum, ring me love", "It's Rhys I am worried about, not you", "I am Rhys Calder's solicitor, please call",
    "it is Rhys outside, do not open", "I'm Rhys's new girlfriend. He told me to send you this", "its Rhys mum",
  ]; // prettier-ignore
  expect(himself.filter((text) => !says(text))).toEqual([]);
  expect(others.filter(says)).toEqual([]);
});

test("the word “user” of an account number is no tie between two people", () => {
  const statement = makeStatement({
    them: { label: "Rhys", normals: new Set(["rhys", "user502"]), normalsByName: new Map([["Rhys", ["rhys"]], ["user502", ["user502"]]]) },
  }); // prettier-ignore
  expect(suggest([{ at: "2026-05-02 10:00", from: nameOf("Facebook user"), channel: "messenger" }], statement)).toEqual([]);
});

test("a nickname in her diary is asked about by what is written beside it, also where another row is by his name; what somebody told is not", () => {
  const row = (wrote: string, text: string): ActDraft => ({
    at: "2026-05-09 10:00", from: nameOf(wrote), kind: "other", channel: "in-person", grade: "own-account", text,
  }); // prettier-ignore
  const rows = [
    row("Kester", "Sat in his van outside"), row("The Knob", "Shouted through the letterbox"), row("dont know", "Brake cable cut"),
    row("him/mate?", "Two men in a van"), row("Gwen Boss", "said a man rang work"), row("support worker", "Typed by Ann for Cass"),
  ]; // prettier-ignore
  expect(suggest(rows, kester).map(({ identity }) => identity.wrote).sort()).toEqual(["The Knob", "dont know", "him/mate?"]); // prettier-ignore
});

test("her own old phone that went on when he went quiet can be hers or his: she is asked of both", () => {
  const day = (date: string, from: Identity): readonly ActDraft[] => ["10", "11", "12"].map((hour) => ({ at: `${date} ${hour}:00`, from }));
  const old: Identity = { kind: "name", wrote: "Cass old phone", normal: "cass old phone" };
  const drafts = [...day("2026-05-01", nameOf("Kester")), ...day("2026-05-04", old)].map((draft) => ({
    ...draft,
    channel: "whatsapp" as const,
  }));
  expect(suggest(drafts, kester).at(-1)).toMatchObject({
    mayBe: "either",
    says: "Cass old phone, 3 acts, began within a week after Kester stopped and shares its words with the stated name “Cass”. Is that you, or them?",
  });
});

test("an account with his surname and first letter is asked about; a contact that she saved, a name of hers too, and a stranger are not", () => {
  const named = (me: string): Statement =>
    makeStatement({
      me: { label: me, normals: new Set([me.toLowerCase()]) },
      them: { label: "Kester Wynn", normals: new Set(["kester wynn"]) },
    });
  const saved: Identity = { kind: "phone", wrote: "+447700900455", normal: "+447700900455", name: "Maureen Wynn" };
  const drafts: readonly ActDraft[] = [
    { at: "2026-05-01 10:00", from: nameOf("Kester Wynn") },
    { at: "2026-05-02 10:00", from: saved },
    { at: "2026-05-03 10:00", from: nameOf("K Wynn") },
    { at: "2026-05-04 10:00", from: nameOf("Wynn Repairs") },
    { at: "2026-05-05 10:00", from: nameOf("K Lane") },
  ];
  expect(suggest(drafts, named("Soraya Pike")).map(({ identity }) => identity.wrote)).toEqual(["K Wynn", "Wynn Repairs"]);
  expect(suggest(drafts, named("Soraya Wynn")).map(({ identity }) => identity.wrote)).toEqual(["K Wynn"]);
});

test("what she typed as “Neil?” is asked about as perhaps his, never as certain", () => {
  const drafts: readonly ActDraft[] = ["Neil", "Neil?"].map((wrote) => ({
    at: "2026-05-09 10:00", from: nameOf(wrote), kind: "following", channel: "in-person", grade: "own-account", text: "A car.",
  })); // prettier-ignore
  const neil = makeStatement({ them: { label: "Neil", normals: new Set(["neil"]) } });
  expect(suggest(drafts, neil)).toMatchObject([{ identity: { wrote: "Neil?" }, mayBe: "theirs", isDoubted: true }]);
});

test("the more accounts there are, the more are found", () => {
  for (const accounts of [1, 2, 3, 40]) {
    const acts = newAccountsActs({ seed: accounts, accounts, actsOfEach: 16, strangers: 30, actsOfStranger: 6 });
    expect(suggestIdentities(timelineOf(acts), newAccountsStatement)).toHaveLength(accounts);
    const noStop = { ...newAccountsStatement, stops: [] };
    expect(suggestIdentities(timelineOf(acts), noStop)).toHaveLength(accounts);
  }
});

test("a greeting and a notice that many strangers send tie none of them", () => {
  const acts = newAccountsActs({ seed: 5, accounts: 0, actsOfEach: 0, strangers: 40, actsOfStranger: everybodysTexts.length });
  expect(suggestIdentities(timelineOf(acts), newAccountsStatement)).toEqual([]);
});

test("he cannot tie a stranger to himself by sending what other people had sent before", () => {
  const notices = [
    "Your parcel 4 is with the driver now",
    "Sign for it at the door between 9 and 11",
    "Rate us how did we do today please",
  ];
  const copied = [
    ...said(courier, ["2026-02-01"], notices),
    ...said(rFirst, ["2026-03-01"], notices),
    ...said(fox, ["2026-04-03"], notices),
  ];
  expect(suggest(copied)).toEqual([]);
  expect(suggest(copied, makeStatement())).toEqual([]);
  // Nor a stranger who wrote to her before he copied the words.
  expect(suggest([...said(fox, ["2026-04-03"]), ...said(rFirst, ["2026-04-05", "2026-04-06"])])).toEqual([]);
  // Nor what came in the same minute: which was first is not known.
  expect(suggest([...said(fox, ["2026-04-03"]), ...said(rFirst, ["2026-04-03"])])).toEqual([]);
});

test("a text that two people sent who had written before the block is everybody's; of one it can be chance", () => {
  const again = said(fox, ["2026-05-03"]);
  const known = (from: Identity): readonly ActDraft[] => [{ at: "2026-02-01 10:00", from }, ...said(from, ["2026-05-20"])];
  expect(suggest([...theirs, ...again, ...known(nadia), ...known(sam)])).toEqual([]);
  expect(
    suggest([...theirs, ...again, { at: "2026-02-01 10:00", from: nadia }, { at: "2026-05-20 10:00", from: nadia, text: first }]),
  ).toHaveLength(1);
});

test("an account that was there before the block hides no text by sending many of their long ones", () => {
  const many = Array.from({ length: 6 }, (_, i) => `I have waited ${i} nights by your door and I will wait again`);
  const hidden: readonly Identity[] = [sam, nadia];
  const drafts = [
    ...said(rFirst, ["2026-03-03"], many),
    ...hidden.flatMap((from) => [{ at: "2026-02-01 10:00", from }, ...said(from, ["2026-03-10"], many)]),
    ...said(fox, ["2026-05-03"], many),
  ];
  expect(suggest(drafts).map(({ identity }) => identity.normal)).toEqual([nadia.normal, sam.normal, fox.normal]);
});

test("points, blanks and marks that nobody sees make no other text", () => {
  const changed = [`You will ALWAYS be\u200b the only one, for me!!`, "I  know what you did with him — last summer…"];
  expect(suggest([...theirs, ...said(fox, ["2026-05-03"], changed)])[0]?.signs).toMatchObject([{ what: "words", count: 2 }]);
  const empty = ["! ! ! ! ! ! ! ! ! ! ! ! ! !", ". . . . . . . . . . . . . . ."];
  expect(suggest([...said(rFirst, ["2026-03-03"], empty), ...said(fox, ["2026-05-03"], empty)])).toEqual([]);
});

test("a beginning soon after a stop and one same text are two signs; later it is one", () => {
  const soon = suggest([...theirs, { at: "2026-04-02 10:00", from: fox, text: first }]);
  expect(soon.map(({ says }) => says)).toEqual([
    "@quiet.fox.77 began 1 day after the block and sent one of the same texts. The same person?",
  ]);
  const sent = { at: "2026-03-05 10:00", from: rFirst, text: short };
  expect(suggest([...theirs, sent, { at: "2026-04-02 10:00", from: fox, text: short }])).toHaveLength(1);
  expect(suggest([...theirs, sent, { at: "2026-04-16 10:00", from: fox, text: short }])).toEqual([]);
  expect(suggest([...theirs, { at: "2026-04-02 10:00", from: fox, text: "hello" }])).toEqual([]);
});

test("a file that begins after the stop with somebody else shows no beginning", () => {
  const cut = (more: readonly ActDraft[]): readonly ActDraft[] => [
    ...theirs,
    { at: "2026-03-05 10:00", from: rFirst, text: short },
    ...more,
    { at: "2026-04-02 10:00", from: fox, text: short, file: "instagram.json" },
  ];
  expect(suggest(cut([]))).toHaveLength(1);
  expect(suggest(cut([{ at: "2026-04-01 23:59", from: nadia, file: "instagram.json" }]))).toHaveLength(1);
  expect(suggest(cut([{ at: "2026-04-02 00:10", from: nadia, file: "instagram.json" }]))).toEqual([]);
});

test("which stop it was is the last one before, in her words for it", () => {
  const statement = makeStatement({ stops: [stopOn("told to stop", "2026-03-20"), stopOn("blocked", "2026-04-20")] });
  const one = suggest([...theirs, { at: "2026-03-22 10:00", from: fox, text: first }], statement);
  expect(one[0]?.says).toContain("began 2 days after you told them to stop");
  const minute = makeStatement({ stops: [{ kind: "blocked", minute: { year: 2026, month: 4, day: 1, hour: 9, minute: 0 } }] });
  expect(suggest([...theirs, { at: "2026-04-01 10:00", from: fox, text: first }], minute)[0]?.says).toContain(
    "began later on the same day as the block",
  );
});

test("a name that they use is a sign, a full one is enough to ask, and one of several people from before is neither", () => {
  const handle = (wrote: string): Identity => ({ kind: "handle", wrote, normal: wrote.toLowerCase() });
  const persona = { label: "R.", normals: new Set([rFirst.normal, "@robin_c", "@northlight_rc"]) };
  const statement = { ...blocked, them: persona };
  const his: readonly ActDraft[] = ["@robin_c", "@northlight_rc"].map((wrote) => ({ at: "2026-03-05 10:00", from: handle(wrote) }));
  const begun = (wrote: string, day: string): readonly ActDraft[] => [...his, { at: `2026-04-${day} 10:00`, from: handle(wrote) }];
  expect(suggest(begun("@Robin.C2", "03"), statement).map(({ says }) => says)).toEqual([
    "@Robin.C2 began 2 days after the block and has the same name but for digits and points. The same person?",
  ]);
  expect(suggest(begun("@Robin.C2", "30"), statement)).toEqual([]);
  expect(suggest(begun("@North_Light.RC2", "30"), statement)).toHaveLength(1);
  const before = ["@northlight.rc", "@northlight-rc"].map((wrote): ActDraft => ({ at: "2026-02-03 10:00", from: handle(wrote) }));
  expect(suggest([...before, ...begun("@North_Light.RC2", "03")], statement)).toEqual([]);
});

test("the hours that they keep are a sign where other people keep others", () => {
  const nights = (month: string, from: Identity, hour: string): readonly ActDraft[] =>
    Array.from({ length: 12 }, (_, i) => ({
      at: `2026-${month}-${String(i + 4).padStart(2, "0")} ${hour}:1${i % 10}`,
      from,
      text: "hello",
    }));
  const his = nights("03", rFirst, "02");
  expect(suggest([...his, ...nights("02", nadia, "14"), ...nights("04", fox, "03")])[0]?.says).toMatch(
    /^@quiet\.fox\.77 began 3 days after the block and was active at the same hours \(\d\d:00 to \d\d:00\)\. The same person\?$/,
  );
  expect(suggest([...his, ...nights("02", nadia, "02"), ...nights("04", fox, "03")])).toEqual([]);
  expect(suggest([...his, ...nights("04", fox, "03")])).toEqual([]);
});

test("the same picture counts by its hash", () => {
  const sha256 = parseSha256("ab".repeat(32));
  const picture = sha256 ? [{ name: "IMG_1.jpg", sha256 }] : [];
  const [one] = suggest([
    ...theirs,
    { at: "2026-03-09 10:00", text: null, attachments: picture },
    { at: "2026-04-03 10:00", from: fox, text: null, attachments: picture },
  ]);
  expect(one?.says).toBe("@quiet.fox.77 began 2 days after the block and sent one of the same files. The same person?");
});

test("whom she named, calls perhaps theirs, or answered for act by act is not asked about again", () => {
  const timeline = makeTimeline([...said(rFirst, ["2026-03-03"], [short, second]), ...said(fox, ["2026-05-03"], [short, second])]);
  const foxActs = timeline.acts.filter(({ from }) => from.normal === fox.normal);
  const persona = { label: "R.", normals: new Set([fox.normal]) };
  expect(suggestIdentities(timeline, blocked)).toHaveLength(1);
  expect(suggestIdentities(timeline, { ...blocked, perhaps: persona })).toEqual([]);
  expect(suggestIdentities(timeline, { ...blocked, them: { label: "R.", normals: new Set([rFirst.normal, fox.normal]) } })).toEqual([]);
  expect(suggestIdentities(timeline, { ...blocked, me: { label: "me", normals: new Set([maya.normal, fox.normal]) } })).toEqual([]);
  for (const whose of ["other", "not known", "perhaps theirs"] as const)
    expect(suggestIdentities(timeline, { ...blocked, marks: foxActs.map(({ id }) => ({ act: id, whose })) })).toEqual([]);
  const notThis = foxActs.slice(1).map(({ id }) => ({ act: id, finding: "identities-as-one" }));
  expect(suggestIdentities(timeline, { ...blocked, notThis })).toEqual([]);
});

test("each suggestion says what else could explain it, and holds no figure but counts of acts, days, texts and files", () => {
  const [one] = suggest([...theirs, ...said(fox, ["2026-04-03"])]);
  expect(one?.couldChange.join(" ")).toMatch(/common phrase.*passed on.*family member.*two hands/);
  expect(Object.keys(one ?? {}).sort()).toEqual(["acts", "after", "couldChange", "first", "identity", "last", "mayBe", "says", "signs"]);
});

test("a stranger from after the block with words of their own is not asked about", () => {
  const acts = newAccountsActs({ seed: 9, accounts: 3, actsOfEach: 20, strangers: 60, actsOfStranger: 30 });
  const found = suggestIdentities(timelineOf(acts), newAccountsStatement).map(({ identity }) => identity.normal);
  expect(found).not.toContain(stranger(1).normal);
  expect(found).toHaveLength(3);
});

test("the camera at the door is nobody's account: one event that she marked as his asks about no other", () => {
  const camera: Identity = { kind: "name", wrote: "Front door camera", normal: "front door camera" };
  const bell = (at: string) => makeAct({ at, from: camera, kind: "visit", channel: "doorbell", file: "bell.csv", text: "Person detected" });
  const seen = bell("2026-04-10 21:00");
  const timeline = timelineOf([makeAct({ at: "2026-03-03 10:00" }), seen, bell("2026-04-11 21:00"), bell("2026-04-12 21:00")]);
  const statement = makeStatement({ stops: [stopOn("blocked", "2026-04-01")], marks: [{ act: seen.id, whose: "theirs" }] });
  expect(suggestIdentities(timeline, statement)).toEqual([]);
  expect(findAll(timeline, statement).filter(({ pattern }) => pattern === "identities-as-one")).toEqual([]);
});

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const karlsCase = makeStatement({
  me: { label: "Tess Lind", normals: new Set(["tess lind"]) },
  them: { label: "Karl Voss", normals: new Set(["karl voss", rFirst.normal]) },
});
const wrote = (from: Identity, text: string, more: Partial<ActDraft> = {}): ActDraft => ({
  at: "2026-05-20 20:00",
  from,
  text,
  kind: "damage",
  channel: "in-person",
  grade: "own-account",
  ...more,
});

test("a first name that she typed in her diary is asked about before any number, though nothing else of theirs is in the files", () => {
  const fire = wrote(named("Karl"), "Karl set fire to the shed while I was in it.");
  const [one, ...others] = suggest([fire], karlsCase);
  expect(one?.says).toBe("“Karl”, typed by you (1 act in person), shares its words with the stated name “Karl Voss”. The same person?");
  expect(one).toMatchObject({ isTyped: true, mayBe: "theirs" });
  expect(others).toEqual([]);
  const drafts = [...theirs, ...said(fox, ["2026-05-03"]), fire];
  const found = suggest(drafts, karlsCase);
  expect(found.map(({ identity }) => identity.wrote)).toEqual(["Karl", "@quiet.fox.77"]);
  const timeline = makeTimeline(drafts);
  const [finding] = findAll(timeline, karlsCase).filter(({ pattern }) => pattern === "identities-as-one");
  expect(finding?.line).toBe("Not yet said: is “Karl”, as you typed it, them? Open too: 2 acts by 1 account that was not named.");
  expect(finding?.says).toContain("1 act by 1 typed name that was not stated and 2 acts by 1 account that was not named: in no number");
});

test("a word for herself and a part of her own name are asked as hers; a stranger's name only where it acted in person", () => {
  const asked = suggest(
    [
      wrote(named("me"), "I went to his house."),
      wrote(named("Tess"), "I rang his mother.", { kind: "call", channel: "phone" }),
      wrote(named("Neil Marsh"), "Left a box at my desk.", { kind: "gift" }),
      wrote(named("Priya"), "She rang to ask how I am.", { kind: "call", channel: "phone" }),
    ],
    karlsCase,
  );
  expect(asked.map(({ identity, mayBe }) => [identity.wrote, mayBe])).toEqual([
    ["Neil Marsh", "either"],
    ["me", "hers"],
    ["Tess", "hers"],
  ]);
  expect(asked[0]?.says).toBe("“Neil Marsh”, typed by you (1 act in person), is not yet said to be anybody’s. The same person?");
  expect(asked[1]?.says).toBe("“me”, typed by you (1 act in person), can be a word for you. Is that you?");
});

test("a name that an app wrote is asked about as an account; none is where she answered for its acts, or where nobody is stated", () => {
  const fire = wrote(named("Karl"), "fire", { id: "t-fire" });
  const [account] = suggest([{ ...fire, grade: "structured-export" }], karlsCase);
  expect(account?.says).toBe("Karl, 1 act, shares its words with the stated name “Karl Voss”. The same person?");
  expect(account?.isTyped).toBeUndefined();
  const marks = makeTimeline([fire]).acts.map(({ id }) => ({ act: id, whose: "other" as const }));
  expect(suggest([fire], { ...karlsCase, marks })).toEqual([]);
  expect(suggest([fire], { ...karlsCase, them: { label: "them", normals: new Set() } })).toEqual([]);
});

const unknown: Identity = { kind: "phone", wrote: "+447700900733", normal: "+447700900733" };

test("a number that nobody named and that sent a threat once is asked about, and so is one that sent a place that she named", () => {
  const asked = (text: string) =>
    suggest([...theirs, { at: "2026-05-20 04:10", from: unknown, text }], makeStatement({ places: ["22 Marl Row"] }));
  expect(asked("I will kill you")[0]?.says).toBe("+447700900733 sent words of a threat. The same person?");
  expect(asked("Number 22, green door. Tonight I come in.")[0]?.says).toBe("+447700900733 sent words of a threat. The same person?");
  expect(asked("nice light in 22 Marl Row")[0]?.says).toBe("+447700900733 sent a place that you named. The same person?");
  expect(asked("Tonight I come home late, save me some soup")).toEqual([]);
});

test("a number that writes that it is him is asked about, and a friend who writes of him is not", () => {
  const statement = { ...makeStatement(), them: { label: "Darragh Quill", normals: new Set(["darragh quill", rFirst.normal]) } };
  const asked = (text: string) => suggest([...theirs, { at: "2026-05-20 04:10", from: unknown, text }], statement);
  expect(asked("Nerys its Darragh on mams phone")[0]?.says).toBe("+447700900733 gives a name of theirs as its own. The same person?");
  expect(asked("It's Darragh Quill")).toHaveLength(1);
  expect(asked("Did Darragh leave you alone? This is Mel")).toEqual([]);
});

test("one text that two accounts of his had sent is enough to ask about a third", () => {
  const both = { ...makeStatement(), them: { label: "them", normals: new Set([rFirst.normal, fox.normal]) } };
  const drafts = [
    { at: "2026-03-03 10:00", from: rFirst, text: short },
    { at: "2026-03-05 10:00", from: fox, text: short },
    { at: "2026-05-20 04:10", from: unknown, text: short },
  ];
  expect(suggest(drafts, both)[0]?.says).toBe("+447700900733 sent one of the same texts. The same person?");
  expect(suggest(drafts.toSpliced(1, 1), both)).toEqual([]);
});

const number = (n: number): Identity => ({
  kind: "phone",
  wrote: `+4477009006${String(n).padStart(2, "0")}`,
  normal: `+4477009006${String(n).padStart(2, "0")}`,
});
const dogs = ["I know what the dog is called", "you should lock the side gate"];
const by = (from: Identity, ...texts: readonly string[]): readonly ActDraft[] =>
  texts.map((text, i) => ({ at: `2026-09-1${i} 04:00`, from, text }));

test("numbers that nobody named and that say the same as one another are one question; a surgery and a friend are not in it", () => {
  const drafts = [
    ...by(rFirst, "Heard about your dog."),
    ...by(number(1), ...dogs),
    ...by(number(2), ...dogs, "soon", "nice dog"),
    ...by(number(3), "soon", "nice dog"),
    ...by(number(4), "Reminder: your appointment is on Monday"),
    ...by(number(5), "Reminder: your appointment is on Monday", "soon"),
    ...by(sam, "nice dog"),
  ];
  const [set, ...more] = suggest(drafts);
  expect(more).toEqual([]);
  expect(set?.says).toBe("2 numbers and accounts that nobody named sent the same texts as one another. Whose?");
  expect([set?.identity, ...(set?.others ?? [])].map((one) => one?.normal)).toEqual([number(1).normal, number(2).normal]);
  expect(set?.acts).toBe(6);
  const others = { label: "others", normals: new Set([number(1).normal, number(2).normal]) };
  expect(suggest(drafts, { ...blocked, others })).toEqual([]);
  expect(suggest([...by(rFirst, "hello"), ...by(number(1), dogs[0] ?? ""), ...by(number(2), dogs[0] ?? "")])).toEqual([]);
});

test("a number that she called by his name is asked about, and a friend to whom she wrote of him is not", () => {
  const statement = { ...makeStatement(), them: { label: "Gil Trask", normals: new Set(["gil trask", rFirst.normal]) } };
  const asked = (text: string, to: Identity = unknown) =>
    suggest(
      [...theirs, { at: "2026-05-20 04:00", from: to, text: "nice dog" }, { at: "2026-05-20 04:10", from: maya, to: [to], text }],
      statement,
    );
  expect(asked("Gil? Is this you? Leave me alone")[0]?.says).toBe(
    "+447700900733 was called by a name of theirs in what you wrote to it. The same person?",
  );
  expect(asked("This is Gil. I know it is.", nameOf("Night Owl"))).toHaveLength(1);
  for (const text of ["Do not tell him! That is Gil", "Gil rang again", "Guess who. Gil."]) expect(asked(text)).toEqual([]);
  expect(asked("Gil? Is this you?", sam)).toEqual([]);
});

test("a new address with two whole sentences of his in a text of its own is asked about, and a friend who answers a mail that holds them is not", () => {
  const his = "I waited by the fountain for four hours. You walked past with a pushchair and pretended.";
  const teller: Identity = { kind: "email", wrote: "truth.teller@example.net", normal: "truth.teller@example.net" };
  const asked = (text: string, ...before: readonly ActDraft[]) =>
    suggest([{ at: "2026-03-03 10:00", text: his }, ...before, { at: "2026-05-20 04:00", from: teller, text }]).map(({ says }) => says);
  expect(asked(`You can’t block a heart. ${his}`)).toEqual([
    "truth.teller@example.net first stands in the files 49 days after the block and sent 2 sentences that they had sent. The same person?",
  ]);
  expect(asked("You can’t block a heart. I waited by the fountain for four hours.")).toEqual([]);
  expect(asked(`How awful!\nOn 20 May 2026 Maya wrote:\n${his}`)).toEqual([]);
  expect(asked(`How awful!\n> ${his}`)).toEqual([]);
  expect(asked(`He wrote: ${his} Unbelievable.`, { at: "2026-05-01 10:00", from: maya, to: [teller], text: `Look. ${his}` })).toEqual([]);
});

test("an account from after the block that she told to stop is asked about, and a friend of many texts is not", () => {
  const told = (more: number) => [
    { at: "2026-05-20 04:00", from: fox, text: "nice dog" },
    ...Array.from({ length: more }, (_, i): ActDraft => ({ at: `2026-05-20 05:0${i}`, from: maya, to: [fox], text: "haha" })),
    { at: "2026-05-20 06:00", from: maya, to: [fox], text: "Leave me alone" },
  ];
  expect(suggest([...theirs, ...told(0)]).map(({ says }) => says)).toEqual([
    "@quiet.fox.77 first stands in the files 49 days after the block and was told to stop by you. The same person?",
  ]);
  expect(suggest([...theirs, ...told(3)])).toEqual([]);
});

test("a common word in two names ties nobody: the library's newsletter is not her reader in the green scarf, and no firm is a person", () => {
  const statement = { ...makeStatement(), perhaps: { label: "perhaps", normals: new Set(["greenscarf_reader", "kit moor"]) } };
  const asked = (name: string, wrote: string) =>
    suggest([...theirs, { at: "2026-05-20 04:00", from: { kind: "email", wrote, normal: wrote, name }, text: "hi" }], statement).length;
  expect(asked("Reader Services", "news@library.example")).toBe(0);
  expect(asked("Night Reader", "night@example.net")).toBe(0);
  expect(asked("Moor Services", "info@moor.example")).toBe(0);
  expect(asked("Greenscarf", "green@example.net")).toBe(1);
  expect(asked("K Moor", "k@example.net")).toBe(1);
});
