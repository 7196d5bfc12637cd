import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useId } from "react";
import { withTyped } from "../../typed-words.ts";

/** A word that does not fit, told at its place. */
export interface WordSlip {
  /** From 0. */
  readonly at: number;
  readonly says: ReactNode;
  /** The word that it may be. */
  readonly meant?: string | undefined;
}

/** Seven numbered fields, ruled like paper. */
export function WordFields({
  words,
  slips,
  onChange,
}: {
  readonly words: readonly string[];
  /** Each at its field; where two are at one, the first is shown. */
  readonly slips: readonly WordSlip[];
  readonly onChange: (words: readonly string[]) => void;
}): ReactElement {
  const id = useId();
  return (
    <ol className="words">
      {words.map((word, at) => {
        const slip = slips.find((one) => one.at === at);
        return (
          <li key={at} className={slip ? "slip" : ""}>
            {slip && (
              <p id={`${id}-${at}-slip`} role="alert">
                {slip.says}
              </p>
            )}
            <label htmlFor={`${id}-${at}`}>
              <span className="unseen">
                <Trans>Word</Trans>{" "}
              </span>
              {at + 1}
            </label>
            <input
              id={`${id}-${at}`}
              value={word}
              autoCapitalize="none"
              {...(slip && { "aria-invalid": true, "aria-describedby": `${id}-${at}-slip` })}
              onChange={({ target }) => onChange(words.with(at, target.value))}
              onPaste={(event) => {
                event.preventDefault();
                onChange(withTyped(words, at, event.clipboardData.getData("text")));
              }}
            />
            {slip?.meant !== undefined && (
              <button type="button" className="outlined" onClick={() => onChange(words.with(at, slip.meant ?? word))}>
                <Trans>Use {slip.meant}</Trans>
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
