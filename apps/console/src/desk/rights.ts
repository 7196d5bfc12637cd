import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { rightsDecisions, rightsForms } from "@unmask/case";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** What people ask of the force about themselves in one case, as the server answers it. `by` is the name of an officer. */
export interface RightsPage {
  readonly now: Instant;
  readonly case: string;
  readonly saw: number;
  /** What of the law nobody confirmed, or what the force did. */
  readonly law: readonly LawAsked[];
  readonly persons: readonly HeldPerson[];
  readonly held: readonly HeldShown[];
  readonly requests: readonly RightsRequestShown[];
  readonly log: LogEntry;
}

/** A question of the law, with what is done until somebody answers. */
export interface LawAsked {
  readonly id: string;
  readonly question: string;
  readonly careful: string;
  readonly confirmed: { readonly says: string; readonly by: string; readonly on: string } | null;
}

/** Somebody as the case holds them. */
export interface HeldPerson {
  readonly id: string;
  readonly says: string;
}

/** One thing that is held, with its words; null: a file. */
export interface HeldShown {
  readonly of: string;
  readonly kind: string;
  readonly knowing: WayOfKnowing;
  readonly since: Instant;
  readonly by: string;
  readonly isWithdrawn: boolean;
  readonly lines: readonly string[] | null;
  readonly moreLines: number;
  /** Its newest copy with spans taken out. */
  readonly copy: { readonly number: number; readonly item: string; readonly isAgreed: boolean } | null;
}

/** What was decided of one thing. */
export interface DecidedShown {
  readonly of: string;
  readonly decision: (typeof rightsDecisions)[number];
  readonly copy: number | null;
  readonly ground: string | null;
  readonly reason: string;
  readonly stays: string | null;
  readonly told: boolean | null;
  readonly happened: Instant;
  readonly by: string;
}

/** One request. */
export interface RightsRequestShown {
  readonly request: string;
  readonly who: string;
  readonly authority: string | null;
  readonly says: string;
  readonly is: readonly HeldPerson[];
  readonly received: string;
  readonly answerBy: { readonly day: string; readonly says: string } | null;
  readonly happened: Instant;
  readonly by: string;
  readonly identity: { readonly shown: boolean; readonly how: string; readonly by: string; readonly happened: Instant } | null;
  readonly decided: readonly DecidedShown[];
  readonly undecided: number;
  readonly looks: {
    readonly tells: boolean;
    readonly names: boolean;
    readonly reason: string;
    readonly by: string;
    readonly happened: Instant;
  } | null;
  /** Number of the newest decision; 0: none. */
  readonly newest: number;
  readonly isAgreed: boolean;
  /** Whether whoever looks decided a part of it. */
  readonly isOwn: boolean;
  readonly readings: readonly {
    readonly of: number;
    readonly agrees: boolean;
    readonly says: string | null;
    readonly by: string;
    readonly happened: Instant;
  }[];
  readonly given: readonly {
    /** Number of its event. */
    readonly number: number;
    readonly to: string;
    readonly how: string;
    readonly form: (typeof rightsForms)[number];
    readonly sha256: string;
    /** In how many other cases it was not decided then. */
    readonly left: { readonly cases: number; readonly told: boolean; readonly reason: string } | null;
    readonly by: string;
    readonly happened: Instant;
  }[];
  readonly ended: { readonly reason: string; readonly by: string; readonly happened: Instant } | null;
  /** Why the answer does not go yet; null: it may. */
  readonly whyNot: string | null;
  readonly across: AcrossCases;
}

/** The same request in other cases of whoever looks, and which of those hold somebody of the same name. */
export interface AcrossCases {
  readonly carried: readonly {
    readonly case: string;
    readonly request: string;
    readonly held: number;
    readonly undecided: number;
    readonly whyNot: string | null;
    readonly isGiven: boolean;
  }[];
  readonly could: readonly { readonly case: string; readonly saw: number; readonly is: readonly HeldPerson[] }[];
}

