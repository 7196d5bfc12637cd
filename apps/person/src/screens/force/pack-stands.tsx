import { saySize } from "@unmask/words";
import type { ReactElement } from "react";
import { type Walk, areFilesStanding } from "../../session.ts";
import { goOnSending, goOnWithPack } from "./send-it.ts";

/** What became of the files behind her letter and of the pack behind an answer, wherever she is; each stops and goes on beside all else. */
export function PackStands({ session, change, engine }: Omit<Walk, "navigation">): ReactElement {
  const { sending, answerPack, replies } = session;
  // She can have typed the words of another letter since.
  const isOther = replies !== undefined && replies.mailbox !== answerPack?.mailbox;
  return (
    <>
      {sending && areFilesStanding(session) && (
        <Stands
          {...sending}
          says="The files of the letter that you sent here"
          what="files"
          isPlural
          isStopped={sending.stage === "stopped"}
          onGoOn={() => goOnSending({ change, engine }, sending)}
          onStop={() => engine.stopSending("letter")}
        />
      )}
      {answerPack && (
        <Stands
          {...answerPack}
          says={isOther ? "The pack behind an answer of yours, with other words," : "Your answer is there. Its pack"}
          what="pack"
          isStopped={answerPack.stage === "stopped"}
          isThere={answerPack.stage === "there"}
          onGoOn={() => goOnWithPack({ change, engine }, answerPack)}
          onStop={() => engine.stopSending("pack")}
        />
      )}
    </>
  );
}

function Stands({
  says,
  what,
  isPlural = false,
  isStopped,
  isThere = false,
  done,
  total,
  onGoOn,
  onStop,
}: {
  readonly says: string;
  readonly what: string;
  readonly isPlural?: boolean;
  readonly isStopped: boolean;
  readonly isThere?: boolean;
  /** Bytes. */
  readonly done: number;
  readonly total: number;
  readonly onGoOn: () => void;
  readonly onStop: () => void;
}): ReactElement {
  const stands = isStopped
    ? `${isPlural ? "have" : "has"} stopped`
    : `${isPlural ? "are" : "is"} ${isThere ? "there" : `on ${isPlural ? "their" : "its"} way`}`;
  return (
    <section className="mind">
      <p>
        <strong>
          {says} {stands}.
        </strong>
        {!isThere && ` ${saySize(done)} of ${saySize(total)}.`}
      </p>
      {!isThere && (
        <button type="button" className="bare underlined" onClick={isStopped ? onGoOn : onStop}>
          {isStopped ? `Go on with the ${what}` : `Stop the ${what}`}
        </button>
      )}
    </section>
  );
}
