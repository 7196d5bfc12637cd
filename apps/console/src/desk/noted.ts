import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { orNull } from "./or-null.ts";
import { type Attempt, attempt } from "./report-done.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** Where somebody looks: what nobody looked in says nothing. */
export const searchPlaces = ["call-logs", "orders", "other-reports", "other-forces"] as const;
export type SearchPlace = (typeof searchPlaces)[number];

/** When something was written and by whom; null: the machine. */
interface By {
  readonly at: Instant;
  readonly by: string | null;
}

/** Something that somebody must do. */
export interface Task {
  readonly task: string;
  readonly says: string;
  /** The civil day. */
  readonly due?: string;
  readonly officer?: string;
  readonly done: boolean;
}

/** Where was looked, and what came of it. */
export interface SearchMade extends By {
  readonly where: SearchPlace;
  readonly found: boolean;
  readonly says: string;
}

/** An act that falls on a live order. */
export interface BreachNoted extends By {
  /** The report or case in which it was written, where that is another. */
  readonly of?: string;
  readonly says: string;
  readonly how: WayOfKnowing;
  readonly order: string;
  readonly condition?: string;
}

/** A licensed instrument as it was used: its answers as given, and no total. */
export interface InstrumentUsed extends By {
  readonly instrument: string;
  readonly version: string;
  readonly assessor: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

/** What officers wrote of a report or a case beside its life, each list the newest first; of tasks those that wait first. */
export interface Noted {
  readonly tasks: readonly Task[];
  readonly searches: readonly SearchMade[];
  readonly breaches: readonly BreachNoted[];
  readonly instruments: readonly InstrumentUsed[];
  readonly attempts: readonly Attempt[];
  /** What stands and could be withdrawn. */
  readonly standing: readonly Entry[];
  /** What was written by mistake, with who withdrew it and why. */
  readonly withdrawn: readonly WithdrawnEntry[];
}

/** Something that was written and can be withdrawn. */
interface Entry extends By {
  /** Of its event. */
  readonly number: number;
  readonly kind: string;
  readonly says: string;
}

/** Something that holds no more, and is kept. */
interface WithdrawnEntry extends By {
  readonly kind: string;
  readonly says: string;
  readonly withdrawn: By & { readonly reason: string };
}

const by = ({ must }: Parameters<Parameters<typeof object>[0]>[0]): By => ({ at: must("at", instant), by: must("by", orNull(text)) });

const task: ReadValue<Task> = object(({ must, may }) => ({
  task: must("task", text),
  says: must("says", text),
  ...may("due", text),
  ...may("officer", text),
  done: must("done", flag),
}));

const searchMade: ReadValue<SearchMade> = object((fields) => ({
  where: fields.must("where", oneOf(searchPlaces)),
  found: fields.must("found", flag),
  says: fields.must("says", text),
  ...by(fields),
}));

const breachNoted: ReadValue<BreachNoted> = object((fields) => ({
  ...fields.may("of", text),
  says: fields.must("says", text),
  how: fields.must("how", oneOf(waysOfKnowing)),
  order: fields.must("order", text),
  ...fields.may("condition", text),
  ...by(fields),
}));

const instrumentUsed: ReadValue<InstrumentUsed> = object((fields) => ({
  instrument: fields.must("instrument", text),
  version: fields.must("version", text),
  assessor: fields.must("assessor", text),
  answers: fields.must("answers", list(object((one) => ({ question: one.must("question", text), answer: one.must("answer", text) })))),
  ...by(fields),
}));

/** Reads it. */
export const noted: ReadValue<Noted> = object(({ must }) => ({
  tasks: must("tasks", list(task)),
  searches: must("searches", list(searchMade)),
  breaches: must("breaches", list(breachNoted)),
  instruments: must("instruments", list(instrumentUsed)),
  attempts: must("attempts", list(attempt)),
  standing: must(
    "standing",
    list(object((one) => ({ number: one.must("number", count), kind: one.must("kind", text), says: one.must("says", text), ...by(one) }))),
  ),
  withdrawn: must(
    "withdrawn",
    list(
      object((one) => ({
        kind: one.must("kind", text),
        says: one.must("says", text),
        ...by(one),
        withdrawn: one.must(
          "withdrawn",
          object((end) => ({ reason: end.must("reason", text), ...by(end) })),
        ),
      })),
    ),
  ),
}));
