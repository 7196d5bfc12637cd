import type { ActId, Channel } from "./act.ts";
import type { CivilDay } from "./instant.ts";
import type { Feared } from "./cover.ts";
import type { Persona } from "./identity.ts";
import type { Jurisdiction, JurisdictionCode } from "./law.ts";
import type { CivilMinute, Weekday } from "./wall-clock.ts";
import type { Zone } from "./zone.ts";

/**
 * What the person states about the case, beside what the files say: who is who and how sure she is, her stops, contact that was agreed, what
 * she says of single acts, days and places. As a document (docs/formats/statement.md) it holds her words; as a `Statement` the same with her
 * names, zone and law found out, as patterns, paper and page want it.
 */

/** By what she stopped it. That an order is in force says nothing of whether it was served: that is a stop of its own. */
export const stopKinds = ["told to stop", "blocked", "order in force", "order served", "bail condition"] as const;
export type StopKind = (typeof stopKinds)[number];

/** When a stop was: on some hour of a day, in a minute, or by an act of the timeline: the message with which she said it. */
export type StopAt = { readonly day: CivilDay } | { readonly minute: CivilMinute } | { readonly act: ActId };

/** Stops that a court or an officer sets, and that can have an end. */
export const endingKinds: readonly StopKind[] = ["order in force", "order served", "bail condition"];

/** One stop. `until`: the last day of an order or a bail condition; absent: it is open. `says` is her word for it. */
export type Stop = StopAt & { readonly kind: StopKind; readonly until?: CivilDay; readonly says?: string };

/** Whose a single act is, when she says it of the act. "theirs": she is sure. "not known": she was asked and cannot say. */
export const markedWhose = ["hers", "theirs", "perhaps theirs", "other", "not known"] as const;
export type MarkedWhose = (typeof markedWhose)[number];

/** What she says of one act; it outranks every name. `says`: in her words, how she knows. */
export interface Mark {
  readonly act: ActId;
  readonly whose: MarkedWhose;
  readonly says?: string;
}

/** Minutes from midnight: `from` included, `until` excluded. `until` at or before `from` lies on the next day. */
export interface Hours {
  readonly from: number;
  readonly until: number;
}

/**
 * Contact that was agreed (a handover, a call about the children): single acts, or a rule of which every part that is there must fit. `P` is
 * the person as the holder has them: a name as she writes it, or its normal forms.
 */
export interface AgreedContact<P> {
  /** Her words for what was agreed. */
  readonly says: string;
  readonly acts?: readonly ActId[];
  readonly person?: P;
  readonly channels?: readonly Channel[];
  readonly weekdays?: readonly Weekday[];
  readonly hours?: Hours;
  /** Acts that a rule does not take although all its parts fit: a visit that was more than the handover. */
  readonly except?: readonly ActId[];
}

/** "Not this one": she says that an act does not belong to the findings of a pattern, or to any. */
export interface NotThis {
  readonly act: ActId;
  /** Id of the pattern; absent: none of them. */
  readonly finding?: string;
  readonly says?: string;
}

/** A time of which she knows that there is no record: a phone in repair, a chat she deleted. Both days belong to it. */
export interface StatedGap {
  readonly from: CivilDay;
  readonly until: CivilDay;
  /** The channels that it concerns; absent: all of them. */
  readonly channels?: readonly Channel[];
  /** Her words for it, printed in the gap: "phone in repair". */
  readonly says: string;
}

/** A day of the year and her word for it: month and day count, every year. */
export interface Anniversary {
  readonly day: CivilDay;
  readonly label: string;
}

/** What she can be asked about. */
export const topics = [
  "perhaps", "told to stop", "blocked", "order in force", "order served", "bail condition", "agreed contact", "gaps", "key dates", "places",
] as const; // prettier-ignore
export type Topic = (typeof topics)[number];

/** Her answer where she names nothing: there was none, or she does not know. A topic without either was not asked. */
export const answers = ["none", "not known"] as const;
export type Answer = (typeof answers)[number];

/** How much the pack's copy of a statement leaves out, by number. */
export interface LeftOut {
  /** Places of hers. */
  readonly places?: number;
  /** Mentions of acts that the pack does not show. */
  readonly acts?: number;
}

/** One of the two, in her words. */
export interface StatedPerson {
  /** What the report calls them. */
  readonly label: string;
  /** Names, numbers and accounts as she writes them; absent: she named none. */
  readonly names?: readonly string[];
}

