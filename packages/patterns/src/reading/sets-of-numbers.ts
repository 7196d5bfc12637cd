import { type Statement, type Timeline, type TimelineAct, normalName, threatens } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { type SeenIdentity, seeIdentities } from "./seen-identities.ts";
import { lettersLeast, wordsLeast } from "./shared-content.ts";

/**
 * Numbers and accounts that nobody named and that sent the same texts as one another: whoever changes his number each week says the same by each.
 *
 * [Note: Rare among strangers] A surgery and a parcel write to everybody in the same words. So a text counts that no saved or named person sent, that has no
 * link and no word of a service in it, and one such text is chance: two different ones, or one with words of a threat, make a set.
 */
export interface SetOfNumbers {
  /** In order of their first act. */
  readonly members: readonly SeenIdentity[];
  /** Their acts with a text that several of them sent, in order of time. */
  readonly acts: readonly TimelineAct[];
}

/** Different texts that make a set. */
const textsLeast = 2;
/** A text is compared to here: one of many megabytes could fill the memory. */
const longestText = 1000;

/** A text that a machine sends to everybody. */
const ofService =
  /https?:|www\.|\b(?:reply|text|txt) stop\b|\bopt out\b|\b(?:appointment|parcel|delivery|delivered|invoice|verification|passcode|otp)\b|\bcode\b/;

interface SentText {
  readonly isStrong: boolean;
  readonly isThreat: boolean;
  readonly acts: TimelineAct[];
  readonly senders: Set<string>;
}

/** Finds such sets, those with most members first. */
export const findSetsOfNumbers: (timeline: Timeline, statement: Statement) => readonly SetOfNumbers[] = memoize((timeline, statement) => {
  const { notNamed, otherActs, theirActs } = seeIdentities(timeline, statement);
  const isOpen = ({ identity: { kind, name }, unasked }: SeenIdentity): boolean =>
    unasked > 0 && (kind === "phone" || kind === "handle" || kind === "id") && name === undefined;
  const open = new Map([...notNamed].filter(([, one]) => isOpen(one)));
  if (open.size < 2) return [];
  const texts = new Map<string, SentText>();
  const ofOthers = new Set<string>();
  for (const act of theirActs) if (act.text !== null) ofOthers.add(foldOf(act.text));
  for (const act of otherActs) {
    if (act.text === null || act.kind !== "message" || act.grade === "own-account" || act.flags.includes("forwarded")) continue;
    const fold = foldOf(act.text);
    if (fold === "") continue;
    if (!open.has(act.from.normal) || act.to.some(({ kind }) => kind === "group")) ofOthers.add(fold);
    else {
      const isThreat = threatens(act.text.slice(0, longestText));
      const isLong = fold.replaceAll(" ", "").length >= lettersLeast && fold.split(" ").length >= wordsLeast;
      const one = texts.get(fold) ?? {
        isStrong: (isLong || isThreat) && !ofService.test(normalName(act.text.slice(0, longestText))),
        isThreat,
        acts: [],
        senders: new Set<string>(),
      };
      texts.set(fold, one);
      one.acts.push(act);
      one.senders.add(act.from.normal);
    }
  }
  const shared = [...texts].flatMap(([fold, one]) => (one.senders.size > 1 && !ofOthers.has(fold) ? [one] : []));
  return setsIn(shared.filter(({ isStrong }) => isStrong))
    .filter(({ texts: some }) => some.length >= textsLeast || some.some(({ isThreat }) => isThreat))
    .map(({ normals }): SetOfNumbers => {
      const all = withShort(normals, shared);
      const members = [...all].flatMap((normal) => open.get(normal) ?? []).sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
      const acts = shared.flatMap((one) => one.acts.filter(({ from }) => all.has(from.normal)));
      return { members, acts: acts.sort((a, b) => a.when.earliest - b.when.earliest || (a.id < b.id ? -1 : 1)) };
    })
    .sort((a, b) => b.members.length - a.members.length);
});

/** Letters, digits and single blanks alone. */
function foldOf(text: string): string {
  return normalName(text.slice(0, longestText)).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim(); // prettier-ignore
}

/** Senders that are joined by texts, each with the texts that join them. */
function setsIn(texts: readonly SentText[]): readonly { readonly normals: ReadonlySet<string>; readonly texts: readonly SentText[] }[] {
  const leadOf = new Map<string, string>();
  const lead = (normal: string): string => {
    let at = normal;
    for (let above = leadOf.get(at); above !== undefined && above !== at; above = leadOf.get(at)) at = above;
    return at;
  };
  for (const { senders } of texts) {
    const [first, ...rest] = [...senders].map(lead);
    for (const one of rest) if (first !== undefined && one !== first) leadOf.set(lead(one), lead(first));
  }
  const sets = new Map<string, { readonly normals: Set<string>; readonly texts: SentText[] }>();
  for (const text of texts) {
    const [first = ""] = text.senders;
    const set = sets.get(lead(first)) ?? { normals: new Set<string>(), texts: [] };
    sets.set(lead(first), set);
    set.texts.push(text);
    for (const sender of text.senders) set.normals.add(sender);
  }
  return [...sets.values()];
}

/** With those that sent two or more of the same texts, however short: "soon" and "nice dog". */
function withShort(normals: ReadonlySet<string>, shared: readonly SentText[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { senders } of shared)
    if ([...senders].some((sender) => normals.has(sender))) for (const sender of senders) counts.set(sender, (counts.get(sender) ?? 0) + 1);
  return new Set([...normals, ...[...counts].flatMap(([normal, count]) => (count >= textsLeast ? [normal] : []))]);
}
