import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import type { VaultAnswer } from "../../vault/protocol.ts";
import type { GuessView, guessOf, isWeak } from "./passphrase-meter.tsx";
import type { Asking } from "./use-asking.ts";

interface Meter {
  readonly guessOf: typeof guessOf;
  readonly isWeak: typeof isWeak;
  readonly GuessView: typeof GuessView;
}

type FourWords = Extract<VaultAnswer, { answer: "four words" }>;

/** A new passphrase: four words by chance or her own, what it costs to guess, and typed twice. */
export function ChoosePassphrase({
  title,
  says,
  asking,
  children,
  onChosen,
}: {
  readonly title: string;
  readonly says: ReactNode;
  readonly asking: Asking;
  /** What is asked before. */
  readonly children?: ReactNode;
  readonly onChosen: (passphrase: string) => void;
}): ReactElement {
  const [typed, setTyped] = useState("");
  const [again, setAgain] = useState("");
  /** The last words that chance gave; before she asks for any, what a try costs here. */
  const [four, setFour] = useState<FourWords>();
  const [isPicked, setPicked] = useState(false);
  const [isMine, setMine] = useState(false);
  const pick = async (): Promise<FourWords | undefined> => {
    const answer = await asking.ask({ ask: "four words" });
    if (answer.answer !== "four words") return undefined;
    setFour(answer);
    return answer;
  };
  const [meter, setMeter] = useState<Meter>();
  useEffect(() => {
    void pick();
    // Without it nothing is said of what it costs to guess, and she goes on all the same.
    import("./passphrase-meter.tsx").then(setMeter, () => undefined);
  }, []);
  const secondsATry = four?.secondsATry ?? 0.3;
  const guess = meter?.guessOf(typed, isPicked ? four : undefined);
  const isWeakOne = guess === undefined || meter?.isWeak(guess, secondsATry) !== false;
  const isOffered = typed === "" || (isWeakOne && !isMine);
  const take = async (): Promise<void> => {
    const answer = await pick();
    if (answer === undefined) return;
    setPicked(true);
    setTyped(answer.words.join(" "));
    setAgain("");
    setMine(false);
  };
  const typeAgain = (changed: string): void => {
    setAgain(changed);
    asking.refuse("");
  };
  const goOn = (): void => {
    if (typed === again) onChosen(typed);
    else
      asking.refuse(again === "" ? t`Type it again in the field below, so that you know it.` : t`The two are not the same. Type it again.`);
  };
  return (
    <Page
      title={title}
      actions={
        <>
          <button type="button" className="primary" onClick={() => (isOffered ? void take() : goOn())}>
            {isOffered ? <Trans>Pick four words for me</Trans> : <Trans>Go on</Trans>}
          </button>
          {isOffered && typed !== "" && (
            <button type="button" className="bare underlined" onClick={() => setMine(true)}>
              <Trans>Use mine all the same</Trans>
            </button>
          )}
          {!isOffered && isPicked && (
            <button type="button" className="bare underlined" onClick={() => void take()}>
              <Trans>Pick four other words</Trans>
            </button>
          )}
        </>
      }
    >
      <p className="second">{says}</p>
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      {children}
      <PassphraseField
        key={isPicked ? "picked" : "typed"}
        label={t`New passphrase`}
        hint={t`Pasting works. Not kept by the browser.`}
        isShownFirst={isPicked}
        value={typed}
        onChange={(changed) => {
          setTyped(changed);
          setMine(false);
          asking.refuse("");
        }}
      />
      {isPicked && guess?.madeOf === "chance" && (
        <p>
          <Trans>Say them to yourself, or write them down where only you look. Then type them again.</Trans>
        </p>
      )}
      {guess && meter && <meter.GuessView guess={guess} secondsATry={secondsATry} />}
      {!isOffered && <PassphraseField label={t`Type it again`} value={again} onChange={typeAgain} />}
      {asking.going !== undefined && four !== undefined && <ProgressView done={0} total={0} says={t`This takes a few seconds.`} />}
    </Page>
  );
}
