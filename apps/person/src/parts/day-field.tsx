import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useId } from "react";
import { type DayDraft, isWrongDay } from "../day-draft.ts";

/** A day, typed in three fields. What is no day is said when the field is left behind, not while she types. */
export function DayField({
  legend,
  draft,
  isChecked,
  onChange,
}: {
  readonly legend: string;
  readonly draft: DayDraft;
  readonly isChecked: boolean;
  readonly onChange: (draft: DayDraft) => void;
}): ReactElement {
  const id = useId();
  const isWrong = isChecked && isWrongDay(draft);
  const parts = [
    ["day", t`Day`, 2],
    ["month", t`Month`, 2],
    ["year", t`Year`, 4],
  ] as const;
  return (
    <fieldset className="day-field" aria-describedby={isWrong ? `${id}-wrong` : undefined}>
      <legend>{legend}</legend>
      {isWrong && (
        <p className="amber" id={`${id}-wrong`}>
          <Trans>There is no such day. Write it in numbers, for example 12 8 2025.</Trans>
        </p>
      )}
      <div className="day-parts">
        {parts.map(([part, says, length]) => (
          <p key={part}>
            <label htmlFor={`${id}-${part}`}>{says}</label>
            <input
              id={`${id}-${part}`}
              inputMode="numeric"
              size={length}
              maxLength={length}
              aria-invalid={isWrong}
              value={draft[part]}
              onChange={({ target }) => onChange({ ...draft, [part]: target.value })}
            />
          </p>
        ))}
      </div>
    </fieldset>
  );
}
