import type { Act } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { expectCutsChangeNothing, handIn, known } from "./hand-in.ts";
import { meant } from "./wall-clock.ts";
import { rawZip } from "../../fixtures/importers/raw-zip.ts";

const lrm = "\u200E";
const said = { zone: "Europe/London" };
const chat = "WhatsApp Chat with Sam.txt";

const wordsOf = (acts: readonly Act[]) => acts.map((act) => [act.from.wrote, act.text]);

describe("who wrote", () => {
  test("a line of the app that contains a colon invents nobody", async () => {
    const lines = [
      "01/02/2025, 10:00 - Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
      '01/02/2025, 10:01 - Alex created group "Street party"',
      "01/02/2025, 10:02 - Alex added Jo",
      '01/02/2025, 10:03 - Alex changed the subject to "meet at 9: bring keys"',
      '01/02/2025, 10:04 - Alex changed the subject from "meet at 9: bring keys" to "now: or never"',
      "01/02/2025, 10:05 - Alex: hello: all",
      "01/02/2025, 10:06 - Jo: hi",
      "01/02/2025, 10:07 - Sam left",
      "01/02/2025, 10:08 - Alex: bye",
    ];
    const { acts, reasons } = await handIn({ "WhatsApp Chat with Street party.txt": `${lines.join("\n")}\n` }, said);
    expect(reasons).toEqual([]);
    const authors = new Set(acts.filter((act) => act.kind === "message").map((act) => act.from.wrote));
    expect(authors).toEqual(new Set(["Alex", "Jo"]));
    expect(wordsOf(acts.filter((act) => act.kind === "message"))).toEqual([
      ["Alex", "hello: all"],
      ["Jo", "hi"],
      ["Alex", "bye"],
    ]);
    expect(acts.find((act) => act.text === "hi")?.to.map((to) => to.kind)).toEqual(["group"]);
  });

  test("the same line on an iPhone, where the app speaks behind a mark, invents nobody", async () => {
    const lines = [
      `[01/02/2025, 10:00:00] Street party: ${lrm}Messages and calls are end-to-end encrypted.`,
      `[01/02/2025, 10:03:00] Alex: ${lrm}Alex changed the subject to “meet at 9: bring keys”`,
      "[01/02/2025, 10:05:00] Alex: hello: all",
      "[01/02/2025, 10:06:00] Jo: hi",
      "[01/02/2025, 10:07:00] Kim: hi",
    ];
    const { acts, notices } = await handIn({ "WhatsApp Chat - Street party/_chat.txt": `${lines.join("\r\n")}\r\n` }, said);
    expect(wordsOf(acts)).toEqual([
      ["Alex", "hello: all"],
      ["Jo", "hi"],
      ["Kim", "hi"],
    ]);
    expect(notices).toHaveLength(2);
  });

  test("a number is a number, whoever has no name in the phone", async () => {
    const { acts } = await handIn({ [chat]: "24/05/2022, 16:15 - +44 7700 900123: one\n24/05/2022, 16:16 - Sam: two\n" }, said);
    expect(acts[0]?.from).toMatchObject({ kind: "phone", normal: "+447700900123" });
    expect(acts[1]?.from.kind).toBe("name");
  });
});

