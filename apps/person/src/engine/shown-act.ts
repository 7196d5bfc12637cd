import {
  type Instant,
  type Kind,
  type Statement,
  type TimelineAct,
  type When,
  type Whose,
  clockShownTwice,
  createWhose,
  dayIn,
  isNumberWithheld,
  laneOf,
  utcMsToWall,
  wallMsAt,
  isUndated,
} from "@unmask/core";
import {
  sayBriefWeekday,
  sayClock,
  sayDone,
  sayExactClock,
  sayFlagInFull,
  sayFrom,
  sayLaneLabel,
  sayMonth,
  sayFirst,
  timeNotKnown,
} from "@unmask/words";
import type { MarkShape } from "@unmask/fittings-screen";
import type { ShownAct } from "./protocol.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Longest text shown in the list; the whole of it stands in the pack. A message of megabytes would freeze the page. */
const mostTextShown = 20_000;

/** The alphabet of the timeline: see the picture's note. */
// partial: any other kind is a message.
const markByKind: Partial<Record<Kind, MarkShape>> = {
  call: "call",
  voicemail: "call",
  comment: "post",
  post: "post",
  mention: "post",
  follow: "post",
  request: "post",
  reaction: "post",
  transfer: "post",
  view: "view",
  login: "view",
  device: "view",
  location: "view",
  visit: "seen",
  following: "seen",
  damage: "seen",
  threat: "seen",
  entry: "seen",
  gift: "parcel",
};

/** By which mark an act of its kind is drawn. */
export function markOf({ kind }: Pick<TimelineAct, "kind">): MarkShape {
  return markByKind[kind] ?? "message";
}

/** Acts as rows: each time on her wall, no more exact than it was written. */
export function shownActs(acts: readonly TimelineAct[], statement: Statement): readonly ShownAct[] {
  const whoseIs = createWhose(statement);
  return acts.map((act) => shownAct(act, whoseIs(act), statement));
}

function shownAct(act: TimelineAct, whose: Whose, statement: Statement): ShownAct {
  const { when, from } = act;
  return {
    id: act.id,
    ...(isUndated(act)
      ? { day: sayFirst(timeNotKnown), time: "", isUncertain: true }
      : { day: sayDayOf(when.earliest, statement), ...timeOf(when, statement) }),
    who: sayWho(act),
    whose,
    isUnsaid: whose === "other" || (whose === "withheld" && (from.kind !== "withheld" || isNumberWithheld(act))),
    did: didOf(act),
    mark: markOf(act),
    text: act.text === null || act.text.length <= mostTextShown ? act.text : `${act.text.slice(0, mostTextShown)} …`,
    caveats: act.flags.map((flag) => sayFlagInFull(flag)).filter((says) => says !== ""),
    attachments: act.attachments.map(({ name }) => name),
    source: act.source.name,
    start: act.source.start,
    end: act.source.end,
    alsoIn: act.sources.length - 1,
  };
}

/** "September 2026": the month of an instant on her wall. */
export function monthOf(instant: Instant, { zone }: Statement): string {
  const { month, year } = utcMsToWall(wallMsAt(zone, instant));
  return sayMonth(year, month);
}

/** The name alone where there is one: a row of the list is narrow. */
function sayWho(act: TimelineAct): string {
  const { from } = act;
  if (from.name !== undefined) return from.name;
  return from.kind === "owner" && from.wrote === "" ? "you" : sayFrom(act);
}

function didOf({ kind, channel, flags }: TimelineAct): string {
  const done = sayDone(kind);
  const answered = flags.includes("unanswered") || flags.includes("missed") ? ", no answer" : "";
  const withheld = flags.includes("withheld-number") ? ", number withheld" : "";
  return `${sayLaneLabel(laneOf({ kind, channel }))}${done === "" ? "" : `, ${done}`}${answered}${withheld}`;
}

function sayDayOf(instant: Instant, { zone }: Statement): string {
  return sayBriefWeekday(dayIn(zone, instant));
}

/** `21:15` where minutes were written, `21:15:07` where seconds were, both ends where only a stretch is known. */
function timeOf({ earliest, latest, or }: When, statement: Statement): Pick<ShownAct, "time" | "isUncertain"> {
  const { zone } = statement;
  const width = latest - earliest;
  const other = or?.[0] ? `, or ${sayDayOf(or[0].earliest, statement)}` : "";
  const onTheWall = wallMsAt(zone, latest) - wallMsAt(zone, earliest);
  if (onTheWall >= 0 && onTheWall < minuteMs) {
    const clock = onTheWall < minuteMs - 1_000 ? sayExactClock(earliest, zone) : sayClock(earliest, zone);
    if (width >= minuteMs) return { time: `${clock}, first or second time${other}`, isUncertain: true };
    const name = clockShownTwice(zone, earliest);
    return { time: `${clock}${name === undefined ? "" : ` ${name}`}${other}`, isUncertain: other !== "" };
  }
  const isSameDay = dayIn(zone, earliest) === dayIn(zone, latest);
  if (width >= 12 * hourMs && isSameDay) return { time: `time not known${other}`, isUncertain: true };
  if (!isSameDay) return { time: `some time up to ${sayDayOf(latest, statement)}, ${sayClock(latest, zone)}${other}`, isUncertain: true };
  return { time: `between ${sayClock(earliest, zone)} and ${sayClock(latest, zone)}${other}`, isUncertain: true };
}
