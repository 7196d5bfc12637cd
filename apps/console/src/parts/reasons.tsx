import { type ReactElement, useState } from "react";
import { type GivenReason, logLineOf } from "../desk/given-reason.ts";
import type { OfferedReason } from "../desk/preview.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { KeyCap } from "./key-cap.tsx";

/** "Another reason, in words" stands behind those that the server offers. */
const inWords: OfferedReason = { code: "other", says: "Another reason, in words" };

/** The reason that holds for every report that waits. */
export const triage: OfferedReason = { code: "triage", says: "Triage", more: "it waits, and must be read to be ranked" };

/** Why it is opened: one key, or words; and the line of the log that it will write. */
export function Reasons({
  reference,
  officer,
  offered: fromServer,
  open,
  take,
  takeAndOpen,
  level = "h2",
}: {
  readonly reference: string;
  readonly officer: string;
  readonly offered: readonly OfferedReason[];
  readonly open: (reason: GivenReason) => void;
  readonly take?: () => void;
  /** On a narrow screen: one press for both, with the likeliest reason; the others fold away. */
  readonly takeAndOpen?: ((reason: GivenReason) => void) | undefined;
  /** The heading's level: below that of the page, or of a panel in it. */
  readonly level?: "h2" | "h3";
}): ReactElement {
  const Heading = level;
  const offered = [...fromServer, inWords];
  const [first = inWords] = offered;
  const [isWriting, setWriting] = useState(false);
  const [words, setWords] = useState("");
  const [fault, setFault] = useState("");
  const give = (reason: OfferedReason): void => {
    if (reason.code === "other") return setWriting(true);
    open(givenBy(reason));
  };
  const giveWords = (): void => {
    if (words.trim().split(/\s+/).length < 3) return setFault("Say why in a few words that another can check.");
    open({ code: "other", words: words.trim() });
  };
  useKeys([
    ...offered.map((reason, i) => ({
      name: `reason-${i + 1}`,
      // No reason is Enter: what the log says was chosen.
      presses: [String(i + 1)],
      cap: String(i + 1),
      says: `open: ${reason.says}`,
      run: () => give(reason),
    })),
    ...(take ? [{ name: "take", presses: ["a"], cap: "A", says: "take it", isInBar: true, run: take }] : []),
    ...(isWriting
      ? [
          { name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "open with the reason written", run: giveWords },
          { name: "back", presses: ["Escape"], cap: "Esc", says: "back, keeps what was typed", run: () => setWriting(false) },
        ]
      : []),
  ]);
  const list = (
    <>
      {offered.map((reason, i) => (
        <button key={reason.says} type="button" className="reason" onClick={() => give(reason)}>
          <KeyCap of={{ name: `reason-${i + 1}`, presses: [String(i + 1)], cap: String(i + 1) }} />
          <span>
            <span className="says">{reason.says}</span>
            {reason.more !== undefined && <span className="more">{reason.more}</span>}
          </span>
        </button>
      ))}
      {isWriting && <OwnWords {...{ words, setWords, fault, giveWords }} />}
      <p className="second-words">
        The line that will be written, with the reason that you choose:
        <span className="mono line">{logLineOf(reference, officer, isWriting ? { code: "other", words } : { code: "…", words: "" })}</span>
      </p>
    </>
  );
  if (takeAndOpen)
    return (
      <div className="reasons">
        <p className="second-words">Either one writes: {first.says}</p>
        <p className="actions two">
          <button type="button" className="first-button" onClick={() => takeAndOpen(givenBy(first))}>
            Take it and open
          </button>
          <button type="button" className="second-button" onClick={() => give(first)}>
            Open it
          </button>
        </p>
        <details>
          <summary>Other reason</summary>
          {list}
        </details>
      </div>
    );
  return (
    <div className="reasons">
      <Heading>Why do you open it?</Heading>
      <p className="second-words">One key opens it and writes the reason.</p>
      {list}
      {take && (
        <p className="actions">
          <button type="button" className="second-button" onClick={take} aria-keyshortcuts="A">
            Take it <KeyCap of={{ name: "take", presses: ["a"], cap: "A" }} />
          </button>
        </p>
      )}
    </div>
  );
}

/** A reason in the officer's own words: three of them at least, which another can check. */
function OwnWords({
  words,
  setWords,
  fault,
  giveWords,
}: {
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly fault: string;
  readonly giveWords: () => void;
}): ReactElement {
  return (
    <div className="own-words" ref={(part) => part?.scrollIntoView({ block: "nearest" })}>
      {fault !== "" && (
        <p className="mind" id="words-fault" role="alert">
          <b>{fault}</b>
        </p>
      )}
      <label className="field">
        <span>Your reason</span>
        <textarea
          autoFocus
          rows={3}
          maxLength={1_000}
          aria-describedby={fault === "" ? undefined : "words-fault"}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <button type="button" className="first-button" onClick={giveWords}>
        Open it <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
      </button>
    </div>
  );
}

function givenBy({ code, task }: OfferedReason): GivenReason {
  return { code, words: "", ...(task === undefined ? {} : { task }) };
}
