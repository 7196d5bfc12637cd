import { type Identity, type Notice, type ShownName, type Statement, withheld } from "@unmask/core";
import type { BlockInFiles, ChatWithoutHer } from "@unmask/corridor";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, rFirst, rHandle, shaOf, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { newAccountsActs, newAccountsStatement } from "../../../fixtures/timelines/new-accounts.ts";
import {
  sayBlocks,
  sayChatsWithoutHer,
  sayMailboxes,
  sayNamedInWords,
  sayNamesWithoutAct,
  sayNoStop,
  saySharedNames,
  sayShownNames,
  saySuggestions,
} from "./suggestions.ts";

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
    "  +447700900500 began 3 days after the block and sent 15 of the same texts. The same person? 20 texts, 5 March 2026 to 8 March 2026. If you are sure: --them=+447700900500  If it is perhaps so: --perhaps=+447700900500  If it is somebody else: --other=+447700900500",
  );
  const all = lines.join("\n");
  for (const n of Array.from({ length: 10 }, (_, i) => i)) expect(all.split(`--them=+44770090050${n} `)).toHaveLength(2);
});

test("a name that she typed in her diary is told before the report is made, with whose it can be and what to type", () => {
  const draft = { at: "2026-05-20 20:00", kind: "damage", channel: "in-person", grade: "own-account", text: "fire" } as const;
  const typedBy = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
  const timeline = makeTimeline(["Karl", "me", "Neil"].map((wrote) => ({ ...draft, from: typedBy(wrote) })));
  const statement = makeStatement({ them: { label: "Karl Voss", normals: new Set(["karl voss"]) } });
  const asked = (wrote: string): string | undefined => linesFor(timeline, statement).find((line) => line.startsWith(`  “${wrote}”`));
  expect(linesFor(timeline, statement)[0]).toMatch(
    /^3 acts by 3 typed names that were not stated could be theirs or yours: in no number yet\./,
  );
  expect(asked("Karl")).toMatch(
    /The same person\? If you are sure: --them=Karl {2}If it is perhaps so: --perhaps=Karl {2}If it is somebody else: --other=Karl$/,
  );
  expect(asked("me")).toMatch(/Is that you\? If it is you: --me=me {2}If it is somebody else: --other=me$/);
  expect(asked("Neil")).toMatch(/--them=Neil .*--perhaps=Neil .*--me=Neil {2}If it is somebody else: --other=Neil$/);
});

test("numbers that nobody named and that say the same as one another are one question, with one option for each number", () => {
  const by = (n: number): readonly ActDraft[] =>
    ["I know what the dog is called", "you should lock the side gate"].map((text, i) => ({
      at: `2026-09-1${i} 04:00`, text, from: { kind: "phone", wrote: `+44770090060${n}`, normal: `+44770090060${n}` },
    })); // prettier-ignore
  const lines = linesFor(makeTimeline([{ at: "2026-03-03 10:00" }, ...by(1), ...by(2)]), makeStatement());
  expect(lines).toEqual([
    "4 acts by 2 accounts that were not named could be theirs: in no number yet. Only you can say; nothing was joined.",
    "  2 numbers and accounts that nobody named sent the same texts as one another. Whose? 4 texts, 10 September 2026 to 11 September 2026. If you are sure of all: --them=+447700900601 --them=+447700900602  Perhaps theirs, or somebody else’s: the same with --perhaps or --other.",
  ]);
});

