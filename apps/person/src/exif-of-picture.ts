import { type CivilDay, type Result, daysFromCivil, isRealDay } from "@unmask/core";
import { parse } from "exifr/dist/lite.esm.mjs";

/** What a picture says about itself (Exif 2.32, CIPA DC-008): each part only where it says so, and can be so. */
export interface PictureSays {
  readonly taken?: PictureTaken;
  /** Degrees, north and east above nothing. */
  readonly place?: { readonly latitude: number; readonly longitude: number };
  /** Maker and model, as it names them. */
  readonly device?: string;
}

/** When it was taken, by the clock of what took it. */
export interface PictureTaken {
  /** Days from 1970-01-01. */
  readonly day: number;
  /** "21:15". */
  readonly clock: string;
  /** How far its clock was from UTC, "+01:00"; many pictures do not say. */
  readonly offset?: string;
}

/** So much of a file is read: what says it stands before the picture itself, in HEIC behind it. A film handed over as a picture fills no memory. Bytes. */
export const mostOfPicture = 32 * 2 ** 20;
/** A device has a name of a line: a picture that was made to fill the page does not. Characters. */
const longestName = 80;

/** As written: no value is translated or made a moment of, because a picture's clock has no zone. */
const options = {
  ifd0: { pick: ["Make", "Model"] },
  exif: { pick: ["DateTimeOriginal", "OffsetTimeOriginal"] },
  gps: { pick: ["GPSLatitude", "GPSLatitudeRef", "GPSLongitude", "GPSLongitudeRef"] },
  ifd1: false,
  interop: false,
  translateValues: false,
  reviveValues: false,
};
/** Fewer bytes begin no picture. */
const leastOfPicture = 4;

/**
 * Reads what a picture says about itself, of bytes that are not changed. Nothing at all where it says nothing, and where it is no picture of a kind
 * that is known here; `damaged` where it says something that cannot be read.
 */
export async function readPicture(bytes: Uint8Array): Promise<Result<PictureSays, "damaged">> {
  if (bytes.length < leastOfPicture) return { ok: true, value: {} };
  try {
    const found = await parse(bytes, options);
    const tags: ReadonlyMap<string, unknown> = new Map(typeof found === "object" && found !== null ? Object.entries(found) : []);
    const says = saysOf(tags);
    // What can be read of a damaged one is told.
    return tags.has("errors") && Object.keys(says).length === 0 ? { ok: false, error: "damaged" } : { ok: true, value: says };
  } catch (error) {
    const isUnknown = error instanceof Error && error.message === "Unknown file format";
    return isUnknown ? { ok: true, value: {} } : { ok: false, error: "damaged" };
  }
}

function saysOf(tags: ReadonlyMap<string, unknown>): PictureSays {
  const taken = takenOf(tags);
  const latitude = degreesOf(tags.get("GPSLatitude"), tags.get("GPSLatitudeRef"), { ahead: "N", behind: "S", most: 90 });
  const longitude = degreesOf(tags.get("GPSLongitude"), tags.get("GPSLongitudeRef"), { ahead: "E", behind: "W", most: 180 });
  const device = deviceOf(lineOf(tags.get("Make")), lineOf(tags.get("Model")));
  return {
    ...(taken && { taken }),
    // A device without a place writes noughts.
    ...(latitude !== undefined && longitude !== undefined && (latitude !== 0 || longitude !== 0) && { place: { latitude, longitude } }),
    ...(device !== "" && { device }),
  };
}

function takenOf(tags: ReadonlyMap<string, unknown>): PictureTaken | undefined {
  const [, year, month, date, hour, minute] =
    /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d)(?::\d\d)?/.exec(lineOf(tags.get("DateTimeOriginal"))) ?? [];
  const civil: CivilDay = { year: Number(year), month: Number(month), day: Number(date) };
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59 || !isRealDay(civil)) return undefined;
  const [offset] = /^[+-]\d\d:\d\d$/.exec(lineOf(tags.get("OffsetTimeOriginal"))) ?? [];
  return { day: daysFromCivil(civil), clock: `${hour}:${minute}`, ...(offset !== undefined && { offset }) };
}

interface Side {
  readonly ahead: string;
  readonly behind: string;
  readonly most: number;
}

/** Degrees, minutes and seconds as one number; below nothing on the other side. */
function degreesOf(parts: unknown, side: unknown, { ahead, behind, most }: Side): number | undefined {
  const numbers: readonly unknown[] = Array.isArray(parts) ? parts : [];
  const [degrees, minutes = 0, seconds = 0] = numbers;
  if (typeof degrees !== "number" || typeof minutes !== "number" || typeof seconds !== "number") return undefined;
  const letter = lineOf(side);
  const size = degrees + minutes / 60 + seconds / 3_600;
  if (!(size >= 0 && size <= most) || (letter !== ahead && letter !== behind)) return undefined;
  return letter === ahead ? size : -size;
}

/** Text as one line of letters that are seen: nothing in a picture turns, hides or lengthens what stands on the page. */
function lineOf(says: unknown): string {
  if (typeof says !== "string") return "";
  return says
    .replaceAll(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, longestName);
}

/** Many makers begin the model with their own name. */
function deviceOf(make: string, model: string): string {
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim();
}
