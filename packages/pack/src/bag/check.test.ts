import { createHash as nodeHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type BagCheck, checkBag, isValidBag, maxWarnings } from "./check.ts";
import { type HashName, filesInMemory } from "../pack-files.ts";

/** A bag of any version, built as an old program would have built it. */
interface BagPlan {
  version?: string;
  encoding?: string;
  declaration?: string | Uint8Array;
  payload?: Record<string, string>;
  hashes?: readonly string[];
  tagHash?: string;
  info?: string | null;
  infoName?: string;
  /** Between hash and name. */
  gap?: string;
  extra?: Record<string, string | Uint8Array>;
  encode?: (text: string) => Uint8Array;
  editManifest?: (text: string, name: string) => string;
  /** Works on the finished bag. */
  spoil?: (files: Map<string, Uint8Array>) => void;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16be = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();
const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const hashOf = (name: string, bytes: Uint8Array): string => nodeHash(name).update(bytes).digest("hex");
const escaped = (path: string): string => path.replace(/%/g, "%25").replace(/\n/g, "%0A").replace(/\r/g, "%0D");

function buildBag(plan: BagPlan): Map<string, Uint8Array> {
  const encode = plan.encode ?? utf8;
  const gap = plan.gap ?? "  ";
  const files = new Map<string, Uint8Array>();
  const declared =
    plan.declaration ?? `BagIt-Version: ${plan.version ?? "1.0"}\nTag-File-Character-Encoding: ${plan.encoding ?? "UTF-8"}\n`;
  files.set("bagit.txt", typeof declared === "string" ? utf8(declared) : declared);
  const payload = plan.payload ?? { "data/hello.txt": "hello\n", "data/sub/two.txt": "two\n" };
  for (const [path, text] of Object.entries(payload)) files.set(path, utf8(text));
  const size = Object.values(payload).reduce((sum, text) => sum + utf8(text).length, 0);
  if (plan.info !== null) {
    const info = plan.info ?? `Source-Organization: Example\nPayload-Oxum: ${size}.${Object.keys(payload).length}\n`;
    files.set(plan.infoName ?? "bag-info.txt", encode(info));
  }
  for (const [path, text] of Object.entries(plan.extra ?? {})) files.set(path, typeof text === "string" ? encode(text) : text);
  const edit = plan.editManifest ?? ((text: string) => text);
  for (const hash of plan.hashes ?? ["sha256"]) {
    const name = `manifest-${hash}.txt`;
    const text = Object.keys(payload).map((path) => `${hashOf(hash, utf8(payload[path] ?? ""))}${gap}${escaped(path)}\n`);
    files.set(name, encode(edit(text.join(""), name)));
  }
  if (plan.tagHash) {
    const name = `tagmanifest-${plan.tagHash}.txt`;
    const tags = [...files].filter(([path]) => !path.startsWith("data/"));
    files.set(name, encode(edit(tags.map(([path, bytes]) => `${hashOf(plan.tagHash ?? "", bytes)}${gap}${path}\n`).join(""), name)));
  }
  plan.spoil?.(files);
  return files;
}

const createHash = (name: HashName) => {
  const hash = nodeHash(name);
  return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest("hex") };
};

function check(plan: BagPlan): Promise<BagCheck> {
  return checkBag(filesInMemory(buildBag(plan)), { createHash, names: "tolerant" });
}

const everyVersion = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"];
const everyHash = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"];

