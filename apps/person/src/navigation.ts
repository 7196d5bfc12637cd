import { useCallback, useState } from "react";
import type { Front, PlainScreen } from "./front.ts";
import type { JournalScreen } from "./screens/journal/names.ts";
import type { KeepScreen } from "./screens/keep/keep-screen.ts";
import type { TopicId } from "./screens/learn/topic-ids.ts";
import { forgetWay, goTo, stayHere } from "./way.ts";

/** The screens of the app, one thing each, and those of the first page that it leads to. */
export type Screen = InsideScreen | { readonly name: PlainScreen };

/** The screens about a force. */
export interface ForceScreen {
  readonly name: "send" | "letter" | "reach" | "sending" | "receipt" | "replies" | "write-back" | "forgotten";
  /** The letter goes alone, whatever was made in this page. */
  readonly isAlone?: boolean;
}

/** Who can help, and what is known. */
export type SupportScreen =
  | { readonly name: "support" | "learn" }
  /** A number, large, to be rung from another phone. */
  | { readonly name: "support-number"; readonly service: string; readonly number: string }
  | { readonly name: "learn-topic"; readonly topic: TopicId };

/** The screens of the app itself. */
export type InsideScreen =
  | {
      readonly name:
        "files" | "zone" | "import-summary" | "people" | "key-dates" | "timeline" | "report" | "making" | "saved" | "accessibility";
    }
  /** `to`: where she wants to be once what is kept here is read. */
  | { readonly name: "reading"; readonly to?: "timeline" | "report" }
  | JournalScreen
  | ForceScreen
  | SupportScreen
  | KeepScreen
  | { readonly name: "finding" | "finding-acts"; readonly index: number };

/** The way through the screens. */
export interface Navigation {
  /** The app's own screen, also while a plain one stands over it. */
  readonly screen: InsideScreen;
  /** Grows with each change of screen: a heading takes the focus once for each. */
  readonly visit: number;
  go(screen: Screen): void;
  /** Instead of the screen at hand: what is finished is not gone back to. */
  replace(screen: InsideScreen): void;
  /** Instead of the screen at hand, and from no screen before it: Back then leads to the first page, whose questions are empty. */
  restart(screen: InsideScreen): void;
  back(): void;
}

/** The way through the app from its first screen on. */
export function useNavigation(firstScreen: InsideScreen, front: Front): Navigation {
  const [shown, setShown] = useState({ screen: firstScreen, visit: 0 });
  const show = useCallback(
    (screen: InsideScreen) => {
      front.giveWay();
      setShown(({ visit }) => ({ screen, visit: visit + 1 }));
    },
    [front],
  );
  const replace = (screen: InsideScreen): void => stayHere(() => show(screen));
  return {
    ...shown,
    go: (screen) => (isPlain(screen) ? front.open(screen.name) : goTo(() => show(screen))),
    replace,
    restart(screen) {
      forgetWay();
      front.forgetAnswers();
      replace(screen);
    },
    back: () => history.back(),
  };
}

function isPlain(screen: Screen): screen is { readonly name: PlainScreen } {
  return screen.name === "help" || screen.name === "remove";
}
