import { saySize } from "@unmask/words";
import type { ReactElement } from "react";
import type { Walk } from "../../session.ts";
import { goOnWithPack } from "./send-it.ts";

/** What became of the pack behind an answer, wherever she is; it stops and goes on beside all else. */
export function PackStands({ session: { answerPack }, change, engine }: Omit<Walk, "navigation">): ReactElement | null {
  if (!answerPack) return null;
  const { stage, done, total } = answerPack;
  const isStopped = stage === "stopped";
  return (
    <section className="mind">
      <p>
        <strong>
          Your answer is there. Its pack {isStopped ? "has" : "is"} {stage}.
        </strong>
        {stage !== "there" && ` ${saySize(done)} of ${saySize(total)}.`}
      </p>
      {stage !== "there" && (
        <button
          type="button"
          className="bare underlined"
          onClick={() => (isStopped ? goOnWithPack({ change, engine }, total) : engine.stopSending("pack"))}
        >
          {isStopped ? "Go on with the pack" : "Stop the pack"}
        </button>
      )}
    </section>
  );
}
