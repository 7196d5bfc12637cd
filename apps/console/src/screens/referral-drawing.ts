import { type Drawing, type Instant, type Shape, type Table, daysFromCivil, dayIn, parseCivilDay, textWidth } from "@unmask/core";
import type { ShownDrawing } from "@unmask/fittings-screen";
import { sayShortDay } from "@unmask/words";
import type { Referral } from "../desk/referral.ts";
import { zone } from "../parts/say-when.ts";

/** The line of time of a referral: it begins with a consent and ends where the consent was taken back, or with its last day. */

/** One thing on the line: its day, counted from 1970, and whether it is where the line ends. */
interface Moment {
  readonly day: number;
  readonly says: string;
  readonly isEnd: boolean;
}

/** What happened, in order. */
function momentsOf({ consents, bags, answers, contacts, withdrawals }: Referral): readonly Moment[] {
  const at = (happened: Instant, says: string, isEnd = false): Moment => ({ day: dayIn(zone, happened), says, isEnd });
  return [
    ...consents.map(({ happened }, i) => at(happened, i === 0 ? "consent" : "consent anew")),
    ...bags.map(({ happened, bag }) => at(happened, `bag ${bag}`)),
    ...answers.map(({ happened, answer }) => at(happened, answer)),
    ...contacts.map(({ happened }, i) => at(happened, i === 0 ? "first contact" : "contact")),
    ...withdrawals.map(({ happened }) => at(happened, "taken back", true)),
  ].toSorted((one, other) => one.day - other.day);
}

/** What one day holds, in one label. */
interface DayOnLine {
  readonly day: number;
  readonly says: string;
  readonly isEnd: boolean;
}

function daysOf(moments: readonly Moment[]): readonly DayOnLine[] {
  const days = [...new Set(moments.map(({ day }) => day))];
  return days.map((day) => {
    const here = moments.filter((one) => one.day === day);
    return { day, says: [...new Set(here.map(({ says }) => says))].join(", "), isEnd: here.some(({ isEnd }) => isEnd) };
  });
}

const edge = 8;
const size = 12;
/** Label rows above and below the line. */
const rowHeight = 32;

/** The picture; undefined before anything was said. */
export function referralDrawing(referral: Referral, now: Instant): ShownDrawing | undefined {
  const days = daysOf(momentsOf(referral));
  const [first] = days;
  if (first === undefined) return undefined;
  const { line, from, until, rest } = spanOf(referral, days, dayIn(zone, now));
  const draw = (width: number): Drawing => {
    const across = (day: number): number => edge + ((width - 2 * edge) * (day - from)) / Math.max(1, until - from);
    const placed = placeLabels(days, across, width);
    const rows = (side: boolean): number =>
      placed.reduce((most, { isAbove, row }) => (isAbove === side ? Math.max(most, row + 1) : most), 1);
    const [above, below] = [rows(true), rows(false)];
    const y = above * rowHeight + 10;
    return {
      title: sayLine(referral),
      alt: `${sayLine(referral)}. ${days.map(({ day, says }) => `${sayShortDay(day)}: ${says}`).join(". ")}.`,
      width,
      height: y + below * rowHeight + 12,
      shapes: [
        { shape: "line", role: "hers", from: [across(from), y], to: [across(line), y], stroke: 6 },
        ...(until > line
          ? [{ shape: "line", role: "line", from: [across(line), y], to: [across(until), y], stroke: 1.5, dashed: true } as const]
          : []),
        ...placed.flatMap((one) => labelOf(one, y)),
      ],
      note: rest,
    };
  };
  return { phone: draw(340), desktop: draw(760) };
}

/** From where to where it is drawn, where the line of consent ends, and what stands after it. */
function spanOf(
  { consents, standing }: Referral,
  days: readonly DayOnLine[],
  today: number,
): { readonly from: number; readonly until: number; readonly line: number; readonly rest: string } {
  const from = days[0]?.day ?? today;
  const last = days.at(-1)?.day ?? today;
  const until = parseCivilDay(consents.at(-1)?.until ?? "");
  const end = until === undefined ? last : daysFromCivil(until);
  if (standing === "withdrawn") {
    const back = days.findLast(({ isEnd }) => isEnd)?.day ?? last;
    return {
      from,
      line: back,
      until: Math.max(last, back) + Math.max(3, Math.round((last - from) / 8)),
      rest: "After that there is no line: nothing goes.",
    };
  }
  const ended = standing === "ended" ? end : Math.min(Math.max(today, last), Math.max(end, from));
  return {
    from,
    line: ended,
    until: Math.max(end, last, from + 1),
    rest: `Dashed: until the last day of the consent, ${sayShortDay(end)}. Then nothing goes.`,
  };
}

interface Label extends DayOnLine {
  readonly x: number;
  readonly start: number;
  readonly isAbove: boolean;
  readonly row: number;
}

/** Above and below in turn; a label that would lie on another goes one row further from the line. */
function placeLabels(days: readonly DayOnLine[], across: (day: number) => number, width: number): readonly Label[] {
  const ends = new Map<string, number>();
  return days.map((one, i) => {
    const wide = Math.max(textWidth(one.says, size, true), textWidth(sayShortDay(one.day), size)) + 6;
    const x = across(one.day);
    const start = Math.max(edge, Math.min(x, width - edge - wide));
    const isAbove = one.isEnd || i % 2 === 0;
    let row = 0;
    while ((ends.get(`${isAbove} ${row}`) ?? 0) > start) row += 1;
    ends.set(`${isAbove} ${row}`, start + wide + 6);
    return { ...one, x, start, isAbove, row };
  });
}

function labelOf({ x, start, isAbove, row, says, day, isEnd }: Label, y: number): readonly Shape[] {
  const role = isEnd ? "mind" : "ink";
  const top = isAbove ? y - 10 - row * rowHeight : y + 22 + row * rowHeight;
  const text = (at: number, words: string, bold: boolean): Shape => ({
    ...{ shape: "text", x: start + 4, y: at, text: words, size, anchor: "start" },
    ...{ role: bold ? role : "ink2", bold },
  });
  const [upper, lower] = isAbove ? [top - 14, top] : [top, top + 14];
  return [
    {
      shape: "line",
      role,
      from: [x, isAbove ? upper - 10 : y],
      to: [x, isAbove ? y + (isEnd ? 12 : 0) : lower - 10],
      stroke: isEnd ? 3 : 1.5,
    },
    text(upper, says, true),
    text(lower, sayShortDay(day), false),
  ];
}

/** The sentence of the picture. */
export function sayLine({ name, bags, standing, consents }: Referral): string {
  const went = bags.length === 0 ? "Nothing went" : bags.length === 1 ? "One bag went" : `${bags.length} bags went`;
  const until = parseCivilDay(consents.at(-1)?.until ?? "");
  const end = until === undefined ? "" : sayShortDay(daysFromCivil(until));
  switch (standing) {
    case "withdrawn":
      return `${went} to ${name}; then the consent was taken back`;
    case "ended":
      return `${went} to ${name}; the consent ended with ${end}`;
    case "declined":
      return `${went} to ${name}, which declined`;
    default:
      return `${went} to ${name}; more may go until ${end}`;
  }
}

/** The same in rows. */
export function referralTable(referral: Referral): Table {
  return { columns: ["Day", "What"], rows: daysOf(momentsOf(referral)).map(({ day, says }) => [sayShortDay(day), says]) };
}
