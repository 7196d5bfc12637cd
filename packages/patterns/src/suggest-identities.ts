import {
  type ActId,
  type Identity,
  type Persona,
  type PlacedStop,
  type Statement,
  type StopKind,
  type Timeline,
  type TimelineAct,
  createWhose,
  dayIn,
  isAfterStop,
  isDoubtedName,
  msPerDay,
  msPerHour,
  normalName,
  wallMsAt,
} from "@unmask/core";
import { inVoice, marks, nameInLine, pageVoice, sayCount, sayFew, sayIdentity, sayList, sayNumber, withoutMarks } from "@unmask/words";
import { herStops } from "./reading/her-stops.ts";
import { memoize } from "./reading/memoize.ts";
import { wordsByName, wordsOf } from "./reading/name-words.ts";
import { hourOfWall } from "./reading/night.ts";
import { type SeenIdentities, type SeenIdentity, seeIdentities } from "./reading/seen-identities.ts";
import {
  findSharedContent,
  knownSendersFewerThan,
  lettersLeast,
  longLetters,
  longTextsLeast,
  wordsLeast,
} from "./reading/shared-content.ts";
import { findSetsOfNumbers } from "./reading/sets-of-numbers.ts";
import { findUnnamedThreats } from "./reading/unnamed-threats.ts";
import { type TypedName, findTypedNames } from "./reading/typed-names.ts";

/** A beginning within this many days after a stop is a sign. */
const followDays = 14;
/** Or within this many days after one of theirs stopped. */
const handOverDays = 7;
/** An identity with fewer acts than this neither stops nor starts. */
const actsLeast = 3;
/** Signs that are needed before an identity is asked about. One alone is often chance. */
const signsLeast = 2;
/** A name with fewer letters is many people's. */
const nameLetters = 5;
/** A name of so many letters is reason enough by itself to ask. */
const fullNameLetters = 8;
/** Hours are compared over so many hours in a row, a quarter of the day… */
const hoursInARow = 6;
/** …of identities with at least this many acts that have an hour. */
const hoursActsLeast = 10;
/** Of theirs and of the other's acts at least this part lies in them, and of third people's at most a quarter. */
const hoursShare = 1 / 2;
const hoursShareOfOthers = 1 / 4;

/** A name shorter than this is another word. */
const shortestSaid = 3;
/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;

/** A text of theirs of so many letters and words is no chance, where a number without a name sends it after them. */
const aloneLetters = 24;
const aloneWords = 6;
/** Members of a set that a sentence names. */
const mostTold = 3;

/** Characters of a typed name that one sentence has room for. */
const longestTyped = 40;

/** One reason to ask. */
export interface IdentitySign {
  readonly what: "beginning" | "words" | "files" | "name" | "part of name" | "named by her" | "hours" | "typed" | "threat" | "says name";
  /** A part of a sentence of which the identity is the subject: "sent 15 of the same texts". */
  readonly says: string;
  /** Texts or files; else 1. */
  readonly count: number;
  /** It is reason enough by itself: a full name, a threat, the words of several of their accounts. */
  readonly isAlone?: true;
  /** It says that the identity can be hers. */
  readonly isOfHers?: true;
  /** The acts that show it, in order of time. A name shows in all of them: the first of each. */
  readonly acts: readonly ActId[];
}

/** An identity that she did not name, and why it could be theirs. A question to her: nothing is counted or joined by it. */
export interface IdentitySuggestion {
  readonly identity: Identity;
  /** Others that sent the same texts as it, about all of which one question is asked. */
  readonly others?: readonly Identity[];
  /** How many acts it has of which she said nothing. */
  readonly acts: number;
  /** Days of its first and last act, counted from 1970-01-01 in her zone. */
  readonly first: number;
  readonly last: number;
  /** The last stop that certainly came before its first act, and how many days before. */
  readonly after?: { readonly kind: StopKind; readonly day: number; readonly days: number };
  readonly signs: readonly IdentitySign[];
  /** Whose it can be. */
  readonly mayBe: TypedName["mayBe"];
  /** A name that she typed in a table of her own, and not a number or an account. */
  readonly isTyped?: true;
  /** What she typed says itself that it is not sure: “Neil?”. */
  readonly isDoubted?: true;
  /** "+447700900057 began 3 days after the block and sent 15 of the same texts. The same person?" */
  readonly says: string;
  /** What else could explain it. */
  readonly couldChange: readonly string[];
}

