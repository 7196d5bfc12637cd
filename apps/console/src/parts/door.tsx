import type { ReactElement, ReactNode } from "react";
import type { Instant } from "@unmask/core";
import { sayNow } from "./say-when.ts";

/** What stands at the door, before anybody is signed in: no row, no name, nothing of any report. */
export function Door({
  force,
  says,
  now,
  foot,
  children,
}: {
  readonly force: string;
  readonly says: string;
  readonly now: Instant;
  readonly foot?: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="door">
      <header className="top-bar">
        <p className="product">
          <b>Unmask</b> {force}
        </p>
        <p className="second-words">{says}</p>
        <p className="end">{sayNow(now)}</p>
      </header>
      <main>
        <div className="door-column">{children}</div>
      </main>
      <footer className="log-bar">
        <p className="entry">{foot ?? "Nobody is signed in. Nothing of any report is loaded."}</p>
      </footer>
    </div>
  );
}
