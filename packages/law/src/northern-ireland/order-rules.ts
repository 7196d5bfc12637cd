import type { LawRow } from "@unmask/core";

const act = "Protection from Stalking Act (Northern Ireland) 2022";

/**
 * What was read of the order of Northern Ireland and of the offences beside it. Its rules are its own: what stands here of one topic says nothing of another,
 * and nothing is filled in from England and Wales.
 */
export const orderRulesOfNorthernIreland: readonly LawRow[] = [
  row("applicant", "s6 to s17", "Only the Chief Constable can apply."),
  row("court", "s6 to s17", "A court of summary jurisdiction makes it."),
  row(
    "criteria",
    "s6 to s17",
    "Three criteria, as in England and Wales: acts associated with stalking, a risk associated with stalking to another person, and that the order is necessary to protect from it. Each condition must be necessary.",
  ),
  row("period", "s9", "Of each condition the period is fixed, at least 2 years, or runs until a further order."),
  row("discharge", "s6 to s17", "Discharge before 2 years needs the consent of the defendant and of the Chief Constable."),
  row("interim", "s11", "There is an interim order."),
  row(
    "breach-reach",
    "s8(6)",
    "For residents of Northern Ireland and nationals of the UK, breach is an offence wherever in the world it is done.",
  ),
  row(
    "offence",
    "s1",
    "Stalking is a course of conduct that causes fear, alarm or substantial distress, or that a reasonable person would think likely to, with intent or knowledge. Distress is substantial where it has a substantial adverse effect on day-to-day activities.",
  ),
  row("offence-occasions", "s1", "A course of conduct is at least two occasions."),
  row("offence-reach", "s1", "Nationals and habitual residents of the UK can be tried for acts elsewhere."),
  row("offence-maximum", "s1", "Up to 10 years in the Crown Court, up to 12 months in a magistrates’ court."),
  row(
    "single-act",
    "s2",
    "Threatening or abusive behaviour is an offence of its own, for which a single act is enough: up to 5 years, or 12 months.",
  ),
  row("no-questions-in-person", "s3", "The accused does not cross-examine in person."),
];

function row(id: string, section: string, says: string): LawRow {
  return {
    id: `order-rules/${id}`,
    jurisdiction: "NI",
    ruleVersion: "2026-11-28",
    says,
    act,
    section,
    source: `${act} (legislation.gov.uk/nia/2022/17)`,
    checkedOn: "2026-11-25",
    verification: "text-seen",
  };
}
