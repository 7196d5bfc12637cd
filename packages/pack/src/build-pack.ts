import type { Exhibit, PackGoneOn, Report, Source } from "@unmask/core";
import {
  type PublicKey,
  type SignerKey,
  appendLeaf,
  blake2b512Of,
  bytesToHex,
  consistencyProof,
  formatPublicKey,
  formatVkey,
  leafHash,
  logKeyOf,
  logOrigin,
  proofOfNextLeaf,
  rootOf,
  sha256HexOf,
  sha256Of,
  signCheckpoint,
  signDetached,
  formatTlogConsistency,
  formatTlogProof,
  textToBytes,
} from "@unmask/seal";
import { type CreateHash, type PackEntry, comparePaths, entryOfBytes } from "./pack-files.ts";
import { type PackActs, packActsOf } from "./pack-acts.ts";
import { type PackLog, actsJsonl, createPackLog, leavesText } from "./pack-log.ts";
import { isOriginalPath, layout } from "./pack-layout.ts";
import { piecesOf } from "@unmask/formats";
import { caseJsonLd } from "./case-jsonld/case-jsonld.ts";
import { caseOfPack } from "./case-jsonld/case-of-pack.ts";
import { declarationText } from "./bag/declaration.ts";
import { manifestText } from "./bag/manifest.ts";
import { nodeSeedSize } from "./case-jsonld/ids.ts";
import { packInfoText } from "./pack-info.ts";
import { packedEntry } from "./packed-file.ts";
import { reportToJson } from "./report/report-json.ts";
import { statementInPack } from "./report/statement-in-pack.ts";
import { textEntry } from "./text-entry.ts";
import { type TimeStamp, type TimeStamping, isBeforeMade } from "./time-stamp.ts";
import { verifyGuide } from "./verify-guide.ts";

/** What an app hands in beside the report. */
export interface BuildPackOptions {
  /** The bytes of an exhibit that is not held back, as they were when they were read. */
  originalOf(exhibit: Exhibit): Source;
  /** The printed report. */
  readonly reportPdf: Uint8Array;
  /** The printed chronology. */
  readonly chronologyPdf: Uint8Array;
  readonly signer: SignerKey;
  /** Has the tag manifest time-stamped: `timeStampBy`. Left out where no authority is asked, with the code that checks its answer. */
  readonly timeStamp?: TimeStamping;
  /** Random bytes. */
  random(size: number): Uint8Array;
  /** Must have SHA-256 and SHA-512. */
  readonly createHash: CreateHash;
}

/** A pack on its way out. */
export interface BuiltPack {
  /**
   * The files in their order, once, each to be read to its end before the next is asked for. Throws what `packFailureOf` reads when an
   * original is not what it was when it was read.
   */
  readonly entries: AsyncGenerator<PackEntry, void, undefined>;
  readonly signer: PublicKey;
  /** The signer's public key, in minisign's form: tell it by another way. */
  readonly publicKey: string;
  /** The key of the log, for transparency-log tools. */
  readonly logKey: string;
  /** Whether an authority's time-stamp is in it. Undefined until the last entry was read. */
  timeStamped(): boolean | undefined;
}

/** A failure that a person can act on. */
export interface PackFailure {
  readonly says: string;
}

/** Bytes of the nonce of a time-stamp query. */
const nonceSize = 8;

/** Bytes of the random line that makes the tag manifest unguessable. */
const saltSize = 16;

/**
 * Turns a report into the files of a sealed pack (docs/formats/pack.md). Originals and acts stream: memory holds 64 bytes a leaf of the log and one
 * piece of a file, of a packed one up to 32 MB. The same report, signer and random bytes give the same pack, but for the time-stamp.
 *
 * [Note: Order of the files] Payload first, then what lists it, then the seals: each list is known when its turn comes, so that an original
 * is read once. `bag-info.txt` comes after the time-stamp authority was asked, because it declares whether there is a time-stamp.
 */
export function buildPack(report: Report, options: BuildPackOptions): BuiltPack {
  const { signer, random } = options;
  const logValue = random(saltSize);
  const acts = packActsOf(report);
  const log = createPackLog(acts, { signer, logValue, createHash: options.createHash, earlier: report.after?.log });
  const origin = logOrigin(signer, report.id);
  const logKey = formatVkey(logKeyOf(signer, origin));
  let timeStamped: boolean | undefined;
  const plan: Plan = { report, options, acts, log, logValue, origin, logKey, nodeSeed: random(nodeSeedSize) };
  return {
    entries: packEntries(plan, (stamped) => {
      timeStamped = stamped;
    }),
    signer,
    publicKey: formatPublicKey(signer),
    logKey,
    timeStamped: () => timeStamped,
  };
}

/** Reads the failure out of what `entries` threw; undefined for every other error. */
export function packFailureOf(error: unknown): PackFailure | undefined {
  return error instanceof Error ? failureByError.get(error) : undefined;
}

