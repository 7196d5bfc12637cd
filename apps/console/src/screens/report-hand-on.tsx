import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type HandOnPreview, handOnPreview, handedOn } from "../desk/hand-on.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { ReadyButton } from "../parts/ready-button.tsx";
import { useDraft } from "../parts/use-draft.ts";

interface HandOnOf {
  readonly at: AtDesk;
  readonly reference: string;
  readonly reason: GivenReason;
  readonly now: Instant;
  /** After it went: the report is looked at again. */
  readonly then: () => void;
}

/** Hands a report on to the force that it belongs to. What the person will read is read first, word for word. */
export function HandOn(of: HandOnOf): ReactElement {
  const { at, reference, reason, now } = of;
  const [came, setCame] = useState<Answer<HandOnPreview> | undefined>(undefined);
  const look = async (force?: string): Promise<void> => {
    const body = force === undefined ? { reason } : { force, reason };
    const answer = await at.world.desk.post(`reports/${reference}/hand-on/preview`, body, handOnPreview);
    setCame(answer);
    if (answer.came === "value") at.tellLog(answer.value.log);
  };
  if (came?.came === "value") return <Decide {...of} shown={came.value} look={look} close={() => setCame(undefined)} />;
  return (
    <>
      <p className="actions">
        <button type="button" className="second-button" onClick={() => void look()}>
          It belongs to another force
        </button>
      </p>
      {came && <Hindrance answer={came} now={now} again={() => void look()} />}
    </>
  );
}

function Decide({
  at,
  reference,
  reason,
  now,
  then,
  shown,
  look,
  close,
}: HandOnOf & {
  readonly shown: HandOnPreview;
  readonly look: (force?: string) => Promise<void>;
  readonly close: () => void;
}): ReactElement {
  const [force, choose] = useState("");
  const [words, setWords] = useDraft(at, `belongs elsewhere ${reference}`);
  const [telephoned, setTelephoned] = useDraft(at, `telephoned elsewhere ${reference}`);
  const [agreed, setAgreed] = useDraft(at, `agreed elsewhere ${reference}`);
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const name = shown.forces.find((one) => one.force === force)?.name ?? "";
  const send = async (): Promise<void> => {
    const { saw, says, mustTelephone, mustAgree } = shown;
    const more = {
      ...(mustTelephone && telephoned.trim() !== "" && { telephoned: telephoned.trim() }),
      ...(mustAgree && agreed.trim() !== "" && { agreed: agreed.trim() }),
    };
    const body = { saw, force, words: words.trim(), says, ...more, reason };
    const answer = await at.world.desk.post(`reports/${reference}/hand-on`, body, handedOn);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    close();
    then();
  };
  if (shown.handed.length > 0) return <Handed lines={shown.handed} close={close} />;
  if (shown.forces.length === 0 || !shown.hasLetter) return <Cannot shown={shown} close={close} />;
  return (
    <section className="notice" aria-labelledby="hand-on">
      <h2 id="hand-on">To another force</h2>
      <label className="field">
        <span>Which force?</span>
        <select
          autoFocus
          value={force}
          onChange={(event) => {
            choose(event.target.value);
            void look(event.target.value);
          }}
        >
          <option value="">Choose one</option>
          {shown.forces.map((one) => (
            <option key={one.force} value={one.force}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {force !== "" && shown.says !== "" && (
        <>
          <h3>{shown.hasMailbox ? "The person will read this" : "There is no mailbox: the person is told by nobody but you"}</h3>
          <blockquote className="account">{shown.says}</blockquote>
          <Said label="Why does it belong there?" value={words} set={setWords} />
          {shown.mustTelephone && (
            <>
              <p className="mind bold">Danger stands here. Telephone {name} now, as well: a letter can lie unread.</p>
              <Said label={`Whom did you speak to at ${name}, and when?`} value={telephoned} set={setTelephoned} />
            </>
          )}
          {shown.mustAgree && (
            <>
              <p className="mind bold">The person asked that nobody else is told. Ask the person first.</p>
              <Said label="How did the person agree, and when?" value={agreed} set={setAgreed} />
            </>
          )}
        </>
      )}
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void look(force)} />}
      <p className="actions">
        <ReadyButton className="first-button" isReady={shown.says !== "" && words.trim() !== ""} press={() => void send()}>
          Hand it on{name === "" ? "" : ` to ${name}`}
        </ReadyButton>
        <button type="button" className="second-button" onClick={close}>
          Do not
        </button>
      </p>
    </section>
  );
}

function Said({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (words: string) => void;
}): ReactElement {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea rows={2} maxLength={2_000} value={value} onChange={(event) => set(event.target.value)} />
    </label>
  );
}

/** It went already: where it is. */
function Handed({ lines, close }: { readonly lines: readonly string[]; readonly close: () => void }): ReactElement {
  return (
    <section className="notice" aria-labelledby="handed-on">
      <h2 id="handed-on">Handed on</h2>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="actions">
        <button type="button" className="second-button" autoFocus onClick={close}>
          Close
        </button>
      </p>
    </section>
  );
}

function Cannot({ shown, close }: { readonly shown: HandOnPreview; readonly close: () => void }): ReactElement {
  return (
    <section className="notice" aria-labelledby="cannot-hand-on">
      <h2 id="cannot-hand-on">This cannot be handed on from here</h2>
      <p>
        {shown.hasLetter
          ? "No other force is loaded. An administrator loads the set of one."
          : "It came without a letter that opens: there is nothing to seal again."}{" "}
        Telephone the other force, and write down whom you spoke to.
      </p>
      <p className="actions">
        <button type="button" className="second-button" autoFocus onClick={close}>
          Close
        </button>
      </p>
    </section>
  );
}
