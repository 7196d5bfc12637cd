import { type Cover, type FearOfViolence, type Feared, type Report, isUndated } from "@unmask/core";
import { sayDayOfAct, sayFirst } from "@unmask/words";
import { end } from "./cover-section.ts";
import type { Disclosed } from "./disclosed-acts.ts";
import { quoted } from "./words.ts";

/** What entries of her journal say of what the cover asks too: then it is not "not asked". */

const answerOf: Readonly<Record<FearOfViolence, Feared["answer"]>> = { yes: "yes", no: "no", unsure: "not sure" };

/** Her answers on fear in entries that the cover was not asked about: of each act one answer. */
export function fearsInEntries({ cover }: Pick<Report, "cover">, { acts }: Disclosed): readonly Feared[] {
  const told = new Set(listed(cover?.feared).flatMap((one) => ("act" in one ? [one.act] : [])));
  return acts.flatMap(({ act: { id, entry } }) =>
    entry?.fearedViolence === undefined || told.has(id) ? [] : [{ act: id, answer: answerOf[entry.fearedViolence] }],
  );
}

/** All her answers on fear, those of the cover first; a word where she named no day and no entry does. Undefined: neither asked. */
export function fearsTold(report: Pick<Report, "cover">, disclosed: Disclosed): Cover["feared"] {
  const asked = report.cover?.feared;
  const more = fearsInEntries(report, disclosed);
  return more.length === 0 ? asked : [...listed(asked), ...more];
}

/** What entries tell of what changed, a paragraph each, with its day and its number. */
export function changesInEntries({ statement }: Report, { acts }: Disclosed): readonly string[] {
  return acts.flatMap(({ act, number }) => {
    if (act.entry?.changed === undefined) return [];
    const day = isUndated(act) ? "Day not known" : sayFirst(sayDayOfAct(act, statement.zone));
    return [end(`${day} (act ${number}): ${quoted(act.entry.changed)}`)];
  });
}

function listed<T>(answer: readonly T[] | "none" | "not known" | undefined): readonly T[] {
  return typeof answer === "object" ? answer : [];
}
