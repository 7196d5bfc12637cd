import { createHash } from "node:crypto";
import { type Act, type Instant, parseZone } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHasher, readingsOf, sourceOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import { email } from "./email.ts";
import { htmlToText } from "./html-text.ts";
import { parseMailStamp } from "./mail-message-date.ts";

const zone = parseZone("Europe/London");
if (!zone) throw new Error("no zone");
const options = { importers: [email], zone, zoneStated: true, now: Date.UTC(2026, 10, 25, 12) as Instant, country: "GB", createHasher };

async function read(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const steps = await stepsOf([sourceOf("x.eml", bytes)], options);
  for (const step of steps) if ("fault" in step) throw new Error("the importer threw", { cause: step.fault.error });
  return readingsOf(steps);
}

async function actOf(text: string): Promise<Act> {
  const [reading] = await read(text);
  if (!reading || !("act" in reading)) throw new Error(`no act: ${JSON.stringify(reading)}`);
  return reading.act;
}

const dated = "Date: Fri, 27 Feb 2026 09:00:00 +0000\nFrom: d@example.com\n";

describe("who", () => {
  test("names are decoded, groups opened, and everybody stands once", async () => {
    const act = await actOf(
      `${dated.replace("d@example.com", "=?UTF-8?B?RMOhbg==?= <D@Example.com>")}To: Team: a@example.org, B <b@example.org>; , A@example.org\nBcc: c@example.org\n\nx`,
    );
    expect(act.from).toEqual({ kind: "email", wrote: "D@Example.com", normal: "d@example.com", name: "Dán" });
    expect(act.to.map(({ normal, name }) => [normal, name])).toEqual([
      ["a@example.org", undefined],
      ["b@example.org", "B"],
      ["c@example.org", undefined],
    ]);
  });

  test("a mail that names no sender comes from nobody named, and one to nobody went to the mailbox that took it", async () => {
    const act = await actOf("Delivered-To: her@example.org\nDate: Fri, 27 Feb 2026 09:00:00 +0000\n\nx");
    expect(act.from.kind).toBe("withheld");
    expect(act.to.map(({ normal }) => normal)).toEqual(["her@example.org"]);
  });
});

describe("when", () => {
  test.each([
    ["Fri, 27 Feb 2026 09:00:00 +0000", 2026, 2, 27, 9, 0, 0, 0],
    ["27 Feb 2026 09:00 -0000", 2026, 2, 27, 9, 0, undefined, 0],
    ["Fri, 27 Feb 26 9:00:07 GMT", 2026, 2, 27, 9, 0, 7, 0],
    ["Fri, 27 Feb 99 09:00:00 EST", 1999, 2, 27, 9, 0, 0, -300],
    ["Fri, 27 Feb 2026 09:00:00 +0530 (IST)", 2026, 2, 27, 9, 0, 0, 330],
    ["Fri, 27 Feb 2026 09:00:00 BST", 2026, 2, 27, 9, 0, 0, undefined],
    ["Fri Feb 27 09:00:00 2026", 2026, 2, 27, 9, 0, 0, undefined],
    ["Fri Feb 27 09:00:00 +0100 2026", 2026, 2, 27, 9, 0, 0, 60],
    ["Fri Feb  7 09:00:00 GMT 2026", 2026, 2, 7, 9, 0, 0, 0],
    ["Friday, 27-February-2026 09:00:00 UTC", 2026, 2, 27, 9, 0, 0, 0],
  ])("%s is read", (text, year, month, day, hour, minute, second, offset) => {
    const stamp = parseMailStamp(text);
    expect(stamp?.wall).toEqual({ year, month, day, hour, minute, ...(second === undefined ? {} : { second }) });
    expect(stamp?.offsetMinutes).toBe(offset);
  });

  test.each([
    "",
    "yesterday",
    "Tue, 31 Feb 2026 12:00:00 +0000",
    "Fri, 27 Feb 2026 24:00:00 +0000",
    "27/02/2026",
    `${"x".repeat(200)}`,
    "Fri, 27 Foo 2026 09:00:00 +0000",
  ])("%s is no date, and never rolled to one", (text) => {
    expect(parseMailStamp(text)).toBeUndefined();
  });

  test("a date that the first server contradicts is kept, with the server's beside it", async () => {
    const received = (stamp: string) => `Received: from a by b; ${stamp}\n`;
    const when = async (stamp: string) =>
      (await actOf(`${received("Fri, 27 Feb 2026 23:00:00 +0000")}${received(stamp)}${dated}\nx`)).when.or?.[0]?.earliest;
    expect(await when("Fri, 27 Feb 2026 10:00:30 +0100")).toBeUndefined();
    expect(await when("Fri, 27 Feb 2026 08:51:00 +0000")).toBeUndefined();
    expect(await when("Fri, 27 Feb 2026 08:49:00 +0000")).toBe(Date.UTC(2026, 1, 27, 8, 49));
    expect((await actOf(`${received("Sun, 1 Mar 2026 09:00:01 +0000")}${dated}\nx`)).flags).toEqual(["date-doubtful"]);
  });

  test("a date of a future year is flagged", async () => {
    expect((await actOf("Date: Fri, 27 Feb 2096 09:00:00 +0000\nFrom: d@example.com\n\nx")).flags).toEqual(["far-date"]);
  });

  test("a mail without any date is unread, with what to do about it", async () => {
    const [reading] = await read("From: d@example.com\nSubject: s\n\nx");
    expect(reading && "unread" in reading && reading.unread.reason).toMatch(/without any date.*journal/);
  });
});

