import { readFileSync, rmSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Instant } from "@unmask/core";
import { type PackFiles, type TimeStamping, type Trust, filesInMemory } from "@unmask/pack";
import { certificatesFromPem, createSignerKey, formatPublicKey, parseCheckpoint, signCheckpoint } from "@unmask/seal";
import { exampleReport, laterReport, partialReport, redactedReport } from "./example-report.ts";
import { askAuthority, exampleFiles, exampleSigner, otherSigner, repeatableBytes } from "./sealed-example.ts";
import { type LocalAuthority, makeAuthority } from "../local-authority.ts";
import { type Files, bytesWith, leavesOf, relist, reseal, signLast, textOf, utf8 } from "./reseal.ts";

/** The changes of the tamper table (docs/formats/pack.md), made to a real pack: for every verifier that there is. */

const document = readFileSync(new URL("../../docs/formats/pack.md", import.meta.url), "utf8");

/** The rows of the table under a heading. */
export function tableUnder(heading: string): string[][] {
  const section = document.slice(document.indexOf(`### ${heading}\n`) + heading.length + 4);
  const lines = section.slice(0, section.search(/\n#+ /)).split("\n");
  return lines
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** An authority that is trusted, and one that is not. */
export let tsa: LocalAuthority;
let otherTsa: LocalAuthority;
/** The untouched pack. */
export let pack: Files;
let siblingPack: Files;
let otherPack: Files;
/** Stamped before it says that it was made. */
export let earlyPack: Files;
/** One of which a part is left out. */
let partialPack: Files;
/** The same with a name covered. */
let redactedPack: Files;
/** One that goes on from `pack`. */
export let laterPack: Files;
/** Another one that goes on from `pack`, and one that goes on from `laterPack`. */
let otherLaterPack: Files;
let thirdPack: Files;
/** Whom whoever checks the untouched pack trusts. */
export let trust: Trust;

/** Makes the packs that are changed; before anything here is used. */
export async function makePacks(): Promise<void> {
  tsa = makeAuthority();
  otherTsa = makeAuthority();
  pack = await exampleFiles({ timeStamp: askAuthority(tsa) });
  siblingPack = await exampleFiles({
    timeStamp: askAuthority(tsa),
    random: repeatableBytes("another pack"),
    reportPdf: utf8("another print"),
    chronologyPdf: utf8("another chronology"),
  });
  otherPack = await exampleFiles({ timeStamp: askAuthority(tsa), signer: otherSigner });
  const example = exampleReport();
  const late = { ...example.report, madeAt: (Date.now() + 4 * 365 * 86_400_000) as Instant };
  const ask = askAuthority(tsa);
  // Whoever makes such a pack leaves out the look at the stamp that our builder takes.
  const unread: TimeStamping = async (question) => {
    const stamp = await ask(question);
    return stamp && { ...stamp, says: undefined };
  };
  earlyPack = await exampleFiles({ timeStamp: unread }, { ...example, report: late });
  partialPack = await exampleFiles({ timeStamp: ask }, partialReport());
  redactedPack = await exampleFiles({ timeStamp: ask }, redactedReport());
  laterPack = await exampleFiles({ timeStamp: ask, random: repeatableBytes("later pack") }, laterReport(pack));
  otherLaterPack = await exampleFiles({ timeStamp: ask, random: repeatableBytes("another later pack") }, laterReport(pack));
  const third = laterReport(laterPack);
  const after = third.report.after && { ...third.report.after, id: laterReport(pack).report.id };
  thirdPack = await exampleFiles(
    { timeStamp: ask, random: repeatableBytes("third pack") },
    { ...third, report: { ...third.report, id: "UM-00000000000C", ...(after && { after }) } },
  );
  trust = { trustedSigners: [exampleSigner], trustedTsa: certificatesFromPem(tsa.anchorPem) ?? [] };
}

/** Removes what making them left on the disk. */
export function removePacks(): void {
  for (const { folder } of [tsa, otherTsa]) rmSync(folder, { recursive: true, force: true });
}

/** The columns of the table of members. */
type Column = "payload" | "tag file" | "tag manifest" | "seal" | "seal list" | "last signature";

/** The column of a member. */
export function columnOf(path: string): Column {
  if (path.startsWith("data/")) return "payload";
  if (path === "tagmanifest-sha256.txt") return "tag manifest";
  if (path === "seal/seals-sha256.txt") return "seal list";
  if (path === "seal/seals-sha256.txt.minisig") return "last signature";
  return path.startsWith("seal/") ? "seal" : "tag file";
}

/** What comes of changing one member: the files as they then are, and whose verdict the table gives. Undefined where it changes nothing. */
type Change = (files: Files, path: string) => { readonly files: PackFiles; readonly judged: string } | undefined;

/** The bytes of a member, none where it is not there. */
export const bytesOf = (files: Files, path: string): Uint8Array => files.get(path) ?? new Uint8Array();

function withBytes(make: (bytes: Uint8Array, files: Files, path: string) => Uint8Array | undefined): Change {
  return (files, path) => {
    const before = bytesOf(files, path);
    const after = make(before, files, path);
    if (!after || Buffer.compare(before, after) === 0) return undefined;
    return { files: filesInMemory(new Map(files).set(path, after)), judged: path };
  };
}

function withText(make: (lines: string[]) => string[], end = "\n"): Change {
  return withBytes((bytes) =>
    Buffer.from(
      make(Buffer.from(bytes).toString("latin1").split("\n").slice(0, -1))
        .map((line) => line + end)
        .join(""),
      "latin1",
    ),
  );
}

function renamed(name: (path: string) => string, which: "old" | "new"): Change {
  return (files, path) => {
    const next = new Map(files);
    next.delete(path);
    next.set(name(path), bytesOf(files, path));
    return { files: filesInMemory(next), judged: which === "old" ? path : name(path) };
  };
}

function withListing(
  make: (listed: Awaited<ReturnType<PackFiles["list"]>>, path: string) => Awaited<ReturnType<PackFiles["list"]>>,
): Change {
  return (files, path) => {
    const memory = filesInMemory(files);
    return { files: { ...memory, list: async () => make(await memory.list(), path) }, judged: path };
  };
}

const moved = (path: string): string => path.replace(/[^/]*$/, (name) => `moved-${name}`);

/** Every way to change one member, by its row of the table. */
export const changes: Record<string, Change> = {
  "one bit flipped": withBytes((bytes) => bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) ? byte ^ 1 : byte))),
  emptied: withBytes(() => new Uint8Array()),
  "last byte cut off": withBytes((bytes) => bytes.slice(0, -1)),
  "one byte appended": withBytes((bytes) => Uint8Array.from([...bytes, 10])),
  "lines in reverse order": withText((lines) => lines.toReversed()),
  "first line doubled": withText((lines) => [lines[0] ?? "", ...lines]),
  "line breaks made CRLF": withText((lines) => lines, "\r\n"),
  dropped: (files, path) => ({ files: filesInMemory(new Map([...files].filter(([one]) => one !== path))), judged: path }),
  "renamed, the old name": renamed(moved, "old"),
  "renamed, the new name": renamed(moved, "new"),
  "renamed in upper case, the new name": renamed((path) => path.toUpperCase(), "new"),
  "a copy added beside it": (files, path) => ({
    files: filesInMemory(new Map(files).set(`${path}.copy`, bytesOf(files, path))),
    judged: `${path}.copy`,
  }),
  "an empty folder added beside it": (files, path) => {
    const memory = filesInMemory(files);
    const folder = { path: `${path}.folder`, size: 0, kind: "folder" } as const;
    return { files: { ...memory, list: async () => [...(await memory.list()), folder] }, judged: folder.path };
  },
  "contents swapped with another of its kind": (files, path) => {
    const column = columnOf(path);
    const kind = (one: string): string => (one.startsWith("seal/") ? "seal" : one.startsWith("data/") ? "data" : "tag");
    const isAlike = (one: string): boolean =>
      column === "tag file" || column === "payload" ? columnOf(one) === column : kind(one) === kind(path);
    const same = [...files.keys()].filter(isAlike);
    const next = same[(same.indexOf(path) + 1) % same.length] ?? "";
    return { files: filesInMemory(new Map(files).set(path, bytesOf(files, next)).set(next, bytesOf(files, path))), judged: path };
  },
  "replaced by that of another pack of the signer": withBytes((_, __, path) => siblingPack.get(path)),
  "replaced by that of another signer": withBytes((_, __, path) => otherPack.get(path)),
  "made a link": withListing((listed, path) => listed.map((file) => (file.path === path ? { ...file, kind: "link" } : file))),
  "there twice": withListing((listed, path) => [...listed, ...listed.filter((file) => file.path === path)]),
  unreadable: (files, path) => {
    const memory = filesInMemory(files);
    return {
      files: {
        ...memory,
        async *read(one) {
          if (one === path) throw new Error("the disk has a fault");
          yield* memory.read(one);
        },
      },
      judged: path,
    };
  },
};

