/** Parts of a case that have a page, in the order of its index. */
export const caseParts = [
  "now",
  "timeline",
  "people",
  "known",
  "risk",
  "enquiries",
  "links",
  "decisions",
  "recording",
  "updates",
  "referrals",
  "exhibits",
  "closing",
] as const;
export type CasePart = (typeof caseParts)[number];
