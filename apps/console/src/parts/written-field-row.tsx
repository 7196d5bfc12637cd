import { type ReactElement, useId } from "react";
import { type Chosen, type WrittenField, ticked, yesNo } from "./written-fields.ts";

/** Letters of a field, as the server takes them. */
const longestLine = 1_000;
const longestWords = 20_000;
/** A year has four digits; a browser without this takes six. */
const lastDay = "9999-12-31";

interface RowParts {
  readonly field: WrittenField;
  readonly value: string;
  /** The first of its form has the focus when the form opens. */
  readonly isFirst: boolean;
  readonly set: (key: string, text: string) => void;
}

/** One field with its words. */
export function WrittenFieldRow(row: RowParts): ReactElement {
  const { field } = row;
  const hint = useId();
  if (field.as === "ticks") return <Ticks {...row} />;
  const asks = field.isOptional === true ? `${field.asks} (can stay blank)` : field.asks;
  return (
    <>
      <label className={field.as === "choice" || field.as === "yes-no" ? "" : "field"}>
        <span>{asks}</span>
        <Control {...row} describedBy={field.hint === undefined ? undefined : hint} />
      </label>
      {field.hint !== undefined && (
        <p className="second-words" id={hint}>
          {field.hint}
        </p>
      )}
    </>
  );
}

function Control({ field, value, isFirst, set, describedBy }: RowParts & { readonly describedBy: string | undefined }): ReactElement {
  const { key, as, options } = field;
  const given = { value, autoFocus: isFirst, "aria-describedby": describedBy };
  switch (as) {
    case "choice":
    case "yes-no":
      return (
        <select {...given} onChange={(event) => set(key, event.target.value)}>
          <option value="">choose one</option>
          {(as === "yes-no" ? yesNo : (options ?? [])).map((one: Chosen) => (
            <option key={one.value} value={one.value}>
              {one.says}
            </option>
          ))}
        </select>
      );
    case "words":
    case "pairs":
      return (
        <textarea {...given} rows={as === "pairs" ? 6 : 2} maxLength={longestWords} onChange={(event) => set(key, event.target.value)} />
      );
    default:
      return (
        <input
          {...given}
          type={as === "day" ? "date" : as === "minute" ? "time" : "text"}
          autoComplete="off"
          max={as === "day" ? lastDay : undefined}
          maxLength={longestLine}
          onChange={(event) => set(key, event.target.value)}
        />
      );
  }
}

function Ticks({ field, value, isFirst, set }: RowParts): ReactElement {
  const { key, asks, options = [] } = field;
  const chosen = ticked(value);
  const toggle = (one: string): void =>
    set(key, (chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]).join("\n"));
  return (
    <fieldset className="ticks">
      <legend>{field.isOptional === true ? `${asks} (can stay blank)` : asks}</legend>
      {options.map((one, i) => (
        <label key={one.value} className="tick">
          <input type="checkbox" autoFocus={isFirst && i === 0} checked={chosen.includes(one.value)} onChange={() => toggle(one.value)} />{" "}
          <span>{one.says}</span>
        </label>
      ))}
      {options.length === 0 && <p className="second-words">{field.hint ?? "Nothing is there to choose."}</p>}
    </fieldset>
  );
}
