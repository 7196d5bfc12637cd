import type { CourtResultKind } from "../event/of-court.ts";

/** What a court did, after "The court". */
export const didInWords: Readonly<Record<CourtResultKind, string>> = {
  "interim-made": "made an interim order",
  "interim-refused": "refused an interim order",
  made: "made the order",
  refused: "refused the order",
  varied: "varied the order",
  renewed: "renewed the order",
  discharged: "discharged the order",
  "change-refused": "refused the change",
  "appeal-allowed": "allowed the appeal",
  "appeal-dismissed": "dismissed the appeal",
  "interim-ended": "ended the interim order",
};
