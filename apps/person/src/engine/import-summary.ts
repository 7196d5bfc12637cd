import { type Act, type Identity, laneOf } from "@unmask/core";
import { type Mailbox, mailboxesIn } from "@unmask/corridor";
import { type Imported, whyNoReport } from "@unmask/importers";
import { sayCount, sayLaneLabel, sayNumber } from "@unmask/words";
import type { ImportSummary, Person } from "./protocol.ts";

/** Most people listed to choose from: a mailbox of years of advertising must not freeze the page. */
const mostPeople = 5_000;

/** What an import holds, in counts and names, for the page. */
export function summariseImport({
  timeline,
  originals,
  missing = [],
  lostLines = [],
  unread,
  kept,
  notices,
  caveats,
}: Imported): ImportSummary {
  const everybody = peopleIn(timeline.acts);
  const read = timeline.coverage.reduce((sum, { acts }) => sum + acts, 0);
  return {
    acts: timeline.acts.length,
    twice: Math.max(0, read - timeline.acts.length),
    notices,
    files: timeline.coverage.map(({ source, acts, notices: lines, unread: spans }) => ({
      name: source.name,
      acts,
      notices: lines,
      unread: spans,
    })),
    mediaMissing: timeline.acts.filter(({ flags }) => flags.includes("media-missing")).length,
    missing: missing.map(({ name }) => name),
    lostLines,
    unread: unread.map(({ source, reason }) => ({ name: source.name, reason })),
    kept: kept.map(({ name }) => name),
    known: caveats.known.map(({ kind, files, name }) => ({ what: kind.what, ask: kind.ask, files, name })),
    notTakenIn: caveats.notTakenIn.map(({ says }) => says),
    noReport: sayNoReport(caveats),
    originals: originals.map(({ source, size }) => ({ name: source.name, size })),
    people: everybody.slice(0, mostPeople),
    peopleLeftOut: Math.max(0, everybody.length - mostPeople),
    isNotesAlone: isNotesAlone(timeline.acts),
    isDateOrderAssumed: caveats.dateOrderAssumed,
    ...(caveats.notReached === undefined ? {} : { notReached: caveats.notReached }),
  };
}

/** Whether there are acts, and each is an entry of her journal. */
export function isNotesAlone(acts: readonly Act[]): boolean {
  return acts.length > 0 && acts.every(({ entry }) => entry !== undefined);
}

/** Why no report is made of what was handed over, and what to do about each archive; undefined where one can be. */
export function sayNoReport({ notTakenIn }: Pick<Imported["caveats"], "notTakenIn">): string | undefined {
  const why = whyNoReport(notTakenIn);
  if (why === undefined) return undefined;
  const archives = notTakenIn.flatMap(({ isArchive, says }) => (isArchive ? [says] : []));
  return [why.replace(/^no/, "No"), ...archives].join(" ");
}

interface Counted {
  readonly kind: Person["kind"];
  readonly shown: string;
  acts: number;
  readonly actsByWay: Map<string, number>;
}

/** An identity as the page lists it: "Anna Example (+447700900057)". */
export function sayIdentityShown({ name, wrote }: Identity): string {
  return name === undefined || name === wrote ? wrote : `${name} (${wrote})`;
}

/** "received all 61 mails". */
export function sayReceives({ received, of }: Mailbox): string {
  return received === of ? `received all ${sayCount(of, "mail")}` : `received ${sayNumber(received)} of ${sayCount(of, "mail")}`;
}

/** Everybody who did something, busiest first, and the addresses to which mail goes: her own may have sent none. */
function peopleIn(acts: readonly Act[]): Person[] {
  const personByNormal = new Map<string, Counted>();
  const mailboxes = new Map(mailboxesIn(acts).map((one) => [one.identity.normal, one]));
  for (const [normal, { identity }] of mailboxes)
    personByNormal.set(normal, { kind: identity.kind, shown: sayIdentityShown(identity), acts: 0, actsByWay: new Map() });
  for (const act of acts) {
    const { from } = act;
    if (from.kind === "owner" || from.kind === "withheld") continue;
    let person = personByNormal.get(from.normal);
    if (!person) {
      personByNormal.set(from.normal, (person = { kind: from.kind, shown: sayIdentityShown(from), acts: 0, actsByWay: new Map() }));
    }
    const way = sayLaneLabel(laneOf(act));
    person.acts++;
    person.actsByWay.set(way, (person.actsByWay.get(way) ?? 0) + 1);
  }
  return [...personByNormal]
    .sort(([a, one], [b, other]) => other.acts - one.acts || (a < b ? -1 : 1))
    .map(([normal, { kind, shown, acts: count, actsByWay }]) => ({
      normal,
      kind,
      shown,
      acts: count,
      ways: [...actsByWay].sort(([, a], [, b]) => b - a).map(([way]) => way),
      ...receives(mailboxes.get(normal)),
    }));

  function receives(mailbox: Mailbox | undefined): Pick<Person, "receives"> {
    return mailbox ? { receives: sayReceives(mailbox) } : {};
  }
}
