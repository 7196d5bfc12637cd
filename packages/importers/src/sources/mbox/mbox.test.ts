import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Act, type Instant, type Reading, type Source, parseZone } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHasher, readingsOf, sourceOf, stepsOf } from "../../../../../fixtures/importers/fixture.ts";
import { makeCopy } from "../../make-copy.ts";
import { mbox } from "./mbox.ts";
import { type MboxPiece, splitMbox } from "@unmask/formats";

const zone = parseZone("Europe/London");
if (!zone) throw new Error("no zone");
const options = { importers: [mbox], zone, zoneStated: true, now: Date.UTC(2026, 10, 25, 12) as Instant, country: "GB", createHasher };

const from = (minute: number) => `From her@example.org Fri Feb 27 09:${String(minute).padStart(2, "0")}:00 2026\n`;
const headers = (n: number, more = "") =>
  `Date: Fri, 27 Feb 2026 09:00:00 +0000\nFrom: her@example.org\nSubject: ${n}\nMessage-ID: <${n}@example.org>\n${more}\n`;
const mail = (n: number, body = `Body ${n}.\n`, more = "") => `${from(n)}${headers(n, more)}${body}\n`;

/** Pieces without their bytes, which are good only until the next batch. */
async function split(text: string | Uint8Array, cut = Number.POSITIVE_INFINITY): Promise<Omit<MboxPiece, "bytes">[]> {
  const whole = sourceOf("x.mbox", typeof text === "string" ? new TextEncoder().encode(text) : text);
  const source = { ...whole, read: (start: number, end: number) => whole.read(start, Math.min(end, start + cut)) };
  const pieces: Omit<MboxPiece, "bytes">[] = [];
  for await (const batch of splitMbox(source)) {
    for (const piece of batch) pieces.push(piece.kind === "mail" ? (({ bytes: _, ...rest }) => rest)(piece) : piece);
  }
  return pieces;
}

/** `12-40?`: where each mail stands, with a mark when its borders are doubtful. */
async function borders(text: string): Promise<string[]> {
  return (await split(text)).map(
    (piece) =>
      `${piece.kind === "mail" ? "" : `${piece.kind} `}${piece.start}-${piece.end}${"isDoubtful" in piece && piece.isDoubtful === true ? "?" : ""}`,
  );
}

async function subjects(text: string): Promise<string[]> {
  const readings = await read(sourceOf("x.mbox", new TextEncoder().encode(text)));
  return readings.map((reading) =>
    "act" in reading ? `${reading.act.subject}${reading.act.flags.includes("border-doubtful") ? "?" : ""}` : "-",
  );
}

async function read(source: Source): Promise<Reading[]> {
  const steps = await stepsOf([source], options);
  for (const step of steps) if ("fault" in step) throw new Error("the importer threw", { cause: step.fault.error });
  return readingsOf(steps);
}

const actsOf = (readings: readonly Reading[]): Act[] => readings.flatMap((reading) => ("act" in reading ? [reading.act] : []));

