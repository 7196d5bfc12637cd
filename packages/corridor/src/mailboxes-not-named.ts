import { type Act, type Identity, type Statement, type Timeline, createNamedTo, createSaidOther } from "@unmask/core";

/** An address to which the mail in the files goes, so that it may be her own. */
export interface Mailbox {
  readonly identity: Identity;
  /** Mails that it received, of so many by others that name a receiver. */
  readonly received: number;
  readonly of: number;
}

/** One mail says nothing of whose the mailbox is. */
const leastMails = 2;
/** A list of receivers that is hidden, and a mail that was passed on to her, name another address. */
const leastPart = 0.6;

/**
 * Finds the addresses that may be hers and of which she said nothing: what goes to an address that is nobody's reads as written to somebody else.
 */
export function mailboxesNotNamed({ acts }: Pick<Timeline, "acts">, statement: Statement): readonly Mailbox[] {
  const named = createNamedTo(statement);
  const isSaidOther = createSaidOther(statement);
  return mailboxesIn(acts).filter(({ identity }) => named(identity) === "other" && !isSaidOther(identity));
}

/** Finds the addresses to which most mail goes: all of the files together, or all of one. The busiest first. */
export function mailboxesIn(acts: readonly Act[]): readonly Mailbox[] {
  const mails = acts.filter(
    ({ channel, kind, grade, to }) => channel === "email" && kind === "message" && grade !== "own-account" && to.length > 0,
  );
  const byFile = new Map<string, Act[]>();
  for (const mail of mails) {
    const file = byFile.get(mail.source.sha256);
    if (file) file.push(mail);
    else byFile.set(mail.source.sha256, [mail]);
  }
  const found = new Map<string, Mailbox>();
  for (const group of [mails, ...byFile.values()])
    for (const one of busiestOf(group))
      if ((found.get(one.identity.normal)?.received ?? 0) < one.received) found.set(one.identity.normal, one);
  return [...found.values()].sort((a, b) => b.received - a.received || (a.identity.normal < b.identity.normal ? -1 : 1));
}

function busiestOf(mails: readonly Act[]): readonly Mailbox[] {
  if (mails.length < leastMails) return [];
  const counted = new Map<string, { readonly identity: Identity; received: number; sent: number }>();
  const countOf = (identity: Identity): { received: number; sent: number } => {
    const one = counted.get(identity.normal) ?? { identity, received: 0, sent: 0 };
    counted.set(identity.normal, one);
    return one;
  };
  for (const { from, to } of mails) {
    countOf(from).sent++;
    for (const one of new Map(to.map((to) => [to.normal, to])).values()) if (one.normal !== from.normal) countOf(one).received++;
  }
  return [...counted.values()].flatMap(({ identity, received, sent }) => {
    const of = mails.length - sent;
    return identity.kind === "email" && received >= leastMails && received >= of * leastPart ? [{ identity, received, of }] : [];
  });
}
