import { type BagDeclaration, parseDeclaration } from "./declaration.ts";
import { type BagInfoLine, parseBagInfo, parsePayloadOxum, valuesOf } from "./info.ts";
import { type CreateHash, type HashName, type PackFile, type PackFiles, type RunningHash, readSmall } from "../pack-files.ts";
import { type Manifest, parseHashName, parseManifest, parseManifestName } from "./manifest.ts";
import { isOsJunk, whyAwkward, whyUnsafe } from "./path.ts";
import type { CheckedItem, Verdict } from "@unmask/core";
import { decodeTagFile } from "./text.ts";
import { parseFetch } from "./fetch.ts";

/** A longer tag file would fill the memory: 64 MiB name some 500,000 files. */
const maxTagFile = 64 * 1024 * 1024;

/** Warnings kept; the rest is counted. A manifest of 500,000 odd lines would fill the memory, and the screen of whoever reads. */
export const maxWarnings: number = 100;

/** What a check of a bag found (RFC 8493 §3). */
export interface BagCheck {
  /** A verdict for each file that a list covers or should cover, and for each listed file that is not there. */
  readonly items: readonly CheckedItem[];
  /**
   * What does not make a bag invalid but deserves a look: the first `maxWarnings`, and a line that says how many more. Line numbers and tag
   * files, never names of payload files.
   */
  readonly warnings: readonly string[];
  /** Tag files that no tag manifest lists. RFC 8493 §2.2.1 allows them; nothing is said about their bytes. */
  readonly loose: readonly string[];
  /** Lines of `bag-info.txt`; empty when there is none. */
  readonly info: readonly BagInfoLine[];
  /** SHA-256 of each file that is there and that a SHA-256 manifest lists. */
  readonly sha256ByPath: ReadonlyMap<string, string>;
}

/** How to check. */
export interface BagCheckOptions {
  readonly createHash: CreateHash;
  /**
   * "exact": a name must be the listed one, code point for code point (our packs). "tolerant": a file whose name differs in Unicode
   * normalisation or case alone is taken for the listed one, with a warning (bags that travelled through other file systems).
   */
  readonly names: "exact" | "tolerant";
  /** The manifests to go by, where a profile names them; another one is then a file like any other. */
  readonly manifests?: readonly string[];
}

/** Whether a bag is valid in the sense of RFC 8493 §3: complete, and every hash right. */
export function isValidBag(check: BagCheck): boolean {
  return check.items.some((item) => item.verdict === "valid") && check.items.every((item) => item.verdict === "valid");
}

/** Checks a bag of any BagIt version (0.93 to 0.97, 1.0), every file of it, with every manifest it has. Each file is read once. */
export async function checkBag(files: PackFiles, options: BagCheckOptions): Promise<BagCheck> {
  const findings = createFindings();
  const present = indexFiles(await files.list(), findings);
  const declaration = await readDeclaration(files, present, findings);
  const isList = (name: string): boolean => parseManifestName(name) !== undefined && (options.manifests?.includes(name) ?? true);
  const lists = await readLists(files, { present, declaration, findings, isList });
  const expected = expectedHashes(lists, { present, names: options.names, findings });
  await checkFetch(files, { present, declaration, findings, expected });
  const sha256ByPath = await checkHashes(files, { expected, findings, createHash: options.createHash });
  const info = await readBagInfo(files, { present, declaration, findings });
  checkComplete({ present, lists, expected, declaration, findings });
  checkOxum(info, present, findings);
  distrustLists(lists, expected, findings);
  const isTop = (path: string): boolean => lists.some((list) => list.lists === "tagmanifest" && list.name === path);
  const loose = [...present.keys()].filter((path) => !path.startsWith("data/") && !expected.byPath.has(path) && !isTop(path));
  return { items: findings.items(), warnings: findings.warnings(), loose, info, sha256ByPath };
}

/** Collects verdicts: the first verdict other than valid stays, because later checks only repeat it. */
interface Findings {
  judge(path: string, verdict: Verdict, why: string): void;
  /** An error to judge after the hashes, so that a changed byte is called altered where a list shows it. */
  suspect(path: string, why: string): void;
  judgeSuspects(): void;
  verdictOf(path: string): Verdict | undefined;
  warn(text: string): void;
  warnings(): string[];
  items(): CheckedItem[];
}

