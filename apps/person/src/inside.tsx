import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useLayoutEffect } from "react";
import { ImportSummaryScreen } from "./screens/import-summary.tsx";
import { KeyDates } from "./screens/key-dates.tsx";
import { ForceScreens } from "./screens/force/force-screens.tsx";
import { JournalScreens } from "./screens/journal/journal-screens.tsx";
import { isJournalScreen } from "./screens/journal/names.ts";
import { Files } from "./screens/files.tsx";
import { FindingActs, FindingScreen } from "./screens/finding.tsx";
import { Accessibility } from "./screens/accessibility/accessibility.tsx";
import { Making } from "./screens/making.tsx";
import { People } from "./screens/people.tsx";
import { Reading } from "./screens/reading.tsx";
import { ReportScreen } from "./screens/report.tsx";
import { Saved } from "./screens/saved.tsx";
import { KeepScreens } from "./screens/keep/keep-screens.tsx";
import { SupportScreens } from "./screens/support/support-screens.tsx";
import { TimelineScreen } from "./screens/timeline.tsx";
import { ZoneChoice } from "./screens/zone.tsx";
import type { Walk } from "./session.ts";
import type { InsideScreen } from "./navigation.ts";
import { isTranslated } from "./words/translated.ts";
import { sayScreen } from "./words/say.ts";

/** From these nothing that she types or was shown once is lost when she goes, and it can be far to where she began. */
const withWayHome: ReadonlySet<InsideScreen["name"]> = new Set<InsideScreen["name"]>([
  ...(["files", "zone", "import-summary", "people", "key-dates", "timeline", "finding", "finding-acts", "report", "saved"] as const),
  ...(["entries", "one-entry", "private-notes", "safety-plan", "support", "support-number", "learn", "learn-topic"] as const),
]);

/** Everything behind the first page, each screen in one language, of which its place tells. */
export function Inside(props: Walk & { readonly screen: InsideScreen }): ReactElement {
  const { screen, navigation, vault } = props;
  const language = sayScreen(isTranslated(screen));
  useLayoutEffect(() => document.getElementById("app")?.setAttribute("lang", language), [language]);
  return (
    <>
      <OneScreen {...props} />
      {vault.status?.is === "open" && withWayHome.has(screen.name) && (
        <nav className="way-home" aria-label={t`To the beginning`}>
          <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "home" })}>
            <Trans>Go to the beginning</Trans>
          </button>
        </nav>
      )}
    </>
  );
}

function OneScreen({ screen, ...walk }: Walk & { readonly screen: InsideScreen }): ReactElement {
  if (isJournalScreen(screen)) return <JournalScreens {...walk} screen={screen} />;
  switch (screen.name) {
    case "files":
      return <Files {...walk} />;
    case "zone":
      return <ZoneChoice {...walk} />;
    case "reading":
      return <Reading {...walk} to={screen.to} />;
    case "import-summary":
      return <ImportSummaryScreen {...walk} />;
    case "people":
      return <People {...walk} />;
    case "key-dates":
      return <KeyDates {...walk} />;
    case "timeline":
      return <TimelineScreen {...walk} />;
    case "finding":
      return <FindingScreen {...walk} index={screen.index} />;
    case "finding-acts":
      return <FindingActs {...walk} index={screen.index} />;
    case "report":
      return <ReportScreen {...walk} />;
    case "making":
      return <Making {...walk} />;
    case "saved":
      return <Saved {...walk} />;
    case "accessibility":
      return <Accessibility />;
    case "support":
    case "support-number":
    case "learn":
    case "learn-topic":
      return <SupportScreens {...walk} screen={screen} />;
    case "keep":
      return <KeepScreens {...walk} screen={screen} />;
    default:
      return <ForceScreens {...walk} screen={screen} />;
  }
}
