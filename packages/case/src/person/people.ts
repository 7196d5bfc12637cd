import { inLatin, normalForm } from "@unmask/core";
import type { BodyOf } from "../event.ts";
import type { PersonRole } from "../event/of-case.ts";
import type { Knowing } from "../event/shapes.ts";
import type { At } from "../fold/event-at.ts";
import type { CasePerson, CaseState } from "../fold/case-state.ts";
import { isForAnother } from "./for-whom.ts";
import { nameByPack } from "../triage/reporter-of-row.ts";
import type { ReportState } from "../fold/report-state.ts";
import { sayList } from "@unmask/words";

/** One person of a case as the screen shows it. */
export interface PersonLine {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly { readonly role: PersonRole; readonly says: string; readonly knowing: Knowing; readonly note?: string }[];
  /** Under 18 so far as is known. */
  readonly isChild: boolean;
  /** Two roles that speak against one another, in words. Nobody is both by itself: a person looks. */
  readonly conflict?: string;
}

const rolesInOrder: readonly PersonRole[] = ["protected", "victim", "reporter", "subject", "witness", "third-party"];

const unnamed = "Not known by name";

/** The words of the desk. None of them stands in anything that goes to the person. */
const roleWords: Readonly<Record<PersonRole, string>> = {
  protected: "To be protected",
  victim: "Harmed",
  reporter: "Reporter",
  subject: "Subject",
  witness: "Witness",
  "third-party": "Third party",
};

/** Whoever is written down as one of these stands for who told of it: until then both are named. */
const onTheirSide: ReadonlySet<PersonRole> = new Set<PersonRole>(["protected", "victim", "reporter"]);

/**
 * Whom a case is about: everybody with a role in it; while nobody is written down whom it protects, also who told of it in its reports and for
 * whom, each by that word. A case that was made a minute ago is about somebody.
 */
export function personsIn(
  { persons }: Pick<CaseState, "persons">,
  reports: readonly Pick<ReportState, "report" | "who" | "nameInPack">[],
): readonly CasePerson[] {
  if (persons.some(({ roles }) => roles.some(({ role }) => onTheirSide.has(role)))) return persons;
  const told = reports.flatMap((one) => {
    const { report, who } = one;
    const byPack = nameByPack(one);
    const { name = byPack, forName, about = "not-known", reporter = "unsaid" } = who ?? {};
    const child = about === "child";
    const role = (as: PersonRole) => ({
      role: as,
      knowing: "account" as const,
      ...(byPack !== undefined && { says: "named by the pack; the letter names nobody" }),
    });
    const tells = { person: `${report}/reporter`, ...(name !== undefined && { name }) };
    if (reporter === "self") return [{ ...tells, child, roles: [role("reporter"), role("protected")] }];
    const other = { person: `${report}/for`, child, ...(forName !== undefined && { name: forName }), roles: [role("protected")] };
    return [{ ...tells, roles: [role("reporter")] }, ...(isForAnother(who) ? [other] : [])];
  });
  const known = new Set(persons.map(({ person }) => person));
  return [...told.filter(({ person }) => !known.has(person)), ...persons];
}

/**
 * Who of a case already has the name of somebody who is being written down: the same name on the other side, or one that only looks the same. Two
 * such lines are read as one person, and the one to be protected as the one complained of.
 */
export function sameNamed(
  { person, name, role }: Pick<BodyOf<"person-in-role">, "person" | "name" | "role">,
  persons: readonly CasePerson[],
): CasePerson | undefined {
  if (name === undefined) return undefined;
  return persons.find((one) => {
    if (one.person === person || one.name === undefined || asSeen(one.name) !== asSeen(name)) return false;
    const isTheirs = one.roles.some((each) => onTheirSide.has(each.role));
    const isComplainedOf = one.roles.some((each) => each.role === "subject");
    return written(one.name) !== written(name) || (role === "subject" && isTheirs) || (onTheirSide.has(role) && isComplainedOf);
  });
}

/** A name as it looks on a page: with letters of Latin for those that look like them. */
function asSeen(name: string): string {
  return inLatin(written(name));
}

function written(name: string): string {
  return normalForm(name, "NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** People of a case: those to be protected first. Whoever has no role any more is left out; what was written about that person stays. */
export function peopleOf(persons: readonly CasePerson[]): readonly PersonLine[] {
  return persons
    .filter(({ roles }) => roles.length > 0)
    .map(lineOf)
    .sort((one, other) => placeOf(one) - placeOf(other) || compareText(one.person, other.person));
}

/** A role that holds no more: whose it was, and why it ended. */
interface EndedRole extends At {
  readonly name: string;
  readonly says: string;
  readonly reason: string;
}

/** Roles that were wrong or are over, the newest first: that each stood, and why it ended, stays readable. */
export function endedRolesOf({ persons, rolesEnded }: Pick<CaseState, "persons" | "rolesEnded">): readonly EndedRole[] {
  return rolesEnded
    .map(({ person, role, reason, number, happened, by }) => {
      const { name = unnamed } = persons.find((one) => one.person === person) ?? {};
      return { name, says: roleWords[role], reason, number, happened, by };
    })
    .toReversed();
}

/** What a case is called by. */
export interface CaseCalled {
  /** "Leila Ashworth", "Name not given". */
  readonly name: string;
  /** Whom it complains of, where one is named: "Gareth Pine", "A and B". */
  readonly about?: string;
}

/** By whom a case is called, in this order. */
const callsCase: readonly PersonRole[] = ["protected", "victim", "reporter"];

/**
 * What a case is called, on every screen: by whom it protects, else who was harmed, else who reported, by the reports where nobody written down is
 * named. Never by whom it complains of: the next officer would think that person in danger, and ring.
 */
export function callCase(
  { persons }: Pick<CaseState, "persons">,
  reports: readonly Pick<ReportState, "report" | "who" | "nameInPack">[],
): CaseCalled {
  const written = personsIn({ persons }, reports);
  const subjects = written.filter(({ roles }) => roles.some(({ role }) => role === "subject"));
  const theirs = [...written, ...personsIn({ persons: [] }, reports)].filter((one) => !subjects.includes(one) && one.name !== undefined);
  const [name] = callsCase.flatMap((as) => theirs.filter(({ roles }) => roles.some(({ role }) => role === as)).map((one) => one.name));
  const about = sayList(subjects.flatMap((one) => one.name ?? []));
  return { name: name ?? "Name not given", ...(about !== "" && { about }) };
}

function lineOf({ person, name = unnamed, child = false, roles }: CasePerson): PersonLine {
  const sorted = [...roles].sort((one, other) => rolesInOrder.indexOf(one.role) - rolesInOrder.indexOf(other.role));
  const has = new Set(roles.map(({ role }) => role));
  const isBoth = has.has("subject") && (has.has("protected") || has.has("victim"));
  return {
    person,
    name,
    isChild: child,
    roles: sorted.map(({ role, knowing, says }) => ({ role, says: roleWords[role], knowing, ...(says !== undefined && { note: says }) })),
    ...(isBoth && { conflict: "Named as the one complained of and as the one to be protected: look at who said which, and when." }),
  };
}

function placeOf({ roles }: PersonLine): number {
  const [first] = roles;
  return first ? rolesInOrder.indexOf(first.role) : rolesInOrder.length;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
