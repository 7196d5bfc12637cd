import { epoch, later } from "@unmask/core";
import { describe, expect, test } from "vitest";
import type { CaseEvent } from "../event.ts";
import type { Contact } from "../event/shapes.ts";
import { type CaseState, emptyCase } from "../fold/case-state.ts";
import { foldReport } from "../fold/report-state.ts";
import { askedBefore } from "./asked-before.ts";
import { placesSaid } from "./places-said.ts";
import { mayBeOfOne, noticeFor } from "./notice.ts";
import { readThrough } from "./read-through.ts";

const at = { happened: epoch, by: "bell" };
const state: CaseState = {
  ...emptyCase("0506"),
  codeEvents: [{ ...at, number: 4, event: "interviewed", tellings: [] }],
  thread: [
    { ...at, number: 2, from: "her", says: "Can you ask the shop opposite too?", asks: true },
    { ...at, number: 3, from: "her", says: "Thank you.", asks: false },
  ],
};
const contact = { channel: "text", address: "07700 900412", codeWord: "Your books are in.", hours: "Mon to Fri, 9 to 4" } as const;
const good = {
  says: "On Wednesday we spoke to Gary Slade at a police station.\nNothing yet makes him obey that.\nThe shop has no film.\nIf he comes near you, call 999.",
  tells: [4],
  answers: [2],
  nextBy: "2026-10-16",
};
const known: Parameters<typeof readThrough>[2] = {
  contact,
  today: "2026-10-16",
  places: [],
  sheet: [],
  asks: [],
  wrote: [],
  isAcknowledged: true,
};
const wrong = (draft: Partial<typeof good>): readonly string[] =>
  readThrough({ ...good, ...draft }, state, known)
    .filter(({ verdict }) => verdict === "mind")
    .map(({ id, found }) => `${id}: ${found}`);

test("an update that tells, answers and says what comes next is found whole", () => {
  expect(wrong({})).toEqual([]);
});

test("what a text lacks to acknowledge the report is found while that is due, and not afterwards", () => {
  const checked = (says: string, isAcknowledged: boolean) =>
    readThrough({ ...good, says }, state, { ...known, isAcknowledged }).find(({ id }) => id === "acknowledges");
  expect(checked("Ask for DC Bell on 101.", false)).toMatchObject({
    verdict: "mind",
    found: "it lacks the crime reference: 0506, the number of the case, is one",
  });
  expect(checked("Your crime number is 47/2211. Ask for DC Bell on 101.", false)?.verdict).toBe("fits");
  expect(checked("Ask for DC Bell on 101.", true)).toBeUndefined();
});

test("her question that is not answered is found, in her words", () => {
  expect(wrong({ answers: [] })).toEqual(["asked: not answered here: “Can you ask the shop opposite too?”"]);
});

describe("what no program can answer is a question to whoever writes, and no tick", () => {
  const found = (draft: Partial<typeof good>, more: Partial<typeof known> = {}, of: CaseState = state) =>
    Object.fromEntries(
      readThrough({ ...good, ...draft }, of, { ...known, ...more }).map(({ id, verdict, found: says }) => [id, [verdict, says]]),
    );

  test("of what they asked for in a letter, and wrote since anything was sent", () => {
    const [verdict, says] = found({}, { asks: ["That a Stalking Protection Order is considered."], wrote: ["I moved."] })["asked"] ?? [];
    expect(verdict).toBe("ask");
    expect(says).toContain("they asked for: “That a Stalking Protection Order is considered.”");
    expect(says).toContain("they wrote: “I moved.” Does it answer that?");
    expect(found({ answers: [] }, { asks: ["A call."] })["asked"]).toEqual([
      "mind",
      "not answered here: “Can you ask the shop opposite too?”; they asked for: “A call.” Does it say what becomes of that?",
    ]);
    expect(found({})["asked"]).toEqual(["fits", "each open question is ticked as answered"]);
  });

  test("of what happened, where nothing is ticked, and of a sheet that nobody has", () => {
    expect(found({ tells: [] }, {}, emptyCase("0506"))["tells"]?.[0]).toBe("ask");
    expect(found({}, { contact: null })["sheet"]?.[0]).toBe("ask");
    expect(found({})["sheet"]).toEqual(["fits", "none of it was found in these words"]);
  });
});

