import {
  type Fields,
  type Instant,
  type ReadValue,
  type Result,
  count,
  fault,
  instantFromJson,
  instantToIso,
  object,
  oneOf,
  orNull,
  parseCivilDay,
  parseCivilMinute,
  parsed,
  readStrictly,
  text,
} from "@unmask/core";

/** A loss or breach of personal data (docs/formats/loss.md), as a small stream of its own. What evidence says stands in none of it. */

/** UTF-16 units of words: the register is read in a meeting, and is no place for a file. */
const longestWords = 2_000;
/** More than live in the country: a mistake of typing. */
const mostPeople = 100_000_000;

/** Who can be told of it. */
export const lossParties = ["commissioner", "people", "controller"] as const;
/** One of them. */
export type LossParty = (typeof lossParties)[number];

/** A minute on the clock in London; of one that it shows twice the earlier. */
export interface LossMoment {
  readonly day: string;
  readonly at: string;
}

/** What is known of it. */
export interface LossWords {
  /** `at` is null where only the day is known; null where nothing is. */
  readonly happened: { readonly day: string; readonly at: string | null } | null;
  /** When the force became aware. */
  readonly aware: LossMoment;
  readonly what: string;
  /** Null: not known. */
  readonly people: number | null;
  readonly likely: string;
}

/** What somebody wants to write. */
export type LossIntent =
  | { readonly kind: "recorded"; readonly body: LossWords }
  | { readonly kind: "described-again"; readonly body: LossWords & { readonly why: string } }
  | {
      readonly kind: "decided";
      readonly body: { readonly whom: LossParty; readonly answer: "tell" | "not-tell"; readonly reason: string };
    }
  | {
      readonly kind: "told";
      readonly body: { readonly whom: LossParty; readonly when: LossMoment; readonly says: string; readonly late: string | null };
    };

/** What was written. */
export type LossEvent = LossIntent & {
  readonly loss: string;
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
};

const lossKinds = ["recorded", "described-again", "decided", "told"] as const;

const words: ReadValue<string> = (value, path) => {
  const written = text(value, path).trim();
  return written === "" || written.length > longestWords ? fault(path, `is empty or longer than ${longestWords} letters`) : written;
};
const day = parsed((value) => (parseCivilDay(value) === undefined ? undefined : value), "day written like 2027-01-03");
const minute = parsed((value) => (parseCivilMinute(`2027-01-03T${value}`) === undefined ? undefined : value), "minute written like 16:10");
const people: ReadValue<number> = (value, path) => {
  const many = count(value, path);
  return many > mostPeople ? fault(path, "is more people than there are") : many;
};
const moment: ReadValue<LossMoment> = object(({ must }) => ({ day: must("day", day), at: must("at", minute) }));
const happened = object(({ must }) => ({ day: must("day", day), at: must("at", orNull(minute)) }));

function lossWords({ must }: Fields): LossWords {
  return {
    happened: must("happened", orNull(happened)),
    aware: must("aware", moment),
    what: must("what", words),
    people: must("people", orNull(people)),
    likely: must("likely", words),
  };
}

/** Reads what somebody wants to write. */
export const lossIntentFromJson: ReadValue<LossIntent> = object(({ must }): LossIntent => {
  const kind = must("kind", oneOf(lossKinds));
  switch (kind) {
    case "recorded":
      return { kind, body: must("body", object(lossWords)) };
    case "described-again":
      return {
        kind,
        body: must(
          "body",
          object((of) => ({ ...lossWords(of), why: of.must("why", words) })),
        ),
      };
    case "decided":
      return {
        kind,
        body: must(
          "body",
          object((of) => ({
            whom: of.must("whom", oneOf(lossParties)),
            answer: of.must("answer", oneOf(["tell", "not-tell"] as const)),
            reason: of.must("reason", words),
          })),
        ),
      };
    case "told":
      return {
        kind,
        body: must(
          "body",
          object((of) => ({
            whom: of.must("whom", oneOf(lossParties)),
            when: of.must("when", moment),
            says: of.must("says", words),
            late: of.must("late", orNull(words)),
          })),
        ),
      };
  }
});

/** As one line of JSON. */
export function lossEventToJson({ loss, number, at, by, kind, body }: LossEvent): string {
  return JSON.stringify({ version: 1, loss, number, at: instantToIso(at), by, kind, body });
}

/** Reads one event; the error says where it is damaged. */
export function parseLossEvent(value: unknown): Result<LossEvent, string> {
  return readStrictly(value, "event", (written, path) => {
    const whole = object(({ must }) => {
      must("version", (one, at) => (one === 1 ? 1 : fault(at, "is a version that is not known here")));
      const known = { loss: must("loss", text), number: must("number", count), at: must("at", instantFromJson), by: must("by", text) };
      return { known, rest: { kind: must("kind", (one) => one), body: must("body", (one) => one) } };
    })(written, path);
    return { ...lossIntentFromJson(whole.rest, path), ...whole.known };
  });
}
