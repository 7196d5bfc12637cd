/** The address of the page, as the browser keeps it. */
export interface Addresses {
  /** Path and search. */
  read(): string;
  push(address: string): void;
  replace(address: string): void;
  back(): void;
  /** Calls back at each change; ends by calling what it gives. */
  watch(onChange: () => void): () => void;
  /** What stands behind the # of the address, once: it is taken out of the address bar and of the history. */
  takeSecret(): string;
  /** The search of the address without its question mark, once, in the same way. */
  takeSearch(): string;
  /** Leaves this page for another site. */
  leave(address: string): void;
}

/** The browser's own. */
export function createAddresses(): Addresses {
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const one of watchers) one();
  };
  addEventListener("popstate", tell);
  const change = (how: "pushState" | "replaceState", address: string): void => {
    history[how]({}, "", address);
    tell();
  };
  return {
    read: () => location.pathname + location.search,
    push: (address) => change("pushState", address),
    replace: (address) => change("replaceState", address),
    back: () => history.back(),
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    takeSecret() {
      const secret = location.hash.slice(1);
      if (secret !== "") history.replaceState({}, "", location.pathname + location.search);
      return secret;
    },
    takeSearch() {
      const search = location.search.slice(1);
      if (search !== "") history.replaceState({}, "", location.pathname);
      return search;
    },
    leave: (address) => location.assign(address),
  };
}
