import type { ReactElement, ReactNode } from "react";

/** One question with its heading. */
export function CounterPart({
  title,
  more,
  children,
}: {
  readonly title: string;
  readonly more?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="counter-part" aria-label={title}>
      <h2>{title}</h2>
      {more !== undefined && <p className="second-words">{more}</p>}
      {children}
    </section>
  );
}
