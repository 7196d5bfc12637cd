import { sayDuration, sayFlag } from "@unmask/words";
import type { ActPage, PartyOfAct } from "../desk/act-page.ts";

/** What the source says of an act beside its words: to whom, under which subject, how long it lasted, and what a reader must mind. */
export function toldOfAct({
  line,
  to,
  subject,
  thread,
  duration,
  flags,
}: Pick<ActPage, "line" | "to" | "subject" | "thread" | "duration" | "flags">): readonly {
  readonly label: string;
  readonly says: string;
}[] {
  const lasted = duration === undefined || duration === 0 ? undefined : sayDuration(duration);
  const isMissed = flags.includes("unanswered") || flags.includes("missed");
  const answered = isMissed ? "not answered" : lasted === undefined ? "the source does not say" : "yes, as it lasted";
  return [
    ...(to.length === 0 ? [] : [{ label: "To", says: to.map(sayParty).join(", ") }]),
    ...(subject === undefined ? [] : [{ label: "Subject", says: subject }]),
    ...(thread === undefined ? [] : [{ label: "In", says: thread }]),
    ...(line.kind === "call" ? [{ label: "Answered", says: answered }] : []),
    ...(lasted === undefined ? [] : [{ label: "It lasted", says: lasted }]),
    ...flags.filter((flag) => flag !== "unanswered" && flag !== "missed").map((flag) => ({ label: "Mind", says: sayFlag(flag) })),
  ];
}

function sayParty({ kind, normal, name }: PartyOfAct): string {
  if (kind === "owner") return "the person’s own account";
  if (kind === "withheld") return "nobody named";
  return name === undefined || name === normal ? normal : `${name} (${normal})`;
}
