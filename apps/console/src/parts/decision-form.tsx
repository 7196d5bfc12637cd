import { type ReactElement, type ReactNode, useId } from "react";
import { useKeys } from "../keys/keyboard.tsx";
import { Choice, type Option } from "./choice.tsx";
import { KeyCap } from "./key-cap.tsx";
import { Lack } from "./lack.tsx";

/** Letters of a reason, as the server takes them. */
const longestWords = 4_000;

const writeKey = { name: "write", presses: ["Control+Enter"], cap: "⌃↵" };

/**
 * A decision as it is written everywhere on the desk: one of some is chosen, why is said in words, and a button writes it. What is missing is told
 * above the words, what came of it below them.
 */
export function DecisionForm<Value extends string>({
  legend,
  options,
  chosen,
  choose,
  children,
  fault,
  asks = "Your reason, in words",
  rows = 2,
  longest = longestWords,
  words,
  setWords,
  told,
  verb,
  keySays,
  write,
  beside,
}: {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value | undefined;
  readonly choose: (value: Value) => void;
  /** What is asked beside, by what was chosen. */
  readonly children?: ReactNode;
  /** What is still missing; empty: nothing. */
  readonly fault: string;
  readonly asks?: ReactNode;
  readonly rows?: number;
  readonly longest?: number;
  readonly words: string;
  readonly setWords: (words: string) => void;
  /** What came of it, where it was not written. */
  readonly told?: ReactNode;
  /** On the button. */
  readonly verb: string;
  /** What ⌃↵ does, in the list of the keys; a figure chooses then. Absent: several such forms stand on one page, and none has keys. */
  readonly keySays?: string;
  readonly write: () => Promise<void>;
  /** Beside the button. */
  readonly beside?: ReactNode;
}): ReactElement {
  const lack = useId();
  const hasKeys = keySays !== undefined;
  useKeys(
    hasKeys
      ? [
          ...options.map(({ value, says }, i) => ({
            name: `choice-${i + 1}`,
            presses: [String(i + 1)],
            cap: String(i + 1),
            says,
            run: () => choose(value),
          })),
          { ...writeKey, says: keySays, isInBar: true, run: () => void write() },
        ]
      : [],
  );
  return (
    <>
      <Choice legend={legend} options={options} chosen={chosen} choose={choose} hasKeys={hasKeys} />
      {children}
      <Lack id={lack} says={fault} />
      <label className="field">
        <span>{asks}</span>
        <textarea
          rows={rows}
          maxLength={longest}
          aria-invalid={fault !== ""}
          aria-describedby={fault === "" ? undefined : lack}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {told}
      <p className="actions">
        <button
          type="button"
          className="first-button"
          onClick={() => void write()}
          aria-keyshortcuts={hasKeys ? "Control+Enter" : undefined}
        >
          {verb} {hasKeys && <KeyCap of={writeKey} />}
        </button>
        {beside}
      </p>
    </>
  );
}