test("what the person asked and wrote is gathered from letters and answers, and what was answered since is no more", () => {
  const event = { stream: { of: "report", id: "R-1" }, recorded: epoch, by: "desk" } as const;
  const letter = "00112233445566778899aabbccddeeff";
  const events: readonly CaseEvent[] = [
    {
      ...event,
      number: 1,
      happened: epoch,
      kind: "report-received",
      body: {
        letter,
        who: { reporter: "self", about: "adult" },
        anonymous: false,
        danger: "no",
        packs: 0,
        wishes: "Please do not tell my mother.",
        cover: { said: [{ label: "Asks for", says: "That an order is considered." }] },
      },
    },
    {
      ...event,
      number: 2,
      happened: later(epoch, 1),
      kind: "answer-received",
      body: { letter, danger: "unsaid", packs: 0, account: "I moved." },
    },
  ];
  const one = { state: foldReport("R-1", events), events };
  const asks = ["Please do not tell my mother.", "That an order is considered."];
  expect(askedBefore([one], { thread: [] })).toEqual({ asks, wrote: ["I moved."] });
  const sent = { ...at, number: 5, happened: later(epoch, 2), from: "force", says: "We know.", asks: false } as const;
  expect(askedBefore([one], { thread: [sent] })).toEqual({ asks, wrote: [] });
  expect(askedBefore([one], { thread: [{ ...sent, from: "her", says: "I moved." }] })).toEqual({ asks, wrote: [] });
});

test("what she was not told of yet, a missing day and a missing 999 are found", () => {
  expect(wrong({ tells: [] })).toEqual(["tells: not told of: interviewed"]);
  const { nextBy: _, ...without } = good;
  expect(readThrough(without, state, known).find(({ id }) => id === "next")?.verdict).toBe("mind");
  expect(wrong({ says: "We spoke to him." })).toEqual(["emergency: 999 is not named"]);
});

test("a word of her contact sheet is found however it is spaced, and the finding does not repeat it", () => {
  const [found] = wrong({ says: `${good.says} We will text 0770 0900 412.` });
  expect(found).toBe("sheet: the address of the sheet stands in it");
});

test("words of the desk, sections, long sentences and promises are found", () => {
  expect(wrong({ says: "The suspect was seen. Call 999." })).toEqual(["words: a word of the desk: say it as you would to a friend"]);
  expect(wrong({ says: "It is under section 4A. Call 999." })).toEqual(["words: a section number"]);
  expect(wrong({ says: "You are safe now. Call 999." })).toEqual(["words: a promise that nobody can keep"]);
  expect(wrong({ says: `${"word ".repeat(26)}. Call 999.` })).toHaveLength(1);
});

test("words that blame are found, and words that take blame away are not", () => {
  for (const says of [
    "You should have told us sooner.",
    "Why didn’t you ring?",
    "If you had told us, we would have come.",
    "It was your fault.",
  ])
    expect(wrong({ says: `${says} Call 999.` }), says).toEqual(["words: words that blame: say what you do next"]);
  expect(wrong({ says: "It is not your fault. You should hear from us. Call 999." })).toEqual([]);
});

test("a day that is past is no day on which anybody writes again; today is one", () => {
  expect(wrong({ nextBy: "2026-10-15" })).toEqual(["next: that day is past"]);
  expect(wrong({ nextBy: "2026-10-16" })).toEqual([]);
});

