import { execFileSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Sha256, Source } from "@unmask/core";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { expect, test } from "vitest";
import { optionsOf, sourceOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import { type OwnPaper, importers } from "./index.ts";

const options = optionsOf({ folder: "/nowhere", importer: "", name: "", also: [] }, importers);
const file = (name: string, content: string): Source => sourceOf(name, Buffer.from(content));

/** What became an exhibit, what was passed over, and how many acts were read. */
async function takenOf(
  sources: readonly Source[],
  more: { readonly takesAll?: boolean; readonly takesIn?: readonly string[]; readonly ownPapers?: readonly OwnPaper[] } = {},
) {
  const steps = await stepsOf(sources, { ...options, ...more });
  return {
    originals: steps.flatMap((step) => ("original" in step ? [step.original.source.name] : [])),
    says: steps.flatMap((step) => ("notTakenIn" in step ? [step.notTakenIn.says] : "takenIn" in step ? [step.takenIn.says] : [])),
    acts: steps.flatMap((step) => ("readings" in step ? step.readings.filter((one) => "act" in one) : [])).length,
  };
}

const identity = "AGE-SECRET-KEY-1QQPQQQQZQQQSQQQJQQQNQQQ5QQQKQQQHQQQCQQQEQQQ6QQQMQQQUQQQAQQQ7";
const chat = "13/02/2026, 23:13 - Owen Pike: I saw you\n14/02/2026, 23:14 - Hannah Reyes: Stop\n";
const chatName = "WhatsApp Chat with Owen Pike.txt";
const packInfo = "Source-Organization: Unmask\nExternal-Identifier: UM-0123456789AB\nUnmask-Pack-Version: 1\n";
const base64 = "AAAAC3NzaC1lZDI1NTE5AAAAIBSx0vYq9mB2cJd7uHkq1wZ4xT6nLr8gPpQ3yV5e";
const armoured = (kind: string, lines: number, head = ""): string =>
  `-----BEGIN ${kind}-----\n${head}${`${base64}\n`.repeat(lines)}-----END ${kind}-----\n`;
const minisignKey = (kdf: string): string => {
  const bytes = Buffer.alloc(158);
  bytes.write(`Ed${kdf}B2`, "latin1");
  return `untrusted comment: mine\n${bytes.toString("base64")}\n`;
};

async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content] of Object.entries(files)) await zip.add(name, new Uint8ArrayReader(Buffer.from(content)));
  return zip.close();
}

test("a pack that lies in the folder is passed over whole, with what lies beside it, and is told once", async () => {
  const pack = "all/packs/UM-0123456789AB";
  const { originals, says, acts } = await takenOf([
    file(`all/${chatName}`, chat),
    ...["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha512.txt", "data/acts.jsonl.gz", "log/leaves.txt", "seal/signer.pub"].map(
      (name) => file(`${pack}/${name}`, "x"),
    ),
    file(`${pack}/bag-info.txt`, packInfo),
    file(`${pack}/data/originals/0001.txt`, chat),
    file(`${pack}.age`, "age-encryption.org/v1\n-> X25519 x\n"),
    file(`${pack}-contact.age`, "age-encryption.org/v1\n-> X25519 x\n"),
    file(`${pack}.pub`, `untrusted comment: minisign public key 00\nRW${"A".repeat(54)}\n`),
  ]);
  expect(originals).toEqual([`all/${chatName}`]);
  expect(says).toEqual([`${pack} is a pack that Unmask made: it is not taken in. Hand over the exports themselves.`]);
  expect(acts).toBe(2);
});

test("exports that she put into the folder of a pack, a bag of somebody else and a file of another program stay hers", async () => {
  const hers = [
    file("p/mine/chat.txt", "x"),
    file("q/bag-info.txt", "Source-Organization: An archive\n"),
    file("q/data/letter.txt", "Unmask-Pack-Version: 1"),
    file("UM-0123456789AB.age", "not sealed"),
    file("his.age", "age-encryption.org/v1\n"),
    file("his.pub", `untrusted comment: minisign public key 00\nRW${"A".repeat(54)}\n`),
    file("his.pdf", "%PDF-1.7\nAccount and schedule of material — not a witness statement"),
  ];
  const { originals, says } = await takenOf([file("p/bag-info.txt", packInfo), ...hers]);
  expect(originals).toEqual(hers.map(({ name }) => name));
  expect(says).toHaveLength(1);
});

test("a single file of a pack, and every file when a pack is read again, is read as before", async () => {
  expect((await takenOf([file("0001.txt", chat)])).acts).toBe(2);
  const all = [file("p/bag-info.txt", packInfo), file("p/data/originals/0001.txt", chat), file("key.txt", identity)];
  expect((await takenOf(all, { takesAll: true })).originals).toHaveLength(3);
});

test("a sealed pack that was opened, which is a tar, is no exhibit", async () => {
  const tar = Buffer.alloc(1024);
  tar.write("data/VERIFY.md");
  tar.write("ustar", 257);
  expect((await takenOf([sourceOf("opened.tar", tar)])).originals).toEqual([]);
});

/** What the system's own tar makes of these files. */
function tarOf(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "unmask-tar-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, "in", dirname(name)), { recursive: true });
    writeFileSync(join(folder, "in", name), content);
  }
  execFileSync("tar", [...args, "-cf", join(folder, "out"), "-C", join(folder, "in"), ...Object.keys(files)]);
  const made = readFileSync(join(folder, "out"));
  rmSync(folder, { recursive: true });
  return made;
}