const validBags: Record<string, BagPlan> = {
  ...Object.fromEntries(everyVersion.map((version) => [`a plain bag of version ${version}`, { version, tagHash: "md5", hashes: ["md5"] }])),
  ...Object.fromEntries(everyHash.map((hash) => [`a bag with ${hash} alone`, { hashes: [hash], tagHash: hash }])),
  "one blank between hash and name": { gap: " ", version: "0.96", hashes: ["md5"] },
  "a run of blanks and tabs between hash and name": { gap: " \t  " },
  "package-info.txt of the oldest bags": { version: "0.93", hashes: ["md5"], infoName: "package-info.txt" },
  "no bag-info.txt at all": { info: null },
  "two manifests that both list everything": { hashes: ["sha256", "sha512"], tagHash: "sha512" },
  "a 0.97 manifest that lists a part, and another that lists the rest": {
    version: "0.97",
    hashes: ["md5", "sha256"],
    editManifest: (text, name) => text.replace(name.includes("md5") ? /^.*hello.*\n/m : /^.*two.*\n/m, ""),
  },
  "tag files in ISO-8859-1": { encoding: "ISO-8859-1", encode: latin1, payload: { "data/café.txt": "x" }, tagHash: "sha1" },
  "tag files in UTF-16 with a mark": {
    encoding: "UTF-16",
    encode: (text) => utf16be(`\uFEFF${text}`),
    payload: { "data/naïve.txt": "x" },
    tagHash: "md5",
  },
  "tag files in UTF-16BE": { encoding: "UTF-16BE", encode: utf16be, tagHash: "md5" },
  "tag files in UTF-16LE": { encoding: "UTF-16LE", encode: (text) => Buffer.from(text, "utf16le") },
  "names with blanks": { payload: { "data/a file with  blanks .txt": "x" } },
  "percent-encoded line breaks and percent signs": { payload: { "data/a\nb\rc%25d%.txt": "x" } },
  "a percent sign that an older program did not encode": {
    version: "0.97",
    payload: { "data/100%25.txt": "x" },
    editManifest: (text) => text.replace("%2525", "%25"),
  },
  "upper-case hexadecimal": { editManifest: (text) => text.replace(/^[0-9a-f]+/gm, (hex) => hex.toUpperCase()) },
  "CRLF line ends": { editManifest: (text) => text.replaceAll("\n", "\r\n") },
  "CR line ends": { editManifest: (text) => text.replaceAll("\n", "\r") },
  "no line end after the last line": {
    editManifest: (text) => text.trimEnd(),
    declaration: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8",
  },
  "a leading ./ in the manifest": { editManifest: (text) => text.replaceAll("data/", "./data/") },
  "repeated metadata labels": { info: "Contact-Name: One\nContact-Name: Two\nPayload-Oxum: 10.2\n" },
  "a folded metadata value": { info: "External-Description: one\n  two\n\tthree\nPayload-Oxum: 10.2\n" },
  "a bag inside a bag": {
    payload: { "data/bag/bagit.txt": "BagIt-Version: 0.97\n", "data/bag/manifest-md5.txt": "x", "data/bag/data/inner.txt": "y" },
  },
  "fetch.txt whose files are all present": {
    extra: { "fetch.txt": "https://example.org/hello.txt 6 data/hello.txt\nhttps://example.org/two - data/sub/two.txt\n" },
  },
  "tag files that no list names": { tagHash: "sha256", spoil: (files) => files.set("notes/readme.txt", utf8("hi")) },
  "an empty payload file": { payload: { "data/empty": "" } },
};

