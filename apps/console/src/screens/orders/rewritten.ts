import type { OrderState } from "@unmask/case";

/** One part of a draft that is in other words than it was: `was` null: it was not there; `is` null: it was taken out. */
export interface Rewritten {
  readonly of: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** What of a draft was written, rewritten or taken out after an event: each part once, as it stood then beside how it stands now. */
export function rewrittenSince({ conditions, removed, criteria, period }: OrderState["draft"], number: number): readonly Rewritten[] {
  const then = <T extends { readonly number: number }>(one: T & { readonly before: readonly T[] }): T | undefined =>
    one.number <= number ? one : one.before.findLast((before) => before.number <= number);
  const line = (of: string, was: string | null, is: string | null): readonly Rewritten[] => (was === is ? [] : [{ of, was, is }]);
  return [
    ...criteria.flatMap((one) => {
      const old = then(one);
      const what = `Criterion (${one.criterion})`;
      const carries = (each: { readonly carries: readonly { readonly says: string }[] }): string =>
        each.carries.map(({ says }) => says).join("; ");
      return [
        ...line(`${what}, carried by`, old === undefined ? null : carries(old), carries(one)),
        ...line(`${what}, against`, old?.against ?? null, one.against),
      ];
    }),
    ...conditions.flatMap((one) => {
      const old = then(one);
      const what = `Condition ${one.condition}`;
      return [
        ...line(what, old?.says ?? null, one.says),
        ...line(`${what}, necessary because`, old === undefined ? null : (old.necessity ?? "not written"), one.necessity ?? "not written"),
        ...line(`${what}, its own last day`, old?.own?.until ?? null, one.own?.until ?? null),
      ];
    }),
    ...removed.filter((one) => one.number > number).flatMap((one) => line(`Condition ${one.condition}`, one.says, null)),
    ...(period === null ? [] : line("Last day", then(period)?.period.until ?? null, period.period.until ?? "until a further order")),
  ];
}
