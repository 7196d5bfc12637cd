import { type Feared, type Report, dayIn, daysFromCivil, isUndated } from "@unmask/core";
import { namesInPrint, sayDay, sayDayOfAct, sayFirst } from "@unmask/words";
import { end } from "./cover-section.ts";
import type { Disclosed } from "./disclosed-acts.ts";
import { fearsInEntries, fearsTold } from "./told-in-entries.ts";
import { type Words, quoted, wordsOf } from "./words.ts";

/**
 * Every answer on the days on which she feared that violence would be used, for the last part of the chronology: by day, whole. Of one about an act
 * that the pack does not show neither day nor words: they can tell what the act was.
 */
export function fearedWhole(report: Report, disclosed: Disclosed): readonly Words[] {
  const { statement } = report;
  const { me } = namesInPrint(statement);
  const asked = `Days on which ${me} feared violence`;
  const feared = fearsTold(report, disclosed);
  if (typeof feared !== "object") return [wordsOf(`${asked}: ${feared ?? "not asked"}.`)];
  const said = feared
    .map((one) => ({ one, ...asPlaced(one, disclosed, statement.zone) }))
    .sort((a, b) => a.day - b.day)
    .map(
      ({ one: { answer }, when, of, says }) => `${when}: ${answer}${of}.${says === undefined ? "" : ` ${end(`${me}: ${quoted(says)}`)}`}`,
    );
  return [`${asked}, each day that was asked about${fearsInEntries(report, disclosed).length > 0 ? " or written of" : ""}:`, ...said].map(
    (text) => wordsOf(text),
  );
}

/** The day of an answer, her words, and the act that it is about with its own; what the pack does not show comes last and is not named. */
function asPlaced(
  one: Feared,
  { byId }: Disclosed,
  zone: Report["statement"]["zone"],
): { readonly day: number; readonly when: string; readonly of: string; readonly says?: string | undefined } {
  const { says } = one;
  if ("day" in one) {
    const day = daysFromCivil(one.day);
    return { day, when: sayDay(day), of: "", says };
  }
  const found = byId.get(one.act);
  if (found === undefined) return { day: Infinity, when: "Of an act that is not in the pack", of: "" };
  const day = isUndated(found.act) ? Infinity : dayIn(zone, found.act.when.earliest);
  const text = found.act.text ?? "";
  return {
    day,
    when: sayFirst(sayDayOfAct(found.act, zone)),
    of: `, ${found.act.entry?.fearedViolence === undefined ? "asked of" : "as written in"} act ${found.number}${text.trim() === "" ? "" : ` (${quoted(text)})`}`,
    says,
  };
}
