import { type ReactElement, useCallback, useEffect, useMemo, useState } from "react";
import { openEngine } from "./engine/client.ts";
import { leaveQuickly } from "./leave/leave-quickly.ts";
import { useUnloadWarning } from "./leave/unload-warning.ts";
import { TopBar } from "./parts/top-bar.tsx";
import { Welcome } from "./screens/welcome.tsx";
import { Fetching } from "./screens/fetching.tsx";
import { HelpNow } from "./screens/help-now.tsx";
import { Remove } from "./screens/remove.tsx";
import { type Session, type Walk, emptySession, isUnsaved, withoutReplies } from "./session.ts";
import { type Screen, stepInHistory, useNavigation } from "./navigation.ts";
import { type InsideState, useInside } from "./use-inside.ts";

const firstScreen: Screen = { name: "welcome" };

/** The page was loaded again in the middle, by her or by a phone that needed the room: its place in the history is all that says so. */
const isLoadedAgain = stepInHistory() > 0;

/** The whole page: the bar that is always there, and one screen. `forget` takes the page itself away. */
export function App({ forget }: { readonly forget: () => void }): ReactElement {
  const navigation = useNavigation(firstScreen);
  const [session, setSession] = useState<Session>(emptySession);
  const engine = useMemo(openEngine, []);
  const change = useCallback((changed: Partial<Session>) => setSession((before) => ({ ...before, ...changed })), []);
  const leave = useCallback(
    () =>
      leaveQuickly(() => {
        engine.close();
        forget();
      }),
    [engine, forget],
  );
  const { name } = navigation.screen;
  const isOutside = name === "welcome" || name === "help" || name === "remove";
  const [wasInside, setInside] = useState(false);
  if (!isOutside && !wasInside) setInside(true);
  const inside = useInside(wasInside);
  const isAtReplies = name === "replies" || name === "write-back" || name === "help";
  useEffect(() => {
    if (!isAtReplies) change(withoutReplies);
  }, [isAtReplies, session.replies, change]);
  useUnloadWarning(name === "reading" || isUnsaved(session));
  return (
    <>
      <TopBar
        onBack={name === "welcome" ? undefined : navigation.back}
        onHelp={name === "help" ? undefined : () => navigation.go({ name: "help" })}
        onLeave={leave}
      />
      {/*
        What is typed or chosen in a form that refuses completion is not written into the browser's session on the disk. Every field inside
        takes these from here: a browser's spelling check can send what she types to its maker.
      */}
      <form autoComplete="off" autoCorrect="off" spellCheck={false} onSubmit={(event) => event.preventDefault()}>
        <ScreenView key={navigation.visit} {...{ session, change, navigation, engine }} inside={inside} />
      </form>
    </>
  );
}

function ScreenView({ inside, ...walk }: Walk & { readonly inside: InsideState }): ReactElement {
  const { screen, visit } = walk.navigation;
  switch (screen.name) {
    case "welcome":
      return <Welcome {...walk} isLoadedAgain={isLoadedAgain && visit === 0} />;
    case "help":
      return <HelpNow {...walk} />;
    case "remove":
      return <Remove {...walk} />;
    default:
      return typeof inside === "object" ? <inside.Inside {...walk} screen={screen} /> : <Fetching isMissing={inside === "missing"} />;
  }
}
