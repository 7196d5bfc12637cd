import fc from "fast-check";
import PostalMime, { type Address } from "postal-mime";
import { describe, expect, test } from "vitest";
import { parseAddresses } from "./address.ts";
import { decodeWords } from "./encoded-words.ts";
import { type MailPart, decodeBody, isMultipart, parseMail, valueOf } from "./message.ts";

/** The yardstick: postal-mime, which reads nothing but what both can read here. */
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const word = fc.constantFrom(
  "I",
  "will",
  "come",
  "tonight",
  "café",
  "😀",
  "From here",
  "=3D",
  "=",
  "--",
  "--b",
  "a  b",
  "\t",
  ".",
  "x".repeat(90),
);
const textLine = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
const body = fc.array(textLine, { maxLength: 6 }).map((lines) => lines.join("\n"));
const encoding = fc.constantFrom("7bit", "8bit", "quoted-printable", "base64", "BASE64 (so)", undefined);

interface Shape {
  readonly type: string;
  readonly encoding: string | undefined;
  readonly disposition: string | undefined;
  readonly body: string;
}

const leaf: fc.Arbitrary<Shape> = fc.record({
  type: fc.constantFrom("text/plain; charset=utf-8", 'TEXT/HTML;\n charset="utf-8"', "image/png; name=a(1).png", "message/rfc822", "application/pdf; name*0*=UTF-8''caf%C3%A9; name*1=\" b.pdf\"", "text/plain; charset=utf-8 (a comment)"),
  encoding,
  disposition: fc.constantFrom(undefined, "inline", 'attachment; filename="a \\"b\\";.png"', "attachment; filename==?UTF-8?Q?caf=C3=A9?="),
  body,
}); // prettier-ignore

function written({ type, encoding: transfer, disposition, body: text }: Shape): string {
  const encoded =
    transfer?.toLowerCase().startsWith("base64") === true
      ? Buffer.from(text)
          .toString("base64")
          .replace(/(.{76})/g, "$1\n")
      : text;
  return `Content-Type: ${type}\n${transfer === undefined ? "" : `Content-Transfer-Encoding: ${transfer}\n`}${disposition === undefined ? "" : `Content-Disposition: ${disposition}\n`}\n${encoded}`;
}

const mail = fc.letrec<{ part: string; tree: string; leaf: string }>((tie) => ({
  part: fc.oneof({ depthSize: "small" }, tie("leaf"), tie("tree")),
  leaf: leaf.map(written),
  tree: fc
    .record({
      kind: fc.constantFrom("mixed", "alternative", "related", "digest"),
      boundary: fc.constantFrom("b", "bb", "=_b c", "x'y"),
      parts: fc.array(tie("part"), { maxLength: 4 }),
      preamble: fc.constantFrom("", "For old programs.\n"),
      end: fc.constantFrom("--", "--  ", ""),
    })
    .map(({ kind, boundary, parts, preamble, end }) => `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${preamble}${parts.map((part) => `--${boundary}\n${part}\n`).join("")}--${boundary}${end}\n\nEpilogue\n`),
})).part; // prettier-ignore

/** What the library hands over of a mail: its files and its texts, in their order. */
async function readByLibrary(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  return email.attachments.map(({ mimeType, content }) => [mimeType, latin1Of(content)]);
}

function latin1Of(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === "string" ? content : Buffer.from(new Uint8Array(content)).toString("latin1");
}

function filesOf(part: MailPart): unknown[] {
  if (isMultipart(part)) return part.parts.flatMap(filesOf);
  const isText = part.type.value === "text/plain" || part.type.value === "text/html";
  if (isText && !(valueOf(part, "content-disposition") ?? "").startsWith("attachment")) return [];
  return [[part.type.value, Buffer.from(decodeBody(part.body, valueOf(part, "content-transfer-encoding"))).toString("latin1")]];
}

function isDamagedAnywhere(part: MailPart): boolean {
  return part.isDamaged || part.parts.some(isDamagedAnywhere);
}

function textsOf(part: MailPart): string[] {
  if (isMultipart(part)) return part.parts.flatMap(textsOf);
  if (part.type.value !== "text/plain" || (valueOf(part, "content-disposition") ?? "").startsWith("attachment")) return [];
  return [new TextDecoder().decode(decodeBody(part.body, valueOf(part, "content-transfer-encoding")))];
}

