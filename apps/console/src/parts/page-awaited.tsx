import type { ReactElement, ReactNode } from "react";
import type { Instant } from "@unmask/core";
import type { Answer } from "../desk/answer.ts";
import { Hindrance } from "./hindrance.tsx";

/** A page that cannot be shown: its answer is still asked for, or something hinders it, with what to do. */
export function PageAwaited({
  title,
  asking,
  answer,
  now,
  again,
  children,
}: {
  readonly title: string;
  /** While nothing came yet: "Opening it. The reason is written with it." */
  readonly asking: string;
  readonly answer: Answer<unknown> | undefined;
  readonly now: Instant;
  readonly again: () => void;
  /** What can be done about a hindrance here. */
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <main id="work" className="work one-column">
      <h1>{title}</h1>
      {answer ? <Hindrance answer={answer} now={now} again={again} /> : <p role="status">{asking}</p>}
      {children}
    </main>
  );
}
