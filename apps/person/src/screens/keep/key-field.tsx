import { t } from "@lingui/core/macro";
import { type ReactElement, useId } from "react";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { Segments } from "../../parts/segments.tsx";
import type { VaultKey } from "../../vault/protocol.ts";
import { TwelveFields, type TwelveSlip, noTwelve } from "./twelve-fields.tsx";

/** What she types to open something, in one of three ways. */
export interface KeyDraft {
  readonly by: "passphrase" | "words" | "sheet";
  readonly passphrase: string;
  readonly words: readonly string[];
  readonly sheet: string;
}

/** Nothing is typed. */
export const emptyKey: KeyDraft = { by: "passphrase", passphrase: "", words: noTwelve, sheet: "" };

/** What was typed as the worker takes it; undefined: nothing. */
export function keyOf({ by, passphrase, words, sheet }: KeyDraft): VaultKey | undefined {
  const typed = by === "passphrase" ? passphrase : by === "words" ? words.join(" ").trim() : sheet.replaceAll(/\s/g, "").toUpperCase();
  if (typed.trim() === "") return undefined;
  return by === "passphrase" ? { by, typed } : { by: "words", typed };
}

/** Passphrase, twelve words, or the key that is printed under them. */
export function KeyField({
  legend,
  draft,
  slips = [],
  onChange,
}: {
  readonly legend: string;
  readonly draft: KeyDraft;
  readonly slips?: readonly TwelveSlip[];
  readonly onChange: (draft: KeyDraft) => void;
}): ReactElement {
  const id = useId();
  const ways = [
    ["passphrase", t`Passphrase`],
    ["words", t`Twelve words`],
    ["sheet", t`The key on the sheet`],
  ] as const;
  return (
    <>
      <Segments legend={legend} options={ways} value={draft.by} onChange={(by) => onChange({ ...draft, by })} />
      {draft.by === "passphrase" && (
        <PassphraseField label={t`Passphrase`} value={draft.passphrase} onChange={(passphrase) => onChange({ ...draft, passphrase })} />
      )}
      {draft.by === "words" && <TwelveFields words={draft.words} slips={slips} onChange={(words) => onChange({ ...draft, words })} />}
      {draft.by === "sheet" && (
        <p className="field">
          <label htmlFor={`${id}-sheet`}>{t`The key, from AGE-SECRET-KEY on`}</label>
          <textarea
            id={`${id}-sheet`}
            rows={3}
            value={draft.sheet}
            onChange={({ target }) => onChange({ ...draft, sheet: target.value })}
          />
        </p>
      )}
    </>
  );
}
