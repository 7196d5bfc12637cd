import { type Act, type Attachment, type Flag, type Reading, withheld } from "@unmask/core";
import { type ReadContext, act, notice, unread } from "./importer.ts";
import { type BodyPlace, isPlainlyTyped, readBody, saysOf } from "./whatsapp-body.ts";
import { type ReadStamp, createClock } from "./whatsapp-clock.ts";
import { chatOf, findPeople } from "./whatsapp-people.ts";
import type { RecordTaker, WrittenRecord } from "./whatsapp-record.ts";
import { type Placed, createSequence, linesAhead } from "./whatsapp-sequence.ts";
import type { Survey } from "./whatsapp-survey.ts";
import { comparingForm, isBlock, longestMarker, markerOf } from "./whatsapp-words.ts";
import type { WrittenStamp } from "./written-date.ts";

/**
 * Records become readings: an act, a notice or an unread span each. A record waits until some later ones are known, because only they tell
 * which headers are out of time.
 */

/** A record whose attachment is to be looked up among the files beside it. */
export interface WaitingForFile {
  readonly file: string;
  attachment: Attachment;
}

/** Makes the readings of one file. */
export interface Reader extends RecordTaker {
  /** The records that name a file, since this was last asked: their attachment is to be looked up before the next hand-over. */
  waiting(): readonly WaitingForFile[];
  /** The readings that are settled; all of them when the file has ended. */
  handOver(ended: boolean): readonly Reading[];
}

/** What somebody did. Flags and attachment are filled in when what follows is known. */
interface Done extends Placed {
  readonly is: "act";
  readonly act: Filling<Act>;
  readonly waiting: WaitingForFile | undefined;
}

type Filling<T> = { -readonly [K in keyof T]: T[K] };

interface Said extends Placed {
  readonly is: "notice";
  readonly says: string;
  readonly start: number;
  readonly end: number;
}

/** Nothing of it has a time. */
interface Timeless {
  readonly is: "blank" | "unread";
  readonly says: string;
  readonly start: number;
  readonly end: number;
}

type Draft = Done | Said | Timeless;

const unknownClockWord =
  "The time has a word that we do not know, so the hour is uncertain. Tell us the language of the phone; the message can be read in the original file.";
const impossibleStamp =
  "There is no such date or time (a 31 February, an hour 25), so the message was put at no time. It can be read in the original file.";
const beforeFirst = "These lines stand before the first line with a date. They may be the end of a message that was cut off.";
const tooLong = "This message is longer than any that WhatsApp sends. Its beginning was read; the rest is in the original file.";
/** How much of a line of the app is looked at. */
const longestNotice = 400;

const noAttachments: readonly Attachment[] = [];
const noFlags: readonly Flag[] = [];
const mediaMissing: readonly Flag[] = ["media-missing"];
const forged: readonly Flag[] = ["forged-header"];

/** The surroundings of a body, made once. */
const strict: BodyPlace = { strict: true, marked: false, bracketed: true };
const strictMarked: BodyPlace = { strict: true, marked: true, bracketed: true };
const bracketed: BodyPlace = { strict: false, marked: false, bracketed: true };
const dashed: BodyPlace = { strict: false, marked: false, bracketed: false };

/** What makes one act differ from another. */
interface What extends Pick<Act, "kind" | "text" | "from" | "to"> {
  /** Kind and author as written, a blank between them; nobody on a line of the app. */
  readonly key: string;
  /** What was typed, else the app's words in comparing form. */
  readonly words: string;
  readonly file?: string | undefined;
}

