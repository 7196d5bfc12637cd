import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type RefObject, useEffect, useRef, useState } from "react";
import type { Engine } from "../engine/client.ts";
import type { MonthStart, ShownAct } from "../engine/protocol.ts";
import { MarkIcon } from "@unmask/fittings-screen";
import { Hindrance } from "./caveats.tsx";

/** Rows of one page. */
const pageLength = 50;

/** The acts, a page at a time, in order of time: of one finding, or all. */
export function ActList({
  months = [],
  ...asked
}: {
  readonly engine: Engine;
  readonly total: number;
  readonly finding?: number;
  readonly months?: readonly MonthStart[];
}): ReactElement {
  const { from, page, failure, top, move } = useActPages(asked);
  const { total } = asked;
  if (failure !== "") return <Hindrance says={failure} />;
  return (
    <section className="acts" aria-label={t`One by one`}>
      {months.length > 1 && <MonthChoice {...{ months, from, move }} />}
      <p className="second" tabIndex={-1} ref={top}>
        {total === 0 ? t`There is nothing here.` : page && sayPlace(page.from, total)}
      </p>
      <Days acts={page?.acts ?? []} />
      {total > pageLength && <PageTurn {...{ total, from, move }} />}
    </section>
  );
}

/** Where the list stands, and the way to another place in it. */
interface Place {
  readonly from: number;
  readonly move: (to: number) => void;
}

interface ActPages extends Place {
  readonly page: { readonly from: number; readonly acts: readonly ShownAct[] } | undefined;
  readonly failure: string;
  readonly top: RefObject<HTMLParagraphElement | null>;
}

/** Asks for the page at hand. A new page takes the focus only if it is still where she pressed. */
function useActPages({ engine, finding }: { readonly engine: Engine; readonly finding?: number }): ActPages {
  const [from, setFrom] = useState(0);
  const [page, setPage] = useState<ActPages["page"]>();
  const [failure, setFailure] = useState("");
  const top = useRef<HTMLParagraphElement>(null);
  const pressed = useRef<Element>(null);

  useEffect(() => {
    let isGone = false;
    void engine.ask({ ask: "acts", from, count: pageLength, ...(finding === undefined ? {} : { finding }) }).then((answer) => {
      if (isGone) return;
      if (answer.answer === "failed") setFailure(answer.says);
      if (answer.answer !== "acts") return;
      setPage({ from, acts: answer.acts });
      const { activeElement, body } = document;
      if (pressed.current && (activeElement === pressed.current || activeElement === body)) top.current?.focus();
    });
    return () => {
      isGone = true;
    };
  }, [engine, from, finding]);

  const move = (to: number): void => {
    pressed.current = document.activeElement;
    setFrom(to);
  };
  return { from, page, failure, top, move };
}

function MonthChoice({ months, from, move }: Place & { readonly months: readonly MonthStart[] }): ReactElement {
  return (
    <p className="field">
      <label htmlFor="month">
        <Trans>From which month on</Trans>
      </label>
      <select id="month" value={monthAt(months, from)} onChange={({ target }) => move(Number(target.value))}>
        {months.map(({ label, at }) => (
          <option key={at} value={at}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}

function PageTurn({ total, from, move }: Place & { readonly total: number }): ReactElement {
  return (
    <div className="pages">
      <button type="button" className="outlined" disabled={from === 0} onClick={() => move(Math.max(0, from - pageLength))}>
        <Trans>Earlier</Trans>
      </button>
      <button type="button" className="outlined" disabled={from + pageLength >= total} onClick={() => move(from + pageLength)}>
        <Trans>Later</Trans>
      </button>
    </div>
  );
}

function sayPlace(from: number, total: number): string {
  return t`${from + 1} to ${Math.min(total, from + pageLength)} of ${plural(total, { one: "# act", other: "# acts" })}`;
}

/** The month in which a page of the list begins, by the place where that month begins. */
function monthAt(months: readonly MonthStart[], from: number): number {
  return months.findLast(({ at }) => at <= from)?.at ?? 0;
}

function Days({ acts }: { readonly acts: readonly ShownAct[] }): ReactElement {
  const days: { day: string; acts: ShownAct[] }[] = [];
  for (const act of acts) {
    const day = days.at(-1);
    if (day?.day === act.day) day.acts.push(act);
    else days.push({ day: act.day, acts: [act] });
  }
  return (
    <>
      {days.map(({ day, acts: together }) => (
        <section key={day} className="day">
          <h2>{day}</h2>
          <ul>
            {together.map((act) => (
              <ActRow key={act.id} act={act} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function ActRow({ act }: { readonly act: ShownAct }): ReactElement {
  const { whose, who, text, caveats, attachments } = act;
  return (
    <li className="act">
      <MarkIcon mark={act.mark} isHers={whose === "hers"} />
      <div>
        <details>
          <summary>
            <span>
              <span className={act.isUncertain ? "uncertain" : ""}>{act.time}</span> · {act.did} ·{" "}
              <bdi>{whose === "hers" ? "you" : who}</bdi>
              {act.isUnsaid && t`, not said whose`}
              {whose === "perhaps theirs" && t`, perhaps theirs`}
            </span>
          </summary>
          <p className="second">
            <Trans>
              Stands in <bdi>{act.source}</bdi>, bytes {act.start} to {act.end}, unchanged.
            </Trans>
            {act.alsoIn > 0 && ` ${t`The same in ${plural(act.alsoIn, { one: "# further place", other: "# further places" })}.`}`}
          </p>
        </details>
        {text !== null && text !== "" && (
          <blockquote dir="auto">
            <LongText text={text} />
          </blockquote>
        )}
        {attachments.map((name, i) => (
          <p key={i} className="second">
            <Trans>
              With a file: <bdi>{name}</bdi>
            </Trans>
          </p>
        ))}
        {caveats.map((says) => (
          <p key={says} className="amber">
            {says}
          </p>
        ))}
      </div>
    </li>
  );
}

/** Characters shown before the rest is asked for. */
const firstCharacters = 600;

function LongText({ text }: { readonly text: string }): ReactElement {
  const [isWhole, setWhole] = useState(text.length <= firstCharacters);
  if (isWhole) return <>{text}</>;
  return (
    <>
      {text.slice(0, firstCharacters)}…{" "}
      <button type="button" className="bare underlined" onClick={() => setWhole(true)}>
        <Trans>Show all of it</Trans>
      </button>
    </>
  );
}
