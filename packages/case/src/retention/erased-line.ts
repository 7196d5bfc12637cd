import {
  type Instant,
  type ReadValue,
  type Result,
  count,
  fault,
  instantFromJson,
  instantToIso,
  list,
  object,
  oneOf,
  orNull,
  parsed,
  readStrictly,
  text,
} from "@unmask/core";
import { closingChoices } from "../event/of-decisions.ts";
import { type LearnFacts, abouts, methods, orderLengths, ways } from "../learn/learn-facts.ts";
import { type RetentionSubject, subjectKinds } from "./retention-event.ts";

/** One erasure as the list keeps it (docs/formats/retention.md): numbers, instants and ids, no content. */
export interface ErasedLine {
  readonly subject: RetentionSubject;
  readonly at: Instant;
  /** All that went; `since`: the instant of its first event, by which it is told from another that got the same number. */
  readonly streams: readonly { readonly of: "case" | "report" | "order"; readonly id: string; readonly since: Instant }[];
  readonly items: readonly string[];
  readonly files: readonly string[];
  readonly rule: string;
  readonly first: string;
  readonly second: string;
  readonly facts: LearnFacts;
}

/** As one line of JSON, without its end. */
export function erasedLineToJson({ subject, at, streams, items, files, rule, first, second, facts }: ErasedLine): string {
  const written = streams.map(({ of, id, since }) => ({ of, id, since: instantToIso(since) }));
  return JSON.stringify({ version: 1, subject, at: instantToIso(at), streams: written, items, files, rule, first, second, facts });
}

/** Reads one line; the error says where it is damaged. */
export function parseErasedLine(line: string): Result<ErasedLine, string> {
  return readStrictly(jsonOf(line), "line", readLine);
}

const streamKinds = ["case", "report", "order"] as const;
const monthPattern = /^\d{4}-\d{2}$/;
const month: ReadValue<string> = parsed((value) => (monthPattern.test(value) ? value : undefined), "month");
/** Names of files and ids of items are of the folder of blobs: nothing else becomes a path. */
const hexadecimal: ReadValue<string> = parsed((value) => (/^[0-9a-f]{32,128}$/.test(value) ? value : undefined), "id in hexadecimal");

const facts: ReadValue<LearnFacts> = object(({ must }) => ({
  reports: must(
    "reports",
    list(
      object((of) => ({
        month: of.must("month", month),
        about: of.must("about", oneOf(abouts)),
        ways: of.must("ways", list(oneOf(ways))),
        methods: of.must("methods", list(oneOf(methods))),
        firstAction: of.must("firstAction", orNull(count)),
      })),
    ),
  ),
  outcomes: must("outcomes", list(object((of) => ({ month: of.must("month", month), why: of.must("why", oneOf(closingChoices)) })))),
  ofOrders: must(
    "ofOrders",
    orNull(
      object((of) => ({
        orders: of.must(
          "orders",
          list(
            object((one) => ({
              order: one.must("order", oneOf(orderLengths)),
              sought: one.must("sought", orNull(month)),
              made: one.must("made", orNull(month)),
              refused: one.must("refused", orNull(month)),
              ended: one.must("ended", orNull(month)),
              daysFromReport: one.must("daysFromReport", orNull(count)),
            })),
          ),
        ),
        breaches: of.must("breaches", list(month)),
      })),
    ),
  ),
}));

const readLine: ReadValue<ErasedLine> = object(({ must }) => {
  must("version", (one, at) => (one === 1 ? 1 : fault(at, "is a version that is not known here")));
  return {
    subject: must(
      "subject",
      object((of) => ({ of: of.must("of", oneOf(subjectKinds)), id: of.must("id", text) })),
    ),
    at: must("at", instantFromJson),
    streams: must(
      "streams",
      list(
        object((of) => ({
          of: of.must("of", oneOf(streamKinds)),
          id: of.must("id", text),
          since: of.must("since", instantFromJson),
        })),
      ),
    ),
    items: must("items", list(hexadecimal)),
    files: must("files", list(hexadecimal)),
    rule: must("rule", text),
    first: must("first", text),
    second: must("second", text),
    facts: must("facts", facts),
  };
});

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
