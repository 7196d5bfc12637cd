import type { CaseState } from "../fold/case-state.ts";
import type { At } from "../fold/event-at.ts";
import type { ReportState } from "../fold/report-state.ts";
import { attemptsFor } from "../fold/tried.ts";

type Report = Pick<ReportState, "report" | "door" | "attempts" | "log">;

/** Whose person nobody has told since the last that was decided or recorded: of several people each is told by themselves. */
export function untoldOfLast(state: CaseState, reports: readonly Report[], joined: readonly Report[]): readonly string[] {
  const { thread, order, offence, decisions, log } = state;
  const last = Math.max(0, order?.number ?? 0, offence?.number ?? 0, ...decisions.map(({ number }) => number)); // bounded: decisions of one case.
  const decided = log.find(({ number }) => number === last)?.recorded;
  const written = thread.filter(({ from, asks, number }) => from === "force" && !asks && number > last);
  const isSince = ({ log: all }: Pick<Report, "log">, { number }: At): boolean =>
    all.some((one) => one.number === number && (decided === undefined || one.recorded > decided));
  const isTold = (one: Report, isJoined: boolean): boolean => {
    const { report, attempts } = one;
    // What was written to nobody's mailbox by name went to each report of the case.
    if (written.some(({ to }) => (to === undefined ? !isJoined : to === report))) return true;
    const tried = [...attempts.filter((each) => isSince(one, each)), ...attemptsFor(report, state).filter((each) => isSince(state, each))];
    // Where there is no mailbox a talk is all there can be.
    return tried.some(({ channel, outcome }) => (outcome === "sent" ? channel === "mailbox" : outcome === "reached" && !hasMailbox(one)));
  };
  const all = [...reports.map((one) => ({ one, told: isTold(one, false) })), ...joined.map((one) => ({ one, told: isTold(one, true) }))];
  if (all.length === 0) return written.length > 0 ? [] : [nothingWritten];
  return all.flatMap(({ one, told }) => {
    if (told) return [];
    const whose = all.length === 1 ? "" : ` of ${one.report}`;
    return [
      hasMailbox(one)
        ? nothingWritten.replace("person", `person${whose}`)
        : `nobody has spoken to the person${whose} since, who has no mailbox`,
    ];
  });
}

const nothingWritten = "nothing was written to the person since";

/** What was typed in while it was told came without one. */
function hasMailbox({ door }: Pick<Report, "door">): boolean {
  return door === "letter" || door === null;
}
