import type { ServiceFolder } from "../../apps/server/src/ports/service-folder.ts";
import type { DeskStage, Officer } from "./desk-stage.ts";
import type { Stage } from "./stage.ts";

/** A case that several files of tests share, and what they read of its answers. */

/** A line of a list of acts. */
export interface Line {
  readonly place: string;
  readonly report: string;
  readonly ordinal: number;
  readonly channel: string;
  readonly earliest: number;
}

/** What answers about a case hold, as far as a test reads them. */
export interface CaseBody {
  readonly case: string;
  readonly saw: number;
  readonly task: string;
  readonly referral: string;
  readonly bag: number;
  readonly sha256: string;
  readonly enquiry: string;
  readonly cases: readonly {
    readonly case: string;
    readonly danger: number;
    readonly reporters: readonly object[];
    readonly called: object;
    readonly proposed: object | null;
    readonly unanswered: readonly object[];
    readonly breach: object | null;
  }[];
  readonly first: {
    readonly danger: readonly { readonly of: string }[];
    readonly unanswered: readonly object[];
    readonly overdue: readonly { readonly dueBy: string; readonly why: string }[];
    readonly new: {
      readonly since: number | null;
      readonly looked: number | null;
      readonly total: number;
      readonly lines: readonly { readonly says: string }[];
    };
  };
  readonly updates: readonly object[];
  readonly noted: { readonly attempts: readonly object[] };
  readonly summary: { readonly acts: number };
  readonly course: { readonly says: string };
  readonly people: readonly { readonly name: string }[];
  readonly facts: readonly { readonly number: number }[];
  readonly accounts: readonly object[];
  readonly inferences: readonly object[];
  readonly enquiries: readonly { readonly enquiry: string; readonly lost: string }[];
  readonly recording: { readonly open: string } | null;
  readonly closed: object | null;
  readonly members: readonly { readonly name: string }[];
  readonly tests: readonly { readonly asks: string; readonly says: string }[];
  readonly rows: readonly { readonly row: number }[];
  readonly acts: readonly Line[];
  readonly next?: string;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly bytes: { readonly from: number; readonly base64: string } | null;
  readonly byHand: readonly string[];
  readonly notProved: string;
  readonly verdicts: readonly { readonly verdict: string }[];
  readonly exhibits: readonly { readonly number: string }[];
  readonly hits: readonly { readonly case?: string }[];
  readonly picture: { readonly base64: string } | null;
  readonly whyNot: string;
  readonly changed: string;
  readonly refused: { readonly rule: string; readonly says: string; readonly allows: string };
  readonly log: { readonly number: number; readonly says: string };
  readonly says: string;
}

/** A row of the queue. */
export interface QueuedRow {
  readonly report: string;
  readonly case?: string;
  readonly group: string;
  readonly why: { readonly first: string };
  readonly with: { readonly onCase?: readonly string[] };
}

/** Reason that is given for each look. */
export const reason = { code: "task", task: "T-2231" };
/** Heads of a request that comes from the desk's own page. */
export const fromDesk = { host: "console.localhost:4182", "x-unmask-desk": "1" };

/** The case that the tests share, and how it is asked and written; they come one after another. */
export interface SharedCase {
  readonly stage: Stage;
  readonly desk: DeskStage;
  readonly folder: ServiceFolder;
  readonly bell: Officer;
  readonly wren: Officer;
  readonly handler: Officer;
  readonly guest: Officer;
  readonly ref: string;
  readonly boxOfJoined: { readonly lookup: string; readonly recipient: string };
  readonly get: (officer: Officer, path: string) => Promise<CaseReply>;
  readonly post: (officer: Officer, path: string, body: object) => Promise<CaseReply>;
  readonly write: (officer: Officer, path: string, body: object) => Promise<CaseReply>;
  readonly pass: (ms: number) => Promise<void>;
}

interface CaseReply {
  readonly status: number;
  readonly body: CaseBody;
}
