import type { Instant, WaitingKind } from "@unmask/core";
import type { RiskRule } from "../risk/risk-rule.ts";
import type { CaseState } from "../fold/case-state.ts";
import { isScheduleAgreed } from "../fold/disclosures.ts";
import type { ReportState } from "../fold/report-state.ts";
import { answersToRead } from "../fold/second-reading.ts";

/** What of one report or one case waits for a second person. */
export interface WaitsInStream {
  readonly kind: WaitingKind;
  /** Number of the event that waits; with `kind` it names the thing. */
  readonly number: number;
  readonly since: Instant;
  /** Who asked for it. */
  readonly by: string;
  /** Who cannot be the second person. */
  readonly notBy: readonly string[];
  /** In the words of who wrote it: for whoever may read the report or the case. */
  readonly says: string;
}

/** Decisions about a report that are against what the rule proposed and that nobody else has read. */
export function waitsInReport(
  { decisions, readings }: Pick<ReportState, "decisions" | "readings">,
  risk: RiskRule,
): readonly WaitsInStream[] {
  const says = (choice: string): string => risk.choices.find(({ id }) => id === choice)?.says ?? choice;
  return decisions.flatMap(({ number, happened, by, choice, proposed, reason }) =>
    choice === proposed || readings.some(({ decision }) => decision === number)
      ? []
      : [
          {
            ...{ kind: "reading" as const, number, since: happened, by, notBy: [by] },
            says: `${says(choice)}; the rule proposed ${says(proposed)}${reason === undefined ? "" : `. “${reason}”`}`,
          },
        ],
  );
}

/** Answers, closing and disclosure of a case that hold only when another has read them. */
export function waitsInCase(
  state: Pick<CaseState, "order" | "elsewhere" | "readings" | "proposal" | "closed" | "disclosures">,
): readonly WaitsInStream[] {
  const { proposal, closed, disclosures } = state;
  const answers = answersToRead(state).flatMap((one): readonly WaitsInStream[] => {
    const { number, happened, by, reason, read } = one;
    if (read !== undefined) return [];
    const kind = one.of === "order" ? "not-pursued" : "not-stalking";
    const of = one.of === "order" ? "" : `${one.record}, ${one.as}: `;
    return [{ kind, number, since: happened, by, notBy: [by], says: `${of}“${reason}”` }];
  });
  const closing: readonly WaitsInStream[] =
    proposal === null || closed !== null
      ? []
      : [
          {
            ...{ kind: "closing", number: proposal.number, since: proposal.happened },
            ...{ by: proposal.by, notBy: [proposal.by], says: `“${proposal.reason}”` },
          },
        ];
  const cuts = disclosures.items.flatMap(({ item, copies, marks }): readonly WaitsInStream[] => {
    const copy = copies.at(-1);
    if (copy === undefined || copy.readings.length > 0) return [];
    const { number, happened, by } = copy;
    return [{ kind: "cut", number, since: happened, by, notBy: [by, ...marks.map((one) => one.by)], says: item }];
  });
  return [...answers, ...closing, ...cuts, ...scheduleOf(disclosures)];
}

function scheduleOf(disclosures: CaseState["disclosures"]): readonly WaitsInStream[] {
  const { items, marked, scheduleRead } = disclosures;
  if (marked === 0 || isScheduleAgreed(disclosures) || scheduleRead.some(({ of }) => of === marked)) return [];
  const marks = items.flatMap((one) => one.marks);
  const last = marks.find(({ number }) => number === marked);
  if (last === undefined) return [];
  const says = items.length === 1 ? "1 item" : `${items.length} items`;
  return [{ kind: "schedule", number: marked, since: last.happened, by: last.by, notBy: marks.map(({ by }) => by), says }];
}
