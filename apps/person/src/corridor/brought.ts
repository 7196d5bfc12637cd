import type { Act } from "@unmask/core";
import { type TakenIn, assumptionsOf } from "@unmask/importers";
import type { Brought, Person } from "./protocol.ts";

/** Most people listed to choose from; a bulk list of senders would drown the few who matter. */
const mostPeople = 200;

/** What the import brought, for the page. */
export function broughtBy(taken: TakenIn): Brought {
  const { timeline, unread, kept, notices, mind } = taken;
  const read = timeline.coverage.reduce((sum, { acts }) => sum + acts, 0);
  return {
    acts: timeline.acts.length,
    twice: Math.max(0, read - timeline.acts.length),
    notices,
    files: timeline.coverage.map(({ source, importer, acts, notices: lines, unread: spans }) => ({
      name: source.name,
      importer,
      acts,
      notices: lines,
      unread: spans,
    })),
    unread: unread.map(({ source, reason }) => ({ name: source.name, reason })),
    kept: kept.map(({ name }) => name),
    people: peopleIn(timeline.acts),
    assumptions: assumptionsOf(mind),
    isStopped: mind.notReached !== undefined,
  };
}

/** Everybody who did something, busiest first. */
function peopleIn(acts: readonly Act[]): Person[] {
  const personByNormal = new Map<string, { kind: Person["kind"]; shown: string; acts: number; channels: Set<string> }>();
  for (const { from, channel } of acts) {
    const known = personByNormal.get(from.normal);
    if (known) {
      known.acts++;
      known.channels.add(channel);
      continue;
    }
    const shown = from.name === undefined || from.name === from.wrote ? from.wrote : `${from.name} (${from.wrote})`;
    personByNormal.set(from.normal, { kind: from.kind, shown, acts: 1, channels: new Set([channel]) });
  }
  return [...personByNormal]
    .filter(([, { kind }]) => kind !== "owner" && kind !== "withheld")
    .sort(([a, one], [b, other]) => other.acts - one.acts || (a < b ? -1 : 1))
    .slice(0, mostPeople)
    .map(([normal, person]) => ({ normal, kind: person.kind, shown: person.shown, acts: person.acts, channels: [...person.channels] }));
}
