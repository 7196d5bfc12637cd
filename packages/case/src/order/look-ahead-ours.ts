import { dateInWords, dayInWords } from "../clock/london.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { quoted } from "../shortened.ts";
import type { LookAheadOrder, LookAheadRow, Looking, Reminder, RenewalStage } from "./look-ahead-row.ts";

/** Lines of a live order of ours, and the days in court of any. */

/** Its ends that lie within the days looked ahead. */
export function rowsOfOrder(order: LookAheadOrder, looking: Looking): readonly LookAheadRow[] {
  if (order.isOnlyAsked === true) return [];
  const rows = [...endOf(order, looking), ...ownEndsOf(order, looking), ...registerOf(order, looking)];
  return rows.filter(({ day }) => day === null || day <= looking.to);
}

/** What all lines of an order have. */
export function lineOf({
  order,
  shown,
  subject,
  jurisdiction,
  theirs,
}: LookAheadOrder): Pick<LookAheadRow, "order" | "shown" | "subject" | "jurisdiction" | "group" | "mark" | "isMind" | "reminders"> {
  return {
    order,
    shown,
    subject,
    jurisdiction,
    group: theirs === undefined ? "ahead" : "not-ours",
    mark: theirs === undefined ? "open" : "grey",
    isMind: false,
    reminders: [],
  };
}

function endOf(order: LookAheadOrder, looking: Looking): readonly LookAheadRow[] {
  if (order.which === "interim") return [interimRow(order, looking)];
  if (order.lastDay === null) return [];
  const { lastDay, subject, renewal } = order;
  const reminders = remindersOf(lastDay, looking);
  const isOpen = isRenewalOpen(renewal);
  const gone = order.ownEnds
    .filter((one) => one.lastDay < looking.today)
    .map((one) => `Condition ${one.condition} ended on its own: ${date(one.lastDay)}.`);
  return [
    {
      ...lineOf(order),
      kind: "order-ends",
      day: lastDay,
      when: [day(lastDay), "then expired"],
      ends: [
        `Full, made ${date(order.made)}; lives through its last day`,
        [remindersInWords(reminders, renewal === undefined), ...gone].filter((one) => one !== "").join(" "),
      ],
      next: [renewalInWords(renewal), looking.sectionOf(order.jurisdiction, "change-who")],
      label: `${subject} ends`,
      mark: "filled",
      isMind: isOpen && reminders.some(({ isPast }) => isPast),
      reminders,
    },
  ];
}

/** An interim ends on the day of the determination, which nobody knows; the next court day can be that. */
function interimRow(order: LookAheadOrder, looking: Looking): LookAheadRow {
  const { lastDay, withdrawn, subject } = order;
  const section = looking.sectionOf(order.jurisdiction, "interim-ends");
  const court = comingCourtDays(order, looking)[0];
  const latest = lastDay === null ? "no last day is written" : `fixed to ${day(lastDay)}`;
  const earlier = court && (lastDay === null || court.day < lastDay) ? court.day : undefined;
  const base = { ...lineOf(order), kind: "interim-ends", day: earlier ?? lastDay, label: `${subject}, interim`, mark: "filled" } as const;
  const when = [
    lastDay === null ? "not known" : day(lastDay),
    earlier === undefined ? "interim" : `or sooner: court ${day(earlier)}`,
  ] as const;
  if (withdrawn !== undefined) {
    return {
      ...base,
      when,
      ends: [
        `Main application withdrawn ${date(withdrawn)}; the interim stays live`,
        `until the court names a day, or to its last day: ${latest}`,
      ],
      next: ["Ask the court", section],
      isMind: true,
    };
  }
  if (section === "") {
    return {
      ...base,
      when,
      ends: [`Interim; ${latest}`, "what ends it before that is not known here: ask your solicitor"],
      next: ["Ask the solicitor", ""],
    };
  }
  return {
    ...base,
    when,
    ends: ["Interim; ends the day the main application is determined", `granted or refused: ${section}; ${latest}`],
    next: [
      order.isServed ? "Serve the full order, if one is made" : "Serve it: it is not served",
      `no first notice again: ${looking.sectionOf(order.jurisdiction, { register: "replaces-interim" })}`,
    ],
    isMind: !order.isServed,
  };
}

/** Conditions that end before their order does. */
function ownEndsOf(order: LookAheadOrder, looking: Looking): readonly LookAheadRow[] {
  const { subject, lastDay, jurisdiction } = order;
  return order.ownEnds
    .filter((one) => one.lastDay >= looking.today && (lastDay === null || one.lastDay < lastDay))
    .map(({ condition, lastDay: last }): LookAheadRow => ({
      ...lineOf(order),
      kind: "condition-ends",
      day: last,
      when: [day(last), `condition ${condition} only`],
      ends: [`Condition ${condition} ends by a period of its own: ${looking.sectionOf(jurisdiction, "own-period")}`, "the others go on"],
      next: ["Ask to vary? not decided", looking.sectionOf(jurisdiction, "change-who")],
      label: `${subject}, condition ${condition}`,
      reminders: remindersOf(last, looking),
    }));
}

