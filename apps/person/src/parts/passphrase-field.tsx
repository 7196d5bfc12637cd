import { t } from "@lingui/core/macro";
import { type ReactElement, useId, useState } from "react";
import { Beside } from "./beside.tsx";

/** What managers of passwords look for to keep away from a field; they know no common word. */
const unmanaged = { "data-1p-ignore": "", "data-lpignore": "true", "data-bwignore": "", "data-form-type": "other" };

/** A passphrase: hidden until she asks to see it, offered to no manager of passwords, and what is pasted stays. */
export function PassphraseField({
  label,
  value,
  hint,
  isShownFirst = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly isShownFirst?: boolean;
  readonly onChange: (typed: string) => void;
}): ReactElement {
  const id = useId();
  const [isShown, setShown] = useState(isShownFirst);
  return (
    <div className="field">
      <label htmlFor={id}>
        <strong>{label}</strong>
        <Beside of={label} />
      </label>
      <span className="passphrase">
        <input
          id={id}
          type={isShown ? "text" : "password"}
          autoCapitalize="none"
          {...unmanaged}
          {...(hint !== undefined && { "aria-describedby": `${id}-hint` })}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
        <button type="button" className="bare underlined" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {t`Show`}
          <span className="unseen"> {label}</span>
        </button>
      </span>
      {hint !== undefined && (
        <span className="second" id={`${id}-hint`}>
          {hint}
          <Beside of={hint} />
        </span>
      )}
    </div>
  );
}
