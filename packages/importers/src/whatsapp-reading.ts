import { type Act, type Attachment, type Flag, type Identity, type Reading, withheld } from "@unmask/core";
import { type ReadContext, act, notice, unread } from "./importer.ts";
import { type ReadBody, readBody, saysOf } from "./whatsapp-body.ts";
import { type ReadStamp, createClock } from "./whatsapp-clock.ts";
import { chatOf, findPeople } from "./whatsapp-people.ts";
import type { Gathered, WrittenRecord } from "./whatsapp-record.ts";
import { type Placed, createSequence } from "./whatsapp-sequence.ts";
import type { Survey } from "./whatsapp-survey.ts";
import { comparingForm, isBlock, longestMarker, markerOf } from "./whatsapp-words.ts";
import { plainStamp } from "./written-date.ts";

/**
 * Records become readings: an act, a notice or an unread span each. A record waits until two later ones are known, because only they tell
 * which of two headers is out of time.
 */

/** A record whose attachment is to be looked up among the files beside it. */
export interface WaitingForFile {
  readonly file: string;
  attachment?: Attachment;
}

/** Makes the readings of one file. */
export interface Reader {
  /** Takes a record; returns it when it names a file, so that the caller can look that up before the next hand-over. */
  take(record: Gathered): WaitingForFile | undefined;
  /** The readings that are settled; all of them when the file has ended. */
  handOver(ended: boolean): readonly Reading[];
}

interface SomethingDone {
  readonly body: ReadBody;
  readonly stamp: ReadStamp;
  readonly from: Identity;
  readonly to: readonly Identity[];
  /** As written; empty on a line of the app. */
  readonly author: string;
  readonly flags: readonly Flag[];
  /** The header is odd by itself, whatever its time. */
  readonly odd: boolean;
  readonly plainStamp: boolean;
}

interface Draft {
  readonly start: number;
  readonly end: number;
  /** Undefined: the time could not be read. */
  readonly placed: Placed | undefined;
  readonly done?: SomethingDone;
  readonly notice?: string;
  readonly unread?: string;
  file?: string;
  attachment?: Attachment;
}

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

