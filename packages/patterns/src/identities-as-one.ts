import {
  type Statement,
  type Timeline,
  type TimelineAct,
  createNamed,
  firstInstantOf,
  lastInstantOf,
  msPerDay,
  msPerMinute,
  dayIn,
  sharedNames,
} from "@unmask/core";
import { sayCount, sayDay, sayFewOf, sayFrom, sayIdentity, sayList, sayRange, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import type { Pattern } from "./pattern.ts";
import { type Line, lineOf, quoteOf, quoteOrKind, quotingLine, sayStep, sayWhenOf, withOneStop } from "./reading/line.ts";
import { answersOfHers } from "./reading/jest.ts";
import { answeredInLine, sayStepsOfSaved } from "./reading/say-answered.ts";
import { notNamedThen } from "./after-stop/not-named-then.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { isToGroup } from "./reading/groups.ts";
import { actsNotNamed } from "./reading/not-named.ts";
import { inTimelineOrder } from "./reading/in-timeline-order.ts";
import { openChats, sayOpenChats } from "./reading/open-chats.ts";
import { type PlacedAct, idsOf, lastOf, placedActs } from "./reading/placed-act.ts";
import { type SeenIdentity, askedBy, seeIdentities } from "./reading/seen-identities.ts";
import { type SharedContent, findSharedContent, knownSendersFewerThan, lettersLeast, wordsLeast } from "./reading/shared-content.ts";
import { type UnnamedThreat, findUnnamedThreats, isSaved, tellsOfHome } from "./reading/unnamed-threats.ts";
import { sayQuotedName } from "./identity-signs/say-quoted-name.ts";
import { howSuggested, type IdentitySuggestion, markedSuggestions, sayReasons } from "./suggest-identities.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** One stops and another starts within this many days. */
const handOverDays = 7;
/** An identity with fewer acts than this neither stops nor starts. */
const actsLeast = 3;
/** An act of one within this many minutes after an act of the other is taking turns… */
const turnMinutes = 2;
/** …when it happens on this many days. */
const turnDays = 3;
/** So many texts from numbers that nobody named have a line of their own. */
const mostThreats = 3;
/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;
/** Hand-overs and turns are looked for between this many busiest identities of theirs: each is compared with each. */
const mostCompared = 60;

/**
 * Several identities that behave as one. What ties identities together that she named, a question about those that she did not name, and
 * what ties those to them that she calls perhaps theirs.
 * Nothing is ever merged here: who somebody is, she says.
 */
export const identitiesAsOne: Pattern = spoken({
  id: askedBy,
  looksFor:
    "Numbers and accounts that behave as one: one stops as the next starts, the same words, the same pictures, turns within minutes.",
  find(timeline, statement) {
    return [
      ...threatsIn(timeline, statement),
      ...sharedIn(timeline, statement),
      ...askedIn(timeline, statement),
      ...chatsAskedIn(timeline, statement),
      ...namedIn(timeline, statement),
      ...perhapsIn(timeline, statement),
    ];
  },
});

/** What stands first of these texts, in turn; of each the latest. */
const inTurn: readonly UnnamedThreat["what"][] = ["death", "threat", "key", "place", "where"];

/**
 * Texts with a threat, a key, a place of hers or where she was, from numbers and accounts that nobody named: they must not wait for an answer whose they
 * are. Of whom it is asked whether they are theirs, such words count from anybody and at any time.
 */
function threatsIn(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const { found } = findUnnamedThreats(timeline, statement);
  const { answerTo } = answersOfHers(timeline, statement);
  const known = new Set(found.map(({ one }) => one.id));
  const open = actsNotNamed(timeline, statement).flatMap((one): readonly UnnamedThreat[] => {
    const { text, subject = "", grade, isToOthers, id } = one;
    if (text === null || grade === "own-account" || isToOthers || known.has(id) || isToGroup(one)) return [];
    const what = tellsOfHome(`${subject} ${text.slice(0, longestText)}`);
    return what === undefined ? [] : [{ one, what }];
  });
  const all = inTimelineOrder([found, open], ({ one }) => one, { timeline, statement });
  const place = new Map(all.map(({ one }, at) => [one, at]));
  const inOrder = inTurn.flatMap((what) => all.filter((some) => some.what === what).toReversed());
  // In the same words by several numbers: one line, of the last.
  const byWords = new Map<string, PlacedAct[]>();
  for (const { one } of inOrder) {
    const words = (one.text ?? "").trim().replace(/\s+/g, " ").toLowerCase();
    const same = byWords.get(words);
    if (same) same.push(one);
    else byWords.set(words, [one]);
  }
  const chosen = [...byWords.values()].slice(0, mostThreats).sort(([a], [b]) => (a && b ? (place.get(a) ?? 0) - (place.get(b) ?? 0) : 0));
  const isChosen = new Set(chosen.flat());
  const rest = all.flatMap(({ one }) => (isChosen.has(one) ? [] : [one]));
  const told = (acts: readonly PlacedAct[], line: Line, says: string): MarkedFinding => ({
    pattern: identitiesAsOne.id,
    standing: "not said whose",
    line,
    says,
    acts: idsOf(acts),
    how: howThreats,
    couldChange: [
      "Such words can be said in jest, and a courier or a friend writes an address too: whoever reads this should ask.",
      `Who holds a number or an account no file shows. Whose it is, ${marks.youSay}; none of these is in a number of ${marks.theirs}.`,
      ...sayAbsences(timeline, statement, acts),
    ],
    table: {
      columns: ["When", "From", "Words"],
      rows: acts.map((one) => [sayWhenOf(one, statement.zone), sayFrom(one.act), quoteOf(one.act) ?? ""]),
    },
  });
  return [
    ...chosen.flatMap((same) =>
      same.slice(0, 1).map((one) => {
        const when = sayWhenOf(one, statement.zone);
        const before = same.length > 1 ? " Sent before too." : "";
        const steps = [sayStep("other", one.act, statement)].flatMap(({ full, brief, least }) => [full, brief, least]);
        const answered = answeredInLine(one, answerTo(one));
        // Who wrote it stands before what she answered.
        const known = isSaved(one.from) ? sayStepsOfSaved(one, statement) : steps.slice(0, 2);
        const ends = [...answered.filter((said) => said !== "").flatMap((said) => known.map((by) => `${by}${said}`)), ...steps];
        return told(
          same.toReversed(),
          quotingLine(one.act, {
            around: ends
              .flatMap((end) => (before === "" ? [end] : [`${end}${before}`, end]))
              .map((end) => (words) => `${when}: ${words}.${end}`),
            without: lineOf(`${when}.${steps[0] ?? ""}`),
          }),
          withOneStop(`${when}: ${quoteOrKind(one.act)}.${steps[0] ?? ""}${answered[0] ?? ""}${before}`),
        );
      }),
    ),
    ...(rest.length === 0
      ? []
      : [
          told(
            rest,
            lineOf(`${sayCount(rest.length, "more text")} with words of a threat, or a place, by others.`),
            `${sayCount(rest.length, "more text")} with words of a threat, a key or a place came from others: numbers and accounts that nobody named, or of which ${marks.you} said that it is somebody else.`,
          ),
        ]),
  ];
}

const howThreats =
  `Texts from a number, an address, an account or a saved contact that ${marks.you} did not name, did not call perhaps ${marks.theirs} and did not answer for, and that went to no group and not to others alone, are taken where their words hold a plain threat, say that somebody comes for somebody or comes in, or hold a place that ${marks.you} named (English words but for the place); from whom ${marks.you} neither saved nor wrote to, after the first stop, and of whom it is asked whether ${marks.they} wrote it, also words about a key, a door or where ${marks.you} ${marks.were}. They are found and not weighed. ` +
  `The first ${mostThreats} have a line each: threats that name death, a weapon, fire or children, then other threats, then keys and coming in, then places, then where somebody was, of each the latest, and the same words once; all stand by time. What ${marks.you} answered as a jest, and what tells of ${marks.them} by name, is told apart. Words that threaten a third person alone (“I’d kill him”) are not taken from somebody saved, with whom ${marks.you} ${marks.were} talking of ${marks.them} by name.`;

/** A stated name that several numbers share, with how much each did: one of them can be a friend’s. */
function sharedIn(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  return sharedNames(timeline, statement).map(({ name, whose, numbers }) => {
    const ids = new Set(numbers.flatMap(({ acts }) => acts.map(({ id }) => id)));
    const inOrder = placedActs(timeline, statement).filter(({ id }) => ids.has(id));
    const [quoted, count] = [sayQuotedName(name), sayCount(numbers.length, "number")];
    const each = sayFewOfNumbers(numbers.map(({ identity, acts }) => `${identity.normal} (${sayCount(acts.length, "act")})`));
    const counted = whose === "theirs" ? `each counts as ${marks.theirs}` : `each counts as perhaps ${marks.theirs}`;
    return {
      pattern: identitiesAsOne.id,
      standing: "not said whose",
      line: lineOf(
        `${count} are saved as ${quoted}: ${each}. Not said: one person’s?`,
        `${count} are saved as ${quoted}. Whether all are one person’s is not said.`,
        `${count} are saved under one name. Whether all are one person’s is not said.`,
      ),
      says: `${count} are saved as ${quoted}: ${sayList(numbers.map(({ identity, acts }) => `${identity.normal} (${sayCount(acts.length, "act")})`))}. Whether all are one person’s is not said: until it is, ${counted}, in every number here.`,
      acts: idsOf(inOrder),
      how: `A name that ${marks.youSay} is ${marks.theirs} is looked for beside every number of the files. Where several have it, and ${marks.you} did not say of each number by itself whose it is, their acts are counted by number.`,
      couldChange: [
        "An address book can hold two people of one name, and one person with an old number and a new one. Which it is, no file says.",
        `Who holds a number, the records of a phone company can show. If one of them is somebody else’s, its acts are no acts of ${marks.theirs}, and every number here is smaller by them.`,
        ...sayAbsences(timeline, statement, inOrder),
      ],
      table: {
        columns: ["Number", "Saved as", "Acts", "First", "Last"],
        rows: numbers.map(({ identity, acts }) => [
          identity.normal,
          identity.name ?? "",
          acts.length,
          ...[acts[0], acts.at(-1)].map((act) => (act === undefined ? "" : sayDay(dayIn(statement.zone, act.when.earliest)))),
        ]),
      },
    };
  });
}

/** Numbers that a line has room for. */
function sayFewOfNumbers(numbers: readonly string[]): string {
  return numbers.length <= 2 ? numbers.join(", ") : `${numbers.slice(0, 1).join("")} and ${numbers.length - 1} more`;
}

/** The open suggestions, so that a report made with them says so. */
function askedIn(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const suggestions = markedSuggestions(timeline, statement);
  const [first] = suggestions;
  if (!first) return [];
  const ids = new Set(suggestions.flatMap(({ signs }) => signs.flatMap((sign) => sign.acts)));
  const inOrder = placedActs(timeline, statement).filter(({ id }) => ids.has(id));
  return [
    {
      pattern: identitiesAsOne.id,
      standing: "count",
      line: lineAsked(suggestions, countsTold(timeline, statement)),
      says: `${sayNotNamed(suggestions)}: in no number of ${marks.theirs}. ${suggestions.length === 1 ? "" : "The first: "}${first.says} Only ${marks.you} can say; nothing was joined.`,
      acts: idsOf(inOrder),
      how: howSuggested,
      couldChange: [
        ...new Set(suggestions.flatMap(({ couldChange }) => couldChange)),
        `What came from a number, an account or a typed name that ${marks.you} did not name is listed here and in no count of ${marks.theirs}.`,
        `Nothing was joined. Who somebody is, ${marks.youSay}; the records of a phone company or a platform can show it.`,
        ...sayAbsences(timeline, statement, inOrder),
      ],
      table: {
        columns: ["Not named", "Acts", "First", "Last", "Days after a stop", "Same texts", "Same files", "Why it is asked"],
        rows: suggestions.map(rowOf),
      },
    },
  ];
}

/** Chats that hold the same messages under a name that she stated and one that she did not: what only the second holds is in no number of theirs. */
function chatsAskedIn(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const open = openChats(timeline, statement);
  const [first] = open;
  if (!first) return [];
  const { whose, count } = first;
  const others = new Set(open.map(({ people: [, other] }) => other.normal));
  const inOrder = placedActs(timeline, statement).filter(({ act: { from, to } }) => [from, ...to].some(({ normal }) => others.has(normal)));
  const whom = whose === "hers" ? marks.you : marks.them;
  const more = open.length > 1 ? ` Open too: ${sayCount(open.length - 1, "pair")} of chats.` : "";
  const asked = `Not yet said: ${sayOpenChats(first)}`;
  return [
    {
      pattern: identitiesAsOne.id,
      standing: "count",
      line: lineOf(
        `${asked}: one chat from two phones?${more}`,
        `${asked}: one chat?${more}`,
        `${asked}.${more}`,
        `Not yet said: is a second name ${whom}? Its chat holds the same ${sayCount(count, "message")}.${more}`,
      ),
      says: `${open.map((one) => withCapital(sayOpenChats(one))).join(". ")}. Whether that is one chat from two phones is not stated: what stands under the second name, ${sayCount(inOrder.length, "act")}, is in no number of ${marks.theirs}, and nothing was joined.`,
      acts: idsOf(inOrder),
      how: "Two chats of different files are asked about when they hold the same messages, in the same order, at times that meet, each writer for one and the same.",
      couldChange: [
        `Nothing was joined. Whether both names are one person’s, ${marks.youSay}.`,
        "Two accounts can send the same texts in the same minutes: then these are two chats.",
        ...sayAbsences(timeline, statement, inOrder),
      ],
      table: {
        columns: ["Stated", "Not stated", "Same messages"],
        rows: open.map(({ people: [one, other], count: same }) => [sayIdentity(one), sayIdentity(other), same]),
      },
    },
  ];
}

function withCapital(says: string): string {
  return says.slice(0, 1).toUpperCase() + says.slice(1);
}

/** What would be asked of those that she calls perhaps theirs, had she not said so: her answer takes none of it away. */
function perhapsIn(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const { perhaps, ...withoutPerhaps } = statement;
  if (perhaps === undefined) return [];
  const named = createNamed(statement);
  const tied = markedSuggestions(timeline, withoutPerhaps).filter(
    ({ identity, isTyped }) => isTyped !== true && named(identity) === "perhaps theirs",
  );
  const [first] = tied;
  if (!first) return [];
  const ids = new Set(tied.flatMap(({ signs }) => signs.flatMap((sign) => sign.acts)));
  const inOrder = placedActs(timeline, statement).filter(({ id }) => ids.has(id));
  const told = `${sayIdentity(first.identity)}, perhaps ${marks.them}, ${sayReasons(first)}`;
  return [
    {
      pattern: identitiesAsOne.id,
      standing: "count",
      line: lineOf(
        `${told}.`,
        `${sayIdentity(first.identity)}, perhaps ${marks.theirs}, shares words, files or a name with ${marks.them}; others can too.`,
        `A number or account, perhaps ${marks.theirs}, shares words, files or a name with ${marks.them}.`,
        `A number or account shares words, files or a name with ${marks.them}; others can too.`,
      ),
      says: `${sayCount(tied.length, "account")} that ${marks.youSay} ${tied.length === 1 ? "is" : "are"} perhaps ${marks.theirs} ${tied.length === 1 ? "has" : "have"} ties to ${marks.them}. ${tied.length === 1 ? "" : "The first: "}${told}. Nothing was joined.`,
      acts: idsOf(inOrder),
      how: `${howSuggested} One that ${marks.youSay} is perhaps ${marks.theirs} is not asked about: what would be asked is told.`,
      couldChange: [
        ...new Set(tied.flatMap(({ couldChange }) => couldChange)),
        `Nothing was joined. Who somebody is, ${marks.youSay}; the records of a phone company or a platform can show it.`,
        ...sayAbsences(timeline, statement, inOrder),
      ],
      table: {
        columns: [`Perhaps ${marks.theirs}`, "Acts", "First", "Last", "Days after a stop", "Same texts", "Same files", "What ties it"],
        rows: tied.map(rowOf),
      },
    },
  ];
}

function rowOf(one: IdentitySuggestion): MarkedFinding["table"]["rows"][number] {
  return [
    one.others === undefined
      ? sayIdentity(one.identity)
      : `${sayIdentity(one.identity)} and ${sayCount(one.others.length, "more", "more")}`,
    one.acts,
    sayDay(one.first),
    sayDay(one.last),
    one.after?.days ?? "",
    countOf(one, "words"),
    countOf(one, "files"),
    sayList(one.signs.map(({ says }) => says)),
  ];
}

/** How many acts by accounts that were not named stand in the lines of a stop and of the last act: no count stands twice on the first page. */
function countsTold(timeline: Timeline, statement: Statement): ReadonlySet<number> {
  const last = lastOf(actsByWhose(timeline, statement).theirs);
  const later = last === undefined ? [] : actsNotNamed(timeline, statement).filter((one) => firstInstantOf(one) > lastInstantOf(last));
  return new Set([...notNamedThen(timeline, statement).values(), later.length]);
}

function lineAsked(suggestions: readonly IdentitySuggestion[], told: ReadonlySet<number>): Line {
  const [first, ...others] = suggestions;
  if (first?.isTyped !== true)
    return lineOf(
      `${told.has(actsOf(suggestions)) ? sayAccountsNotNamed(suggestions) : sayNotNamed(suggestions)}: ${first?.mayBe === "hers" ? `is that ${marks.you}` : `the same person as ${marks.them}`}?`,
    );
  const whom = first.mayBe === "hers" ? marks.you : marks.them;
  const asked = `Not yet said: is ${sayQuotedName(first.identity.wrote)}, as ${marks.you} typed it, ${whom}?`;
  const brief = `A name typed by ${marks.you} is open: is it ${whom}?`;
  const open = others.filter(({ isTyped }) => isTyped !== true);
  if (open.length > 0)
    return lineOf(
      `${asked} Open too: ${sayNotNamed(open)}.`,
      `${brief} Open too: ${sayNotNamed(open)}.`,
      `${asked} Others are open too.`,
      asked,
      brief,
    );
  return others.length > 0 ? lineOf(`${asked} Others are open too.`, asked, brief) : lineOf(asked, brief);
}

/** "1 act by 1 typed name that was not stated and 1,987 acts by 10 accounts that were not named". */
export function sayNotNamed(suggestions: readonly IdentitySuggestion[]): string {
  const typed = suggestions.filter((one) => one.isTyped === true);
  const accounts = suggestions.filter((one) => one.isTyped !== true);
  return [sayActsBy(typed, "typed name", "stated"), sayActsBy(accounts, "account", "named")].filter((part) => part !== "").join(" and ");
}

function actsOf(some: readonly IdentitySuggestion[]): number {
  return some.reduce((sum, { acts }) => sum + acts, 0);
}

function accountsOf(some: readonly IdentitySuggestion[]): number {
  return some.reduce((sum, { others = [] }) => sum + 1 + others.length, 0);
}

/** "4 accounts that were not named". */
function sayAccountsNotNamed(some: readonly IdentitySuggestion[]): string {
  const count = accountsOf(some);
  return `${sayCount(count, "account")} that ${count === 1 ? "was" : "were"} not named`;
}

function sayActsBy(some: readonly IdentitySuggestion[], noun: string, done: string): string {
  if (some.length === 0) return "";
  const [acts, count] = [actsOf(some), accountsOf(some)];
  return `${sayCount(acts, "act")} by ${sayCount(count, noun)} that ${count === 1 ? "was" : "were"} not ${done}`;
}

function countOf({ signs }: IdentitySuggestion, what: "words" | "files"): number {
  return signs.find((sign) => sign.what === what)?.count ?? 0;
}

interface Sign {
  readonly says: string;
  readonly count: number;
  readonly acts: readonly TimelineAct[];
}

interface Pair {
  readonly a: SeenIdentity;
  readonly b: SeenIdentity;
  readonly signs: readonly Sign[];
}

function pairsOf(timeline: Timeline, statement: Statement): readonly Pair[] {
  const seen = seeIdentities(timeline, statement);
  const sharedByPair = new Map<string, { readonly a: SeenIdentity; readonly b: SeenIdentity; readonly shared: SharedContent[] }>();
  const pairOf = (a: SeenIdentity, b: SeenIdentity): SharedContent[] => {
    const [first, second] = firstOf(a) <= firstOf(b) ? [a, b] : [b, a];
    const key = `${first.identity.normal}\u001f${second.identity.normal}`;
    let pair = sharedByPair.get(key);
    if (!pair) sharedByPair.set(key, (pair = { a: first, b: second, shared: [] }));
    return pair.shared;
  };
  const busiest = [...seen.theirs.values()].sort((a, b) => b.places.length - a.places.length).slice(0, mostCompared);
  const compared = new Map(busiest.map((one) => [one.identity.normal, one]));
  for (const [a, b] of pairsIn(busiest)) pairOf(a, b);
  for (const content of findSharedContent(timeline, statement)) {
    const senders = [...new Set(content.theirs.map(({ from }) => from.normal))].flatMap((normal) => compared.get(normal) ?? []);
    for (const [a, b] of pairsIn(senders)) pairOf(a, b).push(content);
  }
  return [...sharedByPair.values()]
    .map(({ a, b, shared }) => ({
      a,
      b,
      signs: [...handOver(a, b), ...sameContent(a, b, shared), ...turns(a, b, { timeline, statement })],
    }))
    .filter(({ signs }) => signs.length > 0)
    .sort((x, y) => firstOf(x.a) - firstOf(y.a) || firstOf(x.b) - firstOf(y.b));
}

function pairsIn(list: readonly SeenIdentity[]): readonly (readonly [SeenIdentity, SeenIdentity])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
}