describe("where a mail begins", () => {
  test("after an empty line, with an address, a date and a header", async () => {
    expect(await subjects(mail(1) + mail(2) + mail(3))).toEqual(["1", "2", "3"]);
  });

  test("line breaks of both kinds, empty lines and a byte-order mark at the start", async () => {
    expect(await subjects((mail(1) + mail(2)).replaceAll("\n", "\r\n"))).toEqual(["1", "2"]);
    expect(await subjects(`\n\n${mail(1)}`)).toEqual(["-", "1"]);
    expect(await subjects(`\uFEFF${mail(1)}`)).toEqual(["-", "1"]);
  });

  test("real mailboxes lack the empty line: the border is found, and said to be doubtful", async () => {
    const lacking = (mail(1) + mail(2) + mail(3)).replaceAll("\n\nFrom ", "\nFrom ");
    expect(await subjects(lacking)).toEqual(["1?", "2?", "3?"]);
  });

  test.each([
    "From Russia with love\nYear: 1963\n",
    "From now on: I watch you\nSubject: you\n",
    `${from(5)}and this is no header\n`,
    `${from(5)}\n`,
    "From her@example.org\nNote: no known header\n",
    `From ${"x".repeat(600)}@example.org Fri Feb 27 09:00:00 2026\nSubject: too long a line\n`,
    ">From her@example.org Fri Feb 27 09:00:00 2026\nSubject: quoted\n",
    "from her@example.org Fri Feb 27 09:00:00 2026\nSubject: small letter\n",
  ])("not at %j in the middle of a mail", async (line) => {
    expect(await subjects(mail(1, `Text.\n\n${line}More.\n`) + mail(2))).toEqual(["1", "2"]);
  });

  test("a line of some programs without a date is a border when a known header follows", async () => {
    expect(await subjects(mail(1) + `From -\n${headers(2)}x\n\n` + `From her@example.org\n${headers(3)}x\n`)).toEqual(["1?", "2?", "3?"]);
  });

  test.each(["From root Fri Feb 27 09:00:00 2026", "From 123@xxx Fri Feb 27 09:00:00 +0000 2026", "From - Fri Feb 27 09:00:00 2026"])(
    "%s",
    async (line) => {
      expect(await subjects(`${mail(1)}${line}\n${headers(2)}x\n`)).toEqual(["1", "2"]);
    },
  );

  test("a damaged line directly behind it, or a second such line, gives the mail to nobody else: it begins there, and the doubt is said", async () => {
    for (const torn of ["this line is damaged\n", "\n\n", "\uFEFF", "From other@example.org Fri Feb 27 09:00:00 2026\n", "one\ntwo\n\n"]) {
      expect(await subjects(`${mail(1)}${from(2)}${torn}${headers(2)}Hers.\n\n${mail(3)}`), torn).toEqual(["1?", "2?", "3"]);
      const whole = `${from(2)}${torn}${headers(2)}Hers.\n\n${mail(3)}`;
      expect(await subjects(whole), torn).toEqual(["2?", "3"]);
      expect(mbox.recognises({ name: "x.mbox", text: whole } as never), torn).toBe(true);
      const [act] = actsOf(await read(sourceOf("x.mbox", new TextEncoder().encode(whole))));
      expect([act?.from.normal, act?.text], torn).toEqual(["her@example.org", "Hers."]);
    }
  });

  test("not where only words stand below it, or headers far below", async () => {
    for (const below of ["She wrote.\nDate: tomorrow\n", `${"line\n".repeat(20)}${headers(9)}`, "Words.\n\nSubject: you\nTo: me\n"]) {
      expect(await subjects(mail(1, `Text.\n\n${from(5)}${below}More.\n`) + mail(2)), below).toEqual(["1", "2"]);
    }
  });

  test("bytes before the first mail are told", async () => {
    expect(await borders(`rubbish\n\n${mail(1)}`)).toEqual([`before 0-9`, `9-${9 + mail(1).length}`]);
    expect(await borders("\n\n\n")).toEqual(["blank 0-3"]);
    expect(await borders("rubbish")).toEqual(["before 0-7"]);
    expect(await borders("")).toEqual([]);
  });
});

