import type { Act } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { expectCutsChangeNothing, handIn } from "./hand-in.ts";

/** Mailboxes made to be cut in the wrong place. */

const from = (i: number) => `From sam@example.com Thu Mar 13 09:${String(i).padStart(2, "0")}:00 2025\n`;
const mail = (i: number, body: string, more = "") =>
  `${from(i)}From: Sam <sam@example.com>\nTo: Jo <jo@example.org>\nDate: Thu, 13 Mar 2025 09:${String(i).padStart(2, "0")}:00 +0000\nSubject: mail ${i}\nMessage-ID: <${i}@example.com>\n${more}\n${body}\n\n`;
const subjects = (acts: readonly Act[]) => acts.map((act) => act.subject);
const read = (text: string | Uint8Array) => handIn({ "inbox.mbox": text });
const textOf = (acts: readonly Act[], i: number) => acts.find((act) => act.subject === `mail ${i}`)?.text;

describe("a line that begins with From", () => {
  test.each([
    ["as prose", "From what I hear you moved."],
    ["as prose after an empty line", "Hello\n\nFrom what I hear you moved.\n\nBye"],
    ["as prose with a date", "Hello\n\nFrom Monday 13 March 2025 on I will wait.\n\nBye"],
    ["as prose with an address", "Hello\n\nFrom sam@example.com I heard it.\n\nBye"],
    ["quoted", "Hello\n\n>From sam@example.com Thu Mar 13 09:00:00 2025\n\nBye"],
    ["as a whole separator that no header follows", "Hello\n\nFrom sam@example.com Thu Mar 13 09:00:00 2025\njust words here\n\nBye"],
  ])("%s inside a body splits nothing", async (_, body) => {
    const { acts, readers } = await read(mail(1, "one") + mail(2, body) + mail(3, "three"));
    expect(readers).toEqual(["mbox"]);
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3"]);
    expect(textOf(acts, 2)).toBe(body);
  });

  test("that no empty line stands before is still a border, and said to be doubtful", async () => {
    const { acts } = await read((mail(1, "one") + mail(2, "two") + mail(3, "three")).replaceAll("\n\nFrom sam", "\nFrom sam"));
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3"]);
    expect(acts[1]?.flags).toContain("border-doubtful");
  });

  test("inside a part that holds a whole mailbox splits nothing", async () => {
    const inner = mail(7, "inner one") + mail(8, "inner two");
    const body = `--edge\nContent-Type: text/plain\n\nsee below\n--edge\nContent-Type: application/mbox\nContent-Disposition: attachment; filename="old.mbox"\n\n${inner}\n--edge--\n`;
    const { acts } = await read(
      mail(1, "one") + mail(2, body, 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="edge"\n') + mail(3, "three"),
    );
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3"]);
    expect(textOf(acts, 2)).toContain("see below");
    expect(acts[1]?.attachments.map((one) => one.name)).toEqual(["old.mbox"]);
  });

  test("inside a forwarded mail (message/rfc822) splits nothing", async () => {
    const body = `--edge\nContent-Type: text/plain\n\nlook\n--edge\nContent-Type: message/rfc822\n\n${mail(9, "inner")}--edge--\n`;
    const { acts } = await read(mail(1, body, "MIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary=edge\n") + mail(2, "two"));
    expect(subjects(acts)).toEqual(["mail 1", "mail 2"]);
  });

  test("after a part that never closes swallows nothing", async () => {
    const open = mail(
      2,
      "--edge\nContent-Type: text/plain\n\nnever closed",
      'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="edge"\n',
    );
    const rest = [3, 4, 5, 6].map((i) => mail(i, `body ${i}`)).join("");
    const { acts } = await read(mail(1, "one") + open + rest);
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3", "mail 4", "mail 5", "mail 6"]);
    expect(textOf(acts, 6)).toBe("body 6");
  });
});

describe("Content-Length", () => {
  test("that is right keeps a body whole, separators and all", async () => {
    const body = `before\n\n${mail(9, "inner").trimEnd()}\nafter\n`;
    const { acts } = await read(mail(1, "one") + mail(2, body.trimEnd(), `Content-Length: ${body.length}\n`) + mail(3, "three"));
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3"]);
    expect(textOf(acts, 2)).toContain("after");
  });

  test.each([
    ["too long", 100_000],
    ["far too long", 99_999_999_999],
    ["too short", 2],
    ["zero", 0],
    ["nonsense", -5],
  ])("that is %s is not believed", async (_, length) => {
    const { acts } = await read(
      mail(1, "one") + mail(2, "two words\n\nand more", `Content-Length: ${length}\n`) + mail(3, "three") + mail(4, "four"),
    );
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3", "mail 4"]);
    expect(textOf(acts, 2)).toBe("two words\n\nand more");
  });
});

describe("the form of the file", () => {
  const three = mail(1, "one") + mail(2, "two\n\nFrom me") + mail(3, "three");

  test("CRLF reads as LF does", async () => {
    const { acts } = await read(three.replaceAll("\n", "\r\n"));
    const plain = await read(three);
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3"]);
    expect(acts.map((act) => act.id)).toEqual(plain.acts.map((act) => act.id));
  });

  test.each([
    ["an empty line", "\n"],
    ["several", "\n\n\r\n"],
    ["a byte-order mark", "\uFEFF"],
  ])("%s before the first mail loses none", async (_, before) => {
    const { acts, reasons, readers } = await read(before + three);
    expect(readers).toEqual(["mbox"]);
    expect(reasons).toEqual([]);
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3"]);
  });

  test("reads cut anywhere give the same", async () => {
    await expectCutsChangeNothing({ "inbox.mbox": three });
    await expectCutsChangeNothing({ "inbox.mbox": `\n${three.replaceAll("\n", "\r\n")}` });
  });

  test.each([
    ["with a dash for the sender", "From - Thu Mar 13 09:00:00 2025"],
    ["of a mail daemon", "From MAILER-DAEMON Thu Mar 13 09:00:00 2025"],
    ["of Gmail", "From 1826483345012345678@xxx Thu Mar 13 09:00:00 +0000 2025"],
    ["without seconds", "From sam@example.com Thu Mar 13 09:00 2025"],
    ["with the name of a zone", "From sam@example.com Thu Mar 13 09:00:00 GMT 2025"],
    ["with a day of one digit", "From sam@example.com Thu Mar  6 09:00:00 2025"],
    ["in quotation marks", 'From "sam smith"@example.com Thu Mar 13 09:00:00 2025'],
    ["with a remark", "From sam@example.com Thu Mar 13 09:00:00 2025 remote from example"],
  ])("a separator %s separates", async (_, line) => {
    const { acts, readers } = await read(three.replace(/^From sam.*2025$/gm, line));
    expect(readers).toEqual(["mbox"]);
    expect(subjects(acts)).toEqual(["mail 1", "mail 2", "mail 3"]);
  });

  test("a mailbox that breaks off keeps what is whole", async () => {
    const { acts } = await read(three.slice(0, -12));
    expect(subjects(acts).slice(0, 2)).toEqual(["mail 1", "mail 2"]);
    expect(acts).toHaveLength(3);
  });
});

describe("when a mail was sent", () => {
  const one = (headers: string) =>
    handIn({ "one.eml": `From: Sam <sam@example.com>\r\nTo: jo@example.org\r\nSubject: s\r\n${headers}\r\nbody\r\n` });

  test("by its own date, with its offset", async () => {
    const { acts } = await one("Date: Thu, 13 Mar 2025 09:00:00 +0530\r\n");
    expect(acts[0]?.when).toMatchObject({
      earliest: Date.parse("2025-03-13T03:30:00Z"),
      latest: Date.parse("2025-03-13T03:30:00.999Z"),
      zone: "+05:30",
    });
  });

  test.each([
    "13 Mar 2025 09:00:00 +0000",
    "Mon, 13 Mar 2025 09:00:00 +0000",
    "Thu, 13 Mar 25 9:00:00 GMT",
    "Thu, 13 Mar 2025 04:00:00 -0500 (EST (winter) time)",
    "Thu, 13 Mar 2025 09:00:00 -0000",
  ])("%s is nine in London", async (date) => {
    const { acts } = await one(`Date: ${date}\r\n`);
    expect(acts.map((act) => act.when.earliest)).toEqual([Date.parse("2025-03-13T09:00:00Z")]);
  });

  test("empty lines and a byte-order mark before the headers cost nothing", async () => {
    for (const before of ["\n", "\r\n\r\n", "\uFEFF", "\uFEFF\n"]) {
      const { acts } = await handIn({
        "one.eml": `${before}From: sam@example.com\nDate: 13 Mar 2025 09:00:00 +0000\nSubject: s\n\nbody\n`,
      });
      expect(acts.map((act) => [act.subject, act.text])).toEqual([["s", "body"]]);
    }
  });

  test("a date that contradicts its way says so, and both stand", async () => {
    const { acts } = await one("Received: by mx.example.net; Thu, 13 Mar 2025 09:00:00 +0000\r\nDate: Mon, 13 Jan 2025 09:00:00 +0000\r\n");
    expect(acts[0]?.flags).toContain("date-doubtful");
    expect(acts[0]?.when.or?.map((one) => one.earliest)).toEqual([Date.parse("2025-03-13T09:00:00Z")]);
  });

  test("31 February is rejected, never rolled; the way stands in", async () => {
    const { acts } = await one("Received: by mx.example.net; Thu, 13 Mar 2025 09:00:00 +0000\r\nDate: Fri, 31 Feb 2025 09:00:00 +0000\r\n");
    expect(acts[0]?.when.earliest).toBe(Date.parse("2025-03-13T09:00:00Z"));
    expect(acts[0]?.flags).toContain("date-doubtful");
    const bare = await one("Date: Fri, 31 Feb 2025 09:00:00 +0000\r\n");
    expect(bare.acts).toEqual([]);
    expect(bare.reasons).toHaveLength(1);
  });
});
