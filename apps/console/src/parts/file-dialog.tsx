import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { Choice } from "./choice.tsx";
import { Hindrance } from "./hindrance.tsx";

/** Why a file leaves the desk. */
const reasons = [
  { value: "court", says: "For a hearing, a prosecutor or an order" },
  { value: "supervision", says: "Supervision", more: "a meeting or a handover" },
  { value: "other", says: "Another reason, in words", more: "a laboratory, another force" },
] as const;

/** Taking a file out is a disclosure: who receives it and why are written first. It is saved as it came, and this desk never opens it. */
export function FileDialog({
  at,
  path,
  number,
  now,
  close,
}: {
  readonly at: AtDesk;
  /** Below /desk, up to `/file`. */
  readonly path: string;
  /** Her number of the exhibit: "LA/7". */
  readonly number: string;
  readonly now: Instant;
  readonly close: () => void;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [code, setCode] = useState<(typeof reasons)[number]["value"]>("court");
  const [words, setWords] = useState("");
  const [recipient, setRecipient] = useState("");
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const take = async (): Promise<void> => {
    if (recipient.trim() === "") return setFault("Say who receives it.");
    if (code === "other" && words.trim().split(/\s+/).length < 3) return setFault("Say why in a few words that another can check.");
    setFault("");
    const asked = `${path}/file?recipient=${encodeURIComponent(recipient.trim())}`;
    const answer = await at.world.desk.file(asked, { code, words: words.trim() });
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    at.world.saveFile(answer.value.name, answer.value.bytes);
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="take-out">
      <h2 id="take-out">Take out the file of {number}</h2>
      <p>
        It goes out as it was handed over, with everything that lies in it: places, names, times. That is a disclosure, and is written with
        its reason and who receives it. It is saved and not opened here: what a stranger made can harm the computer that opens it.
      </p>
      <Choice legend="Why" options={reasons} chosen={code} choose={setCode} hasKeys={false} />
      {fault !== "" && (
        <p className="mind bold" role="alert">
          {fault}
        </p>
      )}
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
      {came && <Hindrance answer={came} now={now} again={() => void take()} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void take()}>
          Write it and save the file
        </button>
        <button type="button" className="second-button" onClick={() => dialog.current?.close()}>
          Do not
        </button>
      </p>
    </dialog>
  );
}
