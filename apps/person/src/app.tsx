import { Trans } from "@lingui/react/macro";
import { type ReactElement, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { sealedOf } from "./begun-writing.ts";
import { openEngine } from "./engine/client.ts";
import type { Front } from "./front.ts";
import { Inside } from "./inside.tsx";
import { type InsideScreen, useNavigation } from "./navigation.ts";
import { whenServed } from "./ports/served-here.ts";
import { useEndedPaper } from "./screens/journal/keep-writing.ts";
import { type Session, type Walk, emptySession, isUnsaved, withoutReplies, writingsIn } from "./session.ts";
import { useUnloadWarning } from "./use-unload-warning.ts";
import { useLockInBar } from "./vault/use-lock-in-bar.ts";
import { useVault } from "./vault/use-vault.ts";

/** Where the app begins where nothing is kept. */
export const firstScreen: InsideScreen = { name: "files" };
/** Where it begins when her notes are open. */
export const homeScreen: InsideScreen = { name: "home" };

/** One screen of the app, below the bar of the page. `onWalk` is told how things stand, each time that something changes. */
export function App({ front, onWalk }: { readonly front: Front; readonly onWalk: (walk: Walk) => void }): ReactElement {
  const navigation = useNavigation(firstScreen, front);
  const [session, setSession] = useState<Session>(emptySession);
  const engine = useMemo(() => front.engine ?? openEngine(whenServed()), [front]);
  const latest = useRef(session);
  const now = useCallback(() => latest.current, []);
  const change = useCallback((changed: Partial<Session>) => setSession((latest.current = { ...latest.current, ...changed })), []);
  const { begun: writings, letter, impact, made, sealedAt } = session;
  const begun = useMemo(() => sealedOf(writingsIn(session)), [writings, letter, impact, made, sealedAt]);
  const vault = useVault(engine, begun);
  const walk = { session, now, change, navigation, engine, vault };
  useLayoutEffect(() => onWalk(walk));
  useEndedPaper(walk, "letter");
  useEndedPaper(walk, "impact");
  const { name } = navigation.screen;
  useLockInBar(vault, name === homeScreen.name ? navigation.visit : undefined);
  const isAtReplies = name === "replies" || name === "write-back";
  useEffect(() => {
    if (!isAtReplies) change(withoutReplies);
  }, [isAtReplies, session.replies, change]);
  useUnloadWarning(name === "reading" || isUnsaved(session));
  // Every field takes from here that nothing completes or corrects it: a browser's spelling check can send what she types to its maker, and
  // what is typed or chosen in a form that refuses completion is not written into the browser's session on the disk.
  return (
    <form autoComplete="off" autoCorrect="off" spellCheck={false} onSubmit={(event) => event.preventDefault()}>
      {vault.status?.is === "look-only" && name !== "keep" && <KeepsNothing />}
      <Inside key={navigation.visit} {...walk} screen={navigation.screen} />
    </form>
  );
}

/** Above each screen of a window that keeps nothing; what is kept there has a screen of its own, which says it at length. */
function KeepsNothing(): ReactElement {
  return (
    <aside className="keeps-nothing second">
      <Trans>Look only: this window keeps nothing. All of it goes when you close the page.</Trans>
    </aside>
  );
}
