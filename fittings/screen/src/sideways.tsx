import { type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from "react";

/** What more there is to a side: nothing, or words for the stylesheet, which draws a line there. */
type More = "" | "start" | "end" | "start end";

/**
 * What can be wider than the page: it scrolls by itself, by finger and by keyboard, and never sticks out. Where it is wider it says so in
 * words above, with a line at each edge behind which there is more.
 */
export function Sideways({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState<More>("");
  const view = (): void => setMore(place.current ? moreOf(place.current) : "");
  useLayoutEffect(() => {
    const { current } = place;
    const watching = new ResizeObserver(view);
    for (const one of current ? [current, ...current.children] : []) watching.observe(one);
    return () => watching.disconnect();
  }, []);
  return (
    <>
      {more !== "" && <p className="small wider">Wider than the page: slide it sideways.</p>}
      <div className="sideways" role="region" aria-label={label} tabIndex={0} data-more={more} ref={place} onScroll={view}>
        {children}
      </div>
    </>
  );
}

/** Half a unit more or less is rounding. In a page from right to left the way scrolled is negative. */
function moreOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): More {
  const room = scrollWidth - clientWidth;
  const way = Math.abs(scrollLeft);
  if (room <= 1) return "";
  if (way <= 1) return "end";
  return way >= room - 1 ? "start" : "start end";
}
