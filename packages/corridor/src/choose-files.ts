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
import { type Imported, type Original, importers, makeCopy, membersOf, placeOf, textsOf } from "@unmask/importers";
import type { ReadingWorld } from "./import-exports.ts";
import {
  type Looking,
  archiveHoldsName,
  lookThrough,
  nameTells,
  noteNaming,
  unreadHoldsName,
  namesOf,
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
  /** As it was handed over, where a name in it is covered. */
  readonly wasNamed?: string;
  readonly leftOut?: ExhibitCopy["leftOut"];
  readonly redacted?: ExhibitCopy["leftOut"];
  readonly importer?: string | null;
}

interface Choosing extends Omit<Looking, "redactor"> {
  readonly decision: Decision;
  readonly rules: Rules;
}

/**
 * Makes of each file what goes of it: nothing, the whole of it, or a copy in which what is left out is written over. The error names the file that can
 * go in none of these ways, or that would name somebody who is left out.
 */
export async function chooseFiles(
  { originals, timeline }: Imported,
  whole: Gathered,
  { decision, rules, world, leftOutNames, looked }: Choosing,
): Promise<Result<readonly Candidate[], string>> {
  const names = namesOf(timeline.acts, rules.people);
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
    names,
    decision,
    attached,
    world,
    redactor: redacted?.redactor,
    met: new Set(),
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
      const named = leftOutNames && members.value.find((one) => "goes" in one && fileNames(one.goes, leftOutNames));
      if (named && "goes" in named) return failed(`${named.goes.name} ${itsNameTells}`);
      const goesWhole =
        members.value.every((one) => "goes" in one && one.goes.leftOut === undefined) &&
        (redacted === undefined || !(await archiveHoldsName(source, redacted.redactor, world)));
      chosen.push({ ...file, withheld: !goesWhole });
      if (!goesWhole) for (const one of members.value) if ("goes" in one) chosen.push(one.goes);
    } else {
      const part = await partOf({ ...file, withheld: false }, { sha256, name: source.name, start: 0, end: size }, parting);
      if (!part.ok) return part;
      chosen.push("goes" in part.value ? part.value.goes : { ...file, withheld: true });
    }
  }
  const telling = leftOutNames && chosen.find((one) => fileNames(one, leftOutNames));
  if (telling) return failed(`${telling.name} ${itsNameTells}`);
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
function fileNames({ name: own, within = [], withheld }: Candidate, redactor: NameRedactor): boolean {
  return !withheld && [own, ...within.map(({ name }) => name)].some((name) => nameTells(name, redactor));
}

/** The files under names in which signs stand over the names of people. */
function withRedactedNames(chosen: readonly Candidate[], redactor: NameRedactor): readonly Candidate[] {
  // One list for all members that lie beside each other, before and after: by it they find each other.
  const namedAgain = new Map<readonly Container[], readonly Container[]>();
  const renamed = (within: readonly Container[]): readonly Container[] => {
    const known = namedAgain.get(within) ?? within.map((one) => ({ ...one, name: redactor.redact(one.name) }));
    namedAgain.set(within, known);
    return known;
  };
  return chosen.map((file) => {
    const { name: wasNamed, source, within } = file;
    const name = redactor.redact(wasNamed);
    const around = within && { within: renamed(within) };
    if (name === wasNamed) return { ...file, ...around };
    return { ...file, ...around, name, wasNamed, source: { name, size: source.size, read: (start, end) => source.read(start, end) } };
  });
}

const itsNameTells =
  "has the name of somebody who is left out in its own name, or in that of its archive. Give it another name, or leave it out.";

const itsNameIsLeft =
  "has a name that you want covered in its own name, or in that of its archive, in a form that cannot be covered there (turned round, or with digits beside it). Give it another name, or leave it out.";

interface Parting extends Looking {
  /** Of tables of which nothing goes. */
  readonly without: ReadonlySet<string>;
  readonly whole: Gathered;
  /** Spellings of those who are left out. */
  readonly names: readonly string[];
  readonly decision: Decision;
  /** Files that belong to acts that go. */
  readonly attached: ReadonlySet<string>;
  readonly world: ReadingWorld;
  /** The numbers of names that were covered in some file. */
  readonly met: Set<number>;
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
async function memberNames(member: Candidate, { leftOutNames, redactor, world }: Parting): Promise<boolean> {
  if (leftOutNames && (fileNames(member, leftOutNames) || (await unreadHoldsName(member, leftOutNames, world)))) return true;
  return redactor !== undefined && (nameTells(redactor.redact(member.name), redactor) || (await unreadHoldsName(member, redactor, world)));
}

/** The file whole, as a copy, or not at all. */
async function partOf(file: Candidate, span: SourceSpan, parting: Parting): Promise<Result<Part, string>> {
  const { whole, names, decision, redactor, met, world, leftOutNames, looked } = parting;
  const read = whole.files.get(fileKey(span));
  const importer = importers.find(({ id }) => id === read?.importer);
  if (!read || !importer) {
    await lookThrough(file, parting);
    const why = redactor && (await whyUnreadNotNameless(file, redactor, world));
    return why === undefined ? ok({ goes: { ...file, importer: null } }) : failed(why);
  }
  const goes = { ...file, importer: importer.id };
  const isGone = ({ source }: Act): boolean => decision.places.has(placeOf(source));
  const acts = read.readings.flatMap((one) => ("act" in one ? [one.act] : []));
  const going = acts.filter((act) => !isGone(act));
  if (going.length === 0 && acts.length > 0) return ok({ stays: true });
  const needles = importer.writeOver === undefined ? [] : names;
  if (going.length === acts.length && needles.length === 0 && redactor === undefined) {
    await noteNaming(goes, going, parting);
    return ok({ goes });
  }
  const copy = await makeCopy(file.source, {
    importer,
    readings: read.readings,
    leavesOut: isGone,
    names: needles,
    leftOutNames,
    redactor,
  });
  if (!copy.ok) return failed(cannotGoInPart(file.name, copy.error));
  const { source, leftOut, redacted, numbers, passedOn } = copy.value;
  for (const number of numbers) met.add(number);
  for (const place of passedOn) looked.passedOn.add(place);
  const isWhole = leftOut.length === 0 && redacted.length === 0;
  const part = isWhole ? goes : { ...goes, source, leftOut, ...(redacted.length > 0 && { redacted }) };
  await noteNaming(part, going, parting);
  const why = redactor && (await whyNotNameless(part, redactor, going));
  return why === undefined ? ok({ goes: part }) : failed(why);
}

/** Why a file cannot go in part, as a sentence that says what to do. */
export function cannotGoInPart(name: string, why: string): string {
  return `${name} ${why}. Hold it back whole with --leave-out "${name}", or let it go whole.`;
}