describe("what the app wrote", () => {
  const iphone = [
    `[01/02/2025, 09:00:00] Sam: ${lrm}Messages and calls are end-to-end encrypted. No one outside of this chat can read them.`,
    "[01/02/2025, 09:10:03] Sam: A message",
    `${lrm}[01/02/2025, 09:10:06] Jo: ${lrm}<attached: some-image.jpg>`,
    `${lrm}[01/02/2025, 09:11:00] Jo: A PDF.pdf • ${lrm}1 page ${lrm}<attached: some-doc.pdf>`,
    `[01/02/2025, 09:12:00] Sam: An edited message ${lrm}<This message was edited>`,
    `[01/02/2025, 09:13:00] Jo: ${lrm}You deleted this message.`,
    `[01/02/2025, 09:14:00] Sam: ${lrm}This message was deleted.`,
    `[01/02/2025, 09:15:00] Sam: ${lrm}Missed voice call`,
    `[01/02/2025, 09:16:00] Sam: ${lrm}Missed voice call, ${lrm}Tap to call back`,
    `[01/02/2025, 09:17:00] Sam: ${lrm}Video call, ${lrm}5 min`,
    `[01/02/2025, 09:18:00] Sam: ${lrm}image omitted`,
    `[01/02/2025, 09:19:00] Sam: ${lrm}Location: https://maps.google.com/?q=51.5,-0.1`,
    `[01/02/2025, 09:20:00] Jo: ${lrm}POLL:`,
    "A question",
    `${lrm}OPTION: Option A (1 vote)`,
    "",
  ].join("\r\n");

  test("on an iPhone, notices are nobody's; deleted, missed and omitted are acts without words", async () => {
    const { acts, notices, reasons } = await handIn({ "chat/_chat.txt": iphone, "chat/some-image.jpg": "picture" }, said);
    expect(reasons).toEqual([]);
    expect(notices).toHaveLength(1);
    expect(acts.map((act) => [act.when.wrote.slice(-8), act.kind, act.text])).toEqual([
      ["09:10:03", "message", "A message"],
      ["09:10:06", "message", null],
      ["09:11:00", "message", expect.stringContaining("A PDF.pdf")],
      ["09:12:00", "message", "An edited message"],
      ["09:13:00", "message", null],
      ["09:14:00", "message", null],
      ["09:15:00", "call", null],
      ["09:16:00", "call", null],
      ["09:17:00", "call", null],
      ["09:18:00", "message", null],
      ["09:19:00", "location", expect.stringContaining("51.5,-0.1")],
      ["09:20:00", "message", expect.stringContaining("Option A")],
    ]);
    const flags = (at: string) => acts.find((act) => act.when.wrote.endsWith(at))?.flags;
    expect(flags("09:12:00")).toContain("edited");
    expect(flags("09:13:00")).toContain("deleted");
    expect(flags("09:14:00")).toContain("deleted");
    expect(flags("09:15:00")).toEqual(expect.arrayContaining(["missed", "unanswered"]));
    expect(flags("09:16:00")).toContain("missed");
    expect(flags("09:18:00")).toContain("media-missing");
    expect(acts.find((act) => act.kind === "call" && act.duration !== undefined)?.duration).toBe(300);
    for (const act of acts) expect(act.flags).not.toContain("forged-header");
  });

  test("a file that is there is hashed, one that is not is missed, with or without a title before it", async () => {
    const { acts, kept } = await handIn({ "chat/_chat.txt": iphone, "chat/some-image.jpg": "picture" }, said);
    const [image, document] = acts.filter((act) => act.attachments.length > 0);
    expect(image?.attachments).toEqual([expect.objectContaining({ name: "some-image.jpg", size: 7, sha256: expect.any(String) })]);
    expect(document?.attachments.map((one) => [one.name, one.sha256])).toEqual([["some-doc.pdf", undefined]]);
    expect(image?.flags).not.toContain("media-missing");
    expect(document?.flags).toContain("media-missing");
    expect(kept).toEqual([]);
  });

  test("what a person typed on an iPhone is hers, even in the words of the app", async () => {
    const { acts } = await handIn(
      { "_chat.txt": iphone + "[01/02/2025, 09:30:00] Sam: Missed voice call\r\n[01/02/2025, 09:31:00] Sam: image omitted\r\n" },
      said,
    );
    expect(wordsOf(acts.slice(-2))).toEqual([
      ["Sam", "Missed voice call"],
      ["Sam", "image omitted"],
    ]);
    expect(acts.slice(-2).map((act) => act.kind)).toEqual(["message", "message"]);
  });

  test("on an Android phone a caption stands on the next line, and null and nothing are seen once", async () => {
    const text = [
      "24/5/2022, 16:15 - Sam: IMG-20220524-WA0000.jpg (file attached)",
      "caption text on the next line",
      "24/5/2022, 16:16 - Sam: <Media omitted>",
      "24/5/2022, 16:17 - Sam: null",
      "24/5/2022, 16:18 - Jo: ",
      "24/5/2022, 16:19 - Jo: This message was deleted",
      "24/5/2022, 16:20 - Jo: You deleted this message",
      "24/5/2022, 16:21 - Jo: two\n\nlines <This message was edited>",
      "24/5/2022, 16:22 - Sam: null and void",
      "",
    ].join("\n");
    const { acts, reasons } = await handIn({ [`chat/${chat}`]: text, "chat/IMG-20220524-WA0000.jpg": "picture" }, said);
    expect(reasons).toEqual([]);
    expect(acts.map((act) => act.text)).toEqual([
      "caption text on the next line",
      null,
      null,
      null,
      null,
      null,
      "two\n\nlines",
      "null and void",
    ]);
    expect(acts[0]?.attachments[0]?.sha256).toBeDefined();
    expect(acts[1]?.flags).toContain("media-missing");
    expect(acts[2]?.flags).toContain("view-once");
    expect(acts[3]?.flags).toContain("view-once");
    expect(acts[4]?.flags).toContain("deleted");
    expect(acts[5]?.flags).toContain("deleted");
    expect(acts[6]?.flags).toContain("edited");
    expect(acts[7]?.flags).not.toContain("view-once");
  });

  test("reads cut anywhere give the same", async () => {
    await expectCutsChangeNothing({ "chat/_chat.txt": iphone, "chat/some-image.jpg": "picture" }, said);
  });
});

