import {
  type Act,
  type ActId,
  type Container,
  type DateOrder,
  type ExhibitCopy,
  type LeaveOut,
  type LeftOutBecause,
  type LeftOutTime,
  type LeftOutTold,
  type NameRedactor,
  type Persona,
  type Reading,
  type Result,
  type Sha256,
  type Source,
  type SourceSpan,
  type Statement,
  type TimelineAct,
  createLeftOut,
  createWhose,
  failed,
  inOrderOfTime,
  isOf,
  isOnTheWall,
  isTheirs,
  isWrittenOver,
  leftOutTimeText,
  mergeActs,
  ok,
  parseLeaveOut,
} from "@unmask/core";
import {
  type CopyTerms,
  type ImportStep,
  type Imported,
  type Original,
  hashOf,
  importers,
  makeCopy,
  membersOf,
  ordersToTry,
  personaOf,
  placeOf,
  readsAsBefore,
  textsOf,
  withIdsOf,
} from "@unmask/importers";
import { type ReadingWorld, importExports } from "./import-exports.ts";
import {
  type Looked,
  type Looking,
  type Redacted,
  type SaidBeside,
  archiveHoldsName,
  countHolding,
  findRedacted,
  holdsName,
  lookThrough,
  namesOf,
  redactorOfLeftOut,
  whyNamedInHerWords,
  whyNotNameless,
  whyNotNaming,
  whyNotRedacted,
  whyUnreadNotNameless,
  wholePerson,
} from "./names-left-over.ts";

/**
 * What goes into a pack (docs/formats/pack.md, "Left out"): everything that was read but what she leaves out. What goes is read a second time, from
 * the very bytes that go, so that nothing in a report can rest on what stays behind.
 */
export interface Chosen {
  /** What was read from what goes, under the ids and places of the originals. */
  readonly goes: Imported;
  /** Acts that stay behind: bare leaves of the log. */
  readonly staysBehind: readonly TimelineAct[];
  /** Every file as an exhibit of it is made: held back, whole, or as a copy. */
  readonly files: readonly ChosenFile[];
  readonly told: LeftOutTold;
  /** Her statement without those whom she leaves out, and with the times of which nothing goes. */
  readonly statement: Statement;
  /** Acts that go and hold the name of somebody who is left out in their words. */
  readonly naming: number;
  /** Acts that go and hold the letters of a name that is covered, as a part of a longer word. */
  readonly nearlyNaming: number;
  /** Acts of files that she leaves out and that go all the same, because another file holds them too. */
  readonly heldTwice: number;
  /** Files that go and could not be looked through for names: pictures, recordings, documents. */
  readonly unseen: readonly string[];
  /** Under which id an act goes: where a name is covered in it, another than it was read under. */
  idNow(id: ActId): ActId;
}

/** What she wants to go otherwise than it was read. */
export interface ChoiceWish {
  /** As she wrote it after `--leave-out`. */
  readonly leaveOut: readonly string[];
  /** Names of other people, as she wrote them after `--redact`. */
  readonly redact?: readonly string[];
  /** What she says beside files and statement and the pack carries, with the option that brings it: it goes as it stands, so no such name may be in it. */
  readonly says?: readonly SaidBeside[];
}

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

/** Decides what goes. The error is a sentence that says what to do. */
export async function chooseWhatGoes(
  imported: Imported,
  wish: ChoiceWish,
  { statement, world }: { readonly statement: Statement; readonly world: ReadingWorld },
): Promise<Result<Chosen, string>> {
  const leaving = findRules(imported, wish.leaveOut, statement);
  if (!leaving.ok) return leaving;
  const redacting = findRedacted(imported, wish, statement);
  if (!redacting.ok) return redacting;
  const rules: Rules = { ...leaving.value, ...(redacting.value && { redacted: redacting.value }) };
  const leftOutNames = redactorOfLeftOut(imported, rules.people, statement);
  const named = leftOutNames && whyNamedInHerWords(wish.says ?? [], leftOutNames, statementWithout(statement, rules));
  if (named !== undefined) return failed(named);
  const decision = decide(imported, rules, statement);
  if (!decision.ok) return decision;
  const whole = await gather(sourcesWithout(imported.originals, decision.value.heldBack), imported, world);
  const looked: Looked = { naming: [], unseen: [] };
  const files = await chooseFiles(imported, whole, { decision: decision.value, rules, world, leftOutNames, looked });
  if (!files.ok) return files;
  const read = await readWhatGoes(files.value, { imported, whole, world, redactor: rules.redacted?.redactor });
  if (!read.ok) return read;
  const wrong =
    whyStillThere(imported, read.value, decision.value) ??
    (rules.redacted && whyNotRedacted(actsByPlace(imported), read.value.imported.timeline.acts, rules.redacted.redactor));
  return wrong === undefined ? ok(conclude(imported, read.value, { decision: decision.value, rules, statement, looked })) : failed(wrong);
}