function createFindings(): Findings {
  const byPath = new Map<string, CheckedItem>();
  const suspects: [string, string][] = [];
  const warnings: string[] = [];
  let more = 0;
  const judge = (path: string, verdict: Verdict, why: string): void => {
    const before = byPath.get(path);
    if (before === undefined || before.verdict === "valid") byPath.set(path, { path, verdict, why });
  };
  return {
    warn(text) {
      if (warnings.length < maxWarnings) warnings.push(text);
      else more++;
    },
    warnings: () => (more === 0 ? warnings : [...warnings, `and ${more} more`]),
    judge,
    suspect: (path, why) => void suspects.push([path, why]),
    judgeSuspects: () => suspects.forEach(([path, why]) => judge(path, "error", why)),
    verdictOf: (path) => byPath.get(path)?.verdict,
    items: () => [...byPath.values()],
  };
}

type Present = ReadonlyMap<string, PackFile>;

function indexFiles(listed: readonly PackFile[], findings: Findings): Present {
  const present = new Map<string, PackFile>();
  for (const file of listed) {
    // A bag lists files alone (RFC 8493 §2.1.3), so an empty folder makes none invalid.
    if (file.kind === "folder") continue;
    const unsafe = whyUnsafe(file.path);
    if (unsafe !== undefined) findings.judge(file.path, "error", unsafe);
    else if (file.kind !== "file") findings.judge(file.path, "unsupported", "is a link or a device; a bag holds plain files");
    else if (present.has(file.path)) findings.judge(file.path, "error", "is there twice");
    else present.set(file.path, file);
    const awkward = whyAwkward(file.path);
    if (awkward !== undefined) findings.warn(`a file has ${awkward}`);
  }
  return present;
}

async function readDeclaration(files: PackFiles, present: Present, findings: Findings): Promise<BagDeclaration> {
  const fallback: BagDeclaration = { version: "1.0", encoding: "UTF-8" };
  if (!present.has("bagit.txt")) {
    findings.judge("bagit.txt", "missing", "every bag has one");
    return fallback;
  }
  const bytes = await readTag(files, "bagit.txt", findings);
  const declaration = parseDeclaration(bytes ?? new Uint8Array());
  if (declaration.ok) return declaration.value;
  findings.suspect("bagit.txt", declaration.error);
  return fallback;
}

/** A manifest that is there and can be read. */
interface List {
  readonly name: string;
  readonly lists: "manifest" | "tagmanifest";
  readonly hash: HashName;
  readonly manifest: Manifest;
}

interface ReadContext {
  readonly present: Present;
  readonly declaration: BagDeclaration;
  readonly findings: Findings;
}

async function readLists(
  files: PackFiles,
  { present, declaration, findings, isList }: ReadContext & { isList(name: string): boolean },
): Promise<readonly List[]> {
  const found: List[] = [];
  for (const name of present.keys()) {
    const parsed = isList(name) ? parseManifestName(name) : undefined;
    if (!parsed) continue;
    const hash = parseHashName(parsed.hash);
    if (hash === undefined) {
      findings.judge(name, "unsupported", "uses a hash that this program does not know");
      continue;
    }
    const text = await readTagText(files, name, { declaration, findings });
    if (text === undefined) continue;
    const manifest = parseManifest(text, hash, declaration.version);
    if (parsed.lists === "tagmanifest") findings.judge(name, "valid", "can be read");
    for (const one of manifest.warnings) findings.warn(`${name}: ${one}`);
    found.push({ name, lists: parsed.lists, hash, manifest });
  }
  if (!found.some((list) => list.lists === "manifest")) findings.judge("manifest-*.txt", "missing", "no payload manifest can be read");
  return found;
}

async function readTagText(
  files: PackFiles,
  name: string,
  { declaration, findings }: Pick<ReadContext, "declaration" | "findings">,
): Promise<string | undefined> {
  const bytes = await readTag(files, name, findings);
  if (bytes === undefined) return undefined;
  const text = decodeTagFile(bytes, declaration.encoding);
  if (text.ok) return text.value;
  findings.suspect(name, text.error);
  return new TextDecoder("utf-8").decode(bytes);
}

async function readTag(files: PackFiles, name: string, findings: Findings): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readSmall(files, name, maxTagFile);
    if (bytes === undefined) findings.judge(name, "error", "is too long to be a tag file");
    return bytes;
  } catch {
    findings.judge(name, "error", "could not be read");
    return undefined;
  }
}

