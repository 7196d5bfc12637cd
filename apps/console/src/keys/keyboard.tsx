import {
  type ReactElement,
  type ReactNode,
  createContext,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Key, type KeySettings, type Press, meaningOf, usualKeys } from "./key.ts";

/** The keys at hand, and where parts of a screen tell theirs. */
interface Keyboard {
  readonly keys: readonly Key[];
  readonly settings: KeySettings;
  tell(part: string, keys: readonly Key[] | undefined): void;
}

const KeyboardContext = createContext<Keyboard>({ keys: [], settings: usualKeys, tell: () => undefined });

/** Listens to the keys for everything inside it. */
export function KeyboardProvider({ settings, children }: { readonly settings: KeySettings; readonly children: ReactNode }): ReactElement {
  // What runs changes with each drawing of a part; what is shown changes only with the names.
  const parts = useRef(new Map<string, readonly Key[]>());
  const [keys, setKeys] = useState<readonly Key[]>([]);
  const waiting = useRef("");
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
      const meaning = meaningOf(pressOf(event), waiting.current, [...parts.current.values()].flat(), settings);
      waiting.current = meaning.waiting;
      if (!meaning.key) return;
      event.preventDefault();
      meaning.key.run();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [settings]);
  const value = useMemo((): Keyboard => {
    const tell = (part: string, told: readonly Key[] | undefined): void => {
      const before = parts.current.get(part);
      // A part whose keys changed (a field opened in it) is asked before those around it.
      if (told === undefined || (before && signOf(before) !== signOf(told))) parts.current.delete(part);
      if (told !== undefined) parts.current.set(part, told);
      const all = [...parts.current.values()].flat();
      setKeys((shown) => (signOf(shown) === signOf(all) ? shown : all));
    };
    return { keys, settings, tell };
  }, [keys, settings]);
  return <KeyboardContext value={value}>{children}</KeyboardContext>;
}

function signOf(keys: readonly Key[]): string {
  return keys.map(({ name, says, cap, isInBar }) => `${name} ${says} ${cap} ${isInBar === true}`).join("\n");
}

function pressOf(event: KeyboardEvent): Press {
  const { target } = event;
  const on = target instanceof Element ? target : document.body;
  return {
    key: event.key,
    isShift: event.shiftKey,
    isControl: event.ctrlKey,
    isOther: event.altKey || event.metaKey,
    isTyping: on.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null,
    isOnControl: on.closest("a, button, summary, input") !== null,
  };
}

/** What stands here keeps what is typed in it also while it is not shown; its keys are told only while it is. */
export function KeysWhile({ isShown, children }: { readonly isShown: boolean; readonly children: ReactNode }): ReactElement {
  const { keys, settings, tell } = useContext(KeyboardContext);
  const value = useMemo(
    (): Keyboard => ({ keys, settings, tell: (part, told) => tell(part, isShown ? told : undefined) }),
    [keys, settings, tell, isShown],
  );
  return <KeyboardContext value={value}>{children}</KeyboardContext>;
}

/** Tells the keys of a part for as long as it stands on the screen. */
export function useKeys(keys: readonly Key[]): void {
  const part = useId();
  const { tell } = useContext(KeyboardContext);
  const latest = useRef(tell);
  useLayoutEffect(() => {
    latest.current = tell;
    tell(part, keys);
  });
  useLayoutEffect(() => () => latest.current(part, undefined), [part]);
}

/** All keys at hand, and how this officer wants them. */
export function useKeyboard(): Pick<Keyboard, "keys" | "settings"> {
  return useContext(KeyboardContext);
}