interface Rules {
  readonly files: ReadonlySet<string>;
  readonly people: readonly Persona[];
  readonly times: readonly LeftOutTime[];
  readonly acts: ReadonlySet<ActId>;
  readonly redacted?: Redacted;
}

/** Files that are named at once in what she is told. */
const mostTold = 10;

/** What each word means: a file that was handed over before a person of that name. */
function findRules({ originals, timeline, terms }: Imported, written: readonly string[], statement: Statement): Result<Rules, string> {
  const files = new Set<string>();
  const people: Persona[] = [];
  const times: LeftOutTime[] = [];
  const acts = new Set<ActId>();
  for (const text of written) {
    const rule = parseLeaveOut(text);
    if (!rule)
      return failed(
        `--leave-out ${text}: write two days that exist, or two minutes, the earlier first, like 2026-03-02..2026-03-09 or 2026-03-02T18:00..2026-03-02T23:30.`,
      );
    const wrong = take(rule);
    if (wrong !== undefined) return failed(`--leave-out ${text}: ${wrong}`);
  }
  return ok({ files, people, times, acts });

  function take(rule: LeaveOut): string | undefined {
    switch (rule.what) {
      case "time":
        times.push(rule.time);
        return [rule.time.from, rule.time.until].every((one: LeftOutTime["from"]) => !("hour" in one) || isOnTheWall(one, statement.zone))
          ? undefined
          : `no clock in ${statement.zone.name} showed one of these minutes, because the clocks went forward over it. Write one that the clock showed, or the day alone.`;
      case "act":
        acts.add(rule.act);
        return timeline.acts.some(({ id, alsoIds = [] }) => id === rule.act || alsoIds.includes(rule.act))
          ? undefined
          : "no act in these files has this id. unmask read gives the ids.";
      case "name": {
        if (originals.some(({ source }) => source.name === rule.name)) {
          files.add(rule.name);
          return undefined;
        }
        const person = wholePerson(personaOf(rule.name, [rule.name], terms), timeline.acts);
        const known = timeline.acts.some(({ from, to }) => isOf(person, from) || to.some((one) => isOf(person, one)));
        if (!known) return takeFiles(rule.name);
        people.push(person);
        return whyNotThisPerson(person);
      }
    }
  }

  /** A folder, with every file in it, or the own name of the one file that has it. */
  function takeFiles(written: string): string | undefined {
    const names = [...new Set(originals.map(({ source }) => source.name))];
    const name = written.replace(/^\.\/|\/$/g, "");
    const within = names.filter((one) => one === name || one.startsWith(`${name}/`));
    const called = within.length > 0 ? within : names.filter((one) => one.endsWith(`/${name}`));
    if (within.length > 0 || called.length === 1) {
      for (const one of called) files.add(one);
      return undefined;
    }
    const list = called.length > 1 ? called : names;
    const told = list.slice(0, mostTold).join("; ") + (list.length > mostTold ? `; and ${list.length - mostTold} more` : "");
    return called.length > 1
      ? `${called.length} files have that name. Write the one that you mean: ${told}.`
      : `no file of that name was handed over, and no act in these files is by or to anybody of that name. The files: ${told}.`;
  }

  function whyNotThisPerson(person: Persona): string | undefined {
    const whoseIs = createWhose(statement);
    const involved = timeline.acts.filter(({ from, to }) => isOf(person, from) || to.some((one) => isOf(person, one)));
    const own = involved.some((act) => isOf(person, act.from) && (whoseIs(act) === "hers" || isTheirs(whoseIs(act))));
    return own || [statement.me, statement.them].some(({ normals }) => [...person.normals].some((one) => normals.has(one)))
      ? "the report is about this person. Leave out a file, a time or single acts instead."
      : undefined;
  }
}

interface Decision {
  /** Files that stay behind as a whole. */
  readonly heldBack: ReadonlySet<Sha256>;
  readonly because: ReadonlyMap<TimelineAct, LeftOutBecause>;
  /** Places of acts that are left out of files that go. */
  readonly places: ReadonlySet<string>;
}

