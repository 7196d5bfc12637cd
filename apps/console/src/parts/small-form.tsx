import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { FormFrame } from "./form-frame.tsx";
import { KeyCap } from "./key-cap.tsx";
import { useFocusBack } from "./use-focus-back.ts";
import { WriteOrBack } from "./write-or-back.tsx";
import { WrittenFieldRow } from "./written-field-row.tsx";
import { type WriteSpec, type WrittenValues, bodyOf, fieldsAsked } from "./written-fields.ts";

/** One button that becomes a form in its place: C and a letter opens it, ⌃↵ writes it, Esc leaves it and keeps what was typed. */
export function SmallForm({
  at,
  of,
  spec,
  came,
  write,
  now,
  again,
}: {
  readonly at: Pick<AtDesk, "drafts">;
  /** The report or case: what is typed for one is not shown in another. */
  readonly of: string;
  readonly spec: WriteSpec;
  readonly came: Answer<unknown> | undefined;
  readonly write: (path: string, body: object) => Promise<boolean>;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState("");
  const [values, setValue, clear] = useDrafts(at, `${of} ${spec.name}`, spec);
  const [button, wrote] = useFocusBack(isOpen);
  const save = async (): Promise<void> => {
    const body = bodyOf(spec.fields, values);
    if (!body.ok) return setFault(body.error);
    const lack = spec.lacks?.(values);
    if (lack !== undefined) return setFault(lack);
    setFault("");
    if (!(await write(spec.path, spec.sends?.(body.value) ?? body.value))) return;
    wrote();
    clear();
    setOpen(false);
  };
  const cap = { name: `write-${spec.name}`, presses: [`c ${spec.letter}`], cap: `C ${spec.letter.toUpperCase()}` };
  const hasKey = spec.letter !== "";
  const asks = spec.asksFirst?.(values) ?? [];
  useKeys(isOpen || !hasKey ? [] : [{ ...cap, says: spec.button.toLowerCase(), run: () => setOpen(true) }]);
  if (!isOpen)
    return (
      <button ref={button} type="button" className="second-button" onClick={() => setOpen(true)}>
        {spec.button} {hasKey && <KeyCap of={cap} />}
      </button>
    );
  return (
    <FormFrame
      legend={spec.button}
      isSmall
      {...{ fault, came, now, again, save }}
      end={<WriteOrBack verb={spec.verb} write={save} back={() => setOpen(false)} />}
    >
      {fieldsAsked(spec.fields, values).map((field, i) => (
        <WrittenFieldRow key={field.key} {...{ field, isFirst: i === 0, value: values[field.key] ?? "" }} set={setValue} />
      ))}
      {asks.length > 0 && (
        <p className="notice minded" role="status">
          <b className="mind">Ask first:</b> {asks.join(" ")} It stops nothing here.
        </p>
      )}
      <p className="second-words">
        <b>What it changes:</b> {typeof spec.changes === "string" ? spec.changes : spec.changes(values)}
      </p>
    </FormFrame>
  );
}

/** What is typed in a form, kept while the officer goes elsewhere on the desk; where nothing was typed, what stands already. */
function useDrafts(
  { drafts }: Pick<AtDesk, "drafts">,
  form: string,
  { fields, standing = {} }: Pick<WriteSpec, "fields" | "standing">,
): readonly [WrittenValues, (key: string, text: string) => void, () => void] {
  const [typed, setTyped] = useState<Readonly<Record<string, string | undefined>>>(() =>
    Object.fromEntries(fields.map(({ key }) => [key, drafts.get(`${form} ${key}`)])),
  );
  const values = Object.fromEntries(fields.map(({ key }) => [key, typed[key] ?? standing[key] ?? ""]));
  const set = (key: string, text: string): void => {
    drafts.set(`${form} ${key}`, text);
    setTyped((before) => ({ ...before, [key]: text }));
  };
  const clear = (): void => {
    for (const { key } of fields) drafts.delete(`${form} ${key}`);
    setTyped({});
  };
  return [values, set, clear];
}
