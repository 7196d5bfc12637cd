import {
  type Attachment,
  type Flag,
  type Kind,
  type When,
  parseInstant,
  parseIsoStamp,
  wallToUtcMs,
  whenFromInstant,
  whenFromWall,
  zoneOfOffset,
} from "@unmask/core";
import {
  farDate,
  type JsonObject,
  filledField,
  integerField,
  isJsonObject,
  listField,
  numberField,
  objectField,
  objectsField,
  stringField,
} from "@unmask/formats";
import type { ReadContext } from "../../importer.ts";

/**
 * What one entry of a chat says, without its place in the file: time, words, attachments, the kind of a service line.
 * Fields: docs/formats/sources/telegram.md
 */

/** A time with the flags that its reading raised. */
export interface TimeReading {
  readonly when: When;
  readonly flags: readonly Flag[];
}

/**
 * Reads `<field>_unixtime` and `<field>`. Where the source writes both, the difference is the offset of the exporting computer, so the wall
 * time is kept with its offset; the wall time alone is read in the person's zone. Undefined when neither is a possible time.
 */
export function timeOf(record: JsonObject, field: string, context: ReadContext): TimeReading | undefined {
  const seconds = integerField(record, `${field}_unixtime`);
  const instant = seconds === undefined ? undefined : parseInstant(seconds * 1000);
  const wall = stringField(record, field);
  const stamp = wall === undefined ? undefined : parseIsoStamp(wall);
  if (instant !== undefined) {
    const minutes = stamp ? (wallToUtcMs(stamp.wall) - instant) / 60_000 : undefined;
    const flags = farDate(instant, context.now);
    if (wall !== undefined && minutes !== undefined && isOffset(minutes)) {
      return { when: { ...whenFromInstant(wall, instant, 1000), zone: zoneName(minutes) }, flags };
    }
    return { when: whenFromInstant(String(record[`${field}_unixtime`]), instant, 1000), flags };
  }
  if (wall === undefined || !stamp) return undefined;
  const { zone, stated } = context.zone;
  const read = whenFromWall(wall, stamp.wall, stamp.offsetMinutes === undefined ? zone : zoneOfOffset(stamp.offsetMinutes));
  if (!read) return undefined;
  const isAssumed = !stated && stamp.offsetMinutes === undefined;
  return { when: read.when, flags: [...(isAssumed ? zoneAssumed : []), ...read.flags, ...farDate(read.when.earliest, context.now)] };
}

const zoneAssumed: readonly Flag[] = ["zone-assumed"];

/** Zones lie between −12:00 and +14:00, all on quarters of an hour today. Anything else is no offset but a contradiction. */
function isOffset(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes % 15 === 0 && minutes >= -720 && minutes <= 840;
}

const zoneNames = new Map<number, string>();

function zoneName(minutes: number): string {
  const known = zoneNames.get(minutes);
  if (known !== undefined) return known;
  const { name } = zoneOfOffset(minutes);
  zoneNames.set(minutes, name);
  return name;
}

/** The words of a message: what was typed, else what a place, a poll, a contact or a sticker says in a line. Null when there are none. */
export function wordsOf(record: JsonObject): string | null {
  const typed = joinParts(record["text"]) || joinParts(record["text_entities"]);
  const said = [typed, placeOf(record), pollOf(record), contactOf(record), invoiceOf(record), filledField(record, "game_title")];
  const words = said.filter((part) => part !== undefined && part !== "").join("\n");
  return words === "" ? (filledField(record, "sticker_emoji") ?? null) : words;
}

/** Text is a string, or a list of strings and of objects that carry their part in `text`. */
function joinParts(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  return value
    .map((part: unknown) => (typeof part === "string" ? part : isJsonObject(part) ? (stringField(part, "text") ?? "") : ""))
    .join("");
}

