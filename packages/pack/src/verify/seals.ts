import type { Instant, CheckedItem, Verdict } from "@unmask/core";
import {
  type Certificate,
  type Checkpoint,
  type PublicKey,
  type Timestamp,
  blake2b512Of,
  bytesToText,
  certificatesFromPem,
  formatPublicKey,
  formatVkey,
  isLogId,
  logKeyOf,
  logOrigin,
  parseCheckpoint,
  parsePublicKey,
  parseTimestampQuery,
  parseTlogProof,
  sameBytes,
  sha256HexOf,
  sha256Of,
  textToBytes,
  verifyCheckpoint,
  verifyDetached,
  verifyTimestamp,
  verifyTlogConsistency,
  verifyTlogProof,
} from "@unmask/seal";

import { layout, requiredSeals } from "../pack-layout.ts";
import { manifestText, parseManifest } from "../bag/manifest.ts";
import { type ReadPackInfo, earlierLogIn } from "../pack-info.ts";
import { maxClockDifference } from "../time-stamp.ts";

/**
 * The seals of a pack, each checked for itself and all against the list that the last signature covers (docs/formats/pack.md, "Seals").
 *
 * [Note: Who is to blame] A signature that does not fit says that the file or the signature changed, not which. Every seal is covered twice,
 * by its own signature and by the signed list; the one that the other still vouches for is the one that did not change.
 */

/** Whom the person who checks trusts, from outside the pack. */
export interface Trust {
  readonly trustedSigners: readonly PublicKey[];
  /** Whether those are keys that the person named for this pack: signed by another is then an error, not merely unknown. */
  readonly signersNamed?: boolean;
  /** Anchors of time-stamp authorities. */
  readonly trustedTsa: readonly Certificate[];
  /** The clock of whoever checks: a time-stamp that lies after it is an error. */
  readonly now?: Instant;
}

/** What is checked. */
export interface SealedParts {
  /** Bytes of every file under `seal/`. */
  readonly seals: ReadonlyMap<string, Uint8Array>;
  /** Bytes of the tag manifest; undefined when it is not there. */
  readonly tagManifest: Uint8Array | undefined;
  readonly info: ReadPackInfo;
}

/** What was found. */
export interface SealCheck {
  /** A verdict for each seal, and for the tag manifest. */
  readonly items: readonly CheckedItem[];
  /** Who signed; `known` when the person who checks trusts the key. */
  readonly signer?: { readonly key: PublicKey; readonly known: boolean };
  /** The report whose log it is, as the checkpoint says. */
  readonly logId?: string;
  /** What the log's checkpoint says, when its signature fits. */
  readonly checkpoint?: Checkpoint;
  /** The time-stamp, when it was found valid. */
  readonly time?: Timestamp;
}

/** Checks all seals. */
export async function checkSeals(parts: SealedParts, trust: Trust): Promise<SealCheck> {
  const signing = findSigner(parts, trust);
  const items: CheckedItem[] = [];
  const time = await checkTime(parts, trust);
  const context: Context = { parts, trust, signing, ...checkLog(parts, signing), ...(time === undefined ? {} : { time }) };
  for (const path of [...new Set([...parts.seals.keys(), ...expectedSeals(parts, signing)])].sort()) items.push(judgeSeal(path, context));
  items.push(judgeTagManifest(context));
  if (!items.some((item) => item.path === layout.timeReply)) {
    items.push({
      path: layout.timeReply,
      verdict: "no-time",
      why: "the pack declares no time-stamp: only the device's own clock stands behind its dates",
    });
  }
  return {
    items,
    ...(signing.signer === undefined ? {} : { signer: signing.signer }),
    ...(context.logId === undefined ? {} : { logId: context.logId }),
    ...(context.checkpoint === undefined ? {} : { checkpoint: context.checkpoint }),
    ...(time?.ok && isValidTime(items) ? { time: time.value } : {}),
  };
}

/** A stamp that is rejected for any reason shows no time. */
function isValidTime(items: readonly CheckedItem[]): boolean {
  return items.some((item) => item.path === layout.timeReply && item.verdict === "valid");
}

