import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { dayInWords } from "../clock/london.ts";
import type { SharedPart } from "../event/of-referrals.ts";

/** What a bag is of. Days are civil days of London, as `2026-11-19`. */
export interface BagOf {
  /** The force’s name. */
  readonly force: string;
  readonly case: string;
  readonly referral: string;
  readonly bag: number;
  readonly service: string;
  readonly day: string;
  /** The last day of the consent. */
  readonly until: string;
}

/** One part, with the limit that she set. */
export interface BagPart extends SharedPart {
  readonly limit?: string;
}

/** What the service reads when it has opened the bag, exactly this and no more (docs/formats/referral-bag.md). */
export function bagText({ force, case: caseNumber, referral, bag, service, day, until }: BagOf, parts: readonly BagPart[]): string {
  const blocks = [
    `From ${force}, referral ${referral} of case ${caseNumber}, bag ${bag}, ${inWords(day)}`,
    `Only what stands below was agreed to be shared, for ${service} and nobody else, until ${inWords(until)}. It can be taken back at any time: then nothing more comes, and you will be asked what you do with this.`,
    ...parts.map(({ what, limit, says }) => `${limit === undefined ? what : `${what} (${limit})`}\n${indented(says)}`),
    `End: ${parts.length} part${parts.length === 1 ? "" : "s"}.`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** No words can look like the name of another part. */
function indented(says: string): string {
  return says
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => `  ${line}`)
    .join("\n");
}

function inWords(day: string): string {
  const civil = parseCivilDay(day);
  return civil === undefined ? day : dayInWords(daysFromCivil(civil));
}
