import {
  type Act,
  type Container,
  type ExhibitCopy,
  type NameRedactor,
  type Result,
  type Sha256,
  type Source,
  type SourceSpan,
  failed,
  ok,
} from "@unmask/core";
import { type Imported, type LeftOutNames, type Original, importers, makeCopy, membersOf, placeOf, textsOf } from "@unmask/importers";
import type { ReadingWorld } from "./import-exports.ts";
import {
  type Looking,
  archiveHoldsName,
  listed,
  lookThrough,
  nameTells,
  noteNaming,
  unreadHoldsName,
  whyNotNameless,
  whyNotNaming,
  whyUnreadNotNameless,
} from "./names-left-over.ts";
import { isColumnList, isListOf, placesOfTablesLeftOut } from "./lists-of-tables.ts";
import { type Gathered, fileKey } from "./read-each-file.ts";
import type { Decision, Rules } from "./what-stays-behind.ts";

/** A file that was handed over, or a member of an archive that stays behind itself. */
export interface ChosenFile {
  readonly name: string;
  /** Of the original. */
  readonly sha256: Sha256;
  readonly size: number;
  /** By the bytes of the original. */
  readonly ending: Original["ending"];
  readonly withheld: boolean;
  /** What stands in the pack; of one that is held back the file as it was handed over, never read again. */
  readonly source: Source;
  readonly copy?: ExhibitCopy;
  /** The archives around a member. */
  readonly within?: readonly Container[];
}

/** A file on its way into the pack, and how its copy is read. */
export interface Candidate extends Omit<ChosenFile, "copy"> {
  /** As it was handed over, where a name in it is covered or written over. */
  readonly wasNamed?: string;
  readonly leftOut?: ExhibitCopy["leftOut"];
  readonly redacted?: ExhibitCopy["leftOut"];
  readonly importer?: string | null;
}

interface Choosing extends Omit<Looking, "redactor"> {
  readonly decision: Decision;
  readonly rules: Rules;
  readonly leftOut: LeftOutNames | undefined;
}

/**
 * Makes of each file what goes of it: nothing, the whole of it, or a copy in which what is left out is written over. The error names the file that can
 * go in none of these ways, or that would name somebody who is left out.
 */
export async function chooseFiles(
  { originals, timeline }: Imported,
  whole: Gathered,
  { decision, rules, world, leftOut, leftOutNames, looked }: Choosing,
): Promise<Result<readonly Candidate[], string>> {
  const attached = new Set<string>(
    whole.imported.timeline.acts
      .filter((act) => !act.sources.every((span) => decision.places.has(placeOf(span))))
      .flatMap(({ attachments }) => attachments.flatMap(({ sha256 }) => sha256 ?? [])),
  );
  const redacted = rules.redacted;
  const without = placesOfTablesLeftOut(originals, whole, decision);
  const goingLists = new Set(originals.flatMap(({ source, sha256 }) => (isListOf(without, source) ? [] : [sha256])));
  const parting: Parting = {
    without,
    whole,
    leftOut,
    decision,
    attached,
    world,
    redactor: redacted?.redactor,
    met: new Set(),
    namedAgain: new Map(),
    goingFolders: new Set(
      timeline.acts.flatMap(({ sources }) =>
        sources.flatMap((span) => (decision.places.has(placeOf(span)) ? [] : (leftOut?.namingFolder(span.name) ?? []))),
      ),
    ),
    leftOutNames,
    looked,
  };
  const chosen: Candidate[] = [];
  for (const { source, sha256, size, ending } of originals) {
    const file = { name: source.name, sha256, size, ending, source };
    const isArchive = [...whole.files.values()].some((one) => one.whole.within?.[0]?.sha256 === sha256);
    if (isListOf(without, source)) {
      // Of two lists of the same bytes one may go: then the name of the other is told nowhere.
      if (!goingLists.has(sha256)) chosen.push({ ...file, withheld: true });
    } else if (decision.heldBack.has(sha256)) chosen.push({ ...file, withheld: true });
    else if (isArchive) {
      const members = await chooseMembers(source, parting);
      if (!members.ok) return members;
      const named = members.value.flatMap((one) => ("goes" in one && leftOut && fileNames(one.goes, leftOut) ? [one.goes] : []));
      if (leftOut && named.length > 0) return failed(whyNamesTell(named, leftOut));
      const goesWhole =
        members.value.every((one) => "goes" in one && one.goes.leftOut === undefined && one.goes.wasNamed === undefined) &&
        (redacted === undefined || !(await archiveHoldsName(source, redacted.redactor, world)));
      const archive = { ...file, withheld: !goesWhole };
      chosen.push(leftOut ? renamed(archive, (name) => leftOut.cover(name, false), parting.namedAgain) : archive);
      if (!goesWhole) for (const one of members.value) if ("goes" in one) chosen.push(one.goes);
    } else {
      const part = await partOf({ ...file, withheld: false }, { sha256, name: source.name, start: 0, end: size }, parting);
      if (!part.ok) return part;
      chosen.push("goes" in part.value ? part.value.goes : { ...file, withheld: true });
    }
  }
  const telling = chosen.filter((one) => leftOut && fileNames(one, leftOut));
  if (leftOut && telling.length > 0) return failed(whyNamesTell(telling, leftOut));
  const naming = whyNotNaming(looked.naming, timeline.acts);
  if (naming !== undefined) return failed(naming);
  if (!redacted) return ok(chosen);
  const absent = redacted.each.find(
    ({ redactor }, i) =>
      !parting.met.has(i + 1) &&
      !chosen.some(({ name }) => redactor.holds(name)) &&
      !timeline.acts.some((act) => textsOf(act).some((text) => redactor.holds(text))),
  );
  if (absent) return failed(`--redact ${absent.written}: the name stands nowhere in these files. Write it as they do.`);
  const covered = withRedactedNames(chosen, redacted.redactor);
  const left = covered.find((one) => !one.withheld && [one, ...(one.within ?? [])].some(({ name }) => nameTells(name, redacted.redactor)));
  return left === undefined ? ok(covered) : failed(`${left.name} ${itsNameIsLeft}`);
}

