import type { BodyOf } from "../event.ts";
import type { BothState } from "./both-state.ts";

/** One line of a handover. */
type HandoverLine = BodyOf<"handover-given">["lines"][number];

/** The lines that what happened makes by itself: they can be added to and not be taken out. */
export function linesOfHandover({ danger, tasks, links }: BothState): readonly HandoverLine[] {
  return [
    ...(danger === null
      ? []
      : [
          line(
            "danger",
            danger.met ? `Danger, somebody is there: ${danger.ground.says}` : `Danger, nobody is there: ${danger.ground.says}`,
          ),
        ]),
    ...tasks
      .filter(({ done }) => !done)
      .map(({ task, says, due }) =>
        line(due === undefined ? "not-done" : "due", `${task} ${says}${due === undefined ? "" : `, by ${due}`}`),
      ),
    ...links.filter(({ decided }) => decided === undefined).map(({ to }) => line("not-done", `Link to ${to} is not decided.`)),
  ];
}

function line(group: HandoverLine["group"], says: string): HandoverLine {
  return { group, says, knowing: "record" };
}