/** Starts reading; `survey` is what the first pass found. */
export function createReader(context: ReadContext, survey: Survey): Reader {
  const chat = chatOf(context.spanOf(0, 0));
  const people = findPeople(chat, survey, context.country);
  const { zone, stated } = context.zone;
  const clock = createClock({ zone, stated, now: context.now, dateOrderOf: survey.dateOrderOf });
  const sequence = createSequence();
  let latestStamp: WrittenStamp | undefined;
  let latestNumbers = "";
  let drafts: Draft[] = [];
  let waiting: WaitingForFile[] = [];

  function draftOf(record: WrittenRecord): Draft {
    const { start, end, author } = record;
    if (record.header.unknownWord) return { is: "unread", start, end, says: unknownClockWord };
    const stamp = clock.read(record.header, record.wrote);
    if (!stamp) return { is: "unread", start, end, says: impossibleStamp };
    return (author === undefined ? doneByApp(record, stamp) : doneBy(author, record, stamp)) ?? saidBy(record, stamp);
  }

  function saidBy(record: WrittenRecord, { when, far, strayed }: ReadStamp): Said {
    const { start, end, beginsAnew, ordinal, oddlyMade } = record;
    const odd = ordinal > 0 && (oddlyMade || strayed);
    const says = saysOf(record.text.slice(0, longestNotice));
    return { is: "notice", start, end, says, when, odd, far, beginsAnew };
  }

  function doneBy(name: string, record: WrittenRecord, stamp: ReadStamp): Done | undefined {
    const { header, text, cut, doubtful } = record;
    const { identity: from, readers: to, odd, messageKey } = people.authorOf(name);
    const place = header.bracketed ? (survey.marksAppText ? (header.marked ? strictMarked : strict) : bracketed) : dashed;
    const damaged = damage(cut, doubtful);
    if (isPlainlyTyped(text, place, record.mayHaveAppWords)) {
      const act = actOf(record, stamp, { kind: "message", text, from, to, key: messageKey, words: text });
      if (damaged.length > 0) act.flags = join(damaged, stamp.flags);
      return done(act, record, stamp, odd);
    }
    const body = readBody(text, place);
    if (!body) return undefined;
    const { kind, file, duration } = body;
    const key = kind === "message" ? messageKey : `${kind} ${name}`;
    const act = actOf(record, stamp, { kind, text: body.text, from, to, key, words: body.text ?? body.appWords, file });
    act.flags = join(join(body.flags, damaged), stamp.flags);
    if (duration !== undefined) act.duration = duration;
    const draft = done(act, record, stamp, odd);
    if (file === undefined) return draft;
    const waitingForFile = { file, attachment: { name: file } };
    waiting.push(waitingForFile);
    return { ...draft, waiting: waitingForFile };
  }

  /** A line without an author is the app's own, but for a call and a block: those somebody did. */
  function doneByApp(record: WrittenRecord, stamp: ReadStamp): Done | undefined {
    if (record.text.length > longestMarker) return undefined;
    const form = comparingForm(record.text);
    const marker = markerOf(form);
    if (marker?.kind === "call") {
      // The app writes it on the phone that was called, in the chat with the caller.
      const from = people.contact ?? withheld;
      const act = actOf(record, stamp, { kind: "call", text: null, from, to: [people.holder], key: "call ", words: form });
      act.flags = join(marker.flags, stamp.flags);
      if (marker.duration !== undefined) act.duration = marker.duration;
      return done(act, record, stamp, false);
    }
    if (!isBlock(form)) return undefined;
    const to = people.contact ? [people.contact] : [];
    const act = actOf(record, stamp, { kind: "block", text: null, from: people.holder, to, key: "block ", words: form });
    return done(act, record, stamp, false);
  }

  function actOf({ header, start, end }: WrittenRecord, { when, flags }: ReadStamp, what: What): Filling<Act> {
    const { kind, text, from, to, key, words, file } = what;
    const source = context.spanOf(start, end);
    const numbers = header.stamp === latestStamp ? latestNumbers : numbersOf(header.stamp);
    latestStamp = header.stamp;
    if (numbers !== latestNumbers) {
      latestNumbers = numbers;
      if (survey.runsForward) context.tally.forget();
    }
    const id = context.tally.idOf("whatsapp", [key, numbers, words, file === undefined ? "" : file.replace(/^\d{8}-/, "")]);
    const grade = "text-export";
    const channel = "whatsapp";
    const attachments = noAttachments;
    // Spelled out twice, because a spread would cost more than the rest of the act.
    if (chat.title === undefined) return { id, kind, channel, when, from, to, text, attachments, flags, grade, source };
    return { id, kind, channel, when, from, to, text, attachments, flags, grade, thread: chat.title, source };
  }

  function done(act: Filling<Act>, { ordinal, oddlyMade, beginsAnew }: WrittenRecord, stamp: ReadStamp, oddAuthor: boolean): Done {
    const { when, strayed, far } = stamp;
    const odd = ordinal > 0 && (oddlyMade || strayed || oddAuthor);
    return { is: "act", act, waiting: undefined, when, odd, far, beginsAnew };
  }

  function readingOf(draft: Draft, placed: readonly Flag[]): Reading {
    if (!isPlaced(draft)) return (draft.is === "blank" ? notice : unread)(draft.says, context.spanOf(draft.start, draft.end));
    if (draft.is === "notice") return notice(draft.says, context.spanOf(draft.start, draft.end));
    const { act: value, waiting: waited, odd } = draft;
    if (waited) {
      value.attachments = [waited.attachment];
      if (waited.attachment.sha256 === undefined) value.flags = join(mediaMissing, value.flags);
    }
    if (odd && placed[0] !== "forged-header") value.flags = join(value.flags, forged);
    value.flags = join(value.flags, placed);
    return act(value);
  }

  return {
    takeRecord(record) {
      drafts.push(draftOf(record));
    },
    takeStray({ start, end, blank, rest }) {
      drafts.push(
        blank ? { is: "blank", start, end, says: "blank lines" } : { is: "unread", start, end, says: rest ? tooLong : beforeFirst },
      );
    },
    waiting() {
      const files = waiting;
      if (files.length > 0) waiting = [];
      return files;
    },
    handOver(ended) {
      const until = ended ? drafts.length : Math.max(0, drafts.length - linesAhead);
      // Not a list that starts empty and grows: the engine may come to place such lists among what lives long, and keep what they hold.
      const readings = drafts.slice(0, until).map((draft, i) => readingOf(draft, sequence.place(drafts, i)));
      drafts = drafts.slice(until);
      return readings;
    },
  };
}

function isPlaced(draft: Draft): draft is Done | Said {
  return draft.is === "act" || draft.is === "notice";
}

function damage(cut: boolean, doubtful: boolean): readonly Flag[] {
  if (!cut && !doubtful) return noFlags;
  return [...(cut ? (["truncated"] as const) : []), ...(doubtful ? (["decoding-doubtful"] as const) : [])];
}

/** Joins two lists without building a new one where either is empty: a million acts share a few lists. */
function join(first: readonly Flag[], second: readonly Flag[]): readonly Flag[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}

/** The numbers of a stamp in the order in which they are written, one character each: equal however separators, digits and clock are written. */
function numbersOf({ date, hour, minute, seconds }: WrittenStamp): string {
  return String.fromCharCode(date.first, date.second, date.third, hour, minute, seconds + 1);
}
