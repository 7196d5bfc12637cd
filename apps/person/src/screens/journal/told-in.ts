import { type CivilDay, type CivilMinute, type Happened, type Result, civilFromDays, daysFromCivil, failed, ok } from "@unmask/core";
import { sayDay } from "@unmask/words";
import { type DayDraft, civilDayOf, isWrongDay } from "../../day-draft.ts";
import type { EntryDraft } from "../../entry-draft.ts";
import { linesOf } from "../../session.ts";
import type { ToldByPage } from "../../vault/protocol.ts";

/** What stands in the way of keeping a draft. */
export type DraftFault = "no-words" | "no-day" | "wrong-day" | "not-yet" | "days-turned" | "reference" | "nothing-added";

/** Where and when she writes: the minute that the device's clock shows, and its zone. */
export interface WritingAt {
  readonly now: CivilMinute;
  readonly zone: string;
}

/** What "just now" can mean. Minutes. */
const justNow = 15;
const minutesOfDay = 24 * 60;

/** What a draft says beside its words. Nothing is said for her: what she left empty is absent. */
export function toldIn(draft: EntryDraft, at: WritingAt): Result<ToldByPage, DraftFault> {
  const happened = happenedIn(draft, at);
  if (!happened.ok) return happened;
  const reference = referenceIn(draft);
  if (!reference.ok) return reference;
  const { kinds, areas, files, feared, firstHand } = draft;
  const changed = said(draft.changed);
  const toldBy = said(draft.toldBy);
  const who = whoIn(draft);
  return ok({
    ...text("exact", draft.exact),
    ...(happened.value && { happened: happened.value }),
    ...(kinds.length > 0 && { kinds }),
    ...lines("accounts", draft.accounts),
    ...text("place", draft.place),
    ...(who && { who }),
    ...lines("others", draft.others),
    ...lines("witnesses", draft.witnesses),
    ...(firstHand !== "" && { firstHand }),
    ...(firstHand === "told" && toldBy !== undefined && { toldBy }),
    ...(feared !== "" && { fearedViolence: feared }),
    ...text("felt", draft.felt),
    ...(changed !== undefined && { changed, ...(areas.length > 0 && { areas }) }),
    ...text("did", draft.did),
    ...(reference.value && { references: [reference.value] }),
    ...text("breaks", draft.breaks),
    ...(files.length > 0 && { files }),
  });
}

/** What she typed, without the blanks around it; undefined where that is nothing. */
export function said(typed: string): string | undefined {
  const kept = typed.normalize("NFC").trim();
  return kept === "" ? undefined : kept;
}

function text<Key extends string>(key: Key, typed: string): { readonly [K in Key]?: string } {
  const kept = said(typed);
  const found: { [K in Key]?: string } = {};
  if (kept !== undefined) found[key] = kept;
  return found;
}

function lines<Key extends string>(key: Key, typed: string): { readonly [K in Key]?: readonly string[] } {
  const kept = linesOf(typed.normalize("NFC"));
  const found: { [K in Key]?: readonly string[] } = {};
  if (kept.length > 0) found[key] = kept;
  return found;
}

type Reference = NonNullable<ToldByPage["references"]>[number];

function whoIn({ who, sure, how }: EntryDraft): ToldByPage["who"] {
  const [name, known] = [said(who), said(how)];
  if (sure === "not-known") return { sure, ...(known !== undefined && { how: known }) };
  return name === undefined ? undefined : { name, ...(sure !== "" && { sure }), ...(known !== undefined && { how: known }) };
}

function referenceIn({ referenceWith, referenceNumber }: EntryDraft): Result<Reference | undefined, DraftFault> {
  const [by, number] = [said(referenceWith), said(referenceNumber)];
  if (by === undefined || number === undefined) return by === number ? ok(undefined) : failed("reference");
  return ok({ with: by, number });
}

/** When it happened, as she says it. The hour of writing is never put in its place. */
function happenedIn(draft: EntryDraft, { now, zone }: WritingAt): Result<Happened | undefined, DraftFault> {
  if (draft.when === "") return ok(undefined);
  if (draft.when === "unsure") return betweenDays(draft, now, zone);
  const present = minutesOf(now);
  if (draft.when === "now") {
    const wrote = `Just now: at ${clock(now)}, or up to ${justNow} minutes before`;
    return ok({ from: minuteAt(present - justNow), until: minuteAt(present), zone, wrote });
  }
  const day = draft.when === "today" ? now : civilDayOf(draft.day);
  if (day === undefined) return failed(isWrongDay(draft.day) ? "wrong-day" : "no-day");
  const days = daysFromCivil(day);
  if (days > daysFromCivil(now)) return failed("not-yet");
  const says = draft.when === "today" ? `Today, ${sayDay(days)}` : sayDay(days);
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(draft.hour) ?? [];
  if (hour === undefined) return ok({ from: civilFromDays(days), until: civilFromDays(days), zone, wrote: says });
  const [middle, leeway] = [days * minutesOfDay + Number(hour) * 60 + Number(minute), Number(draft.leeway)];
  // She may be unsure of the hour, and not of what has not come yet.
  if (middle > present) return failed("not-yet");
  const give = leeway === 0 ? "" : `, give or take ${sayLeeway(leeway)}`;
  return ok({
    from: minuteAt(middle - leeway),
    until: minuteAt(Math.min(middle + leeway, present)),
    zone,
    wrote: `${says}, ${draft.hour}${give}`,
  });
}

function betweenDays({ day, until }: EntryDraft, now: CivilDay, zone: string): Result<Happened, DraftFault> {
  if (isWrongDay(day) || isWrongDay(until)) return failed("wrong-day");
  const [first, last] = [daysOf(day), daysOf(until)];
  if (first === undefined && last === undefined) return ok({ notKnown: true });
  const today = daysFromCivil(now);
  // With one of the two it lies on that day, as far as she can say.
  const [from, to] = [first ?? last ?? today, last ?? first ?? today];
  if (to < from) return failed("days-turned");
  if (to > today) return failed("not-yet");
  const wrote = from === to ? `Perhaps on ${sayDay(from)}` : `Between ${sayDay(from)} and ${sayDay(to)}`;
  return ok({ from: civilFromDays(from), until: civilFromDays(to), zone, wrote });
}

function daysOf(draft: DayDraft): number | undefined {
  const day = civilDayOf(draft);
  return day && daysFromCivil(day);
}

/** "15 minutes", "1 hour". */
export function sayLeeway(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  return minutes === 60 ? "1 hour" : `${minutes / 60} hours`;
}

const clock = ({ hour, minute }: CivilMinute): string => [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");

const minutesOf = ({ hour, minute, ...day }: CivilMinute): number => daysFromCivil(day) * minutesOfDay + hour * 60 + minute;

function minuteAt(minutes: number): CivilMinute {
  const days = Math.floor(minutes / minutesOfDay);
  const rest = minutes - days * minutesOfDay;
  return { ...civilFromDays(days), hour: Math.floor(rest / 60), minute: rest % 60 };
}