describe("a header typed inside a message", () => {
  const before = Array.from({ length: 20 }, (_, i) => `0${1 + (i % 2)}/03/2025, 10:${String(10 + i)} - ${i % 2 ? "Jo" : "Sam"}: line ${i}`);
  const forward = Array.from({ length: 20 }, (_, i) => `01/03/2025, 10:${10 + i} - ${i % 2 ? "Jo" : "Sam"}: line ${i}`);

  const forged: readonly (readonly [kind: string, line: string])[] = [
    ["that goes back in time", "01/02/2025, 09:00 - Jo: I will pay"],
    ["with seconds where there are none", "01/03/2025, 10:19:30 - Jo: I will pay"],
    ["in another shape of date", "1.3.25, 10:19 - Jo: I will pay"],
    ["in brackets", "[01/03/2025, 10:19:00] Jo: I will pay"],
    ["by somebody who is not in the chat", "01/03/2025, 10:19 - Mallory: I will pay"],
    ["from far ahead", "01/09/2025, 10:19 - Jo: I will pay"],
    ["of twelve hours", "01/03/2025, 10:19 am - Jo: I will pay"],
  ];

  test.each(forged)("is flagged: %s", async (_, line) => {
    const lines = [...forward.slice(0, 10), line, ...forward.slice(10)];
    const { acts } = await handIn({ [chat]: `${lines.join("\n")}\n` }, said);
    const flagged = acts.filter((act) => act.flags.includes("forged-header"));
    expect(flagged.map((act) => act.text)).toEqual(["I will pay"]);
    expect(acts).toHaveLength(21);
  });

  test.each([
    ["two from far ahead", "09", 2],
    ["six from far ahead", "09", 6],
    ["two from the month before", "02", 2],
    ["six from the month before", "02", 6],
  ])("is flagged with those beside it, and no honest line for it: %s", async (_, month, count) => {
    const typed = Array.from({ length: count }, (_, i) => `01/${month}/2025, 10:2${i} - Jo: I will pay ${i}`);
    const { acts } = await handIn({ [chat]: `${[...forward.slice(0, 10), ...typed, ...forward.slice(10)].join("\n")}\n` }, said);
    expect(acts.filter((act) => act.flags.includes("forged-header")).map((act) => act.text)).toEqual(typed.map((line) => line.slice(24)));
  });

  test("is not seen where there is none", async () => {
    const { acts } = await handIn({ [chat]: `${forward.join("\n")}\n` }, said);
    expect(acts.filter((act) => act.flags.includes("forged-header"))).toEqual([]);
    expect(acts.every((act) => act.grade === "text-export")).toBe(true);
  });

  test("lines out of order are said to be", async () => {
    const { acts } = await handIn({ [chat]: `${before.join("\n")}\n` }, said);
    expect(acts.filter((act) => act.flags.includes("out-of-order")).length).toBeGreaterThan(5);
  });
});