function decide({ originals, timeline }: Imported, rules: Rules, { zone }: Statement): Result<Decision, string> {
  const heldBack = new Set(originals.flatMap(({ source, sha256 }) => (rules.files.has(source.name) ? [sha256] : [])));
  const isHeldBack = (span: SourceSpan): boolean => heldBack.has(span.within?.[0]?.sha256 ?? span.sha256);
  const leftOut = createLeftOut({ ...rules, zone });
  const because = new Map<TimelineAct, LeftOutBecause>();
  const places = new Set<string>();
  for (const act of timeline.acts) {
    const why = act.sources.every(isHeldBack) ? "file" : [act, ...(act.records ?? [])].map(leftOut).find((one) => one !== undefined);
    if (why === undefined) continue;
    because.set(act, why);
    for (const span of act.sources) places.add(placeOf(span));
  }
  if (because.size === timeline.acts.length) return failed("nothing would be left to send: every act in these files is left out.");
  // A picture that belongs only to what is left out stays behind with it.
  const read = new Set(timeline.coverage.map(({ source }) => source.sha256));
  const hashesOf = (isGone: boolean): Set<Sha256> =>
    new Set(
      timeline.acts
        .filter((act) => because.has(act) === isGone)
        .flatMap(({ attachments }) => attachments.flatMap(({ sha256 }) => sha256 ?? [])),
    );
  const [gone, going] = [hashesOf(true), hashesOf(false)];
  for (const { sha256 } of originals) if (gone.has(sha256) && !going.has(sha256) && !read.has(sha256)) heldBack.add(sha256);
  return ok({ heldBack, because, places });
}

function sourcesWithout(originals: readonly Original[], heldBack: ReadonlySet<Sha256>): readonly Source[] {
  return originals.filter(({ sha256 }) => !heldBack.has(sha256)).map(({ source }) => source);
}

/** One file as it was read: a file that was handed over, or a member of an archive. */
interface ReadFile {
  readonly whole: SourceSpan;
  readonly importer: string;
  readonly readings: readonly Reading[];
}

interface Gathered {
  readonly imported: Imported;
  /** By name, hash and archives. */
  readonly files: ReadonlyMap<string, ReadFile>;
}

/** Reads, and keeps what was read of each file. */
async function gather(
  sources: readonly Source[],
  { terms }: Pick<Imported, "terms">,
  world: ReadingWorld,
  copies?: ReadonlyMap<Source, CopyTerms>,
): Promise<Gathered> {
  const readings = new Map<string, Reading[]>();
  const files = new Map<string, ReadFile>();
  const onStep = (step: ImportStep): void => {
    if ("coverage" in step) {
      const { source: whole, importer } = step.coverage;
      files.set(fileKey(whole), { whole, importer, readings: readings.get(fileKey(whole)) ?? [] });
    }
    if (!("readings" in step) || step.importer === null) return;
    for (const reading of step.readings) {
      const key = fileKey(spanOf(reading));
      const known = readings.get(key);
      if (known) known.push(reading);
      else readings.set(key, [reading]);
    }
  };
  const imported = await importExports(sources, terms, { ...world, ...(copies && { copies }) }, onStep);
  return { imported, files };
}

function fileKey({ name, sha256, within = [] }: SourceSpan): string {
  return [name, sha256, ...within.map((one) => one.sha256)].join("\u0000");
}

function spanOf(reading: Reading): SourceSpan {
  if ("act" in reading) return reading.act.source;
  if ("notice" in reading) return reading.notice.source;
  return "unread" in reading ? reading.unread.source : reading.kept.source;
}

