import type { LawRow, RegisterLaw, RegisterRuleId } from "@unmask/core";
import { ordersFact } from "./sources.ts";

/** Civil day of this wording. */
const ruleVersion = "2026-11-28";

/** What somebody subject to an order must tell the police. The period runs from service, never from the making of the order. */
export const register: RegisterLaw = {
  code: "EW",
  ruleVersion,
  days: 3,
  firstFrom: "service",
  rules: {
    "first-notice": row(
      "first-notice",
      "s9(1)",
      "Name, every other name used and home address are notified within 3 days beginning with the date of service.",
    ),
    "replaces-interim": row("replaces-interim", "s9(1)", "A full order that replaces an interim one asks for no second first notice."),
    "name-used": row("name-used", "s9(3)", "A name that was not notified is notified within 3 days beginning with the day of its use."),
    "address-changed": row(
      "address-changed",
      "s9(4)",
      "A new home address is notified within 3 days beginning with the day of the change.",
    ),
    "early-notice": row("early-notice", "s10(3)(b)", "Notice of a change may be given before the change."),
    suspended: row(
      "suspended",
      "s9(5)",
      "Nothing is to be notified while the notification of the Sexual Offences Act 2003 Part 2 applies.",
    ),
    "suspension-ends": row(
      "suspension-ends",
      "s9(6)-(7)",
      "When that ends while the order runs, the first notice starts as if the order were served on the final day.",
    ),
    where: row("where", "s10(1)", "Notice is given by word of mouth at a police station in the local police area, in person."),
    acknowledged: row("acknowledged", "s10(4)", "The police acknowledge it in writing, in a form that is directed."),
    failing: row("failing", "s11", "To fail in it without reasonable excuse can be an offence. Whether there was an excuse is for people."),
  },
};

function row(id: RegisterRuleId, section: string, says: string): LawRow {
  return { ...ordersFact(section, says), id, jurisdiction: "EW", ruleVersion };
}
