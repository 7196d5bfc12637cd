import { type ReactElement, useId, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import { mostCopyBytes } from "@unmask/case";
import { saySize } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type KeptCopy, cancelledCopy, hashInFours, keptCopy } from "../desk/kept-copy.ts";
import { Hindrance } from "./hindrance.tsx";

type Stage =
  | { readonly is: "idle" | "reading" | "cancelling" }
  /** As the desk answers it; null: nothing was kept. */
  | { readonly is: "cancelled"; readonly exhibit: string | null }
  | { readonly is: "unanswered"; readonly answer: Answer<unknown>; readonly sent: Sent }
  | { readonly is: "going"; readonly sent: number; readonly total: number }
  | { readonly is: "refused"; readonly says: string }
  | { readonly is: "kept"; readonly copy: KeptCopy; readonly isSame: boolean }
  | { readonly is: "hindered"; readonly answer: Answer<unknown> };

/** What was sent, as the desk is told that it is cancelled. */
interface Sent {
  readonly upload: string;
  readonly sha256: string;
}

/**
 * A scan is chosen and kept with an order: how much of it has gone is shown and can be cancelled, the desk answers what became of it then, and the hash that the desk worked out is shown whole, beside
 * the one of this computer where the two differ.
 */
export function KeepFile({
  at,
  now,
  asks,
  path,
  bodyOf,
  kept,
  keptAnyway,
}: {
  readonly at: AtDesk;
  readonly now: Instant;
  /** "The scan of the copy". */
  readonly asks: string;
  /** Below /desk. */
  readonly path: string;
  /** What is sent with the file; a text says what is missing first. */
  readonly bodyOf: () => object | string;
  readonly kept: (copy: KeptCopy) => void;
  /** It was cancelled, and had come before. */
  readonly keptAnyway?: () => void;
}): ReactElement {
  const [stage, setStage] = useState<Stage>({ is: "idle" });
  const cancel = useRef<AbortController | undefined>(undefined);
  const hint = useId();
  const isBusy = stage.is === "reading" || stage.is === "going" || stage.is === "cancelling";
  const cancelled = async (sent: Sent): Promise<void> => {
    setStage({ is: "cancelling" });
    const answer = await at.world.desk.post(`${path}/cancelled`, sent, cancelledCopy);
    if (answer.came !== "value") return setStage({ is: "unanswered", answer, sent });
    const { log, exhibit } = answer.value;
    at.tellLog(log);
    setStage({ is: "cancelled", exhibit });
    if (exhibit !== null) keptAnyway?.();
  };
  const keep = async (file: File | undefined): Promise<void> => {
    if (file === undefined || isBusy) return;
    const body = bodyOf();
    if (typeof body === "string") return setStage({ is: "refused", says: `${body} Then choose the file again.` });
    if (file.size > mostCopyBytes)
      return setStage({
        is: "refused",
        says: `This file has ${saySize(file.size)}; ${saySize(mostCopyBytes)} is the most. Scan it smaller.`,
      });
    setStage({ is: "reading" });
    const { base64, sha256 } = await at.world.readChosen(file);
    cancel.current = new AbortController();
    // It goes out as text, which is longer: what is told is how much of the file that is.
    const told = (sent: number, total: number): void =>
      setStage({ is: "going", sent: total === 0 ? 0 : Math.floor((file.size * sent) / total), total: file.size });
    told(0, 0);
    const watch = { told, signal: cancel.current.signal };
    const upload = at.world.newFormId();
    const answer = await at.world.desk.send(path, { ...body, file: base64, upload }, keptCopy, watch);
    if (answer === undefined) return cancelled({ upload, sha256 });
    if (answer.came !== "value") {
      if (answer.came === "refused" && answer.refusal.log) at.tellLog(answer.refusal.log);
      return setStage({ is: "hindered", answer });
    }
    at.tellLog(answer.value.log);
    setStage({ is: "kept", copy: answer.value, isSame: answer.value.sha256 === sha256 });
    kept(answer.value);
  };
  return (
    <div className="keep-file">
      <label className="field">
        <span>{asks}</span>
        <input
          type="file"
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          aria-describedby={hint}
          aria-disabled={isBusy}
          // Switched off it would lose the focus.
          onClick={(event) => {
            if (isBusy) event.preventDefault();
          }}
          onChange={(event) => {
            const { currentTarget: input } = event;
            // The same file can be chosen again after a cancel.
            void keep(input.files?.[0]).then(() => {
              input.value = "";
            });
          }}
        />
      </label>
      <p className="second-words" id={hint}>
        A PDF, JPEG or PNG of up to {saySize(mostCopyBytes)}. It is kept sealed, as it came, under a number of its own. A wrong one is not
        taken out: it stays, and nothing names it.
      </p>
      {stage.is === "going" && (
        <Going
          {...stage}
          cancel={() => {
            cancel.current?.abort();
          }}
        />
      )}
      <div role="status">
        {stage.is === "reading" && <p>Reading the file.</p>}
        {stage.is === "cancelling" && <p>Cancelled. Asking the desk whether it had come already.</p>}
        {stage.is === "unanswered" && (
          <p className="mind bold">Cancelled. It is not known whether it had come already: the desk has not answered.</p>
        )}
        {stage.is === "cancelled" && (
          <p>{stage.exhibit === null ? "Cancelled. Nothing was kept." : <CameBefore exhibit={stage.exhibit} />}</p>
        )}
        {stage.is === "refused" && <p className="mind bold">{stage.says} Nothing was kept.</p>}
        {stage.is === "kept" && <Kept {...stage} />}
      </div>
      {stage.is === "unanswered" && <Hindrance answer={stage.answer} now={now} again={() => void cancelled(stage.sent)} />}
      {stage.is === "hindered" && <Hindrance answer={stage.answer} now={now} again={() => setStage({ is: "idle" })} />}
    </div>
  );
}

function CameBefore({ exhibit }: { readonly exhibit: string }): ReactElement {
  return (
    <>
      It had already come to the desk and is kept as <b>{exhibit}</b>.
    </>
  );
}

function Going({ sent, total, cancel }: { readonly sent: number; readonly total: number; readonly cancel: () => void }): ReactElement {
  const isWhole = total > 0 && sent >= total;
  return (
    <>
      <progress aria-label="How far it is" max={Math.max(total, 1)} value={sent} />
      <p className="actions">
        <span>{isWhole ? "All of it is with the desk, which seals it now." : `${saySize(sent)} of ${saySize(total)} sent.`}</span>
        {!isWhole && (
          <button type="button" className="second-button" onClick={cancel}>
            Cancel
          </button>
        )}
      </p>
    </>
  );
}

function Kept({ copy, isSame }: { readonly copy: KeptCopy; readonly isSame: boolean }): ReactElement {
  return (
    <>
      <p>
        <b>Kept as {copy.exhibit}</b>, {saySize(copy.size)}. Its SHA-256{isSame ? ", the same here and at the desk" : ""}:
        <code className="line second">{hashInFours(copy.sha256)}</code>
      </p>
      {!isSame && (
        <p className="mind bold" role="alert">
          This computer works out another hash: what was kept is not the file that was chosen. Keep it once more, and use the new number.
        </p>
      )}
    </>
  );
}
