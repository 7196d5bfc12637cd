import {
  type Identity,
  type IdentityKind,
  type Statement,
  type Timeline,
  createSaidOther,
  isAfterStop,
  placeStops,
  tellsIntrusionOrFear,
  threatens,
  threatensLife,
} from "@unmask/core";
import { actsOfAnyStep } from "./acts-of-any-step.ts";
import { createConfidant } from "./confidant.ts";
import { isToGroup } from "./groups.ts";
import { answersOfHers } from "./jest.ts";
import { memoize } from "./memoize.ts";
import { type PlacedAct, placedActs } from "./placed-act.ts";
import { createThreatOfThem, createToldByOthers, threatensThirdAlone } from "./told-by-others.ts";
import { foldText, placesIn, tellsWhere } from "./whereabouts-words.ts";

/**
 * What came to her from a number or an account that nobody named and holds words of a threat, a place that she named, or, after her stop, a key, a door or where she was.
 *
 * [Note: Told, and nobody's] Whoever has a new number threatens by it first. Such a text is in no number of theirs until she says whose it is, and it
 * must not wait for that: it is told with the number that sent it.
 */

/** What can send something: also who is saved by a name that she did not state. */
const accountKinds: ReadonlySet<IdentityKind> = new Set<IdentityKind>(["phone", "email", "handle", "id", "name"]);
/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;
/** A shorter place would be found in every other word. */
const shortestPlace = 3;

/** English: that somebody comes for her, or comes in. "I come in at nine" is a shift. */
const comes =
  /\bi(?:'m| am|'ll| will)? com(?:e|ing) for (?:you|u|ya)\b(?! (?:at|around|about) \d)|\btonight,? i(?:'m| am|'ll| will)? com(?:e|ing) in\b|\bi(?:'m| am|'ll| will)? com(?:e|ing) in tonight\b/;

/** Why a text is told: a threat that names death, a weapon, fire or children, any other, a key or coming in, a place of hers, or that somebody sees where she is. */
export type UnnamedThreat = { readonly one: PlacedAct; readonly what: "death" | "threat" | "key" | "place" | "where" };

/** English: a key or a lock. */
const ofKey = /\b(?:your|ur|the|spare|new|copied|got|have) (?:\w{2,10} ){0,2}(?:keys?|locks?)\b/;
/** English: what her home looks like, and where she sat or went. */
const ofHome =
  /\b(?:your|ur|the|that|yellow|red|blue|green|black|white) (?:\w{2,10} )?(?:door|gate|window|curtains?|blinds?|garden|drive|bedroom|kitchen|porch|doorstep|step|shed|letterbox)\b|\b(?:you|u)(?: were|'re| are)(?: \w{2,10})? (?:in|at|on|with|wearing|alone)\b(?! (?:my|the wrong|your (?:own|way)|time|about)\b)/;
/** English: what thousands are sent in the same words, and by whom nobody is followed. */
const ofService =
  /https?:|www\.|\b(?:parcel|deliver\w*|driver|courier|package|order|booking|appointment|collect\w*|taxi|uber|pizza|invoice|refund|reply|code|account)\b/;

/** Whether words are about a key or coming in, or about where she is or what her home looks like; undefined of all others, and of a service's. */
export function tellsOfHome(words: string): "key" | "where" | undefined {
  const folded = foldText(words);
  if (ofService.test(folded)) return undefined;
  if (ofKey.test(folded) || tellsIntrusionOrFear(words)) return "key";
  return ofHome.test(folded) || tellsWhere(words) ? "where" : undefined;
}

/** Words of a threat that she answered as a jest, and her answer. */
export interface Jest {
  readonly one: PlacedAct;
  readonly answer: PlacedAct;
}

/** In order of time. */
interface UnnamedThreats {
  readonly found: readonly UnnamedThreat[];
  /** Of saved contacts, what she answered as a jest. */
  readonly jests: readonly Jest[];
}

/**
 * Such texts in order of time, without those that she marked: of these she has said whose they are. A threat by a number of which she says that it is
 * somebody else's stays: it is not their hand, and it was written. Without what she answered a saved contact as a jest, what tells of them by their name,
 * and what threatens nobody but them, or from whom she talks to of them nobody but a third person: “I’d kill him”.
 */
export const findUnnamedThreats: (timeline: Timeline, statement: Statement) => UnnamedThreats = memoize((timeline, statement) => {
  const marked = new Set((statement.marks ?? []).map(({ act }) => act));
  const places = statement.places.map((place) => foldText(place).trim()).filter(({ length }) => length >= shortestPlace);
  const isSaidOther = createSaidOther(statement);
  const answers = answersOfHers(timeline, statement);
  const isToldByOthers = createToldByOthers(statement);
  const isThreatOfThem = createThreatOfThem(statement);
  const isConfidant = createConfidant(timeline, statement);
  const isStranger = createStranger(timeline, statement);
  const jests: Jest[] = [];
  const told = actsOfAnyStep(timeline, statement).flatMap((one): readonly UnnamedThreat[] => {
    if (one.whose !== "other" || one.isToOthers || one.text === null || one.grade === "own-account") return [];
    if (!accountKinds.has(one.from.kind) || marked.has(one.id) || isToGroup(one)) return [];
    const words = `${one.subject ?? ""} ${one.text.slice(0, longestText)}`;
    const folded = foldText(words);
    if (threatens(words) || comes.test(folded)) {
      if (isToldByOthers(one) || isThreatOfThem(words) || (threatensThirdAlone(words) && isConfidant(one.from))) return [];
      const answer = one.from.kind === "name" || isSaved(one.from) ? answers.inJest(one) : undefined;
      if (answer !== undefined) jests.push({ one, answer });
      return [{ one, what: threatensLife(words) ? "death" : "threat" }];
    }
    if (one.from.kind === "name" || isSaidOther(one.from)) return [];
    if (places.some((place) => placesIn(folded, place).length > 0)) return [{ one, what: "place" }];
    const what = isStranger(one) ? tellsOfHome(words) : undefined;
    return what === undefined ? [] : [{ one, what }];
  });
  // Beside one threat that was none, nothing by the same number is a jest.
  const inJest = new Set(jests.map(({ one }) => one));
  const serious = new Set(
    told.flatMap(({ one, what }) => ((what !== "death" && what !== "threat") || inJest.has(one) ? [] : [one.from.normal])),
  );
  return {
    found: told.filter(({ one }) => !inJest.has(one) || serious.has(one.from.normal)),
    jests: jests.filter(({ one }) => !serious.has(one.from.normal)),
  };
});

/** Kinds of account that are a stranger's while she neither saved nor answered one: firms write by mail, and a name is somebody that she knows. */
const strangerKinds: ReadonlySet<IdentityKind> = new Set<IdentityKind>(["phone", "handle", "id"]);

/** Makes a question: did something certainly come after her first stop, from whom she neither saved nor ever wrote to? */
function createStranger(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  const [stop] = placeStops(timeline, statement);
  if (stop === undefined) return () => false;
  let answered: ReadonlySet<string> | undefined;
  return (one) => {
    if (!strangerKinds.has(one.from.kind) || one.from.name !== undefined || !isAfterStop(one, stop)) return false;
    answered ??= new Set(
      placedActs(timeline, statement).flatMap(({ act, whose }) => (whose === "hers" ? act.to.map(({ normal }) => normal) : [])),
    );
    return !answered.has(one.from.normal);
  };
}

/** Whether somebody saved it under a name. A name that an account shows of itself is none. */
export function isSaved({ kind, name = "" }: Identity): boolean {
  return kind === "phone" && name.trim() !== "";
}
