import { t } from "@lingui/core/macro";
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
        legend={t`Are you in danger now?`}
        value={value}
        options={[
          ["now", t`Yes, now`],
          ["no", t`Not at this moment`],
          ["unsaid", t`I can’t say`],
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
      <Field of="wishes" label={t`What you want, and what you do not want`} rows={3} {...{ said, onChange }} />
      <Choice
        legend={t`Who is it about?`}
        value={said.reporter}
        options={[
          ["self", t`Me`],
          ["another", t`Somebody for whom I write`],
          ["witness", t`Somebody else: I saw it`],
        ]}
        onChange={(reporter) => onChange({ reporter })}
      />
      <Field of="name" label={t`Your name (without one they do not know who you are)`} {...{ said, onChange }} />
      <Field of="language" label={t`The language you want to speak`} {...{ said, onChange }} />
      <Field of="place" label={t`Where it happens: a town is enough`} {...{ said, onChange }} />
      <Choice
        legend={t`Which part of the country?`}
        value={said.jurisdiction}
        options={[
          ["", t`I can’t say`],
          ["EW", t`England or Wales`],
          ["NI", t`Northern Ireland`],
          ["SCO", t`Scotland`],
        ]}
        onChange={(jurisdiction) => onChange({ jurisdiction })}
      />
      <Choice
        legend={t`May they tell people who help (an advocate, a helpline) about you?`}
        value={said.referral}
        options={[
          ["", t`I can’t say`],
          ["yes", t`Yes`],
          ["no", t`No`],
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
      <Field of="channel" label={t`By which way: text, call, e-mail`} {...{ said, onChange }} />
      <Field of="address" label={t`Number or address`} {...{ said, onChange }} />
      <Field of="hours" label={t`When: days and hours`} {...{ said, onChange }} />
      <Choice
        legend={t`May they leave a message?`}
        value={said.voicemail}
        options={[
          ["", t`I can’t say`],
          ["no", t`No voicemail`],
          ["yes", t`Yes`],
        ]}
        onChange={(voicemail) => onChange({ voicemail })}
      />
      <Field of="codeWord" label={t`A word that they say first, so that you know it is them`} {...{ said, onChange }} />
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