describe("the library and our reader agree", () => {
  test("on the files of any mail, byte for byte, and on its texts", async () => {
    await fc.assert(
      fc.asyncProperty(mail, fc.boolean(), async (text, isDos) => {
        const bytes = encode(isDos ? text.replaceAll("\n", "\r\n") : text);
        const root = parseMail(bytes);
        if (root === undefined) throw new Error("no mail");
        // Words that stand where headers should the library throws away; they are the text here.
        fc.pre(!isDamagedAnywhere(root));
        expect(filesOf(root)).toEqual(await readByLibrary(bytes));
        const { text: told = "" } = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
        for (const one of textsOf(root)) expect(told).toContain(one);
      }),
      { seed: 20261126, numRuns: 800 },
    );
  });

  test("on transfer encodings of any bytes", async () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.array(fc.constantFrom("=", "=3D", "=0a", "=\n", "=\r\n", "\r", "\n", "QUJD", "QQ==", "QUI=", " ", "é", "\0"), { maxLength: 40 }).map((all) => encode(all.join("")))); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom("base64", "quoted-printable", "8bit"), async (content, transfer) => {
        const head = encode(`Content-Type: image/png\nContent-Transfer-Encoding: ${transfer}\n\n`);
        const [file] = (await PostalMime.parse(new Uint8Array([...head, ...content]))).attachments;
        expect(latin1Of(decodeBody(content, transfer))).toBe(latin1Of(file?.content ?? ""));
      }),
      { seed: 20261127, numRuns: 800 },
    ); // prettier-ignore
  });

  test("on encoded words", async () => {
    const piece = fc.constantFrom("=?UTF-8?Q?caf=C3=A9?=", "=?utf-8?b?Y2Fm?=", "=?UTF-8?B?w6k=?=", "=?UTF-8?Q?=F0=9F?=", "=?UTF-8?Q?=98=80?=", "=?iso-8859-1*en?q?a_b=E9?=", " ", "\t", "=?", "?=", "=?UTF-8?X?a?=", "a", "é"); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const subject = `s${pieces.join("")}e`;
        const email = await PostalMime.parse(`Subject: ${subject}\n\n`);
        // Where a letter is spoilt, the library gives up letters beside it that ours keeps.
        if (email.subject?.includes("\uFFFD") === false) expect(decodeWords(subject).text).toBe(email.subject);
      }),
      { seed: 20261128, numRuns: 800 },
    );
  });

  test("on who is named in a field as mail programs write it", async () => {
    const phrase = fc.constantFrom("Ann", "Ann Lee", '"Lee, Ann"', '"Ann \\"the\\" Lee"', "=?UTF-8?Q?Ann_L=C3=A9e?=", "");
    const mailbox = fc.oneof(
      fc.tuple(phrase, fc.constantFrom("ann@example.org", "Ann.Lee+1@Example.org")).map(([name, address]) => `${name} <${address}>`.trim()),
      fc.constantFrom(
        "ann@example.org",
        "ann@example.org (Ann Lee)",
        "Team: a@example.org, B <b@example.org>;",
        "undisclosed-recipients:;",
        "Ann Lee",
        "",
      ),
    );
    const flat = (all: readonly Address[]): unknown[] =>
      all.flatMap((one) => (one.group ? flat(one.group) : [[one.name, one.address ?? ""]]));
    await fc.assert(
      fc.asyncProperty(fc.array(mailbox, { maxLength: 5 }), async (mailboxes) => {
        const field = mailboxes.join(", ");
        const { to = [] } = await PostalMime.parse(`To: ${field}\n\n`);
        expect(parseAddresses(field).map(({ name, address }) => [name, address])).toEqual(flat(to));
      }),
      { seed: 20261129, numRuns: 800 },
    );
  });
});

test("a mail of parts beyond the limit, or nested beyond it, is refused in a straight line", () => {
  expect(parseMail(encode(`Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\n".repeat(20_001)}`))).toBeUndefined();
  expect(parseMail(encode(`Content-Type: multipart/mixed; boundary=b\n\n${"--c\n".repeat(2_000_000)}`))?.parts).toEqual([]);
});
