import { type Grade, type LaneId, type TimelineAct, channels, kinds, laneOf, lanes, parseInstant, timelineActFromJson } from "@unmask/core";
import type { ActLine, ActPlace } from "../sql/case/case-acts.ts";

/** Acts of a case as they are listed and as one is shown: what it says, where it came from, and how to check it without us. */

/** Channels and kinds that make a lane: a kind that has a lane of its own wherever it happens, or a channel without those kinds. */
export interface LaneFilter {
  readonly channels: readonly string[];
  readonly only: readonly string[];
  readonly not: readonly string[];
}

/** What a lane is made of; undefined for a name that is none. */
export function filterOf(lane: string): LaneFilter | undefined {
  const id: LaneId | undefined = lanes.find((one) => one === lane);
  if (id === undefined) return undefined;
  // Whatever channel it came by, a kind that stands in one lane for every channel is told by itself.
  const lanesOfKind = kinds.map((kind) => ({ kind, of: new Set(channels.map((channel) => laneOf({ kind, channel }))) }));
  const own = lanesOfKind.filter(({ of }) => of.size === 1);
  const only = own.filter(({ of }) => of.has(id)).map(({ kind }) => kind);
  const byChannel = channels.filter((channel) => laneOf({ kind: "message", channel }) === id);
  return { channels: byChannel, only, not: own.filter(({ of }) => !of.has(id)).map(({ kind }) => kind) };
}

/** The line of an act in a list. */
export function actLine(line: ActLine): object {
  const {
    report,
    item,
    ordinal,
    kind,
    channel,
    grade,
    earliest,
    latest,
    from_kind,
    from_normal,
    from_name,
    body,
    exhibits,
    agreement,
    whose,
    pack_came,
  } = line;
  const from = { kind: from_kind, normal: from_normal, name: from_name };
  return {
    place: sayPlace(line),
    report,
    item,
    ordinal,
    kind,
    channel,
    grade,
    earliest,
    latest,
    from,
    says: body,
    exhibits,
    agreement,
    whose,
    isAhead: pack_came !== null && earliest > pack_came,
  };
}

/** Where a list goes on, as the address has it: `EARLIEST.ITEM.ORDINAL`. */
export function sayPlace({ earliest, item, ordinal }: ActPlace): string {
  return `${earliest}.${item}.${ordinal}`;
}

/** Reads it; undefined for anything else. */
export function placeOf(written: string): ActPlace | undefined {
  const [, time = "", item = "", ordinal = ""] = /^(-?\d{1,15})\.([0-9a-f]{32})\.(\d{1,12})$/.exec(written) ?? [];
  const earliest = time === "" ? undefined : parseInstant(Number(time));
  return earliest === undefined ? undefined : { earliest, item, ordinal: Number(ordinal) };
}

/** In the order of the line of time, over several reports. */
export function inOrder(one: ActPlace, other: ActPlace): number {
  return one.earliest - other.earliest || (one.item < other.item ? -1 : one.item > other.item ? 1 : one.ordinal - other.ordinal);
}

/** The act as it is kept. */
export function actOf(written: string): TimelineAct {
  const act = timelineActFromJson(written);
  if (!act.ok) throw new Error(`an act in the database is damaged: ${act.error}`);
  return act.value;
}

/** What no check of ours can show of an act, by how it reached her. */
export const notProved: Readonly<Record<Grade, string>> = {
  database: "Who held the phone; that nothing was deleted before it was copied.",
  "structured-export":
    "Who held the phone; which program wrote the export; that it is complete; that the file was not edited before it was handed over.",
  "text-export": "Who held the phone; that the chat is complete; that the text was not edited after it was exported. A text file can be.",
  "own-account": "That it happened so: it is what the person wrote, when it was written.",
  screenshot: "Whose screen it is; that the picture was not edited. A picture can be.",
  check: "Who did what was found; that nothing else was there to be found.",
};

/** Commands of other people's tools by which anybody repeats what is shown here, with the pack as it came. */
export function byHand({
  act,
  path,
  sha256,
}: {
  readonly act: TimelineAct;
  readonly path: string | null;
  readonly sha256: string | null;
}): readonly string[] {
  const { start, end, within, sha256: source } = act.source;
  const whole = ["unmask verify PACK.age -i KEY", ...(sha256 === null ? [] : ["sha256sum PACK.age", `  ${sha256}`])];
  if (path === null) return whole;
  const inside = within === undefined || within.length === 0;
  return [
    ...whole,
    "age -d -i KEY PACK.age | tar -x",
    ...(inside ? [`sha256sum ${path}`, `  ${source}`, `tail -c +${start + 1} ${path} | head -c ${end - start}`] : [`file ${path}`]),
  ];
}
