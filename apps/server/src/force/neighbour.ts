import type { ForceSet } from "@unmask/submission";

/** Another force to which a report can be handed on: its verified set, and where it takes letters. */
export interface Neighbour {
  readonly set: ForceSet;
  readonly intake: string;
}

/** Forces that the administrator loaded, each held to its signer. */
export interface Neighbours {
  /** All that verify, by name. */
  list(): Promise<readonly Neighbour[]>;
  /** The one of this id, asked at its own intake for a newer set first, where it answers. */
  newest(force: string): Promise<Neighbour | undefined>;
}
