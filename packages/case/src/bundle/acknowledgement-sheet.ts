import {
  type Instant,
  type Paper,
  type PaperBlock,
  type PaperLaw,
  type PaperSection,
  type PaperWords,
  type Zone,
  civilFromDays,
} from "@unmask/core";
import { cutAt, sayCount, sayDayOfYear, sayList, sayNumber } from "@unmask/words";
import type { Answer } from "../event/shapes.ts";
import type { PaperTemplate } from "./paper-template.ts";
import { createOwnPlaces } from "./own-place.ts";
import { createPen } from "./pen.ts";
import { createSayWords } from "./say-words.ts";
import { type Letter, dayOf, heading, sayCivil, sayCivilWeekday, text } from "./writing.ts";

/** Which notice it was, and whether it came in time. */
export interface AcknowledgementReceipt {
  readonly notice: "first" | "name" | "home" | "other";
  /** `last`: the last day of the period. `unsettled`: an officer decides whether it counts; why stands on no paper that he receives, since it can tell what is known of him. */
  readonly period: { readonly within: true } | { readonly within: false; readonly last: string } | { readonly unsettled: true };
}

/** What somebody who is bound by an order said at a station, and what is given to them of it (docs/formats/bundle.md). */
export interface AcknowledgementSource {
  /** "ACK-26-0118". */
  readonly number: string;
  readonly force: string;
  readonly station: string;
  /** When the paper was made: its date. */
  readonly made: Instant;
  readonly zone: Zone;
  readonly law: PaperLaw;
  readonly template: PaperTemplate;
  readonly order: { readonly id: string; readonly which: "interim" | "full"; readonly court: string; readonly made: string };
  /** Absent: not known here. `runs`: the first period runs from it. */
  readonly served?: { readonly day: string; readonly runs: boolean };
  /** By which the order called them on that day. */
  readonly name: string;
  /** Civil day and minute on the wall. */
  readonly day: string;
  readonly at: string;
  readonly inPerson: boolean;
  readonly toWhom: string;
  /** Each name that was said, that of the order among them where it was. */
  readonly names: readonly string[];
  readonly allNames: Answer;
  readonly address?: string;
  readonly regularlyFound?: string;
  readonly changeOn?: string;
  readonly online?: readonly string[];
  readonly identity: "fingerprints" | "photograph" | "both" | "not-asked" | "refused";
  /** One visit can be several notices. */
  readonly receipts: readonly AcknowledgementReceipt[];
  /** Number of the attendance among what is written of the order. */
  readonly entry: number;
  /** Names of everybody whom the order protects: none of them is on this paper. */
  readonly withheld: readonly (readonly string[])[];
  /** How anybody of the case is reached or was, where they live among it: on this paper only where it is notified as the person's own. */
  readonly reached: readonly string[];
}

/** The paper, and what whoever gives it looks at first. */
export interface AcknowledgementDocument {
  readonly paper: Paper;
  /** A sentence for each: nobody is named in them. */
  readonly toLook: readonly string[];
}

/** Makes the written acknowledgement: what was said, as it was said, and what still has to be done. The same source gives the same paper. */
export function acknowledgementOf(source: AcknowledgementSource): AcknowledgementDocument {
  const pen = createPen([...source.withheld, ...source.reached.map((one) => [one])]);
  const places = createOwnPlaces(source);
  const paper = paperOf(source, { ...createSayWords(source.template, source.law), pen, place: places.say });
  const close = [...pen.close(), ...places.close()];
  const covered = pen.covered() + places.covered();
  const toLook = [
    ...(places.isShared() ? [sharedPlace] : []),
    ...(covered > 0
      ? [
          `In ${sayCount(covered, "place")} of the paper words are covered that name somebody who is protected, or tell how somebody is reached.`,
        ]
      : []),
    ...close.map((text) => `This may tell how somebody is reached, and is not covered: “${cutAt(text, longestNamed)}”.`),
  ];
  return { paper, toLook };
}