/** Whether a file that goes tells by its name, or by that of its archive, of somebody who is left out. */
function fileNames({ name: own, within = [], withheld }: Candidate, { beside, namingFolder }: LeftOutNames): boolean {
  return !withheld && [own, ...within.map(({ name }) => name)].some((name) => nameTells(name, beside) || namingFolder(name) !== undefined);
}

/** The files under names in which signs stand over the names of people. */
function withRedactedNames(chosen: readonly Candidate[], redactor: NameRedactor): readonly Candidate[] {
  const namedAgain: NamedAgain = new Map();
  return chosen.map((file) => renamed(file, (name) => redactor.redact(name), namedAgain));
}

/** One list for all members that lie beside each other, before and after: by it they find each other. */
type NamedAgain = Map<readonly Container[], readonly Container[]>;

/** The file under another name, and its archives too. */
function renamed(file: Candidate, cover: (name: string) => string, namedAgain: NamedAgain): Candidate {
  const { name: own, wasNamed = own, source, within } = file;
  const around = within && (namedAgain.get(within) ?? within.map((one) => ({ ...one, name: cover(one.name) })));
  if (within && around) namedAgain.set(within, around);
  const lying = around && { within: around };
  const name = cover(own);
  if (name === own) return { ...file, ...lying };
  return { ...file, ...lying, name, wasNamed, source: { name, size: source.size, read: (start, end) => source.read(start, end) } };
}

/** What is read, came with an act that goes or lies beside one, in folders without the names of those who are left out. */
function inNamelessFolders(file: Candidate, { leftOut, namedAgain, attached, goingFolders }: Parting): Candidate {
  const isBeside = goingFolders.has(leftOut?.namingFolder(file.name) ?? "");
  const belongs = typeof file.importer === "string" || isColumnList(file.name) || attached.has(file.sha256) || isBeside;
  return leftOut && belongs ? renamed(file, (name) => leftOut.cover(name, false), namedAgain) : file;
}

/** Why files cannot go under their names, and what to do: a folder of which nothing that is read goes is held back as one. */
function whyNamesTell(files: readonly Candidate[], { namingFolder }: LeftOutNames): string {
  const [first, ...more] = files.map(({ name, wasNamed = name }) => wasNamed);
  const whose = `${first ?? ""}${more.length === 0 ? " has" : ` and ${more.length} more ${more.length === 1 ? "file" : "files"} have`}`;
  const isOne = more.length === 0;
  const says = `${whose} the name of somebody who is left out in ${isOne ? "its own name, or in that of its folder or its archive" : "their own names, or in those of their folders or archives"}.`;
  if (files.some(({ within }) => within !== undefined))
    return `${says} Unpack the archive, and give ${isOne ? "it another name or leave it" : "them other names or leave them"} out.`;
  const options = new Set(files.map(({ name, wasNamed = name }) => `--leave-out "${namingFolder(name) ?? wasNamed}"`));
  return `${says} Give ${isOne ? "it another name, or hold it back" : "them other names, or hold them back"} with ${listed([...options])}.`;
}

const itsNameIsLeft =
  "has a name that you want covered in its own name, or in that of its archive, in a form that cannot be covered there (turned round, or with digits beside it). Give it another name, or leave it out.";

