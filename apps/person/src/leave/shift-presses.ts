/** What is known between one event and the next. */
export interface Presses {
  /** Presses of Shift so far that belong together. */
  readonly count: number;
  /** When the last of them was. Milliseconds of a clock that only goes forward. */
  readonly at: number;
  /** Shift is down, and nothing else was touched since: letting go of it is a press. */
  readonly isAlone: boolean;
}

/** What a hand did: a key going down or up, or a pointer going down. */
export interface Input {
  readonly type: "keydown" | "keyup" | "pointerdown";
  readonly key?: string;
  readonly repeat?: boolean;
  readonly at: number;
}

const pressesToLeave = 3;
/** A press later than this after the one before begins anew. Milliseconds. */
const togetherMs = 5_000;
export const noPresses: Presses = { count: 0, at: -Infinity, isAlone: false };

/**
 * Counts presses of Shift as GOV.UK's "Exit this page" has people learn it: each within five seconds of the last; any other key begins
 * again; Shift that makes a capital, goes back a field or chooses with the pointer is no press; a held key counts once. A single key like
 * Escape would do other things too.
 */
export function afterInput(before: Presses, { type, key, repeat = false, at }: Input): Presses {
  if (type === "pointerdown" || key !== "Shift") return type === "keyup" ? before : noPresses;
  if (type === "keydown") return repeat ? before : { ...before, isAlone: true };
  if (!before.isAlone) return before;
  return { count: at - before.at <= togetherMs ? before.count + 1 : 1, at, isAlone: false };
}

/** Leaves after the third press, and has a screen reader say on the way how many are left: `say` is given the name of the words, empty for none. */
export function followShiftPresses(leave: () => void, say: (name: string) => void): void {
  let presses = noPresses;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sayFor = (name: string, then?: () => void): void => {
    clearTimeout(timer);
    say(name);
    if (then) timer = setTimeout(then, togetherMs);
  };
  const expire = (): void => sayFor("expired", () => say(""));
  const follow = (input: Input): void => {
    const { count, at } = presses;
    presses = afterInput(presses, input);
    if (presses.count === count && presses.at === at) return;
    if (presses.count === 0) return sayFor("");
    if (presses.count < pressesToLeave) return sayFor(`left-${pressesToLeave - presses.count}`, expire);
    presses = noPresses;
    clearTimeout(timer);
    leave();
  };
  const onKey = ({ type, key, repeat, timeStamp }: KeyboardEvent): void =>
    follow({ type: type === "keyup" ? "keyup" : "keydown", key, repeat, at: timeStamp });
  // Before any field or control sees them, and whatever it does with them.
  const first = { capture: true };
  addEventListener("keydown", onKey, first);
  addEventListener("keyup", onKey, first);
  addEventListener("pointerdown", ({ timeStamp }) => follow({ type: "pointerdown", at: timeStamp }), first);
}