describe("a mail inside a mail", () => {
  const parts = (inner: string, end = "--b--\n") =>
    `--b\nContent-Type: text/plain\n\nSee.\n--b\nContent-Type: text/plain\n\n${inner}${end}`;
  const multipart = 'Content-Type: multipart/mixed;\n boundary="b"\n';

  test("a quoted mail that was split off is doubted where the frame around it is only half known, or too long", async () => {
    const quoted = (n: number) => mail(n, "Quoted.\n");
    const threat = "I will come.\n\n";
    const frame = (begin: string, inner: string, end: string) => `${mail(1, `See.\n\n${begin}\n\n${inner}${end}\n\n${threat}`)}${mail(50)}`;
    const [begin, end] = ["----- Begin Included Message -----", "----- End Included Message -----"];
    expect(await subjects(frame("+++ begin message +++", quoted(2), "+++ end message +++"))).toEqual(["1?", "2?", "50"]);
    expect(await subjects(frame("--------------------", quoted(2), "--------------------"))).toEqual(["1?", "2?", "50"]);
    expect(await subjects(frame(`${begin}\n\n${"pad line here\n".repeat(1000)}`, quoted(2), end))).toEqual(["1?", "2?", "50"]);
    const many = Array.from({ length: 20 }, (_, i) => quoted(i + 2));
    const split = await subjects(frame(begin, many.join(""), end));
    expect(split.at(-1)).toBe("50");
    expect(split.slice(0, -1).filter((subject) => !subject.endsWith("?"))).toEqual([]);
  });

  test("a forward without an end, a signed text and a key are no torn frame", async () => {
    for (const body of [
      "---------- Forwarded message ---------\nFrom: a@example.org\n\nHi.\n",
      "-----BEGIN PGP SIGNED MESSAGE-----\n\nHi.\n-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----\n",
      "-----BEGIN PGP PUBLIC KEY BLOCK-----\nx\n-----END PGP PUBLIC KEY BLOCK-----\n",
      "> ----- End Included Message -----\nSo there.\n",
      "--- end ---\nBye.\n",
    ]) {
      expect(await subjects(mail(1, body) + mail(2)), body).toEqual(["1", "2"]);
    }
  });

  test("the words of a frame in a folded header are none", async () => {
    const header = "X-Note: see\n ----- Begin Included Message -----\n";
    expect(await subjects(mail(1, "Hi.\n", header) + mail(2))).toEqual(["1", "2"]);
  });

  test("is no mail of its own while the parts around it are open, and the doubt is said", async () => {
    expect(await subjects(mail(1, parts(`\n${mail(8)}${mail(9)}`), multipart) + mail(2))).toEqual(["1?", "2"]);
  });

  test("parts that never close swallow nothing", async () => {
    expect(await subjects(mail(1, parts("", ""), multipart) + mail(2) + mail(3))).toEqual(["1?", "2?", "3"]);
  });

  test("parts that close only in another mail with the same boundary swallow nothing", async () => {
    expect(await subjects(mail(1, parts("", ""), multipart) + mail(2) + mail(3, parts(""), multipart))).toEqual(["1?", "2?", "3"]);
  });

  test("a boundary that somebody closes much later swallows nothing", async () => {
    const many = Array.from({ length: 80 }, (_, i) => mail(i % 60)).join("");
    expect((await subjects(mail(1, parts("", ""), multipart) + many + mail(2, "--b--\n"))).length).toBe(82);
  });

  test("a mail of headers alone does not borrow the length of the next", async () => {
    const bare = `${from(1)}Subject: 1\nDate: Fri, 27 Feb 2026 09:00:00 +0000\n`;
    const body = "Body.\n";
    expect(await subjects(bare + mail(2, body, `Content-Length: ${body.length}\n`) + mail(3))).toEqual(["1?", "2?", "3"]);
  });

  test("headers that lie over the edge of the window are read whole", async () => {
    const long = `X-Long: ${"x".repeat(3000)}\n${multipart}`;
    for (const distance of [650, 1500, 3200]) {
      const pad = mail(1, `${"x".repeat(32 * 1024 - distance - mail(1, "\n").length)}\n`);
      expect(await subjects(pad + mail(2, parts(`\n${mail(9)}`), long) + mail(3))).toEqual(["1", "2?", "3"]);
    }
  });

  test("text after the closing delimiter is outside", async () => {
    expect(await subjects(mail(1, parts(""), multipart) + mail(2))).toEqual(["1", "2"]);
  });

  test("a boundary that begins like another does not close it", async () => {
    expect(await subjects(mail(1, parts(`--bb--\n\n${mail(8)}`), multipart) + mail(2))).toEqual(["1?", "2"]);
  });

  test("a length that ends at a border is honoured, one that ends elsewhere is not", async () => {
    const body = `Read:\n\n${mail(8)}`;
    expect(await subjects(mail(1, body, `Content-Length: ${body.length}\n`) + mail(2))).toEqual(["1?", "2"]);
    expect(await subjects(mail(1, body, `Content-Length: ${body.length + 7}\n`) + mail(2))).toEqual(["1?", "8?", "2"]);
    expect(await subjects(mail(1, body, `Content-Length: 9999999\n`) + mail(2))).toEqual(["1?", "8?", "2"]);
    expect(await subjects(mail(1, body, `Content-Length: ${body.length}\n`).trimEnd())).toEqual(["1?", "8?"]);
  });
});

