import type { Act, Channel, Kind } from "./act.ts";
import { isNearByWords } from "./own-row.ts";

/** Acts where she was, at her home, or done to her things. */
export const inPersonKinds: ReadonlySet<Kind> = new Set<Kind>(["visit", "following", "gift", "damage", "entry"]);
/** Acts into what is hers: accounts, devices, where they tell that she is. */
const intoKinds: ReadonlySet<Kind> = new Set<Kind>(["login", "device", "location", "check"]);
/** By which a camera or an assistant at her home writes what it saw. A view is into her home where it was through one; elsewhere a story was opened. */
export const homeChannels: ReadonlySet<Channel> = new Set<Channel>(["doorbell", "assistant"]);
/** What has the first rows, whoever did it: many visits must not push out the one time that a door was forced. */
export const gravestKinds: readonly Kind[] = ["damage", "entry"];

/** Whether an act was in person: by what it is, or by how it reached her. */
export function isInPerson({ kind, channel }: Pick<Act, "kind" | "channel">): boolean {
  return inPersonKinds.has(kind) || channel === "in-person";
}

/**
 * The place of an act among those near her where not all have room, by its kind alone; undefined for what came from afar. Of a kind her own account
 * stands before a record. No word is weighed, but of a row of her own table that says neither what nor where it was: “A dead bird on my doorstep”.
 */
export function placeOfNear(act: Pick<Act, "kind" | "channel" | "grade" | "from" | "text">): number | undefined {
  const { kind, channel, grade } = act;
  if (isInPerson({ kind, channel })) {
    const place = gravestKinds.indexOf(kind);
    return (place >= 0 ? place : gravestKinds.length) * 2 + (grade === "own-account" ? 0 : 1);
  }
  return intoKinds.has(kind) || (kind === "view" && homeChannels.has(channel))
    ? (gravestKinds.length + 1) * 2
    : isNearByWords(act)
      ? gravestKinds.length * 2
      : undefined;
}
