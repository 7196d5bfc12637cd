import type { LiveOrder } from "@unmask/case";
import { parseCivilDay } from "@unmask/core";
import { placesTyped, placesWritten, timesTyped, timesWritten } from "./condition-typed.ts";

type Condition = LiveOrder["conditions"][number];

/** Conditions that were understood, or what was not. */
type Typed = { readonly conditions: readonly Condition[] } | { readonly error: string };

/**
 * Conditions typed from a copy: one under the other, a blank line between; `error` says of which nothing was understood. One without a number gets the next
 * after those that are written and those that stood; one that is written as it stood is the one that stood.
 */
export function conditionsTyped(written: string, stood: readonly Condition[] = []): Typed {
  const blocks = written
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((lines) => lines.length > 0);
  const numbers = numbersOf(
    blocks,
    stood.reduce((most, { condition }) => Math.max(most, condition), 0),
  );
  if (new Set(numbers).size < numbers.length) return { error: "Two conditions have the same number." };
  const read = blocks.map((lines, i) => stood.find((one) => blockOf(one) === lines.join("\n")) ?? conditionOf(lines, numbers[i] ?? 0));
  const wrong = read.findIndex((one) => one === undefined);
  return wrong === -1
    ? { conditions: read.flatMap((one) => one ?? []) }
    : {
        error: `Condition ${wrong + 1} is not understood: “prohibition: its words”, and under it lines of kind, place, time, device, until or locality.`,
      };
}

/** The lines that say the same conditions, each under its number. */
export function conditionsWritten(conditions: readonly Condition[]): string {
  return conditions.map(blockOf).join("\n\n");
}

/** Conditions as a court changed them, typed over what stood: of one that keeps its number, what no line says stays. */
export function conditionsChanged(written: string, stood: readonly Condition[]): Typed {
  const typed = conditionsTyped(written, stood);
  if ("error" in typed) return typed;
  return {
    conditions: typed.conditions.map((one) => {
      const before = stood.find(({ condition }) => condition === one.condition);
      if (before === undefined || before === one) return one;
      const { kind: _, places: __, times: ___, devices: ____, own: _____, locality: ______, ...kept } = before;
      const { evidence: _______, interimToo: ________, ...now } = one;
      return { ...kept, ...now };
    }),
  };
}

function blockOf({ condition, type, says, kind, places, times, devices = [], own, locality }: Condition): string {
  const linesOf = (key: string, lines: string): readonly string[] =>
    lines.split("\n").flatMap((line) => (line === "" ? [] : `${key}: ${line}`));
  return [
    `${condition}. ${type}: ${says.replaceAll(/\s+/g, " ").trim()}`,
    ...linesOf("kind", kind ?? ""),
    ...linesOf("place", placesWritten(places)),
    ...linesOf("time", timesWritten(times)),
    ...linesOf("device", devices.join("\n")),
    ...linesOf("until", own === undefined ? "" : (own.until ?? furtherOrder)),
    ...linesOf("locality", locality?.replaceAll(/\s+/g, " ") ?? ""),
  ]
    .map((line) => line.trim())
    .join("\n");
}

/** How long a condition lasts that has no last day while its order has one. */
const furtherOrder = "further order";

const number = /^(\d{1,3})\.\s*/;

function numbersOf(blocks: readonly (readonly string[])[], after: number): readonly number[] {
  const written = blocks.map(([head = ""]) => number.exec(head)?.[1]).map((one) => (one === undefined ? undefined : Number(one)));
  let next = written.reduce<number>((most, one) => Math.max(most, one ?? 0), after);
  return written.map((one) => one ?? ++next);
}

function conditionOf([head = "", ...more]: readonly string[], condition: number): Condition | undefined {
  const [, named, says] = /^(prohibition|requirement)\s*:\s*(.+)$/i.exec(head.replace(number, "")) ?? [];
  const type = named?.toLowerCase() === "requirement" ? "requirement" : "prohibition";
  if (named === undefined || says === undefined) return undefined;
  const lines = more.map((line) => /^(kind|place|time|device|until|locality)\s*:\s*(.+)$/i.exec(line));
  if (lines.some((line) => line === null)) return undefined;
  const of = (key: string): readonly string[] => lines.flatMap((line) => (line?.[1]?.toLowerCase() === key ? (line[2] ?? "") : []));
  const [places, times, devices, [kind]] = [
    placesTyped(of("place").join("\n")),
    timesTyped(of("time").join("\n")),
    of("device"),
    of("kind"),
  ];
  const [until, locality] = [of("until"), of("locality")];
  const own = ownTyped(until[0]);
  if (places === undefined || times === undefined || until.length > 1 || locality.length > 1 || own === "not understood") return undefined;
  return {
    condition,
    type,
    says,
    ...(kind !== undefined && { kind: kind.includes("/") ? kind : `${type}/${kind}` }),
    ...(places.length > 0 && { places }),
    ...(times.length > 0 && { times }),
    ...(devices.length > 0 && { devices }),
    ...(own !== undefined && { own }),
    ...(locality[0] !== undefined && { locality: locality[0] }),
    evidence: [],
    interimToo: false,
  };
}

/** A period of its own: "2026-08-31", or "further order". */
function ownTyped(until: string | undefined): Condition["own"] | "not understood" {
  if (until === undefined) return undefined;
  if (until.toLowerCase() === furtherOrder) return { until: null };
  return parseCivilDay(until) === undefined ? "not understood" : { until };
}
