import type { Act, ActId, DateOrder, Identity, NameRedactor, Reading, Result, Source, SourceSpan } from "@unmask/core";
import { attachmentTexts, entryTexts, failed, isWrittenOver, ok, readingToJson, withAttachmentTexts, withEntryTexts } from "@unmask/core";
import { type Encoding, encodingOf, readStretch } from "@unmask/formats";
import type { Importer } from "./importer.ts";
import { type TextForm, placesCovered, placesOfNames, redactionsIn } from "./redact-bytes.ts";
import { type Beside, type ThreadName, crossedOut, fillerBytes, noNumber } from "./write-over.ts";

/**
 * A copy of a file in which some records are written over (docs/formats/pack.md, "Left out"). It has the length of the file, so every span
 * points as before, and holds of what was left out nothing but how long it was.
 *
 * [Note: Only acts go] In a file that goes in part, lines of the app and what could not be read are written over as well: nobody chose them,
 * and they can name whoever was left out. The frame that the format needs stays, and what is a part of an act goes with it.
 */
export interface Copy {
  readonly source: Source;
  /** What was written over: from (included), to (excluded), in order, none touching the next. */
  readonly leftOut: readonly Stretch[];
  /** Where a sign stands over a name, in the same way; nowhere in what was written over. */
  readonly redacted: readonly Stretch[];
  /** The numbers of those names. */
  readonly numbers: ReadonlySet<number>;
  /** Places of acts that go and pass on words of somebody who is left out, whose name beside them was written over. */
  readonly passedOn: ReadonlySet<string>;
}

/** Bytes of a file, the second excluded. */
export type Stretch = readonly [start: number, end: number];

/** What to write over. */
export interface CopyPlan {
  readonly importer: Importer;
  /** Everything that was read of this one file, in its order. */
  readonly readings: readonly Reading[];
  leavesOut(act: Act): boolean;
  /** How those who are left out are found outside of the words of acts that go. */
  readonly leftOut?: LeftOutNames | undefined;
  /** Names of other people, covered in all that is not written over. */
  readonly redactor?: NameRedactor | undefined;
}

/** How somebody who is left out is found outside of the words of an act. */
export interface LeftOutNames {
  /** Beside the words of an act that goes. Nothing that stands in the name of somebody whom the report is about. */
  readonly beside: NameRedactor;
  /** In the frame of a file and in the names of threads and files: everywhere but in the name of somebody whom the report is about. */
  readonly frame: FoundNames;
  /** In the title that an app made of who takes part: parts of the name too, where it is a thread in which they wrote. */
  titleOf(thread: string | undefined): FoundNames;
  /** Whether an identity that compares so is theirs. */
  isAccount(normal: string): boolean;
  /** A path with `x` over their names in its folders, and in its last part where that `isFolder` too. */
  cover(path: string, isFolder: boolean): string;
  /** The innermost folder of a path in which their name stands, with all around it. */
  namingFolder(path: string): string | undefined;
}

/** How names are found: of a `NameRedactor` all that it takes to write over them. */
export type FoundNames = Pick<NameRedactor, "holds" | "signsOver">;

/** What stands over some bytes. Made each time it is read: what is left out can be most of a large file. */
interface Patch {
  readonly start: number;
  readonly end: number;
  bytes(): Uint8Array;
}

