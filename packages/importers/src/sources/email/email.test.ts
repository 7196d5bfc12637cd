import { createHash } from "node:crypto";
import { type Act, type Instant, parseZone } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHasher, readingsOf, sourceOf, stepsOf } from "../../../../../fixtures/importers/fixture.ts";
import { email } from "./email.ts";
import { parseAddresses, decodeUtf7, htmlToText, parseMailStamp } from "@unmask/formats";

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

  test.each([
    ['"Ann Lee"@example.org', '"Ann Lee"@example.org', '"ann lee"@example.org', undefined],
    ['Ann <"Ann Lee"@example.org>', '"Ann Lee"@example.org', '"ann lee"@example.org', "Ann"],
    ['"ann"@example.org', '"ann"@example.org', "ann@example.org", undefined],
    ["ann(work)@example.org (Ann)", "ann@example.org", "ann@example.org", "Ann"],
    ["ann@example.org (Ann (at work))", "ann@example.org", "ann@example.org", "Ann (at work)"],
    ["Ann <ann(work)@(her)example.org>", "ann@example.org", "ann@example.org", "Ann"],
    ["(Ann) ann@example.org", "ann@example.org", "ann@example.org", "Ann"],
    ["ann @ example.org", "ann@example.org", "ann@example.org", undefined],
    ["Ann <@relay.example.net:ann@example.org>", "ann@example.org", "ann@example.org", "Ann"],
    ['"Lee, Ann" <ann@example.org>', "ann@example.org", "ann@example.org", "Lee, Ann"],
    ['"sam@example.net" <ann@example.org>', "ann@example.org", "ann@example.org", "sam@example.net"],
    ['"Ann <ann@example.org>', "ann@example.org", "ann@example.org", '"Ann'],
    ["Ann <ann@example.org", "ann@example.org", "ann@example.org", "Ann"],
    ["Ann [mailto:ann@example.org]", "ann@example.org", "ann@example.org", undefined],
    ["'ann@example.org'", "ann@example.org", "ann@example.org", undefined],
    ["=?UTF-8?Q?Bea_=3Cb=40example.net=3E,?= <ann@example.org>", "ann@example.org", "ann@example.org", "Bea <b@example.net>,"],
    ["=?UTF-8?Q?b@example.net,?= ann@example.org", "ann@example.org", "ann@example.org", "b@example.net,"],
    ["ann . lee @ example . org", "ann.lee@example.org", "ann.lee@example.org", undefined],
    ["Ann Q. lee@example.org", "lee@example.org", "lee@example.org", "Ann Q."],
    ["ann@[192.0.2.1]", "ann@[192.0.2.1]", "ann@[192.0.2.1]", undefined],
  ])("%s is one person, however it is written", async (field, wrote, normal, name) => {
    const act = await actOf(`${dated}To: ${field}\n\nx`);
    expect(act.to).toEqual([{ kind: "email", wrote, normal, ...(name === undefined ? {} : { name }) }]);
  });

  test("what stands in an encoded word is a name, never an address: nobody is made the author by it", async () => {
    for (const word of ["=?UTF-8?Q?Ann_=3Cann=40example=2Eorg=3E?=", "=?UTF-8?Q?ann=40example=2Eorg?=", "=?UTF-8?Q?ann@example.org?="]) {
      expect(parseAddresses(word), word).toMatchObject([{ address: "", name: expect.stringContaining("ann@example.org") }]);
      const act = await actOf(`${dated.replace("d@example.com", word)}\nx`);
      expect(act.from.kind, word).not.toBe("email");
    }
  });

  test("a name with a comma in it and no quotes takes no author away", async () => {
    const act = await actOf(`${dated.replace("d@example.com", "Lee, Ann <ann@example.org>")}\nx`);
    expect(act.from).toEqual({ kind: "email", wrote: "ann@example.org", normal: "ann@example.org", name: "Lee, Ann" });
  });

  test("lines that end in CR alone are lines: the sender is who stands in the first, not who stands in the last", async () => {
    for (const end of ["", "\n"]) {
      const act = await actOf(`${dated}To: Her <her@example.org>\nSubject: x\n\nI come.\nSoon.`.replaceAll("\n", "\r") + end);
      expect([act.from.normal, act.to.map(({ normal }) => normal), act.subject, act.text]).toEqual([
        "d@example.com",
        ["her@example.org"],
        "x",
        "I come.\nSoon.",
      ]);
    }
  });

  test("a second field that names an author is damage, and is said", async () => {
    const act = await actOf(`${dated}From: her@example.org\n\nx`);
    expect([act.from.normal, act.flags]).toEqual(["d@example.com", ["damaged-header"]]);
  });

  test("a field of a quarter of a million open marks is read at once", () => {
    for (const mark of ["(", '"', "<", "<(", '<"', ",<", "a@:", ": ", "(a", '("']) {
      expect(parseAddresses(mark.repeat(120_000)).length).toBeLessThan(250_000);
    }
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
    expect(reading && "unread" in reading && reading.unread.reason).toMatch(
      /without any date.*read in the original file, and when it came can be stated in a table$/,
    );
  });
});

