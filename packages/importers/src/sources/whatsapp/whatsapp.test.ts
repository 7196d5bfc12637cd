import fc from "fast-check";
import { type Act, type Instant, type Reading, type Sha256, type Source, createActTally, parseZone, type DateOrder } from "@unmask/core";
import { expect, test } from "vitest";

import type { ReadContext } from "../../importer.ts";
import { maxLineBytes } from "@unmask/formats";
import { maxRecordBytes } from "./record-assembler.ts";
import { whatsapp } from "./whatsapp.ts";

const seed = 20_260_301;
const lrm = "\u200e";

interface Said {
  readonly name?: string;
  readonly dateOrder?: DateOrder;
  readonly stated?: boolean;
  readonly files?: readonly string[];
  readonly most?: number;
}

async function readBytes(
  bytes: Uint8Array,
  { name = "_chat.txt", dateOrder, stated = true, files = [], most }: Said = {},
): Promise<Reading[]> {
  const zone = parseZone("Europe/London");
  if (!zone) throw new Error("no zone");
  const sha256 = "0".repeat(64) as Sha256;
  const source: Source = {
    name,
    size: bytes.length,
    read: async (start, end) => bytes.slice(start, most === undefined ? end : Math.min(end, start + most)),
  };
  const context: ReadContext = {
    sha256,
    zone: { zone, stated },
    ...(dateOrder === undefined ? {} : { dateOrder }),
    now: Date.parse("2026-11-25T12:00:00Z") as Instant,
    country: "GB",
    spanOf: (start, end) => ({ sha256, name, start, end }),
    sibling: async (file) => (files.includes(file) ? { name: file, size: 3, sha256, source } : undefined),
    fileOf: async () => undefined,
    tally: createActTally(),
    createHasher: () => {
      throw new Error("nothing is hashed here");
    },
  };
  const readings: Reading[] = [];
  for await (const batch of whatsapp.read(source, context)) readings.push(...batch);
  return readings;
}

const read = (text: string, said?: Said): Promise<Reading[]> => readBytes(new TextEncoder().encode(text), said);

async function acts(text: string, said?: Said): Promise<Act[]> {
  return (await read(text, said)).flatMap((reading) => ("act" in reading ? [reading.act] : []));
}

/** One word for each reading: the flags of an act, or what else it is. */
function marks(readings: readonly Reading[]): string[] {
  return readings.map((reading) => ("act" in reading ? reading.act.flags.join(" ") : "notice" in reading ? "notice" : "unread"));
}

const iphone = (...lines: string[]): string => lines.map((line) => `${line}\r\n`).join("");
const android = (...lines: string[]): string => lines.map((line) => `${line}\n`).join("");

test("the byte-order mark at the start costs no message and lies under the first", async () => {
  const [first, second] = await acts(`\uFEFF${iphone("[24/07/2019, 19:05:15] Sam: hi", "[24/07/2019, 19:05:16] Sam: again")}`);
  expect([first?.text, first?.source.start]).toEqual(["hi", 0]);
  expect(second?.text).toBe("again");
});

test("the stamp of each message is told as it is written, where the one above means the same minute in other digits", async () => {
  const said = await acts(
    android(
      "24/07/2019, 01:15 am - Sam: one",
      "24/07/2019, 01:16 am - Maya: two",
      "24/07/2019, 00:15 am - Sam: three",
      "24/07/2019, 12:15 am - Maya: four",
      "24/07/2019, 12:15 am - Sam: five",
      "24/07/2019, 00:15 am - Sam: six",
    ),
  );
  expect(said.map(({ when }) => when.wrote.slice(-8))).toEqual(["01:15 am", "01:16 am", "00:15 am", "12:15 am", "12:15 am", "00:15 am"]);
});

test("a message deleted for everyone is still an act, and the same words typed by hand stay words", async () => {
  const [marked, typed] = await acts(
    iphone(`[24/07/2019, 19:05:15] Sam: ${lrm}This message was deleted.`, "[24/07/2019, 19:05:16] Sam: This message was deleted."),
  );
  expect([marked?.text, marked?.flags]).toEqual([null, ["deleted"]]);
  expect([typed?.text, typed?.flags]).toEqual(["This message was deleted.", []]);
});

test("a line of the app with a colon invents no author, whatever stands in the quotation", async () => {
  const readings = await read(
    android(
      "24/07/2019, 19:04 - Sam: hi",
      '24/07/2019, 19:05 - X changed the subject to "meet at 9: bring keys"',
      "24/07/2019, 19:05 - X hat den Betreff zu „um 9: Schlüssel“ geändert",
      "24/07/2019, 19:05 - X a changé le sujet : « à 9h : les clés »",
      "24/07/2019, 19:05 - X 改了主題：「九點: 帶鑰匙」",
      "24/07/2019, 19:06 - Alex: note: bring keys",
    ),
  );
  expect(marks(readings)).toEqual(["", "notice", "notice", "notice", "notice", ""]);
  expect(readings.flatMap((reading) => ("act" in reading ? [reading.act.from.wrote] : []))).toEqual(["Sam", "Alex"]);
});