/** How identities are found, in words with the figures and with marks. */
export const howSuggested: string =
  `A number or account that ${marks.you} did not name is asked about when it has at least ${signsLeast} of these signs. ` +
  `It began within ${followDays} days after a stop of ${marks.yours} or within ${handOverDays} days after one of ${marks.theirs} stopped (one sign; a file that begins only after the stop shows no beginning; ${actsLeast} acts at least for a hand-over). ` +
  `Each same text (${lettersLeast} letters and ${wordsLeast} words at least; blanks, points and capitals aside) and each same file by its hash, not marked as passed on, is one sign. It counts when ${marks.they} sent it before that account and before everybody else, ` +
  `and fewer than ${knownSendersFewerThan} people sent it who had written before ${marks.your} first stop (where ${marks.you} stated none: before ${marks.they} sent it). ` +
  `Who has ${longTextsLeast} or more of their texts of ${longLetters} letters is not taken for one of such people. ` +
  `A text that several accounts of ${marks.theirs} had sent is enough by itself, and so is one of ${aloneLetters} letters and ${aloneWords} words that greets nobody (English), from a number without a name, or from an account; so is that ${marks.you} wrote to it by a name of ${marks.theirs} (“This is …”, “…? Is this you?”), and so are words of a threat or a place that ${marks.you} named, and a text that gives a name of ${marks.theirs} as its own (“it is …”, “this is …”, “it’s me, …”, “- …” at the end; not “this is …’s mum”; English). ` +
  `The same name is one sign: ${nameLetters} letters at least, digits and points aside, of fewer than ${knownSendersFewerThan} people who had written before; one of ${fullNameLetters} letters is enough by itself. ` +
  `A stated name that is a part of its name or has it as a part (“Kester” and “Kester Wynn”), and a surname of ${marks.theirs} in the name of an account (“K Wynn”), are enough by themselves; of a saved contact a surname counts beside the first letter alone, and no name that is ${marks.yours} too. ` +
  `The same hours are one sign: of ${hoursActsLeast} acts or more of each at least half lie in the same ${hoursInARow} hours, and at most a quarter of other people’s. ` +
  `Numbers and accounts without a name that sent two different texts of that length as one another, or one with words of a threat, and those that sent two of their texts however short, are one question (not a text with a link or a word of a service in it, or that anybody with a name sent). ` +
  "Those with most same texts and files stand first, then those that began first. " +
  `Ahead of these stand names that ${marks.you} typed in a table and of which ${marks.you} did not yet say whose they are: those that share all their words with a stated name (“Karl” and “Karl Voss”), a word like “me”, and whoever acted in person.`;

/**
 * Identities that could be theirs and that she has not named. Asked before a report is made: what they did is in no number until she says
 * so. Those with most same texts and files first, then by beginning, then by normal form.
 */
export function suggestIdentities(timeline: Timeline, statement: Statement): readonly IdentitySuggestion[] {
  return markedSuggestions(timeline, statement).map(toldToHer);
}

/** The same with marks where the two people stand (words/voice.ts), for a finding that is told later. */
export const markedSuggestions: (timeline: Timeline, statement: Statement) => readonly IdentitySuggestion[] = memoize(suggest);

function toldToHer(suggestion: IdentitySuggestion): IdentitySuggestion {
  const { signs, says, couldChange: changes } = suggestion;
  const tell = (text: string): string => inVoice(text, pageVoice);
  return {
    ...suggestion,
    signs: signs.map((sign) => ({ ...sign, says: tell(sign.says) })),
    says: tell(says),
    couldChange: changes.map(tell),
  };
}

function suggest(timeline: Timeline, statement: Statement): readonly IdentitySuggestion[] {
  const seen = seeIdentities(timeline, statement);
  const typed = findTypedNames(timeline, statement);
  const told = typed.flatMap((one) => aboutTyped(one, statement)).sort((a, b) => placeOfTyped(a) - placeOfTyped(b) || a.first - b.first);
  if (statement.them.normals.size === 0 || seen.notNamed.size === 0) return told;
  const signsOf = createSigns(timeline, statement, seen);
  const isTyped = new Set(typed.map(({ identity }) => identity.normal));
  const accounts = [...seen.notNamed.values()]
    .flatMap((one) => {
      const signs = one.unasked === 0 || isTyped.has(one.identity.normal) ? [] : signsOf(one);
      return isEnough(signs) ? [suggestionOf(one, signs, { timeline, statement })] : [];
    })
    .sort(
      (a, b) =>
        placeOfTyped(a) - placeOfTyped(b) ||
        countOfSame(b) - countOfSame(a) ||
        a.first - b.first ||
        (a.identity.normal < b.identity.normal ? -1 : 1),
    );
  return [...told, ...accounts, ...setsOf(timeline, statement, new Set(accounts.map(({ identity }) => identity.normal)))];
}

