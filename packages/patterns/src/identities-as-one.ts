import {
  type Finding,
  type Identity,
  type Statement,
  type Timeline,
  type TimelineAct,
  createWhose,
  isTheirs,
  msPerDay,
  msPerMinute,
  dayIn,
} from "@unmask/core";
import { sayFewOf, sayIdentity, sayList, sayRange } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, placeAct } from "./reading/placed-act.ts";
import { type SharedContent, findSharedContent } from "./reading/shared-content.ts";

/** One stops and another starts within this many days. */
const handOverDays = 7;
/** An identity with fewer acts than this neither stops nor starts. */
const actsLeast = 3;
/** An act of one within this many minutes after an act of the other is taking turns… */
const turnMinutes = 2;
/** …when it happens on this many days. */
const turnDays = 3;
/** Signs that are needed before an identity that she did not name is asked about. One alone is often chance. */
const signsLeast = 2;
/** Hand-overs are looked for between this many busiest identities of theirs: each is compared with each. */
const mostCompared = 60;

/**
 * Several identities that behave as one. What ties identities together that she named, and a question about those that she did not name.
 * Nothing is ever merged here: who somebody is, she says.
 */
export const identitiesAsOne: Pattern = {
  id: "identities-as-one",
  looksFor:
    "Numbers and accounts that behave as one: one stops as the next starts, the same words, the same pictures, turns within minutes.",
  find(timeline, statement) {
    const seen = identitiesIn(timeline, statement);
    const pairs = pairsOf(seen, timeline);
    const named = pairs.filter(({ a, b }) => a.isTheirs && b.isTheirs);
    const asked = pairs.filter(({ a, b, signs }) => a.isTheirs !== b.isTheirs && countSigns(signs) >= signsLeast);
    return [...findingOf("asked", asked, { timeline, statement }), ...findingOf("named", named, { timeline, statement })];
  },
};

interface Seen {
  readonly identity: Identity;
  isTheirs: boolean;
  /** Its acts as places on the timeline, in order: comparing two numbers orders two acts. */
  readonly places: number[];
  readonly first: TimelineAct;
  /** The one that can have ended last. */
  last: TimelineAct;
}

interface Sign {
  readonly says: string;
  readonly count: number;
  readonly acts: readonly TimelineAct[];
}

interface Pair {
  readonly a: Seen;
  readonly b: Seen;
  readonly signs: readonly Sign[];
}

function countSigns(signs: readonly Sign[]): number {
  return signs.reduce((sum, { count }) => sum + count, 0);
}

/** Every identity that is not hers, with its acts in order of time; nobody named and groups are nobody. */
function identitiesIn({ acts }: Timeline, statement: Statement): ReadonlyMap<string, Seen> {
  const whoseIs = createWhose(statement);
  const seenByNormal = new Map<string, Seen>();
  for (const [place, act] of acts.entries()) {
    const { from, flags } = act;
    if (from.kind === "withheld" || from.kind === "group" || flags.includes("far-date")) continue;
    const whose = whoseIs(act);
    if (whose === "hers") continue;
    const isOne = isTheirs(whose);
    const seen = seenByNormal.get(from.normal);
    if (seen) {
      seen.places.push(place);
      seen.isTheirs ||= isOne;
      if (act.when.latest > seen.last.when.latest) seen.last = act;
    } else seenByNormal.set(from.normal, { identity: from, isTheirs: isOne, places: [place], first: act, last: act });
  }
  return seenByNormal;
}

function pairsOf(seen: ReadonlyMap<string, Seen>, { acts }: Timeline): readonly Pair[] {
  const sharedByPair = new Map<string, { readonly a: Seen; readonly b: Seen; readonly shared: SharedContent[] }>();
  const allPlaces = Int32Array.from([...seen.values()].flatMap(({ places }) => places)).sort();
  const notHers = Array.from(allPlaces).flatMap((place) => acts[place] ?? []);
  const pairOf = (a: Seen, b: Seen): SharedContent[] => {
    const [first, second] = inOrderOfBeginning(a, b);
    const key = `${first.identity.normal}\u001f${second.identity.normal}`;
    let pair = sharedByPair.get(key);
    if (!pair) sharedByPair.set(key, (pair = { a: first, b: second, shared: [] }));
    return pair.shared;
  };
  const personOf = (normal: string): string => (seen.get(normal)?.isTheirs === true ? "them" : normal);
  for (const content of findSharedContent(notHers, personOf)) {
    for (const [a, b] of pairsIn(content.normals.flatMap((normal) => seen.get(normal) ?? [])))
      if (a.isTheirs || b.isTheirs) pairOf(a, b).push(content);
  }
  const theirs = [...seen.values()].filter(({ isTheirs }) => isTheirs).sort((a, b) => b.places.length - a.places.length);
  for (const [a, b] of pairsIn(theirs.slice(0, mostCompared))) pairOf(a, b);
  return [...sharedByPair.values()]
    .map(({ a, b, shared }) => ({ a, b, signs: [...handOver(a, b), ...sameContent(a, b, shared), ...turns(a, b, acts)] }))
    .filter(({ signs }) => signs.length > 0)
    .sort((x, y) => firstOf(x.a) - firstOf(y.a) || firstOf(x.b) - firstOf(y.b));
}