function placeOf(record: JsonObject): string | undefined {
  const place = objectField(record, "location_information");
  const latitude = place && numberField(place, "latitude");
  const longitude = place && numberField(place, "longitude");
  const isLive = integerField(record, "live_location_period_seconds") !== undefined;
  const point =
    latitude === undefined || longitude === undefined ? [] : [`${isLive ? "Live location" : "Location"}: ${latitude}, ${longitude}`];
  return [filledField(record, "place_name"), filledField(record, "address"), ...point].filter((part) => part !== undefined).join("\n");
}

function pollOf(record: JsonObject): string | undefined {
  const poll = objectField(record, "poll");
  if (!poll) return undefined;
  return [`Poll: ${joinParts(poll["question"])}`, ...objectsField(poll, "answers").map((answer) => `- ${joinParts(answer["text"])}`)].join(
    "\n",
  );
}

function contactOf(record: JsonObject): string | undefined {
  const contact = objectField(record, "contact_information");
  if (!contact) return undefined;
  return `Contact: ${["first_name", "last_name", "phone_number"]
    .map((key) => filledField(contact, key))
    .filter((part) => part !== undefined)
    .join(" ")}`;
}

function invoiceOf(record: JsonObject): string | undefined {
  const invoice = objectField(record, "invoice_information");
  return (
    invoice &&
    `Invoice: ${["title", "description"]
      .map((key) => filledField(invoice, key))
      .filter((part) => part !== undefined)
      .join(", ")}`
  );
}

/** Flags that a message carries in itself. */
export function marksOf(record: JsonObject): readonly Flag[] {
  const flags: Flag[] = [];
  if (isEdited(record)) flags.push("edited");
  if ("forwarded_from" in record) flags.push("forwarded"); // null: the account it came from is gone
  if (integerField(record, "self_destruct_period_seconds") !== undefined) flags.push("view-once");
  return flags;
}

/** Old exports write an edit in 1970 for what was never edited. */
function isEdited(record: JsonObject): boolean {
  if ("edited_unixtime" in record) return (integerField(record, "edited_unixtime") ?? 0) > 0;
  const edited = stringField(record, "edited");
  return edited !== undefined && !/^19[67]\d-/.test(edited);
}

/** Whether a message names a file. Those that do not need no look at the files beside it. */
export function hasFile(record: JsonObject): boolean {
  return "photo" in record || "file" in record || "contact_vcard" in record || "self_destruct_period_seconds" in record;
}

const fileFields = [
  { path: "photo", size: "photo_file_size" },
  { path: "file", size: "file_size" },
  { path: "contact_vcard", size: "contact_vcard_file_size" },
] as const;

/**
 * The files of a message, looked up beside the source. Their names do not depend on whether the export carries the bytes, so that exports
 * with and without media agree.
 */
export async function attachmentsOf(
  record: JsonObject,
  context: ReadContext,
): Promise<{ attachments: readonly Attachment[]; flags: readonly Flag[] }> {
  const attachments: Attachment[] = [];
  let isMissing = false;
  for (const field of fileFields) {
    const path = filledField(record, field.path);
    if (path === undefined) continue;
    const sibling = isPlaceholder(path) ? undefined : await context.sibling(path);
    const mime = field.path === "file" ? filledField(record, "mime_type") : undefined;
    const size = sibling?.size ?? integerField(record, field.size);
    isMissing ||= !sibling;
    attachments.push({
      name: nameOf(record, field.path, path),
      ...(mime === undefined ? {} : { mime }),
      ...(size === undefined ? {} : { size }),
      ...(sibling ? { sha256: sibling.sha256 } : {}),
    });
  }
  const isGone = attachments.length === 0 && "self_destruct_period_seconds" in record;
  return { attachments, flags: isMissing || isGone ? mediaMissing : none };
}

const mediaMissing: readonly Flag[] = ["media-missing"];
const none: readonly Flag[] = [];

/** "(File not included. Change data exporting settings to download.)" and its kin; a path of the export never starts with a bracket. */
function isPlaceholder(path: string): boolean {
  return path.startsWith("(");
}

