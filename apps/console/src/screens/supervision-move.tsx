import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type LogEntry, justLog } from "../desk/log-entry.ts";
import { type Held, held as heldAnswer } from "../desk/supervision.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Lack } from "../parts/lack.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useDraft } from "../parts/use-draft.ts";
import { useTold } from "../parts/use-told.ts";

const reason = { code: "supervision", words: "" } as const;
const giveKey = { name: "write", presses: ["Control+Enter"], cap: "⌃↵" };

/** What is with an officer who is not there, to be handed to another with a note. Until that note is read it stays on the old list. */
export function SupervisionMove({
  at,
  of,
  now,
  done,
}: {
  readonly at: AtDesk;
  /** Id of the officer; `nobody`. */
  readonly of: string;
  readonly now: Instant;
  readonly done: () => void;
}): ReactElement {
  const path = `supervision/held/${of}`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, heldAnswer));
  useTold(at, answer);
  if (answer === undefined) return <p role="status">Asking what is with them.</p>;
  if (answer.came !== "value") return <Hindrance answer={answer} now={now} again={again} />;
  return <Give key={of} at={at} of={of} shown={answer.value} now={now} done={done} again={again} />;
}

function Give({
  at,
  of,
  shown: { name, held, more, takers },
  now,
  done,
  again,
}: {
  readonly at: AtDesk;
  readonly of: string;
  readonly shown: Held;
  readonly now: Instant;
  readonly done: () => void;
  readonly again: () => void;
}): ReactElement {
  const [to, setTo] = useState("");
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [says, setSays] = useDraft(at, `reassign ${of}`);
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const taker = takers.find(({ id }) => id === to);
  const isClosed = (one: string): boolean => taker?.cannot.includes(one) === true;
  const going = held.filter((one) => !kept.has(one) && !isClosed(one));
  const give = async (): Promise<void> => {
    if (taker === undefined) return setFault("Say who takes over.");
    if (going.length === 0) return setFault("Nothing goes over.");
    if (says.trim() === "") return setFault("Write the note: danger now, what was promised, what is lost first.");
    setFault("");
    const body = { from: of === "nobody" ? null : of, to, references: going, says: says.trim(), reason };
    const sent = await at.world.desk.post("supervision/reassign", body, justLog);
    setCame(sent);
    if (sent.came !== "value") return;
    at.drafts.delete(`reassign ${of}`);
    at.tellLog(sent.value);
    done();
  };
  useKeys([{ ...giveKey, says: "hand over", isInBar: true, run: () => void give() }]);
  if (held.length === 0) return <p className="second-words">Nothing that you can hand over is with them.</p>;
  return (
    <section className="given-note" aria-label="Hand over for another">
      <h3>{name === null ? "Hand over what nobody has" : `Hand over for ${name}`}</h3>
      <label className="field">
        <span>Who takes over</span>
        <select value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">Choose</option>
          {takers.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}, {one.role}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="ticks">
        <legend className="second-words">
          {sayCount(going.length, "matter")} {going.length === 1 ? "goes" : "go"} over
        </legend>
        {held.map((one) => (
          <label key={one} className="tick">
            <input
              type="checkbox"
              checked={!kept.has(one) && !isClosed(one)}
              aria-disabled={isClosed(one)}
              onChange={(event) => {
                if (isClosed(one)) return;
                const others = [...kept].filter((other) => other !== one);
                setKept(new Set(event.target.checked ? others : [...others, one]));
              }}
            />
            <span>
              {one.startsWith("R-") ? one : `case ${one}`}
              {isClosed(one) && `: ${taker?.name ?? ""} cannot take it`}
            </span>
          </label>
        ))}
      </fieldset>
      {more > 0 && <p className="second-words">{sayCount(more, "more matter")} when these are handed over.</p>}
      <label className="field">
        <span>The note: danger now, what was promised and by when, what is lost first</span>
        <textarea rows={4} maxLength={4_000} value={says} onChange={(event) => setSays(event.target.value)} />
      </label>
      <p className="second-words">
        What happened and what is due stands in the note by itself. Whoever takes a case over is put on it. Until they say that they read
        the note it stays on the old list.
      </p>
      <Lack says={fault} />
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void give()} aria-keyshortcuts="Control+Enter">
          Hand over{taker && ` to ${taker.name}`} <KeyCap of={giveKey} />
        </button>
      </p>
    </section>
  );
}
