import { type ReactElement, type ReactNode, useId } from "react";
import type { AnswerDraft } from "../../letter-draft.ts";
import { CallRow } from "../../parts/call-row.tsx";

/** The fields of a letter that several screens have: what she writes can be of any language, and each stands as it is written. */

/** Characters of a line: as many as a force reads (docs/formats/submission.md). */
const longestLine = 300;

/** Whether she is in danger, and whom to call then, in the first letter and in every one after it. */
export function DangerField({
  value,
  onChange,
}: {
  readonly value: AnswerDraft["danger"];
  readonly onChange: (danger: AnswerDraft["danger"]) => void;
}): ReactElement {
  return (
    <>
      <Choice
        legend="Are you in danger now?"
        value={value}
        options={[
          ["now", "Yes, now"],
          ["no", "Not at this moment"],
          ["unsaid", "I can’t say"],
        ]}
        onChange={onChange}
      />
      {value === "now" && <CallRow />}
    </>
  );
}

type Reach = Omit<AnswerDraft, "danger" | "account">;

/** How she can be reached, in the few words of the short form. */
export function ReachFields({ said, onChange }: { readonly said: Reach; readonly onChange: (said: Partial<Reach>) => void }): ReactElement {
  return (
    <>
      <Line label="By which way: text, call, e-mail" value={said.channel} onChange={(channel) => onChange({ channel })} />
      <Line label="Number or address" value={said.address} onChange={(address) => onChange({ address })} />
      <Line label="When: days and hours" value={said.hours} onChange={(hours) => onChange({ hours })} />
      <Choice
        legend="May they leave a message?"
        value={said.voicemail}
        options={[
          ["", "I can’t say"],
          ["no", "No voicemail"],
          ["yes", "Yes"],
        ]}
        onChange={(voicemail) => onChange({ voicemail })}
      />
      <Line
        label="A word that they say first, so that you know it is them"
        value={said.codeWord}
        onChange={(codeWord) => onChange({ codeWord })}
      />
    </>
  );
}

/** A field under its label. */
export function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }): ReactElement {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </p>
  );
}

/** A line of text. */
export function Line({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  return (
    <Field label={label}>
      {(id) => <input id={id} dir="auto" value={value} maxLength={longestLine} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

/** One of a few answers. */
export function Choice<T extends string>({
  legend,
  value,
  options,
  onChange,
}: {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(([option, says]) => (
        <label key={option}>
          <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
          {says}
        </label>
      ))}
    </fieldset>
  );
}
