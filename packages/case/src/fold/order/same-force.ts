import { normalName } from "@unmask/core";

/** Whether two names are of one force, as people spell it: wherever forces are compared, by this. */
export function isSameForce(one: string, other: string): boolean {
  return forceKey(one) === forceKey(other);
}

/** A force with or without what kind of force it is, without what stands in brackets, and with “and” for “&”. */
function forceKey(name: string): string {
  const written = normalName(name);
  const words =
    written
      .replace(/\([^()]*\)/gu, " ")
      .replaceAll("&", " and ")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter((word) => !kindsOfForce.has(word)).join(" ") || written;
}

const kindsOfForce: ReadonlySet<string> = new Set(["the", "police", "constabulary", "force", "service"]);
