import type { ReviewVerdict } from "../desk/audit.ts";

/** What a review of an opening says, in words. */
export const verdictInWords: Readonly<Record<ReviewVerdict, string>> = {
  right: "Right, all of it",
  "right-but": "Right to open; one thing more than it needed",
  "not-right": "Not right",
};
