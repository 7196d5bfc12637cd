import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useId } from "react";
import type { ComparedWord } from "@unmask/seal";
import { Icon } from "../../parts/icon.tsx";
import { withTyped } from "../../typed-words.ts";

/** Twelve empty fields. */
export const noTwelve: readonly string[] = Array.from({ length: 12 }, () => "");

/** One word that does not fit, at its place from 1. */
export interface TwelveSlip {
  readonly place: number;
  readonly says: ReactNode;
}

/** The twelve words in their order, read down two columns as on the paper; typed one by one, or pasted as a whole. */
export function TwelveFields({
  words,
  slips,
  onChange,
}: {
  readonly words: readonly string[];
  readonly slips: readonly TwelveSlip[];
  readonly onChange: (words: readonly string[]) => void;
}): ReactElement {
  const id = useId();
  return (
    <fieldset className="twelve-typed">
      <legend>{t`The twelve words`}</legend>
      <ol className="twelve">
        {words.map((word, at) => {
          const isSlip = slips.some(({ place }) => place === at + 1);
          return (
            <li key={at} className={isSlip ? "slip" : ""}>
              <label htmlFor={`${id}-${at}`}>
                <span className="unseen">{t`Word`} </span>
                {at + 1}
              </label>
              <input
                id={`${id}-${at}`}
                size={8}
                value={word}
                autoCapitalize="none"
                {...(isSlip && { "aria-invalid": true, "aria-describedby": `${id}-slips` })}
                onChange={({ target }) => onChange(words.with(at, target.value))}
                onPaste={(event) => {
                  event.preventDefault();
                  onChange(withTyped(words, at, withoutNumbers(event.clipboardData.getData("text"))));
                }}
              />
              {isSlip && <Icon name="mind" />}
            </li>
          );
        })}
      </ol>
      {slips.length > 0 && (
        <div className="mind" role="alert" id={`${id}-slips`}>
          {slips.map(({ place, says }) => (
            <p key={place}>{says}</p>
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** The numbers that stand beside words on the paper. */
function withoutNumbers(pasted: string): string {
  return pasted.replaceAll(/(?<=^|\s)[(#]?\d+[.):]?(?=\s|$)/g, " ").trim();
}

/** Each word that is empty; while there is one nothing is compared. */
export function emptySlips(words: readonly string[]): readonly TwelveSlip[] {
  // All of them may stand in one field.
  if (words.join(" ").trim().split(/\s+/).length >= words.length) return [];
  return words.flatMap((word, at) => (word.trim() === "" ? [{ place: at + 1, says: <Trans>Word {at + 1} is empty.</Trans> }] : []));
}

/** Each word that is none of the list, or another than on the paper. */
export function comparedSlips(words: readonly string[], compared: readonly ComparedWord[]): readonly TwelveSlip[] {
  return compared.flatMap(({ place, is, likely }) => {
    const word = words[place - 1] ?? "";
    if (is === "fine") return [];
    if (is === "other")
      return [
        {
          place,
          says: (
            <Trans>
              <strong>
                {place}, “{word}”,
              </strong>{" "}
              is in the list, but is not the word at this place on your paper.
            </Trans>
          ),
        },
      ];
    const near = likely.join(", ");
    const notListed = (
      <Trans>
        <strong>
          {place}, “{word}”,
        </strong>{" "}
        is not in the list of words.
      </Trans>
    );
    const look = near === "" ? <Trans>Look for a word that begins like it on your paper.</Trans> : <Trans>It may be: {near}.</Trans>;
    return [
      {
        place,
        says: (
          <>
            {notListed} {look}
          </>
        ),
      },
    ];
  });
}
