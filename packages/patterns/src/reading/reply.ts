import type { Kind } from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";

/** Kinds by which two people are in touch: what can be sent and answered. */
const touchKinds: ReadonlySet<Kind> = new Set<Kind>([
  "message", "call", "voicemail", "reaction", "comment", "mention", "follow", "request", "transfer", "gift",
]); // prettier-ignore

/** Whether an act is something that was sent to the other and that a file holds; what she wrote down herself is no answer. */
export function isSent({ act, kind }: PlacedAct): boolean {
  return touchKinds.has(kind) && act.grade !== "own-account" && act.grade !== "check";
}

/** Whether a call was taken: the source calls it neither missed nor unanswered. */
export function isTaken({ act, kind }: PlacedAct): boolean {
  return kind === "call" && !act.flags.includes("missed") && !act.flags.includes("unanswered");
}
