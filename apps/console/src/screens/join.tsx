import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type JoinSide, type Joining, joining } from "../desk/joining.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Lack } from "../parts/lack.tsx";
import { triage } from "../parts/reasons.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useDraft } from "../parts/use-draft.ts";
import { useReportCommand } from "../parts/use-report-command.ts";
import { useTold } from "../parts/use-told.ts";

/** "This is the same as R-2098": both beside each other, and what would move where, before anything does. Parting them undoes it. */
export function JoinScreen({
  at,
  reference,
  now,
}: {
  readonly at: AtDesk;
  readonly reference: string;
  readonly now: Instant;
}): ReactElement {
  const [reason, setReason] = useState(at.reasonFor(reference));
  const [typed, setTyped] = useDraft(at, `join ${reference}`);
  const [into, setInto] = useState("");
  const [fault, setFault] = useState("");
  const look = (): void => {
    const wanted = /^\s*r?-?(\d{1,9})\s*$/i.exec(typed)?.[1];
    if (wanted === undefined) return setFault("Say its number, as R-2098.");
    if (`R-${wanted}` === reference) return setFault("A report is not joined to itself.");
    setFault("");
    setInto(`R-${wanted}`);
  };
  useKeys([
    {
      name: "back",
      presses: ["Escape"],
      cap: "Esc",
      says: "back, keeps text",
      isInBar: true,
      run: () => at.way.go({ screen: "report", reference }),
    },
  ]);
  if (!reason)
    return (
      <ReasonFirst
        at={at}
        title={`Is ${reference} the same as another?`}
        says="Nothing of either is shown before you say why you look."
        reference={reference}
        offered={[triage]}
        open={setReason}
      />
    );
  return (
    <main id="work" className="work">
      <header className="work-head">
        <h1>Is {reference} the same as another?</h1>
        <p className="sentence">Sent twice, or told by two people of one course. It can be undone at any time.</p>
      </header>
      <Lack says={fault} />
      <form
        className="actions"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <label>
          The other report{" "}
          <input type="text" autoFocus autoComplete="off" maxLength={12} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" className="second-button">
          Show both <KeyCap of={{ name: "enter", presses: ["Enter"], cap: "↵" }} />
        </button>
        <span className="second-words">Looking at it is a look, and is written.</span>
      </form>
      {into !== "" && <Both key={into} {...{ at, reference, into, reason, now }} />}
    </main>
  );
}

interface BothProps {
  readonly at: AtDesk;
  readonly reference: string;
  readonly into: string;
  readonly reason: GivenReason;
  readonly now: Instant;
}

function Both({ at, reference, into, reason, now }: BothProps): ReactElement {
  const about = `${reference} ${into}`;
  const { answer, again } = useAnswer(about, () => at.world.desk.get(`reports/${reference}/join?into=${into}`, joining, reason));
  useTold(at, answer);
  if (answer === undefined) return <p role="status">Asking for both.</p>;
  return answer.came === "value" ? (
    <Choose {...{ at, reference, into, reason, now, again }} shown={answer.value} />
  ) : (
    <Hindrance answer={answer} now={now} again={again} />
  );
}

function Choose({
  at,
  reference,
  into,
  reason,
  now,
  again,
  shown,
}: BothProps & { readonly shown: Joining; readonly again: () => void }): ReactElement {
  const [why, setWhy] = useDraft(at, `why join ${reference}`);
  const [fault, setFault] = useState("");
  const done = (): void => {
    at.giveReason(into, reason);
    at.way.go({ screen: "report", reference: into });
  };
  const { came, write } = useReportCommand(at, reason, done);
  const join = async (): Promise<void> => {
    if (why.trim() === "") return setFault("Say why they are one, in words that another can check.");
    setFault("");
    if (await write(reference, "join", { saw: shown.from.saw, into, why: why.trim() })) setWhy("");
  };
  useKeys([{ name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "join them", isInBar: true, run: () => void join() }]);
  return (
    <>
      <div className="two-sides">
        <Side side={shown.from} says="This one" />
        <Side side={shown.into} says="It goes into" />
      </div>
      <h2>What moves where</h2>
      <ul className="plain-list">
        {shown.moves.map((move) => (
          <li key={move}>{move}</li>
        ))}
      </ul>
      <p className="second-words">Undone by “Part them again” in either: each is then as it was, and both steps stay written.</p>
      <Lack says={fault} />
      <label className="field">
        <span>Why they are one</span>
        <textarea rows={2} maxLength={4_000} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void join()} aria-keyshortcuts="Control+Enter">
          Join {reference} into {into} <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
        </button>
        <button type="button" className="second-button" onClick={() => at.way.go({ screen: "report", reference })}>
          They are two <KeyCap of={{ name: "back", presses: ["Escape"], cap: "Esc" }} />
        </button>
      </p>
    </>
  );
}

function Side({ side, says }: { readonly side: JoinSide; readonly says: string }): ReactElement {
  return (
    <section aria-label={`${says} ${side.report}`}>
      <h2>
        <span className="second-words">{says}</span> {side.report} {side.name}
      </h2>
      {side.isDanger && <p className="danger bold">Danger now</p>}
      <p className="second-words">
        {side.state}; {sayCount(side.acts, "act")}, {sayCount(side.packs, "pack")}, {sayCount(side.tasks, "open task")}
      </p>
      {side.account === undefined ? (
        <p className="second-words">Nothing was written. That is not “nothing happened”.</p>
      ) : (
        <blockquote className="account">{side.account}</blockquote>
      )}
    </section>
  );
}
