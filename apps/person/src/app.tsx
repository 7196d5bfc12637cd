import { type ReactElement, useCallback, useMemo, useState } from "react";
import { openCorridor } from "./corridor/client.ts";
import { leaveQuickly } from "./leave/leave-quickly.ts";
import { useUnloadWarning } from "./leave/unload-warning.ts";
import { TopBar } from "./parts/top-bar.tsx";
import { Arrival } from "./screens/arrival.tsx";
import { Fetching } from "./screens/fetching.tsx";
import { HelpNow } from "./screens/help-now.tsx";
import { Remove } from "./screens/remove.tsx";
import { type Sitting, type Walk, emptySitting } from "./sitting.ts";
import { type Screen, stepInHistory, useTrail } from "./trail.ts";
import { type InsideState, useInside } from "./use-inside.ts";

const arrival: Screen = { name: "arrival" };

/** The page was loaded again in the middle, by her or by a phone that needed the room: its place in the history is all that says so. */
const isLoadedAgain = stepInHistory() > 0;

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
  const isOutside = name === "arrival" || name === "help" || name === "remove";
  const [wasInside, setInside] = useState(false);
  if (!isOutside && !wasInside) setInside(true);
  const inside = useInside(wasInside);
  useUnloadWarning(name === "reading" || sitting.brought !== undefined);
  return (
    <>
      <TopBar
        onBack={name === "arrival" ? undefined : trail.back}
        onHelp={name === "help" ? undefined : () => trail.go({ name: "help" })}
        onLeave={leave}
      />
      {/*
        What is typed or chosen in a form that refuses completion is not written into the browser's session on the disk. Every field inside
        takes these from here: a browser's spelling check can send what she types to its maker.
      */}
      <form autoComplete="off" autoCorrect="off" spellCheck={false} onSubmit={(event) => event.preventDefault()}>
        <ScreenView key={trail.visit} {...{ sitting, change, trail, corridor }} inside={inside} />
      </form>
    </>
  );
}

function ScreenView({ inside, ...walk }: Walk & { readonly inside: InsideState }): ReactElement {
  const { screen, visit } = walk.trail;
  switch (screen.name) {
    case "arrival":
      return <Arrival {...walk} isLoadedAgain={isLoadedAgain && visit === 0} />;
    case "help":
      return <HelpNow {...walk} />;
    case "remove":
      return <Remove {...walk} />;
    default:
      return typeof inside === "object" ? <inside.Inside {...walk} screen={screen} /> : <Fetching isMissing={inside === "missing"} />;
  }
}
