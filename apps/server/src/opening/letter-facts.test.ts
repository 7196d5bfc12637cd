import { expect, test } from "vitest";
import { foldReport, type ReportState } from "@unmask/case";
import { type Instant, parseInstant, parseSha256 } from "@unmask/core";
import { type Letter, type LetterFields, parseLetterFile } from "@unmask/submission";
import { dangerLines } from "../desk/danger-told.ts";
import { previewFacts } from "../desk/report-words.ts";
import { firstFacts, lostFacts } from "../desk/said-words.ts";
import { receivedOf } from "./letter-facts.ts";

/** What she says on a contact sheet and a cover stands whole at the desk (docs/formats/cover.md). */

const came = must(parseInstant(Date.UTC(2026, 10, 27, 17, 51)));

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("an example is not what it should be");
  return value;
}

function stateOf(file: object): ReportState {
  const fields = parseLetterFile(JSON.stringify(file));
  if (!fields.ok) throw new Error(fields.error);
  return received(letterOf(fields.value), came);
}

function letterOf(fields: LetterFields): Letter {
  return {
    ...fields,
    letter: "00112233445566778899aabbccddeeff",
    force: "00112233445566778899aabbccddeeff",
    kind: "report",
    written: { year: 2026, month: 11, day: 27, hour: 17, minute: 50 },
    mailbox: { recipient: "age1", lookup: must(parseSha256("0".repeat(64))) },
    packs: [],
  };
}

function received(letter: Letter, at: Instant): ReportState {
  const body = receivedOf(letter, { isStray: false, isOfAnother: false });
  const stream = { of: "report", id: "R-5" } as const;
  return foldReport("R-5", [{ stream, number: 1, happened: at, recorded: at, by: "desk", kind: "report-received", body }]);
}

const factsOf = (state: ReportState): readonly string[] =>
  [...firstFacts(state, (id) => id), ...previewFacts(state, (id) => id)].map(
    ({ label, strong = "", says = "", lines = [] }) =>
      `${label}: ${strong} ${[says, ...lines.map((one) => `${one.label ?? ""}: ${one.says}`)].filter((one) => one !== "").join("; ")}`,
  );
const reachOf = (state: ReportState): string => factsOf(state).find((one) => one.startsWith("Safe contact")) ?? "";

const sheet = {
  filledIn: "2026-11-27T02:20",
  reach: { by: "text", at: "07700 900412" },
  hours: [
    { is: "safe", weekdays: ["monday", "tuesday"], from: "09:00", until: "16:00" },
    { is: "never", weekdays: ["saturday"], from: "18:00", until: "02:00" },
  ],
  firstWords: { says: "Your books are in." },
  codeWords: { safe: "Which branch?", stop: "Wrong number, sorry" },
  wrongVoice: { says: "Ask for the library." },
  never: ["No voicemail.", "Never e-mail."],
  why: { says: "He reads my mail." },
  instead: [{ who: "Aunt Jo", at: "07700 900413", when: "after 18:00", says: "not to be told where I sleep" }],
  emergency: { says: "Flat 2, 9 Mill Lane" },
  speak: { language: { says: "English" }, interpreter: "none", hearing: { says: "deaf in left ear" }, officer: { says: "a woman" } },
  hear: [{ what: "if he is let out", when: "at once" }],
};

test("her contact sheet stands whole in the first row, and nothing that she answered is told as not asked", () => {
  const first = reachOf(stateOf({ contact: sheet }));
  for (const said of [
    "Safe contact: text, 07700 900412",
    "Safe: Monday and Tuesday between 09:00 and 16:00",
    "Never: Saturday between 18:00 and 24:00, Sunday between 00:00 and 02:00",
    "No voicemail. Never e-mail.",
    "Say first: “Your books are in.”",
    "The person answers, when it is safe: “Which branch?”",
    "when it is not: stop: “Wrong number, sorry”",
    "Ask for the library.",
    "He reads my mail.",
    "Aunt Jo, 07700 900413, after 18:00, not to be told where I sleep",
    "Flat 2, 9 Mill Lane",
    "English",
    "Interpreter: none",
    "deaf in left ear",
    "a woman",
    "if he is let out, at once",
  ])
    expect(first).toContain(said);
  expect(first.replace("Every other hour was not asked about", "")).not.toContain("not asked");
});

test("a voicemail of which she writes a line, and a way that is none of ours, stand as she wrote them; what nobody asked is told so", () => {
  const first = reachOf(stateOf({ contact: { channel: "by pigeon", address: "leila@example.org", voicemail: "never, he listens" } }));
  expect(first).toBe("Safe contact: by pigeon, leila@example.org Voicemail: “never, he listens”; Hours: not asked; Say first: not asked");
});

