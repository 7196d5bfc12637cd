import type { RetentionIntent } from "./retention-event.ts";
import type { RetentionState } from "./retention-state.ts";
import { type RetentionReview, whyItStays } from "./review.ts";

/** Why something is not written, and what is open instead. */
export interface RetentionRefusal {
  readonly rule: "hold-day" | "no-hold" | "cannot-go" | "no-proposal" | "second-person";
  readonly says: string;
  readonly allows: string;
}

/** Whether this may be written by this officer on this civil day; undefined: it may. */
export function whyNotDecided(
  { kind, body }: RetentionIntent,
  {
    state,
    review,
    by,
    today,
  }: { readonly state: RetentionState; readonly review: RetentionReview; readonly by: string; readonly today: string },
): RetentionRefusal | undefined {
  switch (kind) {
    case "asked":
      return undefined;
    case "held":
      if (body.until > today) return undefined;
      return {
        rule: "hold-day",
        says: "A hold ends on a day that is still to come.",
        allows: "Say the day on which it is looked at again.",
      };
    case "hold-ended":
      if (state.hold !== null) return undefined;
      return { rule: "no-hold", says: "There is no hold on it.", allows: "Look again: somebody may have ended it." };
    case "erase-proposed":
      return cannotGo(review, body.asked);
    case "erase-agreed":
      if (state.proposed === null)
        return { rule: "no-proposal", says: "Nobody proposed to erase it.", allows: "Propose it, with a reason." };
      if (state.proposed.by === by)
        return {
          rule: "second-person",
          says: "You proposed this yourself, so somebody else must agree.",
          allows: "Tell another supervisor of the case.",
        };
      return cannotGo(review, state.proposed.asked);
    case "taken-back":
      if (state.proposed !== null) return undefined;
      return { rule: "no-proposal", says: "Nobody proposed to erase it.", allows: "Nothing need be taken back." };
  }
}

function cannotGo(review: RetentionReview, isAsked: boolean): RetentionRefusal | undefined {
  const why = whyItStays(review, isAsked);
  if (why.length === 0) return undefined;
  return {
    rule: "cannot-go",
    says: `It cannot go yet. ${why.join(" ")}`,
    allows: "Ask what was not asked, or hold it with a reason and a day.",
  };
}
