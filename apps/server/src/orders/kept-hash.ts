import type { OrderIntent } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import { type DeskCall, refuseByState } from "../access/desk-route.ts";
import { type OrderPaper, papersOf } from "../sql/case/order-papers.ts";

/** A hash is written of an order only where the file is kept with it, under its own number: else nobody could ever read what it is the hash of. */

/** What the papers of an attendance are about. */
export function aboutAttendance(attendance: number): string {
  return `attendance ${attendance}`;
}

/** Refuses what names a copy, an acknowledgement, later evidence of service or evidence of a breach that is not kept with this order. */
export async function refuseUnkept(call: DeskCall<unknown>, order: string, intent: OrderIntent): Promise<void> {
  const named = namedIn(intent, order);
  if (named === undefined) return;
  // The counter belongs to no case; who asks was let in by the operation.
  const papers = await asMachine(call.tx, call, () => papersOf(call.tx, call.parts.force.id, order));
  if (papers.some((one) => one.sha256 === named.sha256 && named.isOne(one) && (named.exhibit ?? one.exhibit) === one.exhibit)) return;
  const { says, allows } = named;
  refuseByState({ rule: "not-kept", says, allows });
}

interface Named {
  readonly sha256: string;
  /** The number that it has to have as well. */
  readonly exhibit?: string;
  readonly isOne: (paper: OrderPaper) => boolean;
  readonly says: string;
  readonly allows: string;
}

function namedIn(intent: OrderIntent, order: string): Named | undefined {
  switch (intent.kind) {
    case "court-result":
      return ofCopy(intent.body.copy);
    case "result-corrected":
      return ofCopy(intent.body.right.copy);
    case "order-typed": {
      const named = ofCopy(intent.body.copy);
      // Its number is given as it is typed in: no file can lie under it before.
      return named && { ...named, allows: "Type it in without its copy, keep the copy with it, and correct the result with that copy." };
    }
    case "service-evidence":
    case "breach-evidence": {
      const { exhibit = "", sha256 = "" } = intent.body;
      // A number of this order is one of a kept file, with its hash or without; a hash stands with the number that its file has here, and with no other.
      return sha256 === "" && !exhibit.startsWith(`${order}/`) ? undefined : ofCopy({ exhibit, sha256 });
    }
    case "acknowledged": {
      const about = aboutAttendance(intent.body.attendance);
      return {
        sha256: intent.body.sha256,
        isOne: (one) => one.kind === "acknowledgement" && (one.about === about || one.about.startsWith(`${about},`)),
        says: "This is the hash of no acknowledgement that was made of this attendance. Nothing was written.",
        allows: "Make the paper here, then write that it was given.",
      };
    }
    default:
      return undefined;
  }
}

/** A copy has the number and the hash of one file: under another number nobody would find what was read. */
function ofCopy(copy: { readonly exhibit: string; readonly sha256: string } | undefined): Named | undefined {
  return copy === undefined
    ? undefined
    : {
        sha256: copy.sha256,
        exhibit: copy.exhibit,
        isOne: ({ kind }) => kind === "copy",
        says: "No copy that is kept with this order has this number and this hash. Nothing was written.",
        allows: "Keep the copy first; its number and its hash are given then, and nobody types them.",
      };
}