const failureByError = new WeakMap<Error, PackFailure>();

interface Plan {
  readonly report: Report;
  readonly options: BuildPackOptions;
  readonly acts: PackActs;
  readonly log: PackLog;
  readonly logValue: Uint8Array;
  readonly origin: string;
  readonly logKey: string;
  readonly nodeSeed: Uint8Array;
}

async function* packEntries(plan: Plan, done: (timeStamped: boolean) => void): AsyncGenerator<PackEntry, void, undefined> {
  const { createHash } = plan.options;
  const sha256ByPath = new Map<string, string>();
  const sha512ByPath = new Map<string, string>();
  let payloadBytes = 0;
  for (const make of payloadEntries(plan)) {
    const entry = make();
    payloadBytes += entry.size;
    yield hashedEntry(entry, { createHash, sha256ByPath, sha512ByPath });
    checkOriginal(plan.report, entry.path, sha256ByPath);
  }
  const tagHashes = new Map<string, string>();
  const leaves = textEntry(layout.leaves, () => leavesText(plan.log));
  yield hashedEntry(leaves, { createHash, sha256ByPath: tagHashes });
  const tags = [
    entryOfBytes("manifest-sha256.txt", textToBytes(manifestText(sha256ByPath))),
    entryOfBytes("manifest-sha512.txt", textToBytes(manifestText(sha512ByPath))),
    entryOfBytes("bagit.txt", textToBytes(declarationText)),
  ];
  for (const entry of tags) yield hashedEntry(entry, { createHash, sha256ByPath: tagHashes });
  const sealed = await sealTags(plan, { tagHashes, payloadBytes, payloadFiles: sha256ByPath.size });
  for (const [path, bytes] of sealed.files) yield entryOfBytes(path, bytes);
  done(sealed.timeStamped);
}

/**
 * The payload, in order of path, each made when its turn comes: what a packed file keeps goes with it. The case is most of the bytes and packs
 * well however fast it is packed.
 */
function payloadEntries({ report, options, acts, log, nodeSeed }: Plan): readonly (() => PackEntry)[] {
  const originals = report.exhibits
    .filter((exhibit) => !exhibit.withheld)
    .map((exhibit): readonly [string, () => PackEntry] => {
      const { path, size } = exhibit;
      if (!isOriginalPath(path)) throw new Error("an exhibit has a path that no original may have");
      return [path, () => ({ path, size, chunks: () => originalChunks(options.originalOf(exhibit), exhibit) })];
    });
  const all: (readonly [string, () => PackEntry])[] = [
    ...originals,
    [layout.acts, () => packedEntry(layout.acts, () => actsJsonl(acts, log), "small")],
    [layout.case, () => packedEntry(layout.case, () => caseJsonLd(caseOfPack(report, acts), nodeSeed), "fast")],
    [layout.report, () => packedEntry(layout.report, () => [reportToJson(report, acts)], "small")],
    [layout.statement, () => entryOfBytes(layout.statement, textToBytes(statementInPack(report, acts)))],
    [layout.print, () => entryOfBytes(layout.print, options.reportPdf)],
    [layout.chronology, () => entryOfBytes(layout.chronology, options.chronologyPdf)],
    [layout.guide, () => entryOfBytes(layout.guide, textToBytes(verifyGuide(report, options.signer)))],
  ];
  return all.sort(([a], [b]) => comparePaths(a, b)).map(([, make]) => make);
}

async function* originalChunks(source: Source, exhibit: Exhibit): AsyncGenerator<Uint8Array, void, undefined> {
  if (source.size !== exhibit.size) throw changedOriginal(exhibit);
  yield* piecesOf(source, 0, exhibit.size);
}

/** The original must be the file that was read: what the acts say stands at positions of that one. */
function checkOriginal(report: Report, path: string, sha256ByPath: ReadonlyMap<string, string>): void {
  const exhibit = report.exhibits.find((one) => one.path === path && !one.withheld);
  if (exhibit && sha256ByPath.get(path) !== (exhibit.copy?.sha256 ?? exhibit.sha256)) throw changedOriginal(exhibit);
}

function changedOriginal({ number }: Exhibit): Error {
  const error = new Error(`${number} changed since it was read`);
  failureByError.set(error, {
    says: `${number} has changed since it was read, so no pack was made. Close the program that writes to it, or make a copy, and start again.`,
  });
  return error;
}

interface HashInto {
  readonly createHash: CreateHash;
  readonly sha256ByPath: Map<string, string>;
  readonly sha512ByPath?: Map<string, string>;
}

