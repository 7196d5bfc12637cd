import type { LawRow } from "@unmask/core";

const act = "Criminal Justice and Licensing (Scotland) Act 2010";
const page = `${act} (legislation.gov.uk/asp/2010/13/section/39)`;
const place = { jurisdiction: "SCO", ruleVersion: "2026-11-28", checkedOn: "2026-11-25" } as const;

/** Scotland has no stalking protection order, and so no register: what there is instead, and how its offence differs. */
export const scotlandHasNoOrder: readonly LawRow[] = [
  {
    ...place,
    id: "no-order",
    says: "There is no stalking protection order in Scotland, and nobody there has the duty to notify that goes with one.",
    act: "Stalking Protection Act 2019",
    section: "s15(1)",
    source: "Stalking Protection Act 2019 (legislation.gov.uk/ukpga/2019/9): it extends to England and Wales only",
    textOf: "2023-02-07",
    verification: "text-seen",
  },
  row(
    "offence",
    "s39",
    "Stalking is a course of conduct, with the intent or the knowledge that it would be likely to cause fear or alarm, or where that ought to be known; and fear or alarm was suffered.",
  ),
  row(
    "offence-conduct",
    "s39",
    "To examples like those of England and Wales it adds entering any premises, giving or leaving anything, and any other way that a reasonable person would expect to cause fear or alarm. It can be towards the one who suffers it or any other person.",
  ),
  row("offence-defences", "s39", "Defences: conduct that was authorised, the prevention of crime, or conduct that was reasonable."),
  {
    ...place,
    id: "offence-occasions",
    says: "A course of conduct is at least two occasions.",
    act,
    section: "s39",
    source: "mygov.scot",
    verification: "secondary-source",
  },
  {
    ...place,
    id: "non-harassment-order",
    says: "There are non-harassment orders instead: by a civil court (s8, s8A), and on conviction by the Criminal Procedure (Scotland) Act 1995, s234A.",
    act: "Protection from Harassment Act 1997",
    section: "s8, s8A",
    source: "notes on the law of Scotland; the text of these sections was not opened",
    verification: "secondary-source",
  },
  {
    ...place,
    id: "police-form",
    says: "Police Scotland has a form on its site for reports of stalking.",
    section: "practice of Police Scotland",
    source: "notes on Police Scotland’s site; the form itself was not opened",
    verification: "secondary-source",
  },
];

function row(id: string, section: string, says: string): LawRow {
  return { ...place, id, says, act, section, source: page, verification: "text-seen" };
}
