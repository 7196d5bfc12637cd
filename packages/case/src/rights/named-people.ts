import type { CaseEvent } from "../event.ts";

/** A name that stands in what was written, and under which id the force holds whoever has it: `leila`, `R-2100/reporter`. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** Everybody whom these events of a case or a report ever named: who had a role, who reported and for whom, whom a pack names as who handed it in. */
export function namedPeople(events: Iterable<CaseEvent>): readonly NamedPerson[] {
  const named = new Map<string, NamedPerson>();
  for (const event of events)
    for (const { id, name } of namedIn(event)) if (name !== undefined) named.set(JSON.stringify([id, name]), { id, name });
  return [...named.values()];
}

function namedIn(event: CaseEvent): readonly { readonly id: string; readonly name: string | undefined }[] {
  const reporter = `${event.stream.id}/reporter`;
  switch (event.kind) {
    case "person-in-role":
      return [{ id: event.body.person, name: event.body.name }];
    case "report-received":
    case "report-typed":
      return [
        { id: reporter, name: event.body.who.name },
        { id: `${event.stream.id}/for`, name: event.body.who.forName },
      ];
    case "answer-received":
    case "pack-opened":
      return [{ id: reporter, name: event.body.name }];
    default:
      return [];
  }
}
