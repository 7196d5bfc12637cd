import { type ReadValue, type Sha256, count, fault, flag, object, oneOf, parsed } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import { heldKey } from "./of-disclosure.ts";
import { day, name, sha256, someAtLeastOne, words } from "./shapes.ts";

/**
 * Bodies of the events of a case: a person asks what is held about them and who looked, each thing is given or withheld with its reason, a second person
 * reads the answer, and it goes (docs/formats/subject-access.md; Data Protection Act 2018 ss44–48).
 */

/** A request, as `SA-1`. */
const request: ReadValue<string> = parsed((one) => (/^SA-\d{1,6}$/.test(one) ? one : undefined), "request written like SA-1");

/** Under which id the force holds somebody: a person of the case, who reported in one of its reports and for whom, or whom an order of it names. */
const heldAs: ReadValue<string> = parsed(
  (one) =>
    /^(R-\d{1,9}\/(reporter|for)|[A-Z]{2,5}-\d{2}-\d{3,6}\/[a-z0-9][a-z0-9-]{0,63}|[a-z0-9][a-z0-9-]{0,63})$/.test(one) ? one : undefined,
  "person written like leila or R-2100/reporter",
);

/** One request that is carried in several cases, the same in each of them: a number of chance, which tells of no other case. */
const across: ReadValue<string> = parsed((one) => (/^[0-9a-f]{32}$/.test(one) ? one : undefined), "number of 32 hex digits");

/** A request came. */
export interface RightsAsked {
  readonly request: string;
  /** The same in each case in which the request is carried; absent: it was written before there was such a number. */
  readonly across?: string;
  /** Who asks, by name. */
  readonly who: string;
  /** How they may ask for the person; absent: the person asks. */
  readonly authority?: string;
  /** Under which ids the person is held, each of this case. */
  readonly is: readonly string[];
  /** What they ask for, in their words. */
  readonly says: string;
  readonly received: string;
  /** The day by which it is answered, and who says so: no limit of the law is confirmed here. */
  readonly answerBy?: { readonly day: string; readonly says: string };
}
/** Reads it. */
export const rightsAsked: ReadValue<RightsAsked> = object((fields) => ({
  request: fields.must("request", request),
  ...fields.may("across", across),
  who: fields.must("who", name),
  ...fields.may("authority", words),
  is: fields.must("is", someAtLeastOne(heldAs)),
  says: fields.must("says", words),
  received: fields.must("received", day),
  ...fields.may(
    "answerBy",
    object((of) => ({ day: of.must("day", day), says: of.must("says", words) })),
  ),
}));
/** Whether whoever asks is who they say, and how that was checked: the newest holds. */
export interface RightsIdentity {
  readonly request: string;
  readonly shown: boolean;
  readonly how: string;
}
/** Reads it. */
export const rightsIdentity: ReadValue<RightsIdentity> = object((fields) => ({
  request: fields.must("request", request),
  shown: fields.must("shown", flag),
  how: fields.must("how", words),
}));

/** What becomes of a thing: it goes whole, or as a copy with other people taken out; it is withheld; or it is not about the person. */
export const rightsDecisions = ["give", "copy", "withhold", "not-about"] as const;
/** One of them. */
export type RightsDecision = (typeof rightsDecisions)[number];

/** What was decided of things that are held: the newest of each holds. */
export interface RightsDecided {
  readonly request: string;
  readonly of: readonly string[];
  readonly decision: RightsDecision;
  /** Number of the `disclosure-cut` that goes; stands with copy, and only there. */
  readonly copy?: number;
  /** The ground of the law, as this force confirmed it; absent: none is confirmed here. */
  readonly ground?: string;
  readonly reason: string;
  /** Why the name of another person may stay in what goes whole. */
  readonly stays?: string;
  /** Whether the person is told that something is withheld; stands with withhold, and only there. */
  readonly told?: boolean;
}
const decided: ReadValue<RightsDecided> = object((fields) => ({
  request: fields.must("request", request),
  of: fields.must("of", someAtLeastOne(heldKey)),
  decision: fields.must("decision", oneOf(rightsDecisions)),
  ...fields.may("copy", numberFromOne),
  ...fields.may("ground", words),
  reason: fields.must("reason", words),
  ...fields.may("stays", words),
  ...fields.may("told", flag),
}));
/** Reads it. */
export const rightsDecided: ReadValue<RightsDecided> = (value, path) => {
  const body = decided(value, path);
  const { decision, copy, told, of } = body;
  if ((decision === "copy") !== (copy !== undefined)) return fault(`${path}.copy`, "stands with copy, and only there");
  if (decision === "copy" && of.length > 1) return fault(`${path}.of`, "is one thing where a copy goes");
  return (decision === "withhold") === (told !== undefined) ? body : fault(`${path}.told`, "stands with withhold, and only there");
};

/** Whether the person is told who looked: the newest holds. */
export interface RightsLooks {
  readonly request: string;
  readonly tells: boolean;
  /** Whether officers are named; otherwise role, day and purpose alone are told. */
  readonly names: boolean;
  readonly reason: string;
}
/** Reads it. */
export const rightsLooks: ReadValue<RightsLooks> = object((fields) => ({
  request: fields.must("request", request),
  tells: fields.must("tells", flag),
  names: fields.must("names", flag),
  reason: fields.must("reason", words),
}));

/** A second person read the answer as it stood. */
export interface RightsRead {
  readonly request: string;
  /** Number of the newest decision of it. */
  readonly of: number;
  readonly agrees: boolean;
  readonly says?: string;
}
/** Reads it. */
export const rightsRead: ReadValue<RightsRead> = object((fields) => ({
  request: fields.must("request", request),
  of: fields.must("of", numberFromOne),
  agrees: fields.must("agrees", flag),
  ...fields.may("says", words),
}));

/** In which forms an answer goes. */
export const rightsForms = ["json", "paper"] as const;

/** The answer went. */
export interface RightsGiven {
  readonly request: string;
  readonly to: string;
  readonly how: string;
  readonly form: (typeof rightsForms)[number];
  /** Of the answer as JSON: a paper shows the same. */
  readonly sha256: Sha256;
  /** In how many other cases the request was not decided when it went, whether the person was told so, and why. */
  readonly left?: { readonly cases: number; readonly told: boolean; readonly reason: string };
  /** Number of the last entry of the log that its looks count, 0 where none does; absent: it went before that was kept. */
  readonly looksUntil?: number;
}
/** Reads it. */
export const rightsGiven: ReadValue<RightsGiven> = object((fields) => ({
  request: fields.must("request", request),
  to: fields.must("to", name),
  how: fields.must("how", name),
  form: fields.must("form", oneOf(rightsForms)),
  sha256: fields.must("sha256", sha256),
  ...fields.may(
    "left",
    object((of) => ({ cases: of.must("cases", numberFromOne), told: of.must("told", flag), reason: of.must("reason", words) })),
  ),
  ...fields.may("looksUntil", count),
}));

/** It is not gone on with: whoever asked took it back. */
export interface RightsEnded {
  readonly request: string;
  readonly reason: string;
}
/** Reads it. */
export const rightsEnded: ReadValue<RightsEnded> = object((fields) => ({
  request: fields.must("request", request),
  reason: fields.must("reason", words),
}));
