import type { CaseEvent } from "../event.ts";
import { type At, atOf } from "./event-at.ts";

/**
 * What somebody wrote by mistake: a call that nobody made, a log with the wrong year. It is withdrawn with a reason by a later event; nothing is
 * counted or decided from it any more, and it stays readable with who withdrew it and why. What is right is written anew.
 */
export interface Entries {
  /** What stands and could be withdrawn, as it came. */
  readonly entries: readonly Entry[];
  /** What was withdrawn, in the order in which that was done. */
  readonly withdrawn: readonly WithdrawnEntry[];
}

/** One entry in its own words. */
interface Entry extends At {
  readonly kind: WithdrawableKind;
  readonly says: string;
}

/** One that holds no more. */
interface WithdrawnEntry extends Entry {
  readonly withdrawn: At & { readonly reason: string };
}

type WithdrawableKind = "contact-attempted" | "breach-found" | "record-typed" | "fact-recorded" | "account-recorded" | "inference-recorded";

/** Before the first. */
export const noEntries: Entries = { entries: [], withdrawn: [] };

/** After one more event. */
export function entriesAfter<S extends Entries>(state: S, event: CaseEvent): S {
  if (event.kind !== "entry-withdrawn") {
    const entry = entryOf(event);
    return entry === undefined ? state : { ...state, entries: [...state.entries, entry] };
  }
  const { entry: number, reason } = event.body;
  const entry = state.entries.find((one) => one.number === number);
  if (entry === undefined) return state;
  return {
    ...state,
    entries: state.entries.filter((one) => one !== entry),
    withdrawn: [...state.withdrawn, { ...entry, withdrawn: { ...atOf(event), reason } }],
  };
}

/** What went to the mailbox was read or will be: that it was sent stays true. */
function entryOf(event: CaseEvent): Entry | undefined {
  const at = atOf(event);
  switch (event.kind) {
    case "contact-attempted": {
      const { channel, outcome, reports, says } = event.body;
      if (channel === "mailbox" && outcome === "sent") return undefined;
      const whose = reports === undefined ? "" : `, to the person of ${reports.join(" and ")}`;
      const tried = `${channel.replaceAll("-", " ")}${whose}: ${outcome.replaceAll("-", " ")}`;
      return { ...at, kind: event.kind, says: says === undefined ? tried : `${tried}. ${says}` };
    }
    case "breach-found": {
      const { says, order, condition } = event.body;
      return { ...at, kind: event.kind, says: `${says} (${condition === undefined ? order : `${order}, condition ${condition}`})` };
    }
    case "record-typed": {
      const { of, record, agency, day, says } = event.body;
      return { ...at, kind: event.kind, says: `${of} ${record} of ${agency}, ${day}: ${says}` };
    }
    case "fact-recorded":
    case "account-recorded":
    case "inference-recorded":
      return { ...at, kind: event.kind, says: event.body.says };
    default:
      return undefined;
  }
}
