import { describe, expect, test } from "vitest";
import { expectCutsChangeNothing, handIn, timelineOf } from "./hand-in.ts";
import { meant } from "./wall-clock.ts";

/** Chats as hard as real ones: wrong turns that an importer can take although every single line is plain. */

const lrm = "\u200E";
const said = { zone: "Europe/London" };
const chat = "WhatsApp Chat with Sam.txt";
const read = (text: string, more = {}) => handIn({ [chat]: text }, { ...said, ...more });
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

describe("borders of lines", () => {
  test.each([
    ["a line separator", "\u2028"],
    ["a paragraph separator", "\u2029"],
    ["a lone carriage return", "\r"],
    ["a form feed", "\f"],
    ["a vertical tab", "\v"],
    ["a next line", "\u0085"],
  ])("%s ends no message, whatever follows it", async (_, mark) => {
    const { acts } = await read(`01/02/2025, 10:00 - Sam: hi${mark}01/02/2025, 10:01 - Jo: I will pay\n01/02/2025, 10:02 - Jo: bye\n`);
    expect(acts.map((act) => act.from.wrote)).toEqual(["Sam", "Jo"]);
  });

  test("the last line needs no line break, and a character cut at the end is told", async () => {
    const plain = await read("01/02/2025, 10:00 - Sam: one\n01/02/2025, 10:01 - Jo: two");
    expect(plain.acts.map((act) => act.text)).toEqual(["one", "two"]);
    const cut = await handIn(
      {
        [chat]: Buffer.concat([Buffer.from("01/02/2025, 10:00 - Sam: one\n01/02/2025, 10:01 - Jo: two "), Uint8Array.of(0xf0, 0x9f, 0x98)]),
      },
      said,
    );
    expect(cut.acts).toHaveLength(2);
    expect(cut.acts[1]?.flags).toContain("decoding-doubtful");
  });

  test("what looks nearly like a header stays in the message", async () => {
    const body = [
      "plan:",
      "24/7 - always",
      "10:30 - coffee: yes",
      "1/2 - half: done",
      "[note] Sam: x",
      "2025 - year: new",
      "- Sam: dash",
    ].join("\n");
    const { acts, reasons } = await read(`01/02/2025, 10:00 - Sam: ${body}\n01/02/2025, 10:01 - Jo: ok\n`);
    expect(reasons).toEqual([]);
    expect(acts.map((act) => act.text)).toEqual([body, "ok"]);
  });
});

describe("the minute after another like it", () => {
  test.each(["25:61", "24:00", "10:60", "99:99"])("a time of %s is told, though date and author were just read", async (odd) => {
    const lines = ["10:00", "10:01", odd, "10:03", odd, "10:04"].map((clock, i) => `28/02/2025, ${clock} - Sam: ${i}\n`);
    const { acts, reasons } = await read(lines.join(""));
    expect(acts.map((act) => act.text)).toEqual(["0", "1", "3", "5"]);
    expect(reasons).toHaveLength(2);
  });

  test("hours of one digit and two, seconds and none, in one day", async () => {
    const clocks = ["9:58 AM", "9:59 AM", "10:00 AM", "12:00 PM", "12:59 PM", "1:00 PM", "11:59 PM"];
    const { acts } = await read(clocks.map((clock, i) => `2/28/25, ${clock} - Sam: ${i}\n`).join(""));
    expect(acts.map((act) => new Date(act.when.earliest).toISOString().slice(11, 16))).toEqual([
      "09:58",
      "09:59",
      "10:00",
      "12:00",
      "12:59",
      "13:00",
      "23:59",
    ]);
    const bad = await read(
      "2/28/25, 9:58 AM - Sam: a\n2/28/25, 13:58 AM - Sam: b\n2/28/25, 0:58 PM - Sam: c\n2/28/25, 10:00 AM - Sam: d\n",
    );
    expect(bad.acts.map((act) => act.text)).toContain("a");
    expect(bad.acts.map((act) => act.text)).toContain("d");
  });
});

