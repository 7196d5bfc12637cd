import type { LawRow, OrderDeskLaw, OrderDeskRuleId } from "@unmask/core";
import { lawRowsOf } from "./law-rows.ts";

/** The row that states each rule, by its id. A rule without one is stated by no source that was read for that jurisdiction. */
type Stated = Readonly<Partial<Record<OrderDeskRuleId, string>>>;

const order = "orders/stalking-protection-order";

const inEnglandAndWales: Stated = {
  extent: `${order}/rules/6`,
  applicant: `${order}/applicant`,
  "territorial-link": "order-rules/territorial-link",
  "own-motion": "routes/cpa2026_spo",
  court: `${order}/court`,
  complaint: `${order}/timeLimit`,
  "criterion-a": `${order}/criteria/0`,
  "criterion-b": `${order}/criteria/1`,
  "criterion-c": `${order}/criteria/2`,
  protected: `${order}/rules/0`,
  kinds: "order-rules/contents/kinds",
  necessary: "order-rules/contents/necessary",
  "belief-and-work": "order-rules/contents/belief-and-work",
  locality: "order-rules/contents/everywhere",
  compatible: "order-rules/contents/compatible",
  "record-made": "order-rules/record/made",
  "record-period": "order-rules/record/period",
  "record-conditions": "order-rules/record/conditions",
  "record-locality": "order-rules/record/locality",
  "record-own-periods": "order-rules/record/own-periods",
  "period-kinds": "order-rules/period/kinds",
  "least-period": "order-rules/period/least",
  "own-period": "order-rules/period/by-condition",
  "change-who": "order-rules/change/who",
  heard: "order-rules/change/heard",
  "change-necessary": "order-rules/change/necessary",
  "consent-asked-by-police": "order-rules/change/discharge-asked-by-police",
  "consent-asked-otherwise": "order-rules/change/discharge-asked-otherwise",
  "interim-when": "order-rules/interim/when",
  "interim-period": "order-rules/interim/period",
  "interim-ends": "order-rules/interim/ends",
  "interim-change": "order-rules/interim/change",
  "appeal-by-subject": "order-rules/appeal/defendant",
  "appeal-by-police": "order-rules/appeal/police",
  "appeal-result": "order-rules/appeal/result",
  breach: "breaches/stalking-protection-order",
  "certified-copy": "order-rules/breach/certified-copy",
  told: "order-rules/register/told",
  home: "order-rules/register/home-address",
  identity: "order-rules/register/identity",
};

/** Of Northern Ireland a row was read of these and of no other: when an interim order is asked for, what it needs or ends by, its appeals and the record of an order are not known. */
const inNorthernIreland: Stated = {
  applicant: "order-rules/applicant",
  court: "order-rules/court",
  "criterion-a": "order-rules/criteria",
  "criterion-b": "order-rules/criteria",
  "criterion-c": "order-rules/criteria",
  necessary: "order-rules/criteria",
  "period-kinds": "order-rules/period",
  "least-period": "order-rules/period",
  "own-period": "order-rules/period",
  "consent-asked-by-police": "order-rules/discharge",
  "consent-asked-otherwise": "order-rules/discharge",
};

/** By which numbers each goes. Both Acts say two years; of the age and the courts of somebody younger nothing was read of Northern Ireland. */
const numbers = {
  EW: {
    leastYears: 2,
    leastBindsEach: false,
    consentBeforeYears: 2,
    adultYears: 18,
    courts: { adult: "magistrates", younger: "youth" },
    withoutArea: ["British Transport Police", "Ministry of Defence Police"],
    onlyApplicant: null,
  },
  NI: {
    leastYears: 2,
    leastBindsEach: true,
    consentBeforeYears: 2,
    adultYears: null,
    courts: { adult: "summary-jurisdiction", younger: null },
    withoutArea: [],
    onlyApplicant: ["Police Service of Northern Ireland", "PSNI"],
  },
} as const satisfies Readonly<Record<OrderDeskLaw["code"], object>>;

/**
 * What applications and orders of a jurisdiction go by. `ownMotionFrom`: the civil day since which a court can make an order without an application, as the
 * force confirmed it; null, as shipped: off. Scotland has no such order: each of the two says what there is instead.
 */
export function orderDeskLawOf(code: OrderDeskLaw["code"], ownMotionFrom: string | null = null): OrderDeskLaw {
  const rows = lawRowsOf();
  const rowOf = (jurisdiction: LawRow["jurisdiction"], id: string): LawRow => {
    const found = rows.find((row) => row.jurisdiction === jurisdiction && row.id === id);
    if (found === undefined) throw new Error(`The list of facts has no row ${id} of ${jurisdiction}.`);
    return found;
  };
  const stated = Object.entries<string>(code === "EW" ? inEnglandAndWales : inNorthernIreland);
  const sections = new Map<string, LawRow>(stated.map(([rule, id]) => [rule, rowOf(code, id)]));
  return {
    code,
    ruleVersion: [...sections.values()].reduce((newest, { ruleVersion }) => (ruleVersion > newest ? ruleVersion : newest), ""),
    ...numbers[code],
    ownMotionFrom: code === "EW" ? ownMotionFrom : null,
    section: (rule) => sections.get(rule),
    without: [{ code: "SCO", why: rowOf("SCO", "no-order"), instead: [rowOf("SCO", "order")] }],
  };
}
