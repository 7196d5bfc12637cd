import type { LawRow } from "@unmask/core";
import { checkedOn, ordersAct, ordersFact } from "./sources.ts";

/** Where the measures were announced. The text of the Act that was made of them was not found. */
const announcement = "Crime and Policing Bill factsheet, gov.uk, 25 February 2025";
/** The Act of 2026, which no source that was read prints. */
const actOf2026 = "Crime and Policing Act 2026";

/**
 * By which way an order can come to be, and what changed or may have changed since. What no source dates has no day: a way without one is off, and only
 * the force can say that it began.
 */
export const datedRoutes: readonly LawRow[] = [
  { ...ordersFact("s1(1)", "By application of a chief officer: the one way of the text that was read."), ...place("s1-application") },
  {
    ...place("cpa2026_spo"),
    says: "Off until the force confirms that it began: an order by a court of its own motion on conviction or on acquittal, without an application of police.",
    act: actOf2026,
    section: "the measures on stalking, whose numbers were not found",
    source: `our own decision; the measure: ${announcement}`,
    checkedOn,
    verification: "design",
  },
  announced("on-conviction-or-acquittal", "It was announced that a court can make the order of its own motion on conviction or acquittal."),
  announced(
    "statutory-guidance",
    "A power was announced to issue guidance on stalking to several agencies, with a duty to have regard to it.",
  ),
  announced(
    "right-to-know",
    "A power was announced to give police guidance on disclosing an identity to the person at whom the acts are aimed.",
  ),
  {
    ...place("royal-assent-2026"),
    says: "The Act received Royal Assent on 29 April 2026; several of its parts are in force since 29 June 2026. Of those on stalking no day was found.",
    act: actOf2026,
    section: "c. 20",
    source: "public repositories of 2026 that quote the Act; SI 2026/689 by name",
    checkedOn,
    verification: "secondary-source",
  },
  changed(
    "wording-2020-2022",
    "s8, s11",
    "The Sentencing Act 2020 and the Judicial Review and Courts Act 2022 changed wording in these sections: the Sentencing Code, and the general limit in a magistrates’ court.",
  ),
  changed("nothing-in-2021", "whole Act", "The Domestic Abuse Act 2021 changed nothing in the text that was read."),
  {
    ...place("domestic-abuse-protection-order"),
    says: "A sister order, for domestic abuse only: the person to be protected and others can apply, and it can require.",
    act: "Domestic Abuse Act 2021",
    section: "sections that were not opened",
    source: "notes on the Domestic Abuse Act 2021",
    checkedOn,
    verification: "secondary-source",
  },
  {
    ...place("domestic-abuse-protection-order/monitoring"),
    says: "That order can require electronic monitoring for up to 12 months.",
    act: "Domestic Abuse Act 2021",
    section: "s38(5)",
    source: "Domestic Abuse Act 2021, of which s38(5) was seen",
    checkedOn,
    verification: "text-seen",
  },
  {
    ...place("extraction-from-devices"),
    says: "Information is taken from a device only with agreement, after written notice, and by the code of practice of October 2022.",
    act: "Police, Crime, Sentencing and Courts Act 2022",
    section: "s37 to s44",
    source: "Police, Crime, Sentencing and Courts Act 2022 and its code of practice of October 2022",
    checkedOn,
    verification: "text-seen",
  },
];

/** The announcement was seen; what the Act made of it was not. */
function announced(id: string, says: string): LawRow {
  const fact = { says, section: "as announced for the Crime and Policing Bill", source: announcement, checkedOn } as const;
  return { ...place(`announced/${id}`), ...fact, verification: "text-seen" };
}

/** What changed in the Act about orders since it began; since when is not said. */
function changed(id: string, section: string, says: string): LawRow {
  const { source, checkedOn: on, verification } = ordersFact(section, says);
  return { ...place(id), says, act: ordersAct, section, source, checkedOn: on, verification };
}

function place(id: string): Pick<LawRow, "id" | "jurisdiction" | "ruleVersion"> {
  return { id: `routes/${id}`, jurisdiction: "EW", ruleVersion: "2026-11-28" };
}
