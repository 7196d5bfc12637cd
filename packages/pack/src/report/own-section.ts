import { type Report, createSide, createWhose, dayIn } from "@unmask/core";
import { initialsOf, namesInPrint, sayHowKnown, sayShortDay, sayShortDayOfAct, sayTimeOfAct } from "@unmask/words";
import { createAgreedContact } from "./agreed-acts.ts";
import { createAttached } from "./attached.ts";
import { type Disclosed, type DisclosedAct, exhibitNumbers } from "./disclosed-acts.ts";
import { sayFromInPrint } from "./identity-in-print.ts";
import { isNear } from "./near-section.ts";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Rows that are measured for what is left of two pages. */
const mostRows = 60;
/** Characters of one entry, and of what was added to it: the chronology has them whole. */
const longestText = 700;
const longestAdded = 300;

/** One entry of her journal. */
interface OwnRow {
  readonly row: number;
  readonly exhibits: string;
  readonly day: string;
  readonly time: string;
  readonly what: Words;
  readonly who: Words;
}

/**
 * What she wrote in her journal, in her words, whoever did it: what they wrote has a part of its own, and an entry is told by her. Entries that are in the
 * table of acts near her are not told twice. In the order in which they are chosen: the latest first.
 */
export function ownSection(report: Report, disclosed: Disclosed): object {
  const { statement, timeline } = report;
  const { me } = namesInPrint(statement);
  const sideOf = createSide(timeline, statement);
  const whoseIs = createWhose(statement);
  const isAgreed = createAgreedContact(report);
  const attached = createAttached(report);
  const isInTable = ({ act }: DisclosedAct): boolean => isNear(act) && !sideOf(act).startsWith("hers") && !isAgreed(act);
  const entries = disclosed.acts.filter(({ act }) => act.entry !== undefined);
  const own = entries.filter((one) => !isInTable(one));
  const sayWho = ({ act }: DisclosedAct): string => {
    if (act.entry?.found) return `found; not by ${me}`;
    const whose = whoseIs(act);
    if (whose === "hers") return me;
    if (act.from.kind === "withheld") return "not known";
    const known = whose === "other" ? "" : `; ${sayHowKnown(whose, act, `${initialsOf(statement.me.label)} is`)}`;
    return `${sayFromInPrint(act)}${known}`;
  };
  const toRow = (one: DisclosedAct): OwnRow => ({
    row: one.number,
    exhibits: one.exhibits.length === 0 ? "no exhibit" : exhibitNumbers(one.exhibits, 2),
    day: sayShortDayOfAct(one.act, statement.zone),
    time: sayTimeOfAct(one.act, statement.zone),
    what: wordsOf(
      [
        quoted(one.act.text ?? "", longestText, "the chronology"),
        ...(one.act.entry?.added ?? []).flatMap(({ at, words }) =>
          words === undefined ? [] : [`Added ${sayShortDay(dayIn(statement.zone, at))}: ${quoted(words, longestAdded, "the chronology")}`],
        ),
      ].join(" ") + attached.asSentence(one.act),
    ),
    who: wordsOf(sayWho(one)),
  });
  return { total: own.length, near: entries.length - own.length, rows: own.toReversed().slice(0, mostRows).map(toRow) };
}
