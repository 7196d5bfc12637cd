import { type Sha256, type Source, parseCover } from "@unmask/core";
import {
  type Found,
  type Leaf,
  type SiblingIndex,
  type WalkOptions,
  beginsLikeGzip,
  beginsLikeTar,
  hashSource,
  indexSiblings,
  openGzip,
  readStretch,
  tarMembers,
  walk,
} from "@unmask/formats";
import { beginsLikeDerKey } from "./der-key.ts";
import { decodeText, markOf, markOfBeginning } from "./marks-in-text.ts";
import { longestOwnBeginning, ownTextOf } from "./own-texts.ts";

/**
 * What must never become an exhibit, whoever hands over the folder that it lies in: secret keys; what she wrote for this program, because a cover
 * says where she can be reached and a pack may be shown to the other side; and what this program made itself, because an earlier pack holds in clear
 * what a later one leaves out. Told by what the bytes are; a mark inside somebody's message never takes a file away.
 */
export interface NotTakenIn {
  /** A secret key; what she wrote for this program; or what it made: a pack and what lies beside it, or a printed paper. */
  readonly kind: "key" | "own" | "pack" | "report" | "unfinished";
  readonly name: string;
  /** The whole sentence: which file, what it is, what to do. */
  readonly says: string;
  /** An archive of which nothing is read because of it. Its exports are missing, so no report is made until it is unpacked. */
  readonly isArchive: boolean;
  /** It was told by a mark that somebody else can have written: she can have it taken in all the same, by its name. */
  readonly canBeTakenIn?: boolean;
}

/** A file that is taken in because she asked for it by its name, though it bears a mark. */
export interface TakenIn {
  readonly name: string;
  /** The whole sentence: which file, what it is, what follows. */
  readonly says: string;
}

/** What was sorted out, and what is left to read. */
export interface SortedFound {
  readonly taken: readonly Found[];
  readonly notTakenIn: readonly NotTakenIn[];
  readonly takenIn: readonly TakenIn[];
  /** Bytes of the files that are passed over before they are hashed. */
  readonly bytes: number;
}

/** Bytes by which it is told whether more of a file is worth a look: half a million files are looked at. */
const firstLook = 512;
/**
 * A file of keys is a few lines, a page or a letter around one somewhat more, and a cover 256 Ki characters; what is larger is not looked through. A
 * statement and acts of a pack may be larger: of a large text the beginning says it.
 */
const largestKeyFile = 1024 * 1024;
/** Bytes of `bag-info.txt` looked at: its fixed labels stand first, and a million others may follow. */
const largestBagInfo = 64 * 1024;
/** Bytes at the end of a printed report in which its description lies: about 13 KiB before the end, further in a long chronology. */
const endOfReport = 1024 * 1024;
/** Bytes at the end of a whole paper in which it says where its parts are listed. */
const endOfPaper = 1024;

/** Tars and packed files inside each other that are looked into, as of zips: what contains itself never ends. */
const deepestNesting = 4;

/** A file that she gave for the report and not as evidence, wherever a copy of it lies. */
export interface OwnPaper {
  readonly sha256: Sha256;
  readonly size: number;
  /** How it is told, after "is": `the file that you named with --impact`. */
  readonly what: string;
}

/** How the files are looked at. */
export interface SortOptions extends WalkOptions {
  /** What she gave for the report itself: it is passed over whatever reads it. */
  readonly ownPapers?: readonly OwnPaper[];
  /** Names of files, as they are told, that are taken in though they bear a mark. What this program made, and what she gave for the report, never is. */
  readonly takesIn?: readonly string[];
  /** Whether an importer reads a file with these files beside it: what somebody wrote into a chat takes no chat away. */
  isRead(source: Source, siblingsOf: () => readonly string[]): Promise<boolean>;
}