test("a message on the first of four months is monthly, never four days in January", async () => {
  const text = android(...["02", "03", "04", "05"].map((month) => `01/${month}/2025, 09:00 - Sam: thinking of you`));
  const assumed = await acts(text, { name: "WhatsApp Chat with Sam.txt" });
  expect(assumed.map(({ when }) => new Date(when.earliest).getUTCMonth())).toEqual([1, 2, 3, 4]);
  expect(assumed.every(({ flags, when }) => flags.includes("date-order-assumed") && when.or?.length === 1)).toBe(true);
  const stated = await acts(text, { dateOrder: "dmy" });
  expect(stated.every(({ flags, when }) => flags.length === 0 && when.or === undefined)).toBe(true);
  const american = await acts(text, { dateOrder: "mdy" });
  expect(american.map(({ when }) => new Date(when.earliest).getUTCDate())).toEqual([2, 3, 4, 5]);
});

test("what was written in the file outranks what the person said about dates", async () => {
  const [first] = await acts(android("01/02/2025, 09:00 - Sam: one", "01/13/2025, 09:00 - Sam: two"), { dateOrder: "dmy" });
  expect(new Date(first?.when.earliest ?? 0).toISOString()).toBe("2025-01-02T09:00:00.000Z");
});

const typedAppLines = [
  "24/09/2026, 10:03 - Terry Quill changed the group description",
  "24/09/2026, 10:03 - Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.",
  "24/09/2026, 10:03 - You blocked this contact",
  "24/09/2026, 10:03 - Missed voice call",
];

test.each(typedAppLines)("a threat that hides below a typed line of the app is a message by nobody named: %s", async (line) => {
  const readings = await read(
    android("24/09/2026, 10:02 - Terry Quill: hi", line, "I will kill you tonight", "24/09/2026, 10:04 - Maya: leave me alone"),
  );
  expect(marks(readings)).toEqual(["", "forged-header", ""]);
  const [, hidden] = readings.flatMap((reading) => ("act" in reading ? [reading.act] : []));
  expect(hidden).toMatchObject({
    kind: "message",
    from: { kind: "withheld", normal: "withheld" },
    to: [],
    text: `${line.slice("24/09/2026, 10:03 - ".length)}\nI will kill you tonight`,
  });
});

test("the same holds at the top of a file, in an iOS file, and where the line goes back in time", async () => {
  const top = await read(android("24/09/2026, 10:03 - Sam created this group", "I will kill you", "24/09/2026, 10:04 - Sam: hi"));
  expect(marks(top)).toEqual(["forged-header", ""]);
  const ios = await read(
    iphone(
      `[24/09/2026, 10:02:00] Sam: ${lrm}image omitted`,
      `[24/09/2026, 10:03:00] ${lrm}Sam changed this group's icon`,
      "I will kill you",
    ),
  );
  expect(marks(ios)).toEqual(["media-missing", "forged-header"]);
  expect(ios[1]).toMatchObject({ act: { text: "Sam changed this group's icon\nI will kill you" } });
  const back = await read(
    android("24/09/2026, 10:02 - Sam: hi", "23/09/2026, 10:03 - Sam left", "I will kill you", "24/09/2026, 10:04 - Sam: hi"),
  );
  expect(marks(back)).toEqual(["", "forged-header out-of-order", ""]);
});

test("a line of the app with nothing but blank lines below it stays a notice", async () => {
  const readings = await read(
    android("24/09/2026, 10:02 - Sam: hi", "24/09/2026, 10:03 - Sam left", "", "  ", "24/09/2026, 10:04 - Sam: hi"),
  );
  expect(marks(readings)).toEqual(["", "notice", ""]);
});

test("a date that does not exist is reported with all its lines and put at no other time", async () => {
  const readings = await read(
    android("30/01/2025, 09:00 - Sam: one", "31/02/2025, 09:00 - Sam: two", "and more", "01/03/2025, 09:00 - Sam: three"),
  );
  expect(marks(readings)).toEqual(["", "unread", ""]);
  const [, second] = readings;
  expect(second && "unread" in second && second.unread.source).toMatchObject({ start: 29, end: 67 });
});

test("without a stated zone every act says that its zone is assumed", async () => {
  const [one] = await acts("[24/07/2019, 19:05:15] Sam: hi", { stated: false });
  expect(one?.flags).toEqual(["zone-assumed"]);
});

test("of two people each writes to the other; a third who wrote once is odd; in a group all write to the group", async () => {
  const two = await acts(android("24/07/2019, 19:05 - Sam: hi", "24/07/2019, 19:06 - Maya: no"), { name: "WhatsApp Chat with Sam.txt" });
  expect(two.map(({ to }) => to.map((one) => one.wrote))).toEqual([["Maya"], ["Sam"]]);
  const one = await acts(android("24/07/2019, 19:05 - Sam: hi"), { name: "WhatsApp Chat with Sam.txt" });
  expect(one[0]?.to.map(({ kind }) => kind)).toEqual(["owner"]);
  const group = await acts(android("24/07/2019, 19:05 - Sam: hi", "24/07/2019, 19:06 - Maya: no", "24/07/2019, 19:07 - Tom: yes"), {
    name: "WhatsApp Chat with Choir.txt",
  });
  expect(group.map(({ to, thread }) => [to[0]?.kind, to[0]?.wrote, thread])).toEqual(Array(3).fill(["group", "Choir", "Choir"]));
});