describe("the order of dates", () => {
  const days = async (stamps: readonly string[], more = {}) => {
    const { acts } = await read(stamps.map((stamp) => `${stamp}, 12:00 - Sam: x\n`).join(""), more);
    return { days: acts.map((act) => day(act.when.earliest)), assumed: acts.some((act) => act.flags.includes("date-order-assumed")) };
  };

  test("a single plain date is enough", async () => {
    expect(await days(["01/02/2025", "02/03/2025", "25/03/2025"])).toEqual({
      days: ["2025-02-01", "2025-03-02", "2025-03-25"],
      assumed: false,
    });
    expect(await days(["01/02/2025", "02/03/2025", "03/25/2025"])).toEqual({
      days: ["2025-01-02", "2025-02-03", "2025-03-25"],
      assumed: false,
    });
  });

  test("a plain date at the end of a long file decides for its first line", async () => {
    const many = Array.from({ length: 3000 }, () => "1/2/25");
    const read = await days([...many, "1/13/25"]);
    expect(read.assumed).toBe(false);
    expect(new Set(read.days)).toEqual(new Set(["2025-01-02", "2025-01-13"]));
  });

  test("one typed line cannot turn the order of a file that runs the other way", async () => {
    const stamps = ["01/02/2025", "02/02/2025", "05/02/2025", "02/25/2025", "01/03/2025", "01/04/2025", "01/05/2025"];
    const honest = ["2025-02-01", "2025-02-02", "2025-02-05", "2025-02-25", "2025-03-01", "2025-04-01", "2025-05-01"];
    expect((await days(stamps)).days).toEqual(honest);
    const { acts } = await read(stamps.map((stamp, i) => `${stamp}, 12:00 - ${i % 2 ? "Jo" : "Sam"}: ${stamp}\n`).join(""), {
      dateOrder: "dmy",
    });
    expect(acts.map((act) => day(act.when.earliest))).toEqual(honest);
    expect(acts.filter((act) => act.flags.includes("forged-header")).map((act) => act.text)).toEqual(["02/25/2025"]);
  });

  test("one export decides what the other leaves open: the merged chat has the dates of the whole", async () => {
    const lines = ["1/2/25", "1/3/25", "1/4/25", "1/5/25", "1/25/25", "1/26/25"].map((stamp, i) => `${stamp}, 12:00 - Sam: ${i}\n`);
    const whole = await timelineOf({ [`w/${chat}`]: lines.join("") }, said);
    const halves = await timelineOf({ [`a/${chat}`]: lines.slice(0, 4).join(""), [`b/${chat}`]: lines.slice(2).join("") }, said);
    const dates = (acts: typeof whole) => acts.map((act) => `${act.text} ${day(act.when.earliest)}`).sort();
    expect(dates(halves).slice(2)).toEqual(dates(whole).slice(2));
  });
});

describe("clocks and forgery", () => {
  test("the autumn hour seen twice in an honest chat is no forgery and out of no order", async () => {
    const clocks = ["00:40", "01:10", "01:50", "01:05", "01:30", "01:58", "02:05", "02:10"];
    const { acts } = await read(clocks.map((clock, i) => `26/10/2025, ${clock} - ${i % 2 ? "Jo" : "Sam"}: ${i}\n`).join(""));
    expect(acts.filter((act) => act.flags.includes("time-twice"))).toHaveLength(5);
    expect(acts.flatMap((act) => act.flags.filter((flag) => flag === "forged-header" || flag === "out-of-order"))).toEqual([]);
  });

  test("a phone whose settings changed once is no forgery", async () => {
    const before = Array.from({ length: 30 }, (_, i) => `6/${1 + i}/23, 4:${10 + i} PM - ${i % 3 ? "Jo" : "Sam"}: ${i}\n`);
    const after = Array.from({ length: 30 }, (_, i) => `${1 + i}/7/2023, 16:${10 + i} - ${i % 3 ? "Jo" : "Sam"}: ${i}\n`);
    const { acts } = await read(before.join("") + after.join(""));
    expect(acts.map((act) => day(act.when.earliest))).toEqual([
      ...Array.from({ length: 30 }, (_, i) => `2023-06-${String(i + 1).padStart(2, "0")}`),
      ...Array.from({ length: 30 }, (_, i) => `2023-07-${String(i + 1).padStart(2, "0")}`),
    ]);
    expect(acts.filter((act) => act.flags.includes("forged-header"))).toEqual([]);
  });
});

