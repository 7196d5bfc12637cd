import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useId, useState } from "react";
import type { ImportSummary } from "../engine/protocol.ts";
import { Hindrance } from "../parts/caveats.tsx";
import { WhoIsOpen } from "../parts/shown-names.tsx";
import { Page } from "../parts/page.tsx";
import { rowsOfSides } from "../parts/say-sides.ts";
import { saySize } from "@unmask/words";
import { reportPartSizes } from "../ports/report-part.ts";
import { type Session, type Walk, linesOf, nameOfHers } from "../session.ts";
import { useForce } from "../use-force.ts";
import { useTimelineView } from "../use-timeline-view.ts";

/** What goes into the pack, her words, and who may open it. */
export function ReportScreen(walk: Walk): ReactElement {
  const { session, change, navigation, engine } = walk;
  useTimelineView(walk);
  useForce(walk);
  const [hindrance, setHindrance] = useState(session.hindrance ?? "");
  const { view, importSummary, withheld } = session;
  const wish: Wish = (given) => change({ ...given, made: undefined, hindrance: undefined });

  const make = async (pdfOnly: boolean): Promise<void> => {
    const answer = await engine.ask({ ask: "recipients", recipients: linesOf(session.recipients) });
    if (answer.answer === "failed") return setHindrance(answer.says);
    const unknown = answer.answer === "recipients" ? answer.unknown : [];
    if (unknown.length > 0) {
      return setHindrance(
        t`${plural(unknown.length, { one: "# line", other: "# lines" })} under “Keys of the police” is not a key. A key begins with age1 and is copied whole. Mend it or empty the field.`,
      );
    }
    wish({ pdfOnly, herName: session.herName || nameOfHers(session) });
    navigation.go({ name: "making" });
  };
  const originals = importSummary?.originals ?? [];
  if (importSummary?.noReport !== undefined) {
    return (
      <Page
        title={t`No report was made`}
        actions={
          <button type="button" className="primary" onClick={() => navigation.go({ name: "files" })}>
            <Trans>Choose other files</Trans>
          </button>
        }
      >
        <Hindrance says={importSummary.noReport} />
      </Page>
    );
  }
  return (
    <Page
      title={t`Make the report and the pack`}
      actions={
        <>
          <button type="button" className="primary" onClick={() => void make(false)}>
            <Trans>Make it</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => void make(true)}>
            <Trans>Only the printed report</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>Nothing is sent. You get files, and decide who gets them.</Trans>
      </p>
      <WhatIsFetched />
      {hindrance !== "" && <Hindrance says={hindrance} />}
      {view && <WhoIsOpen view={view} navigation={navigation} />}
      <WhatGoesIn {...{ session, originals }} />
      <p className="second">
        <Trans>
          Your own messages are in it because leaving them out would be the first thing anybody asks about. Everything in the files goes in,
          other people’s messages too, unless you hold a file back.
        </Trans>
      </p>
      <HoldBack {...{ originals, withheld, wish }} />
      <HerWords {...{ session, wish }} />
      {session.offered?.force && (
        <label className="choice">
          <input type="checkbox" checked={session.forForce} onChange={({ target }) => wish({ forForce: target.checked })} />
          <span>
            <Trans>
              {session.offered.force.name} may open it. <span className="second">It goes to them only if you send it.</span>
            </Trans>
          </span>
        </label>
      )}
    </Page>
  );
}

function WhatIsFetched(): ReactElement {
  return (
    <p className="second">
      <Trans>
        The first time, the typesetter of the report is fetched from the address of this page: about {saySize(reportPartSizes.wire)}, which
        take {saySize(reportPartSizes.stored)} of this device, up to {saySize(reportPartSizes.storedAtMost)} for Chinese, Japanese and
        Korean words. Further reports need no network. “Leave quickly” removes it, and so does loading this page again.
      </Trans>
    </p>
  );
}

function WhatGoesIn({
  session: { view, findings, withheld },
  originals,
}: {
  readonly session: Session;
  readonly originals: Originals;
}): ReactElement {
  const size = originals.filter(({ name }) => !withheld.has(name)).reduce((sum, one) => sum + one.size, 0);
  return (
    <dl className="counts">
      {view &&
        rowsOfSides(view).map(({ says, count }) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      <div>
        <dt>
          <Trans>Findings, with reasons</Trans>
        </dt>
        <dd>{findings?.length ?? 0}</dd>
      </div>
      <div>
        <dt>
          <Trans>Your files, unchanged</Trans>
        </dt>
        <dd>
          <Trans>
            {originals.length - withheld.size} of {originals.length}, {saySize(size)}
          </Trans>
        </dd>
      </div>
    </dl>
  );
}

type Originals = ImportSummary["originals"];

/** Takes her change of the report; what was made before is gone. */
type Wish = (given: Partial<Session>) => void;

function HoldBack({
  originals,
  withheld,
  wish,
}: Pick<Session, "withheld"> & { readonly originals: Originals; readonly wish: Wish }): ReactElement {
  return (
    <details>
      <summary>
        <Trans>Hold files back</Trans>
      </summary>
      <p>
        <Trans>A file that you hold back is named by its hash alone, and what stands only in it is not shown. The report says so.</Trans>
      </p>
      {originals.map(({ name, size: bytes }, i) => (
        <label key={i} className="choice">
          <input
            type="checkbox"
            checked={!withheld.has(name)}
            onChange={({ target }) => wish({ withheld: withChoice(withheld, name, !target.checked) })}
          />
          <span>
            <bdi>{name}</bdi> <span className="second">{saySize(bytes)}</span>
          </span>
        </label>
      ))}
    </details>
  );
}

function HerWords({ session, wish }: { readonly session: Session; readonly wish: Wish }): ReactElement {
  const id = useId();
  return (
    <>
      <p className="field">
        <label htmlFor={`${id}-name`}>
          <Trans>Your name, as the report is to say it</Trans>
        </label>
        <input
          id={`${id}-name`}
          dir="auto"
          autoCapitalize="words"
          value={session.herName === "" ? nameOfHers(session) : session.herName}
          onChange={({ target }) => wish({ herName: target.value })}
        />
      </p>
      <p className="field">
        <label htmlFor={`${id}-impact`}>
          <Trans>What it has done to your days, in your words (if you like)</Trans>
        </label>
        <span className="second">
          <Trans>What you stopped doing, how you slept, what you were afraid of.</Trans>
        </span>
        <textarea
          id={`${id}-impact`}
          dir="auto"
          rows={5}
          value={session.impact}
          onChange={({ target }) => wish({ impact: target.value })}
        />
      </p>
      <p className="field">
        <label htmlFor={`${id}-keys`}>
          <Trans>Keys of the police, one a line (if they gave you any)</Trans>
        </label>
        <span className="second">
          <Trans>Each begins with age1. Without one, only your own key opens the pack, and you hand over both.</Trans>
        </span>
        <textarea
          id={`${id}-keys`}
          rows={2}
          autoCapitalize="none"
          value={session.recipients}
          onChange={({ target }) => wish({ recipients: target.value })}
        />
      </p>
    </>
  );
}

function withChoice(names: ReadonlySet<string>, name: string, isChosen: boolean): ReadonlySet<string> {
  const changed = new Set(names);
  if (isChosen) changed.add(name);
  else changed.delete(name);
  return changed;
}
