import type { Result } from "@unmask/core";

/**
 * Papers of orders as they lie in the case folder: each sealed to the force's own key beside the packs that came, under a name that says nothing of it.
 *
 * A file is written before the row that names it, since what was answered for must be on the disk. Until its row is known to stand it is begun: what a run that
 * ended, or a transaction that came to nothing, has left is found by that and taken away.
 */
export interface KeptPapers {
  /** Seals and keeps a paper, begun; the name under which it lies, 32 hex digits. The failure is a sentence for whoever asked. */
  keep(bytes: Uint8Array): Promise<Result<string, string>>;
  /** The paper as it was kept; the failure is a sentence for whoever asked. */
  read(name: string): Promise<Result<Uint8Array, string>>;
  /** Names of what was begun and not ended. */
  begun(): Promise<readonly string[]>;
  /** Ends what was begun: what a row names stays, anything else goes. */
  end(name: string, isNamed: boolean): Promise<void>;
}
