import { type ReactElement, useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import { Lack } from "./lack.tsx";
import { useDraft } from "./use-draft.ts";

/**
 * What the second person says of what another wrote: that they agree, or, with words for whoever wrote it, that they do not. `blocked` says
 * what stands in the way of agreeing; the draft is kept under `field`.
 */
export function SecondOpinion({
  at,
  field,
  agree,
  blocked,
  write,
}: {
  readonly at: AtDesk;
  readonly field: string;
  readonly agree: string;
  readonly blocked?: string | undefined;
  readonly write: (agrees: boolean, words: string) => Promise<boolean>;
}): ReactElement {
  const [words, setWords] = useDraft(at, field);
  const [fault, setFault] = useState("");
  const send = async (agrees: boolean): Promise<void> => {
    const said = words.trim();
    if (!agrees && said === "") return setFault("You do not agree: say why, for whoever wrote it.");
    setFault("");
    if (await write(agrees, said)) setWords("");
  };
  return (
    <>
      <Lack says={fault} />
      <label className="field">
        <span>
          Your words <span className="second-words">needed if you do not agree</span>
        </span>
        <textarea rows={2} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <p className="actions">
        {blocked === undefined ? (
          <button type="button" className="first-button" onClick={() => void send(true)}>
            {agree}
          </button>
        ) : (
          <span className="dashed">{blocked}</span>
        )}
        <button type="button" className="second-button" onClick={() => void send(false)}>
          I do not agree
        </button>
      </p>
    </>
  );
}