test("sixty numbers with the same sign are one question with each number once; five are five, each with its texts, its days and its latest words", () => {
  const number = (n: number): Identity => ({ kind: "phone", wrote: `+4477009006${n}`, normal: `+4477009006${n}` });
  const threats = (count: number): readonly ActDraft[] => [
    { at: "2026-03-03 10:00" },
    ...Array.from({ length: count }, (_, n) => n + 10).flatMap((n): readonly ActDraft[] => [
      { at: `2026-05-01 10:${n - 10}`, from: number(n), text: "are you there" },
      { at: `2026-05-02 10:${n - 10}`, from: number(n), text: `I will kill you ${n}` },
    ]),
  ];
  const few = linesFor(makeTimeline(threats(5)), makeStatement());
  expect(few).toHaveLength(6);
  expect(few[1]).toBe(
    "  +447700900610 sent words of a threat. The same person? 2 texts, 1 May 2026 to 2 May 2026; the latest such words, on 2 May 2026: “I will kill you 10”. If you are sure: --them=+447700900610  If it is perhaps so: --perhaps=+447700900610  If it is somebody else: --other=+447700900610",
  );
  const [, line = "", ...more] = linesFor(makeTimeline(threats(60)), makeStatement());
  expect(more).toEqual([]);
  expect(line).toMatch(
    /^ {2}60 numbers and accounts, each of which sent words of a threat: whose\? 120 texts, 1 May 2026 to 2 May 2026; the latest such words, on 2 May 2026, by \+447700900669: “I will kill you 69”\. If you are sure of all: --them=\+447700900610 /,
  );
  expect(line).toMatch(/the same with --perhaps or --other\. {2}Each by itself, with its acts: unmask pattern --json\.$/);
  for (let n = 10; n < 70; n++) expect(line.split(`--them=+4477009006${n} `)).toHaveLength(2);
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
  const acts = newAccountsActs({ seed: 3, accounts: 120, actsOfEach: 15, strangers: 0, actsOfStranger: 0 }).map((act) =>
    act.from.wrote.startsWith("+4477009005") || act.from.wrote.startsWith("+4477009006")
      ? { ...act, from: { ...act.from, name: `Shop ${act.from.normal}` } }
      : act,
  );
  const lines = linesFor(timelineOf(acts), newAccountsStatement);
  expect(lines).toHaveLength(102);
  expect(lines[101]).toBe("  And 20 more: unmask pattern --json lists them all.");
});

const shownAs = (wrote: string, acts: number, more: Partial<ShownName> = {}): ShownName => ({
  whose: "hers",
  identity: { kind: "email", wrote, normal: wrote, name: "Anna Example" },
  acts,
  isToHer: false,
  isAlone: false,
  ...more,
});

function linesForShown(...shown: readonly ShownName[]): readonly string[] {
  const lines: string[] = [];
  sayShownNames(shown, { say: (line) => void lines.push(line) });
  return lines;
}

test("accounts that show her name and were not named are told with how much they did and what to type; nothing is said where there are none", () => {
  expect(linesForShown()).toEqual([]);
  expect(linesForShown(shownAs("a@example.org", 15), shownAs("b@example.net", 1))).toEqual([
    "2 accounts show the name Anna Example but were not named by you: counted for nobody until you say whose. Anybody can choose that name.",
    "  a@example.org (15 acts). If it is yours: --me=a@example.org  If it is theirs: --them=a@example.org  Perhaps: --perhaps=a@example.org  If it is somebody else’s: --other=a@example.org",
    "  b@example.net (1 act). If it is yours: --me=b@example.net  If it is theirs: --them=b@example.net  Perhaps: --perhaps=b@example.net  If it is somebody else’s: --other=b@example.net",
  ]);
});

test("one that counts because it alone shows the name is told as well", () => {
  expect(linesForShown(shownAs("a@example.org", 15, { isAlone: true }))).toEqual([
    "Counted as --me because it alone shows the name Anna Example: a@example.org (15 acts). If that is right: --me=a@example.org, and you are not told again  If it is theirs: --them=a@example.org  Perhaps theirs: --perhaps=a@example.org  If it is somebody else’s: --other=a@example.org",
  ]);
});

test("of a name that two numbers are saved under, both are told with their acts and what to type", () => {
  const saved = (normal: string): Identity => ({ kind: "phone", wrote: normal, normal, name: "Sam" });
  const acts = makeTimeline([{ at: "2026-07-01 10:00" }]).acts;
  const lines: string[] = [];
  const numbers = ["+447700900701", "+447700900702"].map((normal) => ({ identity: saved(normal), acts }));
  saySharedNames([{ name: "Sam", whose: "theirs", numbers }], { say: (line) => void lines.push(line) });
  expect(lines).toEqual([
    "2 numbers are saved as “Sam”, and each counts as theirs until you say: +447700900701 (1 act), +447700900702 (1 act). If all are one person’s: --them=+447700900701 --them=+447700900702  If one is somebody else’s: --other=+447700900701 or --other=+447700900702",
  ]);
});

