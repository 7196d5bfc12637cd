import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import type { CasePage } from "../desk/case-page.ts";
import type { ThreadLine } from "../desk/case-decided.ts";
import type { CasePartProps } from "./case-part.ts";
import { CaseSmall } from "./case-small.tsx";
import { nameOf } from "./case-words.ts";
import { CodeEventWrite, RightsWrite } from "./case-code-event.tsx";
import { dutyRule } from "./duty-words.ts";
import { AttemptLines } from "./noted-lines.tsx";
import { contactSpec } from "./noted-specs.ts";
import { Reached } from "./reached.tsx";
import { withdrawSpecs, withdrawable } from "./withdraw-specs.ts";
import { WithdrawnLines } from "./withdrawn.tsx";
import { CaseWrite } from "./case-write.tsx";

/** What went between the person and the force, in order, and what must still be told. */
export function CaseUpdates(parts: CasePartProps): ReactElement {
  const { page, now } = parts;
  const untold = page.codeEvents.filter(({ told }) => told === undefined);
  // What the Code counts from a report is due here too, though no event of the case says so.
  const owed = [...page.first.overdue, ...page.first.due].filter(({ id }) => id === "acknowledge" || id === "refer");
  return (
    <>
      <header className="work-head">
        <h1>Updates</h1>
        <p className="sentence">
          {untold.length + owed.length === 0
            ? page.codeEvents.length === 0
              ? "Nothing is written yet of which the person must be told."
              : "Everything written here of which the person must be told was told."
            : `${sayCount(untold.length + owed.length, "thing")} still due: ${[...untold.map(({ event, says }) => says ?? event), ...owed.map(({ says }) => says)].join("; ")}.`}
        </p>
      </header>
      {owed.map((duty) => (
        <p key={`${duty.id} ${duty.says}`} className="second-words">
          <b>{duty.says}</b>, from {duty.since}: {dutyRule(duty)}.
        </p>
      ))}
      <ol className="thread">
        {page.updates.map((line) => (
          <ThreadEntry key={`${line.of} ${line.from} ${line.number}`} page={page} line={line} now={now} />
        ))}
      </ol>
      {page.updates.length === 0 && <p className="second-words">Nothing went either way yet.</p>}
      <p className="second-words">
        <b>Whether a line was read is not known</b>, by design: nobody who takes this computer learns it. An answer is the only sign.
      </p>
      {page.reached.length > 0 && (
        <>
          <h2>How they are reached</h2>
          <Reached {...parts} persons={page.reached} />
        </>
      )}
      <h2>Tried to reach them</h2>
      <AttemptLines noted={page.noted} now={now} />
      <WithdrawnLines noted={page.noted} kinds={withdrawable.attempts} now={now} />
      <CaseSmall {...parts} specs={[contactSpec(page.reached), ...withdrawSpecs(page.noted, withdrawable.attempts)]} />
      <CaseWrite {...parts} />
      <h2>Told in time, by the Victims’ Code</h2>
      <CodeEventWrite {...parts} />
      <RightsWrite {...parts} />
    </>
  );
}

/** One line of what went either way: who wrote it, in which report where it is no line of the case, and what is known of it. */
function ThreadEntry({ page, line, now }: { readonly page: CasePage; readonly line: ThreadLine; readonly now: Instant }): ReactElement {
  const { of, report, to, from, says, isOpen, waits, note, by, happened } = line;
  return (
    <li className={from === "her" ? "is-hers" : ""}>
      <p>
        <b>{from === "her" ? "The person" : from === "machine" ? "By itself, to the mailbox" : nameOf(page, by)}</b>
        {(of !== page.case || (report ?? to) !== undefined) && (
          <span className="second-words">{from === "her" || to === undefined ? (report ?? of) : `to ${to}`}</span>
        )}
        <span className="end second-words">{sayWhen(happened, now)}</span>
      </p>
      <p className="said" dir="auto">
        “{says}”
      </p>
      <p>
        <KnownBy how={from === "her" ? "account" : "record"} /> {isOpen && <b className="mind">not answered yet</b>}
        {waits && <b className="mind">waits to be sent</b>}
      </p>
      {note !== undefined && <p className="second-words">{note}</p>}
    </li>
  );
}