/** One question for numbers that nobody named and that sent the same texts as one another, without those that are asked about by themselves. */
function setsOf(timeline: Timeline, statement: Statement, asked: ReadonlySet<string>): readonly IdentitySuggestion[] {
  return findSetsOfNumbers(timeline, statement).flatMap(({ members, acts }): readonly IdentitySuggestion[] => {
    const open = members.filter(({ identity }) => !asked.has(identity.normal));
    const [one, ...others] = open;
    if (one === undefined) return [];
    const last = open.reduce((latest, { last: some }) => (some.when.latest > latest.when.latest ? some : latest), one.last);
    const also = members.flatMap(({ identity }) => (asked.has(identity.normal) ? [sayIdentity(identity)] : []));
    const [first, whom] = [
      others.length === 0 ? sayIdentity(one.identity) : `${sayNumber(open.length)} numbers and accounts`,
      also.slice(0, mostTold),
    ];
    const as = sayList([...(others.length === 0 ? [] : ["one another"]), ...whom]);
    return [
      {
        identity: one.identity,
        ...(others.length === 0 ? {} : { others: others.map(({ identity }) => identity) }),
        acts: open.reduce((sum, { unasked }) => sum + unasked, 0),
        first: dayIn(statement.zone, one.first.when.earliest),
        last: dayIn(statement.zone, last.when.earliest),
        signs: [{ what: "words", says: `sent the same texts as ${as}`, count: 0, isAlone: true, acts: acts.map(({ id }) => id) }],
        mayBe: "theirs",
        says: `${first}${others.length === 0 ? "," : ""} that nobody named${others.length === 0 ? "," : ""} sent the same texts as ${as}. Whose?`,
        couldChange: couldChange([{ what: "words", says: "", count: 0, acts: [] }]),
      },
    ];
  });
}

const orderOfTyped: readonly IdentitySuggestion["mayBe"][] = ["theirs", "either", "hers"];

function placeOfTyped({ mayBe }: IdentitySuggestion): number {
  return orderOfTyped.indexOf(mayBe);
}

/** "“Karl”, typed by you, can be “Karl Voss”. The same person?" */
function aboutTyped({ identity, acts, inPerson, mayBe, partOf }: TypedName, { zone }: Statement): readonly IdentitySuggestion[] {
  const [first] = acts;
  const last = acts.at(-1);
  if (!first || !last) return [];
  const done = inPerson > 0 ? ` (${sayCount(inPerson, "act")} in person)` : "";
  const name = partOf === undefined ? "" : `shares its words with the stated name ${sayQuotedName(partOf)}`;
  const reason = name === "" ? (mayBe === "hers" ? `can be a word for ${marks.you}` : "is not yet said to be anybody’s") : name;
  const asks = mayBe === "hers" ? `Is that ${marks.you}?` : "The same person?";
  return [
    {
      identity,
      acts: acts.length,
      first: dayIn(zone, first.when.earliest),
      last: dayIn(zone, last.when.earliest),
      signs: [{ what: "typed", says: reason, count: 1, isAlone: true, acts: acts.map(({ id }) => id) }],
      mayBe,
      isTyped: true,
      ...(isDoubtedName(identity.wrote) ? { isDoubted: true as const } : {}),
      says: `${sayQuotedName(identity.wrote)}, typed by ${marks.you}${done}, ${reason}. ${asks}`,
      couldChange: ["Two people can share a name or a part of it, and somebody else of that name can have been there."],
    },
  ];
}

/** A name as somebody typed it, in quotation marks that it cannot end. */
export function sayQuotedName(name: string): string {
  return `“${withoutMarks(nameInLine(name, longestTyped))}”`;
}

function isEnough(signs: readonly IdentitySign[]): boolean {
  return signs.some(({ isAlone }) => isAlone === true) || signs.reduce((sum, { count }) => sum + count, 0) >= signsLeast;
}

/** How many same texts and files. */
function countOfSame({ signs }: IdentitySuggestion): number {
  return signs.reduce((sum, { what, count }) => (what === "words" || what === "files" ? sum + count : sum), 0);
}

