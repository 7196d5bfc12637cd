import type { OwnEntry, Statement, WrittenDown } from "@unmask/core";
import { dayIn } from "@unmask/core";
import { namesInPrint, sayClock, sayList, sayShortDay } from "@unmask/words";
import { insideQuotes, nameInPrint } from "./words.ts";

/** Characters of one thing that an entry says beside its words: the pack holds it whole. */
const longestPart = 600;

/**
 * What an entry of her journal says beside its words, in parts for the small print of its act: when it was written down and by whom, how it is known,
 * who saw it, her fear, what it changed, and what was added on which day.
 */
export function sayEntry(entry: OwnEntry, statement: Pick<Statement, "me" | "them" | "zone">): readonly string[] {
  const { me } = namesInPrint(statement);
  const quote = (words: string): string => `“${insideQuotes(words, longestPart)}”`;
  const names = (some: readonly string[]): string => sayList(some.map((name) => nameInPrint(name)));
  const { written, firstHand, toldBy, sure, how, witnesses, others, accounts, place, fearedViolence, felt, changed } = entry;
  const { did, references, breaks, found, locked, added = [] } = entry;
  const writer = found ? `by somebody else than ${me}, as ${me} says, while the device was locked` : sayWriter(written, me);
  return [
    `written down ${sayWritten(written, statement)} ${writer}${locked ? ", while the device was locked" : ""}`,
    firstHand === "seen"
      ? "at first hand"
      : firstHand === "told"
        ? `told${toldBy === undefined ? "" : ` by ${nameInPrint(toldBy)}`}, not seen`
        : "",
    sure === "think-so" ? `by whom: ${me} thinks so` : sure === "not-known" ? `by whom: ${me} does not know` : "",
    how === undefined ? "" : `how known: ${quote(how)}`,
    place === undefined ? "" : `place: ${quote(place)}`,
    accounts === undefined ? "" : `seen: ${names(accounts)}`,
    others === undefined ? "" : `with them, or used for it: ${names(others)}`,
    witnesses === undefined ? "" : `saw it: ${names(witnesses)}`,
    fearedViolence === undefined ? "" : `feared violence: ${fearedViolence === "unsure" ? "not sure" : fearedViolence}`,
    felt === undefined ? "" : `felt: ${quote(felt)}`,
    changed === undefined ? "" : `changed: ${quote(changed)}`,
    did === undefined ? "" : `did: ${quote(did)}`,
    references === undefined
      ? ""
      : `reported: ${references.map((one) => `${nameInPrint(one.with)}, ${nameInPrint(one.number)}`).join("; ")}`,
    breaks === undefined ? "" : `may break: ${quote(breaks)}`,
    ...added.map(
      (one) => `added ${sayWritten(one, statement)} ${sayWriter(one, me)}${one.words === undefined ? "" : `: ${quote(one.words)}`}`,
    ),
  ].filter((part) => part !== "");
}

function sayWriter({ by }: WrittenDown, me: string): string {
  return by === "self" ? `by ${me}` : `by somebody who keeps the journal for ${me}`;
}

/** "Mon 7 Sep 2026, 18:20"; where the clock of the device is not believed, what it said, and between which hours it was as far as that is known. */
function sayWritten({ at, between }: WrittenDown, { zone }: Pick<Statement, "zone">): string {
  const say = (instant: WrittenDown["at"]): string => `${sayShortDay(dayIn(zone, instant))}, ${sayClock(instant, zone)}`;
  if (between === undefined) return say(at);
  const { from, until } = between;
  const hours = [from === undefined ? "" : `after ${say(from)}`, until === undefined ? "" : `before ${say(until)}`].filter(
    (part) => part !== "",
  );
  return `${hours.length === 0 ? "at an hour that is not known" : hours.join(" and ")} (the clock of the device said ${say(at)})`;
}
