import type { BodyOf } from "../event.ts";
import type { RecordedOffence } from "../event/of-decisions.ts";

/** Offences of a course of conduct that are stalking, by the ids of the law room. */
const stalkingIds: ReadonlySet<string> = new Set(["s2a", "s4a"]);

/** Whether an offence is stalking, by its id as it is recorded. */
export function isStalkingId(offence: string): boolean {
  return stalkingIds.has(offence);
}

/** Whether one of what is recorded is stalking: as principal or in addition. */
export function isStalking({ principal, included }: Pick<BodyOf<"offence-recorded">, "principal" | "included">): boolean {
  return [principal, ...included].some(({ offence }) => isStalkingId(offence));
}

/** Whether it was a former partner stands until it is answered anew: a recording that does not ask it takes no answer away. */
export function withPartnerBefore(
  body: BodyOf<"offence-recorded">,
  before: Pick<BodyOf<"offence-recorded">, "formerPartner"> | null,
): BodyOf<"offence-recorded"> {
  const formerPartner = body.formerPartner ?? before?.formerPartner;
  return { ...body, ...(formerPartner !== undefined && { formerPartner }) };
}

/** Whether a former partner's course of conduct is recorded without stalking and without why (Home Office crime recording rules, April 2020). */
export function isPartnerUnexplained(body: BodyOf<"offence-recorded">): boolean {
  return body.formerPartner === "yes" && !isStalking(body) && body.harassmentOnly === undefined;
}

/** A row of the force's own table of codes, as the file has it. No code is built in. */
export interface CodeRow {
  readonly row: number;
  readonly says: string;
  readonly code?: string;
}

/** A table that a force loaded. */
export interface CodeTable {
  /** Name of its file. */
  readonly table: string;
  readonly rows: readonly CodeRow[];
}

/** Rows in which every word of the search stands, as the file has them. Without a table there is none, and the words are sent alone. */
export function rowsFor(search: string, table: CodeTable | null): readonly CodeRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (table === null || words.length === 0) return [];
  return table.rows.filter(({ says, code = "" }) => words.every((word) => `${says} ${code}`.toLowerCase().includes(word)));
}

/** Whether a code was read from the table that is loaded: its row says the same. */
export function isFromTable({ code }: RecordedOffence, table: CodeTable | null): boolean {
  if (code === undefined) return true;
  return table !== null && code.table === table.table && table.rows.some(({ row, code: found }) => row === code.row && found === code.code);
}

/** What a case is found again by: the principal and everything included alike, and the records that point here. */
export function classificationsOf({ principal, included, joined }: BodyOf<"offence-recorded">): readonly string[] {
  const words = [principal, ...included].flatMap((one) =>
    [one.offence, one.says, one.class, one.code?.code].filter((each) => each !== undefined),
  );
  return [...new Set([...words, ...joined])];
}