describe("what was written", () => {
  test("the plain text where there is one, else the text of the page", async () => {
    const both = (plain: string) =>
      `${dated}Content-Type: multipart/alternative; boundary=b\n\n--b\n\n${plain}\n--b\nContent-Type: text/html\n\n<p>Page</p>\n--b--\n`;
    expect((await actOf(both("Plain"))).text).toBe("Plain");
    expect((await actOf(both("  "))).text).toBe("Page");
  });

  test("a page is read as a reader sees it", () => {
    expect(htmlToText("<p>a<b>b</b>\n c</p><p>d<br>e</p>")).toBe("ab c\nd\ne");
    expect(htmlToText("<style>x</style><script>y</script>&lt;b&gt; &#128512; &nbsp;z")).toBe("<b> 😀 \u00A0z");
    expect(htmlToText("<ul><li>1<li>2</ul><table><tr><td>a</td><td>b</td></table>")).toBe("1\n2\na b");
    expect(htmlToText("<div style='display:none'>kept</div")).toBe("kept");
    expect(htmlToText("")).toBe("");
  });

  test("a page of a million unclosed tags is read in a straight line", () => {
    expect(htmlToText(`${"<b>".repeat(700_000)}x${"</i>".repeat(700_000)}`)).toBe("x");
  });

  test("bytes that are no text are said to be doubtful", async () => {
    const bytes = new TextEncoder().encode(`${dated}Content-Type: text/plain; charset=utf-8\n\nab?`);
    bytes[bytes.length - 1] = 0xff;
    const [reading] = await read(bytes);
    expect(reading && "act" in reading && reading.act.flags).toEqual(["decoding-doubtful"]);
  });
});

