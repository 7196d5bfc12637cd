import { t } from "@lingui/core/macro";
import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from "react";
import { Beside } from "./beside.tsx";

/** One screen: its one sentence, what belongs to it, and at the bottom the one thing to do next. */
export function Page({
  kicker,
  title,
  finding,
  children,
  actions,
}: {
  readonly kicker?: string;
  readonly title: string;
  /** The pattern that the title is about: a finding's sentence is longer than a heading and is set smaller. */
  readonly finding?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  // A new screen, or a new sentence on it: the focus goes to it, so that it is read out.
  useLayoutEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      <main data-finding={finding}>
        {kicker !== undefined && (
          <p className="kicker">
            {kicker}
            <Beside of={kicker} />
          </p>
        )}
        <h1 ref={heading} tabIndex={-1} className={finding === undefined ? "" : "finding"}>
          {title}
          <Beside of={title} />
        </h1>
        {children}
      </main>
      {actions !== undefined && (
        <section className="bottom" aria-label={t`What to do next`}>
          {actions}
        </section>
      )}
    </>
  );
}
