import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import { sayList, saySize } from "@unmask/words";
import { Caveat } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import type { KeptHere } from "../../vault/use-vault.ts";
import type { ShownDrill } from "../../vault/protocol.ts";
import { sayNotWhole } from "./say-copy.ts";

/** What trying a copy came to: the title is the result. */
export function DrillView({
  drill,
  file,
  moment,
  onAgain,
  navigation,
  vault,
}: Walk & { readonly drill: ShownDrill; readonly file: File; readonly moment: string; readonly onAgain: () => void }): ReactElement {
  const held = useHeld(vault);
  const isGood = drill.drill === "the-same" || drill.drill === "older";
  return (
    <Page
      kicker={t`${file.name}, ${saySize(file.size)}`}
      title={titleOf(drill)}
      actions={
        <>
          <button type="button" className="primary" onClick={onAgain}>
            {isGood ? <Trans>Make one for another place</Trans> : <Trans>Make a new copy</Trans>}
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.back()}>
            <Trans>Leave it here</Trans>
          </button>
        </>
      }
    >
      <p>
        {isGood ? (
          <Trans>Opened from where you saved it and compared, every byte, on {moment}.</Trans>
        ) : (
          <Trans>Opened from where it lies on {moment}. Nothing was changed, here or in the copy.</Trans>
        )}
      </p>
      {drill.drill === "not-whole" && <p>{sayNotWhole(drill.as)}</p>}
      {isGood && (
        <dl className="facts wide-terms">
          {drill.drill === "the-same" && <Fact term={t`In it`}>{held}</Fact>}
          <Fact term={t`Not in it`}>{drill.drill === "older" ? missingIn(drill) : <Trans>What you write from now on</Trans>}</Fact>
          <Fact term={t`Opens with`}>
            {drill.drill === "older" && drill.areKeysOlder ? (
              <Trans>The passphrase and the twelve words of its own day</Trans>
            ) : (
              <Trans>Your passphrase of today, or your twelve words</Trans>
            )}
          </Fact>
          <Fact term={t`Old copies`}>
            <Trans>Each opens with what opened it on its day</Trans>
          </Fact>
        </dl>
      )}
      {isGood && (
        <Caveat>
          <p>
            <Trans>
              <strong>Is it on this phone?</strong> If the phone is lost, so is the copy. Put it on a stick, or with somebody you trust.
            </Trans>
          </p>
        </Caveat>
      )}
    </Page>
  );
}

function titleOf(drill: ShownDrill): string {
  switch (drill.drill) {
    case "the-same":
      return t`The copy opens. Everything in it is the same.`;
    case "older":
      return t`The copy opens and is whole. You wrote more since.`;
    case "newer":
      return t`The copy has more than is kept here.`;
    case "apart":
      return t`The copy and your notes each have something that the other has not.`;
    case "vault-not-whole":
      return drill.isCopyWhole
        ? t`The copy is whole. Something that is kept here is not.`
        : t`The copy has all that is kept here. Something in it was damaged before.`;
    case "not-whole":
      return drill.as.copy === "cut-short" ? t`This copy is cut short.` : t`This copy can’t be used.`;
  }
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function missingIn({ lines, originals, papers, waiting, isStatementOlder, areKeysOlder }: Extract<ShownDrill, { drill: "older" }>): string {
  const parts = [
    lines.length > 0 && plural(lines.length, { one: "# thing that you wrote", other: "# things that you wrote" }),
    originals.length > 0 && plural(originals.length, { one: "# file", other: "# files" }),
    papers.length > 0 && plural(papers.length, { one: "# private note", other: "# private notes" }),
    waiting > 0 && plural(waiting, { one: "# note written while locked", other: "# notes written while locked" }),
    isStatementOlder && t`what you said about people and days`,
    areKeysOlder && t`your newest keys`,
  ];
  return sayList(parts.filter((part) => part !== false));
}

/** What is kept, in counts: "16 things, 7 files and 3 private notes". */
export function useHeld({ ask }: Pick<KeptHere, "ask">): string {
  const [held, setHeld] = useState("");
  useEffect(() => {
    const count = async (): Promise<string> => {
      const entries = await ask({ ask: "entries", from: 0, count: 1 });
      const originals = await ask({ ask: "originals" });
      const papers = await ask({ ask: "papers" });
      return sayList([
        plural(entries.answer === "entries" ? entries.total : 0, { one: "# thing", other: "# things" }),
        plural(originals.answer === "originals" ? originals.originals.length : 0, { one: "# file", other: "# files" }),
        plural(papers.answer === "papers" ? papers.papers.filter(({ kind }) => kind !== "draft").length : 0, {
          one: "# private note",
          other: "# private notes",
        }),
      ]);
    };
    void count().then(setHeld);
  }, [ask]);
  return held;
}