/** Who signed what, as far as signatures fit. */
interface Signing {
  readonly signer?: { readonly key: PublicKey; readonly known: boolean };
  /** Hash by path out of the seal list, when the last signature vouches for the list. */
  readonly listed?: ReadonlyMap<string, string>;
  readonly signatureFits: boolean;
  /** As in `Trust`. */
  readonly signersNamed: boolean;
}

interface Context {
  readonly parts: SealedParts;
  readonly trust: Trust;
  readonly signing: Signing;
  /** The last part of the log's name, as its checkpoint says. */
  readonly logId?: string;
  readonly checkpoint?: Checkpoint;
  /** The proof shows that the tag manifest closes the log. */
  readonly proofFits: boolean;
  /** The proof shows that the log goes on from the one that `bag-info.txt` names. */
  readonly goesOn: boolean;
  /** What verifying the time-stamp gave; undefined when there is none to verify. */
  readonly time?: Awaited<ReturnType<typeof verifyTimestamp>>;
}

function findSigner({ seals, tagManifest }: SealedParts, { trustedSigners, signersNamed = false }: Trust): Signing {
  const inside = parsePublicKey(textOf(seals.get(layout.signer)) ?? "");
  const look = (signature: Uint8Array | undefined, signed: Uint8Array | undefined): Signing["signer"] => {
    if (!signature || !signed) return undefined;
    const blake2b512 = blake2b512Of(signed);
    const byKnown = verifyDetached(signature, { blake2b512, signers: trustedSigners });
    if (byKnown.verdict === "valid") return { key: byKnown.signer, known: true };
    // A key that is named like a trusted one and does not fit is never replaced by the key inside.
    if (byKnown.verdict !== "unknown-signer" || !inside.ok) return undefined;
    const byInside = verifyDetached(signature, { blake2b512, signers: [inside.value] });
    return byInside.verdict === "valid" ? { key: byInside.signer, known: false } : undefined;
  };
  const list = seals.get(layout.sealList);
  const last = look(seals.get(layout.lastSignature), list);
  const first = look(seals.get(layout.signature), tagManifest);
  const signer = last ?? first;
  const listed = last && list ? readSealList(list) : undefined;
  const signatureFits = first !== undefined && signer !== undefined && sameKey(first.key, signer.key);
  return { ...(signer === undefined ? {} : { signer }), ...(listed === undefined ? {} : { listed }), signatureFits, signersNamed };
}

function sameKey(a: PublicKey, b: PublicKey): boolean {
  return sameBytes(a.publicKey, b.publicKey) && sameBytes(a.keyId, b.keyId);
}

/** The list in its one spelling, else undefined. */
function readSealList(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  const listed = new Map(parseManifest(text, "sha256", "1.0").lines.map(({ path, hash }) => [path, hash]));
  return manifestText(listed) === text ? listed : undefined;
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && bytesToText(bytes);
}

/** Seals that must be there: those of every pack, those that are declared, those that the signed list names, and the proof of a log that goes on. */
function expectedSeals({ info }: SealedParts, { listed }: Signing): ReadonlySet<string> {
  const goingOn = info.after.length === 0 ? [] : [layout.earlierProof];
  return new Set([...requiredSeals, ...info.seals.filter((path) => path.startsWith("seal/")), ...(listed?.keys() ?? []), ...goingOn]);
}

/** Which of the signer's logs it is, the checkpoint says; that it is this pack's is compared with `bag-info.txt` by whoever checked that. */
function checkLog(
  { seals, tagManifest, info }: SealedParts,
  { signer }: Signing,
): Pick<Context, "logId" | "checkpoint" | "proofFits" | "goesOn"> {
  const note = textOf(seals.get(layout.checkpoint));
  const proof = textOf(seals.get(layout.proof));
  // Where the checkpoint is gone, the proof holds a copy.
  const origin = (parseCheckpoint(note ?? "") ?? parseCheckpoint(parseTlogProof(proof ?? "")?.checkpoint ?? ""))?.origin ?? "";
  const logId = origin.slice(origin.lastIndexOf("/") + 1);
  if (!signer || !isLogId(logId)) return { proofFits: false, goesOn: false };
  const key = logKeyOf(signer.key, logOrigin(signer.key, logId));
  const checkpoint = note === undefined ? undefined : verifyCheckpoint(note, key);
  const proven = proof === undefined || !tagManifest ? undefined : verifyTlogProof(proof, { leafData: tagManifest, key });
  const proofFits = proven?.ok === true && proven.value.index === proven.value.checkpoint.size - 1;
  const growth = textOf(seals.get(layout.earlierProof));
  const earlier = info.after.length === 1 ? earlierLogIn(info.after[0] ?? "") : undefined;
  const goesOn = growth !== undefined && earlier !== undefined && verifyTlogConsistency(growth, { earlier, key }).ok;
  return { logId, ...(checkpoint?.ok ? { checkpoint: checkpoint.value } : {}), proofFits, goesOn };
}

