import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { type Guess, type MadeOf, guessPicked, guessTyped, isWeak, secondsToGuess } from "@unmask/seal";
import { sayNumber } from "@unmask/words";

/** With the rest of this part, which is fetched when a passphrase is chosen. */
export { isWeak } from "@unmask/seal";

const hour = 3_600;
const day = 24 * hour;
const year = 365.25 * day;

/** How what is typed is guessed: as words that chance picked where it is them. Undefined of nothing. */
export function guessOf(
  typed: string,
  picked: { readonly words: readonly string[]; readonly outOf: number } | undefined,
): Guess | undefined {
  return picked && typed === picked.words.join(" ") ? guessPicked(picked.words.length, picked.outOf) : guessTyped(typed);
}

/** How dear a passphrase is to guess, as a time: said, drawn on a line, and worked out. */
export function GuessView({ guess, secondsATry }: { readonly guess: Guess; readonly secondsATry: number }): ReactElement {
  const seconds = secondsToGuess(guess, secondsATry);
  const time = sayTime(seconds);
  const madeOf = sayMadeOf(guess.madeOf);
  const onThousand = sayTime(seconds / 1_000);
  const weak = isWeak(guess, secondsATry);
  const aTry = String(Math.round(secondsATry * 100) / 100);
  return (
    <section className="guess" aria-live="polite">
      <h2>
        <Trans>
          {madeOf}: about {time} to guess.
        </Trans>
      </h2>
      <p className="second">
        <Trans>On one machine like this; {onThousand} on a thousand of them.</Trans>{" "}
        {guess.madeOf === "names" ? (
          <Trans>Whoever knows you may know these names.</Trans>
        ) : weak ? (
          <Trans>People who know you try names, pets and dates first.</Trans>
        ) : (
          <Trans>Somebody who watches you type needs one try.</Trans>
        )}
      </p>
      <GuessLine seconds={seconds} isMarked={weak} />
      <details>
        <summary>
          <span>
            <Trans>How this is worked out</Trans>
            <span className="second brief">
              <Trans>{aTry} seconds a try, measured here</Trans>
            </span>
          </span>
        </summary>
        <dl className="counts">
          <div>
            <dt>
              <Trans>Tries there are</Trans>
            </dt>
            <dd>{sayLarge(guess.tries)}</dd>
          </div>
          <div>
            <dt>
              <Trans>Half of them, on average</Trans>
            </dt>
            <dd>{sayLarge(guess.tries / 2)}</dd>
          </div>
          <div>
            <dt>
              <Trans>At {aTry} seconds a try</Trans>
            </dt>
            <dd>{time}</dd>
          </div>
        </dl>
        <p className="second">
          {guess.madeOf === "chance" ? (
            <Trans>Each word is picked by chance from the same list, and whoever guesses may know the list.</Trans>
          ) : (
            <Trans>
              This is coarse, and rather too short than too long. A name counts as one of 50, a common word as one of 300, any other as one
              of 2,048, a line that many know as one word, a year as one of 120. Whoever guesses begins there.
            </Trans>
          )}
        </p>
      </details>
      {weak && (
        <div className="mind">
          <p>
            <Trans>You can use it. It stops a glance. It does not stop time and a copy of this phone.</Trans>
          </p>
        </div>
      )}
    </section>
  );
}

const width = 348;
/** Powers of ten, in hours, from the left end of the line to the right: an hour to some forty million years. */
const powers = 11.5;

/** By the tenfold, so that an hour and a million years stand on one line; the sentence above says the same. */
function GuessLine({ seconds, isMarked }: { readonly seconds: number; readonly isMarked: boolean }): ReactElement {
  const at = (length: number): number =>
    Math.round(10 + (width - 20) * Math.min(1, Math.max(0, Math.log10(Math.max(1e-9, length) / hour) / powers)));
  const mine = at(seconds);
  const ticks = [
    [hour, t`an hour`, "start"],
    [day, "", "middle"],
    [year, t`a year`, "middle"],
    [1_000 * year, t`a thousand`, "middle"],
    [1e6 * year, t`a million`, "end"],
  ] as const;
  return (
    <svg className={isMarked ? "guess-line marked" : "guess-line"} viewBox={`0 0 ${width} 76`} aria-hidden="true" focusable="false">
      <path className="axis" d={`M10 48H${width - 10}${ticks.map(([length]) => `M${at(length)} 44v8`).join("")}`} />
      {ticks.map(([length, says, anchor]) => (
        <text key={length} x={anchor === "end" ? width - 4 : anchor === "start" ? 4 : at(length)} y="70" textAnchor={anchor}>
          {says}
        </text>
      ))}
      <path className="mine" d={isMarked ? `M${mine} 48V24M${mine - 8} 30l8-14 8 14z` : `M${mine} 48V26`} />
      {!isMarked && <circle className="mine" cx={mine} cy="20" r="5.5" />}
      <text className="mine-says" x={mine > width / 2 ? mine - 12 : mine + 12} y="25" textAnchor={mine > width / 2 ? "end" : "start"}>
        {t`yours`}
      </text>
    </svg>
  );
}

function sayMadeOf(madeOf: MadeOf): string {
  switch (madeOf) {
    case "chance":
      return t`Four words picked by chance`;
    case "common":
      return t`What everybody tries first`;
    case "letters":
      return t`A few letters`;
    case "word":
      return t`A name or a word`;
    case "word-year":
      return t`A name and a year`;
    case "word-number":
      return t`A word and a number`;
    case "words":
      return t`Words that you chose`;
    case "names":
      return t`Names, or words written like names`;
    case "phrase":
      return t`A line that many know`;
    case "row":
      return t`Keys in a row, or the same again`;
    case "date":
      return t`A date`;
    case "digits":
      return t`Digits`;
    case "mixed":
      return t`Words, digits and signs`;
  }
}

function sayTime(seconds: number): string {
  if (seconds < 2) return t`a second`;
  if (seconds < 120) return plural(rounded(seconds), { one: "# second", other: "# seconds" });
  if (seconds < 2 * hour) return plural(rounded(seconds / 60), { one: "# minute", other: "# minutes" });
  if (seconds < 2 * day) return plural(rounded(seconds / hour), { one: "# hour", other: "# hours" });
  if (seconds < 2 * year) return plural(rounded(seconds / day), { one: "# day", other: "# days" });
  const years = seconds / year;
  if (years < 1_000) return plural(rounded(years), { one: "# year", other: "# years" });
  if (years > 1e12) return t`more than a million million years`;
  const large = sayLarge(years);
  return t`${large} years`;
}

/** "16 thousand", "16 million", "1,500 million million". */
function sayLarge(count: number): string {
  if (count < 1_000) return sayNumber(rounded(count));
  if (count < 1e6) {
    const thousands = sayNumber(rounded(count / 1e3));
    return t`${thousands} thousand`;
  }
  if (count < 1e12) {
    const millions = sayNumber(rounded(count / 1e6));
    return t`${millions} million`;
  }
  const millions = sayNumber(rounded(count / 1e12));
  return t`${millions} million million`;
}

/** Two figures: more would claim what nobody knows. Never up: nobody is told that it holds for longer than it does. */
function rounded(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.max(1, Math.floor(value / step) * step);
}