/** The same entry; its hashes are known once it was read to its end. */
function hashedEntry(entry: PackEntry, { createHash, sha256ByPath, sha512ByPath }: HashInto): PackEntry {
  return {
    ...entry,
    async *chunks() {
      const sha256 = createHash("sha256");
      const sha512 = sha512ByPath && createHash("sha512");
      if (!sha256 || (sha512ByPath && !sha512)) throw new Error("a pack needs SHA-256 and SHA-512");
      for await (const piece of entry.chunks()) {
        sha256.update(piece);
        sha512?.update(piece);
        yield piece;
      }
      sha256ByPath.set(entry.path, sha256.digest());
      if (sha512) sha512ByPath?.set(entry.path, sha512.digest());
    },
  };
}

interface TagContext {
  readonly tagHashes: ReadonlyMap<string, string>;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
}

interface SealedTags {
  /** `bag-info.txt`, the tag manifest and the seals, in the order in which they are written. */
  readonly files: readonly (readonly [string, Uint8Array])[];
  readonly timeStamped: boolean;
}

/** The tag manifest with a time-stamp where one can be had; without it, and without declaring it, where not. */
async function sealTags(plan: Plan, context: TagContext): Promise<SealedTags> {
  if (plan.options.timeStamp) {
    const tags = tagFiles(plan, context, true);
    const stamp = await plan.options.timeStamp({ sha256: sha256Of(tags.manifest), nonce: plan.options.random(nonceSize) });
    if (stamp && !(stamp.says && isBeforeMade(stamp.says, plan.report.madeAt)))
      return { files: [...tags.files, ...sealFiles(plan, tags.manifest, filesOf(stamp))], timeStamped: true };
  }
  const tags = tagFiles(plan, context, false);
  return { files: [...tags.files, ...sealFiles(plan, tags.manifest, [])], timeStamped: false };
}

type PackFile = readonly [string, Uint8Array];

function tagFiles(
  plan: Plan,
  context: TagContext,
  timeStamped: boolean,
): { readonly files: readonly PackFile[]; readonly manifest: Uint8Array } {
  const { payloadBytes, payloadFiles, tagHashes } = context;
  const info = textToBytes(
    packInfoText(plan.report, {
      payloadBytes,
      payloadFiles,
      salt: bytesToHex(plan.logValue),
      leaves: plan.log.size,
      earlierLeaves: plan.log.bare.filter(({ earlier }) => earlier).length,
      shownActs: plan.acts.shown,
      timeStamped,
    }),
  );
  const manifest = textToBytes(manifestText(new Map([...tagHashes, ["bag-info.txt", sha256HexOf(info)]])));
  return {
    files: [
      ["bag-info.txt", info],
      [layout.tagManifest, manifest],
    ],
    manifest,
  };
}

function filesOf({ query, reply, chain }: TimeStamp): readonly PackFile[] {
  return [
    [layout.timeQuery, query],
    [layout.timeReply, reply],
    [layout.timeChain, textToBytes(chain)],
  ];
}

/** All seals over the tag manifest, sorted by name; the last one is made over the list of all others. */
function sealFiles(plan: Plan, manifest: Uint8Array, stamp: readonly PackFile[]): readonly PackFile[] {
  const { report, options, log, origin, logKey } = plan;
  const { signer } = options;
  const closed = appendLeaf(log.frontier, leafHash(manifest));
  const checkpoint = signCheckpoint({ origin, size: closed.size, root: rootOf(closed) }, signer);
  const proof = formatTlogProof({ index: log.size, hashes: proofOfNextLeaf(log.frontier), checkpoint });
  const seals: PackFile[] = [
    [layout.checkpoint, textToBytes(checkpoint)],
    ...(report.after ? [[layout.earlierProof, textToBytes(goingOn(report.after, log, { manifest, checkpoint }))] as const] : []),
    [layout.proof, textToBytes(proof)],
    [layout.signature, textToBytes(signDetached(blake2b512Of(manifest), signer, `${report.id}: ${layout.tagManifest}`))],
    [layout.signer, textToBytes(formatPublicKey(signer))],
    [layout.logKey, textToBytes(`${logKey}\n`)],
    ...stamp,
  ];
  const list = textToBytes(manifestText(new Map(seals.map(([path, bytes]) => [path, sha256HexOf(bytes)]))));
  const last = textToBytes(signDetached(blake2b512Of(list), signer, `${report.id}: ${layout.sealList}`));
  return [...seals, [layout.sealList, list] as const, [layout.lastSignature, last] as const].sort(([a], [b]) => comparePaths(a, b));
}

/** The proof that the closed log goes on from the earlier one. */
function goingOn(
  { log: { hashes } }: PackGoneOn,
  log: PackLog,
  { manifest, checkpoint }: { readonly manifest: Uint8Array; readonly checkpoint: string },
): string {
  const oldSize = hashes.length / 32;
  const hashAt = (leaf: number): Uint8Array => (leaf < log.size ? log.hashOf(leaf) : leafHash(manifest));
  return formatTlogConsistency({ oldSize, hashes: consistencyProof(hashAt, oldSize, log.size + 1), checkpoint });
}
