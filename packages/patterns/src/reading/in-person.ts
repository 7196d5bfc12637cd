import type { Kind, LaneId } from "@unmask/core";

/** Acts where she was, at her home, or done to her things. */
const inPersonKinds: ReadonlySet<Kind> = new Set<Kind>(["visit", "following", "gift", "damage", "entry"]);

/** Whether an act was in person: by what it is, or by how it reached her. */
export function isInPerson(kind: Kind, lane: LaneId): boolean {
  return inPersonKinds.has(kind) || lane === "in-person";
}
