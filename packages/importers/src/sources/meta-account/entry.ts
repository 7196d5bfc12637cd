import {
  type Identity,
  type Instant,
  type When,
  normalName,
  owner,
  parseInstant,
  parseIsoStamp,
  whenFromInstant,
  whenFromWall,
  withheld,
  zoneOfOffset,
} from "@unmask/core";
import { handleIdentity } from "../../identity.ts";
import type { EntryReading } from "../../json-lists.ts";
import { type JsonObject, filledField, integerField, isJsonObject, objectField, objectsField } from "@unmask/formats";

/**
 * One entry of an account list, whichever of the shapes it has: `string_list_data`, `string_map_data`, `label_values`, or plain fields.
 * Labels are translated into the language of the account, so nothing rests on a label alone. See docs/formats/sources/meta.md.
 */
export interface AccountEntry {
  readonly title: string | undefined;
  /** What was entered, by its label, in the order of the source. */
  readonly labelled: readonly { readonly label: string; readonly value: string }[];
  /** Seconds as written. */
  readonly seconds: number | undefined;
  /** Account name, without "@". */
  readonly handle: string | undefined;
}

/** Reads an entry. Text must have been repaired. */
export function readAccountEntry(entry: JsonObject): AccountEntry {
  const listed = objectsField(entry, "string_list_data")[0] ?? {};
  const map = objectField(entry, "string_map_data") ?? {};
  const mapped = Object.entries(map).flatMap(([label, one]) => (isJsonObject(one) ? [{ label, one }] : []));
  const values = objectsField(entry, "label_values");
  const labelled = [
    ...mapped.map(({ label, one }) => ({ label, value: filledField(one, "value") ?? filledField(one, "href") ?? "" })),
    ...values.map((one) => ({
      label: filledField(one, "label") ?? "",
      value: filledField(one, "value") ?? filledField(one, "href") ?? "",
    })),
  ].filter(({ value }) => value !== "");
  const times = [
    integerField(entry, "timestamp"),
    integerField(listed, "timestamp"),
    ...mapped.map(({ one }) => integerField(one, "timestamp")),
  ];
  const title = filledField(entry, "title");
  return {
    title,
    labelled,
    seconds: times.find((seconds) => seconds !== undefined && seconds > 0),
    handle: filledField(listed, "value") ?? title ?? handleAmong(labelled) ?? handleInAddress(filledField(listed, "href") ?? ""),
  };
}

/** The account name among labelled values: it stands behind the address and the display name, and looks like one. */
function handleAmong(labelled: AccountEntry["labelled"]): string | undefined {
  const handles = labelled.filter(({ value }) => /^[A-Za-z0-9._]{1,30}$/.test(value));
  return handles.at(-1)?.value ?? labelled.map(({ value }) => handleInAddress(value)).find((handle) => handle !== undefined);
}

function handleInAddress(address: string): string | undefined {
  return /^https?:\/\/(?:www\.)?instagram\.com\/(?:_u\/)?([A-Za-z0-9._]{1,30})\/?$/.exec(address)?.[1];
}

/** The account that an entry names. */
export function identityOfEntry({ handle }: AccountEntry): Identity | undefined {
  return handle === undefined ? undefined : handleIdentity(handle);
}

/** When: epoch seconds, else a title that is an ISO stamp with its offset. Undefined when the entry gives no time. */
export function whenOfEntry({ seconds, title }: AccountEntry): When | undefined {
  if (seconds !== undefined) return whenOfSeconds(seconds);
  const stamp = title === undefined ? undefined : parseIsoStamp(title);
  if (title === undefined || stamp?.offsetMinutes === undefined) return undefined;
  return whenFromWall(title, stamp.wall, zoneOfOffset(stamp.offsetMinutes))?.when;
}

/** Epoch seconds as the source wrote them. */
export function whenOfSeconds(seconds: number): When | undefined {
  const instant: Instant | undefined = parseInstant(seconds * 1000);
  return instant === undefined || seconds <= 0 ? undefined : whenFromInstant(String(seconds), instant, 1000);
}

/** What an entry says beside its time. */
export type EntryWords = Omit<EntryReading, "when">;

/** The account that an entry names, as a list of none or one. */
export function named(entry: AccountEntry): readonly Identity[] {
  const identity = identityOfEntry(entry);
  return identity ? [identity] : [];
}

/** The first value is the comment, the second the account under whose post it stands; a known label outranks the order. */
export function commentOf({ labelled }: AccountEntry): EntryWords {
  const byLabel = new Map(labelled.map(({ label, value }) => [label, value]));
  const text = byLabel.get("Comment") ?? (byLabel.has("Media Owner") ? undefined : labelled[0]?.value) ?? null;
  const mediaOwner = byLabel.get("Media Owner") ?? labelled[1]?.value;
  return {
    kind: "comment",
    from: owner,
    to: mediaOwner === undefined ? [] : named({ title: undefined, labelled, seconds: undefined, handle: mediaOwner }),
    text,
  };
}

/** What was used to sign in, as the source describes it: the value that reads like an app or a browser, else nobody. */
export function deviceOf({ labelled, title }: AccountEntry): Identity {
  const values = [...labelled.map(({ value }) => value), ...(title === undefined ? [] : [title])];
  return deviceIdentity(values.find((value) => /^(?:Instagram |Mozilla\/|Barcelona |Dalvik\/)/.test(value)));
}

/** A device or program as the source describes it; nobody where it does not. */
export function deviceIdentity(wrote: string | undefined): Identity {
  return wrote === undefined ? withheld : { kind: "device", wrote, normal: normalName(wrote) };
}

/** What was entered, a line each, with the labels of the source. */
export function linesOf({ labelled }: AccountEntry): string {
  return labelled.map(({ label, value }) => `${label}: ${value}`).join("\n");
}

/** The same below a line of ours that says what happened. */
export function headed(head: string, entry: AccountEntry): string {
  return `${head}\n${linesOf(entry)}`.trim();
}