type Judgement = readonly [Verdict, string];

function judgeSeal(path: string, context: Context): CheckedItem {
  const [verdict, why] = judge(path, context);
  return { path, verdict, why };
}

function judge(path: string, context: Context): Judgement {
  const { parts, signing } = context;
  const bytes = parts.seals.get(path);
  if (!bytes) return ["missing", whyExpected(path)];
  if (!expectedSeals(parts, signing).has(path)) return ["unlisted", "the pack declares no such seal"];
  if (path === layout.sealList) return judgeList(bytes, context);
  if (path === layout.lastSignature) return judgeLastSignature(context);
  const listed = signing.listed;
  if (listed && !listed.has(path)) return ["unlisted", "the signed list of seals does not name it"];
  if (listed && listed.get(path) !== sha256HexOf(bytes)) return ["altered", "its hash is not the one in the signed list of seals"];
  const own = judgeOwn(path, bytes, context);
  // What the signed list vouches for has not changed: if it does not fit, something else did, or it never fitted.
  return own[0] === "altered" && listed ? ["error", `is unchanged, but ${own[1]}`] : own;
}

function whyExpected(path: string): string {
  if (requiredSeals.includes(path)) return "every pack has it";
  return path === layout.earlierProof ? "every pack that goes on from an earlier one has it" : "the pack declares it";
}

/** The list and the last signature: where they do not fit, the files themselves say which of the two changed. */
function judgeList(bytes: Uint8Array, { parts, signing }: Context): Judgement {
  if (signing.listed) return ["valid", "the last signature fits it"];
  if (!matchesFiles(bytes, parts)) return ["altered", "it is not the list of the seals that are there, and no signature fits it"];
  return ["error", "no signature fits it"];
}

function judgeLastSignature({ parts, signing }: Context): Judgement {
  if (signing.listed) return bySigner(signing, "fits the list of seals");
  const list = parts.seals.get(layout.sealList);
  if (!list) return ["error", "there is no list of seals to check it against"];
  if (!matchesFiles(list, parts)) return ["error", "the list of seals is altered"];
  return ["altered", "it does not fit the list of seals"];
}

function matchesFiles(list: Uint8Array, { seals }: SealedParts): boolean {
  const others = [...seals].filter(([path]) => path !== layout.sealList && path !== layout.lastSignature);
  return sameBytes(list, textToBytes(manifestText(new Map(others.map(([path, bytes]) => [path, sha256HexOf(bytes)])))));
}

function bySigner({ signer, signersNamed }: Signing, why: string): Judgement {
  if (!signer) return ["error", "nobody's signature fits"];
  if (signer.known) return ["valid", why];
  if (signersNamed) return ["error", `${why}, but is not signed by the key you named`];
  return ["unknown-signer", `${why}, but you have not said that you know the key`];
}

