import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Icon } from "../../parts/icon.tsx";
import { clockOf, weekdayOf } from "../../parts/moments.ts";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import type { Opening } from "@unmask/vault";
import { useAsking } from "./use-asking.ts";

/** One line of the list. */
interface Row {
  readonly day: string;
  readonly time: string;
  readonly what: string;
  readonly how: string;
  /** Something to look at twice. */
  readonly isMarked?: boolean;
}

/** When it was opened and with what, and wrong tries: the newest first. Who it was, nobody can know. */
export function Openings(walk: Walk): ReactElement {
  const { vault, navigation } = walk;
  const asking = useAsking(walk);
  const [rows, setRows] = useState<readonly Row[]>();
  const [entry, setEntry] = useState<number>();
  useEffect(() => {
    void vault.ask({ ask: "openings" }).then((answer) => setRows(answer.answer === "openings" ? rowsOf(answer.openings) : []));
  }, [vault.ask]);
  const keep = async (): Promise<void> => {
    const list = (rows ?? []).map(({ day, time, what, how }) => `${day}, ${time}: ${what}. ${how}`).join("\n");
    const heading = t`Openings and wrong tries, as Notes wrote them down:`;
    const answer = await asking.ask({ ask: "add entry", words: `${heading}\n${list}` });
    if (answer.answer === "kept") setEntry(answer.counter);
  };
  const days = [...new Set((rows ?? []).map(({ day }) => day))];
  return (
    <Page
      title={t`Openings and wrong tries`}
      actions={
        <>
          <button type="button" className="secondary" onClick={() => navigation.go({ name: "keep", at: "new-passphrase" })}>
            <Trans>Not you? Make a new passphrase</Trans>
          </button>
          {entry === undefined && (
            <button type="button" className="bare underlined" onClick={() => void keep()}>
              <Trans>Put these in my notes</Trans>
            </button>
          )}
        </>
      }
    >
      <p className="second">
        <Trans>On this device only. It knows what was used, not who. Whoever has the device can change the clock.</Trans>
      </p>
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      <p role="status" className={entry === undefined ? "unseen" : ""}>
        {entry !== undefined && <Trans>They are in your notes now, as number {entry}.</Trans>}
      </p>
      {days.map((day) => (
        <section key={day} className="openings">
          <h2>{day}</h2>
          <ul className="rows">
            {(rows ?? [])
              .filter((row) => row.day === day)
              .map((row, at) => (
                <li key={at}>
                  <span className="time">{row.time}</span>
                  <span>
                    {row.isMarked === true && <Icon name="mind" />} {row.what}
                    <span className="second brief">{row.how}</span>
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function rowsOf(openings: readonly Opening[]): readonly Row[] {
  return openings.flatMap(({ at, by, wrong, isClockBack }, place): readonly Row[] => {
    const day = weekdayOf(at);
    const before = openings[place + 1];
    const rows: Row[] = [{ day, time: clockOf(at), what: sayWhat(by, place === 0), how: sayBy(by) }];
    if (wrong) {
      const last = clockOf(wrong.last);
      rows.push({
        day: weekdayOf(wrong.last),
        time: last,
        what: plural(wrong.count, { one: "# wrong try", other: "# wrong tries" }),
        how: wrong.count === 1 ? t`Before that opening` : t`The last of them at ${last}, with longer waits between them`,
        isMarked: true,
      });
    }
    if (isClockBack && before) {
      const from = clockOf(before.at);
      const to = clockOf(at);
      const dayBefore = weekdayOf(before.at);
      rows.push({
        day,
        time: t`not sure`,
        what: t`The clock went back`,
        how: t`From ${dayBefore}, ${from}, to ${day}, ${to}. Between these two: no opening.`,
        isMarked: true,
      });
    }
    return rows;
  });
}

function sayWhat(by: Opening["by"], isNow: boolean): string {
  if (by === "ordinary") return t`The ordinary notes were opened`;
  return isNow ? t`You are in now` : t`Opened`;
}

function sayBy(by: Opening["by"]): string {
  switch (by) {
    case "made":
      return t`Made`;
    case "restored":
      return t`Brought back from a copy`;
    case "passphrase":
      return t`Passphrase`;
    case "words":
      return t`The twelve words, or the key under them`;
    case "passkey":
      return t`A passkey`;
    case "ordinary":
      return t`The second passphrase`;
  }
}
