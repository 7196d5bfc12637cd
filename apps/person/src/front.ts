import type { Engine } from "./engine/client.ts";
import type { SelfCheck } from "./first/questions.ts";

/** A plain screen of the first page that the app leads to. */
export type PlainScreen = "help" | "remove";

/** Where somebody comes in who has nothing open here: making her notes, bringing back a copy, or the statement. */
export type Entrance = "make" | "been-here" | "accessibility";

/** What the first page, or the notes page, does for the app that it has brought. */
export interface Front {
  /** The one worker of the document, where the page has asked it something already: what is open, is open in it. */
  readonly engine?: Engine;
  /** The screens of the page by their names, where it asks the questions: their words are there. */
  readonly screens?: ReadonlyMap<string, Element>;
  /** Goes on to one of the plain screens. */
  open(screen: PlainScreen): void;
  /** Makes room: a screen of the app is shown. */
  giveWay(): void;
  /** Empties the fields of the questions: whoever comes to them next finds nothing. What the app was given stays with it. */
  forgetAnswers(): void;
}

/** What the app does for the page that brought it. */
export interface OpenedApp {
  /** Shows its first screen, with what she kept of the questions, if she did; where something is kept here and locked, the notes page takes its place. */
  enter(selfCheck: SelfCheck | undefined, entrance?: Entrance): void;
  /** She went elsewhere: what her words opened is shown to nobody who comes after. */
  putAway(): void;
  /** She threw her answers away. */
  dropAnswers(): void;
  /** Whether something that she brought in or wrote would be lost with it. */
  isHolding(): boolean;
  /** Forgets all that it holds, and begins anew: the app itself is removed. */
  empty(): void;
  /** Seals what she has begun to write, where her notes are open and it does not take long; then ends its worker and takes its page away. */
  close(): Promise<void>;
}
