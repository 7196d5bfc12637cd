import { type ReadValue, object, oneOf } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import { type Condition, type WhichOrder, conditions, whichOrder } from "./order-shapes.ts";
import { day, id, name, some, words } from "./shapes.ts";

/** Bodies of what is asked after an order was made: a change, an appeal, that an identity is told (docs/formats/order.md). */

/** Who asks a court. */
export const askers = ["us", "subject", "other-force"] as const;

/** A change is asked: ours is a draft that the rule can refuse, the subject's is a fact. `until`: the last day asked for; absent: of a renewal until further order, else as it is. */
export interface ChangeAsked {
  readonly change: string;
  readonly order: WhichOrder;
  readonly what: "vary" | "renew" | "discharge";
  readonly by: (typeof askers)[number];
  readonly day: string;
  readonly says: string;
  readonly until?: string;
  /** New conditions, or old ones in new words. */
  readonly conditions?: readonly Condition[];
  /** Numbers of the conditions that stay as they are. */
  readonly keeps?: readonly number[];
}
/** Reads it. */
export const changeAsked: ReadValue<ChangeAsked> = object((fields) => ({
  change: fields.must("change", id),
  order: fields.must("order", whichOrder),
  what: fields.must("what", oneOf<ChangeAsked["what"]>(["vary", "renew", "discharge"])),
  by: fields.must("by", oneOf(askers)),
  day: fields.must("day", day),
  says: fields.must("says", words),
  ...fields.may("until", day),
  ...fields.may("conditions", conditions),
  ...fields.may("keeps", some(numberFromOne)),
}));

/** On renewal: why a condition that is kept is still necessary. */
export interface NecessityReadAgain {
  readonly change: string;
  readonly condition: number;
  readonly says: string;
}
/** Reads it. */
export const necessityReadAgain: ReadValue<NecessityReadAgain> = object((fields) => ({
  change: fields.must("change", id),
  condition: fields.must("condition", numberFromOne),
  says: fields.must("says", words),
}));

/** Whose consent, and what they said. */
export interface ConsentGiven {
  readonly change: string;
  readonly of: "subject" | "applicant-force" | "home-force";
  readonly answer: "yes" | "no" | "not-asked";
  readonly day?: string;
  readonly says: string;
}
/** Reads it. */
export const consentGiven: ReadValue<ConsentGiven> = object((fields) => ({
  change: fields.must("change", id),
  of: fields.must("of", oneOf<ConsentGiven["of"]>(["subject", "applicant-force", "home-force"])),
  answer: fields.must("answer", oneOf<ConsentGiven["answer"]>(["yes", "no", "not-asked"])),
  ...fields.may("day", day),
  says: fields.must("says", words),
}));

/** A change goes on: sent, authorised, returned, lodged, dropped. */
export interface ChangeStep {
  readonly change: string;
  readonly reason?: string;
  readonly day?: string;
  readonly court?: string;
}
/** Reads it. */
export const changeStep: ReadValue<ChangeStep> = object((fields) => ({
  change: fields.must("change", id),
  ...fields.may("reason", words),
  ...fields.may("day", day),
  ...fields.may("court", name),
}));

/** An appeal to the Crown Court against a result, by its number. */
export interface AppealNoted {
  readonly by: (typeof askers)[number];
  readonly against: number;
  readonly day: string;
  readonly says: string;
}
/** Reads it. */
export const appealNoted: ReadValue<AppealNoted> = object((fields) => ({
  by: fields.must("by", oneOf(askers)),
  against: fields.must("against", numberFromOne),
  day: fields.must("day", day),
  says: fields.must("says", words),
}));

/** Whether an identity is told to who asked, on which basis, against which risk, and what that person wishes. */
export interface IdentityDisclosureDecided {
  readonly asked: string;
  readonly decision: "disclose" | "do-not";
  readonly basis: string;
  readonly risk: string;
  readonly what?: string;
  readonly day?: string;
  readonly method?: string;
  readonly wish: string;
}
/** Reads it. */
export const identityDisclosureDecided: ReadValue<IdentityDisclosureDecided> = object((fields) => ({
  asked: fields.must("asked", words),
  decision: fields.must("decision", oneOf<IdentityDisclosureDecided["decision"]>(["disclose", "do-not"])),
  basis: fields.must("basis", words),
  risk: fields.must("risk", words),
  ...fields.may("what", words),
  ...fields.may("day", day),
  ...fields.may("method", name),
  wish: fields.must("wish", words),
}));
