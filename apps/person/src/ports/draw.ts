import type { ReactElement } from "react";
import { createElement, options, render } from "preact";
import { useErrorBoundary, useLayoutEffect } from "preact/hooks";

/** Draws a page in a place; what it gives back takes the page away. `onFault`: a mistake of ours while drawing, by which nothing of the page is left. */
export function draw(place: HTMLElement, page: ReactElement, onFault: () => void): () => void {
  render(createElement(Drawn, { page, onFault }), place);
  return () => render(null, place);
}

function Drawn({ page, onFault }: { readonly page: ReactElement; readonly onFault: () => void }): ReactElement | null {
  const [fault]: readonly [unknown, () => void] = useErrorBoundary();
  useLayoutEffect(() => {
    if (fault !== undefined) onFault();
  }, [fault]);
  return fault === undefined ? page : null;
}

// Preact takes an attribute that is false off, and the browser would send what she types to be spelled.
const next = options.vnode;
options.vnode = (made) => {
  if (typeof made.type === "string" && "spellCheck" in made.props) Object.assign(made.props, { spellCheck: String(made.props.spellCheck) });
  next?.(made);
};
