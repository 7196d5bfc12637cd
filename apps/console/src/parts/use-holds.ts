import { useEffect } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { OpenOnScreen } from "./use-changes.ts";

/** Says what is open on the screen, so that it is told when somebody else writes in it. `saw` of undefined: not read yet. */
export function useHolds(
  { holds, world }: Pick<AtDesk, "holds" | "world">,
  { of, id }: Pick<OpenOnScreen, "of" | "id">,
  saw: number | undefined,
  again: () => void,
): void {
  useEffect(() => {
    holds(saw === undefined ? undefined : { of, id, saw, at: world.now(), again });
    return () => holds(undefined);
  }, [holds, world, of, id, saw, again]);
}
