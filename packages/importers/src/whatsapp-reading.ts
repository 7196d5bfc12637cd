import { type Act, type Attachment, type Flag, type Identity, type Reading, withheld } from "@unmask/core";
import { type ReadContext, act, notice, unread } from "./importer.ts";
import { type ReadBody, readBody, saysOf } from "./whatsapp-body.ts";
import { type ReadStamp, createClock } from "./whatsapp-clock.ts";
import { chatOf, findPeople } from "./whatsapp-people.ts";
import type { RecordTaker, WrittenRecord } from "./whatsapp-record.ts";
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
  attachment: Attachment;
}

/** Makes the readings of one file. */
export interface Reader extends RecordTaker {
  /** The records that name a file, since this was last asked: their attachment is to be looked up before the next hand-over. */
  waiting(): readonly WaitingForFile[];
  /** The readings that are settled; all of them when the file has ended. */
  handOver(ended: boolean): readonly Reading[];
}

/** What somebody did, but for the flags that depend on what follows. */
interface Done extends Placed {
  readonly is: "act";
  readonly start: number;
  readonly end: number;
  readonly stamp: ReadStamp;
  readonly body: ReadBody;
  readonly flags: readonly Flag[];
  readonly from: Identity;
  readonly to: readonly Identity[];
  /** As written; empty on a line of the app. */
  readonly author: string;
  /** The stamp as exports of one phone agree on it. */
  readonly plainStamp: string;
  readonly waiting: WaitingForFile | undefined;
}

interface Said extends Placed {
  readonly is: "notice";
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

/** Nothing of it has a time. */
interface Timeless {
  readonly is: "blank" | "unread";
  readonly start: number;
  readonly end: number;
  readonly says: string;
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

/** Starts reading; `survey` is what the first pass found. */
export function createReader(context: ReadContext, survey: Survey): Reader {
  const chat = chatOf(context.spanOf(0, 0));
  const people = findPeople(chat, survey, context.country);
  const { zone, stated } = context.zone;
  const clock = createClock({ zone, stated, now: context.now, dateOrderOf: survey.dateOrderOf });
  const sequence = createSequence();
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
    return { is: "notice", start, end, says, earliest: when.earliest, latest: when.latest, odd, far, beginsAnew };
  }

  function doneBy(author: string, record: WrittenRecord, stamp: ReadStamp): Done | undefined {
    const { header, cut, doubtful } = record;
    const strict = header.bracketed && survey.marksAppText;
    const body = readBody(record.text, { strict, marked: header.marked, bracketed: header.bracketed });
    if (!body) return undefined;
    const flags = cut || doubtful ? [...body.flags, ...damage(cut, doubtful)] : body.flags;
    return done({ record, stamp, body, flags, author, from: people.identityOf(author), to: people.readersOf(author) });
  }

  /** A line without an author is the app's own, but for a call and a block: those somebody did. */
  function doneByApp(record: WrittenRecord, stamp: ReadStamp): Done | undefined {
    if (record.text.length > longestMarker) return undefined;
    const form = comparingForm(record.text);
    const marker = markerOf(form);
    if (marker?.kind === "call") {
      // The app writes it on the phone that was called, in the chat with the caller.
      const body = { ...marker, text: null, appWords: form };
      return done({ record, stamp, body, flags: marker.flags, author: "", from: people.contact ?? withheld, to: [people.holder] });
    }
    if (!isBlock(form)) return undefined;
    const body: ReadBody = { kind: "block", text: null, flags: noFlags, appWords: form };
    return done({ record, stamp, body, flags: noFlags, author: "", from: people.holder, to: people.contact ? [people.contact] : [] });
  }

  function done(what: Pick<Done, "stamp" | "body" | "flags" | "author" | "from" | "to"> & { readonly record: WrittenRecord }): Done {
    const { record, stamp, body, flags, author, from, to } = what;
    const { start, end, beginsAnew, ordinal, oddlyMade, wrote } = record;
    const { earliest, latest } = stamp.when;
    const odd = ordinal > 0 && (oddlyMade || stamp.strayed || survey.isOddAuthor(author));
    let file: WaitingForFile | undefined;
    if (body.file !== undefined) {
      file = { file: body.file, attachment: { name: body.file } };
      waiting.push(file);
    }
    const plain = record.header.stamp.plain ? wrote : plainStamp(wrote);
    return {
      is: "act", start, end, stamp, body, flags, from, to, author, plainStamp: plain, waiting: file, earliest, latest, odd, far: stamp.far, beginsAnew,
    }; // prettier-ignore
  }

  function actOf(draft: Done, placed: readonly Flag[]): Act {
    const { body, stamp, from, to } = draft;
    const attachment = draft.waiting?.attachment;
    const missing = attachment && attachment.sha256 === undefined ? mediaMissing : noFlags;
    const oddFlags = draft.odd && placed[0] !== "forged-header" ? forged : noFlags;
    const value: Act = {
      id: context.tally.idOf("whatsapp", [
        body.kind,
        draft.plainStamp,
        draft.author,
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
      flags: join(join(join(draft.flags, missing), stamp.flags), join(oddFlags, placed)),
      grade: "text-export",
      source: context.spanOf(draft.start, draft.end),
    };
    if (body.duration !== undefined)
      return { ...value, duration: body.duration, ...(chat.title === undefined ? {} : { thread: chat.title }) };
    return chat.title === undefined ? value : withThread(value, chat.title);
  }

  function readingOf(draft: Draft, next: Draft | undefined, afterNext: Draft | undefined): Reading {
    if (!isPlaced(draft)) return (draft.is === "blank" ? notice : unread)(draft.says, context.spanOf(draft.start, draft.end));
    const placed = sequence.place(draft, placedOf(next), placedOf(afterNext));
    return draft.is === "act" ? act(actOf(draft, placed)) : notice(draft.says, context.spanOf(draft.start, draft.end));
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
      const readings: Reading[] = [];
      const until = ended ? drafts.length : Math.max(0, drafts.length - 2);
      for (let i = 0; i < until; i++) {
        const draft = drafts[i];
        if (draft) readings.push(readingOf(draft, drafts[i + 1], drafts[i + 2]));
      }
      drafts = drafts.slice(until);
      return readings;
    },
  };
}

/** Spelled out, because a spread costs more than the rest of the act. */
function withThread(value: Act, thread: string): Act {
  const { id, kind, channel, when, from, to, text, attachments, flags, grade, source } = value;
  return { id, kind, channel, when, from, to, text, attachments, flags, grade, thread, source };
}

function isPlaced(draft: Draft): draft is Done | Said {
  return draft.is === "act" || draft.is === "notice";
}

function placedOf(draft: Draft | undefined): Placed | undefined {
  return draft && isPlaced(draft) ? draft : undefined;
}

function damage(cut: boolean, doubtful: boolean): readonly Flag[] {
  return [...(cut ? (["truncated"] as const) : []), ...(doubtful ? (["decoding-doubtful"] as const) : [])];
}

/** Joins two lists without building a new one where either is empty: a million acts share a few lists. */
function join(first: readonly Flag[], second: readonly Flag[]): readonly Flag[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}
