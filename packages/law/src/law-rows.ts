import { type JurisdictionCode, type LawRow, type LegalFact, type RegisterLaw, registerRules } from "@unmask/core";
import { deskLawOf } from "./desk-law.ts";
import { conditions } from "./england-and-wales/conditions.ts";
import { dataProtection } from "./england-and-wales/data-protection.ts";
import { datedRoutes } from "./england-and-wales/dated-routes.ts";
import { englandAndWales } from "./england-and-wales/index.ts";
import { orderRules } from "./england-and-wales/order-rules.ts";
import { practice } from "./england-and-wales/practice.ts";
import { type PlacedFact, deskFactsOf, factsOf } from "./jurisdiction.ts";
import { orderRulesOfNorthernIreland } from "./northern-ireland/order-rules.ts";
import { registerLawOf } from "./register-law.ts";
import { scotlandHasNoOrder } from "./scotland/no-order.ts";

/**
 * Every fact of law and practice that this program goes by, each once: England and Wales, Northern Ireland, Scotland. The id of a fact of a list is its place
 * there, so a list of the shelf grows at its end.
 */
export function lawRowsOf(): readonly LawRow[] {
  return [
    ...[...factsOf(englandAndWales), ...deskFactsOf(deskLawOf("EW"))].map(placedIn("EW")),
    freeDaysRow(),
    ...orderRules,
    ...registerRowsOf("EW"),
    ...conditions,
    ...datedRoutes,
    ...practice,
    ...dataProtection,
    ...deskFactsOf(deskLawOf("NI")).map(placedIn("NI")),
    ...orderRulesOfNorthernIreland,
    ...registerRowsOf("NI"),
    ...deskFactsOf(deskLawOf("SCO")).map(placedIn("SCO")),
    ...scotlandHasNoOrder,
  ];
}

/** A fact of the shelf is of the wording that it had on the day on which it was looked up. */
function placedIn(jurisdiction: JurisdictionCode): (placed: PlacedFact) => LawRow {
  return ({ place, fact }) => ({ ...bareFact(fact), id: place, jurisdiction, ruleVersion: fact.checkedOn });
}

/** The fact without what its list says of it besides: a code, its slots, a figure. */
function bareFact({ says, act, section, source, textOf, inForceFrom, inForceSource, checkedOn, verification }: LegalFact): LegalFact {
  return {
    says,
    section,
    source,
    checkedOn,
    verification,
    ...(act === undefined ? {} : { act }),
    ...(textOf === undefined ? {} : { textOf }),
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(inForceSource === undefined ? {} : { inForceSource }),
  };
}

/** The rules of a register, in the order of the closed list; one that no source states for a jurisdiction has no row. */
function registerRowsOf(code: RegisterLaw["code"]): readonly LawRow[] {
  const rules = registerLawOf(code)?.rules ?? {};
  return registerRules.flatMap((rule) => rules[rule] ?? []).map((row) => ({ ...row, id: `register/${row.id}` }));
}

/** The table of free days as one row: outside its years nothing that counts working days is worked out. */
function freeDaysRow(): LawRow {
  const { freeDays, ruleVersion } = deskLawOf("EW");
  if (freeDays === null) throw new Error("The desk of England and Wales counts working days and has no table of free days.");
  const { years, source, checkedOn } = freeDays;
  return {
    id: "free-days",
    jurisdiction: "EW",
    ruleVersion,
    says: `Free days are known from ${years[0]} to ${years[1]}. Outside those years a duty counted in working days cannot be worked out.`,
    section: "public holidays of England and Wales",
    source,
    checkedOn,
    verification: "secondary-source",
  };
}