test("of a row of her diary with nobody in the column and his name in the words, the day, the words and what to type are told", () => {
  const row = { at: "2026-08-03 22:00", kind: "entry", channel: "in-person", grade: "own-account", from: withheld, to: [] } as const;
  const timeline = makeTimeline([{ ...row, text: "Neil kicked in the back door.", id: "csv-9dfa44c581556b260e3c18c54fe55e2a-1" }]);
  const statement = makeStatement({ them: { label: "Neil", normals: new Set(["neil"]) } });
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  sayNamedInWords(timeline, statement, { say });
  const id = "csv-9dfa44c581556b260e3c18c54fe55e2a-1";
  expect(lines).toEqual([
    "1 row that you wrote down names Neil in the words and nobody as who did it: in no number yet. Whose?",
    `  3 August 2026, 22:00: “Neil kicked in the back door.” If you are sure it was them: --them=${id}  If it is perhaps so: --perhaps=${id}  If it was somebody else: --other=${id}`,
  ]);
  const [act] = timeline.acts;
  if (!act) throw new Error("no act");
  lines.length = 0;
  sayNamedInWords(timeline, { ...statement, marks: [{ act: act.id, whose: "theirs" }] }, { say });
  expect(lines).toEqual([]);
});

test("an account of which somebody chose the address cannot become a command", () => {
  expect(linesForShown(shownAs("x'; rm -r ~ #@example.org", 1)).join("\n")).toContain(`--them='x'\\''; rm -r ~ #@example.org'`);
});

function linesForBlocks(
  ...blocks: readonly (Partial<ActDraft> & { readonly unblocked?: Notice; readonly isStated?: boolean })[]
): readonly string[] {
  const lines: string[] = [];
  const found = blocks.flatMap(({ unblocked, ...draft }): readonly BlockInFiles[] => {
    const block = { at: "2026-03-14 09:05", kind: "block", channel: "whatsapp", from: maya, to: [rFirst], id: "w-1-1", ...draft } as const;
    const [act] = makeTimeline([block]).acts;
    const [blocked] = block.to;
    return act && blocked ? [{ act, blocked, ...(unblocked ? { unblocked } : {}) }] : [];
  });
  sayBlocks(found, makeStatement().zone, { say: (line) => void lines.push(line) });
  return lines;
}

test("a block that her own files hold is asked about with its day and the option to type; nothing is said where there is none", () => {
  expect(linesForBlocks()).toEqual([]);
  expect(linesForBlocks({})).toEqual([
    "Your WhatsApp says that you blocked 07700 900142 (R) on 14 March 2026. If that was so: --blocked=w-1-1",
    "  Only you can say: it counts as a stop of yours once you have. If it was not so: --not-this with the same id, and you are not asked again.",
  ]);
  expect(linesForBlocks({ channel: "phone", or: ["2026-04-03 09:05"] })[0]).toBe(
    "A file of yours says that you blocked 07700 900142 (R) on 14 March 2026 or 3 April 2026. If that was so: --blocked=w-1-1",
  );
});

test("that the same file says later that she took the block back is told with it", () => {
  const unblocked: Notice = { says: "unblock notice", source: { sha256: shaOf("a"), name: "a", start: 9, end: 12 } };
  const covers = { until: 1_773_997_200_000 as NonNullable<Notice["covers"]>["until"] & number };
  expect(linesForBlocks({ unblocked })[0]).toMatch(
    /on 14 March 2026, and further down that you unblocked them\. If that was so: --blocked=w-1-1 {2}What came after the unblocking is counted as well\.$/,
  );
  expect(linesForBlocks({ unblocked: { ...unblocked, covers } })[0]).toMatch(
    /, and on 20 March 2026 that you unblocked them\. If .*What came after the unblocking is counted as well; how many came while the block held is said beside it\.$/,
  );
});

test("a thousand blocks do not fill the terminal, and an account with a crafted name stays one line", () => {
  const lines = linesForBlocks(...Array.from({ length: 130 }, () => ({ to: [{ ...rHandle, wrote: "a\n\u001b[2Kb" }] })));
  expect(lines).toHaveLength(102);
  expect(lines.at(-2)).toBe("  And 30 more.");
  expect(lines[0]).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test("once all is answered and no stop was stated she is asked for it, with her messages that read so; not where she stated one or said that there was none", () => {
  const hers = (at: string, text: string): ActDraft => ({ at, from: maya, to: [rFirst], text });
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00" },
    hers("2026-03-04 10:00", "R. leave me alone"),
    hers("2026-03-05 10:00", "ok x"),
  ]);
  const asked = (statement: Statement, some = timeline): readonly string[] => {
    const lines: string[] = [];
    sayNoStop(some, statement, { say: (line) => void lines.push(line) });
    return lines;
  };
  const id = timeline.acts[1]?.id ?? "";
  expect(asked(makeStatement())).toEqual([
    "You have not said whether you told them to stop. If you did: --told-to-stop=DATE or the id of the message. If you did not: --told-to-stop=none  A message of yours that reads so:",
    `  4 March 2026: “R. leave me alone” --told-to-stop=${id}`,
  ]);
  const many = Array.from({ length: 9 }, (_, i) => hers(`2026-03-04 10:0${i}`, "please stop"));
  expect(asked(makeStatement(), makeTimeline([{ at: "2026-03-03 10:00" }, ...many]))).toHaveLength(5);
  expect(asked(makeStatement({ stops: [stopOn("told to stop", "2026-03-04")] }))).toEqual([]);
  expect(asked(makeStatement({ answers: { "told to stop": "none" } }))).toEqual([]);
});