const deep = `${"Sicherung-äöü-".repeat(9)}/UM-0123456789AB`;
const earlier = { [chatName]: chat, [`${deep}/bag-info.txt`]: packInfo, [`${deep}/data/originals/0001.txt`]: chat };

test.each([
  ["plainly", tarOf(earlier)],
  ["with the records of pax", tarOf(earlier, "--format=pax")],
  ["with GNU's long names", tarOf(earlier, "--format=gnu")],
  ["packed by gzip", tarOf(earlier, "-z")],
  ["twice, one tar in another", tarOf({ "inner.tar.gz": tarOf(earlier, "-z"), "letter.txt": "x" })],
  ["behind another tar", Buffer.concat([tarOf({ "letter.txt": "x" }), tarOf(earlier)])],
])("an earlier pack that she or the police tarred %s brings nothing that is left out into the next pack", async (_, tar) => {
  const { originals, says } = await takenOf([file(chatName, chat), sourceOf("hers/backup", tar)]);
  expect(originals).toEqual([chatName]);
  expect(says).toEqual([
    `hers/backup holds a pack that Unmask made (${deep}): it is not taken in. Unpack it and hand over the folder: there the pack is passed over, and the rest is read.`,
  ]);
});

test("a tar of a zip with an earlier pack, and a packed file of her key, are passed over; a tar of her own papers and a packed letter stay", async () => {
  const zip = await zipOf({ "p/bag-info.txt": packInfo, "p/data/originals/0001.txt": chat });
  const { originals, says } = await takenOf([
    sourceOf("a.tar", tarOf({ "all/old.zip": zip })),
    sourceOf("whole.tar", tarOf({ "./bag-info.txt": packInfo, "./data/originals/0001.txt": chat })),
    sourceOf("key.txt.gz", gzipSync(identity)),
    sourceOf("zip.gz", gzipSync(zip)),
    sourceOf("b.tar", tarOf({ "my/letter.txt": "Unmask-Pack-Version: 1" })),
    sourceOf("letter.gz", gzipSync("a letter")),
    sourceOf("broken.gz", gzipSync(tarOf({ "my/letter.txt": "x".repeat(5000) })).subarray(0, 60)),
  ]);
  expect(originals).toEqual(["b.tar", "letter.gz", "broken.gz"]);
  expect(says.map((one) => one.slice(0, one.indexOf(":")))).toEqual([
    "a.tar holds a pack that Unmask made (p)",
    "whole.tar holds a pack that Unmask made (bag-info.txt)",
    "key.txt.gz holds a secret key (key.txt)",
    "zip.gz holds a pack that Unmask made (p)",
  ]);
});

