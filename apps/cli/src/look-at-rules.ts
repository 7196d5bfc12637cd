import { type Statement, type TakenText, type Timeline, type TimelineAct, type Zone, dayIn, rulesToLookAt } from "@unmask/core";
import { nameInLine, sayClock, sayCount, sayDay } from "@unmask/words";
import { oneLine } from "./one-line.ts";
import type { Terminal } from "./ports/terminal.ts";

/** Acts of one rule that are listed: three years of handovers would push everything else out of the terminal. */
const mostListed = 10;
/** More of what a rule does not take: in no other place is she asked of these by their words. */
const mostHeld = 50;
/** Texts of one rule: what is least like the others stands first, and a thousand notes about a coat are read by nobody. */
const mostTexts = 40;
/** Characters of what was written. */
const longestQuote = 160;

/** Says on standard error which acts in person and which texts each rule of agreed contact takes, and which acts it leaves for their words or for a stop. */
export function sayRulesToLookAt(timeline: Timeline, statement: Statement, terminal: Pick<Terminal, "say">): void {
  for (const { says, inPerson, written, held } of rulesToLookAt(timeline, statement)) {
    const rule = `the rule of agreed contact “${oneLine(nameInLine(says))}”`;
    const last = inPerson.at(-1);
    if (last !== undefined) {
      const [fall, when, it] = inPerson.length === 1 ? ["falls", "on", "it"] : ["fall", "the last on", "each"];
      terminal.say(
        `${sayCount(inPerson.length, "act")} in person ${fall} under ${rule}, ${when} ${sayDay(dayIn(statement.zone, last.when.earliest))}. Look at ${it}: if it was more than that, put its id under “except” of the rule, or give the rule narrower hours.`,
      );
      list(inPerson, statement.zone, terminal);
    }
    if (written.length > 0) {
      const texts = written.reduce((sum, { times }) => sum + times, 0);
      const [fall, are, they] = texts === 1 ? ["falls", "is", "it"] : ["fall", "are", "they"];
      terminal.say(
        `${sayCount(texts, "message")} of theirs ${fall} under ${rule} and ${are} in no other number. Look whether ${they} ${are} what you agreed to; if one is not, put its id under “except” of the rule.${written.length > 1 ? " Each text stands here once, what has a word that no other has first:" : ""}`,
      );
      listTexts(written, statement.zone, terminal);
    }
    if (held.length > 0) {
      const [fall, their, are, each, they, one] =
        held.length === 1 ? ["falls", "its", "is", "it", "It is", "it"] : ["fall", "their", "are", "each", "They are", "one"];
      terminal.say(
        `${sayCount(held.length, "act")} ${fall} under ${rule} by ${their} hours and ${are} not taken: ${each} has words of force, of an order, of fear, of a tracker or of coming in, came within an hour after such words, or is a stop that you stated or came in the 24 hours after one. ${they} counted with all else. Only if ${one} was agreed all the same: --agreed with its id.`,
      );
      list(held, statement.zone, terminal, mostHeld);
    }
  }
}

function listTexts(texts: readonly TakenText[], zone: Zone, terminal: Pick<Terminal, "say">): void {
  for (const { act, times } of texts.slice(0, mostTexts)) {
    const words = oneLine(nameInLine(act.text ?? act.subject ?? "", longestQuote));
    const often = times === 1 ? "" : `${sayCount(times, "time")}, the last on `;
    terminal.say(`  ${often}${sayDay(dayIn(zone, act.when.earliest))}, ${sayClock(act.when.earliest, zone)}: “${words}” (${act.id})`);
  }
  if (texts.length > mostTexts)
    terminal.say(
      `  And ${sayCount(texts.length - mostTexts, "more text", "more texts")}: the chronology of the report has each, marked “agreed”, and unmask read lists each with its id.`,
    );
}

/** The latest first. */
function list(acts: readonly TimelineAct[], zone: Zone, terminal: Pick<Terminal, "say">, most = mostListed): void {
  for (const { id, text, when } of [...acts].reverse().slice(0, most)) {
    const words = text === null ? "" : `: “${oneLine(nameInLine(text, longestQuote))}”`;
    terminal.say(`  ${sayDay(dayIn(zone, when.earliest))}, ${sayClock(when.earliest, zone)}${words} (${id})`);
  }
  if (acts.length > most) terminal.say(`  And ${sayCount(acts.length - most, "more", "more")}: unmask read lists each with its id.`);
}
