import type { ReactElement } from "react";

/** An address that leads nowhere. */
export function NoSuchPage({ toQueue }: { readonly toQueue: () => void }): ReactElement {
  return (
    <main id="work" className="work one-column">
      <h1>There is no such page</h1>
      <p>The address leads nowhere at this desk. Nothing was looked up and nothing was written.</p>
      <p className="actions">
        <button type="button" className="second-button" onClick={toQueue}>
          To the queue
        </button>
      </p>
    </main>
  );
}