/** Two who talk, and one line of a third among what they say. */
function trio(third: string): string {
  const said = [
    "Kester Vane: I will find you",
    "Odile Brandt: stop it",
    "Kester Vane: I know where you sleep",
    "Odile Brandt: enough",
    "Kester Vane: hi",
  ];
  const lines = said.map((one, i) => `0${1 + i}/03/2026, 11:00 - ${one}`);
  return android(...lines.slice(0, 3), `03/03/2026, 14:00 - ${third}`, ...lines.slice(3));
}

/** To whom each message went, and what is doubted of the third line. */
async function receiversIn(text: string, name: string): Promise<{ readonly to: readonly string[]; readonly doubt: string | undefined }> {
  const found = await acts(text, { name });
  const to = found.map((one) => one.to.map(({ kind, wrote }) => (kind === "group" ? `group ${wrote}` : wrote)).join(" and "));
  return { to: [...new Set(to)].sort(), doubt: found[3]?.flags.join(" ") };
}

test("in a group whose name is nobody's in it, somebody who wrote once is one of the group, and all wrote to the group", async () => {
  const found = await receiversIn(trio("Marged Tolly: leave me alone please"), "WhatsApp Chat with Trio.txt");
  expect(found).toEqual({ to: ["group Trio"], doubt: "" });
});

test("a line by a third name, typed inside a message of a chat of two, keeps its doubt and changes no receiver", async () => {
  const forged = trio("Marged Tolly: yes I agree");
  const two = { to: ["Kester Vane", "Kester Vane and Odile Brandt", "Odile Brandt"], doubt: "forged-header" };
  for (const name of [
    "WhatsApp Chat with Kester Vane.txt",
    "WhatsApp Chat - Odile Brandt/_chat.txt",
    "WhatsApp Chat with Kester Vane (1).txt",
    "WhatsApp Chat with Kester_Vane.txt",
  ])
    expect(await receiversIn(forged, name), name).toEqual(two);
});

test("where the name of the file does not say whether a chat is of two or of three, no message went to one of them alone", async () => {
  const unknown = trio("Marged Tolly: leave me alone please");
  for (const name of ["_chat.txt", "evidence 1.txt", "WhatsApp Chat with Kester.txt", "WhatsApp Chat with Odile Brandt and the others.txt"])
    expect(await receiversIn(unknown, name), name).toEqual({ to: [""], doubt: "forged-header" });
  // A file named after the one who wrote once: nobody's header is the odd one.
  expect(await receiversIn(unknown, "WhatsApp Chat with Marged Tolly.txt")).toEqual({ to: [""], doubt: "" });
  // A name that was spoiled on its way cannot say that it is nobody's.
  expect((await receiversIn(unknown, "WhatsApp Chat with Zo\u251c\u00bd.txt")).to).toEqual([""]);
});

/** Two who talk for nine days, and lines that somebody pasted below his. */
function pasted(...lines: readonly (readonly [day: number, rest: string])[]): string {
  const days = Array.from({ length: 9 }, (_, i) => i + 1);
  const said = days.map((day) => [
    [day, `Odile Brandt: line ${day}`],
    [day, `Kester Vane: I will burn you ${day}`],
    ...lines.filter(([one]) => one === day),
  ]);
  return android(...said.flatMap((ofDay) => ofDay.map(([day, rest], minute) => `0${day}/03/2026, 10:${10 + minute} - ${rest}`)));
}

/** To whom the two wrote, and the flags of those beside them. */
async function pairIn(text: string, name: string): Promise<readonly string[]> {
  const isOfPair = (one: Act): boolean => ["Kester Vane", "Odile Brandt"].includes(one.from.wrote);
  const found = await acts(text, { name, dateOrder: "dmy" });
  const to = found.filter(isOfPair).map((one) => `${one.from.wrote} to ${one.to.map(({ kind, wrote }) => `${kind} ${wrote}`).join()}`);
  const flags = found.filter((one) => !isOfPair(one)).map((one) => one.flags.join(" "));
  return [...[...new Set(to)].sort(), ...[...new Set(flags)].sort()];
}

const ofTwo = ["Kester Vane to name Odile Brandt", "Odile Brandt to name Kester Vane"];
const toNobodyNamed = ["Kester Vane to ", "Odile Brandt to "];
const hisFile = "WhatsApp Chat with Kester Vane.txt";

test("lines that he pasted into a chat of two, whose file the app named after one of the two, make no group of it, and each is doubted", async () => {
  const twice = pasted([4, "Me: yes I agree"], [6, "Me: do come"]);
  for (const name of [hisFile, "WhatsApp Chat - Odile Brandt/_chat.txt", "WhatsApp Chat with Kester Vane (1).txt"])
    expect(await pairIn(twice, name), name).toEqual([...ofTwo, "forged-header"]);
  expect(await pairIn(pasted([4, "Me: yes I agree"], [6, "Marged Tolly: do come"]), hisFile)).toEqual([...ofTwo, "forged-header"]);
  const created = pasted([4, 'Kester Vane created group "Family"'], [4, "Marged Tolly: she asked for it"]);
  expect(await pairIn(created, hisFile)).toEqual([...ofTwo, "forged-header"]);
  const many = Array.from({ length: 12 }, (_, i) => [4, `Me: I agree ${i}`] as const);
  expect(await pairIn(pasted(...many), hisFile)).toEqual([...ofTwo, "forged-header"]);
});

