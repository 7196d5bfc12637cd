import { type Feared, type Report, dayIn, daysFromCivil, isUndated } from "@unmask/core";
import { initialsOf, namesInPrint, sayCount, sayDay, sayList, sayNumber } from "@unmask/words";
import type { Disclosed } from "./disclosed-acts.ts";
import { fearsTold } from "./told-in-entries.ts";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Days and acts that page 1 names: more would push the acts off it. */
const mostNamed = 5;
/** Characters of the words of such acts, of all together: what has no room is left out whole, because a cut can turn it. */
const mostQuoted = 240;

/** A day on which she feared violence. */
interface Fear {
  readonly day: number;
  /** The act that she was asked about, and its words. */
  readonly act?: { readonly number: number; readonly text: string };
}

/** On which days she feared that violence would be used, for the danger on page 1: the latest of them, in order of time. */
export function fearedOnPage(report: Report, disclosed: Disclosed): Words {
  const { statement } = report;
  const { me } = namesInPrint(statement);
  const feared = fearsTold(report, disclosed);
  if (typeof feared !== "object") return wordsOf(`Days on which ${me} feared violence: ${feared ?? "not asked"}.`);
  const yes = feared.filter(({ answer }) => answer === "yes");
  const fears = yes.flatMap((one): Fear[] => fearOf(one, disclosed, statement.zone)).sort((a, b) => b.day - a.day);
  const named = fears.slice(0, mostNamed).reverse();
  const more = fears.length - named.length;
  const unseen = yes.length - fears.length;
  const others = (["no", "not sure"] as const).flatMap((answer) => {
    const count = feared.filter((one) => one.answer === answer).length;
    return count === 0 ? [] : [`${sayNumber(count)} ${answer}`];
  });
  return wordsOf(
    [
      named.length === 0
        ? `${me} was asked on which days violence was feared${yes.length > 0 ? ": none told that can be shown" : others.length > 0 ? `, and answered: ${sayList(others)}` : ": no day told"}.`
        : `On ${sayFears(named, mostQuoted)} ${initialsOf(statement.me.label)} feared that violence would be used.`,
      more > 0 ? `${sayCount(more, "earlier day")} in the chronology.` : "",
      unseen > 0 ? `${sayCount(unseen, "answer")} of yes about acts that are not in the pack.` : "",
      others.length > 0 && yes.length > 0 ? `Of other days: ${sayList(others)}.` : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
  );
}

function fearOf(one: Feared, { byId }: Disclosed, zone: Report["statement"]["zone"]): Fear[] {
  if ("day" in one) return [{ day: daysFromCivil(one.day) }];
  const found = byId.get(one.act);
  return found === undefined || isUndated(found.act)
    ? []
    : [{ day: dayIn(zone, found.act.when.earliest), act: { number: found.number, text: found.act.text ?? "" } }];
}

/** "12 November 2026, 3 June 2026 (no. 34: “…”) and 14 May 2026"; each act once, with its words as long as there is room. */
function sayFears(fears: readonly Fear[], most: number): string {
  let room = most;
  const said = fears.map(({ day, act }) => {
    if (act === undefined) return sayDay(day);
    const words = act.text.trim() === "" || act.text.length > room ? "" : `: ${quoted(act.text)}`;
    if (words !== "") room -= act.text.length;
    return `${sayDay(day)} (no. ${act.number}${words})`;
  });
  const days = [...new Set(said)];
  // One year is said once, behind the last.
  const year = / \d{4}$/.exec(days.at(-1) ?? "")?.[0];
  const isOneYear = year !== undefined && days.every((day) => day.endsWith(year));
  return sayList(isOneYear ? days.map((day, i) => (i === days.length - 1 ? day : day.slice(0, -year.length))) : days);
}
