import { type Identity, type Statement, type StopKind, type Timeline, dayIn, isDoubtedName } from "@unmask/core";
import { inVoice, marks, pageVoice, sayCount, sayIdentity, sayList, sayNumber } from "@unmask/words";
import { actsLeast, followDays, handOverDays, lastStopBefore, sayAfter } from "./identity-signs/beginning.ts";
import { createSigns } from "./identity-signs/find-signs.ts";
import { hoursActsLeast, hoursInARow } from "./identity-signs/hours.ts";
import { mostToStranger } from "./identity-signs/called-by-name.ts";
import { fullNameLetters, nameLetters } from "./identity-signs/name.ts";
import { aloneLetters, aloneWords } from "./identity-signs/same-content.ts";
import { sentencesAlone } from "./identity-signs/same-sentences.ts";
import { sayQuotedName } from "./identity-signs/say-quoted-name.ts";
import type { IdentitySign } from "./identity-signs/sign.ts";
import { herStops } from "./reading/her-stops.ts";
import { memoize } from "./reading/memoize.ts";
import { type SeenIdentity, seeIdentities } from "./reading/seen-identities.ts";
import { knownSendersFewerThan, lettersLeast, longLetters, longTextsLeast, wordsLeast } from "./reading/shared-content.ts";
import { findSetsOfNumbers } from "./reading/sets-of-numbers.ts";
import { type TypedName, findTypedNames } from "./reading/typed-names.ts";

/** Signs that are needed before an identity is asked about. One alone is often chance. */
const signsLeast = 2;
/** Members of a set that a sentence names. */
const mostTold = 3;

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
  `It began within ${followDays} days after a stop of ${marks.yours} or within ${handOverDays} days after one of ${marks.theirs} stopped (one sign, not of somebody saved with whom ${marks.you} ${marks.were} talking of ${marks.them} by name; a file that begins only after the stop shows no beginning; ${actsLeast} acts at least for a hand-over). ` +
  `Each same text (${lettersLeast} letters and ${wordsLeast} words at least; blanks, points and capitals aside) and each same file by its hash, not marked as passed on, is one sign. It counts when ${marks.they} sent it before that account and before everybody else, ` +
  `and fewer than ${knownSendersFewerThan} people sent it who had written before ${marks.your} first stop (where ${marks.you} stated none: before ${marks.they} sent it). ` +
  `Who has ${longTextsLeast} or more of their texts of ${longLetters} letters is not taken for one of such people. ` +
  `A text that several accounts of ${marks.theirs} had sent is enough by itself, and so is one of ${aloneLetters} letters and ${aloneWords} words that greets nobody (English), from a number without a name, or from an account; so is that ${marks.you} wrote to it by a name of ${marks.theirs} (“This is …”, “…? Is this you?”), and so are words of a threat or a place that ${marks.you} named, so are ${sentencesAlone} long sentences of ${marks.theirs} in texts of its own, and that ${marks.you} told an account to stop that began after the first stop (${mostToStranger} texts to it at most), and a text that gives a name of ${marks.theirs} as its own (“it is …”, “this is …”, “it’s me, …”, “- …” at the end; not “this is …’s mum”; English). ` +
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
