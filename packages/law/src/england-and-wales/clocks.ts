import type { ClockRule, VictimCodeEventKind } from "@unmask/core";
import { checkedOn } from "./sources.ts";

/** What the Code is called, and where it was read. It is no Act; a newer one was being consulted on, and its text was not found. */
const code = "Code of Practice for Victims of Crime in England and Wales (2021)";
const codeSource = "copies on gov.uk and of police and crime commissioners";
const codeTextOf = "2021";

/** Of these decisions the copies give the figure of standard rights alone. */
const enhancedIsOurs =
  "within 5 days, read as working days. No copy that was read gives a figure under enhanced rights for it: 1 working day is taken, as for the other decisions.";

/** Sooner for enhanced rights. */
const tellIn = { enhanced: 1, standard: 5 } as const;

/**
 * Clocks of the Victims' Code, in the order of an investigation. The day after the event is day 1, and a figure of days is of working days: our
 * own reading where the copy says only "days", which a force may change.
 */
export const clocks: readonly ClockRule[] = [
  {
    id: "acknowledge",
    from: ["reported"],
    duty: "acknowledge the report in writing, with its reference and whom to ask",
    workingDays: null,
    ...fact(
      "rights 2 and 3",
      "A report is acknowledged in writing, with its reference and a contact, without delay that has no reason. The Code gives no figure.",
    ),
  },
  {
    id: "refer",
    from: ["reported"],
    duty: "refer to a support service, where the person agreed",
    workingDays: { enhanced: 2, standard: 2 },
    ...fact("referral to support", "A support service is to be in touch within 2 days of the report."),
  },
  tell("tell-arrested", ["arrested"], "somebody was arrested"),
  tell("tell-interviewed", ["interviewed"], "somebody was interviewed under caution"),
  tell("tell-released", ["released"], "somebody was released without charge"),
  tell("tell-bailed", ["bailed"], "somebody was bailed or released under investigation"),
  tell("tell-bail-changed", ["bail-changed"], "bail conditions changed or were cancelled"),
  tell("tell-charged", ["charged"], "somebody was charged", enhancedIsOurs),
  tell("tell-not-charged", ["not-charged"], "nobody is charged, with the reasons"),
  tell("tell-out-of-court", ["out-of-court"], "somebody was dealt with out of court", enhancedIsOurs),
  tell("tell-not-investigated", ["not-investigated"], "it is not investigated, with the reasons"),
];

function tell(
  id: string,
  from: readonly VictimCodeEventKind[],
  that: string,
  within: string = "within 1 working day under enhanced rights, 5 otherwise.",
): ClockRule {
  const says = `The person who reported is told that ${that}: ${within}`;
  return { id, from, duty: `tell the person that ${that}`, workingDays: tellIn, ...fact("updates on the investigation", says) };
}

function fact(section: string, says: string): Pick<ClockRule, "says" | "section" | "source" | "textOf" | "checkedOn" | "verification"> {
  return { says, section: `${code}, ${section}`, source: codeSource, textOf: codeTextOf, checkedOn, verification: "secondary-source" };
}