/** Makes the copy. The error completes "The file …": it says why it goes whole or not at all. */
export async function makeCopy(source: Source, plan: CopyPlan): Promise<Result<Copy, string>> {
  const { importer, readings, leavesOut, leftOut: people, redactor } = plan;
  const { spelling } = importer;
  const writeOver = importer.writeOverIn?.(readings) ?? importer.writeOver;
  const head = await readStretch(source, 0, 4);
  const encoding = encodingOf(head);
  const patches: Patch[] = [];
  const besides: Patch[] = [];
  const passedOn = new Set<string>();
  const redactions: Patch[] = [];
  const numbers = new Set<number>();
  const form: TextForm = { encoding, spelling: spelling ?? "plain" };
  const isParted = readings.some((one) => "act" in one && leavesOut(one.act));
  if (writeOver === undefined && (isParted || people !== undefined)) return failed("is of a kind that goes whole or not at all");
  const thread = readings.flatMap((one) => ("act" in one ? one.act.to : [])).find(({ kind }) => kind === "group")?.normal;
  const going = createGoing(importer, readings, leavesOut);
  let reached = 0;
  let redacted = 0;
  for (const reading of readings) {
    if ("kept" in reading) continue;
    const { start, end } = spanOf(reading);
    const act = going(reading);
    const goes = act !== undefined;
    // Inside a record that is gone already, or of no bytes.
    if (end <= reached || start === end || (goes && (redactor ?? people) === undefined)) continue;
    const bytes = Uint8Array.from(await readStretch(source, start, end));
    const inFrame = goes || people === undefined ? [] : inFrameOf(bytes, { importer, form, people, thread });
    if (!goes && writeOver && (isParted || inFrame.length > 0)) {
      const mark = head.subarray(0, start === 0 ? markLength(head, encoding) : 0);
      const body = bytes.subarray(mark.length);
      const size = body.length;
      const filler = writeOver(body, reading, encoding);
      if (filler !== "stays") {
        if (filler === "whole" || fillerBytes(filler, size, encoding) === undefined)
          return failed("has a record that cannot be written over");
        patches.push({ start, end, bytes: () => behind(mark, fillerBytes(filler, size, encoding) ?? new Uint8Array(size)) });
        reached = end;
        continue;
      }
      for (const { from, to, filler } of inFrame) {
        const over = fillerBytes(filler, to - from, encoding);
        if (over === undefined) return failed("has a name in its frame that cannot be written over");
        bytes.set(over, from);
        patches.push({ start: start + from, end: start + to, bytes: () => over });
      }
    }
    if (goes && people !== undefined) {
      for (const { from, to, isOfWords, filler } of besideOf(act, bytes, { importer, form, people })) {
        const over = fillerBytes(filler, to - from, encoding);
        if (over === undefined) continue;
        besides.push({ start: start + from, end: start + to, bytes: () => over });
        if (isOfWords) passedOn.add(placeOf(act.source));
      }
    }
    if (redactor === undefined || spelling === undefined || end <= redacted) continue;
    const found = redactionsIn(bytes, { encoding, spelling }, redactor);
    if (!found) return failed("has a name that is written so that nothing of its length can stand over it");
    redacted = end;
    for (const one of found) {
      numbers.add(one.number);
      const at = start + one.start;
      redactions.push({ start: at, end: at + one.bytes.length, bytes: () => one.bytes });
    }
  }
  const inOrder = (a: Patch, b: Patch): number => a.start - b.start;
  patches.sort(inOrder);
  // What is an act of its own, and left out, is gone already.
  const gone = stretchesOf(patches);
  for (const one of besides) if (!isWrittenOver({ leftOut: gone }, one)) patches.push(one);
  const leftOut = stretchesOf(patches.sort(inOrder));
  // A reaction that is gone lies inside its message.
  const covered = redactions.filter((one) => !isWrittenOver({ leftOut }, one)).sort(inOrder);
  return ok({
    source: patched(source, [...patches, ...covered].sort(inOrder)),
    leftOut,
    redacted: stretchesOf(covered),
    numbers,
    passedOn,
  });
}

/** Makes a question: of which act that goes is a reading, or a part? Undefined where it does not go. */
function createGoing(
  { belongsTo }: Importer,
  readings: readonly Reading[],
  leavesOut: CopyPlan["leavesOut"],
): (reading: Reading) => Act | undefined {
  const bySourceId = new Map<string | undefined, Act>();
  if (belongsTo !== undefined)
    for (const one of readings) if ("act" in one && !leavesOut(one.act)) bySourceId.set(one.act.sourceId, one.act);
  return (reading) => {
    if ("act" in reading) return leavesOut(reading.act) ? undefined : reading.act;
    const id = "notice" in reading ? belongsTo?.(reading.notice) : undefined;
    return id === undefined ? undefined : bySourceId.get(id);
  };
}

/** Some bytes of a record or a frame that are of somebody who is left out, and what stands over them. */
interface Found extends Pick<Beside, "isOfWords" | "filler"> {
  readonly from: number;
  readonly to: number;
}

interface SearchForm {
  readonly importer: Importer;
  readonly form: TextForm;
  readonly people: LeftOutNames;
}

/** What of a record that goes is of somebody who is left out. */
function besideOf(act: Act, bytes: Uint8Array, search: SearchForm): readonly Found[] {
  const { form, people } = search;
  const { beside, spelling } = search.importer;
  const named = threadNamesIn(bytes, search, ["folders", "path", "account"]);
  if (beside === undefined) return named;
  if (beside !== "names")
    return [
      ...beside(bytes)
        .filter(({ who }) => who.some((one) => people.beside.isName(one)))
        .map(({ start, end, isOfWords, filler }) => ({ from: start, to: end, isOfWords, filler })),
      ...named,
    ];
  // A name in the words of the act stays there, and she is told; so it does everywhere in the row, because a cell does not say which it is.
  if (spelling === undefined || textsOf(act).some((text) => people.beside.holds(text))) return [];
  return placesOfNames(bytes, form, people.beside).map(crossing);
}

