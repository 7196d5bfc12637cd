import type { Answer } from "../engine/protocol.ts";
import type { VaultAsk, VaultStatus } from "./protocol.ts";

/** What changes how the vault stands without telling how it stands then. */
const changing: ReadonlySet<VaultAsk["ask"]> = new Set(["begin", "new words", "prove words", "decide", "make copy", "try copy"]);

/** How the vault stands after an answer, as far as it is known: as before, as it says, or it is to be asked. */
export function standsAfter(asked: VaultAsk["ask"], answer: Answer): VaultStatus | "as before" | "ask" {
  if (answer.answer === "vault") return answer.status;
  // Another window took it, or this one was locked by itself.
  if (answer.answer === "not done") return answer.kind === "locked" || answer.kind === "elsewhere" ? "ask" : "as before";
  // What a worker held that broke is gone with it.
  if (answer.answer === "failed") return "ask";
  return changing.has(asked) ? "ask" : "as before";
}