describe("what was written", () => {
  const both = (plain: string, page: string, more = "") =>
    `${dated}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8${more}\n\n${plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n${page}\n--b--\n`;
  const saidOf = async (text: string) => (({ text: said, flags }) => [said, flags])(await actOf(text));

  test("the plain text where there is one, else the text of the page", async () => {
    expect(await saidOf(both("The page", "<p>The <b>page</b></p>"))).toEqual(["The page", []]);
    expect(await saidOf(both("  ", "<p>Page</p>"))).toEqual(["Page", []]);
  });

  test("a threat that stands in the page alone is no lost word: both are in the text, and it is said", async () => {
    expect(await saidOf(both("See you soon.", "<p>See you soon.</p><p>I will burn it down.</p>"))).toEqual([
      "See you soon.\n\nSee you soon.\nI will burn it down.",
      ["html-differs"],
    ]);
    expect(await saidOf(both("This mail needs a reader for HTML.", "<p>I am outside.</p>"))).toEqual([
      "This mail needs a reader for HTML.\n\nI am outside.",
      ["html-differs"],
    ]);
  });

  test.each([
    ["the same words in another order", "You will kill for what I say.", "I will kill you."],
    ["words without the one that turns them round", "I will not come to you.", "I will come to you."],
    ["two words made of one", "You met my therapist.", "The rapist"],
    ["a word cut out of another", "What a skill your dog has.", "kill your dog"],
    ["an address that the plain text does not print", "See this.", 'See <a href="x">https://example.net/your-house</a> this.'],
    ["a word in an address alone", "Look: https://example.org/i-will-come", "I will come and I know"],
    ["a picture among the letters", "You are dead", "You are dead \u{1F52A}"],
    ["a line in another script", "再见", "我来了"],
  ])("%s is another thing said", async (_, plain, page) => {
    expect((await saidOf(both(plain, `<p>${page}</p>`)))[1]).toEqual(["html-differs"]);
  });

  test.each([
    [
      "lines broken elsewhere, quoting and bullets",
      "> Hello\n> there, you\n\n* one\n* two",
      "<blockquote>Hello there,<br>you</blockquote><ul><li>one<li>two</ul>",
    ],
    [
      "addresses behind the words of links",
      "Read on <https://example.com/a?b=1>\nin the shop (https://example.com/c), or write to a@example.com<mailto:a@example.com>.",
      "<a>Read on</a> in the <a>shop</a>, or write to <a>a@example.com</a>.",
    ],
    ["an address over two lines", "Read <https://example.com/a\nbcd> this", "Read <a>this</a>"],
    ["an address shown and printed", "See https://www.example.com/shop now", "See <a>example.com/shop</a> now"],
    ["blanks that are lost before a link", "To be taken off write tooff@example.com", "To be taken off write to <a>off@example.com</a>"],
    ["pictures", "Ann [image: photo of\nAnn] Lee\n[cid:image001.png@01D]", "Ann <img> Lee"],
    [
      "case and marks",
      "** WELCOME **\n-----\n*Don't* miss it... (c) 2026 Shop",
      "<h1>Welcome</h1>Don\u2019t <i>miss</i> it\u2026 &copy; 2026 Shop",
    ],
    ["letters that nobody sees", "Hello you", "&zwnj;&nbsp;&#847;&zwnj;Hel&shy;lo you"],
    ["a script without blanks", "我来\n了", "我来了"],
    ["no words at all", "Hello", "<img> &nbsp; <hr>"],
    ["a part of the plain text", "Hello\n\nUnsubscribe: https://example.com", "Hello"],
  ])("%s are layout, and nothing is flagged", async (_, plain, page) => {
    const [said, flags] = await saidOf(both(plain, page));
    expect([said, flags]).toEqual([plain, []]);
  });

  test("a flowed text and its page say the same", async () => {
    expect((await saidOf(both("Hello \nyou", "Hello you", "; format=flowed")))[1]).toEqual([]);
  });

  test("a page of a hundred thousand lines in the worst order is compared in a bounded time, and what was not compared is kept", async () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `line ${i}`);
    const act = await actOf(both(lines.join("\n"), lines.toReversed().join("<br>")));
    expect(act.flags).toEqual(["html-differs"]);
    expect((await actOf(both(lines.join("\n"), lines.join("<br>")))).flags).toEqual([]);
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
    expect(htmlToText("<b>a</b>&amp; ".repeat(300_000)).length).toBe(900_000 - 1);
  });

  test("bytes that are no text are said to be doubtful", async () => {
    const bytes = new TextEncoder().encode(`${dated}Content-Type: text/plain; charset=utf-8\n\nab?`);
    bytes[bytes.length - 1] = 0xff;
    const [reading] = await read(bytes);
    expect(reading && "act" in reading && reading.act.flags).toEqual(["decoding-doubtful"]);
  });
});

