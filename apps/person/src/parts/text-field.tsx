import { type ReactElement, type ReactNode, useId } from "react";

/** A field for her words: of one line, or of as many as `rows` begins with. */
export function TextField({
  says,
  hint,
  rows,
  value,
  onChange,
}: {
  readonly says: string;
  readonly hint?: ReactNode;
  readonly rows?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const id = useId();
  const common = { id, dir: "auto", value, ...(hint !== undefined && { "aria-describedby": `${id}-hint` }) } as const;
  return (
    <p className="field">
      <label htmlFor={id}>{says}</label>
      {hint !== undefined && (
        <span className="second" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {rows === undefined ? (
        <input {...common} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <textarea {...common} rows={rows} onChange={({ target }) => onChange(target.value)} />
      )}
    </p>
  );
}