/** A seal judged by its own content. */
function judgeOwn(path: string, bytes: Uint8Array, context: Context): Judgement {
  const { parts, signing, checkpoint, proofFits, goesOn } = context;
  const { signer } = signing;
  const note = textOf(parts.seals.get(layout.checkpoint));
  const endsOtherwise = note !== undefined && textOf(bytes)?.endsWith(`\n\n${note}`) !== true;
  const tagManifest = parts.tagManifest;
  switch (path) {
    case layout.signature:
      if (!tagManifest) return ["error", "there is no tag manifest to check it against"];
      return signing.signatureFits ? bySigner(signing, "fits the tag manifest") : ["altered", "it does not fit the tag manifest"];
    case layout.checkpoint:
      return checkpoint ? bySigner(signing, "is signed by the log's key") : ["altered", "it is not signed by this pack's log"];
    case layout.proof:
      if (!tagManifest) return ["error", "there is no tag manifest to check it against"];
      if (!proofFits) return ["altered", "it does not show that the tag manifest closes the log"];
      if (endsOtherwise) return ["altered", "it ends in another checkpoint"];
      return bySigner(signing, "shows that the tag manifest closes the log");
    case layout.earlierProof:
      if (!goesOn) return ["altered", "it does not show that the log goes on from the one that bag-info.txt names"];
      if (endsOtherwise) return ["altered", "it ends in another checkpoint"];
      return bySigner(signing, "shows that the log goes on from the earlier pack's");
    case layout.signer:
      if (!signer) return ["error", "nobody's signature fits"];
      return textOf(bytes) === formatPublicKey(signer.key) ? ["valid", "is the signer's key"] : ["altered", "it is not the signer's key"];
    case layout.logKey:
      return judgeLogKey(bytes, context);
    case layout.timeQuery: {
      const query = parseTimestampQuery(bytes);
      if (!tagManifest) return ["error", "there is no tag manifest to check it against"];
      const fits = query !== undefined && sameBytes(query.sha256, sha256Of(tagManifest));
      return fits ? ["valid", "asks about the tag manifest"] : ["altered", "it does not ask about the tag manifest"];
    }
    case layout.timeReply:
      return judgeTime(context);
    case layout.timeChain:
      if (!signing.listed) return ["error", "nothing vouches for it"];
      return certificatesFromPem(textOf(bytes) ?? "")
        ? ["valid", "is what was sealed; it proves nothing by itself"]
        : ["error", "holds no certificates"];
    default:
      return ["unsupported", "a kind of seal that this program does not know"];
  }
}

function judgeLogKey(bytes: Uint8Array, { parts, signing, logId }: Context): Judgement {
  const { signer } = signing;
  if (!signer) return ["error", "nobody's signature fits"];
  const id = logId ?? parts.info.id ?? "";
  if (!isLogId(id)) return ["error", "there is no log that it could be the key of"];
  const key = formatVkey(logKeyOf(signer.key, logOrigin(signer.key, id)));
  return textOf(bytes) === `${key}\n`
    ? ["valid", "is the signer's key under the log's name"]
    : ["altered", "it is not the key of this pack's log"];
}

async function checkTime(parts: SealedParts, trust: Trust): Promise<Context["time"]> {
  const reply = parts.seals.get(layout.timeReply);
  if (!reply || !parts.tagManifest) return undefined;
  const nonce = parseTimestampQuery(parts.seals.get(layout.timeQuery) ?? new Uint8Array())?.nonce;
  return verifyTimestamp({
    reply,
    sha256: sha256Of(parts.tagManifest),
    ...(nonce === undefined ? {} : { nonce }),
    trusted: trust.trustedTsa,
  });
}

function judgeTime({ time, trust }: Context): Judgement {
  if (!time) return ["error", "there is no tag manifest to check it against"];
  if (time.ok) {
    const { now } = trust;
    if (now !== undefined && time.value.time > now + maxClockDifference) return ["error", "its time lies in the future"];
    return ["valid", "an authority that you trust says that the pack existed then"];
  }
  switch (time.error) {
    case "untrusted":
      return ["untrusted-time", "it is sound, but you have not said that you trust its authority"];
    case "missing":
    case "altered":
    case "wrong-data":
    case "wrong-nonce":
      return ["altered", "it is no time-stamp of this tag manifest"];
    default:
      return ["error", `its time cannot be relied on: ${time.error}`];
  }
}

/** The tag manifest is what was sealed when either of its two vouchers fits. */
function judgeTagManifest({ parts, signing, proofFits }: Context): CheckedItem {
  const path = layout.tagManifest;
  if (!parts.tagManifest) return { path, verdict: "missing", why: "every pack has it" };
  if (signing.signatureFits || proofFits) return { path, verdict: "valid", why: "the signature or the log's proof fits it" };
  const vouchers = [layout.signature, layout.proof].filter((voucher) => parts.seals.has(voucher));
  if (vouchers.length === 0) return { path, verdict: "error", why: "neither a signature nor a proof is there to vouch for it" };
  return { path, verdict: "altered", why: "neither the signature nor the log's proof fits it" };
}
