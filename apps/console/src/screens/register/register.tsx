import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import type { RegisterPlace } from "../../address/place.ts";
import type { AtDesk } from "../../at-desk.ts";
import { type Register, type RegisterGroup, type RegisterRow, registerAnswer } from "../../desk/register.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import type { Layout } from "../../parts/layout.ts";
import { ofThoseSeen } from "../../parts/of-those-seen.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { useTold } from "../../parts/use-told.ts";
import { RegisterDutyPanel } from "./register-duty-panel.tsx";
import { RegisterTable } from "./register-table.tsx";
import { rowOf, sayRegister } from "./register-words.ts";
import { useRowFocus } from "./use-row-focus.ts";

/** The register: what must be told to the police, how that stands and why; beside the list the chosen duty with its clock. */
export function RegisterScreen({
  at,
  place,
  now,
  layout,
}: {
  readonly at: AtDesk;
  readonly place: RegisterPlace;
  readonly now: Instant;
  readonly layout: Layout;
}): ReactElement {
  const { answer, again } = useAnswer("register", () => at.world.desk.get("register", registerAnswer));
  useTold(at, answer);
  if (answer?.came !== "value")
    return (
      <main id="work" className="work register">
        <h1>Register</h1>
        {answer === undefined ? <p role="status">Asking for the register.</p> : <Hindrance answer={answer} now={now} again={again} />}
      </main>
    );
  return <Shown {...{ at, place, now, layout, again }} register={answer.value} />;
}

function Shown({
  at,
  place,
  now,
  layout,
  again,
  register,
}: {
  readonly at: AtDesk;
  readonly place: RegisterPlace;
  readonly now: Instant;
  readonly layout: Layout;
  readonly again: () => void;
  readonly register: Register;
}): ReactElement {
  const { way } = at;
  const { more, of: moreOf, came } = useMore(at, register);
  const first = new Set(register.groups.flatMap((head) => head.rows.map(rowOf)));
  const groups = register.groups.map((head) => ({
    ...head,
    // A row can have come to another head since the next ones were asked for.
    rows: [...head.rows, ...moreOf(head.group).rows.filter((row) => !first.has(rowOf(row)))],
    ...nextOf(head, moreOf(head.group)),
  }));
  const rows = groups.flatMap((head) => head.rows);
  const asked = rows.find((one) => rowOf(one) === place.row);
  // A chosen row that is there no more leaves its place to its next one.
  const placeOfAsked = useRef(0);
  const chosen = asked ?? (place.row === undefined ? rows[0] : rows[Math.min(placeOfAsked.current, rows.length - 1)]);
  // The next one that somebody has to decide, after the chosen one and then from the top.
  const undecided = rows.filter((row) => row.stands === "undecided" && row !== chosen);
  const chosenAt = chosen === undefined ? -1 : rows.indexOf(chosen);
  useEffect(() => {
    placeOfAsked.current = Math.max(0, chosenAt);
  }, [chosenAt]);
  const firstOfMore = useRef<string | undefined>(undefined);
  useEffect(() => {
    // The button that asked for more can be gone: the first row that came has the focus.
    if (firstOfMore.current !== undefined) document.getElementById(`row-${firstOfMore.current}`)?.focus();
    firstOfMore.current = undefined;
  }, [rows.length]);
  const showMore = async (group: RegisterGroup, after: string): Promise<void> => {
    firstOfMore.current = await more(group, after);
  };
  useRowFocus(chosen === undefined ? undefined : rowOf(chosen), register.log.number);
  const nextUndecided = undecided.find((row) => rows.indexOf(row) > chosenAt) ?? undecided[0];
  const step = (by: 1 | -1) => () => {
    const next = rows[rows.findIndex((row) => row === chosen) + by];
    if (!next) return;
    way.replace({ screen: "register", row: rowOf(next) });
    document.getElementById(`row-${rowOf(next)}`)?.focus();
  };
  const counterKey = { name: "attendance", presses: ["a"], cap: "A" };
  const toCounter = (): void => way.go({ screen: "attendance", ...(chosen !== undefined && { order: chosen.order }) });
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "↑↓", says: "duty", isInBar: true, run: step(1) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "row before", run: step(-1) },
    { ...counterKey, says: "attendance", isInBar: true, run: toCounter },
    { name: "again", presses: ["r"], cap: "R", says: "look again", run: again },
  ]);
  // On a phone the list comes first, and a chosen duty stands alone.
  const isAlone = layout === "narrow" && asked !== undefined;
  const shown = layout === "narrow" ? asked : chosen;
  // What somebody works on is chosen: it stands there, and is open, when the phone is turned.
  const keepChosen = (): void => {
    if (asked === undefined && chosen !== undefined) way.replace({ screen: "register", row: rowOf(chosen) });
  };
  return (
    <>
      {!isAlone && (
        <main id="work" className="work register" tabIndex={-1}>
          <header className="work-head">
            <h1>Register</h1>
            <p className="sentence">{sayRegister(register, at.me)}</p>
            <button type="button" className="second-button end" aria-keyshortcuts="A" onClick={toCounter}>
              Somebody is at the counter <KeyCap of={counterKey} />
            </button>
          </header>
          {rows.length === 0 && register.notOurs.length === 0 && register.opened.length === 0 && register.proposed.length === 0 && (
            <p className="notice">{ofThoseSeen(at.me, "No order that was made here asks for anything to be told.")}</p>
          )}
          <RegisterTable {...{ way, groups, register, now }} chosen={layout === "narrow" ? undefined : chosen} more={showMore} />
          {came && <Hindrance answer={came} now={now} again={again} />}
        </main>
      )}
      {(layout !== "narrow" || isAlone) && (
        // One place in both layouts: a form that is open in it stays open, with what was typed.
        <div
          {...(isAlone
            ? { id: "work", className: "work register-alone", role: "main", tabIndex: -1 }
            : { className: "side register-side", role: "complementary", "aria-label": "The chosen duty" })}
          onFocus={keepChosen}
        >
          {isAlone && (
            <>
              <h1 className="unseen">The chosen duty</h1>
              <p>
                <PlaceLink way={way} to={{ screen: "register" }}>
                  Back to the register
                </PlaceLink>
              </p>
            </>
          )}
          {shown && <RegisterDutyPanel key={rowOf(shown)} {...{ at, now, again }} row={shown} next={nextUndecided} />}
        </div>
      )}
    </>
  );
}