const sharedPlace =
  "What was notified as his own place is also one where somebody of this case is reached, or was. It stands on the paper as he said it: show it to a supervisor before the paper is given.";
/** Characters of a text that is named to be looked at. */
const longestNamed = 80;

interface AcknowledgementLetter extends Letter {
  /** A home, or a place where somebody is found, as it was notified. */
  readonly place: (says: string) => string;
}

function paperOf(source: AcknowledgementSource, letter: AcknowledgementLetter): Paper {
  const { say, plain, pen } = letter;
  const { law } = source;
  const [name, station, force] = [pen.name(source.name), pen.name(source.station), pen.name(source.force)];
  const when = { officer: pen.name(source.toWhom), day: sayCivilWeekday(source.day, letter), at: pen.name(source.at), name };
  return {
    title: `${plain("ack-title")} ${plain("ack-title-under")}`,
    made: source.made,
    head: {
      left: plain("ack-head", { force, station }),
      right: plain("ack-copy"),
    },
    foot: {
      left: plain("ack-foot", { number: pen.name(source.number), order: pen.name(source.order.id) }),
      middle: plain("ack-foot-middle", { entry: sayNumber(source.entry) }),
    },
    front: [plain("ack-title"), plain("ack-title-under")],
    blocks: [
      text(
        say(isKnown(law, "acknowledgement") ? "ack-given" : "ack-given-unknown", {
          act: law.act,
          template: templateWords(source, letter),
          confirmed: confirmedWords(source, letter),
        }),
      ),
      text(
        source.inPerson
          ? say("ack-came", { ...when, station })
          : say(isKnown(law, "where") ? "ack-not-in-person" : "ack-not-in-person-unknown", when),
        "boxed",
      ),
      ...saidBlocks(source, letter),
      heading(2, plain("ack-order")),
      { block: "facts", ruled: true, rows: orderRows(source, letter) },
      heading(2, plain("ack-duties")),
      { block: "steps", items: dutiesOf(source, letter).map((one, i) => ({ number: i + 1, words: one })) },
      text(say("ack-end"), "small"),
      { block: "signatures", under: [plain("ack-sign-officer"), plain("ack-sign-person", { name })] },
    ],
  };
}

function templateWords({ template }: AcknowledgementSource, letter: Letter): string {
  const name = letter.pen.name(template.name);
  return template.from === null ? name : `${name}, of ${sayCivil(template.from, letter)}`;
}

function confirmedWords({ template }: AcknowledgementSource, letter: Letter): string {
  const { confirmed } = template;
  if (confirmed === null) return letter.plain("ack-unconfirmed");
  return letter.plain("ack-confirmed", { by: letter.pen.name(confirmed.by), day: sayCivil(confirmed.on, letter) });
}

function saidBlocks(source: AcknowledgementSource, letter: AcknowledgementLetter): readonly PaperBlock[] {
  const { plain, pen, place } = letter;
  const { address, regularlyFound, changeOn, online } = source;
  // Whole, as it was said: the paper says that it is read back.
  const strong = (says: string): PaperWords => [{ says, look: "strong" }];
  const notGiven = plain("ack-home-none");
  const said = nameSaid(source);
  const rows: readonly (readonly [what: string, said: PaperWords])[] = [
    [plain("ack-name"), said === undefined ? notGiven : strong(pen.prose(said))],
    [plain("ack-other-names"), otherNames(source, letter)],
    [plain("ack-home"), address === undefined ? notGiven : strong(place(address))],
    [
      plain("ack-found"),
      regularlyFound === undefined ? plain(address === undefined ? "ack-found-none" : "ack-found-unused") : strong(place(regularlyFound)),
    ],
    ...(changeOn === undefined ? [] : [[plain("ack-change"), sayCivilWeekday(changeOn, letter)] as const]),
    ...(online === undefined || online.length === 0 ? [] : [[plain("ack-online"), sayList(online.map(pen.prose))] as const]),
    [plain("ack-identity"), plain(`ack-identity-${source.identity}`)],
  ];
  return [
    heading(2, plain("ack-what")),
    {
      block: "table",
      columns: [{ head: plain("ack-head-what"), width: 46 }, { head: plain("ack-head-said") }],
      rows: rows.map(([what, said]) => ({ cells: [[{ says: what, look: "slanted" as const }], said] })),
    },
  ];
}