/** The statement as a document. What is absent was not stated; no list is empty. */
export interface StatementDocument {
  /** IANA name or offset: where days, nights and hours are counted. */
  readonly zone: string;
  readonly jurisdiction: JurisdictionCode;
  /** Where numbers without a country are dialled from, ISO 3166 alpha-2. */
  readonly country: string;
  readonly me: StatedPerson;
  /** Of these names she is sure that they are theirs. */
  readonly them: StatedPerson;
  /** Names that are perhaps theirs. */
  readonly perhaps?: readonly string[];
  /** Names of other people, neither hers nor theirs: about these she was asked, and is not asked again. */
  readonly others?: readonly string[];
  /** Each a group that exports name differently: its names as they have it. */
  readonly oneGroup?: readonly (readonly string[])[];
  /** Each the names of chats or groups that hold the same messages and are two all the same: she is not asked again. */
  readonly twoChats?: readonly (readonly string[])[];
  readonly marks?: readonly Mark[];
  readonly stops?: readonly Stop[];
  readonly agreed?: readonly AgreedContact<string>[];
  readonly notThis?: readonly NotThis[];
  readonly gaps?: readonly StatedGap[];
  readonly anniversaries?: readonly Anniversary[];
  readonly places?: readonly string[];
  // partial: a topic without an answer was not asked, or she named something.
  readonly answers?: Readonly<Partial<Record<Topic, Answer>>>;
  readonly leftOut?: LeftOut;
}

/** The statement with its names, zone and law found out. An empty or absent list: nothing was stated. */
export interface Statement extends Pick<StatementDocument, "country" | "oneGroup" | "twoChats" | "marks" | "notThis" | "gaps" | "answers"> {
  readonly me: Persona;
  readonly them: Persona;
  /** Identities that are perhaps theirs. */
  readonly perhaps?: Persona;
  /** Identities that she says are somebody else's: a name beside a number of these makes it nobody's of the two. */
  readonly others?: Persona;
  /** The zone that days, nights and weeks are counted in. */
  readonly zone: Zone;
  readonly stops: readonly Stop[];
  readonly agreed?: readonly AgreedContact<Persona>[];
  readonly anniversaries: readonly Anniversary[];
  /** Places of hers that a message could give away: street, work, gym, as she writes them. */
  readonly places: readonly string[];
  readonly jurisdiction: Jurisdiction;
  /** What she answered in the cover says that she is or was afraid of violence; no part of the document. */
  readonly isAfraid?: true;
  /** Days and acts of which she was asked there whether she feared violence; no part of the document either. */
  readonly feared?: readonly Feared[];
}

/** The statement as a document again: her spellings where they are known, normal forms where not. */
export function documentOf(statement: Statement): StatementDocument {
  const {
    zone,
    jurisdiction,
    country,
    me,
    them,
    perhaps,
    others,
    oneGroup,
    twoChats,
    marks,
    stops,
    agreed,
    notThis,
    gaps,
    anniversaries,
    places,
  } = statement;
  const [named, ofOthers] = [namesOf(perhaps), namesOf(others)];
  return {
    zone: zone.name,
    jurisdiction: jurisdiction.code,
    country,
    me: statedPerson(me),
    them: statedPerson(them),
    ...(named.length === 0 ? {} : { perhaps: named }),
    ...(ofOthers.length === 0 ? {} : { others: ofOthers }),
    ...(isEmpty(oneGroup) ? {} : { oneGroup }),
    ...(isEmpty(twoChats) ? {} : { twoChats }),
    ...(isEmpty(marks) ? {} : { marks }),
    ...(isEmpty(stops) ? {} : { stops }),
    ...(isEmpty(agreed) ? {} : { agreed: agreed.map(statedAgreed) }),
    ...(isEmpty(notThis) ? {} : { notThis }),
    ...(isEmpty(gaps) ? {} : { gaps }),
    ...(isEmpty(anniversaries) ? {} : { anniversaries }),
    ...(isEmpty(places) ? {} : { places }),
    ...(statement.answers === undefined ? {} : { answers: statement.answers }),
  };
}

function isEmpty(list: readonly unknown[] | undefined): list is undefined | readonly [] {
  return list === undefined || list.length === 0;
}

function statedPerson(persona: Persona): StatedPerson {
  const names = namesOf(persona);
  return { label: persona.label, ...(names.length === 0 ? {} : { names }) };
}

function namesOf(persona: Persona | undefined): readonly string[] {
  if (persona === undefined) return [];
  return persona.normalsByName === undefined ? [...persona.normals].sort() : [...persona.normalsByName.keys()];
}

function statedAgreed({ person, ...rest }: AgreedContact<Persona>): AgreedContact<string> {
  return person === undefined ? rest : { ...rest, person: person.label };
}
