import { type Finding, type Identity, type Statement, type Timeline, type TimelineAct, inOrderOfTime, msPerDay } from "@unmask/core";
import { sayAbsences } from "./absences.ts";
import { sayIdentity } from "./kind-words.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, dayOf, placeAct } from "./placed-act.ts";
import { sayDay, sayFewOf, sayList } from "./sentences.ts";
import { type SharedContent, findSharedContent } from "./shared-content.ts";
import { actsByWhose } from "./their-acts.ts";
import { createWhose } from "./whose.ts";

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
    const pairs = pairsOf(seen, timeline, statement);
    const named = pairs.filter(({ a, b }) => a.isTheirs && b.isTheirs);
    const asked = pairs.filter(({ a, b, signs }) => a.isTheirs !== b.isTheirs && countSigns(signs) >= signsLeast);
    return [...findingOf("asked", asked, { timeline, statement }), ...findingOf("named", named, { timeline, statement })];
  },
};

interface Seen {
  readonly identity: Identity;
  isTheirs: boolean;
  readonly acts: TimelineAct[];
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
function identitiesIn(timeline: Timeline, statement: Statement): ReadonlyMap<string, Seen> {
  const whoseIs = createWhose(statement);
  const seenByNormal = new Map<string, Seen>();
  for (const act of timeline.acts) {
    const { from, flags } = act;
    if (from.kind === "withheld" || from.kind === "group" || flags.includes("far-date")) continue;
    const whose = whoseIs(from);
    if (whose === "hers") continue;
    const seen = seenByNormal.get(from.normal);
    if (seen) {
      seen.acts.push(act);
      seen.isTheirs ||= whose === "theirs";
    } else seenByNormal.set(from.normal, { identity: from, isTheirs: whose === "theirs", acts: [act] });
  }
  return seenByNormal;
}

function pairsOf(seen: ReadonlyMap<string, Seen>, timeline: Timeline, statement: Statement): readonly Pair[] {
  const whoseIs = createWhose(statement);
  const notHers = timeline.acts.filter(
    ({ from, flags }) => seen.has(from.normal) && whoseIs(from) !== "hers" && !flags.includes("far-date"),
  );
  const sharedByPair = new Map<string, { readonly a: Seen; readonly b: Seen; readonly shared: SharedContent[] }>();
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
  const theirs = [...seen.values()].filter(({ isTheirs }) => isTheirs).sort((a, b) => b.acts.length - a.acts.length);
  for (const [a, b] of pairsIn(theirs.slice(0, mostCompared))) pairOf(a, b);
  return [...sharedByPair.values()]
    .map(({ a, b, shared }) => ({ a, b, signs: signsOf(a, b, shared) }))
    .filter(({ signs }) => signs.length > 0)
    .sort((x, y) => inOrderOfTime(firstOf(x.a), firstOf(y.a)) || inOrderOfTime(firstOf(x.b), firstOf(y.b)));
}

function pairsIn(list: readonly Seen[]): readonly (readonly [Seen, Seen])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
}

function inOrderOfBeginning(a: Seen, b: Seen): readonly [Seen, Seen] {
  return inOrderOfTime(firstOf(a), firstOf(b)) <= 0 ? [a, b] : [b, a];
}

function firstOf({ acts: [first] }: Seen): TimelineAct {
  if (!first) throw new Error("an identity is seen by an act");
  return first;
}

/** `a` began first. */
function signsOf(a: Seen, b: Seen, shared: readonly SharedContent[]): readonly Sign[] {
  return [...handOver(a, b), ...sameContent(a, b, shared), ...turns(a, b)];
}

function handOver(a: Seen, b: Seen): readonly Sign[] {
  const last = a.acts.reduce((most, act) => (act.when.latest > most.when.latest ? act : most), firstOf(a));
  const first = firstOf(b);
  const wait = first.when.earliest - last.when.latest;
  if (a.acts.length < actsLeast || b.acts.length < actsLeast || wait < 0 || wait > handOverDays * msPerDay) return [];
  return [{ says: "the second began within a week after the first stopped", count: 1, acts: [last, first] }];
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

/** Acts of one that follow an act of the other within minutes, on several days. Both lists are in order of time. */
function turns(a: Seen, b: Seen): readonly Sign[] {
  const merged = [...a.acts, ...b.acts].sort(inOrderOfTime);
  const acts = new Set<TimelineAct>();
  const days = new Set<number>();
  for (let i = 1; i < merged.length; i++) {
    const before = merged[i - 1];
    const after = merged[i];
    if (!before || !after || before.from.normal === after.from.normal) continue;
    if (after.when.latest - before.when.earliest > turnMinutes * 60_000) continue;
    acts.add(before).add(after);
    days.add(Math.floor(after.when.earliest / msPerDay));
  }
  return days.size < turnDays
    ? []
    : [{ says: `both acted within ${turnMinutes} minutes of each other`, count: days.size, acts: [...acts] }];
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

function sayDays({ acts }: Seen, { zone }: Statement): string {
  const first = acts[0];
  const last = acts.at(-1);
  return first && last ? `${sayDay(dayOf(first.when.earliest, zone))} to ${sayDay(dayOf(last.when.earliest, zone))}` : "";
}
