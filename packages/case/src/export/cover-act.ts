import type { Identity, SourceSpan, TimelineAct } from "@unmask/core";

/** An act with how she is reached taken out of every word of it; its ids, times, places in files and hashes stay. */
export function coverAct(act: TimelineAct, cover: (text: string) => string): TimelineAct {
  const { thread, subject, sourceId } = act;
  const who = (one: Identity): Identity => coverIdentity(one, cover);
  const span = (one: SourceSpan): SourceSpan => ({ ...one, name: cover(one.name) });
  return {
    ...act,
    from: who(act.from),
    to: act.to.map(who),
    text: act.text === null ? null : cover(act.text),
    attachments: act.attachments.map((one) => ({ ...one, name: cover(one.name) })),
    source: span(act.source),
    sources: act.sources.map(span),
    ...(thread !== undefined && { thread: cover(thread) }),
    ...(subject !== undefined && { subject: cover(subject) }),
    ...(sourceId !== undefined && { sourceId: cover(sourceId) }),
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