const heldPerson: ReadValue<HeldPerson> = object(({ must }) => ({ id: must("id", text), says: must("says", text) }));
const heldShown: ReadValue<HeldShown> = object(({ must }) => ({
  of: must("of", text),
  kind: must("kind", text),
  knowing: must("knowing", oneOf(waysOfKnowing)),
  since: must("since", instant),
  by: must("by", text),
  isWithdrawn: must("isWithdrawn", flag),
  lines: must("lines", orNull(list(text))),
  moreLines: must("moreLines", count),
  copy: must(
    "copy",
    orNull(object((of) => ({ number: of.must("number", count), item: of.must("item", text), isAgreed: of.must("isAgreed", flag) }))),
  ),
}));
const decidedShown: ReadValue<DecidedShown> = object(({ must }) => ({
  of: must("of", text),
  decision: must("decision", oneOf(rightsDecisions)),
  copy: must("copy", orNull(count)),
  ground: must("ground", orNull(text)),
  reason: must("reason", text),
  stays: must("stays", orNull(text)),
  told: must("told", orNull(flag)),
  happened: must("happened", instant),
  by: must("by", text),
}));
const acrossCases: ReadValue<AcrossCases> = object(({ must }) => ({
  carried: must(
    "carried",
    list(
      object((of) => ({
        case: of.must("case", text),
        request: of.must("request", text),
        held: of.must("held", count),
        undecided: of.must("undecided", count),
        whyNot: of.must("whyNot", orNull(text)),
        isGiven: of.must("isGiven", flag),
      })),
    ),
  ),
  could: must(
    "could",
    list(object((of) => ({ case: of.must("case", text), saw: of.must("saw", count), is: of.must("is", list(heldPerson)) }))),
  ),
}));
const requestShown: ReadValue<RightsRequestShown> = object(({ must }) => ({
  request: must("request", text),
  who: must("who", text),
  authority: must("authority", orNull(text)),
  says: must("says", text),
  is: must("is", list(heldPerson)),
  received: must("received", text),
  answerBy: must("answerBy", orNull(object((of) => ({ day: of.must("day", text), says: of.must("says", text) })))),
  happened: must("happened", instant),
  by: must("by", text),
  identity: must(
    "identity",
    orNull(
      object((of) => ({
        shown: of.must("shown", flag),
        how: of.must("how", text),
        by: of.must("by", text),
        happened: of.must("happened", instant),
      })),
    ),
  ),
  decided: must("decided", list(decidedShown)),
  undecided: must("undecided", count),
  looks: must(
    "looks",
    orNull(
      object((of) => ({
        tells: of.must("tells", flag),
        names: of.must("names", flag),
        reason: of.must("reason", text),
        by: of.must("by", text),
        happened: of.must("happened", instant),
      })),
    ),
  ),
  newest: must("newest", count),
  isAgreed: must("isAgreed", flag),
  isOwn: must("isOwn", flag),
  readings: must(
    "readings",
    list(
      object((of) => ({
        of: of.must("of", count),
        agrees: of.must("agrees", flag),
        says: of.must("says", orNull(text)),
        by: of.must("by", text),
        happened: of.must("happened", instant),
      })),
    ),
  ),
  given: must(
    "given",
    list(
      object((of) => ({
        number: of.must("number", count),
        to: of.must("to", text),
        how: of.must("how", text),
        form: of.must("form", oneOf(rightsForms)),
        sha256: of.must("sha256", text),
        left: of.must(
          "left",
          orNull(
            object((rest) => ({ cases: rest.must("cases", count), told: rest.must("told", flag), reason: rest.must("reason", text) })),
          ),
        ),
        by: of.must("by", text),
        happened: of.must("happened", instant),
      })),
    ),
  ),
  ended: must(
    "ended",
    orNull(object((of) => ({ reason: of.must("reason", text), by: of.must("by", text), happened: of.must("happened", instant) }))),
  ),
  whyNot: must("whyNot", orNull(text)),
  across: must("across", acrossCases),
}));
const lawAsked: ReadValue<LawAsked> = object(({ must }) => ({
  id: must("id", text),
  question: must("question", text),
  careful: must("careful", text),
  confirmed: must("confirmed", orNull(object((of) => ({ says: of.must("says", text), by: of.must("by", text), on: of.must("on", text) })))),
}));

/** Reads the answer of `GET /desk/cases/:case/rights`. */
export const rightsPage: ReadValue<RightsPage> = object(({ must }) => ({
  now: must("now", instant),
  case: must("case", text),
  saw: must("saw", count),
  law: must("law", list(lawAsked)),
  persons: must("persons", list(heldPerson)),
  held: must("held", list(heldShown)),
  requests: must("requests", list(requestShown)),
  log: must("log", logEntry),
}));

/** Who looked, as it would be told. */
export interface LooksTold {
  readonly looks: readonly {
    readonly day: string;
    readonly did: string;
    readonly role: string;
    readonly purpose: string;
    readonly times: number;
    readonly name?: string;
  }[];
  readonly log: LogEntry;
}
/** Reads the answer of `GET /desk/cases/:case/rights/:request/looks`. */
export const looksTold: ReadValue<LooksTold> = object(({ must }) => ({
  looks: must(
    "looks",
    list(
      object((of) => ({
        day: of.must("day", text),
        did: of.must("did", text),
        role: of.must("role", text),
        purpose: of.must("purpose", text),
        times: of.must("times", count),
        ...of.may("name", text),
      })),
    ),
  ),
  log: must("log", logEntry),
}));

/** Requests in the cases of an officer. */
export interface RightsList {
  readonly now: Instant;
  readonly requests: readonly {
    readonly case: string;
    readonly request: string;
    /** The same in each case in which one request is carried. */
    readonly across: string | null;
    readonly received: string;
    readonly answerBy: string | null;
    readonly happened: Instant;
    readonly isShown: boolean;
    readonly isAgreed: boolean;
    readonly isGiven: boolean;
    readonly isEnded: boolean;
  }[];
  readonly moreCases: number;
  readonly log: LogEntry;
}
/** Reads the answer of `GET /desk/rights`. */
export const rightsList: ReadValue<RightsList> = object(({ must }) => ({
  now: must("now", instant),
  requests: must(
    "requests",
    list(
      object((of) => ({
        case: of.must("case", text),
        request: of.must("request", text),
        across: of.must("across", orNull(text)),
        received: of.must("received", text),
        answerBy: of.must("answerBy", orNull(text)),
        happened: of.must("happened", instant),
        isShown: of.must("isShown", flag),
        isAgreed: of.must("isAgreed", flag),
        isGiven: of.must("isGiven", flag),
        isEnded: of.must("isEnded", flag),
      })),
    ),
  ),
  moreCases: must("moreCases", count),
  log: must("log", logEntry),
}));