/** The name by which the order calls them where it was said, else the first that was. */
function nameSaid({ name, names }: AcknowledgementSource): string | undefined {
  return names.includes(name) ? name : names[0];
}

function otherNames(source: AcknowledgementSource, { plain, pen }: Letter): PaperWords {
  const { names, allNames } = source;
  const all = plain(`ack-all-${allNames}`);
  // One of them stands in the row above.
  const others = names.filter((one) => one !== nameSaid(source));
  return others.length === 0
    ? `${plain("ack-no-other-name")} ${all}`
    : [{ says: `${sayList(others.map(pen.prose))}.`, look: "strong" }, ` ${all}`];
}

function orderRows(source: AcknowledgementSource, letter: Letter): readonly { readonly name: string; readonly words: PaperWords }[] {
  const { plain, pen } = letter;
  const { order, law, served, receipts } = source;
  const receiptWords = ({ period }: AcknowledgementReceipt): string =>
    "unsettled" in period
      ? plain("ack-unsettled")
      : period.within
        ? plain("ack-within")
        : plain("ack-after", { day: sayCivil(source.day, letter), last: sayCivil(period.last, letter) });
  return [
    {
      name: plain("ack-order-name"),
      words: plain(`ack-order-${order.which}`, {
        "order-name": law.orderName,
        order: pen.name(order.id),
        court: pen.name(order.court),
        made: sayCivilWeekday(order.made, letter),
      }),
    },
    { name: plain("ack-served"), words: servedWords(served, law, letter) },
    ...receipts.map((one) => ({ name: plain("ack-notice"), words: `${plain(`ack-notice-${one.notice}`)}, ${receiptWords(one)}` })),
  ];
}

/** The days of the first period by their dates, so that nobody has to count. */
function servedWords(served: AcknowledgementSource["served"], { noticeDays, noticeFrom }: PaperLaw, letter: Letter): string {
  const first = served === undefined ? undefined : dayOf(served.day);
  if (served === undefined || first === undefined) return letter.plain("ack-served-none");
  if (noticeFrom !== "service") return sayCivilWeekday(served.day, letter);
  if (!served.runs) return letter.plain("ack-served-no-period", { day: sayCivilWeekday(served.day, letter) });
  const days = Array.from({ length: noticeDays }, (_, i) => sayDayOfYear(civilFromDays(first + i)));
  return letter.plain("ack-served-says", {
    day: sayCivilWeekday(served.day, letter),
    days: sayCount(noticeDays, "day"),
    list: sayList(days),
  });
}

function dutiesOf({ law }: AcknowledgementSource, { say }: Letter): readonly PaperWords[] {
  return [
    ...(isKnown(law, "other-name") ? [say("ack-duty-name", { days: sayCount(law.noticeDays, "day") })] : []),
    ...(isKnown(law, "other-home") ? [say("ack-duty-home")] : []),
    ...(isKnown(law, "where") ? [say("ack-duty-where")] : []),
    ...(isKnown(law, "elsewhere") ? [say("ack-duty-elsewhere")] : []),
    ...(isKnown(law, "failing") ? [say("ack-duty-failing")] : []),
    ...(duties.every((one) => isKnown(law, one)) ? [] : [say("ack-duty-unknown")]),
  ];
}

/** What the law says of what has to be done, each from a row of its own. */
const duties = ["other-name", "other-home", "where", "failing"] as const;

function isKnown({ sections }: PaperLaw, place: PaperSection): boolean {
  return sections[place] !== undefined;
}