test("a line about a group is the app's word on what a chat is at the head of the file alone, before anybody wrote", async () => {
  const lines = 'Kester Vane created group "Kester Vane"';
  const head = android(
    "01/03/2026, 09:00 - Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.",
    `01/03/2026, 09:00 - ${lines}`,
    "01/03/2026, 09:01 - Kester Vane added Odile Brandt",
  );
  const group = ["Kester Vane to group Kester Vane", "Odile Brandt to group Kester Vane"];
  expect(await pairIn(head + pasted([4, "Marged Tolly: yes"], [6, "Marged Tolly: no"]), hisFile)).toEqual([...group, ""]);
  expect(await pairIn(pasted([4, lines]), hisFile)).toEqual(ofTwo);
  // Of a file that is named like nobody in it, or like nothing, one such line amid says too little; a group's own name beside it says enough.
  expect(await pairIn(pasted([4, lines]), "evidence 1.txt")).toEqual(toNobodyNamed);
  expect(await pairIn(pasted([4, lines]), "WhatsApp Chat with Trio.txt")).toEqual([
    "Kester Vane to group Trio",
    "Odile Brandt to group Trio",
  ]);
  const several = pasted([3, lines], [4, "Kester Vane added Marged Tolly"], [6, "Marged Tolly left"]);
  expect(await pairIn(several, "evidence 1.txt")).toEqual(["Kester Vane to group evidence 1", "Odile Brandt to group evidence 1"]);
  expect(await pairIn(several, hisFile)).toEqual(toNobodyNamed);
});

test("a third who writes often and over days in a file named like one who writes can be one of a group of that name: nobody is said to be written to", async () => {
  const often = [2, 3, 4, 5, 6].map((day) => [day, `Marged Tolly: line on ${day}`] as const);
  expect(await pairIn(pasted(...often), hisFile)).toEqual([...toNobodyNamed, ""]);
  // In a file that the app named like nobody in it, it is a group's as before.
  expect(await pairIn(pasted(...often), "WhatsApp Chat with Trio.txt")).toEqual([
    "Kester Vane to group Trio",
    "Odile Brandt to group Trio",
    "",
  ]);
  expect(await pairIn(pasted(...often), "evidence 1.txt")).toEqual([
    "Kester Vane to group evidence 1",
    "Odile Brandt to group evidence 1",
    "",
  ]);
});

test("where the one who was pasted wrote as much as one of the two, or the file has another name, no message went to a group that may not be", async () => {
  const short = android(
    "01/03/2026, 10:00 - Kester Vane: I will burn you",
    "02/03/2026, 10:00 - Odile Brandt: stop",
    "03/03/2026, 10:00 - Kester Vane: I will find you",
    "03/03/2026, 10:01 - Me: yes I agree",
  );
  expect((await pairIn(short, hisFile)).slice(0, 2)).toEqual(toNobodyNamed);
  for (const name of ["WhatsApp Chat with Kes.txt", "evidence 1.txt", "_chat.txt"]) {
    expect(await pairIn(pasted([4, "Me: yes I agree"]), name), name).toEqual([...toNobodyNamed, "forged-header"]);
    expect((await pairIn(pasted([4, "Me: yes I agree"], [6, "Me: do come"]), name)).slice(0, 2), name).toEqual(toNobodyNamed);
  }
});

test("a chat in which two write, named like neither, is not said to be between the two: others of a group can be silent, or left out of a copy", async () => {
  const lines = android(
    "01/03/2026, 11:00 - Kester Vane: I will find you",
    "02/03/2026, 11:00 - Odile Brandt: stop",
    "02/03/2026, 11:01 - Missed voice call",
  );
  const toIn = async (name: string) =>
    (await acts(lines, { name })).map(({ from, to }) => `${from.wrote} to ${to.map(({ wrote }) => wrote).join()}`);
  const [his, hers, call] = await toIn("WhatsApp Chat with Trio.txt");
  expect([his, hers]).toEqual(["Kester Vane to ", "Odile Brandt to "]);
  expect(call).not.toContain("Trio");
  // A chat of two keeps its receivers whatever became of its file, where the name that WhatsApp gave it is gone or can be one of the two.
  for (const name of [
    "_chat.txt",
    "evidence.txt",
    "WhatsApp Chat with Kester.txt",
    "WhatsApp Chat with Kester Vane (2).txt",
    "WhatsApp Chat with +44 7700 900123.txt",
  ])
    expect((await toIn(name)).slice(0, 2), name).toEqual(["Kester Vane to Odile Brandt", "Odile Brandt to Kester Vane"]);
});

test("what is left of a group in a copy was not sent to whoever is left: lines are written over there, and no file's name says of two", async () => {
  const over = "\0".repeat(44);
  const copy = android("01/03/2026, 11:00 - Kester Vane: I will find you", over, "02/03/2026, 11:00 - Odile Brandt: stop");
  for (const name of ["_chat.txt", "evidence.txt", "WhatsApp Chat with Kester.txt"])
    expect((await receiversIn(copy, name)).to, name).toEqual([""]);
  expect((await receiversIn(copy, "WhatsApp Chat with Kester Vane.txt")).to).toEqual(["Kester Vane", "Odile Brandt"]);
});

test("a chat whose only line about a group has a colon is a group all the same", async () => {
  const lines = ['24/07/2019, 19:04 - Sam changed the subject to "rehearsal: bring keys"', "24/07/2019, 19:05 - Sam: hi"];
  const [first] = await acts(android(...lines), { name: "WhatsApp Chat with Choir.txt" });
  expect(first?.to.map(({ kind, wrote }) => [kind, wrote])).toEqual([["group", "Choir"]]);
});

