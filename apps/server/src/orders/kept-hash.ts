import type { OrderIntent } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import { type DeskCall, refuseByState } from "../access/desk-route.ts";
import { type OrderPaper, papersOf } from "../sql/case/order-papers.ts";
import { namesPaper } from "./plain-number.ts";

/** A hash is written of an order only where the file is kept with it, under its own number: else nobody could ever read what it is the hash of. */

/** What the papers of an attendance are about. */
export function aboutAttendance(attendance: number): string {
  return `attendance ${attendance}`;
}

/** Refuses what names a copy, an acknowledgement, evidence of service or evidence of a breach that is not kept with this order. */
export async function refuseUnkept(call: DeskCall<unknown>, order: string, intent: OrderIntent): Promise<void> {
  const all = namedIn(intent);
  if (all.length === 0) return;
  // The counter belongs to no case; who asks was let in by the operation.
  const papers = await asMachine(call.tx, call, () => papersOf(call.tx, call.parts.force.id, order));
  const isKept = ({ sha256, exhibit, isOne }: Named): boolean =>
    papers.some((one) => one.sha256 === sha256 && isOne(one) && (exhibit ?? one.exhibit) === one.exhibit);
  const missing = all.find((one) => !isKept(one));
  if (missing !== undefined) refuseByState({ rule: "not-kept", says: missing.says, allows: missing.allows });
}

interface Named {
  readonly sha256: string;
  /** The number that it has to have as well. */
  readonly exhibit?: string;
  readonly isOne: (paper: OrderPaper) => boolean;
  readonly says: string;
  readonly allows: string;
}

function namedIn(intent: OrderIntent): readonly Named[] {
  switch (intent.kind) {
    case "court-result":
      return ofCopies([intent.body.copy]);
    case "result-corrected":
      return ofCopies([intent.body.right.copy]);
    case "order-typed":
      // Its number is given as it is typed in: no file can lie under it before.
      return ofCopies([intent.body.copy]).map((named) => ({
        ...named,
        allows: "Type it in without its copy, keep the copy with it, and correct the result with that copy.",
      }));
    case "service-attempted":
      return ofEvidence(intent.body.evidence);
    case "service-evidence":
    case "breach-evidence":
      return ofEvidence([intent.body]);
    case "acknowledged": {
      const about = aboutAttendance(intent.body.attendance);
      return [
        {
          sha256: intent.body.sha256,
          isOne: (one) => one.kind === "acknowledgement" && (one.about === about || one.about.startsWith(`${about},`)),
          says: "This is the hash of no acknowledgement that was made of this attendance. Nothing was written.",
          allows: "Make the paper here, then write that it was given.",
        },
      ];
    }
    default:
      return [];
  }
}

/**
 * What lies elsewhere is named by an exhibit alone. What names a paper of an order, of this one or another, in whatever spelling, is the number of a file that is kept
 * with this order, with its hash; and a hash stands with the number that its file has here, and with no other.
 */
function ofEvidence(all: readonly { readonly exhibit?: string; readonly sha256?: string }[]): readonly Named[] {
  return ofCopies(all.flatMap(({ exhibit = "", sha256 = "" }) => (sha256 === "" && !namesPaper(exhibit) ? [] : [{ exhibit, sha256 }])));
}

/** A copy has the number and the hash of one file: under another number nobody would find what was read. */
function ofCopies(copies: readonly ({ readonly exhibit: string; readonly sha256: string } | undefined)[]): readonly Named[] {
  return copies.flatMap((copy) =>
    copy === undefined
      ? []
      : [
          {
            sha256: copy.sha256,
            exhibit: copy.exhibit,
            isOne: ({ kind }: OrderPaper) => kind === "copy",
            says: "No copy that is kept with this order has this number and this hash. Nothing was written.",
            allows: "Keep the copy first; its number and its hash are given then, and nobody types them.",
          },
        ],
  );
}
