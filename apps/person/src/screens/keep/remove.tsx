import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { dayOf, dayOfMoment } from "../../parts/moments.ts";
import { Page } from "../../parts/page.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { type Walk, emptySession } from "../../session.ts";
import type { ShownEntry } from "../../vault/protocol.ts";
import type { KeptHere } from "../../vault/use-vault.ts";
import { useHeld } from "./drill-view.tsx";
import { isInNoCopy, lastWrittenOf } from "./in-no-copy.ts";
import { useAsking } from "./use-asking.ts";

/** Entries and files of what is lost that are named; the rest is counted. */
const mostNamed = 5;
/** Entries that are asked for at once. */
const atOnce = 200;
/** Letters of each. */
const mostLetters = 48;

/** All that is kept here goes: first what no copy has, then what goes with it, what stays, and what can be seen. */
export function Remove(walk: Walk): ReactElement {
  const { vault, change, navigation } = walk;
  const asking = useAsking(walk);
  const status = vault.status?.is === "open" ? vault.status : undefined;
  const copyMade = status?.copyMade;
  const isOpen = status !== undefined;
  const held = useHeld(vault);
  const [lost, setLost] = useState<Lost>();
  useEffect(() => {
    if (isOpen) void lostWithout(vault, copyMade).then(setLost);
  }, [vault.ask, copyMade, isOpen]);

  if (vault.status !== undefined && !isOpen) return <NotOpen {...walk} />;
  const removeAll = async (): Promise<void> => {
    const answer = await asking.ask({ ask: "remove everything" });
    if (answer.answer !== "vault") return;
    change(emptySession);
    navigation.restart({ name: "keep", at: "remove" });
  };
  const { things, notes } = lost ?? { things: [], notes: 0 };
  const count = things.length + notes;
  return (
    <Page
      title={t`Remove everything from this device`}
      actions={
        asking.going ? undefined : (
          <>
            <button type="button" className="primary" onClick={() => navigation.go({ name: "keep", at: "copy" })}>
              <Trans>Make a copy first</Trans>
            </button>
            <button type="button" className="bare underlined" onClick={() => void removeAll()}>
              {copyMade === undefined ? (
                <Trans>Remove now, and lose everything</Trans>
              ) : count === 0 ? (
                <Trans>Remove now</Trans>
              ) : (
                t`Remove now, and lose ${sayThings(count)}`
              )}
            </button>
          </>
        )
      }
    >
      <p>
        {copyMade === undefined ? (
          <Trans>There is no copy. Removed now, everything is lost for good.</Trans>
        ) : count === 0 ? (
          <Trans>Nothing that you wrote or brought in is newer than your last copy.</Trans>
        ) : (
          t`${sayThings(count)} may be in no copy. Removed now, that is lost for good.`
        )}
      </p>
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      {asking.going && <ProgressView done={0} total={0} says={t`Removing it.`} />}
      <dl className="facts wide-terms">
        {count > 0 && (
          <Row term={t`Lost`}>
            {things.slice(0, mostNamed).map(({ at, says }, place) => (
              <p key={place}>
                {dayOf(dayOfMoment(at))}: <bdi>{says}</bdi>
              </p>
            ))}
            {things.length > mostNamed && <p>{t`and ${sayThings(things.length - mostNamed)} more`}</p>}
            {notes > 0 && <p>{plural(notes, { one: "# private note", other: "# private notes" })}</p>}
          </Row>
        )}
        {copyMade === undefined ? (
          <Row term={t`Kept here`}>{held}</Row>
        ) : (
          <Row term={t`In the copy of ${dayOf(dayOfMoment(copyMade))}`}>
            <Trans>What was kept here before it was made. You need that file, and your passphrase or the twelve words.</Trans>
          </Row>
        )}
        <Row term={t`Also gone`}>
          <Trans>The key that signs your reports. What you sent stays valid; new reports get a new key.</Trans>
        </Row>
        <Row term={t`Stays`}>
          <Trans>“Notes” in this browser’s history. Copies that you made. What the police have.</Trans>
        </Row>
        <Row term={t`Can be seen`}>
          <Trans>That these notes were emptied today. Whoever examines this device may find traces.</Trans>
        </Row>
      </dl>
    </Page>
  );
}

/** What no copy has. */
interface Lost {
  /** Entries and files, the newest first. */
  readonly things: readonly { readonly at: string; readonly says: string }[];
  /** Private notes, parts of the plan and what she kept of the questions: counted, and never named. */
  readonly notes: number;
}

/** What came after the last copy, or all. */
async function lostWithout({ ask }: Pick<KeptHere, "ask">, copyMade: string | undefined): Promise<Lost> {
  const originals = await ask({ ask: "originals" });
  const papers = await ask({ ask: "papers" });
  const entries = (await allEntries(ask)).map((entry) => ({ at: lastWrittenOf(entry), says: briefly(entry.stands.words) }));
  const files = (originals.answer === "originals" ? originals.originals : []).flatMap(({ at, name, file }) =>
    file === undefined ? [] : [{ at, says: briefly(name) }],
  );
  const own = papers.answer === "papers" ? papers.papers.filter(({ kind }) => kind !== "draft") : [];
  const isLost = ({ at }: { readonly at: string }): boolean => isInNoCopy(at, copyMade);
  const things = [...entries, ...files].filter(isLost).sort((one, other) => (one.at < other.at ? 1 : -1));
  return { things, notes: own.filter(isLost).length };
}

async function allEntries(ask: KeptHere["ask"]): Promise<readonly ShownEntry[]> {
  const all: ShownEntry[] = [];
  for (let from = 0; ; from += atOnce) {
    const answer = await ask({ ask: "entries", from, count: atOnce });
    if (answer.answer !== "entries") return all;
    all.push(...answer.entries); // bounded: a page of them.
    if (from + atOnce >= answer.total) return all;
  }
}

function NotOpen({ navigation, vault }: Walk): ReactElement {
  const isNone = vault.status?.is === "none";
  return (
    <Page
      title={isNone ? t`Nothing is kept on this device` : t`Your notes are not open`}
      actions={
        <button
          type="button"
          className="primary"
          onClick={() => navigation.go(isNone ? { name: "remove" } : { name: "keep", at: "settings" })}
        >
          {isNone ? <Trans>Remove the app’s own files too</Trans> : <Trans>Go to what is kept</Trans>}
        </button>
      }
    >
      <p>
        {isNone ? (
          <Trans>“Notes” stays in this browser’s history, and so do the files that you saved. The pages of this app are still here.</Trans>
        ) : (
          <Trans>To remove them, open them first: so nobody else can take them from you.</Trans>
        )}
      </p>
    </Page>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function sayThings(count: number): string {
  return plural(count, { one: "# thing", other: "# things" });
}

function briefly(words: string): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  return line.length <= mostLetters ? line : `${line.slice(0, mostLetters).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
