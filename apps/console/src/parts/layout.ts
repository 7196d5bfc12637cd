import { useSyncExternalStore } from "react";

/** How much stands side by side: all three columns, the side panel below the work, or one column with a bar of words at the bottom. */
export type Layout = "wide" | "medium" | "narrow";

/** Widths in CSS pixels and in the text's own size (13 px, or 16 where the officer wants it large). */
const wideFrom = { pixels: 1_200, rem: 88 };
const narrowBelow = { rem: 61.5 };

/** The layout for a window so wide, whose text is so large. Larger text counts as a narrower window, so that rows do not break. */
export function layoutOf(width: number, rem: number): Layout {
  if (width >= wideFrom.pixels && width / rem >= wideFrom.rem) return "wide";
  return width / rem < narrowBelow.rem ? "narrow" : "medium";
}

/** The layout of this window, for as long as it is so wide. */
export function useLayout(): Layout {
  return useSyncExternalStore(watch, readLayout);
}

function readLayout(): Layout {
  return layoutOf(innerWidth, Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
}

function watch(onChange: () => void): () => void {
  // The text can grow without the window changing.
  const sizes = new ResizeObserver(onChange);
  sizes.observe(document.documentElement);
  addEventListener("resize", onChange);
  return () => {
    sizes.disconnect();
    removeEventListener("resize", onChange);
  };
}
