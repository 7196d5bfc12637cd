import {
  type Act,
  type Container,
  type Identity,
  type NameRedactor,
  type Persona,
  type Result,
  type Source,
  type Statement,
  type TimelineAct,
  createNameRedactor,
  createWhose,
  documentOf,
  failed,
  isOf,
  isRedactable,
  mostRedacted,
  normalName,
  ok,
  parseActId,
} from "@unmask/core";
import {
  type Card,
  type Imported,
  type Original,
  cardsIn,
  cardsOf,
  fileHoldsName,
  membersOf,
  personaOf,
  placeOf,
  textsOf,
} from "@unmask/importers";
import type { ReadingWorld } from "./import-exports.ts";

/**
 * The search for names left over (docs/formats/pack.md, "Left out" and "Redacted names"): how the files spell whoever is left out or covered, and where
 * such a name still stands in what would go: in her own words, in an act, outside of every act, in a file that nobody reads.
 */

/** Whose names are covered. */
export interface Redacted {
  readonly redactor: NameRedactor;
  /** One for each name, in the order of their numbers. */
  readonly each: readonly { readonly written: string; readonly redactor: NameRedactor }[];
}

/** What she says beside the files and the statement, with the option that brings it: it goes as it stands. */
export interface SaidBeside {
  readonly option: string;
  readonly said: unknown;
}

/**
 * Finds out all spellings of each name. The people whom the report is about stay named, and so do her own words: they go as they stand, so she writes
 * them without the name.
 */
export async function findRedacted(
  { timeline, terms, originals }: Imported,
  { redact = [], says = [] }: { readonly redact?: readonly string[]; readonly says?: readonly SaidBeside[] },
  { statement, world }: { readonly statement: Statement; readonly world: ReadingWorld },
): Promise<Result<Redacted | undefined, string>> {
  if (redact.length === 0) return ok(undefined);
  const names: { readonly written: string; readonly normals: ReadonlySet<string>; readonly spellings: readonly string[] }[] = [];
  const subjects = namesOfSubjects(timeline.acts, statement);
  const isSubjects = (name: string): boolean => {
    const { holds } = createNameRedactor([[name]]);
    return subjects.some(holds);
  };
  const cards = await allCards(timeline.acts, originals, world);
  for (const written of redact) {
    if (!isRedactable(written)) return failed(`--redact ${written}: a name has two letters at least, a number seven digits.`);
    const { normals } = wholePerson(personaOf(written, [written], terms), timeline.acts);
    const shown = [written, ...normals, ...spellingsIn(timeline.acts, { normals })];
    const redactor = createNameRedactor([shown]);
    if (subjects.some((name) => redactor.holds(name)))
      return failed(
        `--redact ${written}: it stands in the name of somebody whom the report is about, and they stay named. Write the whole name of the other person.`,
      );
    // Of two names on one card nobody says that they are one: of each the number is covered, and they stay two.
    const spellings = [
      ...shown,
      ...numbersOn(cards, redactor).flatMap((number) => {
        const person = personaOf(number, [number], terms);
        if ([number, ...person.normals].some(isSubjects)) return [];
        const whole = wholePerson(person, timeline.acts);
        return [number, ...whole.normals, ...spellingsIn(timeline.acts, whole)].filter((one) => !isSubjects(one));
      }),
    ];
    const same = names.findIndex((one) => [...one.normals].some((normal) => normals.has(normal)));
    const known = names[same];
    if (known) names[same] = { written, normals: new Set([...known.normals, ...normals]), spellings: [...known.spellings, ...spellings] };
    else names.push({ written, normals, spellings });
  }
  if (names.length > mostRedacted)
    return failed(`--redact: at most ${mostRedacted} names in one pack. Leave acts out with --leave-out instead.`);
  const redactor = createNameRedactor(names.map(({ spellings }) => spellings));
  const naming = whereHerWordsHold(statement, says, redactor);
  if (naming !== undefined)
    return failed(
      `${naming} holds a name that you want covered, and it goes as it stands. Write it without the name, or leave that field out.`,
    );
  return ok({ redactor, each: names.map(({ written, spellings }) => ({ written, redactor: createNameRedactor([spellings]) })) });
}

/** The cards of contacts in what was said and in every file of text, in archives too. */
async function allCards(acts: readonly TimelineAct[], originals: readonly Original[], world: ReadingWorld): Promise<readonly Card[]> {
  const cards: Card[] = acts.flatMap(({ text }) => (text === null ? [] : cardsOf(text)));
  const look = async ({ source, ending }: Pick<Original, "source" | "ending">): Promise<void> => {
    if (endingsOfText.has(ending)) for (const one of await cardsIn(source)) cards.push(one);
  };
  for (const one of originals)
    if (one.ending === "zip") for await (const member of membersOf(one.source, world)) await look(member);
    else await look(one);
  return cards;
}