function linesForChats(...found: readonly ChatWithoutHer[]): readonly string[] {
  const lines: string[] = [];
  sayChatsWithoutHer(found, { say: (line) => void lines.push(line) });
  return lines;
}

test("a chat in which nobody is her is told with the names that it holds, ten at most, and what to type; nothing is said where there is none", () => {
  const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
  const [his, hers] = [named("Owen Pike"), named("Hannah Reyes")];
  expect(linesForChats()).toEqual([]);
  expect(linesForChats({ channel: "whatsapp", thread: "Owen ”Pike", senders: [his, hers], open: [hers] })).toEqual([
    "The chat “Owen ’Pike” (WhatsApp) holds nothing by you, as you named yourself. The names in it: Owen Pike, Hannah Reyes. If one of these is you: --me='Hannah Reyes'",
  ]);
  expect(linesForChats({ channel: "messenger", thread: "Sunny Days", senders: [his], open: [his] })).toEqual([
    "The chat “Sunny Days” (Messenger) holds nothing by you, as you named yourself. One name alone writes in it: Owen Pike. If that is them: --them='Owen Pike'  Perhaps: --perhaps='Owen Pike'  If it is you: --me='Owen Pike'  If it is somebody else: --other='Owen Pike'",
  ]);
  const crowd = Array.from({ length: 14 }, (_, i) => named(`N${i}`));
  const [line] = linesForChats({ channel: "telegram", senders: crowd, open: crowd });
  expect(line).toMatch(/^A chat \(Telegram\) holds .*: N0, .*N9, and 4 more\. If one of these is you: --me=N0, .*--me=N9, and 4 more$/);
});

test("the address to which all mail in her files goes is asked about, with what to type", () => {
  const lines: string[] = [];
  const identity: Identity = { kind: "email", wrote: "R.Keane@example.com", normal: "r.keane@example.com" };
  sayMailboxes([{ identity, received: 61, of: 61 }], { say: (line) => void lines.push(line) });
  expect(lines).toEqual([
    "R.Keane@example.com received all 61 mails in your files or in one of them, and you did not say whose it is: what went to it counts as sent to somebody else. If it is yours: --me=r.keane@example.com  If it is theirs: --them=r.keane@example.com  If it is somebody else’s: --other=r.keane@example.com",
  ]);
});

test("of his first name alone, the name in the files that looks like it is told with its acts and what to type, and of a name like none all are", () => {
  const lines: string[] = [];
  const say = (...found: Parameters<typeof sayNamesWithoutAct>[0]): readonly string[] => {
    lines.length = 0;
    sayNamesWithoutAct(found, { say: (line) => void lines.push(line) });
    return [...lines];
  };
  const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
  const pike = { identity: named("Owen Pike"), acts: 120, channels: ["whatsapp", "in-person"] } as const;
  expect(say({ name: "Owen", of: "theirs", isAlike: true, open: [pike] })).toEqual([
    "No act in these files is by Owen. Names that look like it: “Owen Pike” (WhatsApp, in person, 120 acts). If that is who you mean: --them='Owen Pike' If it is somebody else: --other='Owen Pike'",
  ]);
  expect(say({ name: "Owen", of: "perhaps", isAlike: true, open: [pike] })[0]).toMatch(
    / --perhaps='Owen Pike' If it is somebody else: --other='Owen Pike'$/,
  );
  expect(say({ name: "Squeaky", of: "theirs", isAlike: false, open: [] })).toEqual(["No act in these files is by Squeaky."]);
  const crowd = Array.from({ length: 14 }, (_, i) => ({ identity: named(`N${i}`), acts: 1, channels: ["sms"] as const }));
  const [line] = say({ name: "Squeaky", of: "theirs", isAlike: false, open: crowd });
  expect(line).toMatch(/^No act in these files is by Squeaky\. No name in them looks like it\. The names in them: “N0” \(/);
  expect(line).toMatch(/“N9” \([^)]*\), and 4 more\. If one of these is who you mean: --them=N0, .*--them=N9, and 4 more$/);
});
