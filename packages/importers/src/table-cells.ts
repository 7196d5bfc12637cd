import { type Act, type Identity, owner, withheld } from "@unmask/core";
import { parseIdentity } from "./identity.ts";

/** Whom a cell names: nobody when it is empty, the owner where it is one of the words in `me`. `country` as in `parseIdentity`. */
export function identityIn(cell: string, country: string, me?: ReadonlySet<string>): Identity {
  if (cell === "") return withheld;
  return me?.has(cell) === true ? { ...owner, wrote: cell } : parseIdentity(cell, country);
}

/** From and to of a row that names the other side only: "in" came to the owner, "out" went from the owner. */
export function between(direction: "in" | "out", other: Identity): Pick<Act, "from" | "to"> {
  return direction === "in" ? { from: other, to: [owner] } : { from: owner, to: [other] };
}

/** The words as they were written, then the amount under its column's name in a line of its own; null when there is neither. */
export function textWithAmount(words: string, amountName: string, amount: string): string | null {
  const lines = [words, amount === "" ? "" : `${amountName}: ${amount}`].filter((line) => line.trim() !== "");
  return lines.length === 0 ? null : lines.join("\n");
}

/** How durations are written: "90", "1.5", "1:30" or "0:01:30". */
export type DurationAs = "seconds" | "minutes" | "clock";

/** Seconds; null when none are written, undefined when what is written is no duration. */
export function secondsOf(text: string, as: DurationAs): number | null | undefined {
  if (text === "") return null;
  if (as === "clock") {
    const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(text);
    return clock ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : undefined;
  }
  if (!/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return undefined;
  return Math.round(Number(text) * (as === "minutes" ? 60 : 1));
}
