import {
  type Identity,
  type Instant,
  type When,
  parseInstant,
  parseIsoStamp,
  whenFromInstant,
  whenFromWall,
  zoneOfOffset,
} from "@unmask/core";
import { handleIdentity } from "../../identity.ts";
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
