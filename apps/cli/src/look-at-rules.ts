import { type Statement, type Timeline, type TimelineAct, type Zone, dayIn, rulesToLookAt } from "@unmask/core";
import { nameInLine, sayClock, sayCount, sayDay } from "@unmask/words";
import { oneLine } from "./one-line.ts";
import type { Terminal } from "./ports/terminal.ts";

/** Acts of one rule that are listed: three years of handovers would push everything else out of the terminal. */
const mostListed = 10;
/** More of what a rule does not take: in no other place is she asked of these by their words. */
const mostHeld = 50;
/** Characters of what was written. */
const longestQuote = 160;

/** Says on standard error which acts in person each rule of agreed contact takes, and which it leaves for words of a threat or of violence or for a stop. */
export function sayRulesToLookAt(timeline: Timeline, statement: Statement, terminal: Pick<Terminal, "say">): void {
  for (const { says, inPerson, held } of rulesToLookAt(timeline, statement)) {
    const rule = `the rule of agreed contact “${oneLine(nameInLine(says))}”`;
    const last = inPerson.at(-1);
    if (last !== undefined) {
      const [fall, when, it] = inPerson.length === 1 ? ["falls", "on", "it"] : ["fall", "the last on", "each"];
      terminal.say(
        `${sayCount(inPerson.length, "act")} in person ${fall} under ${rule}, ${when} ${sayDay(dayIn(statement.zone, last.when.earliest))}. Look at ${it}: if it was more than that, put its id under “except” of the rule, or give the rule narrower hours.`,
      );
      list(inPerson, statement.zone, terminal);
    }
    if (held.length > 0) {
      const [fall, their, are, each, they, one] =
        held.length === 1 ? ["falls", "its", "is", "it", "It is", "it"] : ["fall", "their", "are", "each", "They are", "one"];
      terminal.say(
        `${sayCount(held.length, "act")} ${fall} under ${rule} by ${their} hours and ${are} not taken: ${each} has words of a threat or of violence, came within an hour after such words, or is a stop that you stated or came in the 24 hours after one. ${they} counted with all else. Only if ${one} was agreed all the same: --agreed with its id.`,
      );
      list(held, statement.zone, terminal, mostHeld);
    }
  }
}

/** The latest first. */
function list(acts: readonly TimelineAct[], zone: Zone, terminal: Pick<Terminal, "say">, most = mostListed): void {
  for (const { id, text, when } of [...acts].reverse().slice(0, most)) {
    const words = text === null ? "" : `: “${oneLine(nameInLine(text, longestQuote))}”`;
    terminal.say(`  ${sayDay(dayIn(zone, when.earliest))}, ${sayClock(when.earliest, zone)}${words} (${id})`);
  }
  if (acts.length > most) terminal.say(`  And ${sayCount(acts.length - most, "more", "more")}: unmask read lists each with its id.`);
}
