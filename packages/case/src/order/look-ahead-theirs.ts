import { dateInWords, dayInWords } from "../clock/london.ts";
import { dayNumber } from "../register/day-number.ts";
import { lineOf, remindersOf } from "./look-ahead-ours.ts";
import type { LookAheadOrder, LookAheadRow, Looking } from "./look-ahead-row.ts";

/** Orders that others made, typed in from copies: they are shown because they bind somebody here, and what is next is theirs. */

/** Its line: the first of its ends, that of a condition where the law gives each its own. None where it ends later. */
export function rowsNotOurs(
  order: LookAheadOrder,
  { force, typed }: NonNullable<LookAheadOrder["theirs"]>,
  looking: Looking,
): readonly LookAheadRow[] {
  const { jurisdiction, lastDay, subject } = order;
  const coming = order.ownEnds
    .filter((one) => one.lastDay >= looking.today)
    .toSorted((one, other) => (one.lastDay < other.lastDay ? -1 : 1));
  const [first] = coming;
  const isOwn = first !== undefined && (lastDay === null || first.lastDay < lastDay);
  const ends = isOwn ? first.lastDay : lastDay;
  if (ends !== null && ends > looking.to) return [];
  const reminders = ends === null ? [] : remindersOf(ends, looking);
  const others = lastDay === null ? "until further order" : `to ${dayInWords(dayNumber(lastDay))}`;
  const what = order.which === "interim" ? "Interim" : "Full";
  return [
    {
      ...lineOf(order),
      kind: isOwn ? "condition-ends" : "order-ends",
      day: ends,
      when: [
        ends === null ? "until further order" : dayInWords(dayNumber(ends)),
        isOwn ? `condition ${first.condition} only` : `as typed ${dateInWords(dayNumber(typed))}`,
      ],
      ends: looking.leastBindsEach(jurisdiction)
        ? [
            `${force}, Northern Ireland. A period for each condition: ${looking.sectionOf(jurisdiction, "own-period")}`,
            isOwn ? `others: ${others}` : "as its copy has it",
          ]
        : [`${force}. ${what}; renewal is theirs to ask for`, isOwn ? `others: ${others}` : "as its copy has it"],
      next: nextOf(order, force, { looking, reminders }),
      label: `${subject} (${jurisdiction === "NI" ? "Northern Ireland" : force})${isOwn ? `, condition ${first.condition}` : ""}`,
      reminders,
    },
  ];
}

function nextOf(
  { jurisdiction }: LookAheadOrder,
  force: string,
  { looking, reminders }: { readonly looking: Looking; readonly reminders: LookAheadRow["reminders"] },
): readonly [string, string] {
  if (looking.leastBindsEach(jurisdiction)) return ["Nothing by us", "the rest is not known here: ask your solicitor"];
  const call = reminders.find(({ isPast }) => !isPast) ?? reminders.at(-1);
  return [
    `Call ${force}`,
    call === undefined
      ? "no end is written"
      : call.isPast
        ? `now: fewer than ${call.days} days are left`
        : `by ${dayInWords(dayNumber(call.day))}, ${call.days} days before`,
  ];
}
