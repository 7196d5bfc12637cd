import { type Finding, type Zone, dayIn } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { Disclosed, DisclosedAct } from "./disclosed-acts.ts";

/** Which acts are printed, and the rule in words. */
export interface PrintedActs {
  readonly acts: readonly DisclosedAct[];
  /** Whole sentences for the head of the chronology. */
  readonly rule: string;
}

/** Everyday kinds, of which there can be thousands a week: they give way to the rare ones when not all acts can be printed. */
const everyday: ReadonlySet<string> = new Set(["message", "call", "voicemail", "reaction", "view"]);

/**
 * Chooses the acts to print, at most `most`.
 *
 * [Note: What is printed] All of them where they fit. Else, until the room is used: what she wrote herself and every kind that is rare
 * (a sighting, a log-in, a letter, a threat); the first and last act of each day; the acts of each finding, the shortest finding first; the
 * rest. Of the first group that does not fit whole, acts at even distances are taken, so that no part of the time is favoured.
 */
export function chooseActs(
  disclosed: Pick<Disclosed, "acts" | "byId">,
  findings: readonly Finding[],
  { most, zone }: { most: number; zone: Zone },
): PrintedActs {
  const { acts } = disclosed;
  if (acts.length <= most) return { acts, rule: `All ${sayCount(acts.length, "act")} are printed, in order of time.` };
  const chosen = new Set<DisclosedAct>();
  for (const group of groupsOf(disclosed, findings, zone)) {
    const fresh = group.filter((one) => !chosen.has(one));
    const room = most - chosen.size;
    for (const one of fresh.length <= room ? fresh : everyNth(fresh, room)) chosen.add(one);
    if (chosen.size >= most) break;
  }
  const printed = acts.filter((one) => chosen.has(one));
  const rule =
    `${sayNumber(printed.length)} of ${sayCount(acts.length, "act")} are printed: those the person wrote down and every act of a rare kind ` +
    `(a sighting, a log-in, a transfer, a letter, a threat), then the first and last of each day, then those that findings rest on, the shortest ` +
    `finding first, then others, at even distances where not all have room. All ${sayNumber(acts.length)} are in the pack; the program left none out.`;
  return { acts: printed, rule };
}

function* groupsOf(
  { acts, byId }: Pick<Disclosed, "acts" | "byId">,
  findings: readonly Finding[],
  zone: Zone,
): Generator<readonly DisclosedAct[]> {
  yield acts.filter(({ act }) => act.grade === "own-account" || !everyday.has(act.kind));
  yield firstAndLastOfDays(acts, zone);
  for (const finding of [...findings].sort((a, b) => a.acts.length - b.acts.length)) {
    yield finding.acts.flatMap((id) => byId.get(id) ?? []);
  }
  yield acts;
}

function firstAndLastOfDays(acts: readonly DisclosedAct[], zone: Zone): DisclosedAct[] {
  const days = acts.map(({ act }) => dayIn(zone, act.when.earliest));
  return acts.filter((_, i) => days[i] !== days[i - 1] || days[i] !== days[i + 1]);
}

function everyNth<T>(list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]).filter((one) => one !== undefined);
}
