import { type ReportState, type RiskRule, isSecondPerson } from "@unmask/case";

/** What was decided about a report, and read by whom. */

/** Whom an id stands for. */
type NameOf = (id: string) => string;

/** Whether others may be told, and what came of a service that supports the person. */
export function referralOf({ referral, referred }: Pick<ReportState, "referral" | "referred">, nameOf: NameOf) {
  if (referred === null) return { wish: referral ?? "unsaid" };
  const { outcome, to, says, happened, by } = referred;
  const made = { outcome, ...(to !== undefined && { to }), ...(says !== undefined && { says }), at: happened, by: nameOf(by) };
  return { wish: referral ?? "unsaid", made };
}

/** Each decision with what the rule proposed and who read it, the newest first; whether this officer may be the second person. */
export function decisionsOf({ decisions, readings }: ReportState, risk: RiskRule, nameOf: NameOf, officer: string) {
  const choiceSays = (id: string): string => risk.choices.find((one) => one.id === id)?.says ?? id;
  return decisions
    .map(({ number, choice, proposed, reason, happened, by }) => {
      const read = readings.find(({ decision }) => decision === number);
      return {
        number,
        says: choiceSays(choice),
        ...(choice !== proposed && { proposed: choiceSays(proposed) }),
        ...(reason !== undefined && { reason }),
        at: happened,
        by: nameOf(by),
        isOwn: !isSecondPerson(officer, [by]).allowed,
        ...(read !== undefined && {
          read: { by: nameOf(read.by), at: read.happened, agrees: read.agrees, ...(read.says !== undefined && { says: read.says }) },
        }),
      };
    })
    .reverse();
}