/** What the lists say about each file that is there, and which lists name what is not. */
interface Expected {
  readonly byPath: ReadonlyMap<string, readonly { readonly list: List; readonly hash: string }[]>;
  readonly absent: ReadonlyMap<string, readonly List[]>;
}

function expectedHashes(
  lists: readonly List[],
  { present, names, findings }: Pick<ReadContext, "present" | "findings"> & { readonly names: BagCheckOptions["names"] },
): Expected {
  const byPath = new Map<string, { list: List; hash: string }[]>();
  const absent = new Map<string, List[]>();
  const resolve = nameResolver(present, names, findings);
  for (const list of lists) {
    warnOfTwins(list, findings);
    for (const line of list.manifest.lines) {
      const path = resolve(line.path) ?? resolve(line.written);
      if (path === undefined) absent.set(line.path, [...(absent.get(line.path) ?? []), list]);
      else if (byPath.has(path)) byPath.get(path)?.push({ list, hash: line.hash });
      else byPath.set(path, [{ list, hash: line.hash }]);
    }
  }
  return { byPath, absent };
}

/** Finds the file that a listed name means. */
function nameResolver(present: Present, names: BagCheckOptions["names"], findings: Findings): (listed: string) => string | undefined {
  if (names === "exact") return (listed) => (present.has(listed) ? listed : undefined);
  const byForm = new Map<string, string>();
  for (const path of present.keys()) {
    byForm.set(path.normalize("NFC"), path);
    if (!byForm.has(caseless(path))) byForm.set(caseless(path), path);
  }
  return (listed) => {
    if (present.has(listed)) return listed;
    const other = byForm.get(listed.normalize("NFC")) ?? byForm.get(caseless(listed));
    if (other !== undefined) findings.warn("a listed file is there under another Unicode normalisation or case");
    return other;
  };
}

function caseless(path: string): string {
  return `caseless:${path.normalize("NFC").toLowerCase()}`;
}

function warnOfTwins(list: List, findings: Findings): void {
  const seen = new Set<string>();
  for (const { path } of list.manifest.lines) {
    if (seen.has(caseless(path))) findings.warn(`${list.name} lists two names that differ in case or Unicode normalisation alone`);
    seen.add(caseless(path));
  }
}

async function checkFetch(files: PackFiles, context: ReadContext & { readonly expected: Expected }): Promise<void> {
  const { present, declaration, findings, expected } = context;
  if (!present.has("fetch.txt")) return;
  const text = await readTagText(files, "fetch.txt", { declaration, findings });
  if (text === undefined) return;
  const fetchList = parseFetch(text);
  for (const problem of fetchList.problems.slice(0, 1)) findings.judge("fetch.txt", "error", problem);
  for (const path of fetchList.paths) {
    if (expected.absent.has(path)) findings.judge(path, "missing", "fetch.txt says it lies elsewhere; this program downloads nothing");
    else if (!expected.byPath.has(path)) findings.warn("fetch.txt names a file that no manifest lists");
  }
}

interface HashContext {
  readonly expected: Expected;
  readonly findings: Findings;
  readonly createHash: CreateHash;
}

async function checkHashes(files: PackFiles, { expected, findings, createHash }: HashContext): Promise<ReadonlyMap<string, string>> {
  const sha256ByPath = new Map<string, string>();
  for (const [path, wants] of expected.byPath) {
    const names = new Set(wants.map((want) => want.list.hash));
    const hashes = await hashFile(files, path, { names, createHash });
    if (hashes === undefined) {
      findings.judge(path, "error", "could not be read");
      continue;
    }
    const sha256 = hashes.get("sha256");
    if (sha256 !== undefined) sha256ByPath.set(path, sha256);
    for (const { list, hash } of wants) {
      const found = hashes.get(list.hash);
      if (found === undefined) findings.judge(path, "unsupported", `${list.hash} is not at hand here`);
      else if (found !== hash) findings.judge(path, "altered", `its hash is not the one in ${list.name}`);
      else findings.judge(path, "valid", "its hashes are the listed ones");
    }
  }
  for (const [path, lists] of expected.absent) findings.judge(path, "missing", `${lists[0]?.name ?? "a manifest"} lists it`);
  return sha256ByPath;
}