describe("what was written over in a copy", () => {
  const readCopy = async (text: string, leavesOut: (n: number) => boolean): Promise<readonly Reading[]> => {
    const source = sourceOf("x.mbox", new TextEncoder().encode(text));
    const readings = await read(source);
    const copy = await makeCopy(source, { importer: mbox, readings, leavesOut: ({ subject }) => leavesOut(Number(subject)) });
    return copy.ok ? read(copy.value.source) : expect.fail(copy.error);
  };
  const long = (n: number) => mail(n, `Body ${n}, which has room for more than the line of a mailbox.\n`);

  test("is no mail without a date: the place says that nothing stands there, and tells nobody to do anything", async () => {
    const readings = await readCopy([1, 2, 3].map(long).join(""), (n) => n === 2);
    expect(readings.flatMap((one) => ("unread" in one ? [one.unread.reason] : []))).toEqual([
      "Here stands nothing: it was written over because it was left out of a pack, or its bytes were lost.",
    ]);
  });

  test("puts no doubt on the border of a mail that goes whole, however many before it were left out", async () => {
    const readings = await readCopy([1, 2, 3, 4, 5, 6, 7].map(long).join(""), (n) => n !== 1 && n !== 4 && n !== 7);
    expect(actsOf(readings).map(({ subject, flags }) => [subject, flags])).toEqual([
      ["1", []],
      ["4", []],
      ["7", []],
    ]);
  });
});

