import type { Result } from "@unmask/core";

/**
 * Papers of orders as they lie in the case folder: each sealed to the force's own key beside the packs that came, under a name that says nothing of it.
 */
export interface KeptPapers {
  /** Seals and keeps a paper; the name under which it lies, 32 hex digits. The failure is a sentence for whoever asked. */
  keep(bytes: Uint8Array): Promise<Result<string, string>>;
  /** The paper as it was kept; the failure is a sentence for whoever asked. */
  read(name: string): Promise<Result<Uint8Array, string>>;
  /** Takes away what was kept and is named by nothing. */
  remove(name: string): Promise<void>;
}