/** Parts the files found into those that are read and those that are passed over. Throws only what `Source.read` throws. */
export async function sortFound(found: readonly Found[], options: SortOptions): Promise<SortedFound> {
  const leaves = found.flatMap((one) => ("leaf" in one ? [one.leaf] : []));
  const whatIs = await findAll(leaves, options);
  const out = new Set<Leaf | string>();
  // Each once, however many of its files there are; of an archive what of one kind lies in it, in one sentence.
  const told = new Map<string, Told>();
  const askedFor = new Map<string, { readonly place: Leaf | string; readonly taken: TakenIn }>();
  let bytes = 0;
  for (const leaf of leaves) {
    const all = whatIs(leaf);
    const [first] = all;
    if (first === undefined) continue;
    const [archive] = leaf.within;
    const handedOver = archive?.name ?? leaf.source.name;
    if (options.takesIn?.includes(handedOver) && all.every(({ isMark }) => isMark)) {
      const taken = tellTakenIn(handedOver, first, archive !== undefined || first.holder !== undefined);
      askedFor.set([handedOver, first.what].join("\u0000"), { place: archive?.sha256 ?? leaf, taken });
      continue;
    }
    out.add(archive?.sha256 ?? leaf);
    for (const { kind, name, holder, what, isMark } of all) {
      const within = archive?.name ?? holder;
      const key = [what, within === undefined ? name : (archive?.sha256 ?? ""), within].join("\u0000");
      const known = told.get(key);
      if (known) known.names.add(name);
      else told.set(key, { kind, what, within, isArchive: archive !== undefined, canBeTakenIn: isMark ?? false, names: new Set([name]) });
    }
    if (!archive) bytes += leaf.source.size;
  }
  // An archive that holds what is never taken in stays out, whatever she asked for.
  const takenIn = [...askedFor.values()].flatMap(({ place, taken }) => (out.has(place) ? [] : [taken]));
  const sorted = { notTakenIn: [...told.values()].map(tell), takenIn, bytes };
  return { taken: out.size === 0 ? found : found.filter((one) => !out.has(outermost(one))), ...sorted };
}

/** Why no report is made of these files; undefined where every archive was taken in. What to do stands in what each archive says. */
export function whyNoReport(notTakenIn: readonly NotTakenIn[]): string | undefined {
  return notTakenIn.some(({ isArchive }) => isArchive)
    ? "no report was made, because the exports in an archive that is not taken in would be missing from it."
    : undefined;
}

/** A file that was handed over: itself, or the archive that it is or lies in. */
function outermost(found: Found): Leaf | string {
  if ("leaf" in found) return found.leaf.within[0]?.sha256 ?? found.leaf;
  const { within, sha256 } = "opened" in found ? found.opened.whole : found.unread.source;
  return within?.[0]?.sha256 ?? sha256;
}

/** What must not be an exhibit: a file, or the pack that it belongs to. */
interface What extends Pick<NotTakenIn, "kind" | "name"> {
  /** What it is, with its article. */
  readonly what: string;
  /** Told by a mark in its text, which somebody can also write into a message: a file that is read stays. */
  readonly isMark?: true;
  /** The tar or packed file that it lies in. */
  readonly holder?: string;
}

/** What is told in one sentence. */
interface Told extends Pick<What, "kind" | "what"> {
  /** The archive, tar or packed file around it. */
  readonly within: string | undefined;
  readonly isArchive: boolean;
  readonly canBeTakenIn: boolean;
  readonly names: Set<string>;
}

/** Names told at once: an archive can hold a million keys. */
const mostTold = 10;

function tellTakenIn(name: string, { kind, what }: What, isAround: boolean): TakenIn {
  const then = kind === "key" ? "Whoever opens the pack can use that key." : "Whoever is shown the pack can read it.";
  return {
    name,
    says: `${name} ${isAround || kind !== "own" ? "holds" : "is"} ${what}: it is taken in all the same, as you asked. ${then}`,
  };
}

function tell({ kind, what, within, isArchive, canBeTakenIn, names }: Told): NotTakenIn {
  const [first = ""] = names;
  if (within === undefined) {
    const says = {
      key: `${first} holds ${what}: it is not taken in; keep it out of what you hand over.`,
      own: `${first} is ${what}: it is not taken in, because others may be shown the pack. Keep it in another folder.`,
      pack: `${first} ${canBeTakenIn ? "holds" : "is"} ${what}: it is not taken in. Hand over the exports themselves.`,
      report: `${first} is ${what}: it is not taken in. Hand over the exports themselves.`,
      unfinished: `${first} is ${what}: it is not taken in. It can be deleted.`,
    }[kind];
    return { kind, name: first, says, isArchive: false, canBeTakenIn };
  }
  const list = [...names].slice(0, mostTold).join("; ") + (names.size > mostTold ? `; and ${names.size - mostTold} more` : "");
  const then =
    kind === "key"
      ? "Unpack it, keep the key out of what you hand over, and hand over the folder."
      : `Unpack it and hand over the folder: there the ${kind === "own" || kind === "unfinished" ? "file" : kind} is passed over, and the rest is read.`;
  return { kind, name: within, says: `${within} holds ${what} (${list}): it is not taken in. ${then}`, isArchive, canBeTakenIn };
}

