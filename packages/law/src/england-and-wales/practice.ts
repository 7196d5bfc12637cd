import type { LawRow } from "@unmask/core";
import { checkedOn, ordersAct } from "./sources.ts";

/** What was read about orders and clocks that is no Act, and what we decided where nothing says it. */
export const practice: readonly LawRow[] = [
  official("guidance/beside-prosecution", {
    says: "An order is “not an alternative to prosecution”; it may run beside one.",
    section: "statutory guidance for police, 2024, its opening",
    source: "gov.uk, Stalking protection orders: statutory guidance for the police (April 2024); its body was not seen",
  }),
  official("timing", {
    says: "It can be asked for before charge, beside a prosecution, and up to and including conviction or acquittal.",
    section: "advice on stalking protection orders",
    source: "Crown Prosecution Service, cps.gov.uk/node/12092",
  }),
  read("standard-of-proof", {
    says: "The Act names no standard of proof. A solicitors’ note says the civil one: a hint, and no reason to leave out an old act.",
    section: "note on stalking protection orders",
    source: "monangozzett.com",
  }),
  read("juveniles", {
    says: "It can be made against adults and against juveniles.",
    section: "entry on stalking protection orders",
    source: "Police National Legal Database, pnld.co.uk",
  }),
  official("no-area-limit", {
    says: "The British Transport Police and the Ministry of Defence Police have no limit of area.",
    section: "explanatory notes, section 1",
    source: `explanatory notes to the ${ordersAct} (legislation.gov.uk/ukpga/2019/9/notes)`,
  }),
  official("guidance/editions", {
    says: "The guidance of April 2024, its page of 10 May 2024, replaced that of January 2021. It gives no form and no time that was seen.",
    section: "statutory guidance for police, under s12",
    source: "gov.uk, page of the guidance and the list of contents of January 2021",
  }),
  read("codes/database", {
    says: "References: H20164 breach, H20165 first notice, H20166 new name, H20167 new address, H20168 prints or photograph, H20169 false information.",
    section: "references of offences, s8 and s11",
    source: "Police National Legal Database, pnld.co.uk",
  }),
  read("codes/breach", {
    says: "ST19001 is the code of a breach; no other code of these offences was found.",
    section: "code of the offence, s8(1) and s8(2)",
    source: "public program code that uses it; where was not noted",
  }),
  read("code/updates", {
    says: "How often and by which way the person who reported is told is agreed with that person, and can be changed at any time.",
    section: "Victims’ Code 2021, right 6",
    source: "copies on gov.uk and of police and crime commissioners",
  }),
  decided("count/three-days", {
    says: "Of a period of 3 days the day from which it runs is day 1; it ends with the second day after. Nothing is added for a weekend or a holiday, for which the Act gives no relief.",
    section: "s9(1), s9(3), s9(4)",
  }),
  decided("count/two-years", {
    says: "2 years end with the day before the same date two years on; where that date does not exist, before 1 March.",
    section: "s3(2), s4(4)(b)",
  }),
  decided("count/working-days", {
    says: "The day after an event is day 1; an event on a free day counts from the next working day. Where a copy of the Code says only days, working days are meant until the force says otherwise.",
    section: "Victims’ Code 2021, updates and referral",
  }),
  decided("count/enhanced", {
    says: "Who reports stalking has enhanced rights, unless somebody decides otherwise.",
    section: "Victims’ Code 2021, enhanced rights",
  }),
  decided("consent-day", {
    says: "Whether 2 years have passed is asked of the day on which the court discharges, not of that of the application.",
    section: "s4(4)(b)",
  }),
  decided("interim-last-day", {
    says: "An interim order ends on the day of the determination; of an act on that day the hour is asked.",
    section: "s5",
  }),
  decided("age", { says: "Whether somebody is under 18 is asked of the day of lodging.", section: "s14(1)" }),
  decided("service-earliest", {
    says: "Served more than once, or disputed: the earliest service that an officer confirms; one that is withdrawn with a reason counts for nothing.",
    section: "s9(1)",
  }),
  decided("overdue-words", {
    says: "A notice that did not come in time is overdue: a possible offence, whose excuse nobody has assessed. Only a person can assess it.",
    section: "s11",
  }),
  decided("reminders", {
    says: "Nothing says how long before its end an order is to be looked at: we propose 180, 90 and 30 days, and the force sets its own.",
    section: "s4",
  }),
];

/** Read in the official text itself, which is no Act. */
function official(id: string, said: Pick<LawRow, "says" | "section" | "source">): LawRow {
  return { ...read(id, said), verification: "text-seen" };
}

function read(id: string, { says, section, source }: Pick<LawRow, "says" | "section" | "source">): LawRow {
  return { ...place(id), says, section, source, checkedOn, verification: "secondary-source" };
}

function decided(id: string, { says, section }: Pick<LawRow, "says" | "section">): LawRow {
  const fact = { ...place(id), says, section, source: "our own decision", checkedOn, verification: "design" } as const;
  return section.startsWith("s") ? { ...fact, act: ordersAct } : fact;
}

function place(id: string): Pick<LawRow, "id" | "jurisdiction" | "ruleVersion"> {
  return { id: `practice/${id}`, jurisdiction: "EW", ruleVersion: "2026-11-28" };
}
