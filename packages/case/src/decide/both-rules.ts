import { type Instant, later, msPerDay, msPerHour } from "@unmask/core";
import { desk } from "../event.ts";
import { type BothState, type Handover, giverOf } from "../fold/both-state.ts";
import { standing } from "../fold/danger.ts";
import { linesOfHandover } from "../fold/handover-lines.ts";
import { prompts } from "../risk/prompts.ts";
import { type Command, type Refusal, refuse } from "./command.ts";
import { type Elsewhere, endedOn } from "./reached-elsewhere.ts";

/** What a report and a case both forbid; `elsewhere`: what was written of the same person in the other of the two. */
export function refusedByBoth(command: Command, state: BothState, elsewhere: Elsewhere): Refusal | undefined {
  return (
    withdrawalRefuses(command, state, elsewhere) ??
    dangerRefuses(command, state, elsewhere) ??
    tasksAndLinksRefuse(command, state) ??
    handoverRefuses(command, state)
  );
}

function withdrawalRefuses(command: Command, { entries, attempts }: BothState, elsewhere: Elsewhere): Refusal | undefined {
  if (command.kind !== "entry-withdrawn") return undefined;
  const { entry } = command.body;
  if (!entries.some(({ number }) => number === entry))
    return refuse(
      "no-entry",
      "Nothing of this number stands here that can be withdrawn: an attempt, an act that breaks an order, a log or crime that was typed in, a fact, an account, a conclusion.",
    );
  const call = attempts.find(({ number }) => number === entry);
  const where = call && endedOn(call, elsewhere);
  return where === undefined
    ? undefined
    : refuse(
        "ended-on-it",
        `A danger was ended on this call, in ${where}, and nothing else ends it. Raise the danger there again, then withdraw the call.`,
        "danger-raised",
      );
}

function dangerRefuses(command: Command, { danger, dangers, attempts }: BothState, elsewhere: Elsewhere): Refusal | undefined {
  switch (command.kind) {
    case "danger-met":
      return danger === null ? refuse("no-danger", "No danger stands here that somebody could be with.", "danger-raised") : undefined;
    case "danger-ended": {
      if (danger === null)
        return refuse(
          "no-danger",
          "No danger was raised here that stands. One that is shown from another report or a case is ended there.",
        );
      // A call ends no danger that was said after it.
      const alone = standing({ dangers }).filter(({ met }) => met.length === 0);
      const reached = [...attempts, ...elsewhere.attempts].some(
        ({ outcome, happened }) => outcome === "reached" && alone.every((one) => happened >= one.happened),
      );
      if (danger.met || reached) return undefined;
      return refuse(
        "danger-unmet",
        "Nobody has reached the person since. A danger ends when somebody did.",
        "contact-attempted",
        "danger-met",
      );
    }
    case "risk-answered": {
      const unknown = command.body.prompts.find(({ prompt }) => !prompts.some(({ id }) => id === prompt));
      return (
        unknown &&
        refuse("unknown-prompt", "One of these is no prompt of ours. Attach a licensed instrument on its own.", "instrument-kept")
      );
    }
    default:
      return undefined;
  }
}

function tasksAndLinksRefuse(command: Command, { tasks, links }: BothState): Refusal | undefined {
  switch (command.kind) {
    case "task-made":
      return tasks.some(({ task }) => task === command.body.task)
        ? refuse("task-number", "There is a task of this number already.")
        : undefined;
    case "task-done":
      return tasks.some(({ task, done }) => task === command.body.task && !done)
        ? undefined
        : refuse("no-task", "No open task has this number.", "task-made");
    case "link-suggested":
      return links.some(({ link }) => link === command.body.link)
        ? refuse("link-there", "This link was suggested already.", "link-decided")
        : undefined;
    case "link-decided": {
      if (!links.some(({ link }) => link === command.body.link)) return refuse("no-link", "Nobody suggested this link.", "link-suggested");
      const needsDay = command.body.answer === "open" && command.body.again === undefined;
      return needsDay
        ? refuse("open-has-a-day", "A link that is left open has a day on which it is looked at again.", "link-decided")
        : undefined;
    }
    default:
      return undefined;
  }
}

/** The rule by which a second note is refused while the first waits. */
export const handedOverAlready = "handed-over-already";

