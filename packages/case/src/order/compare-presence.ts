import type { Place } from "../event/order-shapes.ts";
import { quoted } from "../shortened.ts";
import type { PresenceTouch } from "./condition-touch.ts";
import type { Answered } from "./found.ts";
import { type HowPlacesLie, howPlacesLie } from "./places.ts";
import { type HowTimesLie, howTimesLie, timesInWords } from "./times.ts";

/** Two conditions about where somebody is. */

/** UTF-16 units of a place's name in a reason. */
const longestPlace = 60;

/** A condition by the words that name it, and what it asks. */
export interface PresenceSide {
  readonly name: string;
  readonly touch: PresenceTouch;
}

/** How they stand; undefined where both only keep somebody out: whoever stays away obeys both. */
export function comparePresence(one: PresenceSide, other: PresenceSide): Answered | undefined {
  const plain = compareAsRead(one, other);
  if (plain !== undefined && plain.found !== "fits") return plain;
  const doubted = [...readings(one, other), ...readings(other, one)].find((answer) => answer !== undefined && answer.found !== "fits");
  return doubted ? { found: "to-read", why: `${doubted.why} Read whether the words keep somebody out of the place or in it.` } : plain;
}

/** The same, if the first is one not to leave. */
function readings(one: PresenceSide, other: PresenceSide): readonly (Answered | undefined)[] {
  return one.touch.mayKeepIn ? [compareAsRead({ ...one, touch: { ...one.touch, role: "stay" } }, other)] : [];
}

function compareAsRead(one: PresenceSide, other: PresenceSide): Answered | undefined {
  const [first, second] = rank(one) <= rank(other) ? [one, other] : [other, one];
  if (second.touch.role === "out") return undefined;
  return first.touch.role === "out" ? keptOutAndSent(first, second) : twoPlacesAtOnce(first, second);
}

function rank({ touch: { role } }: PresenceSide): number {
  return ["out", "attend", "stay"].indexOf(role);
}

/** One keeps out, the other asks to be there. */
function keptOutAndSent(out: PresenceSide, sent: PresenceSide): Answered {
  const times = timesOf(sent.touch, out.touch);
  const both = `${sent.name} asks to be at ${placesInWords(sent.touch)}${whenInWords(sent.touch)}; ${out.name} forbids ${placesInWords(out.touch)}${whenInWords(out.touch)}.`;
  if (times === "none") return { found: "fits", why: `${both} The times have no minute in common.` };
  const lie = sentInto(sent.touch.places, out.touch.places);
  if (lie.lie === "apart") return { found: "fits", why: `${both} The places lie ${lie.metres} m apart.` };
  if (lie.lie === "not-known") return { found: "not-compared", why: `${both} Not compared: ${lie.why}.` };
  if (times === "not-known") return { found: "not-compared", why: `${both} Not compared: ${noTime(sent.touch)}.` };
  if (lie.lie === "near") return { found: "to-read", why: `${both} The place lies ${lie.metres} m from the edge: read the map.` };
  if (lie.lie === "partly") return { found: "to-read", why: `${both} A part lies inside: read whether the other part is enough.` };
  if (sent.touch.role === "attend" && times === "part") {
    return {
      found: "to-read",
      why: `${both} The place lies inside, and a part of the time is forbidden: read whether the other part is enough.`,
    };
  }
  if (sent.touch.role === "attend" && times === "some" && sent.touch.frequency !== undefined) {
    const often = quoted(sent.touch.frequency, longestPlace);
    return {
      found: "to-read",
      why: `${both} The place lies inside, and some of the times are forbidden: read whether the others are enough for ${often}.`,
    };
  }
  return { found: "conflict", why: `${both} The place lies inside. Nobody could obey both.` };
}