test("a missed call that Android writes without a name is a call by the other person of the chat, and in a group by nobody named", async () => {
  const lines = android("24/07/2019, 19:05 - Sam: hi", "24/07/2019, 19:06 - Maya: no", "24/07/2019, 23:07 - Missed voice call");
  const call = (await acts(lines, { name: "WhatsApp Chat with Sam.txt" }))[2];
  expect([call?.kind, call?.from.wrote, call?.to[0]?.wrote, call?.text]).toEqual(["call", "Sam", "Maya", null]);
  const renamed = (await acts(lines, { name: "evidence 1.txt" }))[2];
  expect(renamed?.from.kind).toBe("withheld");
});

test("media that were handed over are hashed, media that were not are said to be missing", async () => {
  const text = iphone(
    `${lrm}[24/07/2019, 19:05:15] Sam: ${lrm}<attached: 00000001-a.jpg>`,
    `${lrm}[24/07/2019, 19:05:16] Sam: ${lrm}<attached: b.jpg>`,
  );
  const [handed, missing] = await acts(text, { files: ["00000001-a.jpg"] });
  expect([handed?.attachments[0]?.size, handed?.flags]).toEqual([3, []]);
  expect([missing?.attachments, missing?.flags]).toEqual([[{ name: "b.jpg" }], ["media-missing"]]);
});

test("a picture named in the first line is found whatever its caption ends with", async () => {
  const caption = "the caption goes on below, and for longer than any marker of the app would ever be, so that nobody compares it";
  const found = await acts(
    android(
      `24/07/2019, 19:05 - Sam: a plan <attached: 00000001-PLAN.pdf>`,
      caption,
      "24/07/2019, 19:06 - Sam: IMG-20190724-WA0001.jpg (file attached)",
      caption,
      "24/07/2019, 19:07 - Sam: Media omitted",
      caption,
    ),
    { name: "WhatsApp Chat with Sam.txt" },
  );
  expect(found.map(({ attachments }) => attachments.map(({ name }) => name))).toEqual([
    ["00000001-PLAN.pdf"],
    ["IMG-20190724-WA0001.jpg"],
    [],
  ]);
  expect(found[1]?.text).toBe(caption);
});

test("a header typed inside a message is flagged where something gives it away", async () => {
  const before = ["[14/06/2025, 20:01:00] Sam: hello", "[14/06/2025, 20:02:00] Maya: no", "[14/06/2025, 20:03:00] Sam: hello"];
  const after = ["[14/06/2025, 20:05:00] Maya: no", "[14/06/2025, 20:06:00] Sam: so"];
  const inside = async (line: string): Promise<string | undefined> => marks(await read(iphone(...before, line, ...after)))[3];
  expect(await inside("[14/06/2025, 20:04:00] Maya: yes")).toBe("");
  expect(await inside("[14/06/2025, 19:00:00] Maya: yes")).toBe("forged-header out-of-order");
  expect(await inside("[14/06/2025, 21:00:00] Maya: yes")).toBe("forged-header");
  expect(await inside("[14/06/2025, 20:04] Maya: yes")).toBe("forged-header");
  expect(await inside("[14/06/25, 20:04:00] Maya: yes")).toBe("forged-header");
  expect(await inside("[14/6/2025, 20:04:00] Maya: yes")).toBe("forged-header");
  expect(await inside("[14.06.2025, 20:04:00] Maya: yes")).toBe("forged-header");
  expect(await inside("14/06/2025, 20:04 - Maya: yes")).toBe("forged-header");
  expect(await inside("[14/06/2025, 8:04:00 PM] Maya: yes")).toBe("forged-header");
  expect(await inside("[06/14/2025, 20:04:00] Maya: yes")).toBe("forged-header");
  expect(await inside("[14/06/2025, 20:04:00] Tom: yes")).toBe("forged-header");
  expect(await inside("[14/06/2025, 20:04:00] maya: yes")).toBe("forged-header");
  const bare = iphone(...before).slice(0, -2);
  expect(marks(await read(`${bare}\n${iphone("[14/06/2025, 20:04:00] Maya: yes", ...after)}`))[3]).toBe("forged-header");
});

test("a forged time puts no later message in doubt", async () => {
  const readings = await read(
    android("14/06/2025, 20:01 - Sam: a", "31/12/2025, 20:02 - Maya: forged", "14/06/2025, 20:03 - Sam: b", "14/06/2025, 20:04 - Maya: c"),
  );
  expect(marks(readings)).toEqual(["", "forged-header", "", ""]);
});

test("messages of the autumn hour are not taken for forged because the clock went back", async () => {
  const readings = await read(android("26/10/2025, 01:50 - Sam: a", "26/10/2025, 01:05 - Sam: b", "26/10/2025, 02:10 - Sam: c"));
  expect(marks(readings)).toEqual(["time-twice", "time-twice", ""]);
});