function pairsIn(list: readonly Seen[]): readonly (readonly [Seen, Seen])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
}

function inOrderOfBeginning(a: Seen, b: Seen): readonly [Seen, Seen] {
  return firstOf(a) <= firstOf(b) ? [a, b] : [b, a];
}

function firstOf({ places: [first = 0] }: Seen): number {
  return first;
}

/** `a` began first. */
function handOver(a: Seen, b: Seen): readonly Sign[] {
  const wait = b.first.when.earliest - a.last.when.latest;
  if (a.places.length < actsLeast || b.places.length < actsLeast || wait < 0 || wait > handOverDays * msPerDay) return [];
  return [{ says: "the second began within a week after the first stopped", count: 1, acts: [a.last, b.first] }];
}

function sameContent(a: Seen, b: Seen, shared: readonly SharedContent[]): readonly Sign[] {
  return (["words", "attachment"] as const).flatMap((what) => {
    const some = shared.filter((content) => content.what === what);
    if (some.length === 0) return [];
    const normals = new Set([a.identity.normal, b.identity.normal]);
    const acts = some.flatMap((content) => content.acts.filter(({ from }) => normals.has(from.normal)));
    return [{ says: what === "words" ? "both sent the same words" : "both sent the same file", count: some.length, acts }];
  });
}

/** Acts of one that follow an act of the other within minutes, on several days. */
function turns(a: Seen, b: Seen, acts: readonly TimelineAct[]): readonly Sign[] {
  const found = new Set<TimelineAct>();
  const days = new Set<number>();
  let i = 0;
  let j = 0;
  let before: { readonly side: Seen; readonly act: TimelineAct } | undefined;
  while (i < a.places.length || j < b.places.length) {
    const side = (a.places[i] ?? Infinity) < (b.places[j] ?? Infinity) ? a : b;
    const act = acts[(side === a ? a.places[i++] : b.places[j++]) ?? 0];
    if (!act) continue;
    if (before && before.side !== side && act.when.latest - before.act.when.earliest <= turnMinutes * msPerMinute) {
      found.add(before.act).add(act);
      days.add(Math.floor(act.when.earliest / msPerDay));
    }
    before = { side, act };
  }
  return days.size < turnDays
    ? []
    : [{ says: `both acted within ${turnMinutes} minutes of each other`, count: days.size, acts: [...found] }];
}

function findingOf(
  what: "asked" | "named",
  pairs: readonly Pair[],
  { timeline, statement }: { timeline: Timeline; statement: Statement },
): readonly Finding[] {
  if (pairs.length === 0) return [];
  const acts = new Set(pairs.flatMap(({ signs }) => signs.flatMap((sign) => sign.acts)));
  const inOrder = timeline.acts.filter((act) => acts.has(act));
  const used: readonly PlacedAct[] = inOrder.map((act) => placeAct(act, statement.zone));
  return [
    {
      pattern: identitiesAsOne.id,
      says: what === "asked" ? sayAsked(pairs) : sayNamed(pairs),
      acts: inOrder.map(({ id }) => id),
      how:
        `Signs that are looked for: one with at least ${actsLeast} acts stops and the other starts within ${handOverDays} days; the same words (20 letters and 4 words at least, sent by no third person); the same file by its hash; ` +
        `an act of one within ${turnMinutes} minutes after the other, on ${turnDays} days or more. For a number or account that you did not name at least ${signsLeast} signs with one that you did.`,
      couldChange: [
        "People also pass on words and pictures, and change numbers for other reasons. A number can have a new holder.",
        ...(what === "asked" ? ["What came from a number or account that you did not name is listed here and counted nowhere else."] : []),
        "Nothing was joined. Who somebody is, you say; the records of a phone company or a platform can show it.",
        ...sayAbsences(timeline, statement, used),
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

function sayAsked(pairs: readonly Pair[]): string {
  const questions = pairs.map(({ a, b, signs }) => {
    const [known, other] = a.isTheirs ? [a, b] : [b, a];
    return `${sayIdentity(other.identity)} and ${sayIdentity(known.identity)}, which you say is theirs: ${sayList(signs.map(({ says, count }) => `${says} (${count})`))}.`;
  });
  return `${questions.join(" ")} Is it the same person? Only you can say; nothing was joined.`;
}

function sayNamed(pairs: readonly Pair[]): string {
  const handOvers = pairs.flatMap(({ a, b, signs }) =>
    signs.some(({ says }) => says.includes("began within")) ? [`${sayIdentity(a.identity)} then ${sayIdentity(b.identity)}`] : [],
  );
  return (
    `Of the numbers and accounts that you said are one person, the files tie ${sayFewOf(pairs.length, "pair")} together by what they sent and when.` +
    (handOvers.length > 0 ? ` One stopped and the next began within ${handOverDays} days: ${sayList(handOvers)}.` : "")
  );
}

function sayDays({ first, last }: Seen, { zone }: Statement): string {
  return sayRange(dayIn(zone, first.when.earliest), dayIn(zone, last.when.earliest));
}