describe("where the person is", () => {
  const letter = {
    letter: "0".repeat(32),
    who: { reporter: "self", about: "adult" },
    anonymous: false,
    danger: "no",
    packs: 0,
    place: "14 Mill Lane, Northford",
    contact: { channel: "text", address: "07700 900412", hours: "Come to Flat 2, 9 Hill Road if I do not answer" },
  } as const;
  const event = { stream: { of: "report", id: "R-1" }, number: 1, happened: epoch, recorded: epoch, by: "unmask" } as const;
  const said = placesSaid([{ ...event, kind: "report-received", body: letter }]);
  const found = (says: string): readonly string[] =>
    readThrough({ ...good, says: `${says} Call 999.` }, state, { ...known, ...said })
      .filter(({ verdict }) => verdict === "mind")
      .map(({ found: what }) => what);

  test("is found however it is written, and the finding does not repeat it", () => {
    for (const says of [
      "We come to 14 mill lane.",
      "We come to Mill Lane.",
      "We were in Northford.",
      "We come to Flat 2.",
      "We come to 9 Hill Road.",
    ])
      expect(found(says), says).toEqual(["a place that the person named stands in it"]);
  });

  test("is not found in words that name no place", () => {
    expect(found("We come to you. The mill in the lane is closed. We write on 14 October.")).toEqual([]);
  });
});

test("what is too long for one message is told before it goes", () => {
  expect(wrong({ says: `999. ${"ü. ".repeat(1_198)}.` })).toEqual([]);
  expect(wrong({ says: `999. ${"ü. ".repeat(1_199)}` }).at(-1)).toMatch(/^size/);
});

const by = (one: Contact | null) => ({ contact: one, contactSince: { ...at, number: 1 }, wroteSince: [] });

test("no notice goes by a way that is older than what the person wrote, until that was read for it", () => {
  const wroteSince = [{ ...at, number: 2, says: "I moved. Do not text the old number any more. He has my key." }];
  expect(noticeFor({ ...by(contact), wroteSince })).toMatchObject({ goes: false });
  expect(JSON.stringify(noticeFor({ ...by(contact), wroteSince }))).not.toContain("07700 900412");
  // The same words came to another report of the case; those that are older than the way do not stand against it.
  const newer = wroteSince.map((one) => ({ ...one, happened: later(epoch, 1) }));
  expect(noticeFor(by(contact), [{ wroteSince: newer }])).toMatchObject({ goes: false });
  expect(noticeFor(by(contact), [{ wroteSince }])).toMatchObject({ goes: true });
  // Another report may be of the same person where one gives no name or both give one: what somebody else wrote says nothing of this way.
  const named = (name?: string) =>
    ({ who: { reporter: "self", about: "adult", anonymous: name === undefined, ...(name && { name }) } }) as const;
  expect(["Ruth Ames", "ruth  ames", "Ivo Lane", undefined].map((name) => mayBeOfOne(named("Ruth Ames"), named(name)))).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test("no notice goes by a way that an answer named, until an officer has read it: whoever found the seven words names one too", () => {
  const notice = noticeFor({ ...by(contact), wroteSince: [{ ...at, number: 1, says: "A new phone." }] });
  expect(notice).toMatchObject({ goes: false, why: expect.stringContaining("with the seven words") });
  expect(JSON.stringify(notice)).not.toContain("07700 900412");
});

test("a notice is her own words and nothing else, and without them none goes", () => {
  expect(noticeFor(by(contact))).toEqual({
    goes: true,
    channel: "text",
    address: "07700 900412",
    says: "Your books are in.",
    hours: "Mon to Fri, 9 to 4",
  });
  const { codeWord: _, ...noWords } = contact;
  expect(noticeFor(by(noWords))).toMatchObject({ goes: false });
  expect(noticeFor(by(null))).toMatchObject({ goes: false });
  expect(noticeFor(by({ ...contact, channel: "in-person" }))).toMatchObject({ goes: false });
});
