import type { Act, Reading } from "./act.ts";
import { parseActId } from "./act-id.ts";
import { actFrom, attachmentFromJson, readingByKey } from "./act-from-json.ts";
import { type Instant, parseInstant } from "./instant.ts";
import { actForm, attachmentForm, readingToJson } from "./reading-json.ts";
import type { Result } from "./result.ts";
import { type ReadValue, fault, list, object, readStrictly } from "./strict-json.ts";
import type { TimelineAct } from "./timeline-act.ts";
import type { Interval } from "./zone.ts";

/**
 * Readings of one file as columns (docs/formats/vault.md, "Acts"): what acts of a chat have in common is written once, and of the rest each field is one
 * list. 100,000 acts are read back in a tenth of the time that as many lines take. Nothing is cast: what stands once is read strictly, and of each list every value.
 */
export interface ReadingColumns {
  /** Each an act in its written form, for what it has in common with others. */
  readonly alike: readonly unknown[];
  /** For each reading in order: its place in `alike`; -1 where it is no act. */
  readonly of: readonly number[];
  /** Of each act in order. */
  readonly id: readonly string[];
  readonly wrote: readonly string[];
  /** Milliseconds after that of the act before it, of the first after 1970: a few digits in place of thirteen. */
  readonly earliest: readonly number[];
  /** Milliseconds after its own `earliest`. */
  readonly latest: readonly number[];
  readonly text: readonly (string | null)[];
  /** Bytes behind the end of the act before it, of the first behind the beginning of the file. */
  readonly start: readonly number[];
  /** Bytes behind its own `start`. */
  readonly end: readonly number[];
  /** Of each act in order, null where it has none; absent where none of them has any. */
  readonly or?: readonly (readonly number[] | null)[];
  readonly sourceId?: readonly (string | null)[];
  readonly subject?: readonly (string | null)[];
  readonly duration?: readonly (number | null)[];
  readonly attachments?: readonly (readonly object[] | null)[];
  /** The other readings in order, in their written form. */
  readonly rest: readonly unknown[];
}

/** Puts readings into columns. */
export function readingsToColumns(readings: readonly Reading[]): ReadingColumns {
  const acts = readings.flatMap((one) => ("act" in one ? [one.act] : []));
  const rest = readings.flatMap((one): unknown[] => ("act" in one ? [] : [JSON.parse(readingToJson(one))]));
  const placeByForm = new Map<string, number>();
  const placeOf = (act: Act): number => {
    const form = JSON.stringify(commonForm(act));
    const place = placeByForm.get(form) ?? placeByForm.size;
    placeByForm.set(form, place);
    return place;
  };
  return {
    of: readings.map((one) => ("act" in one ? placeOf(one.act) : -1)),
    alike: [...placeByForm.keys()].map((form): unknown => JSON.parse(form)),
    id: acts.map(({ id }) => id),
    wrote: acts.map(({ when }) => when.wrote),
    earliest: acts.map(({ when }, i) => when.earliest - (acts[i - 1]?.when.earliest ?? 0)),
    latest: acts.map(({ when }) => when.latest - when.earliest),
    text: acts.map(({ text }) => text),
    start: acts.map(({ source }, i) => source.start - (acts[i - 1]?.source.end ?? 0)),
    end: acts.map(({ source }) => source.end - source.start),
    ...column("or", acts, ({ when }) => when.or?.flatMap(({ earliest, latest }) => [earliest, latest])),
    ...column("sourceId", acts, ({ sourceId }) => sourceId),
    ...column("subject", acts, ({ subject }) => subject),
    ...column("duration", acts, ({ duration }) => duration),
    ...column("attachments", acts, ({ attachments }) => (attachments.length === 0 ? undefined : attachments.map(attachmentForm))),
    rest,
  };
}

/** Readings out of columns, each act as it stands on the line of time alone, so that merging copies none. The error says where they are none, never what stands there. */
export function readingsFromColumns(columns: unknown): Result<readonly Reading[], string> {
  return readStrictly(columns, "columns", readingsIn);
}

/** What of an act is not in a column of its own, as an act at no place and time. */
function commonForm({ sourceId: _, subject: _subject, duration: _duration, ...act }: Act): object {
  const when = { wrote: "", zone: act.when.zone, earliest: nowhere, latest: nowhere };
  return actForm({ ...act, id: noId, text: null, attachments: [], when, source: { ...act.source, start: 0, end: 0 } });
}

const [noId, nowhere] = [parseActId(`none-${"0".repeat(32)}-1`) ?? impossible(), parseInstant(0) ?? impossible()];

function impossible(): never {
  throw new Error("an id and an instant of our own are some");
}

