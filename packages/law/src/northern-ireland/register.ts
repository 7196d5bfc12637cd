import type { LawRow, RegisterLaw, RegisterRuleId } from "@unmask/core";

/** Civil day of this wording. */
const ruleVersion = "2026-11-28";

const act = "Protection from Stalking Act (Northern Ireland) 2022";

/** What the sources that were read state of notification there, and nothing more: names, addresses and what follows a suspension are not known. */
export const register: RegisterLaw = {
  code: "NI",
  ruleVersion,
  days: 3,
  firstFrom: "in-force",
  rules: {
    "first-notice": row(
      "first-notice",
      "s14",
      "The first notice is given within 3 days beginning with the date on which the order comes into force.",
    ),
    // The explanatory notes say it of the duties as a whole, of sections 6 to 17: which of them it is was not read.
    suspended: row(
      "suspended",
      "s6 to s17",
      "Nothing is to be notified while the notification of sexual offences, of a violent offences prevention order or of trafficking applies.",
    ),
  },
};

function row(id: RegisterRuleId, section: string, says: string): LawRow {
  return {
    id,
    jurisdiction: "NI",
    ruleVersion,
    says,
    act,
    section,
    source: `${act} (legislation.gov.uk/nia/2022/17) and its explanatory notes`,
    checkedOn: "2026-11-25",
    verification: "text-seen",
  };
}
