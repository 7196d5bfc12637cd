import type { Kind } from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";

/** Kinds by which two people are in touch: what can be sent and answered. */
const touchKinds: ReadonlySet<Kind> = new Set<Kind>([
  "message", "call", "voicemail", "reaction", "comment", "mention", "follow", "request", "transfer", "gift",
]); // prettier-ignore

/** Whether an act is something that was sent to the other and that a file holds; what she wrote down herself is no answer. */
export function isSent({ grade, kind }: PlacedAct): boolean {
  return touchKinds.has(kind) && grade !== "own-account" && grade !== "check";
}

/** Kinds of which the words are somebody's, even where she typed them out. */
const spokenKinds: ReadonlySet<Kind> = new Set<Kind>(["message", "voicemail", "comment", "post", "mention"]);
/** Kinds of which a record tells what was done, in words of its own: "person detected". */
const doneKinds: ReadonlySet<Kind> = new Set<Kind>([
  "visit", "following", "damage", "entry", "view", "login", "device", "location", "check",
]); // prettier-ignore

/** Whether the words of an act are those of whoever did it: not where she, or a device, wrote down what somebody did. */
export function isTheirWords({ grade, kind }: PlacedAct): boolean {
  return grade === "own-account" || grade === "check" ? spokenKinds.has(kind) : !doneKinds.has(kind);
}
