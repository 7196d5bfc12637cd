import type { ReactElement } from "react";
import { BringPart } from "../../parts/bring-part.tsx";
import type { Walk } from "../../session.ts";
import type { JournalScreen } from "./names.ts";

/** What she writes and keeps: whoever looks at files alone does not wait for it. */
export function BringJournal(parts: Walk & { readonly screen: JournalScreen }): ReactElement {
  return <BringPart bring={() => import("./journal-screens.tsx")}>{({ JournalScreens }) => <JournalScreens {...parts} />}</BringPart>;
}
