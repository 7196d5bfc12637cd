import { type ChangeEvent, type ReactElement, useId } from "react";
import { type LetterDraft, type WrittenField, faultIn } from "../../letter-draft.ts";
import { CallRow } from "../../parts/call-row.tsx";

/** The fields of a letter that several screens have: what she writes can be of any language, and each stands as it is written. */

/** Whether she is in danger, and whom to call then, in the first letter and in every one after it. */
export function DangerField({
  value,
  onChange,
}: {
  readonly value: LetterDraft["danger"];
  readonly onChange: (danger: LetterDraft["danger"]) => void;
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

/** What several fields of one letter are given: all that is said in it, and where a change goes. */
interface Fields {
  readonly said: LetterDraft;
  readonly onChange: (said: Partial<LetterDraft>) => void;
}

/** What she wants, and of whom and where it is. */
export function AboutFields({ said, onChange }: Fields): ReactElement {
  return (
    <>
      <Field of="wishes" label="What you want, and what you do not want" rows={3} {...{ said, onChange }} />
      <Choice
        legend="Who is it about?"
        value={said.reporter}
        options={[
          ["self", "Me"],
          ["another", "Somebody for whom I write"],
          ["witness", "Somebody else: I saw it"],
        ]}
        onChange={(reporter) => onChange({ reporter })}
      />
      <Field of="name" label="Your name (without one they do not know who you are)" {...{ said, onChange }} />
      <Field of="language" label="The language you want to speak" {...{ said, onChange }} />
      <Field of="place" label="Where it happens: a town is enough" {...{ said, onChange }} />
      <Choice
        legend="Which part of the country?"
        value={said.jurisdiction}
        options={[
          ["", "I can’t say"],
          ["EW", "England or Wales"],
          ["NI", "Northern Ireland"],
          ["SCO", "Scotland"],
        ]}
        onChange={(jurisdiction) => onChange({ jurisdiction })}
      />
      <Choice
        legend="May they tell people who help (an advocate, a helpline) about you?"
        value={said.referral}
        options={[
          ["", "I can’t say"],
          ["yes", "Yes"],
          ["no", "No"],
        ]}
        onChange={(referral) => onChange({ referral })}
      />
    </>
  );
}

/** How she can be reached, in the few words of the short form. */
export function ReachFields({ said, onChange }: Fields): ReactElement {
  return (
    <>
      <Field of="channel" label="By which way: text, call, e-mail" {...{ said, onChange }} />
      <Field of="address" label="Number or address" {...{ said, onChange }} />
      <Field of="hours" label="When: days and hours" {...{ said, onChange }} />
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
      <Field of="codeWord" label="A word that they say first, so that you know it is them" {...{ said, onChange }} />
    </>
  );
}

/** A field under its label, and below it why what stands in it cannot go: nothing that she pastes is cut off without a word. */
export function Field({
  of: field,
  label,
  rows,
  said,
  onChange,
}: Fields & {
  readonly of: WrittenField;
  readonly label: string;
  /** Absent: one line. */
  readonly rows?: number;
}): ReactElement {
  const id = useId();
  const fault = faultIn(field, said);
  const given = {
    id,
    dir: "auto",
    value: said[field],
    "aria-invalid": fault !== undefined,
    "aria-describedby": `${id}-fault`,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange({ [field]: target.value }),
  };
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? <input {...given} /> : <textarea rows={rows} {...given} />}
      <strong id={`${id}-fault`} role="status" className={fault === undefined ? "unseen" : "amber"}>
        {fault}
      </strong>
    </p>
  );
}

/** One of a few answers. */
function Choice<T extends string>({
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
