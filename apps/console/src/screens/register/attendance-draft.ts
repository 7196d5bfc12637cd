import type { AttendanceDraft } from "./attendance-words.ts";

/** What is being written at the counter, kept among the drafts of the desk like that of every other form: while the officer goes elsewhere and comes back, and no longer. */
type Drafts = Map<string, string>;

/** What becomes of it, said before anything is typed: at a counter several officers use one computer, and an address lies on none of them. */
export const draftSaid =
  "What you type stays while you look elsewhere on the desk. It is kept on no computer: locking the desk, the end of your session or loading this page again loses what is not written yet.";

const lines = ["day", "at", "station", "address", "changeOn", "says"] as const;
const lists = ["names", "online"] as const;
const between = "\n";
const inPerson = ["yes", "no"] as const;
const areas = ["local", "elsewhere", "unknown"] as const;
const allNames = ["yes", "no", "not-known"] as const;
const homes = ["home", "found"] as const;
const checks = ["photograph", "fingerprints", "refused"] as const;

const nameOf = (order: string, field: keyof AttendanceDraft): string => `attended ${order} ${field}`;

/** What was written of an order here before; where nothing was, `fresh`. */
export function draftKept(drafts: Drafts, order: string, fresh: AttendanceDraft): AttendanceDraft {
  const kept = (field: keyof AttendanceDraft): string | undefined => drafts.get(nameOf(order, field));
  const one = <T extends string>(field: keyof AttendanceDraft, offered: readonly T[]): T | undefined =>
    offered.find((value) => value === kept(field));
  const line = (field: (typeof lines)[number]): string => kept(field) ?? fresh[field];
  const list = (field: (typeof lists)[number]): readonly string[] => kept(field)?.split(between) ?? fresh[field];
  const checked = kept("checked")?.split(between) ?? [];
  return {
    ...{ day: line("day"), at: line("at"), station: line("station"), address: line("address") },
    ...{ changeOn: line("changeOn"), says: line("says"), names: list("names"), online: list("online") },
    ...{ inPerson: one("inPerson", inPerson), area: one("area", areas), allNames: one("allNames", allNames), lives: one("lives", homes) },
    checked: checks.filter((check) => checked.includes(check)),
  };
}

/** Keeps it as it stands now. */
export function keepDraft(drafts: Drafts, order: string, draft: AttendanceDraft): void {
  const keep = (field: keyof AttendanceDraft, value: string | undefined): void => {
    if (value === undefined) drafts.delete(nameOf(order, field));
    else drafts.set(nameOf(order, field), value);
  };
  for (const field of [...lines, "inPerson", "area", "allNames", "lives"] as const) keep(field, draft[field]);
  for (const field of lists) keep(field, draft[field].length === 0 ? undefined : draft[field].join(between));
  keep("checked", draft.checked.join(between));
}

/** Forgets it: it is written. */
export function dropDraft(drafts: Drafts, order: string): void {
  for (const field of [...lines, ...lists, "inPerson", "area", "allNames", "lives", "checked"] as const)
    drafts.delete(nameOf(order, field));
}