test("a record longer than WhatsApp sends is cut, and the rest is told", async () => {
  const long = `[14/06/2025, 20:01:00] Sam: ${"x".repeat(maxRecordBytes + 3 * maxLineBytes)}\r\n`;
  const readings = await read(`${long}[14/06/2025, 20:02:00] Sam: after\r\n`);
  expect(marks(readings)).toEqual(["truncated", "unread", ""]);
  expect(await read(`${long}[14/06/2025, 20:02:00] Sam: after\r\n`, { most: 5003 })).toEqual(readings);
  expect(readings.map(spanOf)).toEqual(tiled(readings));
});

test("a file that is one line of any length is told as unread, whole", async () => {
  const readings = await read("x".repeat(5 * maxLineBytes + 7));
  expect(readings.map(spanOf)).toEqual([[0, 5 * maxLineBytes + 7]]);
  expect(marks(readings)).toEqual(["unread"]);
});

test("a sentence that begins with a date and has an unknown word before its time is no header among headers that are", async () => {
  const good = Array.from({ length: 30 }, (_, i) => `14/06/2025, 20:${10 + i} - Sam: message ${i}`);
  const readings = await read(android(...good, "15/6/25 lunch at 7:05 - ok: see you", "14/06/2025, 20:50 - Maya: no"));
  expect(readings.length).toBe(31);
});

test("a sentence that is no header shifts no suspicion onto another message", async () => {
  const good = Array.from({ length: 30 }, (_, i) => `14/06/2025, 20:${10 + i} - Sam: message ${i}`);
  const lines = [
    ...good,
    "15/6/25 lunch at 7:05 - ok: see you",
    "14/06/2025, 20:45 - Maya: no",
    "[14/06/2025, 20:46:00] Sam: odd",
    "14/06/2025, 20:47 - Maya: no",
  ];
  expect(marks(await read(android(...lines))).slice(30)).toEqual(["", "forged-header", ""]);
});

test("a file that is read in many stretches raises no suspicion at their borders", async () => {
  const lines = Array.from(
    { length: 4000 },
    (_, i) =>
      `[14/06/2025, ${10 + Math.floor(i / 3600)}:${String(Math.floor(i / 60) % 60).padStart(2, "0")}:${String(i % 60).padStart(2, "0")}] Sam: message`,
  );
  const text = iphone(...lines);
  expect(text.length).toBeGreaterThan(4 * maxLineBytes);
  expect(new Set(marks(await read(text)))).toEqual(new Set([""]));
});

const piece = fc.constantFrom(
  "[14/06/2025, 20:01:00] ", "14/06/2025, 20:02 - ", "6/14/25, 8:03\u202fPM - ", `${lrm}[14/06/2025, 20:04:00] `, "31/02/2025, 20:02 - ", "\u200f٢٤\u200f/٧\u200f/٢٠١٩، ٧:٠٥ م - ",
  "14/06/2025, 9:05 - ", "14/06/2025, 09:05 - ", "15/06/2025, 20:02 - ", "14/06/2025, 98:02 - ", "14/06/25 qq 7:05 - ", "2019년 7월 24일 오후 7:05, ", "\uFEFF",
  "Sam: ", "Maya: ", "Sam : ", "X: y: ", 'X said "a: b" ', "Sam:", lrm, "hello", "<attached: a.jpg>", "a.jpg (file attached)", "image omitted", "null", " <This message was edited>", "Voice call, 5 min",
  "😀", "é", "\u0000", " ", "\n", "\n", "\r\n", "\r\n", "\r",
); // prettier-ignore
interface Habits {
  readonly days: readonly string[];
  readonly minutes: readonly string[];
  readonly styles: readonly ("iphone" | "marked" | "android" | "american")[];
  readonly authors: readonly string[];
}

/** Files of heads that resemble each other, so that the cache has something to know again, with an oddity here and there. */
function chatOf({ days, minutes, styles, authors }: Habits): fc.Arbitrary<string> {
  const line = fc.record({
    day: fc.constantFrom(...days),
    hour: fc.constantFrom("08", "09", "10", "11", "20", "9", "98"),
    minute: fc.constantFrom(...minutes),
    style: fc.constantFrom(...styles),
    author: fc.constantFrom(...authors),
    body: fc.oneof(
      fc.constantFrom(
        "hi",
        "hi",
        "hello: you",
        "😀",
        "é\uFFFD",
        "",
        `${lrm}Sam added Maya`,
        `${lrm}image omitted`,
        "image omitted",
        "note: x",
      ),
      fc.constantFrom(
        "two\nlines",
        "two\r\nlines",
        "two\n14/06/2024 lines",
        "two\n\n",
        `${lrm}<attached: 00000001-PHOTO.jpg>`,
        "a.jpg (file attached)",
      ),
    ),
    lineBreak: fc.constantFrom("\r\n", "\r\n", "\r\n", "\n"),
  });
  return fc.array(line, { maxLength: 25 }).map((lines) =>
    lines
      .map(({ day, hour, minute, style, author, body, lineBreak }) => {
        const heads = {
          iphone: `[${day}, ${hour}:${minute}:00] `,
          marked: `${lrm}[${day}, ${hour}:${minute}:00] `,
          android: `${day}, ${hour}:${minute} - `,
          american: `${day}, ${hour}:${minute} ${hour === "9" ? "am" : "pm"} - `,
        };
        return heads[style] + author + body + lineBreak;
      })
      .join(""),
  );
}

