import type { KeyFileFailure } from "@unmask/seal";
import type { VaultFailure } from "@unmask/vault";
import type { NotDone, OwnFailure, VaultAnswer } from "./protocol.ts";

/** What this app alone refuses, each in a sentence. */
const says: Readonly<Record<OwnFailure, string>> = {
  locked: "Your notes are locked. Open them first.",
  elsewhere: "Your notes are open in another window. Nothing was changed here. Close that window, or take over here.",
  "look-only": "This window keeps nothing: it is a private window, or this browser cannot. You can look at files, and nothing stays.",
  wait: "There were wrong tries. Nothing is erased.",
  passphrase: "The passphrase of the ordinary notes must be another one.",
  words: "These are not your twelve words.",
  "not-kept": "Something in this cannot be kept as it is. Nothing was written. Change it and try again.",
};

/** Refuses, in the sentence of its kind or in one that says more. */
export function refuse(kind: OwnFailure, more: Omit<NotDone, "kind" | "says"> & { readonly says?: string } = {}): VaultAnswer {
  return { answer: "not done", kind, says: says[kind], ...more };
}

/** What a room below did not do. */
export function notDone({ kind, says: why, ...more }: VaultFailure | KeyFileFailure): VaultAnswer {
  return { answer: "not done", kind, says: why, ...more };
}