/** A file on its way into the pack, and how its copy is read. */
interface Candidate extends Omit<ChosenFile, "copy"> {
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

async function chooseFiles(
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
  const telling = chosen.find((one) => !one.withheld && [one, ...(one.within ?? [])].some(({ name }) => holdsName(name, names)));
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
  return ok(withRedactedNames(chosen, redacted.redactor));
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

/** What the name of a column list has behind the name of its table. */
const columnsEnding = ".columns.json";

/** A column list stays behind with its table: it has the name of it, and can say whom it is of. */
function isListOf(tables: ReadonlySet<string>, list: Pick<SourceSpan, "name" | "within">): boolean {
  return list.name.endsWith(columnsEnding) && tables.has(placeOfFile({ ...list, name: list.name.slice(0, -columnsEnding.length) }));
}

/** Where the tables lay of which nothing goes. */
function placesOfTablesLeftOut(originals: readonly Original[], { files }: Gathered, { heldBack, places }: Decision): ReadonlySet<string> {
  const withoutActs = [...files.values()].filter(({ readings }) => {
    const acts = readings.flatMap((one) => ("act" in one ? [one.act] : []));
    return acts.length > 0 && acts.every(({ source }) => places.has(placeOf(source)));
  });
  return new Set([
    ...originals.flatMap(({ source: { name }, sha256 }) => (heldBack.has(sha256) ? [placeOfFile({ name })] : [])),
    ...withoutActs.map(({ whole }) => placeOfFile(whole)),
  ]);
}

function placeOfFile({ name, within = [] }: Pick<SourceSpan, "name" | "within">): string {
  return [name, ...within.map(({ sha256 }) => sha256)].join("\u0000");
}

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

/** The members of an archive. One that nobody reads goes only with an act that goes, or where it says how another is read. */
async function chooseMembers(archive: Source, parting: Parting): Promise<Result<readonly Part[], string>> {
  const members: Part[] = [];
  for await (const { source, sha256, size, ending, within } of membersOf(archive, parting.world)) {
    const span = { sha256, name: source.name, start: 0, end: size, within };
    const candidate = { name: source.name, sha256, size, ending, source, withheld: false, within };
    const isRead = parting.whole.files.has(fileKey(span));
    const isList = source.name.endsWith(columnsEnding) && !isListOf(parting.without, { name: source.name, within });
    const belongs = isRead || parting.attached.has(sha256) || isList;
    const part: Result<Part, string> = belongs ? await partOf(candidate, span, parting) : ok({ stays: true });
    if (!part.ok) return part;
    members.push(part.value);
  }
  return ok(members);
}

/** The file whole, as a copy, or not at all. */
async function partOf(file: Candidate, span: SourceSpan, parting: Parting): Promise<Result<Part, string>> {
  const { whole, names, decision, redactor, met, world } = parting;
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
  if (going.length === acts.length && needles.length === 0 && redactor === undefined) return ok({ goes });
  const copy = await makeCopy(file.source, { importer, readings: read.readings, leavesOut: isGone, names: needles, redactor });
  if (!copy.ok) return failed(cannotGoInPart(file.name, copy.error));
  const { source, leftOut, redacted, numbers } = copy.value;
  for (const number of numbers) met.add(number);
  const isWhole = leftOut.length === 0 && redacted.length === 0;
  const part = isWhole ? goes : { ...goes, source, leftOut, ...(redacted.length > 0 && { redacted }) };
  const why = redactor && (await whyNotNameless(part, redactor, going));
  return why === undefined ? ok({ goes: part }) : failed(why);
}

function cannotGoInPart(name: string, why: string): string {
  return `${name} ${why}. Hold it back whole with --leave-out "${name}", or let it go whole.`;
}

/** What was read of what goes, with the files as they stand in the pack. */
interface ReadGoing {
  readonly imported: Imported;
  readonly files: readonly ChosenFile[];
}

interface Going {
  readonly imported: Imported;
  readonly whole: Gathered;
  readonly world: ReadingWorld;
  readonly redactor: NameRedactor | undefined;
}

/**
 * Reads what goes, and holds each copy against its original. An order of dates that only the whole file shows is looked for: it stands with the
 * copy, so that whoever reads it again reads it so.
 */
async function readWhatGoes(candidates: readonly Candidate[], going: Going): Promise<Result<ReadGoing, string>> {
  const { imported, whole, world, redactor } = going;
  const present = candidates.filter(({ withheld }) => !withheld);
  const copies = present.filter(({ leftOut, within }) => leftOut !== undefined || within !== undefined);
  const sources = present.map(({ source }) => source);
  const ids = idsByPlace(whole);
  const orderBySource = new Map<Source, DateOrder>();
  let waiting = redactor === undefined ? copies : present;
  for (const order of ordersToTry) {
    if (order !== undefined) for (const { source } of waiting) orderBySource.set(source, order);
    const terms = new Map(copies.map((one) => [one.source, copyTermsOf(one, orderBySource.get(one.source))]));
    const read = await gather(sources, imported, world, terms);
    waiting = waiting.filter((one) => !isReadAsBefore(one, { whole, read, ids, redactor }));
    if (waiting.length > 0) continue;
    const acts = [...read.files.values()].flatMap(({ readings }) => readings.flatMap((one) => ("act" in one ? [one.act] : [])));
    const named = withIdsOf(acts, (span) => ids.get(placeOf(span)) ?? []);
    const files: ChosenFile[] = [];
    for (const one of candidates) files.push(await chosenOf(one, orderBySource.get(one.source), world));
    const timeline = mergeActs(named, read.imported.timeline.coverage);
    return ok({ imported: { ...read.imported, timeline, originals: imported.originals, terms: imported.terms }, files });
  }
  const [first] = waiting;
  const why =
    first?.leftOut === undefined || first.leftOut.length === 0
      ? "is not read as before once names in it are covered"
      : "cannot be read in part as it is read in whole";
  return failed(cannotGoInPart(first?.wasNamed ?? first?.name ?? "", why));
}

function copyTermsOf({ sha256, importer = null, within }: Candidate, dateOrder: DateOrder | undefined): CopyTerms {
  return { original: sha256, importer, ...(dateOrder && { dateOrder }), ...(within && { within }) };
}

function idsByPlace({ files }: Gathered): ReadonlyMap<string, readonly ActId[]> {
  const ids = new Map<string, readonly ActId[]>();
  for (const { readings } of files.values()) for (const one of readings) if ("act" in one) ids.set(placeOf(one.act.source), [one.act.id]);
  return ids;
}

interface Held {
  readonly whole: Gathered;
  readonly read: Gathered;
  readonly ids: ReadonlyMap<string, readonly ActId[]>;
  readonly redactor: NameRedactor | undefined;
}

function isReadAsBefore(
  { name, wasNamed = name, sha256, size, leftOut = [], within }: Candidate,
  { whole, read, ids, redactor }: Held,
): boolean {
  const actsIn = ({ files }: Gathered, named: string): readonly Act[] =>
    (files.get(fileKey({ name: named, sha256, start: 0, end: size, ...(within && { within }) }))?.readings ?? []).flatMap((one) =>
      "act" in one ? [one.act] : [],
    );
  const before = actsIn(whole, wasNamed).filter(({ source }) => !isWrittenOver({ leftOut }, source));
  const after = withIdsOf(actsIn(read, name), (span) => ids.get(placeOf(span)) ?? []);
  return readsAsBefore(before, after, redactor);
}

/** The acts of an import by their places, each place of a merged act. */
function actsByPlace({ timeline }: Pick<Imported, "timeline">): ReadonlyMap<string, TimelineAct> {
  return new Map(timeline.acts.flatMap((act) => act.sources.map((span) => [placeOf(span), act] as const)));
}

/** A damaged member of an archive is read as far as it goes, and cannot go by itself: neither what she leaves out of it goes, nor does the rest get lost. */
function whyStillThere({ timeline }: Imported, { imported, files }: ReadGoing, { places, because }: Decision): string | undefined {
  const present = new Set(files.filter(({ withheld }) => !withheld).map(({ sha256 }) => sha256));
  const isThere = ({ sha256, within }: SourceSpan): boolean => present.has(sha256) || present.has(within?.[0]?.sha256 ?? sha256);
  const [torn] = [
    ...imported.timeline.acts.flatMap(({ sources }) => sources.filter((span) => places.has(placeOf(span)))),
    ...timeline.acts.flatMap((act) => (because.has(act) || act.sources.some(isThere) ? [] : act.sources)),
  ];
  return torn && cannotGoInPart(torn.within?.[0]?.name ?? torn.name, "has a damaged part that cannot go by itself");
}

async function chosenOf(candidate: Candidate, dateOrder: DateOrder | undefined, world: ReadingWorld): Promise<ChosenFile> {
  const { name, sha256, size, ending, withheld, source, leftOut, redacted, importer = null, within } = candidate;
  const file = { name, sha256, size, ending, withheld, source, ...(within && { within }) };
  if (leftOut === undefined && within === undefined) return file;
  const hashed = await hashOf(source, world);
  if (!hashed) throw new Error("a copy could not be hashed");
  return {
    ...file,
    copy: { sha256: hashed.sha256, importer, leftOut: leftOut ?? [], ...(redacted && { redacted }), ...(dateOrder && { dateOrder }) },
  };
}

function conclude(
  before: Imported,
  { imported, files }: ReadGoing,
  choosing: Pick<Choosing, "decision" | "rules"> & { readonly statement: Statement; readonly looked: Looked },
): Chosen {
  const { decision, rules, statement, looked } = choosing;
  const { timeline } = before;
  const redacted = rules.redacted?.redactor;
  const wasAt = redacted ? actsByPlace(before) : new Map<string, TimelineAct>();
  const idNow = idsNow(imported.timeline.acts, wasAt);
  const going = new Set(imported.timeline.acts.flatMap(({ sources }) => sources.map(placeOf)));
  const staysBehind = timeline.acts.filter(({ sources }) => !sources.some((span) => going.has(placeOf(span))));
  const acts = { file: 0, person: 0, time: 0, act: 0 };
  // What lies inside something that is left out stays behind with it.
  for (const act of staysBehind) acts[decision.because.get(act) ?? "act"]++;
  const names = namesOf(timeline.acts, rules.people);
  return {
    goes: imported,
    staysBehind: staysBehind.map(({ versionOf: _, records: __, ...act }) => act).sort(inOrderOfTime),
    files,
    told: {
      acts,
      people: rules.people.length,
      times: rules.times.map(leftOutTimeText),
      ...(redacted && {
        redacted: { names: rules.redacted?.each.length ?? 0, acts: countHolding(imported.timeline.acts, wasAt, redacted) },
      }),
    },
    statement: withIdsNow(statementWithout(statement, rules), idNow),
    idNow,
    nearlyNaming: redacted
      ? imported.timeline.acts.filter((act) => textsOf(act).some((text) => redacted.holdsInLongerWord(text))).length
      : 0,
    heldTwice: timeline.acts.filter(
      (act) => !decision.because.has(act) && act.sources.some(({ name, within }) => rules.files.has(within?.[0]?.name ?? name)),
    ).length,
    unseen: looked.unseen,
    naming: imported.timeline.acts.filter(({ text, subject, attachments }) =>
      holdsName([text ?? "", subject ?? "", ...attachments.map(({ name }) => name)].join("\n"), names),
    ).length,
  };
}

/** Makes a question: under which id does an act go? An id is made of what stands in the copy. */
function idsNow(acts: readonly TimelineAct[], wasAt: ReadonlyMap<string, TimelineAct>): (id: ActId) => ActId {
  const now = new Map<ActId, ActId>();
  for (const { id, alsoIds = [], source } of acts) {
    const was = wasAt.get(placeOf(source));
    for (const one of was ? [was.id, ...(was.alsoIds ?? [])] : []) if (one !== id && !alsoIds.includes(one)) now.set(one, id);
  }
  return (id) => now.get(id) ?? id;
}

/** What she says of single acts goes with them. */
function withIdsNow(statement: Statement, idNow: (id: ActId) => ActId): Statement {
  const { marks, notThis, agreed, stops, ...rest } = statement;
  const named = <T extends { readonly act: ActId }>(one: T): T => ({ ...one, act: idNow(one.act) });
  return {
    ...rest,
    stops: stops.map((stop) => ("act" in stop ? named(stop) : stop)),
    ...(marks && { marks: marks.map(named) }),
    ...(notThis && { notThis: notThis.map(named) }),
    ...(agreed && { agreed: agreed.map((one) => (one.acts ? { ...one, acts: one.acts.map(idNow) } : one)) }),
  };
}

/** Whoever is left out is named nowhere; a time of which nothing goes is one without a record. */
function statementWithout(statement: Statement, { people, times }: Rules): Statement {
  const isOut = (normals: Iterable<string>): boolean => [...normals].some((one) => people.some((person) => person.normals.has(one)));
  const { perhaps, agreed, gaps = [], ...rest } = statement;
  const names = [...(perhaps?.normalsByName ?? [])].filter(([, normals]) => !isOut(normals));
  const left = perhaps?.normalsByName === undefined ? (perhaps && !isOut(perhaps.normals) ? perhaps : undefined) : undefined;
  const persona: Persona | undefined =
    perhaps && names.length > 0
      ? { ...perhaps, normals: new Set(names.flatMap(([, normals]) => normals)), normalsByName: new Map(names) }
      : left;
  const more = times.flatMap(({ from, until }) =>
    "hour" in from || "hour" in until ? [] : [{ from, until, says: "left out of this pack" }],
  );
  const rules = agreed?.filter(({ person }) => person === undefined || !isOut(person.normals));
  return {
    ...rest,
    ...(persona && { perhaps: persona }),
    ...(rules && { agreed: rules }),
    ...(gaps.length + more.length > 0 && { gaps: [...gaps, ...more] }),
  };
}