test.each([
  ["an age key", `# created: 2026-11-26\n# public key: age1x\n${identity}\n`],
  ["an age key by itself", identity],
  ["two age keys with Windows line ends", `\r\n${identity}\r\n\r\n${identity.toLowerCase()}\r\n`],
  ["an age key that Windows wrote in UTF-16", Buffer.from(`\ufeff${identity}\r\n`, "utf16le").toString("latin1")],
  ["an age key in a letter", `Dear all,\r\n\r\nmy key is "${identity}", keep it.\r\n`],
  ["an age key in a page", `<html><body><p>${"x".repeat(70_000)}</p><td>${identity}</td></body></html>`],
  ["an age key in RTF", `{\\rtf1\\ansi \\b ${identity}\\par}`],
  ["a key of SSH", armoured("OPENSSH PRIVATE KEY", 5)],
  ["a private key of PEM", `Bag Attributes\n${armoured("ENCRYPTED PRIVATE KEY", 5)}`],
  ["the shortest private key of PEM", armoured("PRIVATE KEY", 1)],
  ["a private key of PEM with its own head", armoured("RSA PRIVATE KEY", 5, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n")],
  ["a private key of PEM in the JSON of a cloud", JSON.stringify({ private_key: armoured("PRIVATE KEY", 5) })],
  ["a private key of PEM in a page", `<p>${armoured("PRIVATE KEY", 5).replaceAll("\n", "<br>")}</p>`],
  ["a private key of PEM in RTF", `{\\rtf1 ${armoured("PRIVATE KEY", 5).replaceAll("\n", "\\par ")}}`],
  ["a private key of PEM that Windows wrote in UTF-16", Buffer.from(`\ufeff${armoured("PRIVATE KEY", 5)}`, "utf16le").toString("latin1")],
  ["a private key of PGP", armoured("PGP PRIVATE KEY BLOCK", 9, "Version: GnuPG v2\n\n")],
  ["the beginning of a private key of PGP", armoured("PGP PRIVATE KEY BLOCK", 3, "\n").split("-----END")[0] ?? ""],
  [
    "a key of PuTTY",
    `PuTTY-User-Key-File-3: ssh-ed25519\r\nEncryption: none\r\nPublic-Lines: 1\r\n${base64.slice(16)}\r\nPrivate-Lines: 1\r\n${base64.slice(16)}\r\nPrivate-MAC: 00\r\n`,
  ],
  ["a minisign key that was copied without its comment", `key: ${minisignKey("\u0000\u0000").split("\n")[1] ?? ""}`],
  ["a minisign key", minisignKey("\u0000\u0000")],
  ["a minisign key with a password", minisignKey("Sc")],
])("%s is passed over and told, whatever its name", async (_, content) => {
  const { originals, says } = await takenOf([sourceOf("my/photo.jpg", Buffer.from(content, "latin1"))]);
  expect(originals).toEqual([]);
  expect(says).toEqual(["my/photo.jpg holds a secret key: it is not taken in; keep it out of what you hand over."]);
});

const der = { format: "der" } as const;
const locked = { cipher: "aes-256-cbc", passphrase: "x" } as const;
const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" });

test.each([
  ["an RSA key", rsa.privateKey.export({ ...der, type: "pkcs1" })],
  ["an RSA key of PKCS #8", rsa.privateKey.export({ ...der, type: "pkcs8" })],
  ["a key of PKCS #8 with a password", rsa.privateKey.export({ ...der, ...locked, type: "pkcs8" })],
  ["a key of an elliptic curve", elliptic.privateKey.export({ ...der, type: "sec1" })],
  ["a key of an elliptic curve of PKCS #8", elliptic.privateKey.export({ ...der, type: "pkcs8" })],
  ["a key of Ed25519", generateKeyPairSync("ed25519").privateKey.export({ ...der, type: "pkcs8" })],
  ["a container of PKCS #12", Buffer.from("308209f30201033082" + "09b906092a864886f70d010701a08209aa", "hex")],
  ["a container of PKCS #12 without lengths", Buffer.from("3080020103308006092a864886f70d010701a080", "hex")],
  ["a packed container", gzipSync(Buffer.from("308209f3020103308209b906092a864886f70d010701a08209aa", "hex"))],
])("%s without armour is passed over and told, whatever its name", async (_, content) => {
  const { originals, says } = await takenOf([sourceOf("my/photo.jpg", content)]);
  expect(originals).toEqual([]);
  expect(says).toEqual([expect.stringMatching(/^my\/photo\.jpg holds a secret key.*: it is not taken in/)]);
});

test("a public key, a request for a time stamp and bytes that begin like a list stay exhibits", async () => {
  const hers = [
    sourceOf("rsa.pub", rsa.publicKey.export({ ...der, type: "spki" })),
    sourceOf("rsa1.pub", rsa.publicKey.export({ ...der, type: "pkcs1" })),
    sourceOf("ec.pub", elliptic.publicKey.export({ ...der, type: "spki" })),
    sourceOf("q.tsq", Buffer.from("303902010130" + "31300d060960864801650304020105000420" + "ab".repeat(32) + "0101ff", "hex")),
    sourceOf("short.bin", Buffer.from("3003020100", "hex")),
    sourceOf("cut.bin", Buffer.from("3082", "hex")),
    sourceOf("community.bin", Buffer.from("302002010104067075626c6963a013", "hex")),
  ];
  const { originals, says } = await takenOf(hers);
  expect(originals).toEqual(hers.map(({ name }) => name));
  expect(says).toEqual([]);
});

test("a key that somebody writes into a message takes no chat away", async () => {
  const trap = `${chat}15/02/2026, 23:15 - Owen Pike: look\n${identity}\n`;
  expect(await takenOf([file(chatName, trap)])).toMatchObject({ originals: [chatName], says: [], acts: 3 });
  const mail = `From: o@example.org\nTo: h@example.org\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n\n${identity}\n`;
  expect(await takenOf([file("m.eml", mail), sourceOf("c.zip", await zipOf({ [chatName]: trap }))])).toMatchObject({
    originals: ["c.zip", "m.eml"],
    says: [],
    acts: 4,
  });
  expect((await takenOf([file("pub.txt", "ssh-ed25519 AAAA\n-----BEGIN PUBLIC KEY-----\nAGE-SECRET-KEY-1...\n")])).says).toEqual([]);
  const large = `${identity}\n`.padEnd(1_100_000, "#");
  expect((await takenOf([file("large.txt", large)])).originals).toEqual(["large.txt"]);
});

test.each([
  ["-----BEGIN PRIVATE KEY-----"],
  ["-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----"],
  ["-----BEGIN PGP PRIVATE KEY BLOCK----- I know what you hide from me, all of it, every single word"],
  ["PuTTY-User-Key-File-3: ssh-ed25519 Private-Lines: 1 ha ha"],
])("a heading of a key that somebody writes takes no chat away of an app that nothing here reads: %s", async (written) => {
  const discord = { messages: [{ content: "I will burn it" }, { content: written }, { content: "answer" }] };
  const hers = [
    file("viber.txt", `[16/03/2026 10:00]\tOwen\tI saw you\n[16/03/2026 10:01]\tOwen\t${written}\n[16/03/2026 10:02]\tOwen\tanswer\n`),
    file("discord.json", JSON.stringify(discord)),
    sourceOf("discord.zip", await zipOf({ "discord.json": JSON.stringify(discord) })),
  ];
  expect(await takenOf(hers)).toMatchObject({ originals: expect.arrayContaining(hers.map(({ name }) => name)), says: [] });
});

test("a zip with a key or a pack in it is not taken in, in a zip too, and says what to do", async () => {
  const withKey = sourceOf("key.zip", await zipOf({ [chatName]: chat, "k/key.txt": identity }));
  const inner = Buffer.from(await zipOf({ "key.txt": identity })).toString("latin1");
  const nested = new ZipWriter(new Uint8ArrayWriter());
  await nested.add("inner.zip", new Uint8ArrayReader(Buffer.from(inner, "latin1")));
  const withPack = sourceOf("pack.zip", await zipOf({ "p/bag-info.txt": packInfo, "p/data/originals/0001.txt": chat }));
  const { originals, says, acts } = await takenOf([
    withKey,
    sourceOf("nested.zip", await nested.close()),
    withPack,
    sourceOf("good.zip", await zipOf({ [chatName]: chat })),
  ]);
  expect(originals).toEqual(["good.zip"]);
  expect(acts).toBe(2);
  const keyOut = "it is not taken in. Unpack it, keep the key out of what you hand over, and hand over the folder.";
  expect(says).toEqual([
    `key.zip holds a secret key (k/key.txt): ${keyOut}`,
    `nested.zip holds a secret key (key.txt): ${keyOut}`,
    "pack.zip holds a pack that Unmask made (p): it is not taken in. Unpack it and hand over the folder: there the pack is passed over, and the rest is read.",
  ]);
});

test("an old report in a zip is no exhibit, as it is none in a folder: it is told by its name, and unpacked the chat beside it is read", async () => {
  const paper = (title: string): string =>
    `%PDF-1.7\n${"x".repeat(70_000)}<x:xmpmeta><rdf:li xml:lang="x-default">${title} — not a witness statement</rdf:li><xmp:CreatorTool>Typst 0.13.1</xmp:CreatorTool></x:xmpmeta>\n%%EOF\n`;
  const old = {
    [chatName]: chat,
    "old/report.pdf": paper("Account and schedule of material"),
    "old/chronology.pdf": paper("Chronology and annexes"),
    "UM-0123456789AB.age": "age-encryption.org/v1\n-> X25519 x\n",
  };
  const zipped = await takenOf([
    sourceOf("old.zip", await zipOf(old)),
    sourceOf("good.zip", await zipOf({ [chatName]: chat, "his.pdf": "%PDF-1.7" })),
  ]);
  expect(zipped.originals).toEqual(["good.zip"]);
  const then = (kind: string): string =>
    `it is not taken in. Unpack it and hand over the folder: there the ${kind} is passed over, and the rest is read.`;
  expect(zipped.says).toEqual([
    `old.zip holds a report that Unmask made (old/report.pdf; old/chronology.pdf): ${then("report")}`,
    `old.zip holds a pack that Unmask made (UM-0123456789AB): ${then("pack")}`,
  ]);
  const unpacked = await takenOf(Object.entries(old).map(([name, content]) => file(`old/${name}`, content)));
  expect(unpacked).toMatchObject({ originals: [`old/${chatName}`], acts: 2 });
  expect(unpacked.says).toHaveLength(3);
});

test("a zip of very many keys is told in one sentence", async () => {
  const keys = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.txt`, identity]));
  const { says } = await takenOf([sourceOf("keys.zip", await zipOf(keys))]);
  expect(says).toEqual([
    expect.stringMatching(/^keys\.zip holds a secret key \(0\.txt; 1\.txt; .*; 9\.txt; and 2 more\): it is not taken in\./),
  ]);
});

const cover = `{"version":1,"to":{"says":"Northshire Police"},
 "contact":{"filledIn":"2026-04-20T20:36","reach":{"by":"text","at":"07700 900412"},"codeWords":{"safe":"Which branch?"}}}`;
const statement = `{"version":1,"zone":"Europe/London","jurisdiction":"EW","country":"GB","me":{"label":"Hannah Reyes"},
 "them":{"label":"Owen Pike"},"places":["Hallam Row"]}`;

test("what says how she can be reached is no exhibit: a cover, an older one, a draft that is not right yet, one in UTF-16 or in her notes", async () => {
  const papers = {
    "cover.json": cover,
    "no-contact.json": `{"version":1,"asks":["That somebody listens."]}`,
    "draft.json": `{"contact": {"reach": {"by": "text", "at": "07700 900412"},`,
    "notes.txt": `What I filled in on Monday:\n${cover}\n`,
    "with mark.json": `\ufeff${cover}`,
    "statement.json": statement,
    "statement draft": `{"me": {"names": ["Hannah Reyes"]}, "them": {"label": "Owen Pike", `,
    "large statement.json": statement.replace(
      "}}",
      `},"gaps":[${'{"from":"2026-01-01","until":"2026-01-02","says":"away"},'.repeat(30_000)}]}`,
    ),
  };
  const wide = sourceOf("wide.json", Buffer.from(`\ufeff${cover}`, "utf16le"));
  const { originals, says } = await takenOf([file(chatName, chat), ...Object.entries(papers).map(([name, is]) => file(name, is)), wide]);
  expect(originals).toEqual([chatName]);
  expect(says[0]).toBe(
    "cover.json is a cover for the report, which can say where and how to reach you: it is not taken in, because others may be shown the pack. Keep it in another folder.",
  );
  expect(says).toContain(
    "statement.json is a statement for the report, of what you say yourself: it is not taken in, because others may be shown the pack. Keep it in another folder.",
  );
  expect(says).toHaveLength(9);
});

const reach = `{"contact": {"reach": {"by": "text", "at": "9 Elm Row"}}}`;
const curly = (text: string): string => text.replace(/"([^"]*)"/g, "“$1”");

test.each([
  ["with what she wrote freely", `{"version":1,"danger":{"answer":"afraid"},"contact":{"why":{"says":"I am at 9 Elm Row"}}}`],
  [
    "with a note of hers that a chat could have",
    `{"version":1,"danger":{"answer":"yes"},"contact":{"reach":{"by":"text"}},"messages":["see the chat"]}`,
  ],
  ["with nothing but why", `{"contact":{"why":{"says":"9 Elm Row"}}}`],
  ["with a field that is still empty", `{"contact":{"filledIn": null, "why": "9 Elm Row"}}`],
  ["with a field that has no such name", `{"contact":{"note":"x","speak":{"language":"Welsh"},`],
  ["with a sheet of her own form", `{"version":1,"danger":{"answer":"yes"},"contact":{"place":"9 Elm Row"}}`],
  ["with quotes as a phone sets them", curly(reach)],
  ["with quotes of German", reach.replace(/"([^"]*)"/g, "„$1“")],
  ["with quotes of French", reach.replace(/"([^"]*)"/g, "« $1 »")],
  ["with single quotes", reach.replaceAll('"', "'")],
  ["without quotes", `contact: {reach: {by: 'text', at: '9 Elm Row'}}`],
  ["with quotes of an old Windows", Buffer.from(reach.replace(/"([^"]*)"/g, "\x93$1\x94"), "latin1")],
  ["with quotes of a phone in UTF-16", Buffer.from(`\ufeff${curly(reach)}`, "utf16le")],
  ["with quotes of a phone in UTF-16 that begins at its other end", Buffer.from(`\ufeff${curly(reach)}`, "utf16le").swap16()],
  ["in a page", `<html><pre>${reach.replaceAll('"', "&quot;")}</pre></html>`],
  ["in a page that a word processor wrote", `<p>{&ldquo;contact&#8221;:&nbsp;<b>{</b></p><p>&#x201c;hours&rdquo;: &ldquo;none&rdquo;</p>`],
  ["in RTF", `{\\rtf1 ${reach.replace(/[{}]/g, "\\$&")}}`],
  [
    "in RTF with its own quotes",
    `{\\rtf1\\ansi {\\b \\{}\\ldblquote con}{tact\\rdblquote : \\{\\par \\'93reach\\'94: \\{\\u8220?at\\u8221?: x\\}`,
  ],
  ["in JSON of a program for notes", JSON.stringify({ textContent: reach })],
  ["with other spellings of its letters", `{"version":1,"\\u0063ontact":{"reach":{"at":"9 Elm Row"}}}`],
  ["in an answer to a mail", reach.replaceAll("{", "\n> {\n> ")],
])("a draft of a cover %s is no exhibit: it can say where she is", async (_, content) => {
  const { originals, says } = await takenOf([sourceOf("draft", Buffer.from(content))]);
  expect(originals).toEqual([]);
  expect(says).toEqual([expect.stringMatching(/^draft is a cover for the report, which can say where and how to reach you/)]);
});

test.each([
  ["with another field first", `{"version":1,"me":{ "comment":"x","label":"T"},"them":{"label":"O"},"places":["Elm Row"]}`],
  ["with them first", `{"places":["Elm Row"],"them":{"names":["Owen"],"label":"O"},"me":{"names":["Hannah"],"label":"T"}}`],
  ["with fields of no statement", `{"version":1,"mine":["x"],"me":{"names":["Hannah"]},"them":{"names":["Owen"]}}`],
  ["with a note that a chat could have", `{"version":1,"me":{"label":"Hannah"},"them":{"label":"Owen"},"places":["Elm Row"],"chat":["x"]}`],
  ["with a brace too few", `{"me":{"names":["Hannah"],"them":{"label":"O"},"places":["Elm Row"]}`],
  ["with quotes as a phone sets them", curly(`{"me":{"names":["Hannah"]},"them":{"names":["Owen"]},"places":["Elm Row"]}`)],
  ["in which nobody is named yet", `{"places":["9 Elm Row"],"stops":[{"kind":"blocked","day":"2026-03-14"}]}`],
  [
    "in which she alone is named, and which breaks off",
    `My draft: {"version":1,"me":{"label":"Hannah"},"zone":"UTC","places":["9 Elm Row",`,
  ],
])("a draft of a statement %s is no exhibit", async (_, content) => {
  const { originals, says } = await takenOf([file("draft", content)]);
  expect(originals).toEqual([]);
  expect(says).toEqual([expect.stringMatching(/^draft is a statement for the report/)]);
});

test.each([
  ["a chat", `{"conversation":[{"body":"I will find you"}],"contact":{"name":"Owen","number":"+447700900111"},"never":["x"]}`],
  ["a camera", `{"device":{"contact":{"owner":"Hannah"}},"hours":{"from":"2026"},"events":["person detected"]}`],
  ["an app for dates", `{"me":{"names":["Hannah"]},"them":{"names":["Owen"]},"messages":[{"body":"I will find you"}]}`],
  ["an app with a version", `{"version":1,"contact":{"name":"Owen","hours":{"a":1}},"orders":[1],"messages":[{"body":"I will find you"}]}`],
  ["another app for dates", `{"me":{"names":["Hannah"]},"them":{"names":["Owen"]},"likes":[]}`],
  ["a shop", `{"contact":{"phone":"+447700900111"},"hours":["9-5"],"orders":[{"id":1}]}`],
  ["an address book", `{"contact":{"name":"Owen } {","never_call":true,"emergency":true},"instead":["x"]}`],
  ["an app for journeys", `{"places":[{"name":"Hallam Row"}],"stops":[{"id":4}],"speed":30}`],
  ["a map within its data", `{"trip":{"zone":"4","places":["Hallam Row"]},"owner":"Owen"}`],
  ["a list of places", `{"places":[{"name":"Hallam Row"}]}`],
  ["a letter", `{"me": {"label": "x"}} he sent me "them": {"label": "y"}`],
  ["a chat in which a cover is sent", JSON.stringify({ messages: [{ body: reach }] })],
])("what %s holds about a contact, or about me and them, stays an exhibit: it is no paper of hers for the report", async (_, content) => {
  expect(await takenOf([file("in.json", content)])).toMatchObject({ originals: ["in.json"], says: [] });
});

test("a text made to hold up the look for marks is looked through in a moment", async () => {
  const begun = performance.now();
  for (const part of [
    '"contact":{',
    "-----BEGIN PRIVATE KEY-----",
    "<a",
    "&amp;",
    "\\u00",
    '"',
    " ",
    "{\\rtf",
    "a ",
    "me:{label:",
    "contact:[",
    "me:{label:[",
    '{"leaf":0,',
    "{ ",
    '{\\\\"leaf',
  ])
    await takenOf([file("x.txt", `{\\rtf contact them {${part.repeat(1_000_000 / part.length)}`)]);
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test("what bears the mark of a key or a cover is taken in when she asks for it by its name, and told; what this program made never is", async () => {
  const zip = sourceOf("chat.zip", await zipOf({ "discord.json": `${identity}` }));
  const mixed = sourceOf("mixed.zip", await zipOf({ "key.txt": identity, "p/bag-info.txt": packInfo, "p/data/VERIFY.md": "x" }));
  const all = [file("in/viber.txt", `Owen: look\n${identity}\n`), file("in/his.json", reach), zip, mixed, file("p/bag-info.txt", packInfo)];
  const { originals, says } = await takenOf(all, { takesIn: all.map(({ name }) => name) });
  expect(originals).toEqual(["chat.zip", "in/viber.txt", "in/his.json"]);
  expect(says).toEqual([
    expect.stringContaining("mixed.zip holds a pack that Unmask made (p): it is not taken in."),
    expect.stringContaining("p is a pack that Unmask made: it is not taken in."),
    "in/viber.txt holds a secret key: it is taken in all the same, as you asked. Whoever opens the pack can use that key.",
    "in/his.json is a cover for the report, which can say where and how to reach you: it is taken in all the same, as you asked. Whoever is shown the pack can read it.",
    "chat.zip holds a secret key: it is taken in all the same, as you asked. Whoever opens the pack can use that key.",
  ]);
});

const actLine = (text: string): string =>
  `{"leaf":0,"salt":"${"3b".repeat(32)}","act":{"id":"whatsapp-${"9c".repeat(16)}-1","kind":"message","text":"${text}"}}\n`;
const acts = actLine("the red door") + actLine("pick up").repeat(50);
const caseFile = `{"@context":{"kb":"http://example.org/kb/",${`"uco-core":"https://example.org/",`.repeat(40)}"xsd":"x"},\n"@graph":[\n{"@id":"kb:1","@type":"uco-core:Bundle","uco-core:name":"Unmask evidence pack UM-0123456789AB"},\n{"says":"the red door"}]}`;
const reportFile = `{\n "id": "UM-0123456789AB",\n "madeAt": "2026-11-27T04:43:16.669Z",\n "findings": ["the red door"]\n}\n`;
const guide = "# How to check this pack without trusting us\n\nPack UM-0123456789AB, signed with the key 69E7E14F62B65B77.\n";
/** An earlier pack without what tells it, as a copy that broke off or a stick that knows capitals alone leaves it. */
const brokenPack = (folder: string): Record<string, string | Uint8Array> => ({
  [`${folder}BAGIT.TXT`]: "BagIt-Version: 1.0",
  [`${folder}MANIFEST-SHA256.TXT`]: "x",
  [`${folder}DATA/ACTS.JSONL.GZ`]: gzipSync(acts),
  [`${folder}DATA/CASE.JSONLD.GZ`]: gzipSync(caseFile),
  [`${folder}DATA/ORIGINALS/0001.TXT`]: chat,
  [`${folder}LOG/LEAVES.TXT`]: "",
});
const sourcesOf = (files: Readonly<Record<string, string | Uint8Array>>): readonly Source[] =>
  Object.entries(files).map(([name, content]) => sourceOf(name, Buffer.from(content)));
const isOfPack = " of a pack that Unmask made: it is not taken in. Hand over the exports themselves.";

test("an earlier pack whose bag-info.txt is lost is passed over whole, in capitals too, and what else lies there stays hers", async () => {
  const hers = { "in/DATA/letter.txt": "x", "in/old/DATA/photo.jpg": "x", [`in/${chatName}`]: chat, "in/old/data/originals/mine.txt": "y" };
  const { originals, says } = await takenOf(sourcesOf({ ...brokenPack("in/old/"), ...hers }));
  expect(originals).toEqual(Object.keys(hers));
  expect(says).toEqual(["in/old is a pack that Unmask made: it is not taken in. Hand over the exports themselves."]);
  const renamed = { "p/BAG-IN~1.TXT": packInfo, "q/Bag-Info.TXT": packInfo, "q/data/x": "x" };
  expect(await takenOf(sourcesOf(renamed))).toMatchObject({
    originals: [],
    says: [expect.stringMatching(/^p\/BAG-IN~1.TXT is a part/), expect.stringMatching(/^q is a pack/)],
  });
});

test.each([
  ["its acts, packed", gzipSync(acts)],
  ["its acts, stored", gzipSync(acts, { level: 0 })],
  ["its acts, of which a copy broke off", gzipSync(acts).subarray(0, 150)],
  ["its acts, packed twice", gzipSync(gzipSync(acts))],
  ["its acts behind another packed file", Buffer.concat([gzipSync("\n"), gzipSync(acts)])],
  ["its acts, unpacked", Buffer.from(acts)],
  ["its acts, saved again in UTF-16", Buffer.from(`\ufeff${acts}`, "utf16le")],
  ["its acts, set with blanks", Buffer.from(JSON.stringify([JSON.parse(actLine("the red door"))], null, 2))],
  ["very many acts", gzipSync(actLine("the red door").repeat(20_000))],
  ["its case", gzipSync(caseFile)],
  ["its case, unpacked", Buffer.from(caseFile)],
  ["what its report says", gzipSync(reportFile)],
  ["what its report says, unpacked", Buffer.from(reportFile)],
  ["how it is checked", Buffer.from(guide)],
])("what an earlier pack has of %s is no exhibit under any name: it can hold what is left out now", async (_, content) => {
  const says = [`in/photo.jpg is a part${isOfPack}`];
  expect(await takenOf([file(chatName, chat), sourceOf("in/photo.jpg", content)])).toMatchObject({ originals: [chatName], says });
});

test.each([
  ["a zip", async () => zipOf(brokenPack("old/"))],
  ["a zip in a zip", async () => zipOf({ "in.zip": await zipOf(brokenPack("old/")) })],
  ["a zip whose end is lost", async () => (await zipOf(brokenPack("old/"))).subarray(0, -300)],
  ["a zip of its acts alone", () => zipOf({ "x.bin": gzipSync(acts) })],
  ["a tar", () => tarOf(brokenPack("old/"))],
  ["a tar of its acts unpacked", () => tarOf({ "x.txt": acts, "letter.txt": "x" })],
  ["a packed zip of its acts", async () => gzipSync(await zipOf({ "x.txt": acts }))],
  ["a packed tar", () => tarOf(brokenPack("old/"), "-z")],
  ["a packed tar that broke off", () => tarOf(brokenPack("old/"), "-z").subarray(0, 700)],
  ["a tar of a zip", async () => tarOf({ "old.zip": await zipOf(brokenPack("old/")) })],
  ["a tar in a zip", () => zipOf({ "old.tar": tarOf(brokenPack("old/")) })],
])("%s of an earlier pack whose bag-info.txt is lost brings none of its acts into the next one", async (_, make) => {
  const { originals, says } = await takenOf([file(chatName, chat), sourceOf("in/backup", await make())]);
  expect(originals).toEqual([chatName]);
  expect(says).toEqual([
    expect.stringMatching(/^in\/backup holds a (?:pack|part of a pack) that Unmask made \(.*\): it is not taken in\./),
  ]);
});

test.each([
  ["acts", `{"act":{"id":"whatsapp-${"9c".repeat(16)}-1","kind":"message","text":"the red door"}}\n`],
  ["lines of the app", `{"notice":{"says":"${"x".repeat(900)}","source":{"sha256":"${"9c".repeat(32)}","name":"a"}}}\n`],
  ["findings", `{"findings":[{"pattern":"frequency","standing":"count","line":"the red door"}]}\n`],
  ["sums", `{"sources":[{"name":"a.txt","sha256":"${"9c".repeat(32)}","importer":"whatsapp","acts":9,"people":["Owen Pike"]}]}\n`],
])("a list of %s that she had this program print into the folder is no exhibit", async (_, content) => {
  const { originals, says } = await takenOf([file("in/list.txt", content)]);
  expect(originals).toEqual([]);
  expect(says).toEqual(["in/list.txt is a list that Unmask made: it is not taken in. Hand over the exports themselves."]);
});

test("an act of a pack that stands within another text is told, and he who writes one into a chat takes no evidence away", async () => {
  const viber = file("in/viber.txt", `Owen: I will find you\n${actLine("x")}`);
  expect(await takenOf([viber])).toMatchObject({ originals: [], says: [`in/viber.txt holds a part${isOfPack}`] });
  expect((await takenOf([viber], { takesIn: ["in/viber.txt"] })).originals).toEqual(["in/viber.txt"]);
  const half = file("half.txt", `d door","flags":{}}}\n${actLine("the red door").repeat(10_000)}`);
  expect((await takenOf([half])).says).toEqual([`half.txt holds a part${isOfPack}`]);
  const written = file(chatName, chat.replace("I saw you", actLine("x").trim()));
  expect(await takenOf([written])).toMatchObject({ originals: [chatName], says: [], acts: 2 });
});

test("a paper of the make of our reports whose end a copy lost is told, and taken in when she says so; whole ones of others stay", async () => {
  const paper = `%PDF-1.7\n${"x".repeat(300)}%%Title: (Custom Adobe Identity 0)\n${"x".repeat(90_000)}`;
  const all = [file("in/cut.pdf", paper), file("in/whole.pdf", `${paper}\nstartxref\n59833\n%%EOF`), file("in/other.pdf", "%PDF-1.7\n")];
  const { originals, says } = await takenOf(all);
  expect(originals).toEqual(["in/whole.pdf", "in/other.pdf"]);
  expect(says).toEqual([
    "in/cut.pdf is a paper without its end, as a report that Unmask made can be: it is not taken in. Hand over the exports themselves.",
  ]);
  expect((await takenOf(all, { takesIn: ["in/cut.pdf"] })).originals).toHaveLength(3);
});

test("what other programs pack or name alike stays hers, and is told as before", async () => {
  const hers = {
    "acts.jsonl.gz": gzipSync(`{"leaf":0,"salt":"mine","act":"x"}\n`),
    "data/case.jsonld.gz": gzipSync(`{"@context":{"kb":"x"},"@graph":[]}`),
    "data/report.json": `{"id":"UM-1","madeAt":"x"}`,
    "VERIFY.md": "# How to check",
    "acts.txt": `{"act":{"id":"1"}}\n`,
    "photo.gz": gzipSync(Buffer.alloc(300_000, 0xff)),
  };
  expect(await takenOf(sourcesOf(hers))).toMatchObject({ originals: Object.keys(hers), says: [] });
});

test("what she gave for the report itself is no exhibit wherever a copy of it lies, and an empty file is one", async () => {
  const text = "I do not sleep.\n";
  const sha256 = createHash("sha256").update(text).digest("hex") as Sha256;
  const ownPapers = [
    { sha256, size: Buffer.byteLength(text), what: "the file that you named with --impact" },
    { sha256: createHash("sha256").digest("hex") as Sha256, size: 0, what: "an empty file" },
  ];
  const all = [
    file("in/impact.txt", text),
    file("in/other.txt", text.toUpperCase()),
    file("in/empty.txt", ""),
    sourceOf("in/i.gz", gzipSync(text)),
  ];
  const { originals, says } = await takenOf(all, { ownPapers });
  expect(originals).toEqual(["in/other.txt", "in/empty.txt"]);
  expect(says).toEqual([
    "in/impact.txt is the file that you named with --impact: it is not taken in, because others may be shown the pack. Keep it in another folder.",
    "in/i.gz holds the file that you named with --impact (in/i): it is not taken in. Unpack it and hand over the folder: there the file is passed over, and the rest is read.",
  ]);
});

test("in a zip, a tar or a packed file what says how she can be reached is found too", async () => {
  const zip = sourceOf("papers.zip", Buffer.from(await zipOf({ "a/cover.json": cover, "letter.txt": "x" })));
  const { originals, says } = await takenOf([
    file(chatName, chat),
    zip,
    sourceOf("papers.tar", tarOf({ "cover.json": cover })),
    sourceOf("cover.json.gz", gzipSync(cover)),
  ]);
  expect(originals).toEqual([chatName]);
  expect(says).toHaveLength(3);
  expect(says[0]).toBe(
    "papers.zip holds a cover for the report, which can say where and how to reach you (a/cover.json): it is not taken in. Unpack it and hand over the folder: there the file is passed over, and the rest is read.",
  );
});

test("a chat in which somebody wrote what looks like a cover stays, and so does a file of another program", async () => {
  const written = chat.replace("I saw you", cover.replaceAll("\n", ""));
  const other = `{"openapi":"3.0.0","info":{"version":"1","contact":{"email":"a@example.com","url":"https://example.com"}},"me":{"id":1},"them":[]}`;
  expect((await takenOf([file(chatName, written), file("api.json", other)])).originals).toEqual([chatName, "api.json"]);
});

test("what a report that was broken off left behind is no exhibit, wherever it lies: it holds in clear what the next pack leaves out", async () => {
  const left = ".unmask-unfinished-c2ef8667-21739-199524-7ea0debf04c8170f";
  const parts = { [`${left}/data/VERIFY.md`]: "How to check", [`${left}/data/acts.jsonl.gz`]: gzipSync("{}") };
  const sources = Object.entries(parts).map(([name, bytes]) => sourceOf(`all/${name}`, Buffer.from(bytes)));
  const notes = file("all/.unmask-unfinished-notes.txt", "mine");
  const { originals, says } = await takenOf([file(`all/${chatName}`, chat), ...sources, file(`all/papers/${left}`, "half a paper"), notes]);
  expect(originals).toEqual([`all/${chatName}`, notes.name]);
  expect(says).toEqual(
    [`all/${left}`, `all/papers/${left}`].map(
      (name) => `${name} is what a run of Unmask that was broken off left behind: it is not taken in. It can be deleted.`,
    ),
  );
  const tarred = await takenOf([file(chatName, chat), sourceOf("backup.tar", tarOf(parts))]);
  expect(tarred.originals).toEqual([chatName]);
});