const calm = chatOf({ days: ["14/06/2025"], minutes: ["01", "02"], styles: ["iphone"], authors: ["Sam: ", "Maya: "] });
const varied = chatOf({
  days: ["14/06/2025", "14/06/2025", "14/06/2025", "15/06/2025", "14/6/2025"],
  minutes: ["01", "02", "59", "0:", "0/"],
  styles: ["iphone", "iphone", "iphone", "marked", "android", "american"],
  authors: ["Sam: ", "Sam: ", "Maya: ", "Tom: ", "Zoë: ", "Sam:", ""],
});
const noise = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
const file = fc.oneof(noise, calm, varied);

test("whatever a file holds, every byte lies under one reading, in order, however the reads are cut", async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 9 }), async (text, most) => {
      const readings = await read(text);
      expect(readings.map(spanOf)).toEqual(tiled(readings));
      expect(readings.length === 0 ? 0 : spanOf(readings.at(-1))[1]).toBe(new TextEncoder().encode(text).length);
      expect(await read(text, { most })).toEqual(readings);
      const ids = readings.flatMap((reading) => ("act" in reading ? [reading.act.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { seed, numRuns: 500 },
  );
});

test("a file says the same in UTF-8, where most lines are only glanced at first, as in UTF-16, where each is decoded", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      const plain = text.replaceAll("\uFEFF", "");
      const wide = new Uint8Array(Buffer.from(`\uFEFF${plain}`, "utf16le"));
      const withoutSpans = (readings: readonly Reading[]): string =>
        JSON.stringify(readings, (key, value: unknown) => (key === "source" ? undefined : value));
      expect(withoutSpans(await readBytes(wide))).toBe(withoutSpans(await read(`\uFEFF${plain}`)));
    }),
    { seed, numRuns: 500 },
  );
});

test("the same chat exported twice, the second time longer, gives the same ids to the same messages", async () => {
  const lines = ["14/06/2025, 20:01 - Sam: hi", "14/06/2025, 20:01 - Sam: hi", "14/06/2025, 20:02 - Maya: no"];
  const ids = (await acts(android(...lines))).map(({ id }) => id);
  const more = (await acts(android(...lines, "14/06/2025, 20:03 - Sam: hi"))).map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(more.slice(0, 3)).toEqual(ids);
});

test("equal messages of one minute stay two, though a line between them begins with another date", async () => {
  const ids = (await acts(android("14/06/2025, 20:01 - Sam: hi\n1/1/2020, 10:00 was our day", "14/06/2025, 20:01 - Sam: no", "14/06/2025, 20:01 - Sam: no\n1/1/2020", "14/06/2025, 20:01 - Sam: no"))).map(({ id }) => id); // prettier-ignore
  expect(new Set(ids).size).toBe(ids.length);
});

test("what stands around a message changes nothing in its id", async () => {
  const message = "14/06/2025, 20:02 - Sam: hi";
  const [alone] = await acts(android(message));
  const around = [
    ["14/06/2025, 20:01 - Maya: no", "14/06/2025, 20:02 - You were added", message],
    ["14/06/2025, 20:02 - Maya: no", message],
    ["31/02/2025, 20:02 - Maya: no", message],
    ["13/06/2025, 20:02 - Maya: no", "14/06/2025, 20:02 - Sam: <Media omitted>", message],
  ];
  for (const lines of around) expect((await acts(android(...lines))).at(-1)?.id).toBe(alone?.id);
});

test("a stamp that is written alike in two exports joined to one file is read in the order of each", async () => {
  const first = ["[14/04/2025, 20:00:00] Sam: a", "[05/06/2025, 20:01:00] Sam: b"];
  const second = ["05/06/2025, 20:01:00 - Sam: c", "05/14/2025, 20:00:00 - Sam: d"];
  const stamps = (await acts(`${[...first, ...second].join("\n")}\n`)).map(({ when }) =>
    new Date(when.earliest).toISOString().slice(0, 10),
  );
  expect(stamps).toEqual(["2025-04-14", "2025-06-05", "2025-05-06", "2025-05-14"]);
});

test("bytes that are no text give the id of what is shown for them", async () => {
  const lines = ["14/06/2025, 20:01 - Sam: hi", "14/06/2025, 20:02 - Sam: caf\uFFFD", "14/06/2025, 20:03 - Sam: hi"];
  const shown = Buffer.from(android(...lines));
  const at = shown.indexOf("\uFFFD");
  const broken = Buffer.concat([shown.subarray(0, at), Buffer.from([0xe9]), shown.subarray(at + 3)]);
  const idsOf = (readings: readonly Reading[]): string[] => readings.flatMap((reading) => ("act" in reading ? [reading.act.id] : []));
  expect(idsOf(await readBytes(new Uint8Array(broken)))).toEqual(idsOf(await readBytes(new Uint8Array(shown))));
});

test("an export made before and after the phone learned U+202F gives the same ids", async () => {
  const [before] = await acts("[7/24/19, 7:05:15 PM] Sam: hi");
  const [after] = await acts("[7/24/19, 7:05:15\u202fPM] Sam: hi");
  expect(after?.id).toBe(before?.id);
});