describe("a mail quoted inside a mail", () => {
  const quoted = `From sam@example.net Thu Feb 26 21:00:00 2026\nFrom: sam@example.net\nDate: Thu, 26 Feb 2026 21:00:00 +0000\nSubject: 8\n\nI am outside.\n\n`;
  const written = async (text: string) =>
    actsOf(await read(sourceOf("x.mbox", new TextEncoder().encode(text)))).map(({ from: { normal }, text: said, flags }) => [
      normal,
      said,
      flags,
    ]);

  test("what she wrote below it is hers, and the doubt is said", async () => {
    const body = `See what came.\n\n----- Begin Included Message -----\n\n${quoted}----- End Included Message -----\n\nI am afraid.\n`;
    const [first, second, ...more] = await written(mail(1, body) + mail(2));
    expect(first?.[0]).toBe("her@example.org");
    expect(first?.[1]).toMatch(/^See what came\.[^]*I am outside\.[^]*I am afraid\.$/);
    expect(first?.[2]).toEqual(["border-doubtful"]);
    expect(second).toEqual(["her@example.org", "Body 2.", []]);
    expect(more).toEqual([]);
  });

  test.each([
    "----- Begin Included Message -----",
    "---------- Forwarded message ---------",
    "----- Forwarded message from Sam <sam@example.net> -----",
    "-----Original Message-----",
    "----Original Message Follows----",
    "Begin forwarded message:",
    "> Begin forwarded message:",
    "------- Forwarded Message",
    "-------------------- Start of forwarded message --------------------",
    "--- begin forwarded text",
    "   ----- Unsent message follows -----",
    "----- Forwarded by Sam Example/Org on 27/02/2026 09:00 -----",
    "--- Below this line is a copy of the message.",
    "------ This is a copy of the message, including all the headers. ------",
    "-----Ursprüngliche Nachricht-----",
    "-----Urspr=C3=BCngliche Nachricht-----",
    "-------- Message transféré --------",
    "---------- Mensaje reenviado ---------",
    "-----原始邮件-----",
    "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256",
    "Content-Type: message/rfc822; name=mail.eml\nContent-Disposition: inline",
  ])("no border stands directly below %j", async (line) => {
    for (const below of ["\n", "\n\n", "\n\n\n"]) {
      const body = `See.\n\n${line}${below}${quoted}Help me.\n`;
      expect(await subjects(mail(1, body) + mail(2))).toEqual(["1?", "2"]);
      expect(await subjects((mail(1, body) + mail(2)).replaceAll("\n", "\r\n"))).toEqual(["1?", "2"]);
    }
  });

  test("several mails between a beginning and its end are all quoted", async () => {
    const block = (end: string) => `--- Begin forwarded messages ---\n\n${quoted}${quoted}${end}\n\nHelp me.\n`;
    expect(await subjects(mail(1, block("--- End forwarded messages ---")) + mail(2))).toEqual(["1?", "2"]);
    const signed = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nSee.\n\n${quoted}Help me.\n-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n`;
    expect(await subjects(mail(1, signed) + mail(2))).toEqual(["1?", "2"]);
  });

  test.each(["Sam wrote on Thursday:", "[attachment: sam.eml]", "===== what Sam sent me ====="])(
    "a border below %j stays, and both sides say that it is doubtful",
    async (line) => {
      expect(await subjects(mail(1, `${line}\n`) + mail(2) + mail(3))).toEqual(["1?", "2?", "3"]);
    },
  );

  test.each([
    "----- End Included Message -----",
    "-----END PGP SIGNATURE-----",
    "-- ",
    "_______________________________________________",
    "> I am outside.",
    "The original message is with the police.",
    "--=_part_1--",
  ])("a border below %j is one", async (line) => {
    expect(await subjects(mail(1, `See.\n\n${line}\n`) + mail(2))).toEqual(["1", "2"]);
  });

  test("a line that only the program of the mailbox writes is a border whatever stands above it", async () => {
    const last = "----- Begin Included Message -----\n";
    const kept = `${from(2)}X-Mozilla-Status: 0001\n${headers(2)}Threat.\n\n`;
    expect(await subjects(mail(1, last) + kept + mail(3))).toEqual(["1?", "2?", "3"]);
  });

  test("a length that ends at the line is a border whatever stands above it", async () => {
    const last = "----- Begin Included Message -----\n";
    expect(await subjects(mail(1, last, `Content-Length: ${last.length}\n`) + mail(2))).toEqual(["1?", "2?"]);
  });
});

describe("a mail that somebody begins to quote and never ends", () => {
  const begin = "----- Begin Included Message -----";
  const end = "----- End Included Message -----";
  const sent = (n: number, who: string, body: string, more = "") =>
    `From ${who} Fri Feb 27 09:0${n}:00 2026\nReturn-Path: <${who}>\n${more}Received: from a by mx.example.org; Fri, 27 Feb 2026 09:0${n}:00 +0000\nFrom: ${who}\nTo: her@example.org\nDate: Fri, 27 Feb 2026 09:0${n}:00 +0000\nSubject: ${n}\nMessage-ID: <${n}@example.net>\n\n${body}\n\n`;
  const sam = "sam@example.net";
  const friend = "friend@example.com";
  const said = async (text: string) =>
    actsOf(await read(sourceOf("x.mbox", new TextEncoder().encode(text)))).map(
      ({ from: { normal }, subject, flags }) => `${subject} ${normal}${flags.includes("border-doubtful") ? " ?" : ""}`,
    );

  test.each([
    ["as his last line", `See.\n\n${begin}`],
    ["with more below it", `${begin}\n\nSee.`],
    ["with headers that he typed below it", `${begin}\n\nFrom x@example.com Fri Feb 27 08:00:00 2026\nFrom: x@example.com\n\nHa.`],
  ])("%s takes no words out of anybody's mouth: who wrote the next mails stays, up to an end that comes later", async (_, body) => {
    const box = sent(1, sam, body) + sent(2, friend, "I saw him.") + sent(3, friend, "Call me.") + sent(4, sam, `So.\n\n${end}\n\nBye.`);
    const whole = box + sent(5, friend, "Bye.");
    const expected = [`1 ${sam} ?`, `2 ${friend} ?`, `3 ${friend} ?`, `4 ${sam} ?`, `5 ${friend}`];
    expect(await said(whole)).toEqual(expected);
    expect(await said(whole.replaceAll("\n", "\r\n"))).toEqual(expected);
  });

  test("however far below him the end comes, and wherever the window ends", async () => {
    for (const lines of [10, 1000, 3000, 6000]) {
      const long = sent(2, friend, "I saw him.\n".repeat(lines));
      const box = sent(1, sam, begin) + long + sent(3, friend, "Call me.") + sent(4, sam, end) + sent(5, friend, "Bye.");
      expect(await said(box), `${lines}`).toEqual([`1 ${sam} ?`, `2 ${friend} ?`, `3 ${friend} ?`, `4 ${sam} ?`, `5 ${friend}`]);
    }
  });

  test("where no end comes at all", async () => {
    expect(await said(sent(1, sam, begin) + sent(2, friend, "Call me.") + sent(3, friend, "Bye."))).toEqual([
      `1 ${sam} ?`,
      `2 ${friend} ?`,
      `3 ${friend}`,
    ]);
  });

  test("where the next mail holds the end, and came into the same mailbox", async () => {
    const box = (more: string) => sent(1, sam, begin) + sent(2, friend, `I saw him.\n\n${end}`, more) + sent(3, friend, "Bye.");
    expect(await said(box(""))).toEqual([`1 ${sam} ?`, `2 ${friend} ?`, `3 ${friend}`]);
  });

  test("a whole mail in a frame that is begun and ended stays hers who quotes it: it came into another mailbox than hers did", async () => {
    const quoted = sent(2, sam, "I am outside.", "Delivered-To: she@example.com\n");
    const box = sent(1, friend, `See.\n\n${begin}\n\n${quoted}${end}\n\nI am afraid for you.`) + sent(3, friend, "Bye.");
    expect(await said(box)).toEqual([`1 ${friend} ?`, `3 ${friend}`]);
    const kept = `From - Fri Feb 27 09:01:00 2026\n${headers(1)}See.\n\n${begin}\n\n${quoted}${end}\n\nI am afraid.\n\n`;
    expect(await said(kept + sent(3, friend, "Bye."))).toEqual([`1 her@example.org ?`, `3 ${friend}`]);
  });
});

describe("a mail put into another with words of her own above it", () => {
  test.each([
    "look what he wrote",
    "Look at what he sent me last night!",
    "See what came today",
    "This is what I got.",
    "he wrote this to me",
    "She sent me this:",
    "See below",
    "Here\u2019s his answer",
    "read the mail below",
  ])("below %j both sides of the border are doubtful", async (words) => {
    expect(await subjects(mail(1, `Hello.\n\n${words}\n`) + mail(2) + mail(3))).toEqual(["1?", "2?", "3"]);
  });

  test.each([
    "See you tomorrow.",
    "This is what we do.",
    "You received this message because you subscribed.",
    "This email was sent to her@example.org. Unsubscribe",
    "View this email in your browser",
    "> look what he wrote",
    "I look forward to it.",
    "Look after yourself",
  ])("a border below %j is one", async (words) => {
    expect(await subjects(mail(1, `Hello.\n\n${words}\n`) + mail(2))).toEqual(["1", "2"]);
  });

  test("a mail without the headers that the mailbox gives every mail is doubtful, whatever stands above it", async () => {
    const own = (n: number) => `${from(n)}X-GM-THRID: ${n}\nX-Gmail-Labels: Inbox\n${headers(n)}Body.\n\n`;
    expect(await subjects(own(1) + own(2) + own(3) + mail(4) + own(5) + own(6))).toEqual(["1", "2", "3?", "4?", "5", "6"]);
    expect(await subjects(own(1) + mail(2) + own(3) + mail(4))).toEqual(["1", "2", "3", "4"]);
  });
});

test("a mail without a date of its own has that of the line above it", async () => {
  const [act] = actsOf(await read(sourceOf("x.mbox", new TextEncoder().encode(`${from(7)}From: her@example.org\nSubject: s\n\nx\n`))));
  expect(act?.when).toMatchObject({ wrote: "Fri Feb 27 09:07:00 2026", zone: "Europe/London" });
  expect(act?.flags).toEqual(["date-doubtful"]);
});

test("the same mail in a mailbox and in a file of its own has one id", async () => {
  const { email } = await import("../email/email.ts");
  const text = `${headers(1)}Body.\n`;
  const [boxed] = actsOf(await read(sourceOf("x.mbox", new TextEncoder().encode(`${from(1)}${text}\n`))));
  const steps = await stepsOf([sourceOf("x.eml", new TextEncoder().encode(text.replaceAll("\n", "\r\n")))], {
    ...options,
    importers: [email],
  });
  const [alone] = actsOf(readingsOf(steps));
  expect(alone?.id).toBe(boxed?.id);
  expect(alone?.text).toBe(boxed?.text);
});

test("a mail longer than any provider delivers is read as far as it may go, and its rest is told", async () => {
  const size = 60 * 1024 * 1024;
  const head = new TextEncoder().encode(
    `${mail(1)}${from(2)}${headers(2, 'Content-Type: multipart/mixed; boundary="b"\n')}--b\n\ntext\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n`,
  );
  const tail = new TextEncoder().encode(`--b--\n\n${mail(3)}`);
  const bytes = new Uint8Array(size).fill(0x41);
  for (let i = 76; i < size; i += 77) bytes[i] = 0x0a;
  bytes.set(head);
  bytes.set(tail, size - tail.length);
  bytes[size - tail.length - 1] = 0x0a;
  const readings = await read(sourceOf("x.mbox", bytes));
  const acts = actsOf(readings);
  expect(acts.map(({ subject }) => subject)).toEqual(["1", "2", "3"]);
  expect(acts[1]?.flags).toEqual(["truncated", "media-missing"]);
  expect(acts[1]?.attachments).toEqual([{ name: "attachment 1", mime: "image/png" }]);
  expect(readings.filter((reading) => "unread" in reading).length).toBe(1);
  expect(acts[2]?.source.end).toBe(size);
});

describe("properties", () => {
  const line = fc.constantFrom(
    ...[
      from(1),
      from(2),
      "From -\n",
      "From Russia\n",
      "Subject: x\n",
      "\n",
      "\r\n",
      'Content-Type: multipart/mixed; boundary="b"\n',
      "--b\n",
    ],
    ...[
      "--b--\n",
      "Content-Length: 40\n",
      `X-Long: ${"x".repeat(700)}\n`,
      "text\n",
      ">From x\n",
      "Date: Fri, 27 Feb 2026 09:00:00 +0000\n",
      "é\n",
      "From ",
      "----- Begin Included Message -----\n",
      "--- End Included Message ---\n",
    ],
  );
  const mailbox = fc.array(line, { maxLength: 40 }).map((lines) => lines.join(""));

  test("pieces tile the mailbox, and are the same however reads are cut and wherever the window ends", async () => {
    await fc.assert(
      fc.asyncProperty(mailbox, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 3000 }), async (text, cut, shift) => {
        const pieces = await split(text);
        let reached = 0;
        for (const { start, end } of pieces) {
          expect(start).toBe(reached);
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(reached).toBe(new TextEncoder().encode(text).length);
        expect(await split(text, cut)).toEqual(pieces);
        const first = `${from(0)}${headers(0)}`;
        const pad = `${first}${"x".repeat(32 * 1024 - first.length - shift)}\n\n`;
        const short = `${first}x\n\n`;
        const moved = (by: number) => (piece: Omit<MboxPiece, "bytes">) => ({ ...piece, start: piece.start - by, end: piece.end - by });
        expect((await split(pad + text)).slice(1).map(moved(pad.length))).toEqual(
          (await split(short + text)).slice(1).map(moved(short.length)),
        );
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });

  test("a damaged mailbox never throws and loses no byte", async () => {
    const folder = join(import.meta.dirname, "../../../../../fixtures/importers/mbox");
    const samples = ["mails-inside-mails/input/Inbox", "torn/input/Sent.mbox"].map((name) => readFileSync(join(folder, name)));
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.integer({ min: 0, max: 80 }),
      put: fc.oneof(fc.constantFrom("\n\n", "\r", "--=_outer", "--x--\n", "From ", "\0", "=?UTF-8?Q?", "\n \n"), fc.string()),
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 5 }), async (sample, changes) => {
        let bytes: Buffer = sample;
        for (const { at, cut, put } of changes) {
          const place = Math.floor(80 + at * (bytes.length - 80));
          bytes = Buffer.concat([bytes.subarray(0, place), Buffer.from(put), bytes.subarray(place + cut)]);
        }
        const readings = await read(sourceOf("Inbox", bytes));
        let reached = 0;
        for (const reading of readings) {
          const { start, end } =
            "act" in reading
              ? reading.act.source
              : "notice" in reading
                ? reading.notice.source
                : "unread" in reading
                  ? reading.unread.source
                  : reading.kept.source;
          expect(start).toBe(reached);
          reached = end;
          if ("unread" in reading) expect(reading.unread.reason).not.toMatch(/^Our reader/);
        }
        expect(reached).toBe(bytes.length);
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });
});
