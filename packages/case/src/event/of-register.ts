import { type ReadValue, type Sha256, flag, object, oneOf } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import { type Answer, type Ground, answer, day, ground, minute, name, sha256, some, words } from "./shapes.ts";

/** Bodies of what the register of an order goes by: what somebody told at a station, and what was found (docs/formats/order.md). */

/** Where a notice was given, seen from the local police area. */
export const noticeAreas = ["local", "elsewhere", "unknown"] as const;
/** How it was checked who it was. */
export const identityChecks = ["fingerprints", "photograph", "both", "not-asked", "refused"] as const;

/** Somebody came to a station and said. Only what is said in person counts. */
export interface Attended {
  readonly day: string;
  readonly at: string;
  readonly station: string;
  readonly area: (typeof noticeAreas)[number];
  readonly inPerson: boolean;
  readonly toWhom: string;
  readonly names: readonly string[];
  /** Whether these are said to be all. */
  readonly allNames: Answer;
  readonly address?: string;
  /** Where there is no home: the place at which they can regularly be found. */
  readonly regularlyFound?: string;
  /** The day of a change that is told before it. */
  readonly changeOn?: string;
  /** Only where a condition asks for them. */
  readonly online?: readonly string[];
  readonly identity: (typeof identityChecks)[number];
  readonly says?: string;
}
/** Reads it. */
export const attended: ReadValue<Attended> = object((fields) => ({
  day: fields.must("day", day),
  at: fields.must("at", minute),
  station: fields.must("station", name),
  area: fields.must("area", oneOf(noticeAreas)),
  inPerson: fields.must("inPerson", flag),
  toWhom: fields.must("toWhom", name),
  names: fields.must("names", some(name)),
  allNames: fields.must("allNames", answer),
  ...fields.may("address", words),
  ...fields.may("regularlyFound", words),
  ...fields.may("changeOn", day),
  ...fields.may("online", some(name)),
  identity: fields.must("identity", oneOf(identityChecks)),
  ...fields.may("says", words),
}));

/** The acknowledgement was printed, given or not, signed or not. */
export interface Acknowledged {
  readonly attendance: number;
  /** Id of the force's template. */
  readonly form: string;
  readonly sha256: Sha256;
  readonly signed: boolean;
  readonly given: boolean;
}
/** Reads it. */
export const acknowledged: ReadValue<Acknowledged> = object((fields) => ({
  attendance: fields.must("attendance", numberFromOne),
  form: fields.must("form", name),
  sha256: fields.must("sha256", sha256),
  signed: fields.must("signed", flag),
  given: fields.must("given", flag),
}));

/** A name was used. `found`: the day on which that was found out; nothing runs from it. */
export interface NameUsed {
  readonly name: string;
  readonly day: string;
  readonly found?: string;
  readonly ground: Ground;
}
/** Reads it. */
export const nameUsed: ReadValue<NameUsed> = object((fields) => ({
  name: fields.must("name", name),
  day: fields.must("day", day),
  ...fields.may("found", day),
  ground: fields.must("ground", ground),
}));

/** They live somewhere else. `address` absent: they have none in the United Kingdom. */
export interface AddressChanged {
  readonly day: string;
  readonly address?: string;
  readonly ground: Ground;
}
/** Reads it. */
export const addressChanged: ReadValue<AddressChanged> = object((fields) => ({
  day: fields.must("day", day),
  ...fields.may("address", words),
  ground: fields.must("ground", ground),
}));

/** They are under another register. `to`: its final day; absent: not known. */
export interface OtherRegister {
  readonly register: string;
  readonly from: string;
  readonly to?: string;
  readonly ground: Ground;
}
/** Reads it. */
export const otherRegister: ReadValue<OtherRegister> = object((fields) => ({
  register: fields.must("register", name),
  from: fields.must("from", day),
  ...fields.may("to", day),
  ground: fields.must("ground", ground),
}));

/** They moved to another force's area: who was told there, and who took it. Until somebody did, it stays ours. */
export interface Transferred {
  readonly to: string;
  readonly day: string;
  readonly told: string;
  readonly taken?: string;
  readonly reason: string;
}
/** Reads it. */
export const transferred: ReadValue<Transferred> = object((fields) => ({
  to: fields.must("to", name),
  day: fields.must("day", day),
  told: fields.must("told", name),
  ...fields.may("taken", name),
  reason: fields.must("reason", words),
}));

/** An officer decides a duty that the law or the facts leave undecided. */
export interface DutySettled {
  readonly rule: string;
  readonly trigger: string;
  readonly how: "counts-as-met" | "does-not-count" | "keep-open";
  readonly reason: string;
  /** The day on which it is looked at again. */
  readonly again?: string;
}
/** Reads it. */
export const dutySettled: ReadValue<DutySettled> = object((fields) => ({
  rule: fields.must("rule", name),
  trigger: fields.must("trigger", name),
  how: fields.must("how", oneOf<DutySettled["how"]>(["counts-as-met", "does-not-count", "keep-open"])),
  reason: fields.must("reason", words),
  ...fields.may("again", day),
}));

/** A second person read what was settled. */
export interface DutySettlingRead {
  /** Number of the event that settles it. */
  readonly settled: number;
  readonly agrees: boolean;
  readonly says?: string;
}
/** Reads it. */
export const dutySettlingRead: ReadValue<DutySettlingRead> = object((fields) => ({
  settled: fields.must("settled", numberFromOne),
  agrees: fields.must("agrees", flag),
  ...fields.may("says", words),
}));

/** Somebody was reminded: of which clock, by which setting. */
export interface ReminderGiven {
  readonly about: string;
  readonly due: string;
  readonly setting: string;
}
/** Reads it. */
export const reminderGiven: ReadValue<ReminderGiven> = object((fields) => ({
  about: fields.must("about", name),
  due: fields.must("due", day),
  setting: fields.must("setting", name),
}));
