import type { LegalFact } from "@unmask/core";

/** Where the facts of England and Wales were read, and when. */

/** Day on which these facts were looked up. A fact that is looked up again gets its own day. */
export const checkedOn = "2026-11-25";
/** Day on which the others were. */
export const checkedLater = "2026-11-26";

/** Since when its sections are in force, no source that was read says. */
export const act = "Protection from Harassment Act 1997";
/** Its text. */
export const actPage: string = `${act} (legislation.gov.uk/ukpga/1997/40)`;

/** The Act about orders. */
export const ordersAct = "Stalking Protection Act 2019";
const ordersPage = `${ordersAct} (legislation.gov.uk/ukpga/2019/9)`;

/** Sections 1 to 14 of the Act about orders. What the Crime and Policing Act 2026 changes in it could not be read. */
const orderSections = { inForceFrom: "2020-01-20", inForceSource: "SI 2020/26", textOf: "2023-02-07" } as const;

/** Section 4A: its own text was not opened, a copy that says it was compared with it was. */
export const fearSource = "Section, an app of offences for police (sectionapp.co.uk), compared with legislation.gov.uk in July 2026";
/** Of when that copy is. */
export const fearTextOf = "2026";

/** A fact of the Act about orders. Since when section 15 is in force, the source of the day does not say. */
export function ordersFact(section: string, says: string): LegalFact {
  const began = section.startsWith("s15") ? { textOf: orderSections.textOf } : orderSections;
  return { says, act: ordersAct, section, source: ordersPage, ...began, checkedOn: checkedLater, verification: "text-seen" };
}
