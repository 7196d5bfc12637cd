import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import type { Walk } from "../../session.ts";
import { isUntouched } from "../../typed-words.ts";
import { TwelveFields, type TwelveSlip, comparedSlips, emptySlips, noTwelve } from "./twelve-fields.tsx";
import { useAsking } from "./use-asking.ts";

/** The twelve words typed back whole, so that a slip of the pen is found while new words can still be made. */
export function Proof(walk: Walk): ReactElement {
  const { navigation } = walk;
  const asking = useAsking(walk);
  const [words, setWords] = useState(noTwelve);
  const [slips, setSlips] = useState<readonly TwelveSlip[]>([]);
  const check = async (): Promise<void> => {
    const empty = emptySlips(words);
    setSlips(empty);
    if (empty.length > 0) return;
    const answer = await asking.ask({ ask: "prove words", typed: words.join(" ") });
    if (answer.answer !== "words") return;
    if (answer.isProved) return navigation.replace({ name: "keep", at: "kept" });
    const found = comparedSlips(words, answer.words);
    setSlips(found);
    if (found.length === 0) asking.refuse(answer.says ?? t`These are not the words of this book.`);
  };
  return (
    <Page
      title={t`Now type the twelve words from your paper`}
      actions={
        <>
          <button type="button" className="primary" onClick={() => void check()}>
            <Trans>Check</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "keep", at: "new-words" })}>
            <Trans>I can’t read it: make new words</Trans>
          </button>
        </>
      }
    >
      <p className="second">
        <Trans>So that you know that the paper works. You won’t see them here again.</Trans>
      </p>
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      <TwelveFields
        words={words}
        slips={slips}
        onChange={(changed) => {
          setWords(changed);
          setSlips(slips.filter(({ place }) => isUntouched(place - 1, words, changed)));
        }}
      />
      {asking.going && <ProgressView done={0} total={0} says={t`Trying them.`} />}
    </Page>
  );
}
