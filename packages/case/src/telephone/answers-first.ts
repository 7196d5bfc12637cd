import type { ReportState } from "../fold/report-state.ts";
import { shortened } from "../shortened.ts";
import { telephoneQuestions } from "./questions.ts";

/** Of what was answered on the telephone: what whoever rings back, or goes there, acts by. */
const actedBy: ReadonlySet<string> = new Set(["speak-freely", "where-now", "alone", "afraid", "weapon"]);

type Asked = Pick<ReportState, "questions">;

/** Each of those that was answered, as it was told; nothing of what was not asked. */
export function answersFirst({ questions }: Asked): readonly { readonly short: string; readonly says: string }[] {
  return telephoneQuestions.flatMap(({ id, short }) => {
    const kept = questions.find(({ question }) => question === id);
    return !actedBy.has(id) || kept?.state !== "answered" || kept.says === undefined ? [] : [{ short, says: kept.says }];
  });
}

/** "R-34, Lia Stone, on the telephone: Can speak “Only yes and no”; Weapon “Yes”; told “number 4 Weir Close”": whole, for who is to go there. Empty where nothing was. */
export function calledInWords(state: ReportState, longestTold: number): string {
  const { report, account, door, who } = state;
  if (door === null || door === "letter") return "";
  const told = account === null ? [] : [`told “${shortened(account, longestTold)}”`];
  const all = [...answersFirst(state).map(({ short, says }) => `${short} “${shortened(says)}”`), ...told];
  return all.length === 0 ? "" : `${report}${who?.name === undefined ? "" : `, ${who.name}`}, on the telephone: ${all.join("; ")}`;
}
