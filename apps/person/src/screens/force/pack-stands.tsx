import { t } from "@lingui/core/macro";
import { saySize } from "@unmask/words";
import type { ReactElement } from "react";
import { type AnswerPack, type Walk, areFilesStanding } from "../../session.ts";
import { goOnSending, goOnWithPack } from "./send-it.ts";

/** What became of the files behind her letter and of the pack behind an answer, wherever she is; each stops and goes on beside all else. */
export function PackStands({ session, change, engine }: Pick<Walk, "session" | "change" | "engine">): ReactElement {
  const { sending, answerPack, replies } = session;
  // She can have typed the words of another letter since.
  const isOther = replies !== undefined && replies.mailbox !== answerPack?.mailbox;
  return (
    <>
      {sending && areFilesStanding(session) && (
        <Stands
          {...sending}
          says={
            sending.stage === "stopped"
              ? t`The files of the letter that you sent here have stopped.`
              : t`The files of the letter that you sent here are on their way.`
          }
          stop={t`Stop the files`}
          goOn={t`Go on with the files`}
          isStopped={sending.stage === "stopped"}
          onGoOn={() => goOnSending({ change, engine }, sending)}
          onStop={() => engine.stopSending("letter")}
        />
      )}
      {answerPack && (
        <Stands
          {...answerPack}
          says={sayPack(answerPack.stage, isOther)}
          stop={t`Stop the pack`}
          goOn={t`Go on with the pack`}
          isStopped={answerPack.stage === "stopped"}
          isThere={answerPack.stage === "there"}
          onGoOn={() => goOnWithPack({ change, engine }, answerPack)}
          onStop={() => engine.stopSending("pack")}
        />
      )}
    </>
  );
}

function sayPack(stage: AnswerPack["stage"], isOther: boolean): string {
  switch (stage) {
    case "stopped":
      return isOther
        ? t`The pack behind an answer of yours, with other words, has stopped.`
        : t`Your answer is there. Its pack has stopped.`;
    case "there":
      return isOther ? t`The pack behind an answer of yours, with other words, is there.` : t`Your answer is there. Its pack is there.`;
    case "on its way":
      return isOther
        ? t`The pack behind an answer of yours, with other words, is on its way.`
        : t`Your answer is there. Its pack is on its way.`;
  }
}

function Stands({
  says,
  stop,
  goOn,
  isStopped,
  isThere = false,
  done,
  total,
  onGoOn,
  onStop,
}: {
  readonly says: string;
  readonly stop: string;
  readonly goOn: string;
  readonly isStopped: boolean;
  readonly isThere?: boolean;
  /** Bytes. */
  readonly done: number;
  readonly total: number;
  readonly onGoOn: () => void;
  readonly onStop: () => void;
}): ReactElement {
  return (
    <section className="mind">
      <p>
        <strong>{says}</strong>
        {!isThere && ` ${t`${saySize(done)} of ${saySize(total)}.`}`}
      </p>
      {!isThere && (
        <button type="button" className="bare underlined" onClick={isStopped ? onGoOn : onStop}>
          {isStopped ? goOn : stop}
        </button>
      )}
    </section>
  );
}