function firstOf({ places: [first = 0] }: SeenIdentity): number {
  return first;
}

/** `a` began first. */
function handOver(a: SeenIdentity, b: SeenIdentity): readonly Sign[] {
  const wait = b.first.when.earliest - a.last.when.latest;
  if (a.places.length < actsLeast || b.places.length < actsLeast || wait < 0 || wait > handOverDays * msPerDay) return [];
  return [{ says: "the second began within a week after the first stopped", count: 1, acts: [a.last, b.first] }];
}

function sameContent(a: SeenIdentity, b: SeenIdentity, shared: readonly SharedContent[]): readonly Sign[] {
  const normals = new Set([a.identity.normal, b.identity.normal]);
  return (["words", "attachment"] as const).flatMap((what) => {
    const some = shared.filter((content) => content.what === what);
    if (some.length === 0) return [];
    const acts = some.flatMap(({ theirs }) => theirs.filter(({ from }) => normals.has(from.normal)));
    return [{ says: what === "words" ? "both sent the same words" : "both sent the same file", count: some.length, acts }];
  });
}

/** Acts of one that follow an act of the other within minutes, on several days. */
function turns(
  a: SeenIdentity,
  b: SeenIdentity,
  { timeline: { acts }, statement: { zone } }: { timeline: Timeline; statement: Statement },
): readonly Sign[] {
  const found = new Set<TimelineAct>();
  const days = new Set<number>();
  let i = 0;
  let j = 0;
  let before: { readonly side: SeenIdentity; readonly act: TimelineAct } | undefined;
  while (i < a.places.length || j < b.places.length) {
    const side = (a.places[i] ?? Infinity) < (b.places[j] ?? Infinity) ? a : b;
    const act = acts[(side === a ? a.places[i++] : b.places[j++]) ?? 0];
    if (!act) continue;
    if (before && before.side !== side && act.when.latest - before.act.when.earliest <= turnMinutes * msPerMinute) {
      found.add(before.act).add(act);
      days.add(dayIn(zone, act.when.earliest));
    }
    before = { side, act };
  }
  return days.size < turnDays
    ? []
    : [{ says: `both acted within ${turnMinutes} minutes of each other`, count: days.size, acts: [...found] }];
}