describe("attachments", () => {
  test("are hashed as they were before their encoding", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const base64 = Buffer.from(bytes)
          .toString("base64")
          .replace(/(.{76})/g, "$1\n");
        const act = await actOf(
          `${dated}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png; name="a.png"\nContent-Transfer-Encoding: base64\n\n${base64}\n--b--\n`,
        );
        expect(act.attachments).toEqual([
          { name: "a.png", mime: "image/png", size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
        ]);
      }),
      { seed: 20261125, numRuns: 60 },
    );
  });

  test("a mail within a mail stays an attachment, however deep they lie", async () => {
    let inner = "Subject: innermost\n\nx\n";
    for (let i = 0; i < 30; i++) inner = `Content-Type: message/rfc822\n\n${inner}`;
    const act = await actOf(`${dated}${inner}`);
    expect(act.attachments.map(({ mime }) => mime)).toEqual(["message/rfc822"]);
    expect(act.text).toBeNull();
  });

  test("parts nested deeper than any mail program makes are unread", async () => {
    let body = "";
    for (let i = 0; i < 100; i++) body += `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`;
    const [reading] = await read(`${dated}${body}`);
    expect(reading && "unread" in reading && reading.unread.reason).toMatch(/nested deeper/);
  });

  test("a mail of a hundred thousand empty parts is unread, not parsed", async () => {
    const [reading] = await read(`${dated}Content-Type: multipart/mixed; boundary=b\n\n${"--b\n".repeat(100_000)}`);
    expect(reading && "unread" in reading && reading.unread.reason).toMatch(/more parts/);
  });

  test("a mail of a hundred thousand lines and more of text is unread, one of as many lines of base64 is read", async () => {
    const [text] = await read(`${dated}\n${"and again\n".repeat(100_001)}`);
    expect(text && "unread" in text && text.unread.reason).toMatch(/more lines/);
    const [film] = await read(
      `${dated}Content-Type: video/mp4\nContent-Transfer-Encoding: base64\n\n${`${"A".repeat(76)}\n`.repeat(110_000)}`,
    );
    expect(film && "act" in film && film.act.attachments[0]?.size).toBe(110_000 * 57);
  });

  test("headers longer than any mail program writes are unread", async () => {
    const [reading] = await read(`${dated}${"X-Long: x\n".repeat(300_000)}\nx`);
    expect(reading && "unread" in reading && reading.unread.reason).toMatch(/longer headers/);
  });
});

describe("identity", () => {
  test("the Message-ID is the identity; without one the documented fields are", async () => {
    const first = await actOf(`${dated}Message-ID: <1@example.com>\nSubject: a\n\nx`);
    expect((await actOf(`${dated}Message-ID: <1@example.com>\nSubject: b\n\ny`)).id).toBe(first.id);
    expect(first.sourceId).toBe("<1@example.com>");
    const without = await actOf(`${dated}Subject: a\n\nx`);
    expect((await actOf(`${dated}X-Label: other\nSubject: a\n\nx\n\n`)).id).toBe(without.id);
    expect((await actOf(`${dated}Subject: a\n\ny`)).id).not.toBe(without.id);
  });
});

describe("recognised", () => {
  const recognises = (text: string, name = "mail") => email.recognises({ name, text, bytes: new TextEncoder().encode(text), siblings: [] });

  test("by its headers, whatever its name", () => {
    expect(recognises(`${dated}\nx`)).toBe(true);
    expect(recognises("Content-Type: text/plain\n\nx", "x.eml")).toBe(true);
    expect(recognises("Received: a\n\tb\nDate: c")).toBe(true);
  });

  test("not when something else begins so", () => {
    expect(recognises("BEGIN:VCARD\nVERSION:3.0\nFN:Her\nEND:VCARD\n")).toBe(false);
    expect(recognises("BEGIN:VCALENDAR\n\n", "x.ics")).toBe(false);
    expect(recognises("From: a\nTo: b\nand then no header\n\n")).toBe(false);
    expect(recognises(`From: <Saved by browser>\n${dated}\n`, "page.mhtml")).toBe(false);
    expect(recognises("", "x.eml")).toBe(false);
  });
});

test("a damaged mail never throws", async () => {
  const sample = Buffer.from(
    `${dated}To: a@example.org\nMessage-ID: <1@example.com>\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-7\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C3=A9</p>\n--b\nContent-Transfer-Encoding: base64\n\nQUJD\n--b--\n`,
  );
  const change = fc.record({
    at: fc.nat(sample.length),
    cut: fc.integer({ min: 0, max: 30 }),
    put: fc.oneof(fc.string(), fc.constantFrom("\n\n", "\0", "(", '"', "=?", ";", "<", ",:")),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      let bytes: Buffer = sample;
      for (const { at, cut, put } of changes) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + cut)]);
      if (bytes.length > 0) expect((await read(bytes)).length).toBe(1);
    }),
    { seed: 20261125, numRuns: 400 },
  );
});
