import { type ReactElement, useEffect, useRef, useState } from "react";
import { type Instant, type Table, dayIn, civilFromDays, civilToIso, writeCsv } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { justLog } from "../desk/log-entry.ts";
import { Choice } from "./choice.tsx";
import { Hindrance } from "./hindrance.tsx";
import { zone } from "./say-when.ts";

/** Why a list leaves the desk. */
const reasons = [
  { value: "supervision", says: "Supervision", more: "a meeting or a handover" },
  { value: "court", says: "For a hearing, a prosecutor or an order" },
  { value: "other", says: "Another reason, in words" },
] as const;

/** An export is a disclosure: who receives it and why are written first, and only then is there a file. */
export function ExportDialog({
  at,
  what,
  table,
  about,
  now,
  close,
}: {
  readonly at: AtDesk;
  /** "queue": which list. */
  readonly what: string;
  readonly table: Table;
  /** References of everything in it. */
  readonly about: readonly string[];
  readonly now: Instant;
  readonly close: () => void;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [code, setCode] = useState<(typeof reasons)[number]["value"]>("supervision");
  const [words, setWords] = useState("");
  const [recipient, setRecipient] = useState("");
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const make = async (): Promise<void> => {
    if (recipient.trim() === "") return setFault("Say who receives it.");
    if (code === "other" && words.trim().split(/\s+/).length < 3) return setFault("Say why in a few words that another can check.");
    setFault("");
    const answer = await at.world.desk.post(
      `${what}/export`,
      { reason: { code, words: words.trim() }, recipient: recipient.trim(), about },
      justLog,
    );
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value);
    at.world.saveCsv(`${what}-${civilToIso(civilFromDays(dayIn(zone, now)))}.csv`, writeCsv(table));
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="export">
      <h2 id="export">Export {sayCount(table.rows.length, "row")} as CSV</h2>
      <p>
        It leaves the desk: that is a disclosure, and is written with its reason and who receives it. The file is then yours to look after.
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
      {came && <Hindrance answer={came} now={now} again={() => void make()} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void make()}>
          Write it and make the file
        </button>
        <button type="button" className="second-button" onClick={() => dialog.current?.close()}>
          Do not
        </button>
      </p>
    </dialog>
  );
}