function registerOf(order: LookAheadOrder, looking: Looking): readonly LookAheadRow[] {
  const { otherRegister, subject, jurisdiction, lastDay } = order;
  if (otherRegister === undefined || (otherRegister.to !== null && otherRegister.to < looking.today)) return [];
  const { to, thenDue } = otherRegister;
  // What ends after the order itself starts nothing.
  if (to !== null && lastDay !== null && to > lastDay) return [];
  const suspended = looking.sectionOf(jurisdiction, { register: "suspended" });
  const starts = looking.sectionOf(jurisdiction, { register: "suspension-ends" });
  const then =
    to === null
      ? "its end is not known"
      : thenDue === null
        ? "what is then due is not clear: an officer decides"
        : `then as if served on ${date(to)}: due end of ${day(thenDue)}`;
  return [
    {
      ...lineOf(order),
      kind: "other-register-ends",
      day: to,
      when: [to === null ? "no end known" : day(to), "other register"],
      ends: [`First notice is suspended while on that register: ${suspended}`, then],
      next: [to === null ? "Ask when it ends" : `Watch ${date(to)}`, starts],
      label: `${subject}: other register ends`,
      isMind: to === null,
    },
  ];
}

/** Days in court until what came of them is written: of an order that lives, of one that is over, of another force's that somebody here wrote down. */
export function courtDaysOf(order: LookAheadOrder, looking: Looking): readonly LookAheadRow[] {
  const coming = comingCourtDays(order, looking).filter((one) => one.day <= looking.to);
  return [...pastCourtDays(order, looking), ...coming.map((one) => courtDayRow(order, one))];
}

/** Days in court that are past and of which nobody typed what came of them: they stay until somebody does. */
function pastCourtDays(order: LookAheadOrder, { today }: Looking): readonly LookAheadRow[] {
  return inOrder(order.courtDays.filter((one) => one.day < today)).map((one): LookAheadRow => ({
    ...courtDayRow(order, one),
    when: [day(one.day), "past, and no result is typed"],
    next: ["Type what it did, or the next day in court", "as a person typed it"],
    isMind: true,
  }));
}

function courtDayRow(order: LookAheadOrder, one: LookAheadOrder["courtDays"][number]): LookAheadRow {
  const { subject, theirs } = order;
  return {
    ...lineOf(order),
    group: "ahead",
    kind: "court-day",
    day: one.day,
    ...(one.at !== undefined && { at: one.at }),
    when: [day(one.day), one.at === undefined ? "no hour written" : one.at],
    ends: [`Court: ${quoted(one.about)}`, one.court],
    next: [theirs === undefined ? "Be there, and type what it did" : `Ask ${theirs.force}, and type what it did`, "as a person typed it"],
    label: `${subject}${theirs === undefined ? "" : ` (${theirs.force})`}, court`,
  };
}

function comingCourtDays({ courtDays }: LookAheadOrder, { today }: Looking): LookAheadOrder["courtDays"] {
  return inOrder(courtDays.filter((one) => one.day >= today));
}

function inOrder(courtDays: LookAheadOrder["courtDays"]): LookAheadOrder["courtDays"] {
  return courtDays.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** Days before an end, the first first. One of today is past: it is said today. */
export function remindersOf(lastDay: string, { reminderDays, today }: Pick<Looking, "reminderDays" | "today">): readonly Reminder[] {
  return reminderDays
    .toSorted((one, other) => other - one)
    .map((days): Reminder => {
      const at = dayWritten(dayNumber(lastDay) - days);
      return { days, day: at, isPast: at <= today };
    });
}

function remindersInWords(reminders: readonly Reminder[], isUnwritten: boolean): string {
  const past = reminders.filter(({ isPast }) => isPast).map(({ days }) => days);
  const next = reminders.find(({ isPast }) => !isPast);
  const parts = [
    ...(past.length > 0
      ? [`${sayList(past)} days before ${past.length === 1 ? "is" : "are"} past${isUnwritten ? "; no decision written" : ""}.`]
      : []),
    ...(next ? [`${next.days} days before: ${day(next.day)}.`] : []),
  ];
  return parts.join(" ");
}

function sayList(numbers: readonly number[]): string {
  return numbers.length < 2 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

/** Whether an order still comes to its end while nothing more is decided: a renewal that is asked for keeps it from nothing until a court has granted it, nor does one that was refused. */
export function isRenewalOpen(renewal: RenewalStage | undefined): boolean {
  return renewal !== "dropped" && renewal !== "decided";
}

/** What is next of a renewal. */
function renewalInWords(renewal: RenewalStage | undefined): string {
  switch (renewal) {
    case undefined:
      return "Renew? not decided";
    case "asked":
      return "Renewal drafted, not sent on";
    case "sent":
      return "Renewal before a second person";
    case "returned":
      return "Renewal returned to who wrote it";
    case "authorised":
      return "Renewal authorised: lodge it";
    case "lodged":
      return "Renewal lodged: the court decides";
    case "dropped":
      return "Not renewed: a reason is written";
    case "decided":
      return "The court decided: read the result";
    case "refused":
      return "Renewal refused: ask anew? not decided";
  }
}

function day(written: string): string {
  return dayInWords(dayNumber(written));
}

function date(written: string): string {
  return dateInWords(dayNumber(written));
}
