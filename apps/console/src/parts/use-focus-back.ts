import { type RefObject, useEffect, useRef } from "react";

/**
 * The button that opened a form has the focus again when the form is gone; where what was written took the button away too, the page has it. Gives what
 * the button is held by, and what is called once it was written.
 */
export function useFocusBack(isOpen: boolean): readonly [RefObject<HTMLButtonElement | null>, () => void] {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const wasWritten = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  useEffect(
    () => () => {
      if (wasWritten.current && document.activeElement === document.body) document.getElementById("work")?.focus({ preventScroll: true });
    },
    [],
  );
  return [button, () => (wasWritten.current = true)];
}
