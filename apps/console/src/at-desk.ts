import type { Way } from "./address/use-place.ts";
import type { GivenReason } from "./desk/given-reason.ts";
import type { LogEntry } from "./desk/log-entry.ts";
import type { Me } from "./desk/me.ts";
import type { OpenedAnyway } from "./desk/opened-anyway.ts";
import type { TelephoneCall } from "./desk/telephone-call.ts";
import type { WhyNobody } from "./desk/why-nobody.ts";
import type { Watching } from "./parts/use-changes.ts";
import type { World } from "./world.ts";

/** What every screen of the desk is given. */
export interface AtDesk {
  readonly world: World;
  readonly way: Way;
  readonly me: Me;
  /** The entry that was written for what is now shown. */
  readonly tellLog: (entry: LogEntry) => void;
  /** Keeps, in this page alone, why a report is about to be opened: its screen gives the reason once. */
  readonly giveReason: (reference: string, reason: GivenReason) => void;
  /** The reason given for a report, if it was. */
  readonly reasonFor: (reference: string) => GivenReason | undefined;
  /** What was begun to be written, by its field, for as long as this officer sits here: Esc and Back keep it. */
  readonly drafts: Map<string, string>;
  /** The call that is being written down; undefined: none. Esc and Back keep it. */
  readonly call: TelephoneCall | undefined;
  readonly setCall: (call: TelephoneCall | undefined) => void;
  /** A case was opened without need to know: every screen says so until it ends. */
  readonly openedAnyway: (opening: OpenedAnyway) => void;
  /** The officer is on this case now: what they had opened without need to know is over. */
  readonly isOnCase: (caseNumber: string) => void;
  /** The queue was read, with this mark: what comes after is told. */
  readonly sawQueue: Watching["sawQueue"];
  readonly leftQueue: Watching["leftQueue"];
  /** What is open on the screen, so that it is told when it changes. */
  readonly holds: Watching["holds"];
  /** The server says that nobody is signed in any more. */
  readonly leave: (why: WhyNobody) => void;
}
