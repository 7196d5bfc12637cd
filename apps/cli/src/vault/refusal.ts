import type { VaultFailure } from "@unmask/vault";
import { refuse, refuseUsage } from "../commands/refuse.ts";
import type { ExitCode } from "../exit-code.ts";
import type { World } from "../world.ts";

/** Why a verb was not done, in a sentence; `isUsage`: the command was not understood. */
export interface Refusal {
  readonly says: string;
  readonly isUsage?: boolean;
}

/** Says it, and gives its exit code. */
export function refuseVault({ says, isUsage = false }: Refusal, world: World): ExitCode {
  return isUsage ? refuseUsage(world, says) : refuse(world, says);
}

/** What a vault says of itself, with the file that it is about. */
export function refusalOf({ says, path }: VaultFailure): Refusal {
  return { says: path === undefined ? says : `${says} (${path})` };
}
