import { useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { OfferedReason } from "../desk/preview.ts";

/** Why a case is opened: what the force's list of reasons holds for a case; a task is named in words of its own. */
export const reasonsForCase: readonly OfferedReason[] = [
  { code: "danger", says: "Danger now" },
  { code: "contact", says: "They called, or another force did" },
  { code: "supervision", says: "Supervision" },
  { code: "court", says: "A hearing, a prosecutor or an order" },
];

/** The reason for one case, report or link: given once in this page, and sent with everything that is read of it. */
export function useReason(at: AtDesk, of: string): readonly [GivenReason | undefined, (reason: GivenReason) => void] {
  const [reason, setReason] = useState(at.reasonFor(of));
  return [
    reason,
    (given) => {
      at.giveReason(of, given);
      setReason(given);
    },
  ];
}
