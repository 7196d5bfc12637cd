import type { Act } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { type Files, handIn, timelineOf } from "./hand-in.ts";

/** One chat exported in two halves that overlap is the chat, exactly: nothing twice, nothing lost, in whatever order it is handed in. */

const said = { zone: "Europe/London" };
const countOf = 100;

/** Message `i` of a made-up chat; every tenth is said three times in its minute. */
const bodyOf = (i: number) => (i % 10 < 3 ? `again ${Math.floor(i / 10)}` : `line ${i}`);
const minuteOf = (i: number) => (i % 10 < 3 ? i - (i % 10) : i);
const pad = (value: number) => String(value).padStart(2, "0");
const clockOf = (i: number) => `${pad(9 + Math.floor(minuteOf(i) / 60))}:${pad(minuteOf(i) % 60)}`;
const epochOf = (i: number) => Date.parse(`2025-03-13T${clockOf(i)}:00Z`);
const authorOf = (i: number) => (i % 10 < 3 || i % 2 ? "Sam" : "Jo");

type Make = (from: number, to: number) => string;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const chats: readonly (readonly [name: string, file: (half: string) => string, make: Make])[] = [
  [
    "WhatsApp on Android",
    (half) => `${half}/WhatsApp Chat with Sam.txt`,
    (from, to) =>
      range(from, to)
        .map((i) => `13/03/2025, ${clockOf(i)} - ${authorOf(i)}: ${bodyOf(i)}\n`)
        .join(""),
  ],
  [
    "WhatsApp on an iPhone",
    (half) => `${half}/_chat.txt`,
    (from, to) =>
      range(from, to)
        .map((i) => `[13/03/2025, ${clockOf(i)}:07] ${authorOf(i)}: ${bodyOf(i)}\r\n`)
        .join(""),
  ],
  [
    "SMS Backup & Restore",
    (half) => `${half}/sms.xml`,
    (from, to) =>
      `<smses count="${to - from}">${range(from, to)
        .map((i) => `<sms address="+447700900123" date="${epochOf(i)}" type="${authorOf(i) === "Sam" ? 1 : 2}" body="${bodyOf(i)}"/>`)
        .join("\n")}</smses>`,
  ],
  [
    "Telegram",
    (half) => `${half}/result.json`,
    (from, to) =>
      JSON.stringify({
        name: "Sam", type: "personal_chat", id: 11111111,
        messages: range(from, to).map((i) => ({ id: 1000 + i, type: "message", date: `2025-03-13T${clockOf(i)}:00`, date_unixtime: String(epochOf(i) / 1000), from: authorOf(i), from_id: authorOf(i) === "Sam" ? "user11111111" : "user2", text: bodyOf(i) })),
      }, null, 1), // prettier-ignore
  ],
  [
    "Messenger",
    (half) => `${half}/messages/inbox/sam_1/message_1.json`,
    (from, to) =>
      JSON.stringify({
        participants: [{ name: "Sam" }, { name: "Jo" }],
        messages: range(from, to)
          .reverse()
          .map((i) => ({ sender_name: authorOf(i), timestamp_ms: epochOf(i), content: bodyOf(i) })),
        title: "Sam",
        thread_path: "inbox/sam_1",
      }),
  ],
  [
    "a mailbox",
    (half) => `${half}/inbox.mbox`,
    (from, to) =>
      range(from, to)
        .map(
          (i) =>
            `From sam@example.com Thu Mar 13 ${clockOf(i)}:00 2025\nFrom: ${authorOf(i)} <${authorOf(i).toLowerCase()}@example.com>\nTo: x@example.com\nDate: Thu, 13 Mar 2025 ${clockOf(i)}:00 +0000\nSubject: s\n\n${bodyOf(i)}\n\n`,
        )
        .join(""),
  ],
];

const keyOf = (act: Act) => [act.when.earliest, act.from.wrote, act.text].join("|");