function nameOf(record: JsonObject, field: string, path: string): string {
  if (field !== "file") return field === "photo" ? "photo" : "contact.vcard";
  const named = filledField(record, "file_name") ?? (isPlaceholder(path) ? undefined : path.slice(path.lastIndexOf("/") + 1));
  return named ?? filledField(record, "media_type") ?? "file";
}

/** What a service line is: an act of a kind, or a notice in our words. */
export type ServiceReading =
  | { readonly kind: Kind; readonly text: string | null; readonly flags: readonly Flag[]; readonly duration?: number }
  | { readonly says: string };

/** Reads a service line: calls and gifts are acts, everything else was written by the app. */
export function readService(record: JsonObject): ServiceReading {
  const action = stringField(record, "action") ?? "";
  if (action === "phone_call" || action === "conference_call" || action === "group_call") return readCall(record, action);
  if (isGift(action)) return { kind: "gift", text: giftOf(record), flags: none };
  return { says: serviceWords.get(action) ?? "service line of the app" };
}

function readCall(record: JsonObject, action: string): ServiceReading {
  const duration = integerField(record, "duration_seconds") ?? integerField(record, "duration");
  const reason = stringField(record, "discard_reason");
  if (duration !== undefined && duration > 0) return { kind: "call", text: null, flags: none, duration };
  if (action === "group_call") return { kind: "call", text: null, flags: none }; // Begun; nobody was rung.
  return { kind: "call", text: null, flags: reason === "missed" ? missed : unanswered };
}

const missed: readonly Flag[] = ["missed", "unanswered"];
const unanswered: readonly Flag[] = ["unanswered"];

function isGift(action: string): boolean {
  return action === "send_premium_gift" || action === "send_stars_gift" || action === "send_star_gift";
}

function giftOf(record: JsonObject): string | null {
  const words = joinParts(record["gift_text"]) || (isJsonObject(record["gift_text"]) ? joinParts(record["gift_text"]["text"]) : "");
  return words === "" ? null : words;
}

/** Actions by their name in the source. */
const serviceWords: ReadonlyMap<string, string> = new Map([
  ["create_group", "group created"],
  ["create_channel", "channel created"],
  ["edit_group_title", "name of the group changed"],
  ["edit_group_photo", "picture of the group changed"],
  ["delete_group_photo", "picture of the group removed"],
  ["invite_members", "people added to the group"],
  ["remove_members", "somebody left the group or was removed"],
  ["join_group_by_link", "somebody joined by a link"],
  ["join_group_by_request", "somebody joined by request"],
  ["migrate_to_supergroup", "group became a supergroup; its messages go on in another chat"],
  ["migrate_from_group", "supergroup goes on from a group; older messages have negative numbers"],
  ["pin_message", "message pinned"],
  ["clear_history", "history of the chat cleared: what was written before is gone"],
  ["take_screenshot", "screenshot of the chat taken"],
  ["joined_telegram", "contact joined Telegram"],
  ["proximity_reached", "proximity alert: two people who shared their location came close"],
  ["requested_phone_number", "phone number asked for"],
  ["invite_to_group_call", "people invited to a group call"],
  ["group_call_scheduled", "group call planned"],
  ["set_messages_ttl", "messages of the chat set to delete themselves"],
  ["edit_chat_theme", "look of the chat changed"],
  ["set_chat_wallpaper", "wallpaper of the chat changed"],
  ["set_same_chat_wallpaper", "wallpaper of the chat changed"],
  ["suggest_profile_photo", "profile picture suggested"],
  ["allow_sending_messages", "a bot was allowed to write"],
]);

/** Reactions that name their author and time, in the order of the document. The others stay inside their message. */
export function reactionsOf(record: JsonObject): readonly { readonly sign: string | null; readonly recent: unknown }[] {
  return objectsField(record, "reactions").flatMap((reaction) => {
    const sign = filledField(reaction, "emoji") ?? null;
    return listField(reaction, "recent").map((recent) => ({ sign, recent }));
  });
}
