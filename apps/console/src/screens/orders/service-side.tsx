import { type ReactElement, useState } from "react";
import { isOwnAttempt } from "@unmask/case";
import { useKeys } from "../../keys/keyboard.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { Lack } from "../../parts/lack.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useOrderCommand } from "../../parts/use-order-command.ts";
import { AskedRows, answerKey } from "./asked-rows.tsx";
import { ChangedList } from "./changed-list.tsx";
import type { OrderPartProps } from "./order-part.ts";
import { newestOrder } from "./order-words.ts";
import { type Attempt, ifConfirmed, sayServedToThem, waits } from "./service-words.ts";
import { Told } from "./told.tsx";
import { wouldChange } from "./would-change.ts";

const questions = [
  { key: "rightPerson", asks: "Is it the person named?" },
  { key: "rightOrder", asks: "Is it the order that was made?" },
  { key: "given", asks: "Was it given to them?" },
  { key: "understood", asks: "Could they understand it?" },
  { key: "servedIt", asks: "Did you serve it yourself?" },
] as const;
type Question = (typeof questions)[number]["key"];
const answers = [
  { value: "yes", says: "Yes" },
  { value: "no", says: "No" },
  { value: "not-known", says: "Not known" },
] as const;
type Said = (typeof answers)[number]["value"];

const confirmKey = { name: "confirm", presses: ["Control+Enter"], cap: "⌃↵" };
const backKey = { name: "send-back", presses: ["r"], cap: "R" };

/** Confirmation by another person; then who is told. */
export function ServiceSide(parts: OrderPartProps): ReactElement {
  const { state } = parts.page;
  const waiting = state.attempts.find(waits);
  const served = newestOrder(state)?.served ?? null;
  if (waiting !== undefined) return <Confirm key={waiting.number} {...parts} attempt={waiting} />;
  if (served !== null) return <Told parts={parts} about={`service ${served.number}`} draft={sayServedToThem(served, state)} />;
  return (
    <>
      <h2>Nothing waits for another person</h2>
      <p className="second-words">An attempt that says “served” is confirmed here by somebody who neither made it nor wrote it down.</p>
    </>
  );
}

function Confirm({ attempt, ...parts }: OrderPartProps & { readonly attempt: Attempt }): ReactElement {
  const { at, page, reason, now, again } = parts;
  const { state, me } = page;
  const nth = state.attempts.indexOf(attempt) + 1;
  const isOwn = isOwnAttempt(attempt, me, [at.me.officer.name]);
  const [said, say] = useState<Readonly<Partial<Record<Question, Said>>>>({});
  const [words, setWords] = useDraft(at, `confirm ${page.order} ${attempt.number}`);
  const [fault, setFault] = useState("");
  const { came, write } = useOrderCommand(at, page, reason, again);
  const confirm = async (): Promise<void> => {
    const open = questions.find(({ key }) => said[key] === undefined);
    if (open !== undefined) return setFault(`Not answered yet: ${open.asks}`);
    if (said.servedIt !== "no") return setFault("Only somebody who did not serve it confirms it.");
    if (words.trim() === "") return setFault("Say what you saw, in words.");
    setFault("");
    if (await write("service-confirmed", { attempt: attempt.number, ...said, says: words.trim() })) setWords("");
  };
  const sendBack = async (): Promise<void> => {
    if (words.trim() === "") return setFault("Say why it goes back, in words.");
    setFault("");
    if (await write("service-sent-back", { attempt: attempt.number, words: words.trim() })) setWords("");
  };
  const turn = (key: Question): void => {
    const place = answers.findIndex(({ value }) => value === said[key]);
    const next = answers[(place + 1) % answers.length];
    if (next) say((before) => ({ ...before, [key]: next.value }));
  };
  useKeys(
    isOwn
      ? []
      : [
          ...questions.map(({ key, asks }, i) => ({
            ...answerKey(i),
            says: `answer: ${asks}`,
            run: () => turn(key),
          })),
          { ...confirmKey, says: "confirm service", isInBar: true, run: () => void confirm() },
          { ...backKey, says: "send back", isInBar: true, run: () => void sendBack() },
        ],
  );
  return (
    <>
      <h2>Confirm attempt {nth}</h2>
      <p className="second-words">
        {attempt.made} made it and {page.nameOf(attempt.by)} wrote it down, so neither of them confirms it.{" "}
        {isOwn ? (
          <b className="mind">
            {attempt.by === me || attempt.officer === me ? "You are one of them" : "The name of who made it can be yours"}: another officer
            opens this page.
          </b>
        ) : (
          "You can, unless you served it."
        )}
      </p>
      {!isOwn && (
        <>
          <AskedRows
            questions={questions}
            options={answers}
            said={said}
            choose={(key, value) => say((before) => ({ ...before, [key]: value }))}
          />
          <label className="field">
            <span>What you saw, in words</span>
            <textarea rows={3} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          <Lack says={fault} />
          {came && <Hindrance answer={came} now={now} again={again} />}
          <p className="actions">
            <button type="button" className="first-button" onClick={() => void confirm()}>
              Confirm service <KeyCap of={confirmKey} />
            </button>
            <button type="button" className="second-button" onClick={() => void sendBack()}>
              Send back <KeyCap of={backKey} />
            </button>
          </p>
        </>
      )}
      {said.understood !== "yes" && said.understood !== undefined && (
        <p className="notice minded">
          <b>“{said.understood === "no" ? "No" : "Not known"}” stays on the record.</b> It does not stop service. It is a question for
          reasonable excuse, if one is ever asked.
        </p>
      )}
      <h2>What follows at once</h2>
      <ChangedList
        rows={wouldChange(page, ifConfirmed(page, attempt, now), now)}
        none="Nothing else changes: an earlier service counts, or no duty runs from this one."
      />
      <h2>What the protected people then read</h2>
      <blockquote className="account">“{sayServedToThem(attempt, state)}”</blockquote>
      <p className="second-words">Nothing is sent by itself. Once it is confirmed, this page says who was told and who was not.</p>
    </>
  );
}