function suggestionOf(
  one: SeenIdentity,
  signs: readonly IdentitySign[],
  { timeline, statement }: { timeline: Timeline; statement: Statement },
): IdentitySuggestion {
  const { identity, unasked, first, last } = one;
  const stop = lastStopBefore(first, herStops(timeline, statement));
  const firstDay = dayIn(statement.zone, first.when.earliest);
  const after = stop && { kind: stop.kind, day: stop.day, days: firstDay - stop.day };
  const ofHers = signs.filter(({ isOfHers }) => isOfHers === true).length;
  const mayBe = ofHers === signs.length ? "hers" : ofHers > 0 ? "either" : "theirs";
  return {
    identity,
    acts: unasked,
    first: firstDay,
    last: dayIn(statement.zone, last.when.earliest),
    ...(after ? { after } : {}),
    signs,
    mayBe,
    says: `${sayIdentity(identity)}${signs.some(({ what }) => what === "part of name") ? `, ${sayCount(unasked, "act")},` : ""} ${sayReasons({ signs, ...(after && mayBe !== "hers" ? { after } : {}) })}. ${asksOf[mayBe]}`,
    couldChange: couldChange(signs),
  };
}

const asksOf: Readonly<Record<TypedName["mayBe"], string>> = {
  theirs: "The same person?",
  hers: `Is that ${marks.you}?`,
  either: `Is that ${marks.you}, or ${marks.them}?`,
};

/** The part of a sentence of which the identity is the subject: "began 3 days after the block and sent 15 of the same texts". */
export function sayReasons({ signs, after }: Pick<IdentitySuggestion, "signs" | "after">): string {
  const isBeginningSaid = signs.some(({ what }) => what === "beginning");
  const first = after && !isBeginningSaid ? [`first stands in the files ${sayAfter(after.days, after.kind)}`] : [];
  return sayList([...first, ...signs.map(({ says }) => says)]);
}

function lastStopBefore(first: TimelineAct, stops: readonly PlacedStop[]): PlacedStop | undefined {
  return stops.findLast((stop) => isAfterStop(first.when, stop));
}

const afterByKind: Readonly<Record<StopKind, string>> = {
  "told to stop": `${marks.you} told ${marks.them} to stop`,
  blocked: "the block",
  "order in force": "the first day of the order",
  "order served": "the order was served",
  "bail condition": "the bail condition",
};

function sayAfter(days: number, kind: StopKind): string {
  return days <= 0 ? `later on the same day as ${afterByKind[kind]}` : `${sayCount(days, "day")} after ${afterByKind[kind]}`;
}

/** What else could explain such signs: one sentence for each kind of sign, and two that always hold. */
function couldChange(signs: readonly IdentitySign[]): readonly string[] {
  const has = (what: IdentitySign["what"]): boolean => signs.some((sign) => sign.what === what);
  return [
    ...(has("words") ? [`Different people send a common phrase, or a text that was copied or passed on.`] : []),
    ...(has("files") ? [`Different people send the same picture or file when it was passed on.`] : []),
    ...(has("threat") ? ["Such words can be said in jest or by somebody else, and a courier writes an address too."] : []),
    ...(has("says name") ? ["Anybody can write that he is somebody, and two people can share a name."] : []),
    ...(has("name") || has("part of name") ? ["Anybody can take a name, and two people can share one."] : []),
    ...(has("beginning") ? ["People change numbers for other reasons, and a file can begin later than the contact did."] : []),
    `A family member or a friend of ${marks.theirs} can write the same words at the same hours.`,
    "An account can be in two hands, and a number can have a new holder.",
  ];
}

function createSigns(timeline: Timeline, statement: Statement, seen: SeenIdentities): (one: SeenIdentity) => readonly IdentitySign[] {
  const threatOf = createThreat(timeline, statement);
  const sayingOf = createSaying(timeline, statement);
  const herNamingOf = createHerNaming(timeline, statement);
  const beginningOf = createBeginning(timeline, statement, seen);
  const contentOf = createContent(timeline, statement);
  const nameOf = createName(statement, seen);
  const partOf = createPartOfName(statement);
  const hoursOf = createHours(timeline, statement, seen);
  return (one) => {
    const name = nameOf(one);
    const signs = [
      ...threatOf(one),
      ...sayingOf(one),
      ...herNamingOf(one),
      ...beginningOf(one),
      ...contentOf(one),
      ...name,
      ...(name.length > 0 ? [] : partOf(one)),
    ];
    return signs.length === 0 ? [] : [...signs, ...hoursOf(one)];
  };
}

type SignsOf = (one: SeenIdentity) => readonly IdentitySign[];

