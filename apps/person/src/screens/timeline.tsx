import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { ActList } from "../parts/act-list.tsx";
import { Hindrance } from "../parts/caveats.tsx";
import { NotWhole } from "../parts/not-whole.tsx";
import { Page } from "../parts/page.tsx";
import { WhoIsOpen } from "../parts/shown-names.tsx";
import { sayOutsidePicture, saySides } from "../parts/say-sides.ts";
import { ChartOrTable } from "@unmask/fittings-screen";
import type { Walk } from "../session.ts";
import { useTimelineView } from "../use-timeline-view.ts";

/** One line of time: what they did by each way of reaching her, hers first, and below it the acts one by one. */
export function TimelineScreen(walk: Walk): ReactElement {
  const { session, navigation, engine } = walk;
  useTimelineView(walk);
  const { view, findings, hindrance } = session;
  if (!view) {
    return (
      <Page title={hindrance === undefined ? t`Drawing the timeline` : t`There is no timeline`} actions={<ToFiles {...walk} />}>
        {hindrance !== undefined && <Hindrance says={hindrance} />}
      </Page>
    );
  }
  const outside = sayOutsidePicture(view);
  const isBare = findings?.length === 0;
  return (
    <Page
      kicker={saySides(view)}
      title={view.line.desktop.title}
      finding="timeline"
      actions={
        <button
          type="button"
          className="primary"
          onClick={() => navigation.go(isBare ? { name: "report" } : { name: "finding", index: 0 })}
        >
          {isBare
            ? t`Go on to the report`
            : findings
              ? t`See the pattern: ${plural(findings.length, { one: "# finding", other: "# findings" })}`
              : t`See the pattern`}
        </button>
      }
    >
      {hindrance !== undefined && <Hindrance says={hindrance} />}
      <NotWhole names={session.importSummary?.missing ?? []} lines={session.importSummary?.lostLines ?? []} navigation={navigation} />
      <WhoIsOpen view={view} navigation={navigation} />
      <ChartOrTable drawing={view.line} table={view.lineTable} caption={t`Acts by week and way`} />
      {outside !== "" && (
        <p className="second">
          <Trans>In the list below and not in the picture: {outside}.</Trans>
        </p>
      )}
      {isBare && (
        <p>
          <Trans>Our rules found no pattern in these acts. That says nothing about how it was for you.</Trans>
        </p>
      )}
      <h2 className="section">
        <Trans>One by one</Trans>
      </h2>
      <ActList engine={engine} total={view.acts} months={view.months} />
    </Page>
  );
}

function ToFiles({ session, navigation }: Walk): ReactElement | undefined {
  if (session.hindrance === undefined) return undefined;
  return (
    <button type="button" className="primary" onClick={() => navigation.go({ name: "files" })}>
      <Trans>Back to the files</Trans>
    </button>
  );
}
