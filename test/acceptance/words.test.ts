import fc from "fast-check";
import { expect, test } from "vitest";
import { handIn } from "./hand-in.ts";

/** What somebody wrote comes out as it was written, whatever characters it is made of, from every source. */

const seed = 20261125;
const said = { zone: "Europe/London" };
const at = 1_741_860_000_000;

/** Any characters that a text can hold: all of Unicode but halves of pairs, with more of what formats stumble over. */
const text = fc
  .array(fc.oneof(fc.string({ unit: "binary", maxLength: 6 }), fc.constantFrom("<", "&", '"', "'", "/>", "&#10;", "]]>", "\\", "{", "}", "]", "null", "\u2028", "\u200E", "\uFEFF", "😀", "é", ": ", " - ", "From ", "=", "\t")), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join("").replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, ""))
  .filter((one) => one !== "" && one !== "null"); // prettier-ignore
const texts = fc.array(text, { minLength: 1, maxLength: 6 });

async function expectAll(files: Record<string, string>, expected: readonly string[]): Promise<void> {
  const { acts, reasons } = await handIn(files, said);
  expect(reasons).toEqual([]);
  expect(acts.map((act) => act.text)).toEqual(expected);
  expect(acts.flatMap((act) => act.flags)).not.toContain("decoding-doubtful");
}

const xmlOf = (one: string) =>
  one.replace(/[&<"]|[^\x20-\uFFFD]/gu, (unit) =>
    unit.length === 2 ? [...unit].map(() => `&#${unit.charCodeAt(0)};&#${unit.charCodeAt(1)};`).join("") : `&#${unit.codePointAt(0)};`,
  );
const isXml = (one: string) => !/[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/.test(one);

test("in texts, written in references or not", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const some = all.filter(isXml);
      const records = some.map((one, i) => `<sms address="+447700900123" date="${at + i}" type="1" body="${xmlOf(one)}"/>\n`);
      if (some.length > 0) await expectAll({ "sms.xml": `<smses count="${some.length}">${records.join("")}</smses>` }, some);
    }),
    { seed, numRuns: 150 },
  );
});

test("in Telegram, in one piece or in parts", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const messages = all.map((one, id) => ({
        id,
        type: "message",
        date: "2023-01-01T10:00:00",
        date_unixtime: "1672567200",
        from: "Sam",
        from_id: "user1",
        text: id % 2 ? one : [one.slice(0, 1), { type: "bold", text: one.slice(1) }],
      }));
      await expectAll({ "result.json": JSON.stringify({ name: "Sam", type: "personal_chat", id: 1, messages }, null, 1) }, all);
    }),
    { seed, numRuns: 150 },
  );
});

test("in Messenger, damaged as it damages them, and in the encrypted download, which it does not", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const broken = (one: string) => Buffer.from(one, "utf8").toString("latin1");
      const damaged = all.map((one, i) => ({ sender_name: "Sam", timestamp_ms: at - i, content: broken(one) }));
      await expectAll(
        {
          "messages/inbox/sam_1/message_1.json": JSON.stringify({
            participants: [{ name: "Sam" }, { name: "Jo" }],
            messages: damaged,
            title: "Sam",
            thread_path: "inbox/sam_1",
          }),
        },
        all,
      );
      const whole = all.map((one, i) => ({ senderName: "Sam", timestamp: at - i, text: one, isUnsent: false, media: [] }));
      await expectAll({ "Sam_1.json": JSON.stringify({ participants: ["Sam", "Jo"], threadName: "Sam_1", messages: whole }) }, all);
    }),
    { seed, numRuns: 100 },
  );
});

test("in WhatsApp, over several lines", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }), async (all) => {
      // A line break is the source's own; a carriage return at the end of a line is one, and a mark before the first word is the app's sign.
      const bodies = all.map((lines) => lines.map((one) => `x${one.replace(/[\r\n]/g, "")}y`).join("\n"));
      const android = bodies.map((body, i) => `13/03/2025, 10:${10 + i} - ${i % 2 ? "Jo" : "Sam"}: ${body}\n`).join("");
      await expectAll({ "WhatsApp Chat with Sam.txt": android }, bodies);
      const ios = bodies
        .map((body, i) => `[13/03/2025, 10:${10 + i}:07] ${i % 2 ? "Jo" : "Sam"}: ${body.replaceAll("\n", "\r\n")}\r\n`)
        .join("");
      await expectAll({ "_chat.txt": ios }, bodies);
    }),
    { seed, numRuns: 100 },
  );
});

test("in mail, in any transfer encoding, in a mailbox too", async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom("base64", "quoted-printable", "8bit"), async (one, encoding) => {
      const body = `x${one.replace(/[\r\n\0]/g, "")}y`;
      const bytes = Buffer.from(body, "utf8");
      const quoted = [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("").replace(/((?:...){20})/g, "$1=\r\n"); // prettier-ignore
      const packed = { base64: bytes.toString("base64"), "quoted-printable": quoted, "8bit": body }[encoding];
      const mail = `From: sam@example.com\r\nDate: Thu, 13 Mar 2025 09:00:00 +0000\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${packed}\r\n`;
      await expectAll({ "one.eml": mail }, [body]);
      await expectAll(
        {
          "in.mbox": `From sam@example.com Thu Mar 13 09:00:00 2025\r\n${mail}\r\nFrom sam@example.com Thu Mar 13 09:00:00 2025\r\n${mail}`,
        },
        [body, body],
      );
    }),
    { seed, numRuns: 150 },
  );
});