describe("archives", () => {
  const text = `[01/02/2025, 09:10:03] Sam: A message\r\n${lrm}[01/02/2025, 09:10:06] Jo: ${lrm}<attached: 00000002-PHOTO.jpg>\r\n[01/02/2025, 09:11:03] Sam: more\r\n`;
  const inner = () =>
    rawZip([
      { name: "_chat.txt", data: known(text) },
      { name: "00000002-PHOTO.jpg", data: known("picture"), method: 0 },
    ]);

  test("a chat in a zip finds its picture", async () => {
    const { acts, readers, kept } = await handIn({ "WhatsApp Chat - Sam.zip": inner() }, said);
    expect(readers).toEqual(["whatsapp"]);
    expect(kept).toEqual([]);
    expect(acts.map((act) => act.text)).toEqual(["A message", null, "more"]);
    expect(acts[1]?.attachments[0]).toMatchObject({ size: 7, sha256: expect.any(String) });
    expect(acts[0]?.source).toMatchObject({ start: 0, within: [expect.objectContaining({ name: "WhatsApp Chat - Sam.zip" })] });
  });

  test("a zip in a zip, with media, keeps both wrappings and reads the same acts", async () => {
    const outer = rawZip([
      { name: "phone/WhatsApp Chat - Sam.zip", data: known(inner()) },
      { name: "phone/unrelated.jpg", data: known("other picture") },
    ]);
    const { acts, kept } = await handIn({ "backup.zip": outer }, said);
    expect(acts.map((act) => act.text)).toEqual(["A message", null, "more"]);
    expect(acts[1]?.attachments[0]?.sha256).toBeDefined();
    expect(acts[0]?.source.within?.map((one) => one.name)).toEqual(["backup.zip", "phone/WhatsApp Chat - Sam.zip"]);
    expect(kept).toEqual(["phone/unrelated.jpg"]);
    const plain = await handIn({ "WhatsApp Chat - Sam.zip": inner() }, said);
    expect(acts.map((act) => act.id)).toEqual(plain.acts.map((act) => act.id));
  });

  test("a zip that was cut short still gives what is whole in it, and says so", async () => {
    const whole = inner();
    for (const end of [whole.length - 10, whole.length - 90]) {
      const { acts, reasons } = await handIn({ "chat.zip": whole.subarray(0, end) }, said);
      expect(acts.map((act) => act.text)).toEqual(["A message", null, "more"]);
      expect(reasons.length).toBeGreaterThan(0);
    }
  });

  test("reads of an archive cut anywhere give the same", async () => {
    await expectCutsChangeNothing({ "backup.zip": rawZip([{ name: "a.zip", data: known(inner()) }]) }, said);
  });
});

test("impossible dates are told with a reason, and the lines around them stand", async () => {
  for (const odd of [
    "31/02/2025, 10:01",
    "29/02/2025, 10:01",
    "00/02/2025, 10:01",
    "31/04/2025, 10:01",
    "28/02/2025, 25:61",
    "28/02/2025, 10:60",
  ]) {
    const { acts, readings } = await handIn(
      { [chat]: `27/02/2025, 10:00 - Sam: before\n${odd} - Sam: odd\n28/02/2025, 10:02 - Sam: after\n` },
      said,
    );
    expect(
      acts.map((act) => [act.text, act.when.earliest]),
      odd,
    ).toEqual([
      ["before", meant("2025-02-27T10:00").earliest],
      ["after", meant("2025-02-28T10:02").earliest],
    ]);
    const unread = readings.flatMap((one) => ("unread" in one ? [one.unread] : []));
    expect(unread, odd).toHaveLength(1);
    expect(unread[0]?.reason, odd).toMatch(/date|time|day|clock/i);
    expect(unread[0]?.reason).not.toContain("odd");
  }
});
