/** A list in memory whose entries end by themselves, and which never grows beyond its room. */
export interface Expiring<Value> {
  get(key: string): Value | undefined;
  /** Keeps a value until `now + life`. Where there is no room the oldest goes. */
  set(key: string, value: Value): void;
  /** Takes a value out. */
  take(key: string): Value | undefined;
}

/** Makes the list. `room` stops a flood from filling the memory. Times in milliseconds. */
export function createExpiring<Value>(life: number, room: number, now: () => number): Expiring<Value> {
  // In the order of insertion, which is the order of ending.
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  const clear = (): void => {
    for (const [key, { until }] of entries) {
      if (until > now() && entries.size < room) return;
      entries.delete(key);
    }
  };
  const get = (key: string): Value | undefined => {
    const found = entries.get(key);
    return found !== undefined && found.until > now() ? found.value : undefined;
  };
  return {
    get,
    set(key, value) {
      entries.delete(key);
      clear();
      entries.set(key, { value, until: now() + life });
    },
    take(key) {
      const value = get(key);
      entries.delete(key);
      return value;
    },
  };
}
