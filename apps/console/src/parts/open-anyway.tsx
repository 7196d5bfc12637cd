import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { opening } from "../desk/opened-anyway.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "./hindrance.tsx";
import { KeyCap } from "./key-cap.tsx";
import { useDraft } from "./use-draft.ts";

/** When a life is at risk: opens a case that the officer is not on, by its number or by that of an order of it. What follows from it is said before it is done. */
export function OpenAnyway({
  at,
  of,
  now,
  then,
}: {
  readonly at: AtDesk;
  readonly of: { readonly case: string } | { readonly order: string };
  readonly now: Instant;
  readonly then: () => void;
}): ReactElement {
  const [isAsking, setAsking] = useState(false);
  const [number, path] = "case" in of ? [of.case, `cases/${of.case}`] : [of.order, `orders/${of.order}`];
  const [words, setWords] = useDraft(at, `life at risk ${number}`);
  const [toldBy, setToldBy] = useState("");
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const open = async (): Promise<void> => {
    if (words.trim().split(/\s+/).length < 3) return setFault("Say who is at risk, in words that another can check.");
    setFault("");
    const reason = { code: "risk-to-life", words: words.trim() };
    const answer = await at.world.desk.post(`${path}/break-glass`, { reason, ...(toldBy !== "" && { toldBy }) }, opening);
    setCame(answer);
    if (answer.came !== "value") return;
    const { case: caseNumber, until, told, log } = answer.value;
    at.tellLog(log);
    at.openedAnyway({ case: caseNumber, since: now, until, told, words: words.trim() });
    then();
  };
  useKeys(
    isAsking
      ? [
          { name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "open for one hour", run: () => void open() },
          { name: "back", presses: ["Escape"], cap: "Esc", says: "do not, keeps what was typed", run: () => setAsking(false) },
        ]
      : [{ name: "open-anyway", presses: ["b"], cap: "B", says: "life at risk: open anyway", isInBar: true, run: () => setAsking(true) }],
  );
  if (!isAsking)
    return (
      <p className="actions">
        <button type="button" className="second-button" onClick={() => setAsking(true)} aria-keyshortcuts="B">
          Life at risk: open anyway <KeyCap of={{ name: "open-anyway", presses: ["b"], cap: "B" }} />
        </button>
      </p>
    );
  return (
    <div className="notice">
      {fault !== "" && (
        <p className="mind bold" id="risk-fault" role="alert">
          {fault}
        </p>
      )}
      <label className="field">
        <span>Who is at risk, and how do you know?</span>
        <textarea
          autoFocus
          rows={3}
          maxLength={1_000}
          aria-describedby={fault === "" ? undefined : "risk-fault"}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Which supervisor told you to, if one did? They do not review it.</span>
        <select value={toldBy} onChange={(event) => setToldBy(event.target.value)}>
          <option value="">None told me to</option>
          {at.me.supervisors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <dl className="facts">
        <div>
          <dt>Opens</dt>
          <dd>
            the whole case{"order" in of && " of this order"}, to read, <b>for one hour</b>; each look is written
          </dd>
        </div>
        <div>
          <dt>Told now</dt>
          <dd>the supervisors, under Supervision, and the officers whose case it is, at the head of its page</dd>
        </div>
        <div>
          <dt>Afterwards</dt>
          <dd>a supervisor who had no hand in it reviews it, look by look</dd>
        </div>
      </dl>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void open()} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void open()}>
          Open for one hour <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
        </button>
        <button type="button" className="second-button" onClick={() => setAsking(false)}>
          Do not <KeyCap of={{ name: "back", presses: ["Escape"], cap: "Esc" }} />
        </button>
      </p>
    </div>
  );
}