async function hashFile(
  files: PackFiles,
  path: string,
  { names, createHash }: { readonly names: ReadonlySet<HashName>; readonly createHash: CreateHash },
): Promise<ReadonlyMap<HashName, string> | undefined> {
  const running = new Map<HashName, RunningHash>();
  for (const name of names) {
    const hash = createHash(name);
    if (hash) running.set(name, hash);
  }
  try {
    for await (const piece of files.read(path)) for (const hash of running.values()) hash.update(piece);
  } catch {
    return undefined;
  }
  return new Map([...running].map(([name, hash]) => [name, hash.digest()]));
}

function isTagManifest(path: string): boolean {
  return parseManifestName(path)?.lists === "tagmanifest";
}

interface CompleteContext extends ReadContext {
  readonly lists: readonly List[];
  readonly expected: Expected;
}

/** Every payload file in every manifest (1.0), or in at least one (before). */
function checkComplete({ present, lists, expected, declaration, findings }: CompleteContext): void {
  const manifests = lists.filter((list) => list.lists === "manifest");
  for (const path of present.keys()) {
    if (!path.startsWith("data/")) continue;
    const naming = (expected.byPath.get(path) ?? []).map((want) => want.list);
    const lacking = manifests.find((manifest) => !naming.includes(manifest));
    if (naming.length === 0) {
      if (isOsJunk(path)) findings.warn("an operating system left a file of its own in the payload");
      findings.judge(path, "unlisted", isOsJunk(path) ? "an operating system left it here; no manifest lists it" : "no manifest lists it");
    } else if (lacking && declaration.version === "1.0") findings.judge(path, "unlisted", `${lacking.name} does not list it`);
  }
  for (const list of lists) {
    for (const line of list.manifest.lines) {
      if (list.lists === "manifest" && !line.path.startsWith("data/")) findings.judge(list.name, "error", "lists a file outside data/");
      if (list.lists === "tagmanifest" && isTagManifest(line.path)) findings.warn(`${list.name} lists a tag manifest`);
    }
    for (const problem of list.manifest.problems.slice(0, 1)) findings.judge(list.name, "error", problem);
  }
  findings.judgeSuspects();
  findings.judge("bagit.txt", "valid", "says what it must");
}

async function readBagInfo(files: PackFiles, { present, declaration, findings }: ReadContext): Promise<readonly BagInfoLine[]> {
  const name = ["bag-info.txt", "package-info.txt"].find((one) => present.has(one));
  const text = name === undefined ? undefined : await readTagText(files, name, { declaration, findings });
  if (name === undefined || text === undefined) return [];
  const info = parseBagInfo(text);
  if (info.ok) return info.value;
  findings.suspect(name, info.error);
  return [];
}

function checkOxum(info: readonly BagInfoLine[], present: Present, findings: Findings): void {
  const values = valuesOf(info, "Payload-Oxum");
  if (values.length > 1) findings.warn("bag-info.txt gives Payload-Oxum more than once");
  for (const value of values) {
    const said = parsePayloadOxum(value);
    const payload = [...present.values()].filter((file) => file.path.startsWith("data/"));
    const bytes = payload.reduce((sum, file) => sum + file.size, 0);
    if (said === undefined) findings.judge("data/", "error", "Payload-Oxum is no two numbers");
    else if (said.bytes !== bytes || said.files !== payload.length) findings.judge("data/", "altered", "Payload-Oxum gives another size");
    else findings.judge("data/", "valid", "Payload-Oxum gives its size");
  }
}

/** A file that matches a list which is itself not valid has not been shown to be anything. */
function distrustLists(lists: readonly List[], expected: Expected, findings: Findings): void {
  const bad = new Set(lists.filter((list) => findings.verdictOf(list.name) !== "valid" && isJudged(list, findings)));
  for (let changed = true; changed;) {
    changed = false;
    for (const [path, wants] of expected.byPath) {
      const doubtful = wants.find((want) => bad.has(want.list));
      if (!doubtful || findings.verdictOf(path) !== "valid") continue;
      findings.judge(path, "error", `is as ${doubtful.list.name} says, but that list cannot be relied on`);
      const list = lists.find((one) => one.name === path);
      if (list && !bad.has(list)) {
        bad.add(list);
        changed = true;
      }
    }
  }
}

/** A payload manifest in a bag without tag manifests has no verdict of its own: nothing covers it. */
function isJudged(list: List, findings: Findings): boolean {
  return findings.verdictOf(list.name) !== undefined;
}
