import { type Drawing, type Shape, type Table, daysFromCivil, parseCivilDay, textWidth } from "@unmask/core";
import { type OrderState, cutBefore, lineBelow, placeName } from "@unmask/case";
import type { ShownDrawing } from "@unmask/fittings-screen";
import { sayCivilDay } from "../../parts/civil-day.ts";
import type { CourtDid } from "./court-words.ts";

/** An order beside the rule, as a line: it begins where it was made, ends where a court ended it, and shows the day until which the rule speaks. */

const [size, edge, row] = [12, 8, 18];

/** One day on the line. */
interface DayOnLine {
  readonly day: string;
  readonly says: string;
  readonly role: "ink" | "mind" | "hers" | "ink2";
}

/** What the line is drawn from. */
interface BesideRule {
  readonly order: Pick<OrderState["orders"][number], "made" | "period">;
  readonly result: CourtDid;
  /** The last day on which the rule speaks, and what it asks until then. */
  readonly rule?: { readonly day: string; readonly says: string };
  readonly asked?: { readonly day: string; readonly says: string };
}

const makes: readonly string[] = ["made", "interim-made"];

function daysOf({ order, result, rule, asked }: BesideRule): readonly DayOnLine[] {
  const until = order.period.until;
  const all: readonly DayOnLine[] = [
    // What made it is its own day on the line, and stands there once.
    ...(makes.includes(result.said.result) ? [] : [{ day: order.made, says: "made", role: "ink" as const }]),
    ...(asked === undefined ? [] : [{ day: asked.day, says: asked.says, role: "ink2" as const }]),
    {
      day: result.said.from ?? result.said.day,
      says: result.said.result.replaceAll("-", " "),
      role: result.against.length > 0 ? "mind" : "ink",
    },
    ...(rule === undefined ? [] : [{ day: rule.day, says: rule.says, role: "hers" as const }]),
    ...(until === null ? [] : [{ day: until, says: "last day as made", role: "ink2" as const }]),
  ];
  return all.filter(({ day }) => parseCivilDay(day) !== undefined).toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** Draws it, and the same as a table. */
export function besideRuleDrawn(beside: BesideRule): { readonly drawing: ShownDrawing; readonly table: Table } {
  const days = daysOf(beside);
  const table: Table = { columns: ["Day", "What"], rows: days.map(({ day, says }) => [sayCivilDay(day), says]) };
  return { drawing: { phone: draw(days, beside, 350), desktop: draw(days, beside, 760) }, table };
}

function draw(days: readonly DayOnLine[], { result }: BesideRule, width: number): Drawing {
  const numbers = days.map(({ day }) => numberOf(day));
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 1];
  const toX = (day: number): number => edge + ((day - first) / Math.max(1, last - first)) * (width - 2 * edge);
  const line = days.length * row + 10;
  const end = toX(numberOf(result.said.from ?? result.said.day));
  const isEnd = result.said.result === "discharged" || result.said.result === "interim-ended" || result.said.quashes === true;
  const names = days.map(({ day, says, role }, i) => {
    const x = toX(numberOf(day));
    const words = cutBefore(says, `, ${sayCivilDay(day)}`, { size, room: width - 2 * edge });
    return { x, words, role, base: row * (i + 1) - 4, ...placeName(x, textWidth(words, size, true), { width, side: edge }) };
  });
  const labels = names.flatMap(({ x, words, role, base, at, anchor }): readonly Shape[] => [
    ...lineBelow(x, { base, to: line + 8 }, names, { role, stroke: role === "mind" ? 3 : 1.5, size }),
    { shape: "text", role, x: at, y: base, text: words, size, anchor, bold: role === "mind" },
  ]);
  const title = days.map(({ day, says }) => `${says} ${sayCivilDay(day)}`).join("; ");
  return {
    title,
    alt: `${title}.`,
    width,
    height: line + 16,
    shapes: [
      { shape: "line", role: "ink", from: [edge, line], to: [isEnd ? end : width - edge, line], stroke: 6 },
      ...(isEnd ? [{ shape: "line", role: "line", from: [end, line], to: [width - edge, line], stroke: 1.5, dashed: true } as const] : []),
      ...labels,
    ],
    note: isEnd ? "Dashed: the time for which it was made, and in which it is over." : "",
  };
}

function numberOf(day: string): number {
  const civil = parseCivilDay(day);
  return civil === undefined ? 0 : daysFromCivil(civil);
}
