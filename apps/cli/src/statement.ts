import { type CivilDay, type Result, type Statement, type Zone, failed, ok } from "@unmask/core";
import { type SaidPersona, country, stateCase } from "@unmask/corridor";
import { type Given, parseDayOption } from "./arguments.ts";

/** The options by which a person says who is who and what happened when. */
export const statementShape = {
  me: "texts",
  them: "texts",
  "told-to-stop": "text",
  blocked: "texts",
  "order-served": "text",
  anniversary: "texts",
  place: "texts",
} as const;

/** What she states, from the options. `--anniversary` is `DATE=LABEL`. */
export function parseStatement(given: Given, zone: Zone): Result<Statement, string> {
  const toldToStop = parseOptionalDay(given, "told-to-stop");
  if (!toldToStop.ok) return toldToStop;
  const orderServed = parseOptionalDay(given, "order-served");
  if (!orderServed.ok) return orderServed;
  const blocked: CivilDay[] = [];
  for (const text of given.texts("blocked")) {
    const day = parseDayOption("blocked", text);
    if (!day.ok) return day;
    blocked.push(day.value);
  }
  const anniversaries: Statement["anniversaries"][number][] = [];
  for (const text of given.texts("anniversary")) {
    const cut = text.indexOf("=");
    const day = parseDayOption("anniversary", cut === -1 ? text : text.slice(0, cut));
    if (!day.ok) return day;
    if (cut === -1 || cut === text.length - 1) return failed(`--anniversary ${text}: write DATE=NAME, like 2026-09-26=birthday.`);
    anniversaries.push({ day: day.value, label: text.slice(cut + 1) });
  }
  const persona = (name: "me" | "them", label: string): SaidPersona => ({ label: given.texts(name)[0] ?? label, words: given.texts(name) });
  return ok(
    stateCase({
      me: persona("me", "you"),
      them: persona("them", "them"),
      zone,
      country,
      ...(toldToStop.value === undefined ? {} : { toldToStop: toldToStop.value }),
      blocked,
      ...(orderServed.value === undefined ? {} : { orderServed: orderServed.value }),
      anniversaries,
      places: given.texts("place"),
      jurisdiction: "EW",
    }),
  );
}

function parseOptionalDay(given: Given, name: string): Result<CivilDay | undefined, string> {
  const text = given.text(name);
  return text === undefined ? ok(undefined) : parseDayOption(name, text);
}
