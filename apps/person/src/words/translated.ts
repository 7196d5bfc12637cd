import type { InsideScreen } from "../navigation.ts";

/** What of keeping is in English alone. */
const inEnglishAlone: readonly string[] = ["copy", "check", "openings", "remove"];

/** Whether a screen is in the other languages too: making what is kept, what opens it, and coming back to it. */
export function isTranslated(screen: InsideScreen): boolean {
  return screen.name === "keep" && !inEnglishAlone.includes(screen.at);
}

/** The files whose words these screens say: each of them stands in each catalogue. */
export const translatedFiles: readonly string[] = [
  ..."been-here choose-passphrase key-field keys look-only make open-for-answers ordinary-caveats passphrase-meter proof settings sheet twelve-fields"
    .split(" ")
    .map((name) => `screens/keep/${name}.tsx`),
  "screens/keep/say-copy.ts",
  "screens/keep/use-asking.ts",
  "parts/page.tsx",
  "parts/passphrase-field.tsx",
  "parts/progress.tsx",
];
