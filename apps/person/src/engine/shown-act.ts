import {
  type CivilDay,
  type Flag,
  type Kind,
  type Statement,
  type TimelineAct,
  type WallTime,
  type When,
  type Whose,
  createWhose,
  daysFromCivil,
  isoWeekday,
  utcMsToWall,
  wallMsAt,
} from "@unmask/core";
import { laneLabel, laneOf } from "@unmask/patterns";
import type { MarkShape } from "@unmask/fittings-screen";
import type { ShownAct } from "./protocol.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]; // prettier-ignore
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Longest text shown in the list; the whole of it stands in the pack. A message of megabytes would freeze the page. */
const mostTextShown = 20_000;

/** What was done; empty where the name of the lane says it already. */
const doneByKind: Readonly<Record<Kind, string>> = {
  message: "",
  call: "",
  voicemail: "voicemail",
  reaction: "reaction",
  comment: "comment",
  post: "post",
  mention: "mention",
  follow: "follow",
  request: "request",
  view: "looked in",
  block: "block",
  login: "log-in",
  device: "device",
  location: "location",
  transfer: "payment",
  visit: "came by",
  following: "followed",
  gift: "left or sent something",
  damage: "damage",
  threat: "threat",
  entry: "came in",
  check: "found by a check",
  other: "something else",
};

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

// partial: any other flag changes nothing that she would have to know here.
const caveatByFlag: Partial<Record<Flag, string>> = {
  deleted: "Deleted: the file keeps no text.",
  edited: "Edited later; this is the last text.",
  forwarded: "Passed on from somebody else.",
  "media-missing": "A picture or file was left out when this was exported.",
  "hash-mismatch": "The picture or file is not the one that the export names.",
  "time-twice": "The clocks went back: this time came twice.",
  "time-never": "The clocks went forward: this time never came. Shown as written.",
  "date-order-assumed": "Day and month could be the other way round.",
  "far-date": "The date cannot be right. Shown as written.",
  "date-doubtful": "The date is the sender’s own and does not agree with the rest.",
  "forged-header": "This line could have been typed inside the message above it.",
  "mark-unknown": "Marked as words of the app, but somebody could have typed them.",
  "out-of-order": "Stands after a later one in its file.",
  truncated: "Not all of this could be read: the file ends here, or it is too long.",
  "decoding-doubtful": "Some letters could not be made out.",
  "border-doubtful": "Where this mail begins or ends is not certain.",
  "damaged-header": "The lines above this mail are damaged; a part of them may be missing.",
  "view-once": "Could be seen once; the file keeps no picture.",
  unsent: "They took it back.",
  "not-delivered": "It may never have arrived.",
};

/** Acts as rows: each time on her wall, no more exact than it was written. */
export function shownActs(acts: readonly TimelineAct[], statement: Statement): readonly ShownAct[] {
  const whoseIs = createWhose(statement);
  return acts.map((act) => shownAct(act, whoseIs(act.from), statement));
}

function shownAct(act: TimelineAct, whose: Whose, statement: Statement): ShownAct {
  const { when, from } = act;
  return {
    id: act.id,
    day: dayOf(wallAt(statement, when.earliest)),
    ...timeOf(when, statement),
    who: from.name ?? (from.wrote || (from.kind === "owner" ? "you" : "number withheld")),
    whose,
    did: didOf(act),
    mark: markByKind[act.kind] ?? "message",
    text: act.text === null || act.text.length <= mostTextShown ? act.text : `${act.text.slice(0, mostTextShown)} …`,
    caveats: act.flags.flatMap((flag) => caveatByFlag[flag] ?? []),
    attachments: act.attachments.map(({ name }) => name),
    source: act.source.name,
    start: act.source.start,
    end: act.source.end,
    alsoIn: act.sources.length - 1,
  };
}

/** "September 2026": the month of an instant on her wall. */
export function monthOf(instant: When["earliest"], statement: Statement): string {
  const { month, year } = wallAt(statement, instant);
  return `${months[month - 1] ?? ""} ${year}`;
}

function didOf({ kind, channel, flags }: TimelineAct): string {
  const lane = laneLabel(laneOf({ kind, channel }));
  const done = doneByKind[kind] === "" ? "" : `, ${doneByKind[kind]}`;
  const answered = flags.includes("unanswered") || flags.includes("missed") ? ", no answer" : "";
  const withheld = flags.includes("withheld-number") ? ", number withheld" : "";
  return `${lane}${done}${answered}${withheld}`;
}

function wallAt({ zone }: Statement, instant: When["earliest"]): Required<WallTime> {
  return utcMsToWall(wallMsAt(zone, instant));
}

function dayOf(wall: Required<WallTime>): string {
  const weekday = weekdays[isoWeekday(daysFromCivil(wall)) - 1] ?? "";
  return `${weekday} ${sayDate(wall)}`;
}

/** "26 September 2026". */
export function sayDate({ year, month, day }: CivilDay): string {
  return `${day} ${months[month - 1] ?? ""} ${year}`;
}

/** `21:15` where minutes were written, `21:15:07` where seconds were, both ends where only a stretch is known. */
function timeOf({ earliest, latest, or }: When, statement: Statement): Pick<ShownAct, "time" | "isUncertain"> {
  const first = wallAt(statement, earliest);
  const last = wallAt(statement, latest);
  const width = latest - earliest;
  const other = or?.[0] ? `, or ${dayOf(wallAt(statement, or[0].earliest))}` : "";
  if (width < minuteMs) return { time: clock(first, width < minuteMs - 1_000) + other, isUncertain: other !== "" };
  const isSameDay = dayOf(first) === dayOf(last);
  if (width >= 12 * hourMs && isSameDay) return { time: `time not known${other}`, isUncertain: true };
  if (!isSameDay) return { time: `some time up to ${dayOf(last)}, ${clock(last, false)}${other}`, isUncertain: true };
  return { time: `between ${clock(first, false)} and ${clock(last, false)}${other}`, isUncertain: true };
}

function clock({ hour, minute, second }: Required<WallTime>, withSeconds: boolean): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(hour)}:${two(minute)}${withSeconds ? `:${two(second)}` : ""}`;
}