/** Starts reading; `survey` is what the first pass found. */
export function createReader(context: ReadContext, survey: Survey): Reader {
  const chat = chatOf(context.spanOf(0, 0));
  const people = findPeople(chat, survey, context.country);
  const { zone, stated } = context.zone;
  const clock = createClock({ zone, stated, now: context.now, dateOrderOf: survey.dateOrderOf });
  const sequence = createSequence();
  const drafts: Draft[] = [];

  function draftOf(record: Gathered): Draft {
    const { start, end } = record;
    const nowhere = { start, end, placed: undefined };
    if (record.kind === "stray") {
      if (record.blank) return { ...nowhere, notice: "blank lines" };
      return { ...nowhere, unread: record.rest ? tooLong : beforeFirst };
    }
    if (record.header.unknownWord) return { ...nowhere, unread: unknownClockWord };
    const stamp = clock.read(record.header, record.wrote);
    if (!stamp) return { ...nowhere, unread: impossibleStamp };
    const done = record.author === undefined ? doneByApp(record, stamp) : doneBy(record.author, record, stamp);
    const { earliest, latest } = stamp.when;
    const doubtful = isOdd(record, stamp) || (done?.odd ?? false) || stamp.flags.includes("far-date");
    const placed = { earliest, latest, doubtful, beginsAnew: record.beginsAnew, isAct: done !== undefined };
    if (!done) return { start, end, placed, notice: saysOf(record.text.slice(0, longestNotice)) };
    return done.body.file === undefined ? { start, end, placed, done } : { start, end, placed, done, file: done.body.file };
  }

  function doneBy(author: string, record: WrittenRecord, stamp: ReadStamp): SomethingDone | undefined {
    const { header, cut, doubtful } = record;
    const strict = header.bracketed && survey.marksAppText;
    const body = readBody(record.text, { strict, marked: header.marked, bracketed: header.bracketed });
    if (!body) return undefined;
    return {
      body,
      stamp,
      from: people.identityOf(author),
      to: people.readersOf(author),
      author,
      flags: cut || doubtful ? [...body.flags, ...damage(cut, doubtful)] : body.flags,
      odd: isOdd(record, stamp) || (record.ordinal > 0 && survey.isOddAuthor(author)),
      plainStamp: header.stamp.plain,
    };
  }

  /** A line without an author is the app's own, but for a call and a block: those somebody did. */
  function doneByApp(record: WrittenRecord, stamp: ReadStamp): SomethingDone | undefined {
    if (record.text.length > longestMarker) return undefined;
    const form = comparingForm(record.text);
    const base = { stamp, author: "", odd: isOdd(record, stamp), plainStamp: record.header.stamp.plain };
    const marker = markerOf(form);
    if (marker?.kind === "call") {
      // The app writes it on the phone that was called, in the chat with the caller.
      const body = { ...marker, text: null, appWords: form };
      return { ...base, body, flags: marker.flags, from: people.contact ?? withheld, to: [people.holder] };
    }
    if (!isBlock(form)) return undefined;
    const body: ReadBody = { kind: "block", text: null, flags: noFlags, appWords: form };
    return { ...base, body, flags: noFlags, from: people.holder, to: people.contact ? [people.contact] : [] };
  }

  function actOf(draft: Draft, done: SomethingDone, placed: readonly Flag[]): Act {
    const { body, stamp, author, from, to } = done;
    const attachment = draft.file === undefined ? undefined : (draft.attachment ?? { name: draft.file });
    return {
      id: context.tally.idOf("whatsapp", [
        body.kind,
        done.plainStamp ? stamp.when.wrote : plainStamp(stamp.when.wrote),
        author,
        body.text ?? body.appWords,
        attachment ? attachment.name.replace(/^\d{8}-/, "") : "",
      ]),
      kind: body.kind,
      channel: "whatsapp",
      when: stamp.when,
      from,
      to,
      text: body.text,
      attachments: attachment ? [attachment] : noAttachments,
      flags: joinFlags([
        done.flags,
        attachment && attachment.sha256 === undefined ? mediaMissing : noFlags,
        stamp.flags,
        done.odd && placed[0] !== "forged-header" ? forged : noFlags,
        placed,
      ]),
      grade: "text-export",
      source: context.spanOf(draft.start, draft.end),
      ...(body.duration === undefined ? {} : { duration: body.duration }),
      ...(chat.title === undefined ? {} : { thread: chat.title }),
    };
  }

  function readingOf(draft: Draft, placed: readonly Flag[]): Reading {
    if (draft.done) return act(actOf(draft, draft.done, placed));
    const source = context.spanOf(draft.start, draft.end);
    return draft.notice === undefined ? unread(draft.unread ?? "", source) : notice(draft.notice, source);
  }

  return {
    take(record) {
      const draft = draftOf(record);
      drafts.push(draft);
      return isWaiting(draft) ? draft : undefined;
    },
    handOver(ended) {
      const readings: Reading[] = [];
      const until = ended ? drafts.length : Math.max(0, drafts.length - 2);
      for (let i = 0; i < until; i++) {
        const draft = drafts[i];
        if (!draft) break;
        const placed = draft.placed ? sequence.place(draft.placed, drafts[i + 1]?.placed, drafts[i + 2]?.placed) : noFlags;
        readings.push(readingOf(draft, placed));
      }
      drafts.splice(0, until);
      return readings;
    },
  };
}

function isWaiting(draft: Draft): draft is Draft & WaitingForFile {
  return draft.file !== undefined;
}

function isOdd({ ordinal, oddlyMade }: WrittenRecord, { strayed }: ReadStamp): boolean {
  return ordinal > 0 && (oddlyMade || strayed);
}

function damage(cut: boolean, doubtful: boolean): readonly Flag[] {
  return [...(cut ? (["truncated"] as const) : []), ...(doubtful ? (["decoding-doubtful"] as const) : [])];
}

/** Joins lists of flags without building a new one where at most one of them has any: a million acts share a few lists. */
function joinFlags(lists: readonly (readonly Flag[])[]): readonly Flag[] {
  let joined: readonly Flag[] = noFlags;
  for (const list of lists) if (list.length > 0) joined = joined.length === 0 ? list : [...joined, ...list];
  return joined;
}
