import { type ReactElement, useEffect, useState } from "react";
import type { Instant } from "@unmask/core";
import { type WrittenFile, nothingWritten, workOut } from "../desk/due-file.ts";
import { sayNow } from "../parts/say-when.ts";
import type { World } from "../world.ts";
import { DueBeside } from "./when-due-beside.tsx";
import { DueOrder } from "./when-due-order.tsx";
import { DueShown } from "./when-due-shown.tsx";

/** “When is it due?”: worked out in the page, for whoever opens it. It asks the server nothing and keeps nothing: a reload, and it is gone. */
export function WhenDue({ world }: { readonly world: World }): ReactElement {
  const [file, setFile] = useState<WrittenFile>(nothingWritten);
  const [at, setAt] = useState<Instant>(world.now);
  useEffect(() => {
    document.title = "When is it due? · Unmask";
  }, []);
  return (
    <div className="door when-due">
      <header className="top-bar">
        <p className="product">
          <b>When is it due?</b>
        </p>
        <p className="second-words">No sign-in. Nothing is stored and nothing is sent: it is worked out in this page.</p>
        <p className="end">
          <a href="/">To the desk</a>
        </p>
      </header>
      <main className="due-columns">
        <DueOrder {...{ file, setFile, at, setAt }} now={world.now} />
        <DueShown {...{ world, file, at }} shown={workOut(file, at)} />
        <DueBeside code={file.jurisdiction} />
      </main>
      <footer className="log-bar">
        <p className="entry">Worked out for {sayNow(at)}, London. Close the page and it is gone.</p>
      </footer>
    </div>
  );
}
