import type { RecordingRule } from "@unmask/core";
import { checkedOn } from "./sources.ts";

/** How crime is recorded, as far as a source that was read says it. What the review of 2023 says in full, and today's codes, were not found. */
export const recording: readonly RecordingRule[] = [
  rule("class", "April 2014", "Stalking is a class of its own, 8Q; before, it stood under harassment, 8L."),
  rule(
    "in-addition",
    "April 2018",
    "A course of conduct is recorded in addition to the most serious other offence between the same two people.",
  ),
  rule(
    "former-partner",
    "April 2020",
    "A course of conduct that a former partner is said to have done is recorded as stalking, unless police are satisfied that in law it is harassment only.",
  ),
  {
    id: "included",
    says: "What is not the principal offence is kept as an included classification, and found by search like the principal.",
    section: "recommendation 7 of the super-complaint on the policing of stalking, 2024",
    source: "action plans of forces on recommendation 7",
    checkedOn,
    verification: "secondary-source",
  },
  {
    id: "codes",
    says: "No code is built in: each comes from the table that the force loaded, as it stands there, or stays open.",
    section: "our own rule",
    source: "our own decision: today’s codes were not found in a source",
    checkedOn,
    verification: "design",
  },
];

function rule(id: RecordingRule["id"], since: string, says: string): RecordingRule {
  return {
    id,
    says,
    section: `Home Office crime recording rules, ${since}`,
    source: "notes on changes in recording at vawg.gss-data.org.uk",
    checkedOn,
    verification: "secondary-source",
  };
}
