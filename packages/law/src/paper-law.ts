import type { LawRow, PaperLaw, PaperSection } from "@unmask/core";
import { lawRowsOf } from "./law-rows.ts";
import { orderDeskLawOf } from "./order-desk-law.ts";
import { registerLawOf } from "./register-law.ts";

const order = "orders/stalking-protection-order";

/** The row in which each place that a paper names is found, by its id. */
const places = {
  application: `${order}/applicant`,
  "acts-anywhere": `${order}/rules/3`,
  area: "order-rules/territorial-link",
  risk: `${order}/rules/1`,
  harmless: `${order}/rules/2`,
  "court-criteria": `${order}/courtTest`,
  necessity: "order-rules/contents/necessary",
  prompts: "order-rules/contents/belief-and-work",
  locality: "order-rules/contents/everywhere",
  "other-orders": "order-rules/contents/compatible",
  "least-period": "order-rules/period/least",
  "own-period": "order-rules/period/by-condition",
  interim: "order-rules/interim/when",
  "interim-ends": "order-rules/interim/ends",
  record: "order-rules/record/made",
  breach: "breaches/stalking-protection-order",
  complaint: `${order}/timeLimit`,
  youth: `${order}/court`,
  "first-notice": "register/first-notice",
  suspended: "register/suspended",
  "other-name": "register/name-used",
  "other-home": "register/address-changed",
  name: "order-rules/register/told",
  home: "order-rules/register/told",
  where: "register/where",
  elsewhere: "order-rules/register/local-area",
  "authorised-person": "order-rules/register/told-to",
  acknowledgement: "register/acknowledged",
  identity: "order-rules/register/identity",
  failing: "register/failing",
} as const satisfies Readonly<Partial<Record<PaperSection, string>>>;

/** Northern Ireland: what was read of it and no more. What is absent is said to be not known, and never filled in from another Act; of breach only its reach was read. */
const placesOfNorthernIreland = {
  application: "order-rules/applicant",
  "court-criteria": "order-rules/criteria",
  necessity: "order-rules/criteria",
  "least-period": "order-rules/period",
  "own-period": "order-rules/period",
  interim: "order-rules/interim",
  "first-notice": "register/first-notice",
  suspended: "register/suspended",
} as const satisfies Readonly<Partial<Record<PaperSection, string>>>;

/** The law as the papers of an order of a jurisdiction name it: each place from the row that states it. */
export function paperLawOf(code: "EW" | "NI"): PaperLaw {
  const rows = lawRowsOf().filter(({ jurisdiction }) => jurisdiction === code);
  const named = Object.entries<string>(code === "EW" ? places : placesOfNorthernIreland);
  const found = named.map(([place, id]) => [place, rowOf(rows, id)] as const);
  const desk = orderDeskLawOf(code);
  const register = registerLawOf(code);
  const [, application] = found[0] ?? [];
  if (register === undefined || application?.act === undefined) throw new Error(`The papers of ${code} have no Act or no register.`);
  const examples = rows.find(({ id }) => id === examplesRow);
  return {
    jurisdiction: names[code],
    act: application.act,
    orderName: "Stalking Protection Order",
    textAsAt: application.textOf ?? null,
    leastYears: desk.leastYears,
    adultYears: desk.adultYears,
    noticeDays: register.days,
    noticeFrom: register.firstFrom,
    otherRegisters: otherRegisters[code],
    examples: examples?.act === undefined ? null : `${examples.act}, ${examples.section}`,
    sections: Object.fromEntries(found.map(([place, { section }]) => [place, section])),
  };
}

const names = { EW: "England and Wales", NI: "Northern Ireland" } as const;
/** As the row `register/suspended` of each has them. */
const otherRegisters = {
  EW: "the sex offender register",
  NI: "the register for sexual offences, for a violent offences prevention order or for trafficking",
} as const;
const examplesRow = "examplesRule";

function rowOf(rows: readonly LawRow[], id: string): LawRow {
  const found = rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`The list of facts has no row ${id}.`);
  return found;
}
