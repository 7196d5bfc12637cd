import type { ReactElement } from "react";
import type { Walk } from "../../session.ts";
import { AmendEntry } from "./amend-entry.tsx";
import { Entries } from "./entries.tsx";
import { Entry } from "./entry.tsx";
import { EntrySaved } from "./entry-saved.tsx";
import { Home } from "./home.tsx";
import { KeepPromise } from "./keep-promise.tsx";
import type { JournalScreen } from "./names.ts";
import { OneEntry } from "./one-entry.tsx";
import { PrivateNotes, SafetyPlan } from "./papers.tsx";
import { Waiting } from "./waiting.tsx";
import { WithdrawEntry } from "./withdraw-entry.tsx";

/** What she writes and keeps herself. */
export function JournalScreens({ screen, ...walk }: Walk & { readonly screen: JournalScreen }): ReactElement | null {
  switch (screen.name) {
    case "home":
      return <Home {...walk} />;
    case "entry":
      return <Entry {...walk} />;
    case "entry-saved":
      return <EntrySaved {...walk} entry={screen.entry} />;
    case "entries":
      return <Entries {...walk} />;
    case "one-entry":
      return <OneEntry {...walk} entry={screen.entry} />;
    case "amend-entry":
      return <AmendEntry {...walk} entry={screen.entry} />;
    case "withdraw-entry":
      return <WithdrawEntry {...walk} entry={screen.entry} />;
    case "waiting":
      return <Waiting {...walk} />;
    case "private-notes":
      return <PrivateNotes {...walk} />;
    case "safety-plan":
      return <SafetyPlan {...walk} />;
    case "keep-promise":
      return <KeepPromise {...walk} />;
  }
}
