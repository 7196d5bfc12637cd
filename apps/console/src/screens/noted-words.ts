import type { SearchPlace } from "../desk/noted.ts";

/** Where somebody looks, in words. */
export const searchPlaceInWords: Readonly<Record<SearchPlace, string>> = {
  "call-logs": "999, 101 and desk logs",
  orders: "orders, bail and injunctions",
  "other-reports": "other reports and cases of this force",
  "other-forces": "other forces and national records",
};
