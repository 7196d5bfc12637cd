import { type ReadValue, type Sha256, object, oneOf } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import { type WhichOrder, whichOrder } from "./order-shapes.ts";
import { type Answer, type Ground, type Knowing, answer, day, ground, id, knowing, minute, name, sha256, some, words } from "./shapes.ts";

/** Bodies of service: every attempt is a row, and none counts before another person confirmed it (docs/formats/order.md). */

/** One paper or picture of an attempt. */
export interface ServiceEvidence {
  readonly exhibit: string;
  readonly sha256?: Sha256;
  readonly says: string;
}
const serviceEvidence: ReadValue<ServiceEvidence> = object((fields) => ({
  exhibit: fields.must("exhibit", name),
  ...fields.may("sha256", sha256),
  says: fields.must("says", words),
}));

/** Somebody tried to serve an order. */
export interface ServiceAttempted {
  readonly order: WhichOrder;
  readonly day: string;
  readonly at: string;
  /** Who made it, by name and number: not always who wrote it down. */
  readonly made: string;
  /** Id of who made it, where that is an officer of this desk; absent: somebody else, a process server or a court. */
  readonly officer?: string;
  readonly place: string;
  readonly outcome: "served" | "not-served";
  readonly says: string;
  /** What was not done, and who was not known. */
  readonly notDone?: string;
  readonly evidence: readonly ServiceEvidence[];
  readonly knowing: Knowing;
}
/** Reads it. */
export const serviceAttempted: ReadValue<ServiceAttempted> = object((fields) => ({
  order: fields.must("order", whichOrder),
  day: fields.must("day", day),
  at: fields.must("at", minute),
  made: fields.must("made", name),
  ...fields.may("officer", id),
  place: fields.must("place", words),
  outcome: fields.must("outcome", oneOf<ServiceAttempted["outcome"]>(["served", "not-served"])),
  says: fields.must("says", words),
  ...fields.may("notDone", words),
  evidence: fields.must("evidence", some(serviceEvidence)),
  knowing: fields.must("knowing", knowing),
}));

/** Another person confirms it. That somebody could not understand it does not stop it: it waits for the excuse. */
export interface ServiceConfirmed {
  readonly attempt: number;
  readonly rightPerson: Answer;
  readonly rightOrder: Answer;
  readonly given: Answer;
  readonly understood: Answer;
  /** Whether who confirms it served it; nobody is let who does not say no. Absent in what was written before it was asked. */
  readonly servedIt?: Answer;
  readonly says: string;
}
/** Reads it. */
export const serviceConfirmed: ReadValue<ServiceConfirmed> = object((fields) => ({
  attempt: fields.must("attempt", numberFromOne),
  rightPerson: fields.must("rightPerson", answer),
  rightOrder: fields.must("rightOrder", answer),
  given: fields.must("given", answer),
  understood: fields.must("understood", answer),
  ...fields.may("servedIt", answer),
  says: fields.must("says", words),
}));

/** An attempt is sent back to who wrote it; or a service is withdrawn, after its confirmation too. */
export interface AttemptReason {
  readonly attempt: number;
  readonly reason: string;
}
/** Reads it. */
export const attemptReason: ReadValue<AttemptReason> = object((fields) => ({
  attempt: fields.must("attempt", numberFromOne),
  reason: fields.must("reason", words),
}));

/** A paper or picture of an attempt that is written already: it came a day later, and the attempt stays as it was. */
export interface ServiceEvidenceAdded extends ServiceEvidence {
  readonly attempt: number;
  readonly knowing: Knowing;
}
/** Reads it. */
export const serviceEvidenceAdded: ReadValue<ServiceEvidenceAdded> = object((fields) => ({
  attempt: fields.must("attempt", numberFromOne),
  exhibit: fields.must("exhibit", name),
  ...fields.may("sha256", sha256),
  says: fields.must("says", words),
  knowing: fields.must("knowing", knowing),
}));

/** Somebody says that it was not served so. */
export interface ServiceDisputed {
  readonly attempt: number;
  readonly says: string;
  readonly day: string;
}
/** Reads it. */
export const serviceDisputed: ReadValue<ServiceDisputed> = object((fields) => ({
  attempt: fields.must("attempt", numberFromOne),
  says: fields.must("says", words),
  day: fields.must("day", day),
}));

/** The person knew of the order without service: it can matter for a breach and starts no notice. */
export interface KnewWithoutService {
  readonly order: WhichOrder;
  readonly day: string;
  readonly ground: Ground;
}
/** Reads it. */
export const knewWithoutService: ReadValue<KnewWithoutService> = object((fields) => ({
  order: fields.must("order", whichOrder),
  day: fields.must("day", day),
  ground: fields.must("ground", ground),
}));
