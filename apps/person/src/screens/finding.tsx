import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { ActList } from "../parts/act-list.tsx";
import { Icon } from "../parts/icon.tsx";
import { Hindrance } from "../parts/caveats.tsx";
import { Page } from "../parts/page.tsx";
import { ChartOrTable } from "@unmask/fittings-screen";
import type { ShownFinding } from "../engine/protocol.ts";
import type { Walk } from "../session.ts";
import { useTimelineView } from "../use-timeline-view.ts";

/** One finding: its line, the whole sentence, the picture or its table, how it was worked out, what could change it, and the acts. */
export function FindingScreen({ index, ...walk }: Walk & { readonly index: number }): ReactElement {
  const { session, navigation } = walk;
  useTimelineView(walk);
  const { findings } = session;
  if (!findings)
    return <Page title={t`Looking for the pattern`}>{session.hindrance !== undefined && <Hindrance says={session.hindrance} />}</Page>;
  const finding = findings[index];
  if (!finding) return <Gone {...walk} />;
  const isLast = index === findings.length - 1;
  return (
    <Page
      key={index}
      kicker={t`Finding ${index + 1} of ${findings.length}`}
      title={finding.line}
      finding={finding.pattern}
      actions={
        <>
          <button
            type="button"
            className="primary"
            onClick={() => navigation.go(isLast ? { name: "report" } : { name: "finding", index: index + 1 })}
          >
            {isLast ? t`Go on to the report` : t`Next finding`}
          </button>
          {!isLast && (
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "report" })}>
              <Trans>Go straight to the report</Trans>
            </button>
          )}
        </>
      }
    >
      {!isToldByItsLine(finding) && <p className="whole">{finding.says}</p>}
      {(finding.drawing !== undefined || finding.actCount > 1) && (
        <ChartOrTable drawing={finding.drawing} table={finding.table} caption={t`The numbers behind finding ${index + 1}`} />
      )}
      <div className="onward">
        <button type="button" className="row" onClick={() => navigation.go({ name: "finding-acts", index })}>
          {finding.actCount === 1 ? t`See the act` : t`See the ${plural(finding.actCount, { one: "# act", other: "# acts" })}`}
          <Icon name="onward" />
        </button>
      </div>
      <details>
        <summary>
          <Trans>How this was worked out</Trans>
        </summary>
        <p>{finding.how}</p>
        {finding.rule && (
          <p>
            <Trans>
              Read against: {finding.rule.says} <span className="second">({finding.rule.source})</span>
            </Trans>
          </p>
        )}
      </details>
      <details>
        <summary>
          <Trans>What could change it</Trans>
        </summary>
        <ul>
          {finding.couldChange.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      </details>
    </Page>
  );
}

/** Whether the line holds all of an act: to read one's own words of a frightening day twice helps nobody. */
function isToldByItsLine({ standing, actCount, line, says }: ShownFinding): boolean {
  return says === line || (standing === "near her" && actCount === 1 && !line.includes("…"));
}

/** The acts that one finding rests on. */
export function FindingActs({ index, ...walk }: Walk & { readonly index: number }): ReactElement {
  const { session, navigation, engine } = walk;
  const finding = session.findings?.[index];
  if (!finding) return <Gone {...walk} />;
  return (
    <Page
      kicker={t`Finding ${index + 1}`}
      title={finding.actCount === 1 ? t`The act behind it` : t`The ${finding.actCount} behind it`}
      actions={
        <button type="button" className="primary" onClick={navigation.back}>
          <Trans>Back to the finding</Trans>
        </button>
      }
    >
      <p>{finding.line}</p>
      <ActList engine={engine} total={finding.actCount} finding={index} />
    </Page>
  );
}

/** An answer was changed since; what rested on it is worked out again from the timeline on. */
function Gone({ navigation }: Walk): ReactElement {
  return (
    <Page
      title={t`This is worked out again`}
      actions={
        <button type="button" className="primary" onClick={() => navigation.go({ name: "timeline" })}>
          <Trans>Show the timeline</Trans>
        </button>
      }
    >
      <p>
        <Trans>You changed an answer, so what was found with the old one is gone.</Trans>
      </p>
    </Page>
  );
}