describe("names", () => {
  test.each([
    "Sam O'Neil",
    "Mum’s phone",
    'Sam "Sparky" Jones',
    "«Sam»",
    "😀 Sam",
    "سام",
    "Sam (work)",
    "Sam - gym",
    "~ Sam",
    "Dr. Sam",
    "+44 7700 900123",
    `${lrm}Sam`,
    "Sam, Jo's brother",
  ])("%s is somebody", async (name) => {
    for (const text of [
      `01/02/2025, 10:00 - ${name}: hi: you\n01/02/2025, 10:01 - Jo: yes\n`,
      `[01/02/2025, 10:00:00] ${name}: hi: you\r\n[01/02/2025, 10:01:00] Jo: yes\r\n`,
    ]) {
      const { acts, notices } = await read(text);
      expect(notices).toEqual([]);
      expect(acts.map((act) => act.text)).toEqual(["hi: you", "yes"]);
      expect(acts[0]?.from.wrote.replace(lrm, "")).toBe(name.replace(lrm, ""));
    }
  });

  test.each([
    "Alex hat den Betreff von „a: b“ zu „treffen um 9: schlüssel“ geändert",
    "Alex changed the subject from “a: b” to “c: d”",
    'Alex cambió el asunto de "a: b" a "c: d"',
    "Alex a changé le sujet « a: b » en « c: d »",
    "Your security code with Sam: work changed. Tap to learn more.",
    "You changed the group description",
    'Group "Flat 2: rent" was created',
    "You created group “Flat 2: rent”",
  ])("%s is a line of the app", async (line) => {
    const { acts, notices } = await handIn(
      {
        "WhatsApp Chat with Street.txt": `01/02/2025, 10:00 - ${line}\n01/02/2025, 10:01 - Alex: hi\n01/02/2025, 10:02 - Jo: hi\n01/02/2025, 10:03 - Kim: hi\n`,
      },
      said,
    );
    expect(acts.map((act) => act.from.wrote)).toEqual(["Alex", "Jo", "Kim"]);
    expect(notices).toHaveLength(1);
  });
});