/** The files of a bag that is one of our packs, below its folder. Whatever else was put there is hers. */
const fileOfBag = /^(?:bagit\.txt|bag-info\.txt|(?:tag)?manifest-[a-z0-9]+\.txt|(?:data|log|seal)\/.+)$/i;
/** Those that every pack has (docs/formats/pack.md, "Layout"): where no bag-info.txt tells that the whole of `data` is ours, exports can lie in it too. */
const fileOfLayout =
  /^(?:bagit\.txt|(?:tag)?manifest-[a-z0-9]+\.txt|log\/leaves\.txt|seal\/[^/]+|data\/(?:originals\/\d{4,9}\.[a-z0-9]{1,8}|(?:acts\.jsonl|case\.jsonld|report\.json)(?:\.gz)?|statement\.json|(?:report|chronology)\.pdf|verify\.md))$/i;

/** Packs by their folders, each with its slash, and which files below it are of it. */
type Packs = Map<string, { readonly what: What; readonly files: RegExp }>;

/** Looks at every file, and finds the folders that are packs. Gives what tells what a file is: by itself or within, or of a pack. */
async function findAll(leaves: readonly Leaf[], options: SortOptions): Promise<(leaf: Leaf) => readonly What[]> {
  const packsByPlace = new Map<Leaf["within"], Packs>();
  const leavesByPlace = new Map<Leaf["within"], Leaf[]>();
  for (const leaf of leaves) {
    const { source, within } = leaf;
    const packs: Packs = packsByPlace.get(within) ?? new Map();
    const together = leavesByPlace.get(within) ?? [];
    together.push(leaf);
    packsByPlace.set(within, packs);
    leavesByPlace.set(within, together);
    await addBag(packs, source);
  }
  const whatByLeaf = new Map<Leaf, readonly What[]>();
  for (const [within, together] of leavesByPlace) {
    const packs: Packs = packsByPlace.get(within) ?? new Map();
    let beside: SiblingIndex<Leaf> | undefined;
    for (const leaf of together) {
      if (packAbove(leaf.source.name, packs)) continue;
      const isRead = (): Promise<boolean> => options.isRead(leaf.source, () => (beside ??= indexSiblings(together)).namesBeside(leaf));
      const all = await whatLiesIn(leaf.source, { ...options, isRead });
      if (all.length > 0) whatByLeaf.set(leaf, all);
      for (const one of all) addPackAround(packs, one);
    }
  }
  return (leaf) => {
    const pack = packAbove(leaf.source.name, packsByPlace.get(leaf.within));
    return pack ? [pack] : (whatByLeaf.get(leaf) ?? []);
  };
}

/** The pack of which a file is, by the folders of packs. */
function packAbove(name: string, packs: Packs | undefined): What | undefined {
  if (packs === undefined || packs.size === 0) return undefined;
  for (let at = 0; ;) {
    const pack = packs.get(name.slice(0, at));
    if (pack?.files.test(name.slice(at))) return pack.what;
    at = name.indexOf("/", at) + 1;
    if (at === 0) return undefined;
  }
}

/** Adds the folder of a pack, of the one file that tells a whole one. */
async function addBag(packs: Packs, source: Source): Promise<void> {
  const [whole, folder = ""] = /^(.*\/)?bag-info\.txt$/i.exec(source.name) ?? [];
  if (whole === undefined) return;
  if (/^Unmask-Pack-Version:/m.test(latin1(await readStretch(source, 0, largestBagInfo))))
    packs.set(folder, { what: packIn(folder), files: fileOfBag });
}

/** Adds the folder of a pack whose bag-info.txt is lost, of a part of it that lies in `data`. */
function addPackAround(packs: Packs, { what, name, isMark, holder }: What): void {
  if (what !== aPart || isMark || holder !== undefined) return;
  const [whole, folder = ""] = /^(.*\/)?data\/[^/]+$/i.exec(name) ?? [];
  if (whole !== undefined && !packs.has(folder)) packs.set(folder, { what: packIn(folder), files: fileOfLayout });
}

