import { t } from "@lingui/core/macro";
import type { EntryKind, LifeArea } from "@unmask/core";
import type { DraftFault } from "./told-in.ts";

/** What can have happened, in her words: the letters of the law are laid beside it elsewhere. */
export function sayEntryKind(kind: EntryKind): string {
  switch (kind) {
    case "followed":
      return t`Followed me`;
    case "contacted":
      return t`Called, wrote or spoke to me`;
    case "published":
      return t`Put something about me where others see it`;
    case "pretended":
      return t`Pretended to be me, or put out something as mine`;
    case "watched-online":
      return t`Watched what I do on my phone or online`;
    case "waited-near":
      return t`Turned up, or waited near where I was`;
    case "interfered":
      return t`Took or touched something of mine`;
    case "watched":
      return t`Watched me`;
    case "threatened":
      return t`Threatened me`;
    case "damaged":
      return t`Broke or damaged something`;
    case "sent-things":
      return t`Sent or left me things`;
    case "came-in":
      return t`Came into my home or my work`;
    case "through-others":
      return t`Reached me through other people`;
    case "other":
      return t`Something else`;
  }
}

/** The parts of her life of which she can say that they changed. */
export function sayLifeArea(area: LifeArea): string {
  switch (area) {
    case "sleep":
      return t`Sleep`;
    case "work":
      return t`Work or study`;
    case "routes":
      return t`Ways I go`;
    case "phone and accounts":
      return t`Phone and accounts`;
    case "home":
      return t`Home`;
    case "children":
      return t`Children`;
    case "health":
      return t`Health`;
    case "cost":
      return t`Money it cost`;
    case "other":
      return t`Something else`;
  }
}

/** Why it was not saved yet, and what to do. */
export function sayDraftFault(fault: DraftFault): string {
  switch (fault) {
    case "no-words":
      return t`Write what happened first. A few words are enough.`;
    case "nothing-added":
      return t`There is nothing to add yet.`;
    case "no-day":
      return t`Write the day in numbers, or choose “Not sure”.`;
    case "wrong-day":
      return t`There is no such day. Mend it, or empty its three fields.`;
    case "not-yet":
      return t`That has not come yet by this device’s clock. Look at the day and the hour again.`;
    case "days-turned":
      return t`The last day lies before the first. Mend one of the two.`;
    case "reference":
      return t`A number needs to say with whom it is, and the other way round. Fill both, or empty both.`;
  }
}