interface Parting extends Looking {
  /** Of tables of which nothing goes. */
  readonly without: ReadonlySet<string>;
  readonly whole: Gathered;
  readonly leftOut: LeftOutNames | undefined;
  readonly decision: Decision;
  /** Files that belong to acts that go. */
  readonly attached: ReadonlySet<string>;
  readonly world: ReadingWorld;
  /** The numbers of names that were covered in some file. */
  readonly met: Set<number>;
  /** Archives in folders without the names of people who are left out. */
  readonly namedAgain: NamedAgain;
  /** Folders with such a name in which something is read that goes: what else lies in them goes too. */
  readonly goingFolders: ReadonlySet<string>;
}

/** A file or a member that goes, or of which nothing goes. */
type Part = { readonly goes: Candidate } | { readonly stays: true };

/**
 * The members of an archive. One that nobody reads goes as it would from a folder, but that one which cannot go stays behind and is counted: she can
 * hold no member back by its name.
 */
async function chooseMembers(archive: Source, parting: Parting): Promise<Result<readonly Part[], string>> {
  const members: Part[] = [];
  for await (const { source, sha256, size, ending, within } of membersOf(archive, parting.world)) {
    const span = { sha256, name: source.name, start: 0, end: size, within };
    const candidate = { name: source.name, sha256, size, ending, source, withheld: false, within };
    const isRead = parting.whole.files.has(fileKey(span));
    const isGone = parting.decision.goneWith.has(sha256) || isListOf(parting.without, { name: source.name, within });
    const belongs = isRead || parting.attached.has(sha256) || isColumnList(source.name);
    const isNaming = !belongs && !isGone && (await memberNames(candidate, parting));
    const stays = !isRead && (isGone || isNaming);
    if (stays) parting.looked.membersGone.push({ name: source.name, isNaming });
    const part: Result<Part, string> = stays ? ok({ stays: true }) : await partOf(candidate, span, parting);
    if (!part.ok) return part;
    members.push(part.value);
  }
  return ok(members);
}

/** Whether a member that nobody reads tells of somebody who is left out, or of a name that cannot be covered in it. */
async function memberNames(member: Candidate, parting: Parting): Promise<boolean> {
  const { leftOut, redactor, world } = parting;
  if (leftOut && (fileNames(inNamelessFolders(member, parting), leftOut) || (await unreadHoldsName(member, leftOut.beside, world))))
    return true;
  return redactor !== undefined && (nameTells(redactor.redact(member.name), redactor) || (await unreadHoldsName(member, redactor, world)));
}

/** The file whole, as a copy, or not at all. */
async function partOf(file: Candidate, span: SourceSpan, parting: Parting): Promise<Result<Part, string>> {
  const { whole, leftOut: people, decision, redactor, met, world, looked } = parting;
  const read = whole.files.get(fileKey(span));
  const importer = importers.find(({ id }) => id === read?.importer);
  if (!read || !importer) {
    await lookThrough(file, parting);
    const why = redactor && (await whyUnreadNotNameless(file, redactor, world));
    return why === undefined ? ok({ goes: inNamelessFolders({ ...file, importer: null }, parting) }) : failed(why);
  }
  const goes = { ...file, importer: importer.id };
  const isGone = ({ source }: Act): boolean => decision.places.has(placeOf(source));
  const acts = read.readings.flatMap((one) => ("act" in one ? [one.act] : []));
  const going = acts.filter((act) => !isGone(act));
  if (going.length === 0 && acts.length > 0) return ok({ stays: true });
  const leftOut = importer.writeOver === undefined ? undefined : people;
  if (going.length === acts.length && leftOut === undefined && redactor === undefined) {
    await noteNaming(goes, going, parting);
    return ok({ goes: inNamelessFolders(goes, parting) });
  }
  const copy = await makeCopy(file.source, {
    importer,
    readings: read.readings,
    leavesOut: isGone,
    leftOut,
    redactor,
  });
  if (!copy.ok) return failed(cannotGoInPart(file.name, copy.error));
  const { source, leftOut: gone, redacted, numbers, passedOn } = copy.value;
  for (const number of numbers) met.add(number);
  for (const place of passedOn) looked.passedOn.add(place);
  const isWhole = gone.length === 0 && redacted.length === 0;
  const part = isWhole ? goes : { ...goes, source, leftOut: gone, ...(redacted.length > 0 && { redacted }) };
  await noteNaming(part, going, parting);
  const why = redactor && (await whyNotNameless(part, redactor, going));
  return why === undefined ? ok({ goes: inNamelessFolders(part, parting) }) : failed(why);
}

/** Why a file cannot go in part, as a sentence that says what to do. */
export function cannotGoInPart(name: string, why: string): string {
  return `${name} ${why}. Hold it back whole with --leave-out "${name}", or let it go whole.`;
}