function packIn(folder: string): What {
  return { kind: "pack", what: aPack, name: folder.slice(0, -1) || "bag-info.txt" };
}

/** How one file is looked at. */
interface LookOptions extends Omit<SortOptions, "isRead"> {
  /** Whether an importer reads it. Nobody reads what lies in a tar or is packed. */
  isRead?(): Promise<boolean>;
}

/** What one file is by itself, or what lies in it where it is a tar or is packed, which nobody reads. */
async function whatLiesIn(source: Source, { isRead, ...options }: LookOptions, depth = 0): Promise<readonly What[]> {
  const head = await readStretch(source, 0, firstLook);
  const what = (await ownPaperOf(source, options)) ?? (await whatItIs(source, head)) ?? (await whatMarkSays(source, head, isRead));
  if (what !== undefined) return [what];
  if (depth >= deepestNesting) return [];
  const packs: Packs = new Map();
  const all: What[] = [];
  for await (const inner of filesIn(source, { head, options, depth })) {
    await addBag(packs, inner);
    for (const one of await whatLiesIn(inner, options, depth + 1)) {
      all.push(one);
      addPackAround(packs, one);
    }
  }
  // Packed is how a part of a pack lies in it: there is nothing to unpack for the rest.
  if (beginsLikeGzip(head) && all.every(({ what: its, holder }) => holder === undefined && (its === aPart || its === aList)))
    return all.map((one) => ({ ...one, name: source.name }));
  return [...[...packs.values()].map((pack) => pack.what), ...all.filter(({ name }) => packAbove(name, packs) === undefined)].map(
    (one) => ({
      ...one,
      holder: source.name,
    }),
  );
}

/** The files in a tar, in a packed file, or in a zip that lies in one of these. */
async function* filesIn(
  source: Source,
  { head, options, depth }: { readonly head: Uint8Array; readonly options: WalkOptions; readonly depth: number },
): AsyncGenerator<Source, void, undefined> {
  if (beginsLikeGzip(head)) yield openGzip(source);
  else if (beginsLikeTar(head)) yield* tarMembers(source);
  else if (depth > 0 && latin1(head).startsWith("PK"))
    for await (const one of walk([source], { createHasher: options.createHasher }))
      if ("leaf" in one && one.leaf.within.length > 0) yield one.leaf.source;
}

const aPack = "a pack that Unmask made";
const aPart = "a part of a pack that Unmask made";
const aList = "a list that Unmask made";
const aLeftover = "what a run of Unmask that was broken off left behind";
/**
 * The place of a result that is being made, and so of one that a killed run has left (fittings/node/unfinished.ts). Told by its name alone: it can end
 * at any byte, and a person names no file so.
 */
const unfinished = /^(?:.*\/)?\.unmask-unfinished-[0-9a-f]{8}-\d{1,10}-\d{1,20}-[0-9a-f]{16}(?=\/|$)/;

/** A copy of what she gave for the report. The length is compared first: half a million files are not hashed twice. */
async function ownPaperOf(source: Source, { ownPapers = [], createHasher }: LookOptions): Promise<What | undefined> {
  if (source.size === 0 || ownPapers.every(({ size }) => size !== source.size)) return undefined;
  const hashed = await hashSource(source, { createHasher });
  const paper = ownPapers.find(({ sha256 }) => sha256 === hashed?.sha256);
  return paper && { kind: "own", what: paper.what, name: source.name };
}