describe.each(chats)("%s", (_, file, make) => {
  const a: Files = { [file("a")]: make(0, 60) };
  const b: Files = { [file("b")]: make(40, countOf) };
  const whole: Files = { [file("whole")]: make(0, countOf) };

  test("the first and the last sixty of a hundred are the hundred", async () => {
    const expected = (await timelineOf(whole, said)).map((act) => [act.id, keyOf(act)]);
    expect(expected).toHaveLength(countOf);
    expect((await timelineOf({ ...a, ...b }, said)).map((act) => [act.id, keyOf(act)])).toEqual(expected);
  });

  test("an export again, and the whole beside its halves, add nothing", async () => {
    const ids = (await timelineOf(whole, said)).map((act) => act.id);
    expect((await timelineOf({ ...whole, [file("again")]: make(0, countOf) }, said)).map((act) => act.id)).toEqual(ids);
    expect((await timelineOf({ ...a, ...whole, ...b }, said)).map((act) => act.id)).toEqual(ids);
  });

  test("the order of the arguments changes no id and no timeline", async () => {
    const files = { ...a, ...b };
    expect(JSON.stringify(await timelineOf(files, { ...said, turned: true }))).toBe(JSON.stringify(await timelineOf(files, said)));
    const lines = (text: string) => text.split("\n").sort();
    expect(lines((await handIn(files, { ...said, turned: true })).written)).toEqual(lines((await handIn(files, said)).written));
  });

  test("three equal lines in a minute are three", async () => {
    const { acts } = await handIn(whole, said);
    expect(acts.filter((act) => act.text === "again 4")).toHaveLength(3);
    expect(new Set(acts.map((act) => act.id)).size).toBe(countOf);
  });
});

test("a cut inside three equal lines: the file that has most of them decides", async () => {
  const make = chats[0]?.[2];
  if (!make) throw new Error("no chat");
  const lines = await timelineOf({ "a/WhatsApp Chat with Sam.txt": make(0, 42), "b/WhatsApp Chat with Sam.txt": make(41, 60) }, said);
  // Two stand at the end of one file and two at the beginning of the other: nobody can tell whether that is two or three or four.
  expect(lines.filter((act) => act.text === "again 4")).toHaveLength(2);
});

test("a message deleted between two exports is two records, the later linked to the earlier", async () => {
  const text = "13/03/2025, 09:00 - Sam: a\n13/03/2025, 09:01 - Jo: b\n";
  const merged = await timelineOf(
    { "x/WhatsApp Chat with Sam.txt": text, "y/WhatsApp Chat with Sam.txt": text.replace(": b", ": This message was deleted") },
    said,
  );
  expect(merged.map((act) => String(act.text)).sort()).toEqual(["a", "b", "null"]);
  const deleted = merged.find((act) => act.flags.includes("deleted"));
  expect(deleted?.versionOf).toBe(merged.find((act) => act.text === "b")?.id);
});

test.each([
  ["the twelve-hour clock", (line: string) => line.replace(/13:(\d\d)/, "1:$1 pm")],
  ["U+202F before the half of the day", (line: string) => line.replace(/13:(\d\d)/, "1:$1\u202Fpm")],
  ["no comma", (line: string) => line.replace("2025, ", "2025 ")],
  ["dots in the date", (line: string) => line.replace("13/03/2025", "13.03.2025")],
])("an export made after the phone learned %s adds nothing to the one before", async (_, restyle) => {
  const lines = [30, 30, 31, 32].map((minute, i) => `13/03/2025, 13:${minute} - ${i % 3 ? "Sam" : "Jo"}: hi\n`);
  const name = "WhatsApp Chat with Sam.txt";
  const before = await timelineOf({ [`a/${name}`]: lines.join("") }, said);
  const both = await timelineOf({ [`a/${name}`]: lines.join(""), [`b/${name}`]: lines.slice(1).map(restyle).join("") }, said);
  expect(both.map((act) => act.id)).toEqual(before.map((act) => act.id));
  expect(both).toHaveLength(4);
});
