import { type ReportState, reporterOf } from "@unmask/case";
import { wayOf } from "./contact-words.ts";
import type { Fact } from "./fact.ts";
import { firstFacts } from "./said-words.ts";

/** How one person is reached, by the report that holds it, with what names that way and no other in a form that changes it. */
interface ReachedPerson {
  readonly report: string;
  /** "Ana Ames", "for Bethan Cole", "Name not given". */
  readonly name: string;
  /** Number of the last event of that report that this was read from. */
  readonly saw: number;
  /** The way that stands, "call, 07700 900752"; absent where none does. */
  readonly way?: string;
  readonly reach: readonly Fact[];
}

/**
 * Each person of several reports with the way of that report: of reports that are read as one each keeps its own, and a way that is struck must be
 * the one that was meant.
 */
export function reachedPersons(reports: readonly ReportState[], nameOf: (id: string) => string): readonly ReachedPerson[] {
  return reports.map((state) => ({
    report: state.report,
    name: reporterOf(state),
    saw: state.number,
    ...(state.contact !== null && { way: wayOf(state.contact) }),
    reach: firstFacts(state, nameOf),
  }));
}