/** Both ask to be somewhere. */
function twoPlacesAtOnce(first: PresenceSide, second: PresenceSide): Answered {
  const times =
    first.touch.times === undefined || second.touch.times === undefined ? "not-known" : howTimesLie(first.touch.times, second.touch.times);
  const both = `${first.name} asks to be at ${placesInWords(first.touch)}${whenInWords(first.touch)}; ${second.name} to be at ${placesInWords(second.touch)}${whenInWords(second.touch)}.`;
  if (times === "none") return { found: "fits", why: `${both} The times have no minute in common.` };
  const lie = nearest(first.touch.places, second.touch.places);
  if (lie.lie === "inside") return { found: "fits", why: `${both} It is the same place.` };
  if (lie.lie === "not-known") return { found: "not-compared", why: `${both} Not compared: ${lie.why}.` };
  if (times === "not-known")
    return { found: "not-compared", why: `${both} Not compared: ${noTime(first.touch.times === undefined ? first.touch : second.touch)}.` };
  if (lie.lie !== "apart") return { found: "to-read", why: `${both} The places meet, or nearly do: read the map.` };
  if (second.touch.role === "attend") return { found: "to-read", why: `${both} The times overlap: read whether there is time for both.` };
  if (first.touch.role === "attend" && (times === "part" || (times === "some" && first.touch.frequency !== undefined))) {
    return { found: "to-read", why: `${both} A part of the time is taken: read whether the other part is enough.` };
  }
  return { found: "conflict", why: `${both} Nobody could be in both places at once.` };
}

/** Where the times of who is sent lie to those of who is kept out. */
function timesOf(sent: PresenceTouch, out: PresenceTouch): HowTimesLie {
  const kept = out.times ?? [];
  if (sent.times !== undefined) return howTimesLie(sent.times, kept);
  return kept.length === 0 ? "all" : "not-known";
}

function noTime({ times }: PresenceTouch): string {
  return times === undefined ? "no times are written" : "a time of the week cannot be read";
}

/** Where all places lie to which somebody is sent: each of them, or one, in what is forbidden. */
function sentInto(sent: readonly Place[] | undefined, out: readonly Place[] | undefined): HowPlacesLie {
  if (sent === undefined || out === undefined)
    return { lie: "not-known", why: sent === undefined ? "where to be is not written" : "where not to be is not written" };
  const each = sent.map((place) => gravestLie(out.map((forbidden) => howPlacesLie(place, forbidden))));
  if (each.every(({ lie }) => lie === "inside")) return { lie: "inside" };
  return each.find(({ lie }) => lie === "not-known") ?? (each.some(({ lie }) => lie === "inside") ? { lie: "partly" } : gravestLie(each));
}

/** Inside one of them is inside; then what is not known, then what is partly, then what is near. */
function gravestLie(lies: readonly HowPlacesLie[]): HowPlacesLie {
  const inOrder = (["inside", "not-known", "partly", "near", "apart"] as const).flatMap((lie) =>
    lies.filter((one) => one.lie === lie).toSorted((one, other) => metresOf(one) - metresOf(other)),
  );
  return inOrder[0] ?? { lie: "not-known", why: "no place is written" };
}

/** Whether one can be at a place of each at once. */
function nearest(some: readonly Place[] | undefined, others: readonly Place[] | undefined): HowPlacesLie {
  if (some === undefined || others === undefined) return { lie: "not-known", why: "where to be is not written" };
  const lies = some.flatMap((place) => others.flatMap((other) => [howPlacesLie(place, other), howPlacesLie(other, place)]));
  const inOrder = (["inside", "partly", "near", "not-known", "apart"] as const).flatMap((lie) => lies.filter((one) => one.lie === lie));
  return inOrder[0] ?? { lie: "not-known", why: "no place is written" };
}

function metresOf(lie: HowPlacesLie): number {
  return "metres" in lie ? lie.metres : 0;
}

function placesInWords({ places }: PresenceTouch): string {
  if (places === undefined) return "a place that is not written";
  const [first, ...more] = places;
  return `${quoted(first?.says ?? "", longestPlace)}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}

function whenInWords({ times }: PresenceTouch): string {
  return times === undefined ? ", when is not written" : `, ${timesInWords(times.slice(0, 3))}${times.length > 3 ? "; …" : ""}`;
}