/** What comes of changing the whole. */
type WholeChange = () => Promise<{ readonly files: Files; readonly who?: Partial<Trust> }>;

function edited(edit: (files: Files) => void, of: () => Files = () => pack): WholeChange {
  return async () => {
    const files = new Map(of());
    edit(files);
    return { files };
  };
}

/** The signer writes something that cannot be right, and seals it. The time-stamp is left out, as it could be asked for again. */
function sealedAgain(edit: (files: Files) => readonly string[] | void, of?: () => Files): WholeChange {
  return edited((files) => {
    for (const path of [...files.keys()]) if (/\.ts[qr]$|tsa-chain/.test(path)) files.delete(path);
    files.set("bag-info.txt", utf8(textOf(files, "bag-info.txt").replace(/^Unmask-Seal: .*(tsq|tsr|pem)\n/gm, "")));
    const leaves = edit(files);
    relist(files);
    reseal(files, exampleSigner, leaves ?? leavesOf(files));
  }, of);
}

/** The same of a pack of which a part is left out. */
function partlySealedAgain(edit: (files: Files) => readonly string[] | void): WholeChange {
  return sealedAgain(edit, () => partialPack);
}

/** The same of a pack with a name covered, of which the report is edited: `redacted` is the stretch, as it stands there. */
function redactedSealedAgain(edit: (redacted: string) => string): WholeChange {
  return sealedAgain(
    (files) => editText(files, report, (text) => text.replace(/(?<="redacted": \[\s+\[)[^\]]*(?=\])/, edit)),
    () => redactedPack,
  );
}