/** Numbers on the cards on which a name stands. */
function numbersOn(cards: readonly Card[], { holds, holdsNear }: NameRedactor): readonly string[] {
  const found = cards.filter(({ says }) => says.some((text) => holds(text) || holdsNear(text)));
  return [...new Set(found.flatMap(({ numbers }) => numbers))].filter(isRedactable);
}

/** Every name of the people whom the report is about, as stated and as the files show it. */
export function namesOfSubjects(acts: readonly TimelineAct[], statement: Statement): readonly string[] {
  const whoseIs = createWhose(statement);
  const { me, them, perhaps } = statement;
  const names = new Set(
    [me, them, ...(perhaps ? [perhaps] : [])].flatMap(({ label, normals, normalsByName }) => [
      label,
      ...normals,
      ...(normalsByName?.keys() ?? []),
    ]),
  );
  for (const act of acts) {
    const whose = whoseIs(act);
    if (whose !== "other" && whose !== "withheld") for (const name of spelled(act.from)) names.add(name);
  }
  return [...names];
}

/** How the files spell a person; an account number that stands as a bare number is no name. */
function spellingsIn(acts: readonly TimelineAct[], person: Pick<Persona, "normals">): readonly string[] {
  const spellings = new Set<string>();
  for (const act of acts)
    for (const one of [act.from, ...act.to])
      if (one.kind !== "group" && isOf(person, one))
        for (const name of spelled(one)) if (one.kind !== "id" || !/^\d+$/.test(name)) spellings.add(name);
  return [...spellings];
}

/** Where a name stands in what she says herself, by document and field; never the words. */
function whereHerWordsHold(statement: Statement, says: readonly SaidBeside[], redactor: NameRedactor): string | undefined {
  const { perhaps, others, oneGroup, twoChats, marks, stops, agreed, notThis, gaps, anniversaries } = documentOf(statement);
  const stated = { perhaps, others, oneGroup, twoChats, marks, stops, agreed, notThis, gaps, anniversaries };
  for (const { option, said } of [{ option: "--statement, or an option that is short for it", said: stated }, ...says]) {
    const found = fieldsIn(said).find(({ text }) => parseActId(text) === undefined && (redactor.holds(text) || redactor.holdsNear(text)));
    if (found) return `${option}: ${found.field === "" ? "what you wrote there" : found.field}`;
  }
  return undefined;
}

