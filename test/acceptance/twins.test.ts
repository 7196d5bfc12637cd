import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Act } from "@unmask/core";
import { afterAll, describe, expect, test } from "vitest";
import { createSeeded } from "../../fixtures/timelines/seeded.ts";
import { runUnmask } from "../cli/run-unmask.ts";
import { type Files, handIn, timelineOf, writeFiles } from "./hand-in.ts";

/** One chat exported from an Android phone and from an iPhone is the chat: each message once, whatever the order. */

const said = { zone: "Europe/London" };
const folder = mkdtempSync(join(tmpdir(), "unmask-twins-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What was sent, and how each phone writes what has no words of its own. */
interface Sent {
  /** Seconds from midnight. */
  readonly at: number;
  readonly author: "Sam" | "Jo";
  readonly android: string;
  readonly iphone: string;
}

const missedCall = "\u200EMissed voice call";
const oddities = [
  ["<Media omitted>", "\u200Eimage omitted"],
  ["This message was deleted", "\u200EThis message was deleted."],
  ["two\nlines\n\nand a third \u{1F600}", "two\nlines\n\nand a third \u{1F600}"],
  ["I know where you are <This message was edited>", "I know where you are \u200E<This message was edited>"],
  ["caf\u00E9 at ten", "cafe\u0301 at ten"],
] as const;

/** A made-up day of two invented people: every tenth message is said three times in its minute, every seventh is none of plain words. */
function makeChat(seed: number, count: number): readonly Sent[] {
  const chance = createSeeded(seed);
  const sent: Sent[] = [];
  let at = 8 * 3600;
  for (let i = 0; sent.length < count; i++) {
    at += 60 + Math.floor(chance() * 400);
    const author = chance() < 0.6 ? "Sam" : "Jo";
    const odd = i % 7 === 3 ? oddities[Math.floor(chance() * oddities.length)] : undefined;
    const words = i % 10 === 5 ? "answer me" : chance() < 0.3 ? "ok" : `line ${i}`;
    const [android, iphone] = odd ?? [words, words];
    const minute = at - (at % 60);
    if (i % 10 === 5) for (const second of [4, 4, 31]) sent.push({ at: minute + second, author, android, iphone });
    else sent.push({ at, author, android, iphone });
  }
  return sent.slice(0, count);
}

const pad = (value: number) => String(value).padStart(2, "0");
const dayOf = (at: number) => `${13 + Math.floor(at / 86_400)}/03/2025`;
const clockOf = (at: number) => `${pad(Math.floor(at / 3600) % 24)}:${pad(Math.floor(at / 60) % 60)}`;
const android = (name: string, sent: readonly Sent[], rest = ""): Files => ({
  [`${name}/WhatsApp Chat with Sam.txt`]: sent.map(({ at, author, android: words }) => `${dayOf(at)}, ${clockOf(at)} - ${author}: ${words}\n`).join("") + rest,
}); // prettier-ignore
const iphone = (name: string, sent: readonly Sent[], rest = ""): Files => ({
  [`${name}/WhatsApp Chat - Sam/_chat.txt`]: sent.map(({ at, author, iphone: words }) => `[${dayOf(at)}, ${clockOf(at)}:${pad(at % 60)}] ${author}: ${words}\r\n`).join("") + rest,
}); // prettier-ignore

const told = (acts: readonly Act[]) =>
  acts.map(({ when, from, text, flags, kind }) => [when.earliest, from.normal, text?.normalize("NFC"), kind, ...flags]);

describe.each([1, 2, 3])("chat %i", (seed) => {
  const chat = makeChat(seed, 100);
  const files = { ...android("a", chat), ...iphone("b", chat) };

  test("is two hundred lines of two files and a hundred acts, as the iPhone tells them, each in both files", async () => {
    expect((await handIn(files, said)).acts).toHaveLength(200);
    const acts = await timelineOf(files, said);
    expect(told(acts)).toEqual(told(await timelineOf(iphone("b", chat), said)));
    expect(acts.every(({ sources, alsoIds }) => sources.length === 2 && alsoIds?.length === 1)).toBe(true);
  });

  test("is the same whatever the order of the arguments, and whatever is handed over again", async () => {
    const acts = await timelineOf(files, said);
    expect(await timelineOf(files, { ...said, turned: true })).toEqual(acts);
    const again = await timelineOf({ ...files, ...android("c", chat), ...iphone("d", chat.slice(30)) }, said);
    expect(again.map(({ id }) => id)).toEqual(acts.map(({ id }) => id));
  });

  test.each([["Android then iPhone", android, iphone], ["iPhone then Android", iphone, android]])(
    "%s: the first and the last sixty of a hundred are the hundred", async (_, first, last) => {
      const acts = await timelineOf({ ...first("a", chat.slice(0, 60)), ...last("b", chat.slice(40)) }, said);
      expect(acts).toHaveLength(100);
      expect(acts.filter(({ sources }) => sources.length === 2)).toHaveLength(20);
    },
  ); // prettier-ignore

  test("three equal lines of one minute are three", async () => {
    const count = (acts: readonly Act[]) => acts.filter(({ text }) => text === "answer me").length;
    const once = chat.filter(({ android: words }) => words === "answer me").length;
    expect(count(await timelineOf(files, said))).toBe(once);
  });
});

test("a missed call that Android writes without a name and the iPhone under one is one call", async () => {
  const chat = makeChat(4, 20);
  const rest = ["14/03/2025, 03:02 - Missed voice call\n", `[14/03/2025, 03:02:11] Sam: ${missedCall}\r\n`] as const;
  const acts = await timelineOf({ ...android("a", chat, rest[0]), ...iphone("b", chat, rest[1]) }, said);
  expect(acts.filter(({ kind }) => kind === "call").map(({ sources }) => sources.length)).toEqual([2]);
});

test("a message that one phone shows deleted stays beside its words", async () => {
  const chat = makeChat(5, 20).filter(({ android: words }) => !words.includes("delete"));
  const gone = chat.map((one, i) => (i === 3 ? { ...one, iphone: "\u200EThis message was deleted." } : one));
  const acts = await timelineOf({ ...android("a", chat), ...iphone("b", gone) }, said);
  expect(acts).toHaveLength(chat.length + 1);
});

test.each([["Android", "iPhone"], ["iPhone", "Android"]])("of messages that the %s shows deleted each is what became of that of the %s, and one act", async (phone) => {
  const chat = makeChat(6, 40).filter(({ android: words }) => !words.includes("delete") && words !== "answer me");
  const gone = chat.map((one) => (one.author === "Sam" ? { ...one, android: "This message was deleted", iphone: "\u200EThis message was deleted." } : one));
  const [here, there] = phone === "Android" ? [gone, chat] : [chat, gone];
  const folders = { "a/WhatsApp Chat with Sam.txt": Object.values(android("a", here))[0] ?? "", "b/_chat.txt": Object.values(iphone("b", there))[0] ?? "" };
  for (const turned of [false, true]) {
    const acts = await timelineOf(folders, { ...said, turned });
    expect(acts.filter(({ versionOf }) => versionOf === undefined)).toHaveLength(chat.length);
  }
}); // prettier-ignore

test("twenty-eight messages are twenty-eight in what the patterns say, from either phone and from both", async () => {
  const chat = makeChat(6, 28);
  const run = async (files: Files) => {
    const paths = writeFiles(files, mkdtempSync(join(folder, "run-")));
    const options = ["--zone", said.zone, "--me", "Jo", "--them", "Sam", "--json"];
    const { code, out } = await runUnmask(["pattern", ...paths.toReversed(), ...options], { home: join(folder, "home") });
    expect(code).toBe(0);
    return JSON.parse(out) as { findings: { pattern: string; says: string; acts: string[] }[] };
  };
  const both = await run({ ...android("a", chat), ...iphone("b", chat) });
  expect(both.findings.map(({ pattern, says, acts }) => [pattern, says, acts])).toEqual(
    (await run(iphone("b", chat))).findings.map(({ pattern, says, acts }) => [pattern, says, acts]),
  );
  const theirs = chat.filter(({ author }) => author === "Sam").length;
  expect(both.findings.find(({ pattern }) => pattern === "frequency")?.acts).toHaveLength(theirs);
});

describe("one chat of two phones that saved him as “Tobias Fenn” and as “Toby”", () => {
  const lines = Array.from({ length: 28 }, (_, i) => ({ minute: i * 7, isHers: i % 5 < 3, words: `words here number ${i}` }));
  const clock = (minute: number) => `${pad(10 + Math.floor(minute / 60))}:${pad(minute % 60)}`;
  const author = (isHers: boolean, name: string) => (isHers ? "Mirela Quist" : name);
  const files: Files = {
    "a/WhatsApp Chat with Tobias Fenn.txt": lines.map(({ minute, isHers, words }) => `08/03/2025, ${clock(minute)} - ${author(isHers, "Tobias Fenn")}: ${words}\n`).join(""),
    "b/WhatsApp Chat - Toby.txt": lines.map(({ minute, isHers, words }) => `[08/03/2025, ${clock(minute)}:00] ${author(isHers, "Toby")}: ${words}\r\n`).join(""),
  }; // prettier-ignore
  const place = join(folder, "two-names");
  const who = ["--zone", "Europe/London", "--me", "Mirela Quist", "--them", "Tobias Fenn"];
  const question =
    "The chat with Tobias Fenn and the chat with Toby hold the same 28 messages: one chat from two phones? If both names are theirs: --them='Tobias Fenn' --them=Toby";

  test("counts once where she names both as his, and is asked about where she names one", async () => {
    writeFiles(files, place);
    const both = await runUnmask(["pattern", place, ...who, "--them", "Toby"], { home: folder });
    expect(both.out).toMatch(/there were 10 messages, from one name\..* You sent them 18\./);
    expect(both.said).not.toMatch(/one chat from two phones|No act in these files/);
    const one = await runUnmask(["pattern", place, ...who], { home: folder });
    expect(one.said).toContain(question);
  });

  test("is asked about no more where she answers that they are two, counts each message in both, and is told and read again so", async () => {
    writeFiles(files, place);
    const asked = await runUnmask(["pattern", place, ...who], { home: folder });
    expect(asked.said).toContain("If they are two: --two-chats='Tobias Fenn' --two-chats=Toby");
    for (const answer of [
      ["--two-chats", "Tobias Fenn", "--two-chats", "Toby"],
      ["--other", "Toby"],
      ["--them", "Toby", "--two-chats", "Tobias Fenn", "--two-chats", "Toby"],
    ]) {
      const out = mkdtempSync(join(folder, "out-"));
      const made = await runUnmask(["report", place, ...who, ...answer, "--out", out], { home: folder });
      expect(made.said).not.toMatch(/one chat from two phones\?|If they are two|count for nothing/);
      const pack = /^The pack: (.+)$/m.exec(made.out + made.said)?.[1] ?? expect.fail(made.said);
      expect(readFileSync(join(pack, "bag-info.txt"), "utf8").replace(/\r?\n\s+/g, " ")).toMatch(
        /28 messages stand in two chats under two names \(\w+,? \w+,? ?\w+\) and are counted for each, because it is stated that these are two; if it is one chat from two phones, there are 28 fewer\./,
      );
      const again = await runUnmask(["verify", pack, "--again"], { home: folder });
      expect(again.out + again.said).toContain("agrees with its originals");
    }
    const once = await runUnmask(["pattern", place, ...who, "--two-chats", "Toby"], { home: folder });
    expect(once.said).toContain("--two-chats: write it once for each name");
    const slip = await runUnmask(["pattern", place, ...who, "--two-chats", "Tobi", "--two-chats", "Tobias Fenn"], { home: folder });
    expect(slip.said).toContain("that hold the same messages are called Tobi, Tobias Fenn: that they are two counts for nothing.");
  });

  const iphoneLines = String(files["b/WhatsApp Chat - Toby.txt"]).split("\r\n");
  const withoutLines = (...deleted: readonly number[]): Files => ({
    ...files,
    "b/WhatsApp Chat - Toby.txt": iphoneLines.filter((_, i) => !deleted.includes(i)).join("\r\n"),
  });

  test("counts once where one message was deleted on one of the phones, and what her answer did is told", async () => {
    const there = join(folder, "one-deleted");
    writeFiles(withoutLines(13), there);
    const both = await runUnmask(["pattern", there, ...who, "--them", "Toby"], { home: folder });
    expect(both.out).toMatch(/there were 10 messages, from two names\..* You sent them 18\./);
    expect(both.said).toContain("27 messages stand in two chats under two names (Toby, Tobias Fenn) and are counted once");
  });

  test("where one phone lacks more than was deleted, no question offers both names as the answer, and what each answer did is told", async () => {
    const there = join(folder, "many-deleted");
    writeFiles(withoutLines(9, 11, 13, 15, 17), there);
    const one = await runUnmask(["pattern", there, ...who], { home: folder });
    expect(one.out).toMatch(/there were 10 messages/);
    expect(one.said).not.toContain("one chat from two phones? If both names are theirs");
    expect(one.said).toContain(
      "The chat with Tobias Fenn and the chat with Toby hold the same 23 messages, and one of them holds what the other lacks while both go on. If both names are theirs: --them='Tobias Fenn' --them=Toby\n" +
        "  Each message then counts for each name. If it is one chat from two phones, add: --one-group='Tobias Fenn' --one-group=Toby\n",
    );
    const both = await runUnmask(["pattern", there, ...who, "--them", "Toby"], { home: folder });
    expect(both.out).toMatch(/there were 1[5-9] messages/);
    expect(both.said).toContain(
      "23 messages stand in two chats under two names (Tobias Fenn, Toby) and are counted for each, because one of the chats holds what the other lacks while both go on; if it is one chat from two phones, there are 23 fewer.\n" +
        "  If it is one chat, add: --one-group='Tobias Fenn' --one-group=Toby\n",
    );
    const asOne = await runUnmask(["pattern", there, ...who, "--them", "Toby", "--one-group", "Toby", "--one-group", "Tobias Fenn"], {
      home: folder,
    });
    expect(asOne.out).toMatch(/there were 10 messages/);
    expect(asOne.said).toContain("23 messages stand in two chats under two names (Toby, Tobias Fenn) and are counted once");
    expect(asOne.said).not.toContain("counts for nothing");
  });

  test("is told as open in a report that is made without an answer, and is read again out of the pack as it was counted", async () => {
    writeFiles(files, place);
    for (const [names, minute] of [
      [[], undefined],
      [["--them", "Toby"], undefined],
      [["--them", "Toby"], "2025-03-08T10:00..2025-03-08T10:20"],
    ] as const) {
      const out = mkdtempSync(join(folder, "out-"));
      const leaving = minute === undefined ? [] : ["--leave-out", minute];
      const made = await runUnmask(["report", place, ...who, ...names, ...leaving, "--out", out], { home: folder });
      const pack = /^The pack: (.+)$/m.exec(made.out + made.said)?.[1] ?? expect.fail(made.said);
      expect(made.said.includes(question)).toBe(names.length === 0);
      expect(
        readFileSync(join(pack, "bag-info.txt"), "utf8")
          .replace(/\r?\n\s+/g, " ")
          .includes("Whether that is one chat from two phones is not stated"),
      ).toBe(names.length === 0);
      const again = await runUnmask(["verify", pack, "--again"], { home: folder });
      expect(again.out + again.said).toContain("agrees with its originals");
    }
  });
});

describe("one group of two exports that name it differently", () => {
  const who = ["--zone", "Europe/London", "--me", "Tess Wyle", "--them", "Bram"];
  const people = ["Bram", "Lena", "Bram", "Tess Wyle", "Ned"];
  const clock = (minute: number) => `${pad(20 + Math.floor(minute / 60))}:${pad(minute % 60)}`;
  type Said = readonly [minute: number, author: string, words: string];
  const talk: readonly Said[] = [
    ...Array.from({ length: 20 }, (_, i): Said => [i, people[i % people.length] ?? "Bram", `words number ${i}`]),
    ...[30, 30, 30].map((minute): Said => [minute, "Bram", "no"]),
  ];
  const ofAndroid = (name: string, said: readonly Said[]): Files => ({
    [name]: said.map(([minute, author, words]) => `13/03/2026, ${clock(minute)} - ${author}: ${words}\n`).join(""),
  });
  const ofIphone = (name: string, said: readonly Said[]): Files => ({
    [name]: said.map(([minute, author, words]) => `[13/03/2026, ${clock(minute)}:40] ${author}: ${words}\r\n`).join(""),
  });
  const choir = ofAndroid("a/WhatsApp Chat with Choir.txt", talk);
  const run = async (files: Files, command: readonly string[]) => {
    const place = mkdtempSync(join(folder, "groups-"));
    writeFiles(files, place);
    return await runUnmask([command[0] ?? "", place, ...who, ...command.slice(1)], { home: folder });
  };

  test.each([
    ["renamed between the exports", ofIphone("b/WhatsApp Chat - Choir 2026/_chat.txt", talk)],
    ["unpacked into a folder of hers", ofIphone("b/_chat.txt", talk)],
    ["renamed between two exports of one phone", ofAndroid("WhatsApp Chat with Choir 2026.txt", talk.slice(5))],
  ])("%s: each message is one act, in one group, and it is told", async (_, other) => {
    const { out, said: told } = await run({ ...choir, ...other }, ["pattern"]);
    expect(out).toMatch(/there were 11 messages, from one name\..* Of these, 11 went to a group of 4 or more\. You sent 4 to a group/);
    expect(told).toMatch(/The group .* and the group .* hold the same \d+ messages: taken for one group under two names/);
  });

  test("is told in the report with how many there are more if it is two, is found by either phone's id, and is read again as it was counted", async () => {
    const files = { ...choir, ...ofIphone("b/_chat.txt", talk) };
    const acts = await timelineOf(files, said);
    const first = acts.find(({ text }) => text === "words number 3") ?? expect.fail();
    for (const id of [first.id, ...(first.alsoIds ?? [])]) {
      const made = await run(files, ["report", "--told-to-stop", id, "--out", mkdtempSync(join(folder, "out-"))]);
      expect(made.said).not.toContain("No act in these files has the id");
      const pack = /^The pack: (.+)$/m.exec(made.out + made.said)?.[1] ?? expect.fail(made.said);
      const info = readFileSync(join(pack, "bag-info.txt"), "utf8").replace(/\r?\n\s+/g, " ");
      expect(info).toMatch(/hold the same 23 messages, by the same people.* If they are two groups, there are 23 more\./);
      const again = await runUnmask(["verify", pack, "--again"], { home: folder });
      expect(again.out + again.said).toContain("acts: 23 agree, 0 differ");
    }
  });

  test("two groups of the same people into which he pastes the same texts are two, also of one phone; by her word alone they are one", async () => {
    const own = (name: string): readonly Said[] => [
      ...[0, 1, 2].flatMap((minute): Said[] => [[minute, "Lena", `${name} ${minute}`], [minute, "Ned", `for ${name} ${minute}`]]),
      ...[10, 11, 12, 13, 14].map((minute): Said => [minute, "Bram", `pasted ${minute}`]),
      [20, "Tess Wyle", `please stop, ${name}`],
    ]; // prettier-ignore
    for (const garden of [
      ofAndroid("WhatsApp Chat with Garden.txt", own("garden")),
      ofIphone("WhatsApp Chat - Garden.txt", own("garden")),
    ]) {
      const files = { ...ofAndroid("a/WhatsApp Chat with Choir.txt", own("choir")), ...garden };
      const two = await run(files, ["pattern"]);
      expect(two.out).toMatch(/there were 10 messages, from one name\..* Of these, 10 went to two groups/);
      expect(two.said).toMatch(/hold the same 5 messages: one group under two names\? If it is one: --one-group=\w+ --one-group=\w+/);
      const one = await run(files, ["pattern", "--one-group", "Choir", "--one-group", "Garden"]);
      expect(one.out).toMatch(/there were 5 messages, from one name\./);
      const said = await run(files, ["pattern", "--two-chats", "Choir", "--two-chats", "Garden"]);
      expect(said.out).toMatch(/there were 10 messages, from one name\./);
      expect(said.said).not.toContain("hold the same 5 messages");
    }
    const slip = await run(choir, ["pattern", "--one-group", "Choir", "--one-group", "Chior"]);
    expect(slip.said).toContain("No group or chat in these files is called “Chior”");
    expect((await run(choir, ["pattern", "--one-group", "Choir"])).said).toContain("with two names at least");
  });
});
