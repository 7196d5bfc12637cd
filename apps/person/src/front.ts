import type { SelfCheck } from "./first/questions.ts";

/** A plain screen of the first page that the app leads to. */
export type PlainScreen = "help" | "remove";

/** What the first page does for the app that it has brought. */
export interface Front {
  /** Goes on to one of the plain screens. */
  open(screen: PlainScreen): void;
  /** Makes room: a screen of the app is shown. */
  giveWay(): void;
  /** Empties the fields of the questions: whoever comes to them next finds nothing. What the app was given stays with it. */
  forgetAnswers(): void;
}

/** What the app does for the first page. */
export interface OpenedApp {
  /** Shows its first screen, with what she kept of the questions, if she did. */
  enter(selfCheck: SelfCheck | undefined): void;
  /** She went elsewhere: what her words opened is shown to nobody who comes after. */
  putAway(): void;
  /** She threw her answers away. */
  dropAnswers(): void;
  /** Whether something that she brought in or wrote would be lost with it. */
  isHolding(): boolean;
  /** Forgets all that it holds, and begins anew: the app itself is removed. */
  empty(): void;
  /** Ends its worker and takes its page away. */
  close(): void;
}