/** What of the frame of a file names somebody who is left out. A number outside of quotes is none of their name. */
function inFrameOf(bytes: Uint8Array, search: SearchForm & { readonly thread: string | undefined }): readonly Found[] {
  const { form, people } = search;
  const isJson = form.spelling === "json" || form.spelling === "meta-json";
  const names = placesOfNames(bytes, form, people.frame).filter(([from, to]) => !isJson || !isBareNumber(bytes, from, to));
  const found = [...names.map(crossing), ...threadNamesIn(bytes, search, ["folders", "path", "title", "account"])];
  // Of two that overlap both stand there: they are of the same sign.
  const crossed = placesJoined(found.filter(({ filler }) => filler === crossedOut).map(({ from, to }) => [from, to]));
  return [...crossed.map(crossing), ...found.filter(({ filler }) => filler !== crossedOut)];
}

function threadNamesIn(
  bytes: Uint8Array,
  { importer, form, people, thread }: SearchForm & { readonly thread?: string | undefined },
  kinds: readonly ThreadName["what"][],
): readonly Found[] {
  return (importer.threadNames?.(bytes) ?? []).flatMap(({ start, end, what, normals = [], thread: titled = thread }) => {
    if (!kinds.includes(what)) return [];
    const own = bytes.subarray(start, end);
    const shifted = (places: readonly Stretch[]): readonly Found[] => places.map(([from, to]) => crossing([start + from, start + to]));
    switch (what) {
      case "title":
        return shifted(placesOfNames(own, form, people.titleOf(titled)));
      case "folders":
      case "path":
        return shifted(placesCovered(own, form, (path) => people.cover(path, what === "folders")));
      case "account":
        return normals.some((one) => people.isAccount(one)) ? [{ from: start, to: end, isOfWords: false, filler: noNumber }] : [];
    }
  });
}

function crossing([from, to]: Stretch): Found {
  return { from, to, isOfWords: false, filler: crossedOut };
}

/** Whether digits of JSON stand outside of quotes. */
function isBareNumber(bytes: Uint8Array, from: number, to: number): boolean {
  const text = oneByteEach(bytes);
  return /[:,[]\s*-?\d*$/.test(text.slice(Math.max(0, from - mostBeforeNumber), from)) && /^\d+$/.test(text.slice(from, to));
}

/** Blanks between a key and its number, against a file of blanks. */
const mostBeforeNumber = 64;

function oneByteEach(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function placesJoined(places: readonly Stretch[]): readonly Stretch[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...places].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] >= from) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The byte-order mark stays: the rest is read by it. */
function markLength(head: Uint8Array, encoding: Encoding): number {
  if (encoding !== "utf-8") return 2;
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

function behind(mark: Uint8Array, bytes: Uint8Array): Uint8Array {
  const both = new Uint8Array(mark.length + bytes.length);
  both.set(mark);
  both.set(bytes, mark.length);
  return both;
}

function spanOf(reading: Exclude<Reading, { readonly kept: unknown }>): SourceSpan {
  if ("act" in reading) return reading.act.source;
  return "notice" in reading ? reading.notice.source : reading.unread.source;
}

function stretchesOf(patches: readonly Pick<Patch, "start" | "end">[]): readonly Stretch[] {
  const joined: [number, number][] = [];
  for (const { start, end } of patches) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] === start) last[1] = end;
    else joined.push([start, end]);
  }
  return joined;
}

/** The source with other bytes in places, which are in order and do not overlap. */
function patched(source: Source, patches: readonly Patch[]): Source {
  return {
    name: source.name,
    size: source.size,
    async read(start, end) {
      const bytes = Uint8Array.from(await source.read(start, end));
      for (let i = firstEndingBehind(patches, start); i < patches.length; i++) {
        const patch = patches[i];
        if (patch === undefined || patch.start >= start + bytes.length) break;
        const from = Math.max(0, start - patch.start);
        const part = patch.bytes().subarray(from, start + bytes.length - patch.start);
        bytes.set(part, patch.start + from - start);
      }
      return bytes;
    },
  };
}

