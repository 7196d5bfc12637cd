import { type ReportState, desk } from "@unmask/case";

/** What officers wrote of a report or a case beside its life: what is to be done, where was looked, what falls on an order, which instrument was used. */

/** Newest first, each with when and by whom; by null: the machine. Tasks by their numbers, those that wait before those that are done. */
export function notedOf(
  {
    tasks,
    searches,
    breaches,
    instruments,
    attempts,
    entries,
    withdrawn,
  }: Pick<ReportState, "tasks" | "searches" | "breaches" | "instruments" | "attempts" | "entries" | "withdrawn">,
  nameOf: (officer: string) => string,
) {
  const by = (id: string): string | null => (id === desk ? null : nameOf(id));
  return {
    tasks: tasks
      .map(({ task, says, due, officer, done }) => ({
        task,
        says,
        ...(due !== undefined && { due }),
        ...(officer !== undefined && { officer: nameOf(officer) }),
        done,
      }))
      .sort((one, other) => Number(one.done) - Number(other.done)),
    searches: searches.map(({ where, found, says, happened, by: id }) => ({ where, found, says, at: happened, by: by(id) })).reverse(),
    breaches: breaches
      .map(({ says, knowing, order, condition, happened, by: id }) => ({
        says,
        how: knowing,
        order,
        ...(condition !== undefined && { condition }),
        at: happened,
        by: by(id),
      }))
      .reverse(),
    instruments: instruments
      .map(({ instrument, version, assessor, answers, happened, by: id }) => ({
        instrument,
        version,
        assessor,
        answers,
        at: happened,
        by: by(id),
      }))
      .reverse(),
    // What was written by mistake can be withdrawn by its number, and stays readable.
    standing: entries.map(({ number, kind, says, happened, by: id }) => ({ number, kind, says, at: happened, by: by(id) })).reverse(),
    withdrawn: withdrawnIn([{ withdrawn }], nameOf),
    attempts: attempts
      .map(({ channel, outcome, reports, says, happened, by: id }) => ({
        channel,
        outcome,
        ...(reports !== undefined && { reports }),
        ...(says !== undefined && { says }),
        at: happened,
        by: nameOf(id),
      }))
      .reverse(),
  };
}

/** What was withdrawn in one or more of them, the newest first: what a report lost is struck in its case as well. */
export function withdrawnIn(all: readonly Pick<ReportState, "withdrawn">[], nameOf: (officer: string) => string) {
  return all
    .flatMap(({ withdrawn }) => withdrawn)
    .map(({ kind, says, happened, by, withdrawn: end }) => ({
      kind,
      says,
      at: happened,
      by: by === desk ? null : nameOf(by),
      withdrawn: { reason: end.reason, at: end.happened, by: end.by === desk ? null : nameOf(end.by) },
    }))
    .sort((one, other) => other.withdrawn.at - one.withdrawn.at);
}
