import type { Kind } from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";

/** What can be told of another place: a poster in a pub, an arrest, what he said on the phone. */
const toldKinds: ReadonlySet<Kind> = new Set<Kind>(["post", "mention", "comment", "message", "voicemail", "call", "other"]);

/**
 * Whether she typed an act by a kind that says nothing of where she was. A list of columns can call every row of a diary in person: that is the
 * list's word, and no act becomes one at her door by it.
 */
export function isTypedTelling({ kind, grade }: Pick<PlacedAct, "kind" | "grade">): boolean {
  return grade === "own-account" && toldKinds.has(kind);
}
