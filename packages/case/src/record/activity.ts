import type { OperationId } from "../access/operations.ts";
import type { RetentionClass } from "../retention/schedule.ts";

/** An activity as it is written down: who may do it stands in its operations, and how long it is kept in the force's schedule. */
export interface Activity {
  readonly says: string;
  readonly data: string;
  readonly people: string;
  readonly why: string;
  /** What is compared or put in an order by a rule; null: nothing is. */
  readonly profiling: string | null;
  readonly operations: readonly OperationId[];
  /** Rows of the schedule under which it falls; none where no row names it. */
  readonly classes: readonly RetentionClass[];
  /** What no row of the schedule says of how long it is kept. */
  readonly kept: string;
  readonly protected: readonly string[];
}
