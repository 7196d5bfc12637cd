import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { Place } from "../../address/place.ts";
import type { AtDesk } from "../../at-desk.ts";
import { type Counter, counterPage, foundAtCounter } from "../../desk/attendance.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { AtCourtMark } from "../../parts/at-court-mark.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { PageAwaited } from "../../parts/page-awaited.tsx";
import { PlaceLink } from "../../parts/place-link.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useTold } from "../../parts/use-told.ts";
import type { WrittenHere } from "./attendance-owed.tsx";
import { AttendanceForm } from "./attendance-form.tsx";
import { numberOf, openDuties } from "./attendance-words.ts";
import { sayDuty } from "../when-due-words.ts";

/** Letters of a name by which somebody is looked for: fewer would list the register. */
const fewestLetters = 3;
/** Milliseconds without a key after which it is looked for. */
const pause = 350;

/** At the counter of a station: whoever came is looked for by name, and what is told is written down. */
export function AttendanceScreen({
  at,
  place,
  now,
}: {
  readonly at: AtDesk;
  readonly place: Extract<Place, { readonly screen: "attendance" }>;
  readonly now: Instant;
}): ReactElement {
  return place.order === undefined ? <Find at={at} now={now} /> : <Came key={place.order} at={at} order={place.order} now={now} />;
}

function Find({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const [name, setName] = useDraft(at, "attendance name");
  const words = name.trim();
  const isEnough = words.length >= fewestLetters;
  const path = `attendance?name=${encodeURIComponent(words)}`;
  const { answer, again } = useAnswer(path, isEnough ? () => at.world.desk.get(path, foundAtCounter) : undefined, pause);
  useTold(at, answer);
  const found = isEnough && answer?.came === "value" ? answer.value : undefined;
  return (
    <main id="work" className="work one-column attendance">
      <h1>At the counter</h1>
      <p className="sentence">Who is here? The name and what has to be told are shown, and no case.</p>
      <label className="field">
        <span>Their name, three letters or more, or the number of the order</span>
        <input
          type="text"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <div role="status">
        {isEnough && answer === undefined && <p>Looking.</p>}
        {found && (
          <p className="second-words">
            {found.found.length === 0
              ? "No order of this name or number is kept here. Ask how it is written, or for the number of the order. Do not send anybody away: write down who came and when."
              : "Ask for the date of birth before you open one: names repeat."}
          </p>
        )}
      </div>
      {isEnough && answer && answer.came !== "value" && <Hindrance answer={answer} now={now} again={again} />}
      {found && found.found.length > 0 && (
        <ul className="counter-found">
          {found.found.map((one) => (
            <li key={one.order}>
              <PlaceLink way={at.way} to={{ screen: "attendance", order: one.order }}>
                <bdi className="bold">{one.name}</bdi>
                {one.born !== null && `, born ${sayCivilDay(one.born)}`}
                <span className="line second">
                  {numberOf(one)}: {sayOpen(one)}
                </span>
                <AtCourtMark atCourt={one.atCourt} always />
              </PlaceLink>
            </li>
          ))}
        </ul>
      )}
      {found && found.more > 0 && <p className="second-words">There are more of this name. Write the whole name.</p>}
    </main>
  );
}

function sayOpen(one: Counter): string {
  const [duty] = openDuties(one);
  if (one.keptBy !== null) return `an order that ${one.keptBy} keeps`;
  return duty === undefined ? "nothing waits to be told" : `${sayDuty(duty).toLowerCase()}, ${duty.stands.replaceAll("-", " ")}`;
}

function Came({ at, order, now }: { readonly at: AtDesk; readonly order: string; readonly now: Instant }): ReactElement {
  const path = `orders/${order}/attendance`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, counterPage));
  const [wroteBefore, setWritten] = useState<WrittenHere | undefined>(undefined);
  useTold(at, answer);
  if (answer?.came !== "value")
    return <PageAwaited title="At the counter" asking="Asking what has to be told." {...{ answer, now, again }} />;
  return (
    <AttendanceForm
      {...{ at, now, again, wroteBefore }}
      key={answer.value.saw}
      counter={answer.value}
      wrote={(written) => {
        setWritten(written);
        again();
      }}
    />
  );
}
