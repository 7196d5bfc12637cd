import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { ChartOrTable } from "@unmask/fittings-screen";
import { type ReactElement, useEffect, useState } from "react";
import type { Lately } from "../../engine/protocol.ts";
import type { Walk } from "../../session.ts";

/** The last four weeks against the hour, where what is kept was read in this session; nothing where it was not. */
export function LatelyView({ session, engine }: Pick<Walk, "session" | "engine">): ReactElement | null {
  const [lately, setLately] = useState<Lately>();
  const isRead = session.view !== undefined;
  useEffect(() => {
    if (!isRead) return undefined;
    let isGone = false;
    void engine.ask({ ask: "lately" }).then((answer) => {
      if (!isGone && answer.answer === "lately") setLately(answer.lately);
    });
    return () => {
      isGone = true;
    };
  }, [isRead]);
  if (lately === undefined) return null;
  const { drawing, table, acts, night } = lately;
  return (
    <>
      <p>
        <Plural value={acts} one="# thing in four weeks." other="# things in four weeks." />{" "}
        {night > 0 && <Trans>{night} came between midnight and 5.</Trans>}
      </p>
      <ChartOrTable drawing={drawing} table={table} caption={t`By day, the last four weeks`} />
    </>
  );
}
