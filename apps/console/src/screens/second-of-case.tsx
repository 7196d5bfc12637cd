import type { ReactElement } from "react";
import { Hindrance } from "../parts/hindrance.tsx";
import { SecondOpinion } from "../parts/second-opinion.tsx";
import { useCommand } from "../parts/use-command.ts";
import type { CasePartProps } from "./case-part.ts";
import { mayBeSecond, saySecond } from "./second-words.ts";
import type { Written } from "./second-words.ts";

/**
 * Under something that was decided in a case: who wrote it and when, what the second person said of it or that it waits for one, and, for
 * whoever may be that person, the place to say it.
 */
export function SecondOfCase({
  at,
  page,
  reason,
  now,
  again,
  written,
  isNeeded,
}: CasePartProps & { readonly written: Written; readonly isNeeded: boolean }): ReactElement {
  const { came, write } = useCommand(at, page, reason, again);
  const { number } = written;
  return (
    <>
      <p className="second-words">{saySecond(page, { written, isNeeded }, now)}</p>
      {mayBeSecond(page, written, at.me.officer) && (
        <SecondOpinion
          at={at}
          field={`read ${page.case} ${number}`}
          agree="Read, and I agree"
          write={(agrees, says) => write("decisions/read", { decision: number, agrees, ...(says !== "" && { says }) })}
        />
      )}
      {came && <Hindrance answer={came} now={now} again={again} />}
    </>
  );
}