function firstEndingBehind(patches: readonly Patch[], place: number): number {
  let low = 0;
  let high = patches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const patch = patches[middle];
    if (patch !== undefined && patch.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Orders of dates that a copy is tried with: what is said of the import, then each that the whole of the file may have shown. */
export const ordersToTry: readonly (DateOrder | undefined)[] = [undefined, "dmy", "mdy", "ymd"];

/**
 * Gives acts that were read from a copy the ids of the original: of three equal lines the second may be gone, and the third counts as the
 * third all the same. `idOf` knows the ids by place; only the count is taken from it, and only where everything else of the id agrees.
 */
export function withIdsOf(acts: readonly Act[], idOf: (source: SourceSpan) => readonly ActId[]): readonly Act[] {
  return acts.map((act) => {
    const id = idOf(act.source).find((one) => uncounted(one) === uncounted(act.id));
    return id === undefined || id === act.id ? act : { ...act, id };
  });
}

function uncounted(id: ActId): string {
  return id.slice(0, id.lastIndexOf("-"));
}

/** A place in a file, as text. */
export function placeOf({ sha256, start, end, within = [] }: SourceSpan): string {
  return [sha256, start, end, ...within.map((one) => one.sha256)].join(" ");
}

/**
 * Whether a copy gives exactly the acts that were to go: at the same places and times, by the same hand, with the same words, but for the signs over
 * names and what is written over in the name of the thread. To whom a message went can hang on who else writes in the file, and whether it stands out of
 * order on what stands above it: that may be told otherwise. A doubt may not get lost, and no picture either where its name is covered.
 */
export function readsAsBefore(
  before: readonly Act[],
  after: readonly Act[],
  { redactor, leftOut }: Pick<CopyPlan, "redactor" | "leftOut"> = {},
): boolean {
  if (before.length !== after.length) return false;
  const byPlace = new Map(before.map((act) => [placeOf(act.source), act]));
  const isKept = (flags: Act["flags"], there: Act["flags"]): boolean => flags.every((one) => one === "out-of-order" || there.includes(one));
  return (
    byPlace.size === before.length &&
    after.every((now) => {
      const was = byPlace.get(placeOf(now.source));
      if (was === undefined || !isKept(was.flags, now.flags)) return false;
      const act = leftOut ? withNamesOf(now, was, { redactor, leftOut }) : now;
      if (redactor === undefined) return formOf(was) === formOf(act);
      return isSamePicture(was, act) && formOf(redactedForm(was, was, redactor)) === formOf(redactedForm(act, was, redactor));
    })
  );
}

/** The act under the names of its file and its thread before something was written over in them, where that is all in which they differ; an id can be made of it. */
function withNamesOf(
  now: Act,
  { source, thread, to, id }: Act,
  { redactor, leftOut }: Required<Pick<CopyPlan, "redactor" | "leftOut">>,
): Act {
  const act = { ...now, source };
  if (thread === undefined || act.thread === undefined || thread === act.thread || leftOut === undefined) return act;
  const characters = [...thread];
  const names = leftOut.titleOf(to.find(({ kind }) => kind === "group")?.normal ?? thread);
  const over = new Set(names.signsOver(characters).map(({ at }) => at));
  const seen = [...(redactor?.redact(thread) ?? thread)];
  const written = (at: number): string => (seen[at] ?? "").replace(/[\\^$*+?.()[\]{}|/]/g, "\\$&");
  const pattern = characters.map((_, at) => {
    if (!over.has(at)) return written(at);
    return `${over.has(at - 1) ? "" : "(?:x+|"}${written(at)}${over.has(at + 1) ? "" : ")"}`;
  });
  return over.size > 0 && new RegExp(`^${pattern.join("")}$`, "u").test(act.thread) ? { ...act, thread, id } : act;
}

function isSamePicture(was: Act, act: Act): boolean {
  return was.flags.includes("media-missing") === act.flags.includes("media-missing");
}

/** As it is to be read where names are covered: an id is made of what stands there, and so is whom a covered name compares with. */
function redactedForm(act: Act, { id, from, source }: Act, redactor: NameRedactor): Act {
  const redact = (text: string): string => redactor.redact(text);
  const isCovered = identityTexts(from).some((text) => redactor.holds(text));
  return {
    ...act,
    id,
    source,
    from: isCovered ? { ...from, normal: "" } : act.from,
    text: act.text === null ? null : redact(act.text),
    attachments: act.attachments.map((one) => withAttachmentTexts(one, redact)),
    ...(act.thread !== undefined && { thread: redact(act.thread) }),
    ...(act.subject !== undefined && { subject: redact(act.subject) }),
    ...(act.sourceId !== undefined && { sourceId: redact(act.sourceId) }),
    ...(act.entry !== undefined && { entry: withEntryTexts(act.entry, redact) }),
  };
}

/** All words of an act in which a name can stand; the names of its files are not of it. */
export function textsOf({ text, subject, thread, sourceId, from, to, attachments, entry }: Act): readonly string[] {
  return [
    text ?? "",
    subject ?? "",
    thread ?? "",
    sourceId ?? "",
    ...[from, ...to].flatMap(identityTexts),
    ...attachments.flatMap(attachmentTexts),
    ...(entry === undefined ? [] : entryTexts(entry)),
  ];
}

/** "owner" and "withheld" are our words. */
function identityTexts({ kind, wrote, normal, name = "" }: Identity): readonly string[] {
  return kind === "owner" || kind === "withheld" ? [wrote, name] : [wrote, normal, name];
}

function formOf(act: Act): string {
  return readingToJson({ act: { ...act, flags: [], to: [], from: { kind: act.from.kind, wrote: "", normal: act.from.normal } } });
}
