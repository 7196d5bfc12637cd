import { type RecordedActivity, type Role, roleInWords, roles } from "@unmask/case";
import { sayList } from "@unmask/words";
import type { Fact } from "../desk/preview.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { sayRule } from "./retention/retention-words.ts";

/** How an activity of the record of processing is told, in the order of the questions that somebody asks. */
export function factsOfActivity(one: RecordedActivity): readonly Fact[] {
  const { data, people, profiling, looks, writes, goes, kept, protected: how, tables } = one;
  return [
    { label: "What", says: data },
    { label: "Of whom", says: people },
    { label: "Who looks", says: sayRoles(looks) },
    { label: "Who writes", says: sayRoles(writes) },
    goes.length === 0
      ? { label: "To whom it goes", says: "it stays at the desk" }
      : { label: "To whom it goes", lines: goes.map((way) => ({ label: way.says, says: way.to })) },
    {
      label: "How long",
      lines: [
        ...kept.rules.map((rule) => ({
          says:
            rule.by === "shipped"
              ? `${sayRule(rule)}: a placeholder, this force has set no period`
              : `${sayRule(rule)}, from ${sayCivilDay(rule.from)}, set by ${rule.by}`,
          isMind: rule.by === "shipped",
        })),
        ...(kept.says === "" ? [] : [{ says: kept.says }]),
      ],
    },
    { label: "Compared by rule", says: profiling ?? "nothing" },
    { label: "Protected", lines: how.map((says) => ({ says })) },
    { label: "Tables", says: tables.length === 0 ? "none" : tables.join(", ") },
  ];
}

/** "a supervisor and an auditor"; everybody is said in one word. */
function sayRoles(who: readonly Role[]): string {
  if (who.length === 0) return "nobody";
  return who.length === roles.length ? "every officer" : sayList(who.map((role) => roleInWords[role]));
}
