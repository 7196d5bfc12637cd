import type { LiveOrder } from "@unmask/case";
import { placesTyped, timesTyped } from "./condition-typed.ts";

type Condition = LiveOrder["conditions"][number];

/** The conditions of an order of another force, typed from its copy: one under the other, a blank line between; `error` says of which nothing was understood. */
export function conditionsTyped(written: string): { readonly conditions: readonly Condition[] } | { readonly error: string } {
  const blocks = written
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((lines) => lines.length > 0);
  const read = blocks.map((lines, i) => conditionOf(lines, i + 1));
  const wrong = read.findIndex((one) => one === undefined);
  return wrong === -1
    ? { conditions: read.flatMap((one) => one ?? []) }
    : { error: `Condition ${wrong + 1} is not understood: “prohibition: its words”, and under it lines of kind, place, time or device.` };
}

function conditionOf([head = "", ...more]: readonly string[], condition: number): Condition | undefined {
  const [, named, says] = /^(prohibition|requirement)\s*:\s*(.+)$/i.exec(head) ?? [];
  const type = named?.toLowerCase() === "requirement" ? "requirement" : "prohibition";
  if (named === undefined || says === undefined) return undefined;
  const lines = more.map((line) => /^(kind|place|time|device)\s*:\s*(.+)$/i.exec(line));
  if (lines.some((line) => line === null)) return undefined;
  const of = (key: string): readonly string[] => lines.flatMap((line) => (line?.[1]?.toLowerCase() === key ? (line[2] ?? "") : []));
  const [places, times, devices, [kind]] = [
    placesTyped(of("place").join("\n")),
    timesTyped(of("time").join("\n")),
    of("device"),
    of("kind"),
  ];
  if (places === undefined || times === undefined) return undefined;
  return {
    condition,
    type,
    says,
    ...(kind !== undefined && { kind: kind.includes("/") ? kind : `${type}/${kind}` }),
    ...(places.length > 0 && { places }),
    ...(times.length > 0 && { times }),
    ...(devices.length > 0 && { devices }),
    evidence: [],
    interimToo: false,
  };
}
