import {
  type Instant,
  type ReadValue,
  type Result,
  flag,
  count,
  fault,
  instantFromJson,
  instantToIso,
  object,
  oneOf,
  parseCivilDay,
  parsed,
  readStrictly,
  text,
} from "@unmask/core";

/** What people decide about keeping a case or a report (docs/formats/retention.md), as a small stream of its own. */

/** UTF-16 units of a reason: it is read by whoever is second. */
const longestReason = 2_000;

/** What is asked before anything may go. */
export const retentionQuestions = ["other-case", "court", "live-order", "another-person", "own-wish"] as const;
/** One of them. */
export type RetentionQuestion = (typeof retentionQuestions)[number];

/** A case or a report in none. */
export interface RetentionSubject {
  readonly of: "case" | "report";
  readonly id: string;
}

/** What somebody wants to write; `until` is a civil day. */
export type RetentionIntent =
  | {
      readonly kind: "asked";
      readonly body: { readonly question: RetentionQuestion; readonly answer: "yes" | "no"; readonly says: string };
    }
  | { readonly kind: "held"; readonly body: { readonly reason: string; readonly until: string } }
  | { readonly kind: "hold-ended"; readonly body: { readonly reason: string } }
  | { readonly kind: "erase-proposed"; readonly body: { readonly reason: string; readonly asked: boolean } }
  | { readonly kind: "erase-agreed"; readonly body: object }
  | { readonly kind: "taken-back"; readonly body: { readonly reason: string } };

/** What was written. */
export type RetentionEvent = RetentionIntent & {
  readonly subject: RetentionSubject;
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
};

const retentionKinds = ["asked", "held", "hold-ended", "erase-proposed", "erase-agreed", "taken-back"] as const;
const yesOrNo = ["yes", "no"] as const;
/** What something is kept as. */
export const subjectKinds = ["case", "report"] as const;

const words: ReadValue<string> = (value, path) => {
  const written = text(value, path).trim();
  return written === "" || written.length > longestReason ? fault(path, `is empty or longer than ${longestReason} letters`) : written;
};
const day = parsed((value) => (parseCivilDay(value) === undefined ? undefined : value), "day written like 2027-01-09");
const reason = object(({ must }) => ({ reason: must("reason", words) }));

/** Reads what somebody wants to write. */
export const retentionIntentFromJson: ReadValue<RetentionIntent> = object(({ must }): RetentionIntent => {
  const kind = must("kind", oneOf(retentionKinds));
  if (kind === "asked")
    return {
      kind,
      body: must(
        "body",
        object((of) => ({
          question: of.must("question", oneOf(retentionQuestions)),
          answer: of.must("answer", oneOf(yesOrNo)),
          says: of.must("says", words),
        })),
      ),
    };
  if (kind === "held")
    return {
      kind,
      body: must(
        "body",
        object((of) => ({ reason: of.must("reason", words), until: of.must("until", day) })),
      ),
    };
  if (kind === "erase-proposed")
    return {
      kind,
      body: must(
        "body",
        object((of) => ({ reason: of.must("reason", words), asked: of.must("asked", flag) })),
      ),
    };
  if (kind === "erase-agreed")
    return {
      kind,
      body: must(
        "body",
        object(() => ({})),
      ),
    };
  return { kind, body: must("body", reason) };
});

/** An event as one line of JSON. */
export function retentionEventToJson({ subject, number, at, by, kind, body }: RetentionEvent): string {
  return JSON.stringify({ version: 1, subject, number, at: instantToIso(at), by, kind, body });
}

/** Reads one; the error says where it is damaged. */
export function parseRetentionEvent(value: unknown): Result<RetentionEvent, string> {
  return readStrictly(value, "event", (written, path) => {
    const whole = object(({ must }) => {
      must("version", (one, at) => (one === 1 ? 1 : fault(at, "is a version that is not known here")));
      const known = {
        subject: must(
          "subject",
          object((of) => ({ of: of.must("of", oneOf(subjectKinds)), id: of.must("id", text) })),
        ),
        number: must("number", count),
        at: must("at", instantFromJson),
        by: must("by", text),
      };
      const rest = { kind: must("kind", (one) => one), body: must("body", (one) => one) };
      return { known, rest };
    })(written, path);
    return { ...retentionIntentFromJson(whole.rest, path), ...whole.known };
  });
}