/** It sent words of a threat, or a place of hers: whose it is matters more than any likeness. */
function createThreat(timeline: Timeline, statement: Statement): SignsOf {
  // Asked once for each account: of a thousand accounts that threaten, none is looked for among all threats.
  const { found } = findUnnamedThreats(timeline, statement);
  const foundBy = new Map<string, (typeof found)[number][]>();
  for (const threat of found) {
    const { normal } = threat.one.from;
    const its = foundBy.get(normal);
    if (its) its.push(threat);
    else foundBy.set(normal, [threat]);
  }
  return ({ identity }) => {
    const its = foundBy.get(identity.normal) ?? [];
    if (its.length === 0) return [];
    const isThreat = its.some(({ what }) => what !== "place");
    const says = isThreat ? "sent words of a threat" : `sent a place that ${marks.you} named`;
    return [{ what: "threat", says, count: 1, isAlone: true, acts: its.map(({ one }) => one.id) }];
  };
}

/** English: what follows a name where somebody speaks of them and not as them: “This is Rhys’s mum”, “it is Rhys outside”, “it’s Rhys I am worried about”. */
const ofAnother =
  "(?:\\S+ )?s |(?:new )?(?:mum|mam|mom|mother|dad|father|brother|sister|son|daughter|wife|husband|girlfriend|boyfriend|partner|friend|mate|cousin|aunt|uncle|nan|solicitor|lawyer|boss|landlord|neighbour) |outside |who |that |he |him |i am worried|i m worried|im worried|i worry|i mean|you should |you need ";

/** "Nerys its Darragh on mums phone": it says that it is them. To write of them, as friends do, is no sign. */
function createSaying(timeline: Timeline, { them }: Statement): SignsOf {
  const anyName = namesToSay(them);
  if (anyName === "") return () => [];
  const itself = new RegExp(
    `(?:^| )(?:it s|its|it is|this is|i m|im|i am|my name is|it s me|its me|it is me|me again|guess who) (?:${anyName}) (?!${ofAnother})|(?:^|[.!?\n] *)(?:${anyName}) here |^(?:${anyName}) (?:this is )?(?:my )?new (?:number|phone|sim) `,
    "u",
  );
  const signed = new RegExp(`(?:^|\\s)[-–—] ?(?:${anyName})[ x.!]*$`, "u");
  return ({ identity, places }) => {
    if (identity.kind === "name") return [];
    const acts = places.flatMap((place) => timeline.acts[place] ?? []);
    const saying = acts.filter(({ text, grade }) => {
      if (text === null || grade === "own-account") return false;
      const raw = normalName(text.slice(0, longestText));
      return itself.test(`${raw.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")} `) || signed.test(raw);
    });
    return saying.length === 0
      ? []
      : [
          {
            what: "says name",
            says: `gives a name of ${marks.theirs} as its own`,
            count: 1,
            isAlone: true,
            acts: saying.map(({ id }) => id),
          },
        ];
  };
}

