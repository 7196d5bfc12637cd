import { type Identity, type SourceSpan, type TimelineAct, withAttachmentTexts, withEntryTexts } from "@unmask/core";

/** An act with how she is reached taken out of every word of it; its ids, times, places in files and hashes stay. */
export function coverAct(act: TimelineAct, cover: (text: string) => string): TimelineAct {
  const { thread, subject, sourceId, entry, records, when } = act;
  const who = (one: Identity): Identity => coverIdentity(one, cover);
  const span = (one: SourceSpan): SourceSpan => coverSpan(one, cover);
  return {
    ...act,
    when: { ...when, wrote: cover(when.wrote), zone: cover(when.zone) },
    from: who(act.from),
    to: act.to.map(who),
    text: act.text === null ? null : cover(act.text),
    attachments: act.attachments.map((one) => ({
      ...withAttachmentTexts(one, cover),
      ...(one.mime !== undefined && { mime: cover(one.mime) }),
    })),
    source: span(act.source),
    sources: act.sources.map(span),
    ...(thread !== undefined && { thread: cover(thread) }),
    ...(subject !== undefined && { subject: cover(subject) }),
    ...(sourceId !== undefined && { sourceId: cover(sourceId) }),
    ...(entry !== undefined && { entry: withEntryTexts(entry, cover) }),
    ...(records !== undefined && { records: records.map((one) => coverAct(one, cover)) }),
  };
}

/** The archives around a file are named by people, too. */
function coverSpan(span: SourceSpan, cover: (text: string) => string): SourceSpan {
  const { name, within } = span;
  return {
    ...span,
    name: cover(name),
    ...(within !== undefined && { within: within.map((one) => ({ ...one, name: cover(one.name) })) }),
  };
}

function coverIdentity(identity: Identity, cover: (text: string) => string): Identity {
  const { name } = identity;
  return {
    ...identity,
    wrote: cover(identity.wrote),
    normal: cover(identity.normal),
    ...(name !== undefined && { name: cover(name) }),
  };
}
