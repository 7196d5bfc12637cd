/** What a reader must know about an act before relying on it. Each value says what raises it. */
export const flags = [
  /** The source marks the message as deleted; its text is gone. */
  "deleted",
  /** The source marks the message as edited; this is the last text. */
  "edited",
  /** The source marks the message as passed on from somebody else. */
  "forwarded",
  /** A call that the source calls missed. */
  "missed",
  /** A call that was not answered: rejected, refused, of no duration, or missed. */
  "unanswered",
  /** The number was withheld, unknown or a payphone's. */
  "withheld-number",
  /** The source names an attachment whose bytes were not handed over. */
  "media-missing",
  /** The wall time happened twice (clocks went back); `earliest` and `latest` span both. */
  "time-twice",
  /** The wall time never happened (clocks went forward); kept as written. */
  "time-never",
  /** The source has no zone and nobody stated one: read as Europe/London. */
  "zone-assumed",
  /** The order of day and month follows from nothing in the file and nobody stated it: read day first, the other reading is in `or`. */
  "date-order-assumed",
  /** The date lies before 1990 or more than a day after the import. */
  "far-date",
  /** She said that she does not know when it happened: any time before she wrote it down. No day and no hour counts it. */
  "time-not-known",
  /** She did not say when it happened: the day on which she wrote it down, up to that moment. No hour counts it. */
  "time-of-writing",
  /** The sender's own date is missing, impossible or contradicted: another stamp of the same thing is used, or stands in `or` (mail). */
  "date-doubtful",
  /** A line that could be a header typed inside the message above it. Its absence proves nothing. */
  "forged-header",
  /** Stands behind the app's own mark and is no sentence of the app that we know: perhaps the app's words, perhaps typed behind a typed mark. */
  "mark-unknown",
  /** Stands after a later act in its file. */
  "out-of-order",
  /** The source ends inside this record, or its text is longer than an importer reads. */
  "truncated",
  /** Some bytes are no valid text in the encoding of the source; they are shown as U+FFFD or left as they stand. */
  "decoding-doubtful",
  /** The source splits records by a mark that also occurs inside them, and this border is uncertain (mbox). */
  "border-doubtful",
  /** A line among the headers of a record is no header: it is added to no field but the subject, and a field may lack its end (mail). */
  "damaged-header",
  /** The mail is written twice, and its page says what its plain text does not: the text holds both, the page below (mail). */
  "html-differs",
  /** The sender could see it once; the source keeps no content. */
  "view-once",
  /** The sender took it back; the text is gone or said to be. */
  "unsent",
  /** The source says the message failed or waits to be sent: it may never have arrived. */
  "not-delivered",
] as const;
export type Flag = (typeof flags)[number];

/** Whether it is not known when an act happened, so that it has no day. */
export function isUndated({ flags: raised }: { readonly flags: readonly Flag[] }): boolean {
  return raised.includes("time-not-known");
}