/** Names of theirs and the first name of each, as an expression over words parted by single blanks; empty where there is none. */
function namesToSay(them: Persona): string {
  const spelled = [them.label, ...(them.normalsByName?.keys() ?? them.normals)].filter((name) => /^[\p{L}\p{M}'’. -]+$/u.test(name));
  const names = new Set(spelled.map(normalName).flatMap((name) => [name, name.split(" ")[0] ?? ""]));
  return [...names]
    .filter((name) => name.length >= shortestSaid && name !== "them")
    .map((name) => name.replace(/[^\p{L}\p{M}]+/gu, " "))
    .join("|");
}

/** "This is Kester. I know it is.", "Gil? Is this you?": she wrote to it by a name of theirs. To write of them to a friend is no sign. */
function createHerNaming(timeline: Timeline, statement: Statement): SignsOf {
  const anyName = namesToSay(statement.them);
  if (anyName === "") return () => [];
  const isThem = new RegExp(`(?:^| )(?:this is|is this|is that you|is it you|i know it s|i know its|i know it is|i know this is) (?:${anyName}) |(?:^| )(?:${anyName}) is (?:this|that|it) you `, "u"); // prettier-ignore
  const calls = new RegExp(`^(?:hi |hey |oh |no |please )?(?:${anyName}) *[?,!]+ *\\S`, "u");
  let actsByNormal: ReadonlyMap<string, readonly TimelineAct[]> | undefined;
  return ({ identity }) => {
    if (identity.kind === "phone" && identity.name !== undefined) return [];
    actsByNormal ??= herActsByReceiver(timeline, statement);
    const naming = (actsByNormal.get(identity.normal) ?? []).filter(({ text }) => {
      const raw = normalName((text ?? "").slice(0, longestText));
      const words = raw.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
      return isThem.test(`${words} `) || (identity.kind !== "name" && identity.name === undefined && calls.test(raw));
    });
    if (naming.length === 0) return [];
    const says = `was called by a name of ${marks.theirs} in what ${marks.you} wrote to it`;
    return [{ what: "named by her", says, count: 1, isAlone: true, acts: naming.map(({ id }) => id) }];
  };
}

/** What she wrote, by each to whom it went. */
function herActsByReceiver({ acts }: Timeline, statement: Statement): ReadonlyMap<string, readonly TimelineAct[]> {
  const whoseIs = createWhose(statement);
  const byNormal = new Map<string, TimelineAct[]>();
  for (const act of acts) {
    if (act.text === null || act.grade === "own-account" || act.to.length > 1 || whoseIs(act) !== "hers") continue;
    for (const { normal, kind } of act.to) {
      if (kind === "group") continue;
      const some = byNormal.get(normal);
      if (some) some.push(act);
      else byNormal.set(normal, [act]);
    }
  }
  return byNormal;
}

/** After a stop, or after one of theirs went quiet. */
function createBeginning(timeline: Timeline, statement: Statement, { theirs }: SeenIdentities): SignsOf {
  const { zone } = statement;
  const stops = herStops(timeline, statement);
  const coverageBySource = new Map<string, number | null>(timeline.coverage.map(({ source, first }) => [source.sha256, first]));
  const ends = [...theirs.values()].filter(({ places }) => places.length >= actsLeast);
  return (one) => {
    const { first, places } = one;
    const stop = lastStopBefore(first, stops);
    const days = stop ? dayIn(zone, first.when.earliest) - stop.day : Infinity;
    if (stop && days <= followDays && isBeginning(first, stop)) {
      return [{ what: "beginning", says: `began ${sayAfter(days, stop.kind)}`, count: 1, acts: [first.id] }];
    }
    if (places.length < actsLeast) return [];
    const ended = ends.findLast(({ last }) => {
      const wait = first.when.earliest - last.when.latest;
      return wait >= 0 && wait <= handOverDays * msPerDay;
    });
    const says = ended && `began within a week after ${sayIdentity(ended.identity)} stopped`;
    return ended && says ? [{ what: "beginning", says, count: 1, acts: [ended.last.id, first.id] }] : [];
  };

  /** A file that begins after the stop with somebody else's words shows no beginning: it may be cut. */
  function isBeginning(first: TimelineAct, stop: PlacedStop): boolean {
    return first.sources.some(({ sha256 }) => {
      const from = coverageBySource.get(sha256) ?? null;
      return from === null || from <= stop.latest || from === first.when.earliest;
    });
  }
}

interface Shared {
  /** Of the words, one text was sent by several of their accounts: it is theirs, and no chance. */
  isOfSeveral: boolean;
  /** Or one is long. */
  isLong: boolean;
  readonly words: { count: number; readonly acts: Set<TimelineAct> };
  readonly attachment: { count: number; readonly acts: Set<TimelineAct> };
}

function createContent(timeline: Timeline, statement: Statement): SignsOf {
  const sharedByNormal = new Map<string, Shared>();
  for (const { what, theirs, others } of findSharedContent(timeline, statement)) {
    const counted = new Set<string>();
    const isOfSeveral = new Set(theirs.map(({ from }) => from.normal)).size > 1;
    for (const act of others) {
      const { normal } = act.from;
      let shared = sharedByNormal.get(normal);
      if (!shared) {
        shared = { isOfSeveral: false, isLong: false, words: { count: 0, acts: new Set() }, attachment: { count: 0, acts: new Set() } };
        sharedByNormal.set(normal, shared);
      }
      const entry = shared[what];
      shared.isOfSeveral ||= what === "words" && isOfSeveral;
      shared.isLong ||= what === "words" && isLongText(theirs[0]?.text ?? "");
      entry.acts.add(act);
      if (counted.has(normal)) continue;
      counted.add(normal);
      entry.count++;
      const [origin] = theirs;
      if (origin) entry.acts.add(origin);
    }
  }
  return ({ identity }) => {
    const shared = sharedByNormal.get(identity.normal);
    if (!shared) return [];
    const { words, attachment } = shared;
    return [
      ...(words.count > 0
        ? [
            {
              what: "words" as const,
              says: `sent ${saySame(words.count, "text")}`,
              count: words.count,
              acts: idsOf(words.acts),
              ...(shared.isOfSeveral || (shared.isLong && (identity.kind !== "phone" || identity.name === undefined))
                ? { isAlone: true as const }
                : {}),
            },
          ]
        : []),
      ...(attachment.count > 0
        ? [
            {
              what: "files" as const,
              says: `sent ${saySame(attachment.count, "file")}`,
              count: attachment.count,
              acts: idsOf(attachment.acts),
            },
          ]
        : []),
    ];
  };
}

/** English: a greeting, that thousands write in the same words. */
const greets =
  /\b(?:happy|merry|birthday|christmas|xmas|new year|congratulations|thank|thanks|condolences|sorry for your loss|get well)\b/i;

function isLongText(text: string): boolean {
  if (greets.test(text.slice(0, longestText))) return false;
  const words = text.slice(0, longestText).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length >= aloneWords && words.join("").length >= aloneLetters;
}

function saySame(count: number, noun: string): string {
  return `${count === 1 ? sayFew(count) : sayNumber(count)} of the same ${noun}s`;
}

function idsOf(acts: ReadonlySet<TimelineAct>): readonly ActId[] {
  return [...acts]
    .sort((a, b) => a.when.earliest - b.when.earliest || a.when.latest - b.when.latest || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function createName(statement: Statement, { theirs, notNamed, isKnownBefore }: SeenIdentities): SignsOf {
  const theirNames = new Map<string, SeenIdentity | undefined>();
  for (const name of statement.them.normalsByName?.keys() ?? []) theirNames.set(foldName(name), undefined);
  for (const one of theirs.values()) for (const name of namesOf(one.identity)) theirNames.set(name, one);
  const knownByName = new Map<string, number>();
  for (const one of notNamed.values()) {
    if (isKnownBefore(one)) for (const name of namesOf(one.identity)) knownByName.set(name, (knownByName.get(name) ?? 0) + 1);
  }
  const isRare = (name: string): boolean => (knownByName.get(name) ?? 0) < knownSendersFewerThan;
  return (one) => {
    const name = namesOf(one.identity).find((some) => theirNames.has(some) && isRare(some));
    if (name === undefined) return [];
    const other = theirNames.get(name);
    const acts = other && other.first.id !== one.first.id ? idsOf(new Set([other.first, one.first])) : [one.first.id];
    const isAlone = name.length >= fullNameLetters ? { isAlone: true as const } : {};
    return [{ what: "name", says: "has the same name but for digits and points", count: 1, acts, ...isAlone }];
  };
}

/**
 * A stated name is a whole word of another name, or the other way round: “Kester”, “Kester Wynn”, “K Wynn”, sam.orde@example.org. A name by which
 * something is done does not answer whose the others are.
 */
function createPartOfName({ me, them, perhaps }: Statement): SignsOf {
  const namesStated = (persona: Persona | undefined): readonly StatedName[] =>
    (persona === undefined ? [] : wordsByName(persona)).filter(([, words]) =>
      [...words].some((word) => word.length > 1 && !noNames.has(word)),
    );
  const theirs = [...namesStated(them), ...namesStated(perhaps)];
  const hers = namesStated(me);
  const herWords = new Set(hers.flatMap(([, words]) => [...words]));
  const stated = new Set([me, them, ...(perhaps ? [perhaps] : [])].flatMap(({ normals }) => [...normals]));
  return ({ identity, first }) => {
    const words = wordsShownBy(identity);
    // Of an account that shows the very name she is asked by itself.
    if (words.size === 0 || (identity.name !== undefined && stated.has(normalName(identity.name)))) return [];
    const isSaved = identity.kind === "phone";
    const theirName =
      theirs.find(([, name]) => isPartShortened(words, name)) ?? theirs.find(([, name]) => hasSurname(words, name, { herWords, isSaved }));
    const found = theirName ?? hers.find(([, name]) => isPartShortened(words, name));
    if (found === undefined) return [];
    const says = `shares ${theirName === undefined || isPartShortened(words, found[1]) ? "its words" : "a word"} with the stated name ${sayQuotedName(found[0])}`;
    const isOfHers = theirName === undefined ? { isOfHers: true as const } : {};
    return [{ what: "part of name", says, count: 1, isAlone: true, acts: [first.id], ...isOfHers }];
  };
}

type StatedName = readonly [name: string, words: ReadonlySet<string>];

/** What stands for a person and is nobody's name. */
const noNames: ReadonlySet<string> = new Set([
  "them", "you", "me", "my", "him", "her", "he", "she", "they", "the", "ex", "mr", "mrs", "ms", "miss", "dr",
]); // prettier-ignore

/** The words that an identity shows: of a mail address those before the @. A number shows none. */
function wordsShownBy({ kind, wrote, name }: Identity): ReadonlySet<string> {
  const shown = kind === "handle" || kind === "name" ? [wrote] : kind === "email" ? [wrote.slice(0, wrote.indexOf("@", 1))] : [];
  return wordsOf([...shown, ...(name === undefined ? [] : [name])].join(" "));
}

/** One has every word of the other, or its first letter alone: “Kester W”, “K Wynn”. One letter by itself is nobody’s name. */
function isPartShortened(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a];
  const isIn = (word: string): boolean => more.has(word) || [...more].some((one) => isShort(one, word) || isShort(word, one));
  return [...less].some((word) => word.length > 1 && more.has(word)) && [...less].every(isIn);
}

function isShort(letter: string, word: string): boolean {
  return letter.length === 1 && word.startsWith(letter);
}

/** The last word of a stated name in an account’s name, unless it is her name too; of a contact that she saved herself only beside the first letter. */
function hasSurname(
  words: ReadonlySet<string>,
  stated: ReadonlySet<string>,
  { herWords, isSaved }: { readonly herWords: ReadonlySet<string>; readonly isSaved: boolean },
): boolean {
  const [first = "", ...rest] = stated;
  const surname = rest.at(-1) ?? "";
  if (surname.length < shortestSaid || herWords.has(surname) || !words.has(surname)) return false;
  return !isSaved || words.has(first.slice(0, 1));
}

/** The names of an identity as they are compared, those that are long enough. A number is no name. */
function namesOf({ kind, wrote, name }: Identity): readonly string[] {
  const names = [...(kind === "handle" || kind === "name" || kind === "email" ? [wrote] : []), ...(name === undefined ? [] : [name])];
  return [...new Set(names.map(foldName))].filter((folded) => folded.length >= nameLetters);
}

/** Letters alone; of a mail address those before the @. */
function foldName(name: string): string {
  const at = name.indexOf("@", 1);
  return normalName(at > 0 ? name.slice(0, at) : name).replace(/[^\p{L}\p{M}]/gu, "");
}

/** Acts by hour of her wall, those with one certain hour. */
interface Hours {
  readonly counts: number[];
  total: number;
}

function createHours({ acts }: Timeline, { zone }: Statement, seen: SeenIdentities): SignsOf {
  let known: { readonly from: number } | undefined;
  let isAsked = false;
  return (one) => {
    if (one.places.length < hoursActsLeast) return [];
    if (!isAsked) {
      isAsked = true;
      known = busiest();
    }
    const its = hoursOf(one.places.flatMap((place) => acts[place] ?? []));
    if (!known || its.total < hoursActsLeast || within(its, known.from) < its.total * hoursShare) return [];
    const says = `was active at the same hours (${sayHour(known.from)} to ${sayHour(known.from + hoursInARow)})`;
    return [{ what: "hours", says, count: 1, acts: [one.first.id] }];
  };

  /** Hours in a row that hold half of theirs and are not everybody's. */
  function busiest(): { readonly from: number } | undefined {
    const theirs = hoursOf(seen.theirActs);
    if (theirs.total < hoursActsLeast) return undefined;
    let from = 0;
    for (let hour = 1; hour < 24; hour++) if (within(theirs, hour) > within(theirs, from)) from = hour;
    if (within(theirs, from) < theirs.total * hoursShare) return undefined;
    const others = hoursOf(
      [...seen.notNamed.values()].flatMap((one) => (seen.isKnownBefore(one) ? one.places.flatMap((place) => acts[place] ?? []) : [])),
    );
    return others.total < hoursActsLeast || within(others, from) > others.total * hoursShareOfOthers ? undefined : { from };
  }

  function hoursOf(some: readonly TimelineAct[]): Hours {
    const hours: Hours = { counts: Array.from({ length: 24 }, () => 0), total: 0 };
    for (const { when } of some) {
      if (when.or !== undefined || when.latest - when.earliest >= msPerHour) continue;
      const hour = hourOfWall(wallMsAt(zone, when.earliest));
      hours.counts[hour] = (hours.counts[hour] ?? 0) + 1;
      hours.total++;
    }
    return hours;
  }
}

function within({ counts }: Hours, from: number): number {
  let sum = 0;
  for (let i = 0; i < hoursInARow; i++) sum += counts[(from + i) % 24] ?? 0;
  return sum;
}

function sayHour(hour: number): string {
  return `${String(hour % 24).padStart(2, "0")}:00`;
}
