import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import type { ShownEntry } from "../../vault/protocol.ts";
import { NotOpen } from "./not-open.tsx";
import { sayHappened } from "./told-view.tsx";
import { sayEntryWritten } from "./say-when.ts";
import { sayNotDone } from "./use-asked.ts";

/** Entries of one page. */
const pageLength = 50;

/** What she wrote, the newest first. */
export function Entries(walk: Walk): ReactElement {
  const { vault, navigation } = walk;
  const [listed, setListed] = useState<{ readonly entries: readonly ShownEntry[]; readonly total: number; readonly lost: number }>();
  const [says, setSays] = useState<string>();
  const { ask } = vault;
  const more = async (from: number): Promise<void> => {
    const answer = await ask({ ask: "entries", from, count: pageLength });
    if (answer.answer !== "entries") setSays(sayNotDone(answer));
    else setListed((before) => ({ ...answer, entries: [...(before?.entries.slice(0, from) ?? []), ...answer.entries] }));
  };
  useEffect(() => void more(0), []);
  if (vault.status?.is !== "open") return <NotOpen {...walk} />;
  return (
    <Page
      title={t`What you wrote`}
      actions={
        <button type="button" className="primary" onClick={() => navigation.go({ name: "entry" })}>
          <Trans>Add what happened</Trans>
        </button>
      }
    >
      {says !== undefined && <Hindrance says={says} />}
      {listed !== undefined && listed.lost > 0 && (
        <div className="mind">
          <p>
            <Plural
              value={listed.lost}
              one="# piece of what you wrote is missing, or was changed by something else. The rest is here."
              other="# pieces of what you wrote are missing, or were changed by something else. The rest is here."
            />
          </p>
        </div>
      )}
      {listed?.total === 0 && (
        <p>
          <Trans>Nothing yet. A few words are enough to begin.</Trans>
        </p>
      )}
      <ul className="rows open-rows">
        {listed?.entries.map(({ entry, stands, added, withdrawn, doubts }) => (
          <li key={entry.counter}>
            <button type="button" className="row" onClick={() => navigation.go({ name: "one-entry", entry: entry.counter })}>
              <span className="row-words">
                <span className="second">{sayHappened(stands.happened) ?? sayEntryWritten({ entry, doubts })}</span>
                <span className="her-words" dir="auto">
                  {firstWords(entry.words)}
                </span>
                <span className="second">
                  {withdrawn !== undefined && <Trans>Taken back. </Trans>}
                  {entry.found === true && <Trans>Written while locked, not by you. </Trans>}
                  {added.length > 0 && <Plural value={added.length} one="Added to once." other="Added to # times." />}
                </span>
              </span>
              <Icon name="onward" />
            </button>
          </li>
        ))}
      </ul>
      {listed !== undefined && listed.entries.length < listed.total && (
        <button type="button" className="bare underlined" onClick={() => void more(listed.entries.length)}>
          <Trans>Show older ones</Trans>
        </button>
      )}
      <details>
        <summary>
          <Trans>Who may read this</Trans>
        </summary>
        <p>
          <Trans>
            It is sealed on this device. If you make a report, it goes with it, unless you leave it out. The other side may one day read
            what goes to the police. You need no log to report.
          </Trans>
        </p>
      </details>
    </Page>
  );
}

/** UTF-16 units of an entry in the list. */
const shownInList = 140;

function firstWords(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length <= shownInList ? line : `${line.slice(0, line.lastIndexOf(" ", shownInList) + 1 || shownInList).trimEnd()} …`;
}
