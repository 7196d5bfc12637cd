import { useCallback, useEffect, useRef, useState } from "react";

/** The screens, one thing each: those that the first page brings with it, and those that are fetched when she goes on. */
export type Screen = FirstScreen | InsideScreen;

type FirstScreen = { readonly name: "welcome" } | { readonly name: "help" } | { readonly name: "remove" };

/** The screens about a force. */
export interface ForceScreen {
  readonly name: "send" | "letter" | "reach" | "sending" | "receipt" | "replies" | "write-back" | "forgotten";
  /** The letter goes alone, whatever was made in this page. */
  readonly isAlone?: boolean;
}

/** The screens behind the first page. */
export type InsideScreen =
  | { readonly name: "files" | "zone" | "reading" | "import-summary" | "people" | "key-dates" | "timeline" | "report" | "making" | "saved" }
  | ForceScreen
  | { readonly name: "finding" | "finding-acts"; readonly index: number };

/** The way through the screens. */
export interface Navigation {
  readonly screen: Screen;
  /** Grows with each change of screen: a heading takes the focus once for each. */
  readonly visit: number;
  go(screen: Screen): void;
  /** Instead of the screen at hand: what is finished is not gone back to. */
  replace(screen: Screen): void;
  /** Instead of the screen at hand, and from no screen before it: Back then leads to the first page. */
  restart(screen: Screen): void;
  back(): void;
}

/**
 * Screens stand in the browser's history by number alone, so that the phone's own Back works and the history tells nothing. Which screen a
 * number means is known only to this page's memory: a reloaded page begins again at the first screen.
 */
export function useNavigation(firstScreen: Screen): Navigation {
  const screens = useRef(new Map<number, Screen>());
  const [shown, setShown] = useState({ screen: firstScreen, visit: 0 });
  const show = useCallback((screen: Screen) => setShown(({ visit }) => ({ screen, visit: visit + 1 })), []);

  useEffect(() => {
    const onPop = (): void => show(screens.current.get(stepInHistory()) ?? firstScreen);
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, [firstScreen, show]);

  const replace = (screen: Screen): void => {
    screens.current.set(stepInHistory(), screen);
    show(screen);
  };
  return {
    ...shown,
    go(screen) {
      const step = stepInHistory() + 1;
      screens.current.set(step, screen);
      history.pushState({ step }, "");
      show(screen);
    },
    replace,
    restart(screen) {
      screens.current.clear();
      replace(screen);
    },
    back: () => history.back(),
  };
}

/** How many screens of this page lie behind the one at hand. */
export function stepInHistory(): number {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "step" in state && typeof state.step === "number" ? state.step : 0;
}