/** Each text with its field, as "helps 1, who": entries are counted from 1. */
function fieldsIn(value: unknown, field = ""): readonly { readonly field: string; readonly text: string }[] {
  if (typeof value === "string") return [{ field, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    fieldsIn(inner, Array.isArray(value) ? `${field} ${Number(key) + 1}` : [field, key].filter((one) => one !== "").join(", ")),
  );
}

/** Why whoever is left out would be named all the same: her own words go as they stand. What is said of them alone is out of the statement already. */
export function whyNamedInHerWords(says: readonly SaidBeside[], redactor: NameRedactor, statement: Statement): string | undefined {
  const found = whereHerWordsHold(statement, says, redactor);
  return (
    found &&
    `${found} holds the name of somebody whom you leave out with --leave-out, and it goes as it stands. Write it without the name, or leave that field out.`
  );
}

/** With the numbers and accounts that the files show under the name, and the names that they show beside the number. */
export function wholePerson(person: Persona, acts: readonly TimelineAct[]): Persona {
  const normals = new Set(person.normals);
  for (let before = 0; before !== normals.size;) {
    before = normals.size;
    for (const { from, to } of acts) {
      for (const one of [from, ...to]) {
        if (one.kind === "group" || one.kind === "owner" || one.kind === "withheld" || !isOf({ normals }, one)) continue;
        normals.add(one.normal);
        if (one.name !== undefined) normals.add(normalName(one.name));
      }
    }
  }
  return { ...person, normals };
}

/** Spellings of those who are left out, as they can stand in a file. */
export function namesOf(acts: readonly TimelineAct[], people: readonly Persona[]): readonly string[] {
  const spellings = new Set<string>();
  for (const person of people) {
    spellings.add(person.label);
    for (const act of acts)
      for (const one of [act.from, ...act.to]) if (isOf(person, one)) for (const name of spelled(one)) spellings.add(name);
  }
  return [...spellings].filter((name) => name.length >= shortestName);
}

/** Shorter ones stand in half of all words. */
export const shortestName = 3;

/** In which ways a file shows somebody. */
export function spelled({ wrote, name, normal }: Identity): readonly string[] {
  return [wrote, normal, ...(name === undefined ? [] : [name])];
}

/** Whether a text has one of the names in it, as a part of a word too. */
export function holdsName(words: string, names: readonly string[]): boolean {
  const lower = words.toLowerCase();
  return names.some((name) => lower.includes(name.toLowerCase()));
}

/** A file that goes, as it is looked through. */
type LookedThrough = Pick<Original, "ending" | "sha256"> & {
  readonly name: string;
  readonly source: Source;
  readonly within?: readonly Container[];
};

/** What a look through the files that nobody reads has found. */
export interface Looked {
  /** Those that name somebody who is left out in their text. */
  readonly naming: LookedThrough[];
  /** Names of those that could not be looked through. */
  readonly unseen: string[];
  /** Members of archives that nobody reads, and that stay behind: with what is left out, or for the name in them. */
  readonly membersGone: { readonly name: string; readonly isNaming: boolean }[];
  /** Acts that go, and names of files that are read, in whose bytes somebody who is left out is still named, by the place of the act. */
  readonly actsNaming: Set<string>;
  readonly namedOutside: string[];
  /** Places of acts that pass on words of somebody who is left out, whose name is written over. */
  readonly passedOn: Set<string>;
}

/** For whom the files that nobody reads are looked through, and what was found so far. */
export interface Looking {
  readonly leftOutNames: NameRedactor | undefined;
  readonly redactor: NameRedactor | undefined;
  readonly looked: Looked;
  readonly world: ReadingWorld;
}

/** A file that nobody reads goes as it is: whether it names somebody who is left out, or cannot be looked through. */
export async function lookThrough(file: LookedThrough, { leftOutNames, looked, redactor, world }: Looking): Promise<void> {
  if ((leftOutNames ?? redactor) === undefined) return;
  if (!endingsOfText.has(file.ending) || file.ending === "bin") looked.unseen.push(file.name);
  if (leftOutNames && (await unreadHoldsName(file, leftOutNames, world))) looked.naming.push(file);
}

/** Whether a name stands in a file that nobody reads, where it is one of text or an archive. */
export async function unreadHoldsName({ source, ending }: LookedThrough, redactor: NameRedactor, world: ReadingWorld): Promise<boolean> {
  if (ending === "zip") return archiveHoldsName(source, redactor, world);
  return endingsOfText.has(ending) && fileHoldsName(source, redactor);
}

/** Why files that nobody reads cannot go: they name somebody who is left out. A member of an archive goes or stays with an act. */
export function whyNotNaming(naming: readonly LookedThrough[], acts: readonly TimelineAct[]): string | undefined {
  const [first, ...more] = naming;
  if (first === undefined) return undefined;
  const isOne = more.length === 0;
  const files = naming.filter(({ within }) => within === undefined).map(({ name }) => `--leave-out "${name}"`);
  const members = naming.flatMap(({ within, sha256 }) => {
    const withIt = acts.filter(({ attachments }) => attachments.some((one) => one.sha256 === sha256)).map(({ id }) => `--leave-out ${id}`);
    return within === undefined ? [] : withIt.length > 0 ? withIt : [`--leave-out "${within[0]?.name ?? ""}"`];
  });
  return [
    `${first.name}${isOne ? " holds" : ` and ${more.length} more ${more.length === 1 ? "file" : "files"} hold`} the name or number of somebody whom you leave out,`,
    `and nobody reads ${isOne ? "it, so it" : "them, so they"} cannot go in part.`,
    ...(files.length > 0 ? [`Hold ${isOne ? "it" : "them"} back whole with ${listed(files)}.`] : []),
    ...(members.length > 0 ? [`Leave out what they came with: ${listed([...new Set(members)])}.`] : []),
  ].join(" ");
}

/** Options that are told at once. */
export function listed(options: readonly string[]): string {
  return options.slice(0, mostTold).join(" ") + (options.length > mostTold ? " and so on" : "");
}

/** Endings of what is looked through: what a picture, a recording or a document shows is not. Text in UTF-16 without a mark is told by no ending. */
const endingsOfText: ReadonlySet<string> = new Set(["txt", "json", "xml", "csv", "eml", "mbox", "bin"]);

/** Why a file that nobody reads cannot go: a name that is to be covered stands in it. */
export async function whyUnreadNotNameless(file: LookedThrough, redactor: NameRedactor, world: ReadingWorld): Promise<string | undefined> {
  return (await unreadHoldsName(file, redactor, world)) ? `${cannotCoverIn(file)}.` : undefined;
}

/** Why a file that is read cannot go: a name that is to be covered is left in it, in one of its acts or outside of every act. */
export async function whyNotNameless(file: LookedThrough, redactor: NameRedactor, acts: readonly Act[]): Promise<string | undefined> {
  if (!(await fileHoldsName(file.source, redactor))) return undefined;
  const holding: Act[] = [];
  for (const act of acts) {
    const { start, end } = act.source;
    if (await fileHoldsName(stretchOf(file.source, start, end), redactor)) holding.push(act);
  }
  return holding.length > 0
    ? cannotCover(file.name, holding)
    : `${cannotCoverIn(file)}, or cover the parts of the name too, each with --redact.`;
}

/**
 * Notes where a file that is read still names somebody who is left out: in a reaction, a forward or a column that is no word of an act too, and outside
 * of every act.
 */
export async function noteNaming(file: LookedThrough, acts: readonly Act[], { leftOutNames, looked }: Looking): Promise<void> {
  if (leftOutNames === undefined || !(await fileHoldsName(file.source, leftOutNames))) return;
  for (const { source } of acts)
    if (await fileHoldsName(stretchOf(file.source, source.start, source.end), leftOutNames)) looked.actsNaming.add(placeOf(source));
  if (await fileHoldsName(withoutActs(file.source, acts), leftOutNames)) looked.namedOutside.push(file.name);
}

/** The file with line breaks over its acts. */
function withoutActs({ name, size, read }: Source, acts: readonly Act[]): Source {
  return {
    name,
    size,
    async read(start, end) {
      const bytes = Uint8Array.from(await read(start, end));
      for (const { source } of acts)
        if (source.start < end && source.end > start) bytes.fill(0x0a, Math.max(0, source.start - start), source.end - start);
      return bytes;
    },
  };
}

function cannotCoverIn({ name, within }: LookedThrough): string {
  return `${name} ${cannotCoverThere}, outside of every act. Hold it back whole with --leave-out "${within?.[0]?.name ?? name}"`;
}

const cannotCoverThere = "holds a name that you want covered where it cannot be";

/** Files and acts that are named at once in what she is told. */
const mostTold = 10;

function cannotCover(name: string, acts: readonly Pick<Act, "id">[]): string {
  const [first, ...more] = [...new Set(acts.map(({ id }) => id))];
  if (more.length === 0) return `${name} ${cannotCoverThere}, in the act ${first}. Leave that act out with --leave-out ${first}.`;
  const each = [first, ...more].map((id) => `--leave-out ${id}`);
  return `${name} ${cannotCoverThere}, in ${more.length + 1} acts. Leave them out with ${listed(each)}.`;
}

/**
 * Whether the name of a file, which nobody sees as words, holds somebody's name: as it is looked for in texts, turned round, or with the digits that a
 * camera or a copy puts beside it. Whoever writes such a name writes it without blanks or with other signs for them.
 */
export function nameTells(name: string, redactor: NameRedactor): boolean {
  return [name, name.replace(/\p{N}+/gu, " ")].some((one) => redactor.holds(one) || redactor.holdsNear(one));
}

/** Bytes at the end of an archive in which its list of members is looked for. */
const mostOfList = 4 * 1024 * 1024;

/** Whether a name stands in the list of an archive, in the names of its members, or in one that is text. */
export async function archiveHoldsName(archive: Source, redactor: NameRedactor, world: ReadingWorld): Promise<boolean> {
  if (await fileHoldsName(stretchOf(archive, Math.max(0, archive.size - mostOfList), archive.size), redactor)) return true;
  for await (const { source, ending } of membersOf(archive, world)) {
    if (nameTells(source.name, redactor) || (endingsOfText.has(ending) && (await fileHoldsName(source, redactor)))) return true;
  }
  return false;
}

/** Some bytes of a source as a source. */
function stretchOf(source: Source, start: number, end: number): Source {
  return { name: source.name, size: end - start, read: (from, to) => source.read(start + from, Math.min(start + to, end)) };
}

/** Why what was read of the covered files cannot go: a name is left in an act, or two records are no longer as many acts as they were. */
export function whyNotRedacted(
  before: ReadonlyMap<string, TimelineAct>,
  goes: readonly TimelineAct[],
  redactor: NameRedactor,
): string | undefined {
  const taken = new Set<TimelineAct>();
  for (const act of goes) {
    const were = new Set(act.sources.map((span) => before.get(placeOf(span))).filter((one) => one !== undefined));
    const [was] = were;
    if (was === undefined || were.size > 1 || taken.has(was))
      return `${act.source.name}: once names are covered, the act ${was?.id ?? act.id} can no longer be told from another. Leave it out with --leave-out ${was?.id ?? act.id}.`;
    taken.add(was);
    if (textsOf(act).some((text) => redactor.holds(text) || redactor.holdsNear(text))) return cannotCover(act.source.name, [was]);
  }
  return undefined;
}

/** Acts in which a name stood. */
export function countHolding(acts: readonly TimelineAct[], wasAt: ReadonlyMap<string, TimelineAct>, redactor: NameRedactor): number {
  return acts.filter((act) => textsOf(wasAt.get(placeOf(act.source)) ?? act).some((text) => redactor.holds(text))).length;
}