describe("letters", () => {
  const bytesOf = (text: string) => Buffer.from(text, "latin1");
  const actOfBytes = async (text: string): Promise<Act> => {
    const [reading] = await read(bytesOf(text));
    if (!reading || !("act" in reading)) throw new Error(`no act: ${JSON.stringify(reading)}`);
    return reading.act;
  };

  test("UTF-7 is read, in a subject and in a text", async () => {
    const act = await actOf(
      `${dated}Subject: =?UTF-7?Q?I_see_you_+2D3eAA-_1_+-_1?= =?unicode-1-1-utf-7?B?K0FPay0=?=\nContent-Type: text/plain; charset=utf-7\n\nYour caf+AOk +- +AKM-5+IBM-ok\n`,
    );
    expect(act.subject).toBe("I see you 😀 1 + 1é");
    expect(act.text).toBe("Your café + £5–ok");
    expect(act.flags).toEqual([]);
  });

  test("UTF-7 that breaks off is flagged", async () => {
    for (const text of ["+", "+A", "+AO", "+2D0-", "+AOl-"]) {
      const act = await actOf(`${dated}Content-Type: text/plain; charset=utf-7\n\ncaf${text} x\n`);
      expect([text, act.flags]).toEqual([text, ["decoding-doubtful"]]);
    }
  });

  test("any text comes back from UTF-7", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const encoded = text.replace(
          /[^A-Za-z0-9 ]+/g,
          (stretch) => `+${Buffer.from(stretch, "utf16le").swap16().toString("base64").replace(/=+$/, "")}-`,
        );
        expect(decodeUtf7(encoded)).toEqual({ text, isDoubtful: false });
      }),
      { seed: 20261125 },
    );
  });

  test("raw bytes in a subject and a name are UTF-8 where they can be", async () => {
    const raw = Buffer.from(
      `Date: Fri, 27 Feb 2026 09:00:00 +0000\nFrom: Zoë <d@example.com>\nSubject: Café 😀\n\nà bientôt\n`,
      "utf8",
    ).toString("latin1");
    const act = await actOfBytes(raw);
    expect([act.from.name, act.subject, act.text, act.flags]).toEqual(["Zoë", "Café 😀", "à bientôt", []]);
  });

  test("else they are Windows-1252, and flagged", async () => {
    const act = await actOfBytes(
      `Date: Fri, 27 Feb 2026 09:00:00 +0000\nFrom: Zo\xEB <d@example.com>\nSubject: Caf\xE9 \x96 tonight\n\nx\n`,
    );
    expect([act.from.name, act.subject, act.flags]).toEqual(["Zoë", "Café – tonight", ["decoding-doubtful"]]);
    for (const type of ["", "Content-Type: text/plain\n", "Content-Type: text/plain; charset=us-ascii\n", "Content-Type: text/html\n"]) {
      const body = await actOfBytes(`${dated}${type}\nYou\x92re at the caf\xE9\n`);
      expect([body.text, body.flags]).toEqual(["You’re at the café", ["decoding-doubtful"]]);
    }
  });

  test("text said to be ASCII that is UTF-8 is read as that", async () => {
    expect((await actOf(`${dated}Content-Type: text/plain; charset="us-ascii"\n\ncafé 😀\n`)).text).toBe("café 😀");
  });

  test("an encoding that nobody knows is flagged", async () => {
    const act = await actOf(`${dated}Subject: =?x-none?Q?a?=\nContent-Type: text/plain; charset=hz-gb-2312\n\n~{VPND~}\n`);
    expect(act.flags).toEqual(["decoding-doubtful"]);
  });

  test.each([
    ["cp932", "=8E=84", "私"],
    ["iso-2022-jp", "=1B$B;d=1B(B", "私"],
    ["ks_c_5601-1987", "=B3=AA", "나"],
    ["KOI8-R", "=D1", "я"],
    ["iso-8859-8-i", "=F9", "ש"],
    ["cp-850", "a", "a"],
  ])("%s is read by the name that mail programs give it", async (charset, encoded, text) => {
    const act = await actOf(
      `${dated}Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: quoted-printable\n\n${encoded}\n`,
    );
    expect(act.text).toBe(text);
  });
});

