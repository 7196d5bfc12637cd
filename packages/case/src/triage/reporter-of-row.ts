import type { ReportState } from "../fold/report-state.ts";
import { isForAnother } from "../person/for-whom.ts";

/** Who reports, as a row names them. */

/** "Daniel Mensah", "for Bethan Cole", "Imogen Vance, by the pack", "Name not given", "Name not read". */
export function reporterOf(state: ReportState): string {
  const { who } = state;
  if (who?.forName !== undefined && isForAnother(who)) return `for ${who.forName}`;
  const told = nameByPack(state);
  const unnamed = state.fault === null ? "Name not given" : "Name not read";
  return who?.name ?? (told === undefined ? unnamed : `${told}, by the pack`);
}

/**
 * Whom the pack names where the letter names nobody. Who asks to stay without a name is named by nothing, and whose phone it is that a witness
 * or a helper hands in is not who reports.
 */
export function nameByPack({ who, nameInPack }: Pick<ReportState, "who" | "nameInPack">): string | undefined {
  if (nameInPack === null || who === null || who.name !== undefined || who.anonymous) return undefined;
  return who.reporter === "self" || who.reporter === "unsaid" ? nameInPack : undefined;
}

/** "R-14, Ana Ames". */
export function whoseReport(state: ReportState): string {
  return `${state.report}, ${reporterOf(state)}`;
}

/** "R-14, Ana Ames: " before what is of one of several that are read as one; nothing where there is one alone. */
export function whoseOf(state: ReportState, members: readonly ReportState[]): string {
  return members.length > 1 ? `${whoseReport(state)}: ` : "";
}
