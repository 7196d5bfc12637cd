import {
  type Anniversary,
  type Channel,
  type CivilDay,
  type StatedGap,
  type StatedPerson,
  type StatementDocument,
  type Stop,
} from "@unmask/core";
import type { Person } from "./engine/protocol.ts";
import { type DayDraft, emptyDay } from "./day-draft.ts";
import { type Concern, type GapDraft, type Session, type Side, channelsByConcern, emptyGap } from "./session.ts";

/**
 * What she stated, kept with the rest: the page shows the parts of it that it asks for, and leaves alone what it does not ask for (single acts,
 * orders, agreed contact), as another program may have written them.
 */

/** The answers of the session that a statement holds. */
type Answers = Pick<Session, "sideByNormal" | "toldToStop" | "blocked" | "anniversaries" | "gaps" | "places">;

/** Her answers, as the page shows them, out of a statement that was kept. */
export function answersIn(statement: StatementDocument, people: readonly Person[]): Answers {
  const { me, them, stops = [], anniversaries = [], gaps = [], places = [] } = statement;
  const sideByNormal = new Map<string, Side>();
  for (const person of people) {
    if (isNamed(person, me)) sideByNormal.set(person.normal, "me");
    else if (isNamed(person, them)) sideByNormal.set(person.normal, "them");
  }
  const blocked = stops.flatMap((stop) => (stop.kind === "blocked" && "day" in stop ? [draftOf(stop.day)] : []));
  const shownGaps = gaps.flatMap((gap): readonly GapDraft[] => {
    const concerns = concernOf(gap);
    return concerns === undefined ? [] : [{ from: draftOf(gap.from), until: draftOf(gap.until), concerns, says: gap.says }];
  });
  return {
    sideByNormal,
    toldToStop: toldToStopIn(stops),
    blocked: blocked.length === 0 ? [emptyDay] : blocked,
    anniversaries: anniversaries.length === 0 ? [{ day: emptyDay, label: "" }] : anniversaries.map(shownAnniversary),
    gaps: shownGaps.length === 0 ? [emptyGap] : shownGaps,
    places: places.join("\n"),
  };
}

/** What she states now, over what was kept: what the page does not ask for stays as it was. */
export function overKept<Stated extends Omit<StatementDocument, "zone" | "country">>(
  stated: Stated,
  kept: StatementDocument,
  people: readonly Person[],
): Stated {
  const { zone: _, country: __, ...before } = kept;
  const me = personOver(stated.me, kept.me, people);
  const them = personOver(stated.them, kept.them, people);
  const taken = new Set([...(me.names ?? []), ...(them.names ?? [])]);
  // Two answers about one name would contradict each other: the one that she gave last holds.
  const free = (names: readonly string[] | undefined): readonly string[] => (names ?? []).filter((name) => !taken.has(name));
  const [first] = (kept.stops ?? []).filter(isToldOnDay);
  const stops = [...(stated.stops ?? []), ...(kept.stops ?? []).filter((stop) => stop !== first && !isBlockedOnDay(stop))];
  const gaps = [...(stated.gaps ?? []), ...(kept.gaps ?? []).filter((gap) => concernOf(gap) === undefined)];
  const { stops: ___, gaps: ____, anniversaries: _____, places: ______, perhaps, others, ...rest } = before;
  return {
    ...rest,
    ...stated,
    jurisdiction: kept.jurisdiction,
    me,
    them,
    ...(free(perhaps).length > 0 && { perhaps: free(perhaps) }),
    ...(free(others).length > 0 && { others: free(others) }),
    ...(stops.length > 0 && { stops }),
    ...(gaps.length > 0 && { gaps }),
  };
}

const isNamed = ({ normal, shown }: Person, { names = [] }: StatedPerson): boolean => names.includes(normal) || names.includes(shown);

/** Names of hers that are in no file that is read now stay: the file may come back. */
function personOver(stated: StatedPerson, kept: StatedPerson, people: readonly Person[]): StatedPerson {
  const known = new Set(people.flatMap(({ normal, shown }) => [normal, shown]));
  const names = [...new Set([...(stated.names ?? []), ...(kept.names ?? []).filter((name) => !known.has(name))])];
  return { label: stated.names === undefined && names.length > 0 ? kept.label : stated.label, ...(names.length > 0 && { names }) };
}

const isToldOnDay = (stop: Stop): boolean => stop.kind === "told to stop" && "day" in stop;
const isBlockedOnDay = (stop: Stop): boolean => stop.kind === "blocked" && "day" in stop;

function toldToStopIn(stops: readonly Stop[]): DayDraft {
  const [first] = stops.flatMap((stop) => (stop.kind === "told to stop" && "day" in stop ? [stop.day] : []));
  return first === undefined ? emptyDay : draftOf(first);
}

const shownAnniversary = ({ day, label }: Anniversary): Session["anniversaries"][number] => ({ day: draftOf(day), label });

function draftOf({ day, month, year }: CivilDay): DayDraft {
  return { day: String(day), month: String(month), year: String(year) };
}

/** What a gap concerns, in the words of the page; undefined where it has none for it. */
function concernOf({ channels }: StatedGap): Concern | undefined {
  return concerns.find((concern) => isSameList(channelsByConcern[concern], channels));
}

const concerns: readonly Concern[] = ["texts and calls", "whatsapp", "phone", "everything"];

function isSameList(one: readonly Channel[] | undefined, other: readonly Channel[] | undefined): boolean {
  return one === other || (one?.length === other?.length && one?.every((channel) => other?.includes(channel) === true) === true);
}
