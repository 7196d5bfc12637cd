/** The screens about what is kept on this device. */
export interface KeepScreen {
  readonly name: "keep";
  readonly at: MakingIt | WhatOpensIt | "settings" | "copy" | "check" | "been-here" | "openings" | "remove";
}

/** In this order. */
type MakingIt = "make" | "passphrase" | "ordinary" | "sheet" | "proof" | "kept";

type WhatOpensIt = "keys" | "new-passphrase" | "new-words" | "second-sheet" | "passkey" | "ordinary-notes";
