import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Addresses } from "../ports/addresses.ts";
import { type Place, addressOf, placeAt } from "./place.ts";

/** The way about the desk. */
export interface Way {
  readonly place: Place;
  /** To another place, which Back leads out of again. */
  go(place: Place): void;
  /** The same place, seen otherwise (another row is chosen): Back does not go through each of them. */
  replace(place: Place): void;
  back(): void;
}

/** The place that the address names, for as long as it does. */
export function useWay(addresses: Addresses): Way {
  const address = useSyncExternalStore(addresses.watch, addresses.read);
  const place = useMemo(() => {
    const cut = address.indexOf("?");
    return cut === -1 ? placeAt(address, "") : placeAt(address.slice(0, cut), address.slice(cut));
  }, [address]);
  const go = useCallback((to: Place) => addresses.push(addressOf(to)), [addresses]);
  const replace = useCallback((to: Place) => addresses.replace(addressOf(to)), [addresses]);
  return useMemo(() => ({ place, go, replace, back: addresses.back }), [place, go, replace, addresses]);
}