/**
 * Hours for which the note of another holds off a second one: a shift. Who was to read it may not come at all, and what is handed over must not lie with
 * nobody until they do.
 */
const hoursHeldOff = 12;

/**
 * The note by which another handed over what is this giver's, while nobody has read it: the giver and a supervisor in their place, each to somebody else.
 * Whoever wrote it writes a newer one in its place.
 */
export function handoverThatWaits(
  note: Pick<Handover, "by" | "from" | "happened">,
  { handovers }: Pick<BothState, "handovers">,
): Handover | undefined {
  return handovers.find(
    (one) =>
      one.read === undefined &&
      one.by !== note.by &&
      giverOf(one) === giverOf(note) &&
      note.happened < later(one.happened, hoursHeldOff * msPerHour),
  );
}

function handoverRefuses(command: Command, state: BothState): Refusal | undefined {
  switch (command.kind) {
    case "handover-given": {
      if (command.body.to === giverOf({ ...command.body, by: command.by }) || command.body.to === command.by)
        return refuse("to-yourself", "A handover goes to somebody else.");
      if (handoverThatWaits({ ...command.body, by: command.by, happened: command.happened }, state) !== undefined)
        return refuse(handedOverAlready, "Another handed it over already, and that note waits to be read. Nothing was handed over.");
      const said = new Set(command.body.lines.map(({ group, says }) => `${group} ${says}`));
      const missing = linesOfHandover(state).find(({ group, says }) => !said.has(`${group} ${says}`));
      return (
        missing &&
        refuse("handover-whole", `The line “${missing.says}” is made from what happened and cannot be left out.`, "handover-given")
      );
    }
    case "handover-read": {
      const given = state.handovers.find(({ number }) => number === command.body.number);
      if (!given || given.read) return refuse("no-handover", "There is no such handover that waits to be read.");
      return given.to === command.by ? undefined : refuse("read-by-the-next", "Only whoever it was given to says that it was read.");
    }
    default:
      return undefined;
  }
}

/** A second person reads a decision: another one, and once. */
export function refusedReading(command: Command, decidedBy: string | undefined, state: BothState): Refusal | undefined {
  if (command.kind !== "decision-read") return undefined;
  if (decidedBy === undefined) return refuse("no-decision", "There is no decision of this number.");
  if (decidedBy === command.by)
    return refuse("own-decision", "Nobody reads a decision of their own as the second person. Send it to another officer.");
  const done = state.readings.some(({ decision }) => decision === command.body.decision);
  return done ? refuse("read-already", "A second person has read this decision.") : undefined;
}

/** What only the machine writes, what only a person writes, and what lies in time to come. */
export function refusedByHand(command: Command, now: Instant): Refusal | undefined {
  const byDesk = command.by === desk;
  if (arrivals.includes(command.kind) && !byDesk)
    return refuse("arrives-by-itself", "What arrives is written by the machine that took it in.", "report-typed");
  if (byDesk && !machineWrites.includes(command.kind)) return refuse("a-person-decides", "A person writes this, never the machine.");
  if (command.happened > now) return refuse("not-yet", "This would take place after now. Write it when it has.");
  // What follows from another stream keeps the time that it had there.
  return byDesk || command.follows !== undefined ? undefined : refusedAsOld(command, now);
}

/** Days back within which something is written as if it were of now: a year that was typed wrongly would stand among what is done tonight. */
const mostDaysBack = 366;
/** Of a danger: one that stands now was not said for the first time before that. */
const mostDaysOfDanger = 31;

function refusedAsOld({ kind, happened }: Command, now: Instant): Refusal | undefined {
  if (kind === "danger-raised" && happened < later(now, -mostDaysOfDanger * msPerDay))
    return refuse(
      "long-ago",
      `That is more than ${mostDaysOfDanger} days ago: look at the day and the year. A danger that stands is said as it is now; what happened then is written in words.`,
      "danger-raised",
    );
  return happened < later(now, -mostDaysBack * msPerDay)
    ? refuse("long-ago", "That is more than a year ago: look at the day and the year. What happened then is written in words.", kind)
    : undefined;
}

const arrivals: readonly string[] = ["report-received", "letter-read", "answer-received", "pack-opened", "force-has-it"];
const machineWrites: readonly string[] = [
  ...arrivals,
  "link-suggested",
  "searched",
  "she-wrote",
  "case-reopened",
  "breach-found",
  "danger-raised",
];