/** Rows that were asked for after the first of a head, how often, and where they go on. */
interface More {
  readonly rows: readonly RegisterRow[];
  readonly pages: number;
  readonly next?: string;
}

const none: More = { rows: [], pages: 0 };

function nextOf({ next }: { readonly next?: string }, more: More): { readonly next?: string | undefined } {
  return { next: more.pages > 0 ? more.next : next };
}

/** Asks for the next rows of a head, on demand; when the register is read anew, for as many as were there. */
function useMore(at: AtDesk, register: Register) {
  const [all, setAll] = useState<ReadonlyMap<RegisterGroup, More>>(new Map());
  const [came, setCame] = useState<Exclude<Awaited<ReturnType<typeof ask>>, { readonly came: "value" }> | undefined>(undefined);
  const ask = (group: RegisterGroup, after: string) =>
    at.world.desk.get(`register?group=${group}&after=${encodeURIComponent(after)}`, registerAnswer);
  /** So many pages behind a place, added to what is there; undefined where one of them did not come. */
  const pagesBehind = async (group: RegisterGroup, after: string | undefined, pages: number, before: More): Promise<More | undefined> => {
    let read: More = { ...before, ...(after !== undefined && { next: after }) };
    for (let page = 0; page < pages && read.next !== undefined; page += 1) {
      const answer = await ask(group, read.next);
      setCame(answer.came === "value" ? undefined : answer);
      if (answer.came !== "value") return undefined;
      at.tellLog(answer.value.log);
      const head = answer.value.groups.find((one) => one.group === group);
      const next = head?.next;
      read = { rows: [...read.rows, ...(head?.rows ?? [])], pages: read.pages + 1, ...(next !== undefined && { next }) };
    }
    return read;
  };
  /** The first row that came, by which it is found; undefined where none did. */
  const more = async (group: RegisterGroup, after: string): Promise<string | undefined> => {
    const before = all.get(group) ?? none;
    const read = await pagesBehind(group, after, 1, before);
    if (read === undefined) return undefined;
    setAll((had) => new Map(had).set(group, read));
    const first = read.rows[before.rows.length];
    return first && rowOf(first);
  };
  const seen = useRef(register);
  useEffect(() => {
    if (seen.current === register) return;
    seen.current = register;
    for (const [group, { pages }] of all) {
      const head = register.groups.find((one) => one.group === group);
      void pagesBehind(group, head?.next, pages, none).then((read) => {
        if (read !== undefined && seen.current === register) setAll((before) => new Map(before).set(group, read));
      });
    }
    // What was asked for is asked for again when another answer is shown, and at no other time.
  }, [register]);
  return { more, of: (group: RegisterGroup): More => all.get(group) ?? none, came };
}
