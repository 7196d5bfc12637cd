import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { Choice } from "./choice.tsx";
import { Hindrance } from "./hindrance.tsx";
import { Lack } from "./lack.tsx";

/** Why something leaves the desk: each code that the server takes for it, in the words of this dialog, the likeliest first. */
export interface DisclosureReason {
  readonly value: "court" | "supervision" | "contact" | "other";
  readonly says: string;
  readonly more?: string;
}

/** Something leaves the desk: who receives it and why are written first, and only then is there a file. */
export function DisclosureDialog<T>({
  title,
  says,
  reasons,
  button,
  children,
  now,
  ask,
  then,
  close,
}: {
  readonly title: string;
  /** What is disclosed, and what becomes of it. */
  readonly says: string;
  readonly reasons: readonly [DisclosureReason, ...DisclosureReason[]];
  readonly button: string;
  /** What else is chosen of it, before why. */
  readonly children?: ReactNode;
  readonly now: Instant;
  /** Writes the disclosure. */
  readonly ask: (recipient: string, reason: GivenReason) => Promise<Answer<T>>;
  /** It is written: the file is saved. */
  readonly then: (value: T) => void;
  readonly close: () => void;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [code, setCode] = useState<DisclosureReason["value"]>(reasons[0].value);
  const [words, setWords] = useState("");
  const [recipient, setRecipient] = useState("");
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const disclose = async (): Promise<void> => {
    // Pressed twice it would be disclosed twice.
    if (isAsking) return;
    if (recipient.trim() === "") return setFault("Say who receives it.");
    if (code === "other" && words.trim().split(/\s+/).length < 3) return setFault("Say why in a few words that another can check.");
    setFault("");
    setAsking(true);
    const answer = await ask(recipient.trim(), { code, words: words.trim() });
    setAsking(false);
    setCame(answer);
    if (answer.came !== "value") return;
    then(answer.value);
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="disclosure">
      <h2 id="disclosure">{title}</h2>
      <p>{says}</p>
      {children}
      <Choice legend="Why" options={reasons} chosen={code} choose={setCode} hasKeys={false} />
      <Lack says={fault} />
      {code === "other" && (
        <label className="field">
          <span>Your reason</span>
          <input type="text" maxLength={1_000} autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      )}
      <label className="field">
        <span>Who receives it</span>
        <input type="text" maxLength={200} autoComplete="off" value={recipient} onChange={(event) => setRecipient(event.target.value)} />
      </label>
      <p role="status">{isAsking && "Being written, and then made. A long case takes some seconds."}</p>
      {came && !isAsking && <Hindrance answer={came} now={now} again={() => void disclose()} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void disclose()}>
          {button}
        </button>
        <button type="button" className="second-button" onClick={() => dialog.current?.close()}>
          Do not
        </button>
      </p>
    </dialog>
  );
}