describe("damaged headers", () => {
  const known = "Message-ID: <1@example.com>\nTo: her@example.org\n";

  test.each([
    ["a line without its colon", `${dated}X Broken line\n${known}Subject: s\n\nx`, "s", "x"],
    [
      "the fold of a subject without its blank",
      `${dated}Subject: I will come\nto your house\n${known}\nx`,
      "I will come to your house",
      "x",
    ],
    [
      "the fold of another header without its blank",
      `Received: from a\nby b; Fri, 27 Feb 2026 09:00:00 +0000\n${dated}${known}Subject: s\n\nx`,
      "s",
      "x",
    ],
    ["no empty line before the text", `${dated}${known}Subject: s\nI will come tonight.`, "s", "I will come tonight."],
  ])("with %s a mail is read, and the damage is said", async (_, text, subject, said) => {
    const act = await actOf(text);
    expect([act.from.normal, act.subject, act.text, act.flags]).toEqual(["d@example.com", subject, said, ["damaged-header"]]);
  });

  test("a stray line puts no other name into an address field", async () => {
    const act = await actOf(`${dated}sam@example.net\n${known}\nx`);
    expect(act.from.normal).toBe("d@example.com");
  });

  test("parts of which nothing says where they begin are a text", async () => {
    const act = await actOf(`${dated}${known}Content-Type: multipart/mixed\n\nI will come.`);
    expect([act.text, act.flags]).toEqual(["I will come.", ["damaged-header"]]);
    const other = await actOf(`${dated}${known}Content-Type: multipart/mixed; boundary=b\n\nI will come.`);
    expect([other.text, other.flags]).toEqual(["I will come.", ["truncated"]]);
  });

  test("words in a part without headers are its text", async () => {
    const act = await actOf(`${dated}${known}Content-Type: multipart/mixed; boundary=b\n\n--b\nI will come.\n--b--\n`);
    expect([act.text, act.flags]).toEqual(["I will come.", ["damaged-header"]]);
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

  test("a text of a hundred thousand lines and more is read, and a longer one than anybody writes as far as it goes", async () => {
    const line = "and again\n";
    const lines = await actOf(`${dated}\n${line.repeat(100_001)}`);
    expect([lines.text?.length, lines.flags]).toEqual([line.length * 100_001 - 1, []]);
    const long = await actOf(`${dated}\n${line.repeat(1_000_000)}`);
    expect(long.text?.length).toBeLessThan(5_000_000);
    expect(long.flags).toEqual(["truncated"]);
    const film = await actOf(
      `${dated}Content-Type: video/mp4\nContent-Transfer-Encoding: base64\n\n${`${"A".repeat(76)}\n`.repeat(110_000)}`,
    );
    expect(film.attachments[0]?.size).toBe(110_000 * 57);
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
    expect(recognises(`${dated}Subject: I come\nto you\nTo: b\n\nx`)).toBe(true);
    expect(recognises(`${dated}X broken\n\nx`, "x.eml")).toBe(true);
  });

  test("not when something else begins so", () => {
    expect(recognises("BEGIN:VCARD\nVERSION:3.0\nFN:Her\nEND:VCARD\n")).toBe(false);
    expect(recognises("BEGIN:VCALENDAR\n\n", "x.ics")).toBe(false);
    expect(recognises("From: a\nTo: b\nand then no header\n\n")).toBe(false);
    expect(recognises("Dear all\nFrom: a\nTo: b\nDate: c\nSubject: d\n\n")).toBe(false);
    expect(recognises("Note: a\nand then no header\n\n", "x.eml")).toBe(false);
    expect(recognises(`From: <Saved by browser>\n${dated}\n`, "page.mhtml")).toBe(false);
    expect(recognises("", "x.eml")).toBe(false);
  });
});

describe("a mail that an editor saved in UTF-16", () => {
  const text = `${dated}Subject: Café 😀\nTo: her@example.org\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=iso-8859-1\n\nI see you, Zoë.\n--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9\n--b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAAEC\n--b--\n`;
  const wide = (written: string, isBig: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${written}`, "utf16le");
    return new Uint8Array(isBig ? bytes.swap16() : bytes);
  };

  test.each([true, false])("is read as it was before, its span the whole file (big end first: %s)", async (isBig) => {
    for (const written of [text, text.replaceAll("\n", "\r\n"), `\n\n${text}`]) {
      const bytes = wide(written, isBig);
      expect(email.recognises({ name: "x.eml", text: "", bytes, siblings: [] })).toBe(true);
      const [reading, ...more] = await read(bytes);
      if (!reading || !("act" in reading)) throw new Error("no act");
      const { act } = reading;
      expect(more).toEqual([]);
      expect([act.subject, act.text, act.from.normal, act.flags]).toEqual(["Café 😀", "I see you, Zoë.\n\ncafé", "d@example.com", []]);
      expect(act.attachments[0]?.sha256).toBe(
        createHash("sha256")
          .update(Uint8Array.of(0, 1, 2))
          .digest("hex"),
      );
      expect([act.source.start, act.source.end]).toEqual([0, bytes.length]);
    }
  });

  test("half a letter at its end is said to be doubtful", async () => {
    const [reading] = await read(wide(`${dated}\nI come`, false).subarray(0, -1));
    expect(reading && "act" in reading && [reading.act.text, reading.act.flags]).toEqual(["I com\uFFFD", ["decoding-doubtful"]]);
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
