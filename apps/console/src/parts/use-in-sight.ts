import { type RefObject, useEffect, useRef } from "react";

/** Where the parts of a page stand in one line that scrolls, the one that is open comes into sight; the page itself stays where it is. */
export function useInSight(part: string | undefined): RefObject<HTMLUListElement | null> {
  const line = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const list = line.current;
    if (!list) return undefined;
    const resized = new ResizeObserver(() => bringIntoSight(list));
    resized.observe(list);
    return () => resized.disconnect();
  }, [part]);
  return line;
}

/** Scrolls the list sideways until the part that is open stands in its middle. */
function bringIntoSight(list: HTMLElement): void {
  const here = list.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!here) return;
  const whole = list.getBoundingClientRect();
  list.scrollLeft += here.left + here.width / 2 - (whole.left + whole.width / 2);
}
