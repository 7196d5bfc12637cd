import { useEffect, useState } from "react";
import type { Inside } from "./inside.tsx";
import { storeApp } from "./ports/stored-app.ts";

/** The rest of the app: on its way, here, or not to be had. */
export type InsideState = "fetching" | "missing" | { readonly Inside: typeof Inside };

/** Fetches the rest of the app, and has it stored, when it is first wanted: looking at the first page takes nothing else with it. */
export function useInside(isWanted: boolean): InsideState {
  const [state, setState] = useState<InsideState>("fetching");
  useEffect(() => {
    if (!isWanted) return;
    import("./inside.tsx").then(setState, () => setState("missing"));
    storeApp();
  }, [isWanted]);
  return state;
}
