import { type ReactElement, type ReactNode, useEffect, useRef } from "react";

/** One screen: its one sentence, what belongs to it, and at the bottom the one thing to do next. */
export function Page({
  kicker,
  title,
  isFinding = false,
  children,
  actions,
}: {
  readonly kicker?: string;
  readonly title: string;
  /** A finding's sentence is longer than a heading and is set smaller. */
  readonly isFinding?: boolean;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  // A new screen, or a new sentence on it: the focus goes to it, so that it is read out.
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      <main>
        {kicker !== undefined && <p className="kicker">{kicker}</p>}
        <h1 ref={heading} tabIndex={-1} className={isFinding ? "finding" : ""}>
          {title}
        </h1>
        {children}
      </main>
      {actions !== undefined && <div className="bottom">{actions}</div>}
    </>
  );
}
