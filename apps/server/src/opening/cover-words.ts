import { type CoverTold, type SaidLine, coverDangers, coverLabels, cutWords } from "@unmask/case";
import {
  type Answer,
  type CivilDay,
  type Cover,
  type CivilMinute,
  type Feared,
  type LostEvidence,
  type RoughDay,
  type StatedOrder,
  civilToIso,
  datesOfLoss,
  minuteToText,
} from "@unmask/core";
import { sayCivil } from "../desk/clock-words.ts";

/** What she was asked for a first page (docs/formats/cover.md) in the words of the events: every field that she answered, as she said it. */

/** The key `cover` of an event, or nothing where she was asked nothing. `day`: from which days to a loss are counted. */
export function coverTold(cover: Cover | undefined, day: CivilDay): { readonly cover?: CoverTold } {
  if (cover === undefined) return {};
  const { danger } = cover;
  const said = saidIn(cover);
  const lost = typeof cover.lost === "object" ? lostIn(cover.lost, day) : [];
  if (danger === undefined && said.length === 0 && lost.length === 0) return {};
  return {
    cover: {
      ...(danger && { danger: cutWords(`${coverDangers[danger.answer]}, said ${sayMinute(danger.asked)}${sayWords(danger.says)}`) }),
      ...(said.length > 0 && { said }),
      ...(lost.length > 0 && { lost }),
    },
  };
}

function saidIn({ to, relationship, since, feared, changed, earlier, orders, asks, helps, lost }: Cover): readonly SaidLine[] {
  return linesOf([
    ["For", sayAnswer(to, ({ says }) => says)],
    [coverLabels.orders, sayAnswer(orders, (all) => all.map(sayOrder).join("; "))],
    ["Asks for", sayAnswer(asks, (all) => all.join(" "))],
    [coverLabels.feared, sayAnswer(feared, (all) => all.map(sayFeared).join("; "))],
    ["To one another", sayAnswer(relationship, ({ says }) => says)],
    ["Goes on since", sayAnswer(since, sayRough)],
    [
      "Reported before",
      sayAnswer(earlier, (all) =>
        all.map(({ says, day, reference }) => `${says}${sayKey("on", sayAnswer(day, sayRough))}${sayReference(reference)}`).join("; "),
      ),
    ],
    [
      coverLabels.changed,
      sayAnswer(changed, (all) =>
        all.map(({ area, says, since: from }) => `${area}: ${says}${sayKey("since", sayAnswer(from, sayRough))}`).join("; "),
      ),
    ],
    [coverLabels.helps, sayAnswer(helps, (all) => all.map(({ who, says }) => `${who}${sayWords(says)}`).join("; "))],
    ["Evidence that is lost", typeof lost === "string" ? lost : undefined],
  ]);
}

function sayOrder({ kind, says, from, until, reference }: StatedOrder): string {
  const end = until === "none" ? ", without an end" : sayKey("until", sayAnswer(until, sayCivil));
  return `${kind}: ${says}${sayKey("from", sayAnswer(from, sayCivil))}${end}${sayReference(reference)}`;
}

function sayReference(reference: StatedOrder["reference"]): string {
  return sayKey(
    "reference",
    sayAnswer(reference, ({ says }) => says),
  );
}

function sayFeared(feared: Feared): string {
  const when = "day" in feared ? sayCivil(feared.day) : "of one act of the pack";
  return `${when}: ${feared.answer}${sayWords(feared.says)}`;
}

function lostIn(lost: readonly LostEvidence[], today: CivilDay): NonNullable<CoverTold["lost"]> {
  return datesOfLoss(lost, today).map((date) => {
    const { what, where, first, last, kept } = date.evidence;
    const shows = `${sayKey("shows", sayAnswer(first, sayCivil))}${last === undefined ? "" : last === "goes on" ? ", goes on" : ` to ${sayCivil(last)}`}`;
    const period =
      typeof kept === "object"
        ? `, kept ${"until" in kept ? `until ${sayCivil(kept.until)}` : "days" in kept ? `${kept.days} days` : `${kept.months} months`}, ${kept.by === "her" ? "the person’s word" : "a force’s word"}${sayWords(kept.says)}`
        : ", how long it is kept is not known";
    const all = date.goes === "not known" || date.all === "daily" ? "" : sayKey("all of it gone on", sayCivil(date.all));
    const says = cutWords(
      `${what}${sayKey(
        "at",
        sayAnswer(where, (one) => one.says),
      )}${shows}${period}${all}`,
    );
    return { says, ...(date.goes !== "not known" && { goes: civilToIso(date.goes) }) };
  });
}

/** Her answer in words: "not known" and "none" are answers; undefined where she was not asked. */
export function sayAnswer<T extends object>(answer: Answer<T> | undefined, say: (value: T) => string): string | undefined {
  return answer === undefined || typeof answer === "string" ? answer : say(answer);
}

/** Lines of what was said; what was not is left out. */
export function linesOf(said: readonly (readonly [label: string, says: string | undefined])[]): readonly SaidLine[] {
  return said.flatMap(([label, says]) => (says === undefined ? [] : [{ label, says: cutWords(says) }]));
}

function sayWords(says: string | undefined): string {
  return says === undefined ? "" : `: “${says}”`;
}

function sayKey(key: string, says: string | undefined): string {
  return says === undefined ? "" : `, ${key} ${says}`;
}

/** Letters of `03:01`. */
const timeLetters = 5;

function sayMinute(minute: CivilMinute): string {
  return `${sayCivil(minute)} ${minuteToText(minute).slice(-timeLetters)}`;
}

function sayRough({ year, month, day }: RoughDay): string {
  return sayCivil({ year, month, day });
}
