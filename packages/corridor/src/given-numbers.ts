import {
  type Exhibit,
  type ReadValue,
  type Result,
  failed,
  fault,
  inOrderOfExhibits,
  isColumnList,
  list,
  object,
  ok,
  parseExhibitNumber,
  readStrictly,
  text,
} from "@unmask/core";
import { type GivenNumber, placeOfExhibit } from "@unmask/pack";

/** Exhibit numbers that stay for good, as the settings of a vault keep them (docs/formats/vault.md, "Settings"). */

/** Exhibits of one person: more are an attack on memory. */
const mostNumbers = 500_000;

/** Reads the numbers out of the settings; none where nothing was numbered yet. The error is a sentence. */
export function readGivenNumbers(settings: string | undefined): Result<readonly GivenNumber[], string> {
  const whole = settingsIn(settings);
  if (whole === undefined) return failed(notSettings);
  const read = readStrictly(whole["exhibits"] ?? [], "exhibits", list(givenFromJson));
  const isOnce = read.ok && new Set(read.value.map(({ number }) => number)).size === read.value.length;
  return read.ok && isOnce && read.value.length <= mostNumbers ? ok(read.value) : failed(notSettings);
}

/** The settings with the numbers of a report in them, whatever else they hold; undefined where nothing is new. */
export function withGivenNumbers(
  settings: string | undefined,
  given: readonly GivenNumber[],
  exhibits: readonly Exhibit[],
): string | undefined {
  const known = new Set(given.map(({ number }) => number));
  const added = exhibits.filter((one) => !isColumnList(one) && !known.has(one.number));
  if (added.length === 0) return undefined;
  const all = [...given, ...added.map((exhibit) => ({ number: exhibit.number, place: placeOfExhibit(exhibit) }))].sort(inOrderOfExhibits);
  return JSON.stringify({ ...settingsIn(settings), exhibits: all.map(({ number, place }) => ({ number, place })) });
}

const notSettings = "The settings in the vault do not read, so no exhibit is numbered: a number must never be given twice.";

const givenFromJson: ReadValue<GivenNumber> = object(({ must }) => ({
  number: must("number", (value, path) => {
    const number = text(value, path);
    return parseExhibitNumber(number) ? number : fault(path, "is no number of an exhibit");
  }),
  place: must("place", text),
}));

/** The settings as an object; undefined where they are none. */
function settingsIn(settings: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (settings === undefined) return {};
  try {
    const value: unknown = JSON.parse(settings);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
