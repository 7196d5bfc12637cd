import type { LawRow } from "@unmask/core";
import { checkedOn } from "./sources.ts";

const dataAct = "Data Protection Act 2018";

/** Hours in which the Commissioner is told of a loss of personal data, from when the force knew of it (s67). */
export const hoursToTellOfLoss = 72;

/** What Part 3 of the Data Protection Act 2018 asks of a force, as far as its text was seen; the sections on which nothing is built are left out. */
export const dataProtection: readonly LawRow[] = [
  row("rights", "s44 to s50", "A person has rights to what is held, and about automated decisions; such rights may be restricted."),
  row(
    "by-default",
    "s57",
    "By default only data that are necessary are processed, and such data are not open to an indefinite number of people.",
  ),
  row("record-of-processing", "s61", "A record of the processing is kept, the use of profiling included."),
  {
    ...row(
      "logs",
      "s62",
      "An automated system logs collection, alteration, consultation, disclosure, combination and erasure. Of consultation and disclosure the log has the justification, the day and the time, and as far as possible who it was and who received.",
    ),
    textOf: "2026-03-10",
  },
  {
    ...row(
      "use-of-logs",
      "s62",
      "Such logs serve to check lawfulness, for self-monitoring, for integrity and security, and for criminal proceedings, and nothing else.",
    ),
    textOf: "2026-03-10",
  },
  row(
    "details",
    "s66(2)",
    "Unauthorised processing is prevented, precise details of any processing can be established, and what is held can be restored.",
  ),
  row("loss", "s67", `The Commissioner is told of a breach of personal data within ${hoursToTellOfLoss} hours.`),
];

/** What that Act asks, by the end of the id of its row. */
type DataRule = "rights" | "record-of-processing" | "use-of-logs" | "loss";

/** The row of it. */
export function dataRuleOf(rule: DataRule): LawRow {
  const found = dataProtection.find(({ id }) => id === `data-protection/${rule}`);
  if (found === undefined) throw new Error(`The list of facts has no row on data of the name ${rule}.`);
  return found;
}

function row(id: string, section: string, says: string): LawRow {
  const source = `${dataAct} (legislation.gov.uk/ukpga/2018/12), Part 3`;
  const place = { id: `data-protection/${id}`, jurisdiction: "EW", ruleVersion: "2026-11-28" } as const;
  return { ...place, says, act: dataAct, section, source, checkedOn, verification: "text-seen" };
}