const invalidBags: Record<string, BagPlan> = {
  "a payload byte changed": { spoil: (files) => files.set("data/hello.txt", utf8("hellO\n")) },
  "a tag file changed": { tagHash: "sha256", spoil: (files) => files.set("bag-info.txt", utf8("Payload-Oxum: 10.2\n")) },
  "a payload file missing": { spoil: (files) => files.delete("data/hello.txt") },
  "a payload file that no list names": { spoil: (files) => files.set("data/more.txt", utf8("x")) },
  "a 1.0 manifest that does not list every file": {
    hashes: ["sha256", "sha512"],
    editManifest: (text, name) => (name.includes("512") ? text.replace(/^.*two.*\n/m, "") : text),
  },
  "no bagit.txt": { spoil: (files) => files.delete("bagit.txt") },
  "no payload manifest": { hashes: [] },
  "an empty payload manifest": { editManifest: () => "" },
  "a byte-order mark in bagit.txt": {
    declaration: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")]),
  },
  "no encoding line": { declaration: "BagIt-Version: 1.0\n" },
  "an empty encoding": { declaration: "BagIt-Version: 1.0\nTag-File-Character-Encoding: \n" },
  "an encoding that nobody knows": { encoding: "KLINGON-8" },
  "a version that does not exist": { version: "2.0" },
  "a version without a number": { declaration: "BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n" },
  "whitespace before the colon in bagit.txt": { declaration: "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n" },
  "two blanks after the colon in bagit.txt": { declaration: "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n" },
  "a blank at the end of a line in bagit.txt": { declaration: "BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n" },
  "a blank at the start of a line in bagit.txt": { declaration: " BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n" },
  "an empty line in bagit.txt": { declaration: "BagIt-Version: 1.0\n\nTag-File-Character-Encoding: UTF-8\n" },
  "a third line in bagit.txt": { declaration: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n" },
  "the same line twice in 1.0": { editManifest: (text) => text + text.slice(0, text.indexOf("\n") + 1) },
  "a path twice with two hashes in 0.97": { version: "0.97", editManifest: (text) => `${text}${"0".repeat(64)}  data/hello.txt\n` },
  "a garbage line in the manifest": { editManifest: (text) => `${text}what is this\n` },
  "a hash of the wrong length": { editManifest: (text) => `${text}abcd  data/hello2.txt\n` },
  "Payload-Oxum with other bytes": { info: "Payload-Oxum: 11.2\n" },
  "Payload-Oxum with another count": { info: "Payload-Oxum: 10.3\n" },
  "Payload-Oxum that is no pair of numbers": { info: "Payload-Oxum: ten\n" },
  "metadata that is no label and value": { info: "no colon here\n" },
  "a hole: fetch.txt lists what is not there": {
    extra: { "fetch.txt": "https://example.org/hello.txt 6 data/hello.txt\n" },
    spoil: (files) => files.delete("data/hello.txt"),
  },
  "a garbage line in fetch.txt": { extra: { "fetch.txt": "https://example.org/x\n" } },
  "a hash that nobody knows": { extra: { "manifest-rot13.txt": "00  data/hello.txt\n" } },
  "a manifest that lists a file outside data/": { editManifest: (text) => `${text}${"0".repeat(64)}  bag-info.txt\n` },
  "tag files that are not in the declared encoding": { encoding: "UTF-16BE" },
  "bytes that are not UTF-8": { payload: { "data/é.txt": "x" }, encode: latin1 },
  ...Object.fromEntries(
    [
      "../x",
      "data/../../x",
      "/etc/passwd",
      "~/x",
      "~root/x",
      "C:\\x",
      "c:x",
      "\\\\server\\share\\x",
      "//server/share/x",
      "..\\x",
      "data\\..\\..\\x",
      "\\x",
    ].flatMap((path) => [
      [`a manifest path that leaves the bag: ${path}`, { editManifest: (text: string) => `${text}${"0".repeat(64)}  ${path}\n` }],
      [`a fetch.txt path that leaves the bag: ${path}`, { extra: { "fetch.txt": `https://example.org/x 1 ${path}\n` } }],
    ]),
  ),
};

const warningBags: Record<string, BagPlan & { warns: RegExp }> = {
  "two names that differ in case alone": { payload: { "data/README": "a", "data/readme": "b" }, warns: /case/ },
  "two names that differ in case alone, where one file is left": {
    version: "0.97",
    payload: { "data/README": "a", "data/readme": "a" },
    info: null,
    spoil: (files) => files.delete("data/readme"),
    warns: /case/,
  },
  "two names that differ in normalisation alone": { payload: { "data/Núñez": "a", "data/Nu\u0301n\u0303ez": "b" }, warns: /normalisation/ },
  "a file that is there under another normalisation": {
    payload: { "data/Núñez.txt": "a" },
    editManifest: (text) => text.normalize("NFD"),
    warns: /normalisation/,
  },
  "the '*' of md5sum": { version: "0.97", hashes: ["md5"], gap: " *", warns: /md5sum/ },
  "relative paths": { editManifest: (text) => text.replaceAll("data/", "./data/"), warns: /'\.\/'/ },
  "the same line twice before 1.0": {
    version: "0.97",
    editManifest: (text) => text + text.slice(0, text.indexOf("\n") + 1),
    warns: /second time/,
  },
  "a name that Windows cannot hold": { payload: { "data/what?.txt": "x", "data/aux.txt": "y" }, warns: /Windows/ },
  "Payload-Oxum twice": { info: "Payload-Oxum: 10.2\nPayload-Oxum: 10.2\n", warns: /more than once/ },
  "fetch.txt that names a file no manifest lists": { extra: { "fetch.txt": "https://example.org/x 1 picture.png\n" }, warns: /fetch\.txt/ },
};

describe("bags of every kind of RFC 8493", () => {
  it.each(Object.keys(validBags))("accepted: %s", async (name) => {
    const result = await check(validBags[name] ?? {});
    expect(result.items.filter((item) => item.verdict !== "valid")).toEqual([]);
    expect(isValidBag(result)).toBe(true);
  });

  it.each(Object.keys(invalidBags))("refused: %s", async (name) => {
    expect(isValidBag(await check(invalidBags[name] ?? {}))).toBe(false);
  });

  it.each(Object.keys(warningBags))("accepted with a warning: %s", async (name) => {
    const { warns, ...plan } = warningBags[name] ?? { warns: /^$/ };
    const result = await check(plan);
    expect(isValidBag(result)).toBe(true);
    expect(result.warnings.join("\n")).toMatch(warns);
  });

  it("names a file that an operating system left behind, and still says that no manifest lists it", async () => {
    const result = await check({ spoil: (files) => files.set("data/Thumbs.db", utf8("x")), info: null });
    expect(result.warnings.join()).toMatch(/operating system/);
    expect(result.items.find((item) => item.path === "data/Thumbs.db")?.verdict).toBe("unlisted");
  });

  it("gives each kind of damage its own verdict", async () => {
    const verdictOf = async (path: string, spoil: (files: Map<string, Uint8Array>) => void): Promise<string | undefined> =>
      (await check({ tagHash: "sha256", spoil })).items.find((item) => item.path === path)?.verdict;
    expect(await verdictOf("data/hello.txt", (files) => files.set("data/hello.txt", utf8("bye")))).toBe("altered");
    expect(await verdictOf("data/hello.txt", (files) => files.delete("data/hello.txt"))).toBe("missing");
    expect(await verdictOf("data/more.txt", (files) => files.set("data/more.txt", utf8("x")))).toBe("unlisted");
    expect(await verdictOf("bagit.txt", (files) => files.set("bagit.txt", utf8("BagIt-Version: 1.1\n")))).toBe("altered");
  });

  it("does not call a payload valid on the word of a manifest that was itself changed", async () => {
    const result = await check({
      tagHash: "sha256",
      spoil: (files) => {
        files.set("data/hello.txt", utf8("forged"));
        const lines = `${hashOf("sha256", utf8("forged"))}  data/hello.txt\n${hashOf("sha256", utf8("two\n"))}  data/sub/two.txt\n`;
        files.set("manifest-sha256.txt", utf8(lines));
        files.set("bag-info.txt", utf8("Payload-Oxum: 10.2\n"));
      },
    });
    const byPath = Object.fromEntries(result.items.map((item) => [item.path, item.verdict]));
    expect(byPath).toMatchObject({ "manifest-sha256.txt": "altered", "data/hello.txt": "error", "data/sub/two.txt": "error" });
  });

  it("says unsupported where a hash is not at hand, and never valid", async () => {
    const files = filesInMemory(buildBag({ hashes: ["md5"] }));
    const result = await checkBag(files, { createHash: (name) => (name === "md5" ? undefined : createHash(name)), names: "tolerant" });
    expect(result.items.find((item) => item.path === "data/hello.txt")?.verdict).toBe("unsupported");
    expect(isValidBag(result)).toBe(false);
  });

  it("reads a manifest of 200,000 odd lines, tells the first warnings and counts the rest", async () => {
    const hello = `${hashOf("sha256", utf8("hello\n"))} *data/hello.txt\n`;
    const lines = Array.from({ length: 200_000 }, (_, i) => `${"0".repeat(64)} *./data/${i}\n`);
    const result = await check({ editManifest: () => hello + lines.join("") });
    expect(result.warnings.length).toBe(maxWarnings + 1);
    expect(result.warnings.at(-1)).toBe(`and ${400_001 - maxWarnings} more`);
    expect(result.items.filter((item) => item.verdict === "missing").length).toBe(200_000);
    expect(isValidBag(result)).toBe(false);
  });

  it("follows no link", async () => {
    const memory = filesInMemory(buildBag({}));
    const files = { ...memory, list: async () => [...(await memory.list()), { path: "data/link", size: 0, kind: "link" as const }] };
    const result = await checkBag(files, { createHash, names: "tolerant" });
    expect(result.items.find((item) => item.path === "data/link")?.verdict).toBe("unsupported");
  });
});
