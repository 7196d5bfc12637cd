import type { Limb, Offence, PartnerAnswer, RecordingPart } from "../desk/case-recording.ts";
import type { CodeRow, RecordingHelp } from "../desk/recording-help.ts";

/** How a case is to be recorded, while it is being written: the first row is the principal. */
export interface RecordingDraft {
  readonly rows: readonly Offence[];
  /** Numbers of other records that point here, one a line. */
  readonly joined: string;
  readonly fear: Limb;
  readonly alarm: Limb;
  /** Whether it was a former partner; absent: not asked. */
  readonly formerPartner?: PartnerAnswer;
  /** Why a former partner's course of conduct is harassment in law only. */
  readonly harassmentOnly: string;
}

/** The class of stalking in the counting rules (Home Office crime recording rules, April 2014). */
const stalkingClass = "8Q";
/** What an offence in words is called: its words are all that is known of it. */
export const otherOffence = "other";
/** Rows of one recording: more is no recording of one course. */
const mostRows = 30;

/** What stands there now, or nothing yet. */
export function draftOf(
  { offence }: Pick<RecordingHelp, "offence">,
  recorded: Pick<RecordingPart["offence"], "limbs" | "formerPartner" | "harassmentOnly"> = {},
): RecordingDraft {
  const { limbs, formerPartner, harassmentOnly = "" } = recorded;
  const rows = offence === null ? [] : [offence.principal, ...offence.included];
  return {
    rows,
    joined: offence?.joined.join("\n") ?? "",
    fear: limbs?.fear ?? "not-known",
    alarm: limbs?.alarm ?? "not-known",
    ...(formerPartner !== undefined && { formerPartner }),
    harassmentOnly,
  };
}

/** With an offence more: of the law by its id, or in words. Stalking has a class of its own. */
export function withOffence(
  draft: RecordingDraft,
  { offences }: Pick<RecordingHelp, "offences">,
  chosen: { readonly offence: string; readonly words: string },
): RecordingDraft {
  const known = offences.find(({ offence }) => offence === chosen.offence);
  const says = known?.says ?? chosen.words.trim();
  if (says === "" || draft.rows.length >= mostRows) return draft;
  const row = { offence: known?.offence ?? otherOffence, says, ...(known?.isStalking === true && { class: stalkingClass }) };
  return { ...draft, rows: [...draft.rows, row] };
}

/** Without one; what stood second is then the principal. */
export function withoutOffence(draft: RecordingDraft, place: number): RecordingDraft {
  return { ...draft, rows: draft.rows.filter((_, i) => i !== place) };
}

/** With another one first. */
export function withPrincipal(draft: RecordingDraft, place: number): RecordingDraft {
  const first = draft.rows[place];
  return first ? { ...draft, rows: [first, ...draft.rows.filter((_, i) => i !== place)] } : draft;
}

/** With the code of a row of the force's table, as it stands there; undefined leaves it open again. */
export function withCode(draft: RecordingDraft, place: number, table: string, row: CodeRow | undefined): RecordingDraft {
  const rows = draft.rows.map(({ code, ...one }, i) => {
    if (i !== place) return { ...one, ...(code && { code }) };
    return row ? { ...one, code: { table, row: row.row, ...(row.code !== undefined && { code: row.code }) } } : one;
  });
  return { ...draft, rows };
}

/** Whether one of the rows is stalking: then the two limbs are asked, and "why not stalking" is not. */
export function isStalking({ rows }: RecordingDraft, { offences }: Pick<RecordingHelp, "offences">): boolean {
  return rows.some((row) => offences.some(({ offence, isStalking: is }) => is && offence === row.offence));
}

/** Whether why it is not stalking is asked with it: a former partner's course of conduct is recorded as stalking, unless it is harassment in law only. */
export function asksHarassmentOnly(draft: RecordingDraft, help: Pick<RecordingHelp, "offences">): boolean {
  return draft.formerPartner === "yes" && draft.rows.length > 0 && !isStalking(draft, help);
}

/** What is sent; undefined where nothing is chosen. */
export function bodyOf(draft: RecordingDraft, help: Pick<RecordingHelp, "offences">): object | undefined {
  const [principal, ...included] = draft.rows;
  if (principal === undefined) return undefined;
  const joined = draft.joined.split("\n").map((line) => line.trim());
  const { fear, alarm, formerPartner } = draft;
  const why = draft.harassmentOnly.trim();
  return {
    principal,
    included,
    joined: joined.filter((line) => line !== ""),
    ...(isStalking(draft, help) && { limbs: { fear, alarm } }),
    ...(formerPartner !== undefined && { formerPartner }),
    ...(asksHarassmentOnly(draft, help) && why !== "" && { harassmentOnly: why }),
  };
}

/** "1 code is not chosen, 1 limb is not known: it can go so, marked open."; empty: nothing is open. */
export function sayOpen(draft: RecordingDraft, help: Pick<RecordingHelp, "offences">): string {
  const codes = draft.rows.filter(({ code }) => code === undefined).length;
  const limbs = isStalking(draft, help) ? [draft.fear, draft.alarm].filter((one) => one === "not-known").length : 0;
  const parts = [
    codes === 0 ? "" : codes === 1 ? "1 code is not chosen" : `${codes} codes are not chosen`,
    limbs === 0 ? "" : limbs === 1 ? "1 limb is not known" : `${limbs} limbs are not known`,
    draft.formerPartner === undefined ? "whether it was a former partner is not asked" : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${parts.join(", ")}: it can go so, marked open.`;
}

/** The code of a row as its file has it: "code 8/65, row 87 of codes-2026.csv", "no code is chosen". */
export function sayCode({ code }: Offence): string {
  if (code === undefined) return "no code is chosen";
  return `${code.code === undefined ? "no code in that row" : `code ${code.code}`}, row ${code.row} of ${code.table}`;
}
