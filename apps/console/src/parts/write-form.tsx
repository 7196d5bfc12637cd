import { type ReactElement, type ReactNode, useState } from "react";
import type { Instant } from "@unmask/core";
import { FormFrame } from "./form-frame.tsx";
import { useCommand } from "./use-command.ts";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";

/** Where something is written in a case: on what was seen, and why the officer is there. */
export interface WrittenIn {
  readonly at: AtDesk;
  readonly page: { readonly case: string; readonly saw: number };
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly again: () => void;
}

/** What a form sends: where to, and what; or what is still missing in it, in words. */
export type Draft = { readonly path: string; readonly body: object } | { readonly lacks: string };

/** A form that stands open in a case (one that a button opens is `SmallForm`) and is told what came of it: nothing typed is lost before it stands. */
export function WriteForm({
  parts: { at, page, reason, now, again },
  legend,
  draft,
  done,
  button,
  more,
  isSecond = false,
  children,
}: {
  readonly parts: WrittenIn;
  readonly legend: string;
  readonly draft: () => Draft;
  /** It stands: the fields are emptied. */
  readonly done: () => void;
  readonly button: string;
  readonly more?: string;
  readonly isSecond?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const save = async (): Promise<void> => {
    const written = draft();
    setFault("lacks" in written ? written.lacks : "");
    if ("path" in written && (await write(written.path, written.body))) done();
  };
  return (
    <FormFrame
      {...{ legend, fault, came, now, again, save }}
      end={
        <p className="actions">
          <button type="button" className={isSecond ? "second-button" : "first-button"} onClick={() => void save()}>
            {button}
          </button>
          {more !== undefined && <span className="second-words">{more}</span>}
        </p>
      }
    >
      {children}
    </FormFrame>
  );
}

/** A line of words in a form. */
export function WordsField({
  says,
  value,
  set,
  longest = 4_000,
  hint,
}: {
  readonly says: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly longest?: number;
  /** How it is written, in the field while it is empty. */
  readonly hint?: string;
}): ReactElement {
  return (
    <label className="field">
      <span>{says}</span>
      <input
        type="text"
        autoComplete="off"
        maxLength={longest}
        placeholder={hint}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}

/** A civil day in a form; empty where it is not known. */
export function DayField({
  says,
  value,
  set,
}: {
  readonly says: string;
  readonly value: string;
  readonly set: (value: string) => void;
}): ReactElement {
  return (
    <label className="field">
      <span>{says}</span>
      <input type="date" value={value} onChange={(event) => set(event.target.value)} />
    </label>
  );
}

/** One of some: nothing is chosen before an officer does. */
export function ChooseField({
  says,
  options,
  value,
  set,
  none = "choose one",
  isFirst = false,
}: {
  readonly says: string;
  readonly options: readonly { readonly value: string; readonly says: string }[];
  readonly value: string;
  readonly set: (value: string) => void;
  /** What stands where nothing is chosen. */
  readonly none?: string;
  /** The form was opened by a key: its first field has the focus. */
  readonly isFirst?: boolean;
}): ReactElement {
  return (
    <label>
      <span>{says}</span>
      <select autoFocus={isFirst} value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{none}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.says}
          </option>
        ))}
      </select>
    </label>
  );
}
