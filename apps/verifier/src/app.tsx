import { type ReactElement, useEffect, useRef, useState } from "react";
import { saySize } from "@unmask/words";
import { type CheckWorld, type Outcome, checkHanded } from "./check.ts";
import { type KeyTexts, readKeys } from "./keys.ts";
import { Asking } from "./parts/asking.tsx";
import { Result } from "./parts/result.tsx";
import type { Handed } from "./ports/handed.ts";

/** What the page may use of the world. */
export interface PageWorld extends CheckWorld {
  /** The time of day, for whoever prints the result. */
  clock(): string;
  /** The host that served the page; empty when it was opened from the disk. */
  readonly cameFrom: string;
}

/** What stands on the page. */
type Stage =
  | { readonly stage: "asking"; readonly fault: string }
  | { readonly stage: "checking"; readonly read: number; stop(): void }
  | { readonly stage: "done"; readonly outcome: Outcome; readonly handed: Handed; readonly checkedAt: string };

/** Bytes read before the page says so again: a word with each piece would cost more than checking it. */
const sayEach = 8_000_000;

/** The page: what is brought, the check, what came of it. Nothing of it outlives the page. */
export function App({ world }: { readonly world: PageWorld }): ReactElement {
  const [stage, setStage] = useState<Stage>({ stage: "asking", fault: "" });
  const heading = useRef<HTMLHeadingElement>(null);
  const { stage: name } = stage;
  // Whoever reads with a screen reader is told from the heading on what came of it.
  useEffect(() => {
    if (name === "done") heading.current?.focus();
  }, [name]);

  const check = async (handed: Handed | undefined, texts: KeyTexts): Promise<void> => {
    if (handed === undefined) return setStage({ stage: "asking", fault: "Choose a pack first: a file or a folder." });
    const keys = readKeys(texts);
    if (!keys.ok) return setStage({ stage: "asking", fault: keys.error });
    const stopping = new AbortController();
    const stop = (): void => stopping.abort();
    let read = 0;
    const say = (): void => setStage({ stage: "checking", read, stop });
    const onRead = (bytes: number): void => {
      const before = read;
      read += bytes;
      if (Math.floor(before / sayEach) < Math.floor(read / sayEach)) say();
    };
    say();
    try {
      const outcome = await checkHanded(handed.input({ signal: stopping.signal, onRead }), keys.value, world);
      // What could not be read because it was stopped would look like a fault of the pack.
      stopping.signal.throwIfAborted();
      setStage({ stage: "done", outcome, handed, checkedAt: world.clock() });
    } catch {
      setStage({ stage: "asking", fault: stopping.signal.aborted ? "Stopped. Nothing was found out." : unreadable });
    }
  };

  return (
    <>
      <header>
        <p>
          <strong>Check a pack</strong>
        </p>
        <p>Nothing leaves this computer. Nothing is stored. Works without a network.</p>
      </header>
      {stage.stage === "done" ? (
        <Result
          {...{ outcome: stage.outcome, handed: stage.handed, checkedAt: stage.checkedAt, cameFrom: world.cameFrom, heading }}
          again={() => setStage({ stage: "asking", fault: "" })}
        />
      ) : (
        <Asking check={(handed, texts) => void check(handed, texts)} cameFrom={world.cameFrom} isBusy={stage.stage === "checking"}>
          <div role="status">
            {stage.stage === "checking" && <p>Checking. {saySize(stage.read)} read so far.</p>}
            {stage.stage === "asking" && stage.fault !== "" && <p className="mind">{stage.fault}</p>}
          </div>
          {stage.stage === "checking" && (
            <button type="button" className="plain" onClick={stage.stop}>
              Stop
            </button>
          )}
        </Asking>
      )}
    </>
  );
}

const unreadable = "The file could not be read: it was moved or changed since you chose it. Choose it again.";
