import type { Contact, SaidLine } from "@unmask/case";
import { type Contact as ContactSheet, hoursByDay } from "@unmask/core";
import { sayHours } from "@unmask/pack";
import { sayCivil } from "../desk/clock-words.ts";
import { linesOf, sayAnswer } from "./cover-words.ts";

/** Her contact sheet (docs/formats/cover.md) in the words of the events: every field that she answered, nothing that she was not asked. */

const channels = { text: "text", call: "call", "e-mail": "email", "text or call": undefined, other: undefined } as const;

/** How it is safe to reach her, as the sheet of a letter says it. */
export function contactOfSheet(sheet: ContactSheet): Contact {
  const { reach, hours, firstWords } = sheet;
  const known = typeof reach === "object" ? reach : undefined;
  const channel = known && channels[known.by];
  const way = typeof reach === "string" ? `way ${reach}` : channel === undefined ? known?.by : undefined;
  const said = restOf(sheet);
  return {
    ...(channel && { channel }),
    ...(way !== undefined && { way }),
    ...(known && { address: known.at }),
    ...(hours !== undefined && { hours: sayAllHours(hours) }),
    ...(typeof firstWords === "object" && { codeWord: firstWords.says }),
    ...(said.length > 0 && { said }),
  };
}

function sayAllHours(hours: NonNullable<ContactSheet["hours"]>): string {
  if (hours === "none") return "no hour is safe";
  if (hours === "not known") return "which hours are safe is not known";
  const byDay = hoursByDay(hours);
  return byDay === undefined ? "hours that are safe and never at once: ask" : sayHours(byDay);
}

function restOf({
  firstWords,
  codeWords,
  wrongVoice,
  never,
  why,
  instead,
  emergency,
  speak,
  hear,
  until,
}: ContactSheet): readonly SaidLine[] {
  return linesOf([
    ["Said first", typeof firstWords === "string" ? firstWords : undefined],
    ["Never", sayAnswer(never, (all) => all.join(" "))],
    ["The person answers, when it is safe", sayAnswer(codeWords, ({ safe }) => `“${safe}”`)],
    ["The person answers, when it is not: stop", typeof codeWords === "object" && codeWords.stop ? `“${codeWords.stop}”` : undefined],
    ["If somebody else answers", sayAnswer(wrongVoice, ({ says }) => says)],
    ["Why", sayAnswer(why, ({ says }) => says)],
    ["Ask instead", sayAnswer(instead, (all) => all.map(({ who, at, when, says }) => sayParts([who, at, when, says])).join("; "))],
    ["In danger they are at", sayAnswer(emergency, ({ says }) => says)],
    ["Language", sayAnswer(speak?.language, ({ says }) => says)],
    ["Interpreter", sayAnswer(speak?.interpreter, ({ says }) => says)],
    ["Hearing", sayAnswer(speak?.hearing, ({ says }) => says)],
    ["Officer", sayAnswer(speak?.officer, ({ says }) => says)],
    ["Wants to hear", sayAnswer(hear, (all) => all.map(({ what, when }) => sayParts([what, when])).join("; "))],
    ["Sheet holds until", sayAnswer(until, sayCivil)],
  ]);
}

function sayParts(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(", ");
}