function column<K extends string, T>(key: K, acts: readonly Act[], of: (act: Act) => T | undefined): { readonly [P in K]?: (T | null)[] } {
  const values = acts.map((act) => of(act) ?? null);
  const found: { [P in K]?: (T | null)[] } = {};
  if (values.some((value) => value !== null)) found[key] = values;
  return found;
}

const readingsIn: ReadValue<readonly Reading[]> = object((fields) => {
  const alike = fields.must("alike", list(object(actFrom)));
  const of = fields.must("of", listOf(isWhole));
  const id = fields.must("id", listOf(isText));
  const wrote = fields.must("wrote", listOf(isText));
  const earliest = fields.must("earliest", listOf(isWhole));
  const latest = fields.must("latest", listOf(isWhole));
  const text = fields.must("text", listOf(isTextOrNull));
  const gap = fields.must("start", listOf(isWhole));
  const length = fields.must("end", listOf(isWhole));
  const { or } = fields.may("or", list(orNothing(intervalsIn)));
  const { sourceId } = fields.may("sourceId", listOf(isTextOrNull));
  const { subject } = fields.may("subject", listOf(isTextOrNull));
  const { duration } = fields.may("duration", listOf(isNumberOrNull));
  const { attachments } = fields.may("attachments", list(orNothing(list(attachmentFromJson))));
  const rest = fields.must("rest", list(readingByKey));
  let [nth, other, at, place] = [0, 0, 0, 0];
  const readings = of.map((form): Reading => {
    if (form === -1) return rest[other++] ?? fault("columns.rest", "is too short");
    const common = alike[form];
    const i = nth++;
    const ownText = text[i];
    const stamp = wrote[i];
    if (common === undefined || ownText === undefined || stamp === undefined) return fault("columns", "are not of one length");
    const first = instantFrom((at += earliest[i] ?? NaN));
    const last = instantFrom(at + (latest[i] ?? NaN));
    if (first > last) return fault("columns.latest", "ends before it begins");
    const start = (place += gap[i] ?? NaN);
    const end = (place += length[i] ?? NaN);
    if (!(start >= 0 && start <= end && Number.isSafeInteger(end)))
      return fault("columns.end", "is no place, or one that ends before it begins");
    const others = or?.[i];
    const { zone } = common.when;
    const { sha256, name, within } = common.source;
    const source = within ? { sha256, name, start, end, within } : { sha256, name, start, end };
    const act: TimelineAct = {
      ...common,
      id: parseActId(id[i] ?? "") ?? fault("columns.id", "is no id of an act"),
      when: others
        ? { wrote: stamp, zone, earliest: first, latest: last, or: others }
        : { wrote: stamp, zone, earliest: first, latest: last },
      text: ownText,
      attachments: attachments?.[i] ?? common.attachments,
      source,
      sources: [source],
    };
    const [named, about, lasted] = [sourceId?.[i] ?? null, subject?.[i] ?? null, duration?.[i] ?? null];
    if (named === null && about === null && lasted === null) return { act };
    return {
      act: {
        ...act,
        ...(named !== null && { sourceId: named }),
        ...(about !== null && { subject: about }),
        ...(lasted !== null && { duration: lasted }),
      },
    };
  });
  const isWholeLength = [id, wrote, earliest, latest, text, gap, length].every((column) => column.length === nth) && rest.length === other;
  return isWholeLength ? readings : fault("columns", "are not of one length");
});

function instantFrom(ms: number): Instant {
  return parseInstant(ms) ?? fault("columns", "has a time that is none");
}

const intervalsIn: ReadValue<readonly Interval[]> = (value, path) => {
  const bounds = listOf(isWhole)(value, path);
  if (bounds.length % 2 === 1) return fault(path, "has half an interval");
  return Array.from({ length: bounds.length / 2 }, (_, i) => {
    const one = { earliest: instantFrom(bounds[2 * i] ?? NaN), latest: instantFrom(bounds[2 * i + 1] ?? NaN) };
    return one.earliest <= one.latest ? one : fault(path, "ends before it begins");
  });
};

/** A list whose values are all of one kind. Told of the list as a whole: a path for each of a million values costs more than the values. */
function listOf<T>(is: (value: unknown) => value is T): ReadValue<readonly T[]> {
  return (value, path) => (Array.isArray(value) && value.every(is) ? value : fault(path, "is no list of what belongs there"));
}

function orNothing<T>(read: ReadValue<T>): ReadValue<T | undefined> {
  return (value, path) => (value === null ? undefined : read(value, path));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || (typeof value === "number" && value >= 0);
}
