import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import type { ShownEntry } from "../../vault/protocol.ts";
import { findEntry } from "./find-entry.ts";
import { NotOpen } from "./not-open.tsx";
import { sayEntryWritten, sayMomentHere, sayWritten } from "./say-when.ts";
import { ToldView, sayHappened } from "./told-view.tsx";

/** One entry: what she wrote, what was added to it and when, and whether it was taken back. Nothing is written over. */
export function OneEntry({ entry: number, ...walk }: Walk & { readonly entry: number }): ReactElement | null {
  const { navigation, vault } = walk;
  const [found, setFound] = useState<ShownEntry | "missing">();
  useEffect(() => {
    let isGone = false;
    void findEntry(vault, number).then((entry) => {
      if (!isGone) setFound(entry ?? "missing");
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (vault.status?.is !== "open") return <NotOpen {...walk} />;
  if (found === undefined) return null;
  if (found === "missing") return <Page title={t`This entry is not here`} />;
  const { entry, added, withdrawn, stands } = found;
  const { words: _, happened, ...own } = ownOf(entry);
  // What the title says already is not said twice.
  const told = { ...own, ...(happened && happened !== stands.happened && { happened }) };
  return (
    <Page
      kicker={t`Number ${entry.counter}`}
      title={sayHappened(stands.happened) ?? sayEntryWritten(found)}
      actions={
        withdrawn === undefined && (
          <>
            <button type="button" className="primary" onClick={() => navigation.go({ name: "amend-entry", entry: number })}>
              <Trans>Add to it</Trans>
            </button>
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "withdraw-entry", entry: number })}>
              <Trans>Take it back</Trans>
            </button>
          </>
        )
      }
    >
      {withdrawn !== undefined && (
        <div className="mind">
          <p>
            <strong>
              <Trans>You took this back on {sayWritten(withdrawn.written)}.</Trans>
            </strong>{" "}
            <Trans>It is not told any more as having happened. It stays here to be read.</Trans>
          </p>
          <Doubt found={found} line={withdrawn} />
          {withdrawn.says !== undefined && <blockquote dir="auto">{withdrawn.says}</blockquote>}
        </div>
      )}
      {entry.found === true && (
        <div className="mind">
          <p>
            <Trans>Somebody wrote this while your notes were locked. You said that it was not you, and kept it as it was found.</Trans>
          </p>
        </div>
      )}
      <blockquote dir="auto">{entry.words}</blockquote>
      <ToldView told={told} vault={vault} />
      <Written found={found} />
      {added.map((line) => (
        <section key={line.counter} className="added">
          <h2>
            <Trans>Added {sayWritten(line.written)}</Trans>
          </h2>
          {line.words !== undefined && <blockquote dir="auto">{line.words}</blockquote>}
          <ToldView told={line} vault={vault} />
          <Doubt found={found} line={line} />
        </section>
      ))}
    </Page>
  );
}

function Written({ found }: { readonly found: ShownEntry }): ReactElement {
  const { entry } = found;
  const { written } = entry;
  return (
    <>
      <p className="second">
        <Trans>Written down {sayWritten(written)}, by this device’s clock.</Trans>{" "}
        {written.by === "supporter" && <Trans>By somebody who keeps this for her.</Trans>}{" "}
        {entry.locked === true && <Trans>Written while it was locked; you said that it is yours.</Trans>}
      </p>
      <Doubt found={found} line={entry} />
    </>
  );
}

/** That the hour of a line is not certain, and between which others it was written; nothing where the clock is believed. */
function Doubt({ found, line }: { readonly found: ShownEntry; readonly line: { readonly counter: number } }): ReactElement | null {
  const doubt = found.doubts.get(line.counter);
  if (doubt === undefined) return null;
  const [after, before] = [doubt.from, doubt.until].map((moment) => moment && sayMomentHere(moment));
  return (
    <p className="second amber">
      <Trans>This device’s clock went back around then: the hour is not certain. The number says in which order it was written.</Trans>{" "}
      {after && <Trans>It was after {after}.</Trans>} {before && <Trans>It was before {before}.</Trans>}
    </p>
  );
}

/** What the entry said when it was written, without what was added. */
function ownOf(entry: ShownEntry["entry"]): ShownEntry["stands"] {
  const { counter: _, line: __, written: ___, locked: ____, found: _____, ...own } = entry;
  return own;
}
