import { type Statement, type TimelineAct, type WallTime, isOf, utcMsToWall, wallMsAt } from "@unmask/core";
import type { ShownAct } from "./protocol.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const hourMs = 3_600_000;

/** An act as a row: its time on her wall, no more exact than it was written. */
export function shownAct(act: TimelineAct, statement: Statement): ShownAct {
  const { when, from } = act;
  const first = utcMsToWall(wallMsAt(statement.zone, when.earliest));
  const isWholeDay = when.latest - when.earliest >= 12 * hourMs;
  return {
    id: act.id,
    day: `${first.day} ${months[first.month - 1] ?? ""} ${first.year}`,
    time: isWholeDay ? "time not known" : timeOf(first, when.latest - when.earliest),
    who: from.name ?? (from.wrote || (from.kind === "owner" ? "you" : "withheld")),
    whose: isOf(statement.them, from) ? "them" : isOf(statement.me, from) ? "me" : "other",
    kind: act.kind,
    channel: act.channel,
    text: act.text,
    flags: act.flags,
    attachments: act.attachments.map(({ name }) => name),
    source: act.source.name,
    start: act.source.start,
    end: act.source.end,
  };
}

/** `21:15` where minutes were written, `21:15:07` where seconds were. */
function timeOf({ hour, minute, second }: Required<WallTime>, width: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return width >= 59_000 ? `${two(hour)}:${two(minute)}` : `${two(hour)}:${two(minute)}:${two(second)}`;
}