test("a file is known by its headers or its name, and other text is left to others", () => {
  const sees = (name: string, text: string): boolean =>
    whatsapp.recognises({ name, text, bytes: new TextEncoder().encode(text), siblings: [] });
  expect(sees("chat.txt", "[24/07/2019, 19:05:15] Sam: hi\r\n")).toBe(true);
  expect(sees("folder/_chat.txt", "")).toBe(true);
  expect(sees("WhatsApp Chat with Sam.txt", "24/07/2019, 19:05 - You were added\n")).toBe(true);
  expect(sees("log.txt", "2019-07-24 19:05:15 server started\n")).toBe(false);
  expect(sees("chat.csv", "24/07/2019, 19:05 - Sam: hi\n")).toBe(false);
  expect(sees("notes.txt", "24/07/2019 we met at 19:05\n")).toBe(false);
});

function spanOf(reading: Reading | undefined): [number, number] {
  if (!reading) return [-1, -1];
  const { start, end } = "act" in reading ? reading.act.source : "notice" in reading ? reading.notice.source : "unread" in reading ? reading.unread.source : reading.kept.source; // prettier-ignore
  return [start, end];
}

/** The spans as they must be: each from the end of the one before. */
function tiled(readings: readonly Reading[]): [number, number][] {
  let reached = 0;
  return readings.map((reading) => {
    const start = reached;
    reached = spanOf(reading)[1];
    return [start, reached];
  });
}

const encryptionLine = "Messages and calls are end-to-end encrypted.";

/** What the lines of the app show of the span of the chat. */
async function covers(text: string): Promise<unknown[]> {
  const iso = (instant?: Instant): string | undefined => (instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16));
  return (await read(text)).flatMap((one) => {
    if (!("notice" in one) || !one.notice.covers) return [];
    const { from, until } = one.notice.covers;
    return [[iso(from), iso(until)]];
  });
}

test("a chat begins with the app's own first line, and a whole line of the app at its end was still written", async () => {
  const chat = `13/03/2026, 16:13 - ${encryptionLine}\n20/04/2026, 10:00 - Sam: hi\n21/04/2026, 10:00 - Ben: hi\n`;
  expect(await covers(`${chat}30/05/2026, 10:00 - ${encryptionLine}\n`)).toEqual([
    ["2026-03-13T16:13", "2026-03-13T16:13"],
    [undefined, "2026-05-30T09:00"],
  ]);
});

test("a line that somebody could have typed, and one under the rest of a torn message, show no beginning", async () => {
  const chat = "20/04/2026, 10:00 - Sam: hi\n21/04/2026, 10:00 - Ben: hi\n22/04/2026, 10:00 - Sam: hi\n";
  expect(await covers(`13/03/2026, 16:13 - Sam waved at you\n${chat}`)).toEqual([]);
  expect(await covers(`the end of a message\n13/03/2026, 16:13 - ${encryptionLine}\n${chat}`)).toEqual([[undefined, "2026-03-13T16:13"]]);
});

test("the app's own line that she ended a block says when; the same words typed below a message say nothing", async () => {
  const unblocked = async (text: string): Promise<unknown[]> =>
    (await read(text)).flatMap((one) => ("notice" in one ? (one.notice.covers?.unblocked ?? []) : []));
  const chat = "20/04/2026, 10:00 - Sam: hi\n21/04/2026, 10:00 - Ben: hi\n";
  const at = Date.parse("2026-04-22T09:00:00Z");
  expect(await unblocked(`${chat}22/04/2026, 10:00 - You unblocked this contact\n`)).toEqual([{ earliest: at, latest: at + 59_999 }]);
  const marked = "[20/04/2026, 10:00:00] Sam: hi\n\u200E[22/04/2026, 10:00:00] Ben: \u200EYou unblocked this contact\n";
  expect(await unblocked(marked)).toHaveLength(1);
  expect(await unblocked(`${chat}22/04/2026, 10:00 - Sam: You unblocked this contact\n`)).toEqual([]);
  expect(await unblocked(`${chat}22/04/2026, 10:00 - You unblocked this contact\nreally\n`)).toEqual([]);
});

test("a line of the app that leaps out of the order of the chat shows nothing", async () => {
  const chat = `20/04/2026, 10:00 - Sam: hi\n30/08/2026, 16:13 - ${encryptionLine}\n21/04/2026, 10:00 - Ben: hi\n22/04/2026, 10:00 - Sam: hi\n`;
  expect(await covers(chat)).toEqual([]);
});

test("where the order of day and month is not known, the chat begins at the later of the two days", async () => {
  const chat = `02/03/2026, 16:13 - ${encryptionLine}\n04/05/2026, 10:00 - Sam: hi\n06/07/2026, 10:00 - Ben: hi\n`;
  expect((await covers(chat))[0]).toEqual(["2026-03-02T16:13", "2026-02-03T16:13"]);
});

test("two people of one group whose names differ in case alone are two, and one who writes alone is compared as ever", async () => {
  const lines = ["Orla Finch: please stop", "ORLA FINCH: I know where you park", "Garth Pell: hi"].map(
    (said) => `13/03/2026, 08:00 - ${said}\n`,
  );
  const normalsOf = async (text: string): Promise<readonly string[]> =>
    (await readBytes(new TextEncoder().encode(text), { name: "WhatsApp Chat with Trio.txt" })).flatMap((one) =>
      "act" in one ? [one.act.from.normal] : [],
    );
  expect(await normalsOf(lines.join(""))).toEqual(["Orla Finch [as written]", "ORLA FINCH [as written]", "garth pell"]);
  expect(await normalsOf(lines.slice(1).join(""))).toEqual(["orla finch", "garth pell"]);
});