test("a contact sheet that came as a file of its own is told as that, and nobody reads that no safe way was said", () => {
  const state = stateOf({ account: "He waits." });
  const sha256 = must(parseSha256("0".repeat(64)));
  const page = {
    letter: "00112233445566778899aabbccddeeff",
    pack: 0,
    sha256,
    fate: "marked",
    reason: "page",
    overall: "not-verified",
  } as const;
  const facts = factsOf({ ...state, packs: [page] });
  expect(facts).toContainEqual(expect.stringMatching(/^Safe contact: it came as a page sealed alone most likely the contact sheet/));
  expect(facts).toContain("Packs:  1 of 1 here; 1 of them a page sealed alone, most likely the contact sheet");
});

test("none and not known are answers of their own", () => {
  const first = reachOf(stateOf({ contact: { filledIn: "2026-11-27T02:20", reach: "not known", hours: "none", firstWords: "none" } }));
  expect(first).toBe("Safe contact: way not known Voicemail: not asked; Hours: no hour is safe; Said first: none");
});

test("what she says of danger stands with her words and the minute of the answer", () => {
  const yes = stateOf({ danger: { answer: "yes", asked: "2026-11-27T03:01", says: "He has my keys" } });
  expect(dangerLines([yes], yes.report, String)[0]?.says).toBe(
    "Danger now, said in the letter. In danger now, said 27 Nov 2026 03:01: “He has my keys”",
  );
  const afraid = stateOf({ danger: { answer: "afraid", asked: "2026-11-27T02:11", says: "He will come back on Sunday." } });
  expect(dangerLines([afraid], afraid.report, String)).toEqual([]);
  expect(factsOf(afraid)[0]).toBe(
    "Danger, as it was said:  Not in danger this minute, but afraid, said 27 Nov 2026 02:11: “He will come back on Sunday.”",
  );
});

test("every other answer of the cover stands as she said it", () => {
  const facts = factsOf(
    stateOf({
      relationship: { says: "my mum's ex" },
      since: "2026-04",
      feared: [{ day: "2026-09-29", answer: "yes", says: "I thought he would hit me" }],
      earlier: [{ says: "999 call", day: "2026-08-30", reference: "not known" }],
      orders: [
        { kind: "order", says: "non-molestation", from: "2026-09-01", until: "2027-03-01", reference: { says: "NN26F00123" } },
        { kind: "bail", says: "not to contact me", until: "none" },
      ],
      changed: [{ area: "sleep", says: "I sleep in my clothes", since: "2026-09" }],
      asks: ["That a Stalking Protection Order is considered."],
      helps: "none",
    }),
  );
  const ofCover = facts.filter((one) => !/^(Danger|Safe contact|Reports|Tried|With):/.test(one));
  // What whoever goes there or rings must not scroll for stands first.
  expect(ofCover).toEqual([
    "Orders and bail:  order: non-molestation, from 1 Sep 2026, until 1 Mar 2027, reference NN26F00123; bail: not to contact me, without an end",
    "Feared violence:  29 Sep 2026: yes: “I thought he would hit me”",
    "Asks for:  That a Stalking Protection Order is considered.",
    "To one another:  my mum's ex",
    "Goes on since:  Apr 2026",
    "Reported before:  999 call, on 30 Aug 2026, reference not known",
    "Changed:  sleep: I sleep in my clothes, since Sep 2026",
    "Who helps:  none",
  ]);
});

test("what is lost first is told from her own words, nearest first; what has no day is to be asked today", () => {
  const kept = { days: 30, by: "her" };
  const state = stateOf({
    lost: [
      { what: "bus", first: "2026-11-20" },
      { what: "shop", first: "2026-10-01", kept },
      { what: "doorbell opposite", where: { says: "No 12" }, first: "2026-11-10", last: "2026-11-25", kept },
    ],
  });
  expect(lostFacts([state], "2026-11-27").map(({ label, strong = "" }) => `${label}: ${strong}`)).toEqual([
    "doorbell opposite, at No 12, shows 10 Nov 2026 to 25 Nov 2026, kept 30 days, the person’s word, all of it gone on 25 Dec 2026: first of it lost on 10 Dec 2026",
    "bus, shows 20 Nov 2026, how long it is kept is not known: ask today: the day of loss is not known",
    "shop, shows 1 Oct 2026, kept 30 days, the person’s word, all of it gone on 31 Oct 2026: first of it past on 31 Oct 2026",
  ]);
  expect(lostFacts([stateOf({ account: "He waits." })], "2026-11-27")).toEqual([]);
});