describe("words of the app", () => {
  test.each([
    "image omitted",
    "video omitted",
    "audio omitted",
    "sticker omitted",
    "GIF omitted",
    "document omitted",
    "Contact card omitted",
    "Bild weggelassen",
    "imagen omitida",
    "image absente",
    "immagine omessa",
  ])("%s behind the mark is a missing file", async (words) => {
    const { acts } = await handIn(
      { "_chat.txt": `[01/02/2025, 10:00:00] Sam: ${lrm}${words}\r\n[01/02/2025, 10:01:00] Jo: yes\r\n` },
      said,
    );
    expect(acts.map((act) => [act.kind, act.text])).toEqual([
      ["message", null],
      ["message", "yes"],
    ]);
    expect(acts[0]?.flags).toContain("media-missing");
  });

  test.each(["<Media omitted>", "<Medien ausgeschlossen>", "<Multimedia omitido>", "<Médias omis>", "<Media omessi>", "<Mídia oculta>"])(
    "%s is a missing file",
    async (words) => {
      const { acts } = await read(`01/02/2025, 10:00 - Sam: ${words}\n01/02/2025, 10:01 - Jo: yes\n`);
      expect(acts[0]).toMatchObject({ text: null });
      expect(acts[0]?.flags).toContain("media-missing");
    },
  );

  test.each(["file attached", "Datei angehängt", "archivo adjunto", "fichier joint", "file allegato", "arquivo anexado"])(
    "NAME (%s) is a file",
    async (words) => {
      const { acts, kept } = await handIn(
        {
          [`c/${chat}`]: `01/02/2025, 10:00 - Sam: ${lrm}IMG-20250201-WA0001.jpg (${words})\ncaption\n01/02/2025, 10:01 - Jo: yes\n`,
          "c/IMG-20250201-WA0001.jpg": "picture",
        },
        said,
      );
      expect(acts[0]?.attachments).toMatchObject([{ name: "IMG-20250201-WA0001.jpg", size: 7 }]);
      expect(acts[0]?.text).toBe("caption");
      expect(kept).toEqual([]);
    },
  );

  test.each([["attached"], ["Anhang"], ["adjunto"], ["pièce jointe"], ["allegato"]])(
    "<%s: NAME> is a file, with a title before it or not",
    async (words) => {
      const { acts } = await handIn(
        {
          "c/_chat.txt": `${lrm}[01/02/2025, 10:00:00] Sam: ${lrm}<${words}: 1-A.jpg>\r\n${lrm}[01/02/2025, 10:01:00] Sam: My letter.pdf • ${lrm}2 pages ${lrm}<${words}: 2-My letter.pdf>\r\n[01/02/2025, 10:02:00] Jo: yes\r\n`,
          "c/1-A.jpg": "picture",
          "c/2-My letter.pdf": "letter",
        },
        said,
      );
      expect(acts.map((act) => act.attachments.map((one) => [one.name, one.size]))).toEqual([
        [["1-A.jpg", 7]],
        [["2-My letter.pdf", 6]],
        [],
      ]);
    },
  );
});

test("two chats in one folder each keep their own thread and their own counts", async () => {
  const text = "01/02/2025, 10:00 - Sam: hi\n01/02/2025, 10:00 - Sam: hi\n";
  const { acts } = await handIn({ "c/WhatsApp Chat with Sam.txt": text, "c/WhatsApp Chat with Street.txt": text }, said);
  expect(acts).toHaveLength(4);
  expect(new Set(acts.map((act) => act.thread)).size).toBe(2);
});

test("a chat whose file has lost its ending is read all the same", async () => {
  const text = "01/02/2025, 10:00 - Sam: hi\n01/02/2025, 10:01 - Jo: yes\n";
  for (const name of ["standard-input", "WhatsApp Chat with Sam", "WhatsApp Chat with Dr. Sam", "chat.TXT"]) {
    const { acts } = await handIn({ [name]: text }, said);
    expect(
      acts.map((act) => act.text),
      name,
    ).toEqual(["hi", "yes"]);
  }
});

test("a mixture of everything reads the same, cut anywhere", async () => {
  const lines = [
    `\uFEFF${lrm}[24\u200F/7\u200F/2019، 7:05:15 م] Sam: hi`,
    `[24\u200F/7\u200F/2019، 7:06:15 م] Jo: ${lrm}image omitted`,
    `[31\u200F/2\u200F/2019، 7:06:15 م] Jo: never`,
    `[24\u200F/7\u200F/2019، 7:07:15 م] سام: سلام\r\nline two 😀\r\n`,
    `[24\u200F/7\u200F/2019، 7:08:15 م] Jo: end`,
  ].join("\r\n");
  await expectCutsChangeNothing({ "_chat.txt": lines }, said);
  const { acts } = await handIn({ "_chat.txt": lines }, said);
  expect(acts.map((act) => act.when.earliest)).toEqual(
    ["05", "06", "07", "08"].map((minute) => meant(`2019-07-24T19:${minute}:15`).earliest),
  );
});
