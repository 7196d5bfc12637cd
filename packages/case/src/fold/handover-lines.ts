import type { BodyOf } from "../event.ts";
import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { dayInWords, londonDay, timeInWords } from "../clock/london.ts";
import type { BothState } from "./both-state.ts";

/** One line of a handover. */
type HandoverLine = BodyOf<"handover-given">["lines"][number];

/** The lines that what happened makes by itself: they can be added to and not be taken out. */
export function linesOfHandover({ danger, tasks, links, attempts, promise }: BothState): readonly HandoverLine[] {
  return [
    ...(danger === null
      ? []
      : [
          line(
            "danger",
            danger.met ? `Danger, somebody is there: ${danger.ground.says}` : `Danger, nobody is there: ${danger.ground.says}`,
          ),
        ]),
    ...triedInVain(attempts),
    ...tasks
      .filter(({ done }) => !done)
      .map(({ task, says, due }) =>
        line(due === undefined ? "not-done" : "due", `${task} ${says}${due === undefined ? "" : `, by ${due}`}`),
      ),
    ...promised(promise),
    ...links.filter(({ decided }) => decided === undefined).map(({ to }) => line("not-done", `Link to ${to} is not decided.`)),
  ];
}

/** The same of the reports of a case: danger and calls stand in them, and whoever takes the case over learns them too. */
export function linesOfReports(reports: readonly (BothState & { readonly report: string })[]): readonly HandoverLine[] {
  return reports.flatMap((one) => linesOfHandover(one).map((each) => ({ ...each, says: `${one.report}: ${each.says}` })));
}

/** What the person was told to wait for: whoever takes over has to keep it. */
function promised(promise: BothState["promise"]): readonly HandoverLine[] {
  const day = parseCivilDay(promise?.nextBy ?? "");
  return day === undefined ? [] : [line("promised", `The person was told: I write again by ${dayInWords(daysFromCivil(day))}.`)];
}

type Attempt = BothState["attempts"][number];

const ways: Readonly<Record<Attempt["channel"], string>> = {
  call: "Call",
  text: "Text",
  email: "Email",
  mailbox: "Mailbox",
  "in-person": "In person",
  "through-another": "Through another person",
};

/** Which way is not safe any more, until the person was reached by it; and that nobody was reached last, whatever was tried. */
function triedInVain(attempts: readonly Attempt[]): readonly HandoverLine[] {
  const last = attempts.at(-1);
  const elsewhere = attempts.findLast(({ outcome }) => outcome === "somebody-else");
  const isMended = attempts.some(
    ({ channel, outcome, number }) => outcome === "reached" && channel === elsewhere?.channel && number > elsewhere.number,
  );
  return [
    ...(elsewhere === undefined || isMended
      ? []
      : [line("cannot-wait", `${tried(elsewhere)}: somebody else answered. Do not try that way again as it is.`)]),
    ...(last?.outcome === "no-answer" ? [line("not-done", `${tried(last)}: no answer.`)] : []),
    ...(last?.outcome === "ended" ? [line("not-done", `${tried(last)}: the line ended.`)] : []),
    ...(last?.outcome === "not-in-hours" ? [line("not-done", `${tried(last)}: not tried, outside the safe hours.`)] : []),
  ];
}

function tried({ channel, happened, says }: Attempt): string {
  return `${ways[channel]} ${dayInWords(londonDay(happened))} ${timeInWords(happened)}${says === undefined ? "" : ` (“${says}”)`}`;
}

function line(group: HandoverLine["group"], says: string): HandoverLine {
  return { group, says, knowing: "record" };
}