/** The same of a pack that goes on from an earlier one, whose name or checkpoint is edited wherever it stands. */
function laterSealedAgain(edit: (files: Files) => readonly string[] | void): WholeChange {
  return sealedAgain(edit, () => laterPack);
}

/** Names another earlier pack, by its id and checkpoint, in the report and in bag-info.txt. */
function nameEarlier(files: Files, id: string, checkpoint: string): void {
  const [, size = "", root = ""] = checkpoint.split("\n");
  editText(files, report, (text) =>
    text
      .replace(/("after": \{\s+"id": )"[^"]*"/, `$1${JSON.stringify(id)}`)
      .replace(/("checkpoint": )"[^"]*"/, `$1${JSON.stringify(checkpoint)}`),
  );
  const line = `Unmask-After: ${id}, log of ${size} leaves, root ${root}, last exhibit M/3`;
  files.set("bag-info.txt", utf8(textOf(files, "bag-info.txt").replace(/^Unmask-After: .*$/m, line)));
}

const growth = "seal/earlier.consistency";

/** Another list of hashes in the proof that the log goes on, or no proof; the last signature is made again over it, or kept. */
function growthChanged(make: (hashes: readonly string[]) => readonly string[] | undefined, seals?: "seals kept"): WholeChange {
  return edited(
    (files) => {
      const text = textOf(files, growth);
      const divide = text.indexOf("\n\n");
      const [old = "", ...hashes] = text.slice(0, divide).split("\n");
      const made = make(hashes);
      if (made === undefined) files.delete(growth);
      else files.set(growth, utf8([old, ...made].join("\n") + text.slice(divide)));
      if (seals === undefined) signLast(files, exampleSigner);
    },
    () => laterPack,
  );
}

function flippedBase64(hash = ""): string {
  const bytes = Buffer.from(hash, "base64");
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString("base64");
}

function dropTime(files: Files): void {
  for (const path of ["seal/tagmanifest-sha256.txt.tsq", "seal/tagmanifest-sha256.txt.tsr", "seal/tsa-chain.pem"]) files.delete(path);
}

function editText(files: Files, path: string, edit: (text: string) => string): void {
  const before = textOf(files, path);
  const after = edit(before);
  if (after === before) throw new Error("the edit changes nothing");
  files.set(path, bytesWith(path, after));
}

const acts = "data/acts.jsonl.gz";
const caseFile = "data/case.jsonld.gz";
const report = "data/report.json.gz";

/** Packed otherwise: the same when it is unpacked. */
function repacked(files: Files, path: string): void {
  const again = Uint8Array.from(gzipSync(textOf(files, path), { level: 1 }));
  if (Buffer.compare(again, bytesOf(files, path)) === 0) throw new Error("packed again it is the same");
  files.set(path, again);
}

/** The signer puts other bytes in place of a packed file and seals them; the log stays that of the acts. */
function packedOtherwise(path: string, make: (packed: Uint8Array) => Uint8Array): WholeChange {
  return sealedAgain((files) => {
    files.set(path, make(bytesOf(files, path)));
    return leavesOf(pack);
  });
}

const withBehind =
  (behind: Uint8Array) =>
  (packed: Uint8Array): Uint8Array =>
    Uint8Array.from([...packed, ...behind]);
const inTwoMembers = (path: string) => (): Uint8Array => {
  const text = textOf(pack, path);
  const half = Math.floor(text.length / 2);
  return Uint8Array.from([...gzipSync(text.slice(0, half)), ...gzipSync(text.slice(half))]);
};
/** A hundred megabytes of blanks in a hundred kilobytes. */
const bomb = (): Uint8Array => Uint8Array.from(gzipSync(Buffer.alloc(100e6, " ")));

/** Every way to change the whole, by its row of the table. */
export const wholeChanges: Record<string, WholeChange> = {
  nothing: edited(() => undefined),
  "no time-stamp was ever declared": async () => ({ files: await exampleFiles() }),
  "signer not told": async () => ({ files: pack, who: { trustedSigners: [] } }),
  "another signer named": async () => ({ files: pack, who: { trustedSigners: [otherSigner], signersNamed: true } }),
  "two signers named, one of them the signer": async () => ({
    files: pack,
    who: { trustedSigners: [otherSigner, exampleSigner], signersNamed: true },
  }),
  "authority not told": async () => ({ files: pack, who: { trustedTsa: [] } }),
  "another authority told": async () => ({ files: pack, who: { trustedTsa: certificatesFromPem(otherTsa.anchorPem) ?? [] } }),
  "all of it made again by another signer": async () => ({ files: otherPack }),
  "signer's key id on another key": edited((files) => {
    const seed = repeatableBytes("forger");
    reseal(
      files,
      createSignerKey((size) => (size === 8 ? exampleSigner.keyId : seed(size))),
    );
  }),
  "all seals dropped": edited((files) =>
    [...files.keys()].filter((path) => path.startsWith("seal/")).forEach((path) => files.delete(path)),
  ),
  "all seals emptied": edited((files) =>
    [...files.keys()].filter((path) => path.startsWith("seal/")).forEach((path) => files.set(path, new Uint8Array())),
  ),
  "all seals those of another pack": edited((files) => {
    for (const [path, bytes] of siblingPack) if (path.startsWith("seal/")) files.set(path, bytes);
  }),
  "time-stamp dropped": edited(dropTime),
  "time-stamp dropped, last signature made again": edited((files) => {
    dropTime(files);
    signLast(files, exampleSigner);
  }),
  "proof dropped, last signature made again": edited((files) => {
    files.delete("seal/tagmanifest-sha256.txt.tlog-proof");
    signLast(files, exampleSigner);
  }),
  "time-stamp of another pack, last signature made again": edited((files) => {
    for (const [path, bytes] of siblingPack) if (/\.ts[qr]$/.test(path)) files.set(path, bytes);
    signLast(files, exampleSigner);
  }),
  "foreign key inside": edited((files) => files.set("seal/signer.pub", utf8(formatPublicKey(otherSigner)))),
  "payload, manifests and tag manifest rewritten, seals kept": edited((files) => {
    editText(files, acts, (text) => text.replace("Saw your light.", "Sorry."));
    relist(files);
  }),
  "payload rewritten without its manifests": edited((files) =>
    editText(files, acts, (text) => text.replace("Saw your light.", "Say your light")),
  ),
  "acts packed again, the same when unpacked": edited((files) => repacked(files, acts)),
  "case packed again, the same when unpacked": edited((files) => repacked(files, caseFile)),
  "report packed again, the same when unpacked": edited((files) => repacked(files, report)),
  "acts packed again, sealed by the signer": sealedAgain((files) => repacked(files, acts)),
  "a byte behind the packed acts, sealed by the signer": packedOtherwise(acts, withBehind(Uint8Array.of(1))),
  "a byte behind the packed case, sealed by the signer": packedOtherwise(caseFile, withBehind(Uint8Array.of(1))),
  "a byte behind the packed report, sealed by the signer": packedOtherwise(report, withBehind(Uint8Array.of(1))),
  "noughts behind the packed acts, sealed by the signer": packedOtherwise(acts, withBehind(new Uint8Array(512))),
  "acts in two members, sealed by the signer": packedOtherwise(acts, inTwoMembers(acts)),
  "case in two members, sealed by the signer": packedOtherwise(caseFile, inTwoMembers(caseFile)),
  "report in two members, sealed by the signer": packedOtherwise(report, inTwoMembers(report)),
  "a bomb for acts, sealed by the signer": packedOtherwise(acts, bomb),
  "a bomb for a case, sealed by the signer": packedOtherwise(caseFile, bomb),
  "a bomb for a report, sealed by the signer": packedOtherwise(report, bomb),
  "a name in the header of the packed acts, sealed by the signer": packedOtherwise(acts, (packed) =>
    Uint8Array.from([...packed.subarray(0, 3), 8, ...packed.subarray(4, 10), ...utf8("../x\0"), ...packed.subarray(10)]),
  ),
  "a wrong checksum of the packed case, sealed by the signer": packedOtherwise(caseFile, (packed) =>
    packed.with(packed.length - 8, (packed.at(-8) ?? 0) ^ 1),
  ),
  "packed acts cut off, sealed by the signer": packedOtherwise(acts, (packed) => packed.slice(0, -9)),
  "acts that are not packed, sealed by the signer": packedOtherwise(acts, () => utf8(textOf(pack, acts))),
  "acts under their unpacked name, sealed by the signer": sealedAgain((files) => {
    files.delete(acts);
    files.set("data/acts.jsonl", utf8(textOf(pack, acts)));
    return leavesOf(pack);
  }),
  "another version, sealed by the signer": sealedAgain((files) =>
    editText(files, "bag-info.txt", (text) => text.replace("Version: 1", "Version: 2")),
  ),
  "an unknown seal declared, sealed by the signer": sealedAgain((files) =>
    editText(files, "bag-info.txt", (text) => `${text}Unmask-Seal: seal/wax\n`),
  ),
  "an act that does not match its leaf, the old checkpoint kept": sealedAgain((files) => {
    editText(files, acts, (text) => text.replace("Saw your light.", "Sorry."));
    return leavesOf(pack);
  }),
  "an act outside its exhibit, sealed by the signer": sealedAgain((files) => moveSpan(files, (span) => ({ ...span, end: 100_000 }))),
  "an act in a file that is held back, sealed by the signer": sealedAgain((files) =>
    moveSpan(files, (span) => ({
      ...span,
      sha256: /^Unmask-Held-Back: M\/3, sha256 ([0-9a-f]{64})/m.exec(textOf(files, "bag-info.txt"))?.[1] ?? "",
      end: 1,
      start: 0,
    })),
  ),
  "a finding on an act that is not shown, sealed by the signer": sealedAgain((files) =>
    editText(files, report, (text) => text.replace(/"acts": \[\s+0/, '"acts": [3')),
  ),
  "acts in another order, sealed by the signer": sealedAgain((files) =>
    editText(files, acts, (text) => `${text.trimEnd().split("\n").toReversed().join("\n")}\n`),
  ),
  "a bare leaf at another's place, sealed by the signer": sealedAgain((files) =>
    editText(files, "log/leaves.txt", (text) => text.replace(/^3 /, "4 ")),
  ),
  "a bare leaf left out, sealed by the signer": sealedAgain((files) => editText(files, "log/leaves.txt", () => "")),
  "the last acts cut off, the old checkpoint kept": sealedAgain((files) => {
    editText(files, acts, (text) => text.replace(/[^\n]*\n$/, ""));
    editText(files, "bag-info.txt", (text) => text.replace("Leaves: 16", "Leaves: 15").replace("Shown: 15", "Shown: 14"));
    editText(files, report, (text) => text.replace('"total": 16', '"total": 15').replace('"shown": 15', '"shown": 14'));
    return leavesOf(pack);
  }),
  "the leaf of a held-back act exchanged, the old checkpoint kept": sealedAgain((files) => {
    editText(files, "log/leaves.txt", () => `3 ${"0".repeat(64)}\n`);
    return leavesOf(pack);
  }),
  "the printed report left out, sealed by the signer": sealedAgain((files) => void files.delete("data/report.pdf")),
  "the statement left out, sealed by the signer": sealedAgain((files) => void files.delete("data/statement.json")),
  "a statement that is none, sealed by the signer": sealedAgain((files) => void files.set("data/statement.json", utf8("{}"))),
  "a file that no exhibit names, sealed by the signer": sealedAgain((files) => void files.set("data/originals/0009.bin", utf8("planted"))),
  "an original under another ending of the list, sealed by the signer": sealedAgain((files) =>
    renameOriginal(files, "data/originals/0001.bin"),
  ),
  "an original under an ending that none may have, sealed by the signer": sealedAgain((files) =>
    renameOriginal(files, "data/originals/0001.html"),
  ),
  "an original under another ending, seals kept": edited((files) => renameOriginal(files, "data/originals/0001.bin")),
  "a pack in part": async () => ({ files: partialPack }),
  "an act at bytes that are left out, sealed by the signer": partlySealedAgain((files) =>
    moveSpan(files, (span) => ({ ...span, ...stretchLeftOut(files) })),
  ),
  "the original in place of its copy, sealed by the signer": partlySealedAgain(
    (files) => void files.set("data/originals/0001.txt", exampleReport().bytesByNumber.get("M/1") ?? new Uint8Array()),
  ),
  "a copy of another length, sealed by the signer": partlySealedAgain(
    (files) => void files.set("data/originals/0001.txt", (files.get("data/originals/0001.txt") ?? new Uint8Array()).slice(1)),
  ),
  "bytes left out that the copy does not have, sealed by the signer": partlySealedAgain((files) => {
    const { end } = stretchLeftOut(files);
    editText(files, report, (text) => text.replace(new RegExp(`(\\n\\s+)${end}(\\n\\s+\\])`), "$199999$2"));
  }),
  "a copy of a file that is held back, sealed by the signer": partlySealedAgain((files) =>
    editText(files, report, (text) => text.replace('"withheld": false,\n   "copy"', '"withheld": true,\n   "copy"')),
  ),
  "a member by itself beside its archive, sealed by the signer": partlySealedAgain((files) =>
    editText(files, report, (text) =>
      text.replace(
        '"withheld": false,\n   "copy"',
        `"withheld": false,\n   "within": [{"name": "x", "sha256": "${"0".repeat(64)}"}],\n   "copy"`,
      ),
    ),
  ),
  "a pack with a name covered": async () => ({ files: redactedPack }),
  "the name put back where it was covered, sealed by the signer": sealedAgain(
    (files) => editText(files, "data/originals/0001.txt", (text) => text.replace("*1*", "Saw")),
    () => redactedPack,
  ),
  "a name covered in bytes that are left out, sealed by the signer": redactedSealedAgain(() => {
    const { start } = stretchLeftOut(redactedPack);
    return `${start + 1}, ${start + 3}`;
  }),
  "a name covered outside of the copy, sealed by the signer": redactedSealedAgain(() => "99999, 100002"),
  "a pack that goes on from an earlier one": async () => ({ files: laterPack }),
  "an earlier pack named with a checkpoint of another signer, sealed by the signer": laterSealedAgain((files) =>
    nameEarlier(files, exampleReport().report.id, textOf(otherPack, "seal/checkpoint")),
  ),
  "an earlier pack named by the checkpoint of a third, sealed by the signer": laterSealedAgain((files) =>
    nameEarlier(files, "UM-00000000000A", textOf(pack, "seal/checkpoint")),
  ),
  "an earlier pack that bag-info.txt does not name, sealed by the signer": laterSealedAgain((files) =>
    editText(files, "bag-info.txt", (text) => text.replace(/^Unmask-After: .*\n/m, "")),
  ),
  "an earlier pack that only bag-info.txt names, sealed by the signer": laterSealedAgain((files) =>
    editText(files, report, (text) => text.replace(/ "after": \{[^}]*\},\n/, "")),
  ),
  "a pack that goes on from itself, sealed by the signer": laterSealedAgain((files) =>
    nameEarlier(files, laterReport(pack).report.id, textOf(laterPack, "seal/checkpoint")),
  ),
  "a pack that goes on from one that goes on from another": async () => ({ files: thirdPack }),
  "the proof that the log goes on dropped": growthChanged(() => undefined, "seals kept"),
  "the proof that the log goes on dropped, last signature made again": growthChanged(() => undefined),
  "no proof that the log goes on, and none declared, sealed by the signer": async () => {
    const { files } = await laterSealedAgain((all) =>
      editText(all, "bag-info.txt", (text) => text.replace(`Unmask-Seal: ${growth}\n`, "")),
    )();
    files.delete(growth);
    signLast(files, exampleSigner);
    return { files };
  },
  "a hash of the proof that the log goes on flipped": growthChanged((hashes) => hashes.with(1, flippedBase64(hashes[1])), "seals kept"),
  "a hash of the proof that the log goes on flipped, last signature made again": growthChanged((hashes) =>
    hashes.with(1, flippedBase64(hashes[1])),
  ),
  "two hashes of the proof that the log goes on exchanged, last signature made again": growthChanged(([a = "", b = "", ...rest]) => [
    b,
    a,
    ...rest,
  ]),
  "a hash of the proof that the log goes on left out, last signature made again": growthChanged((hashes) => hashes.slice(1)),
  "a hash behind the proof that the log goes on, last signature made again": growthChanged((hashes) => [...hashes, ...hashes.slice(0, 1)]),
  "sixty-four hashes in the proof that the log goes on, last signature made again": growthChanged((hashes) =>
    Array.from({ length: 64 }, (_, nth) => hashes[nth % hashes.length] ?? ""),
  ),
  "the proof that another log goes on, last signature made again": edited(
    (files) => {
      files.set(growth, otherLaterPack.get(growth) ?? new Uint8Array());
      signLast(files, exampleSigner);
    },
    () => laterPack,
  ),
  "a proof that a log goes on in a pack that names no earlier one, sealed by the signer": sealedAgain((files) => {
    files.set(growth, laterPack.get(growth) ?? new Uint8Array());
    editText(files, "bag-info.txt", (text) => `${text}Unmask-Seal: ${growth}\n`);
  }),
  "an earlier log that is longer than this one, sealed by the signer": laterSealedAgain((files) => {
    const { origin } = parseCheckpoint(textOf(pack, "seal/checkpoint")) ?? {};
    nameEarlier(
      files,
      exampleReport().report.id,
      signCheckpoint({ origin: origin ?? "", size: 99, root: new Uint8Array(32) }, exampleSigner),
    );
  }),
  "a leaf of the earlier log exchanged for another, sealed by the signer": laterSealedAgain((files) =>
    editText(files, "log/leaves.txt", (text) => text.replace(/^3 [0-9a-f]{64}/, `3 ${"0".repeat(64)}`)),
  ),
  "an act of the earlier log changed at its leaf, sealed by the signer": laterSealedAgain((files) =>
    editText(files, acts, (text) => text.replace("Saw your light.", "Sorry.")),
  ),
  "two acts of the earlier log at each other's leaf, sealed by the signer": laterSealedAgain((files) =>
    editText(files, acts, (text) => text.replace(/^\{"leaf":0(,.*\n)\{"leaf":1,/, '{"leaf":1$1{"leaf":0,')),
  ),
  "the closing leaf of the earlier log left out, sealed by the signer": laterSealedAgain((files) => {
    const drawnUp = (_: string, before: string, leaf: string): string => `${before}${Number(leaf) > 16 ? Number(leaf) - 1 : leaf}`;
    editText(files, "log/leaves.txt", (text) => text.replace(/^16 .*\n/m, "").replace(/^()(\d+)/gm, drawnUp));
    editText(files, acts, (text) => text.replace(/^(\{"leaf":)(\d+)/gm, drawnUp));
    editText(files, "bag-info.txt", (text) =>
      text.replace("Log-Leaves: 20", "Log-Leaves: 19").replace("Earlier-Leaves: 3", "Earlier-Leaves: 2"),
    );
  }),
  "a held-back act marked as of the earlier log, sealed by the signer": laterSealedAgain((files) => {
    editText(files, "log/leaves.txt", (text) => text.replace(/^(17 [0-9a-f]{64})$/m, "$1 earlier"));
    editText(files, "bag-info.txt", (text) => text.replace("Earlier-Leaves: 3", "Earlier-Leaves: 4"));
    editText(files, report, (text) => text.replace('"total": 17', '"total": 16'));
  }),
  "a leaf of the earlier log without its mark, sealed by the signer": laterSealedAgain((files) =>
    editText(files, "log/leaves.txt", (text) => text.replace(/^(3 [0-9a-f]{64}) earlier$/m, "$1")),
  ),
  "new acts in another order, sealed by the signer": laterSealedAgain((files) =>
    editText(files, acts, (text) => text.replace(/^\{"leaf":18,([^]*)\{"leaf":19,/m, '{"leaf":19,$1{"leaf":18,')),
  ),
  "time-stamp from the future": async () => ({ files: pack, who: { now: 0 as NonNullable<Trust["now"]> } }),
  "time-stamp from before the pack says that it was made": async () => ({ files: earlyPack }),
  "every seal and every mark of a pack dropped, lists made again": edited((files) => {
    for (const path of [...files.keys()]) if (path.startsWith("seal/")) files.delete(path);
    files.set("bag-info.txt", utf8(textOf(files, "bag-info.txt").replace(/^Unmask-.*\n/gm, "")));
    relist(files);
  }),
  "nothing there at all": async () => ({ files: new Map() }),
};

/** The first original under another path, and the report with it. */
function renameOriginal(files: Files, path: string): void {
  files.set(path, files.get("data/originals/0001.txt") ?? new Uint8Array());
  files.delete("data/originals/0001.txt");
  editText(files, report, (text) => text.replaceAll("data/originals/0001.txt", path));
}

/** The bytes of the first exhibit that are left out. */
function stretchLeftOut(files: Files): { readonly start: number; readonly end: number } {
  const [, start, end] = /"leftOut": \[\s+\[\s+(\d+),\s+(\d+)/.exec(textOf(files, report)) ?? [];
  return { start: Number(start), end: Number(end) };
}

/** Rewrites the span of the first act, which gives another leaf. */
function moveSpan(files: Files, move: (span: Record<string, unknown>) => Record<string, unknown>): void {
  editText(files, acts, (text) => {
    const [first = "", ...rest] = text.split("\n");
    const match = /^\{"leaf":0,"salt":"([0-9a-f]+)","act":(.*)\}$/.exec(first);
    const act = JSON.parse(match?.[2] ?? "") as { source: Record<string, unknown> };
    const entry = JSON.stringify({ ...act, source: move(act.source), sources: [move(act.source)] });
    return [`{"leaf":0,"salt":"${match?.[1]}","act":${entry}}`, ...rest].join("\n");
  });
}