function namedIn(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const pairs = pairsOf(timeline, statement);
  if (pairs.length === 0) return [];
  const acts = new Set(pairs.flatMap(({ signs }) => signs.flatMap((sign) => sign.acts)));
  const inOrder = placedActs(timeline, statement).filter(({ act }) => acts.has(act));
  return [
    {
      pattern: identitiesAsOne.id,
      standing: "count",
      line: lineOf(`The numbers and accounts that ${marks.youSay} are ${marks.theirs} share words, files or times.`),
      says: sayNamed(pairs),
      acts: idsOf(inOrder),
      how:
        `Signs that are looked for: one with at least ${actsLeast} acts stops and the other starts within ${handOverDays} days; the same words (${lettersLeast} letters and ${wordsLeast} words at least, sent by nobody else before, and by fewer than ${knownSendersFewerThan} other people who had written before ${marks.your} first stop); the same file by its hash; ` +
        `an act of one within ${turnMinutes} minutes after the other, on ${turnDays} days or more. The ${mostCompared} busiest are compared.`,
      couldChange: [
        "People also pass on words and pictures, and change numbers for other reasons. A number can have a new holder.",
        `Nothing was joined. Who somebody is, ${marks.youSay}; the records of a phone company or a platform can show it.`,
        ...sayAbsences(timeline, statement, inOrder),
      ],
      table: {
        columns: ["First", "Second", "Sign", "How often", "First one’s days", "Second one’s days"],
        rows: pairs.flatMap(({ a, b, signs }) =>
          signs.map(({ says, count }) => [
            sayIdentity(a.identity),
            sayIdentity(b.identity),
            says,
            count,
            sayDays(a, statement),
            sayDays(b, statement),
          ]),
        ),
      },
    },
  ];
}

function sayNamed(pairs: readonly Pair[]): string {
  const handOvers = pairs.flatMap(({ a, b, signs }) =>
    signs.some(({ says }) => says.includes("began within")) ? [`${sayIdentity(a.identity)} then ${sayIdentity(b.identity)}`] : [],
  );
  return (
    `Of the numbers and accounts that ${marks.you} said are one person’s, ${sayFewOf(pairs.length, "pair")} ${pairs.length === 1 ? "shares" : "share"} words, files or times.` +
    (handOvers.length > 0 ? ` One stopped and the next began within ${handOverDays} days: ${sayList(handOvers)}.` : "")
  );
}

function sayDays({ first, last }: SeenIdentity, { zone }: Statement): string {
  return sayRange(dayIn(zone, first.when.earliest), dayIn(zone, last.when.earliest));
}
