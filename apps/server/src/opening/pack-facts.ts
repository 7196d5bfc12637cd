import { type BodyOf, type Intent, longestName, longestWords, mostEntries } from "@unmask/case";
import { type Verdict, isBlank } from "@unmask/core";
import type { Examination } from "@unmask/corridor";
import type { Insertable } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";

/** What was found in a pack, as rows and as the facts of its event. */

/** What a program of ours writes where she gave no name (docs/formats/statement.md). */
const unnamed = "you";

/** The facts of `pack-opened` that the examination gives. */
export function factsOf(
  { check, again, findings, told }: Examination,
  acts: BodyOf<"pack-opened">["acts"],
): Pick<BodyOf<"pack-opened">, "overall" | "verdicts" | "acts" | "findings" | "readAgain"> {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of check.items) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const stated = acts ?? (told ? { total: 0, weeks: [] } : undefined);
  const lines = findings.flatMap(({ here, hers }) => {
    const finding = here ?? hers;
    return finding === undefined || isBlank(finding.says) || finding.says.length > longestWords
      ? []
      : [{ id: finding.pattern, says: finding.says }];
  });
  return {
    overall: check.overall,
    verdicts: [...counts].map(([verdict, items]) => ({ verdict, items })),
    ...(stated && { acts: stated }),
    ...(told && { findings: lines.slice(0, mostEntries) }),
    ...(again && { readAgain: { same: again.acts.agrees, differs: again.acts.differing } }),
  };
}

/** Whom what is stated in the pack names as the person who hands it in; nothing where nobody is named. */
export function nameIn({ stated }: Pick<Examination, "stated">): Pick<BodyOf<"pack-opened">, "name"> {
  const label = stated?.me.label ?? "";
  if (isBlank(label) || label === unnamed) return {};
  return { name: label.length <= longestName ? label : `${label.slice(0, longestName - 1)}…` };
}

/** What stands for the order: which it is, its finding says. */
const nameOfOrder = "order or bail condition stated in the pack";

/** What a pack's own findings say came while an order or a bail condition held: each puts the report among the breaches, and is worked out. */
export function breachesOf({ findings }: Pick<Examination, "findings">): readonly Extract<Intent, { readonly kind: "breach-found" }>[] {
  return findings.flatMap(({ here, hers }) => {
    const finding = here ?? hers;
    if (finding === undefined || finding.standing !== "order or bail" || finding.acts.length === 0 || isBlank(finding.line)) return [];
    return [{ kind: "breach-found" as const, body: { says: finding.line, knowing: "worked-out" as const, order: nameOfOrder } }];
  });
}

interface FoundRows {
  readonly verdicts: readonly Insertable<CaseTables["item_verdict"]>[];
  readonly exhibits: readonly Insertable<CaseTables["item_exhibit"]>[];
  readonly findings: readonly Insertable<CaseTables["item_finding"]>[];
}

/** Rows of verdicts, exhibits and findings, each in its order. */
export function foundRows({ check, told, findings }: Examination, at: { readonly force: string; readonly item: string }): FoundRows {
  return {
    verdicts: check.items.map(({ path, verdict, why }, nth) => ({ ...at, nth, path: storable(path), verdict, why: storable(why) })),
    exhibits: (told?.exhibits ?? []).map(({ number, file, size, acts, grades }, nth) => ({
      ...at,
      nth,
      number: storable(number),
      path: file?.path ?? null,
      name: file ? storable(file.name) : null,
      verdict: file?.verdict ?? null,
      size,
      acts,
      grades: JSON.stringify(grades),
    })),
    findings: findings.map(({ agreement, hers, here, why }, nth) => ({
      ...at,
      nth,
      pattern: storable((here ?? hers)?.pattern ?? ""),
      agreement,
      hers: hers === undefined ? null : JSON.stringify(hers),
      here: here === undefined ? null : JSON.stringify(here),
      why: why ?? null,
    })),
  };
}

/** A text that both databases take: they have no character of number 0. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}