/** What one file is by itself, told by what nobody else writes so. */
async function whatItIs(source: Source, head: Uint8Array): Promise<What | undefined> {
  const { name } = source;
  const left = unfinished.exec(name);
  if (left) return { kind: "unfinished", what: aLeftover, name: left[0] };
  const begins = latin1(head);
  // Whatever stands before the first sign is no letter: blanks, and how UTF-16 begins.
  if (isText(head) && /^[^!-~]{0,64}[[{#S]/.test(begins)) {
    const own = ownTextOf(decodeText(await readStretch(source, 0, longestOwnBeginning)));
    if (own) return { kind: "pack", what: own === "pack" ? aPart : aList, name };
  }
  if (begins.startsWith("%PDF-") && (await isOurReport(source))) return { kind: "report", what: "a report that Unmask made", name };
  if (begins.startsWith("data/VERIFY.md\u0000") && begins.startsWith("ustar", 257)) return { kind: "pack", what: aPack, name };
  const beside = /^(.*\/)?UM-[0-9A-F]{12}(?=(?:-contact)?\.age$|\.pub$)/.exec(name);
  const isBeside = beside && (name.endsWith(".pub") ? isPublicKey(begins) : begins.startsWith("age-encryption.org/v1\n"));
  return isBeside ? { kind: "pack", what: aPack, name: beside[0] } : undefined;
}

/** Whether its first bytes are of a text, in UTF-16 too: pictures and recordings are not looked through for keys. */
function isText(head: Uint8Array): boolean {
  const [first, second] = head;
  // In UTF-16 a curly quote has a byte that no text of UTF-8 has.
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (
    head.every((byte) => byte === 0 || byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b) && head.some((byte) => byte > 0x20)
  );
}

/** What a file is by a mark that somebody else can have written too; undefined where an importer reads it, which is asked before it is looked through. */
async function whatMarkSays(source: Source, head: Uint8Array, isRead?: () => Promise<boolean>): Promise<What | undefined> {
  const { name, size } = source;
  const isDerKey = beginsLikeDerKey(head);
  const isWhole = size <= largestKeyFile;
  if (await isCutOffPaper(source, head))
    return { kind: "report", what: "a paper without its end, as a report that Unmask made can be", name, isMark: true };
  if (!isDerKey && (!isText(head) || !(isWhole || latin1(head).includes("{")))) return undefined;
  if (await isRead?.()) return undefined;
  if (isDerKey) return { kind: "key", what: "a secret key", name, isMark: true };
  return whatTextIs(name, await readStretch(source, 0, largestKeyFile), isWhole);
}

/** What a text is by a mark that stands anywhere in it, in a letter, a page or a list; of a large one at its beginning. */
function whatTextIs(name: string, bytes: Uint8Array, isWhole: boolean): What | undefined {
  const mark = isWhole ? markOf(bytes) : markOfBeginning(bytes);
  if (mark === "key") return { kind: "key", what: "a secret key", name, isMark: true };
  // What lies in a tar is told by its own name, and a pack in it as a pack.
  if (beginsLikeTar(bytes)) return undefined;
  if (mark === "act") return { kind: "pack", what: aPart, name, isMark: true };
  if (mark === "statement") return { kind: "own", what: aStatement, name, isMark: true };
  return mark === "cover" || (isWhole && isCover(bytes)) ? { kind: "own", what: aCover, name, isMark: true } : undefined;
}

const aCover = "a cover for the report, which can say where and how to reach you";
const aStatement = "a statement for the report, of what you say yourself";

/** A whole cover, also one that does not say how she is reached. */
function isCover(bytes: Uint8Array): boolean {
  const text = latin1(bytes).replaceAll("\0", "");
  return /"version"\s*:/.test(text) && parseCover(text.replace(/^\u00ef\u00bb\u00bf/, "")).ok;
}

function isPublicKey(text: string): boolean {
  return /^untrusted comment:[^\r\n]*\r?\nRW[A-Za-z0-9+/]{54}\s*$/.test(text);
}

/** Whether the description at its end (XMP) has the title of one of our papers and names what set it. */
async function isOurReport(source: Source): Promise<boolean> {
  const end = await readStretch(source, Math.max(0, source.size - endOfReport), source.size);
  const told = new TextDecoder().decode(end);
  const from = told.lastIndexOf("<x:xmpmeta");
  return from >= 0 && /<xmp:CreatorTool>Typst /.test(told.slice(from)) && titleOfOurs.test(told.slice(from));
}

/** Whether it is a paper of the make of ours that lacks its end, and so what says whose it is: the copy of a report that broke off shows all its first pages. */
async function isCutOffPaper(source: Source, head: Uint8Array): Promise<boolean> {
  const begins = latin1(head);
  if (!begins.startsWith("%PDF-") || !begins.includes("%%Title: (Custom Adobe Identity 0)")) return false;
  return !latin1(await readStretch(source, Math.max(0, source.size - endOfPaper), source.size)).includes("startxref");
}

/** The titles of the report, of its chronology, and of the sheet that says how to reach her. */
const titleOfOurs =
  /<rdf:li xml:lang="x-default">(?:(?:Account and schedule of material|Chronology and annexes) — not a witness statement<|How and when it is safe to reach )/;

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
