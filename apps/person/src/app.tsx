import { type ReactElement, useCallback, useMemo, useState } from "react";
import { openCorridor } from "./corridor/client.ts";
import { leaveQuickly } from "./leave/leave-quickly.ts";
import { TopBar } from "./parts/top-bar.tsx";
import { Arrival } from "./screens/arrival.tsx";
import { WhatWasRead } from "./screens/brought.tsx";
import { Deeds } from "./screens/deeds.tsx";
import { Files } from "./screens/files.tsx";
import { FindingActs, FindingScreen } from "./screens/finding.tsx";
import { HelpNow } from "./screens/help-now.tsx";
import { Making } from "./screens/making.tsx";
import { People } from "./screens/people.tsx";
import { Reading } from "./screens/reading.tsx";
import { ReportScreen } from "./screens/report.tsx";
import { Saved } from "./screens/saved.tsx";
import { TimelineScreen } from "./screens/timeline.tsx";
import { ZoneChoice } from "./screens/zone.tsx";
import { type Sitting, type Walk, emptySitting } from "./sitting.ts";
import { type Screen, useTrail } from "./trail.ts";

const arrival: Screen = { name: "arrival" };

/** The whole page: the bar that is always there, and one screen. `forget` takes the page itself away. */
export function App({ forget }: { readonly forget: () => void }): ReactElement {
  const trail = useTrail(arrival);
  const [sitting, setSitting] = useState<Sitting>(emptySitting);
  const corridor = useMemo(openCorridor, []);
  const change = useCallback((changed: Partial<Sitting>) => setSitting((before) => ({ ...before, ...changed })), []);
  const leave = useCallback(
    () =>
      leaveQuickly(() => {
        corridor.close();
        forget();
      }),
    [corridor, forget],
  );
  const { name } = trail.screen;
  return (
    <>
      <TopBar
        onBack={name === "arrival" ? undefined : trail.back}
        onHelp={name === "help" ? undefined : () => trail.go({ name: "help" })}
        onLeave={leave}
      />
      {/* What is typed or chosen in a form that refuses completion is not written into the browser's session on the disk. */}
      <form autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        <ScreenView key={trail.visit} {...{ sitting, change, trail, corridor }} />
      </form>
    </>
  );
}

function ScreenView(walk: Walk): ReactElement {
  const { screen } = walk.trail;
  switch (screen.name) {
    case "arrival":
      return <Arrival {...walk} />;
    case "help":
      return <HelpNow {...walk} />;
    case "files":
      return <Files {...walk} />;
    case "zone":
      return <ZoneChoice {...walk} />;
    case "reading":
      return <Reading {...walk} />;
    case "brought":
      return <WhatWasRead {...walk} />;
    case "people":
      return <People {...walk} />;
    case "deeds":
      return <Deeds {...walk} />;
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
  }
}
