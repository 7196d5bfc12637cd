import { type Identity, type Kind, isAccountOfViolence, normalName, tellsOfNear } from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";

/** What can be told of another place: a poster in a pub, an arrest, what he said on the phone. */
const toldKinds: ReadonlySet<Kind> = new Set<Kind>(["post", "mention", "comment", "message", "voicemail", "call", "other"]);

/** Characters of an account that are read. */
const longestText = 20_000;

/** English: what somebody is by office. Who took her statement is not whom it is about. */
const offices =
  /^(?:pcso?|dc|ds|di|sgt|sergeant|inspector|constable|wpc|officer|police|the police|dr|doctor|gp|nurse|midwife|solicitor|judge|magistrate|paramedic|social worker|health visitor|idva|counsellor)\b/;
/** English: somebody who brings her a word of others. */
const tells =
  /^,? (?:also |then |just |had |has )?(?:told|said|says|saying|rang|phoned|called|texted|messaged|wrote|heard|saw|showed|reported|took)\b/;

/** Whether a typed name is the office of somebody to whom she turned: “PC Hart”, “the police”. */
function isOffice({ wrote }: Pick<Identity, "wrote">): boolean {
  return offices.test(normalName(wrote));
}

/** Whether the words of a row make whoever stands beside it somebody who told of others: “Leonie told me that a man rang”. */
export function isTeller({ wrote }: Pick<Identity, "wrote">, text: string | null): boolean {
  const [words, name] = [normalName((text ?? "").slice(0, longestText)), normalName(wrote)];
  return name !== "" && words.startsWith(name) && tells.test(words.slice(name.length));
}

/**
 * Whether a row under a name that nobody stated can be something that its bearer did to her: not what was merely told, unless its words are of violence
 * and not a word that was brought.
 */
export function isDoing({ kind, grade, from, text }: Pick<PlacedAct, "kind" | "grade" | "from" | "text">): boolean {
  if (isOffice(from)) return false;
  if (!isTypedTelling({ kind, grade })) return true;
  return !isTeller(from, text) && isAccountOfViolence((text ?? "").slice(0, longestText));
}

/**
 * Whether she typed an act by a kind that says nothing of where she was. A list of columns can call every row of a diary in person: that is the
 * list's word, and no act becomes one at her door by it.
 */
export function isTypedTelling({ kind, grade }: Pick<PlacedAct, "kind" | "grade">): boolean {
  return grade === "own-account" && toldKinds.has(kind);
}

/** English: a row that begins so tells what somebody brought. */
const beginsAsTold = /^(?:also |then |just |had |has )?(?:told|said|says|saying|rang|phoned|called|texted|messaged|wrote|heard|saw|showed|reported|took|typed)\b/; // prettier-ignore

/** Whether a row of her own table without a kind, under a name that nobody stated, can be something done near her: then she is asked whose the name is. */
export function canBeDoing({ kind, grade, from, text }: Pick<PlacedAct, "kind" | "grade" | "from" | "text">): boolean {
  if (kind !== "other" || grade !== "own-account" || isOffice(from) || isTeller(from, text)) return false;
  const words = normalName((text ?? "").slice(0, longestText));
  return tellsOfNear(words) && !beginsAsTold.test(words);
}
