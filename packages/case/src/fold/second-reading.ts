import type { BodyOf } from "../event.ts";
import type { BothState } from "./both-state.ts";
import type { At } from "./event-at.ts";
import type { CaseState } from "./case-state.ts";

/**
 * Two answers of a case hold only when a second person has read them and agrees: that no order is pursued, and that something is not
 * stalking. Until then, and where that person does not agree, what they answer stays open.
 */

/** An answer that a second person reads. `read` is what that person said; without it the answer waits. */
export type AnswerToRead = At & {
  readonly reason: string;
  readonly read?: BothState["readings"][number];
} & (
    | { readonly of: "order" }
    | { readonly of: "why-not-stalking"; readonly record: string; readonly as: string; readonly acts: readonly string[] }
  );

/** The answers that hold only when a second person agrees, as they stand now. What a later answer took the place of is none of them. */
export function answersToRead({
  order,
  elsewhere,
  readings,
}: Pick<CaseState, "order" | "elsewhere" | "readings">): readonly AnswerToRead[] {
  const withReading = (number: number): { readonly read?: BothState["readings"][number] } => {
    const read = readings.find(({ decision }) => decision === number);
    return read === undefined ? {} : { read };
  };
  const ofOrder = order !== null && isNotPursued(order) ? [{ of: "order" as const, ...headOf(order), ...withReading(order.number) }] : [];
  const why = elsewhere.flatMap(({ as, answer }) =>
    answer?.answer === "not-stalking"
      ? [
          {
            of: "why-not-stalking" as const,
            record: answer.record,
            as,
            acts: answer.acts,
            ...headOf(answer),
            ...withReading(answer.number),
          },
        ]
      : [],
  );
  return [...ofOrder, ...why];
}

/** What keeps an answer open: nobody else has read it, or who read it does not agree; undefined where it holds. */
export function whyOpenAfterReading({ read }: Pick<AnswerToRead, "read">): string | undefined {
  if (read === undefined) return "waits for a second reader";
  if (read.agrees) return undefined;
  return read.says === undefined ? "the second reader does not agree" : `the second reader does not agree: ${read.says.replace(/\.$/, "")}`;
}

function isNotPursued({ answer }: BodyOf<"order-considered">): boolean {
  return answer === "not-pursued";
}

function headOf({ number, happened, by, reason }: At & { readonly reason: string }): At & { readonly reason: string } {
  return { number, happened, by, reason };
}
