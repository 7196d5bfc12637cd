import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import {
  type ForceSettings,
  type QueueOrder,
  type SettingsAnswer,
  lockMinutes,
  longHours,
  queueOrders,
  sayOrder,
  settingsAnswer,
  shiftHours,
} from "../desk/force-settings.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type LogEntry, justLog } from "../desk/log-entry.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { sayCivilDay } from "../parts/civil-day.ts";
import { Facts } from "../parts/facts.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";

/** What the force sets for its desk. Each change is an entry of the log, with what it was and what it is. */
export function ForceScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useState<GivenReason | undefined>(undefined);
  if (reason) return <Shown at={at} now={now} reason={reason} />;
  return (
    <ReasonFirst
      at={at}
      title="Settings of the force"
      says="Say why you look at them or change them."
      reference="settings"
      offered={[{ code: "supervision", says: "Settings of the desk" }]}
      open={giveReason}
    />
  );
}

interface ShownProps {
  readonly at: AtDesk;
  readonly now: Instant;
  readonly reason: GivenReason;
}

function Shown({ at, now, reason }: ShownProps): ReactElement {
  const { answer, again } = useAnswer("settings", () => at.world.desk.get("settings", settingsAnswer, reason));
  useTold(at, answer);
  if (answer?.came === "value") return <Form key={answer.value.log.number} {...{ at, now, reason, again }} shown={answer.value} />;
  return <PageAwaited title="Settings of the force" asking="Asking what is set." {...{ answer, now, again }} />;
}

function Form({
  at,
  now,
  reason,
  again,
  shown,
}: ShownProps & { readonly again: () => void; readonly shown: SettingsAnswer }): ReactElement {
  const [set, change] = useState<ForceSettings>(shown.settings);
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const { queueRule } = shown;
  const [order, changeOrder] = useState<QueueOrder>({ afterDanger: queueRule.afterDanger, longHours: queueRule.longHours });
  const isSameOrder = order.longHours === queueRule.longHours && sayOrder(order.afterDanger) === sayOrder(queueRule.afterDanger);
  const isSame = isSameOrder && JSON.stringify(set) === JSON.stringify(shown.settings);
  const save = async (): Promise<void> => {
    if (isSame) return;
    const body = { ...set, contactWords: set.contactWords.trim(), ...(isSameOrder ? {} : { queueRule: order }), reason };
    const sent = await at.world.desk.post("settings", body, justLog);
    setCame(sent);
    if (sent.came !== "value") return;
    at.tellLog(sent.value);
    again();
  };
  useKeys([{ name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "save the settings", isInBar: true, run: () => void save() }]);
  return (
    <>
      <main id="work" className="work">
        <header className="work-head">
          <h1>Settings of the force</h1>
          <p className="sentence">They hold for everybody at this desk, from the next thing that is asked.</p>
        </header>
        <div className="settings-list">
          <Pick
            says="A desk locks after"
            more="minutes in which nobody presses a key"
            values={lockMinutes.map((one) => [String(one), `${one} minutes`])}
            value={String(set.lockMinutes)}
            choose={(value) => change({ ...set, lockMinutes: Number(value) })}
          />
          <Pick
            says="A session lasts"
            more="then whoever goes on signs in again"
            values={shiftHours.map((one) => [String(one), `${one} hours`])}
            value={String(set.shiftHours)}
            choose={(value) => change({ ...set, shiftHours: Number(value) })}
          />
          <Pick
            says="A reason of its own is asked before"
            more="rows need the reason given at sign-in, always; opening needs its own, always"
            values={[
              ["open", "a report is opened"],
              ["preview", "its preview, too"],
            ]}
            value={set.reasonBefore}
            choose={(value) => change({ ...set, reasonBefore: value === "preview" ? "preview" : "open" })}
          />
          <Pick
            says="An exact search tells an officer who is not on the case"
            more="opening anyway needs to know that it is there"
            values={[
              ["case", "that one case holds it"],
              ["nothing", "nothing"],
            ]}
            value={set.searchTells}
            choose={(value) => change({ ...set, searchTells: value === "nothing" ? "nothing" : "case" })}
          />
          <Pick
            says="The queue stands in this order"
            more="danger is first in every order; each row goes to its place as it is saved, and the day stands over the queue"
            values={queueOrders.map((one) => [sayOrder(one), sayOrder(one)])}
            value={sayOrder(order.afterDanger)}
            choose={(value) =>
              changeOrder({ ...order, afterDanger: queueOrders.find((one) => sayOrder(one) === value) ?? order.afterDanger })
            }
          />
          <Pick
            says="Unread is long after"
            more="it is counted over the queue"
            values={longHours.map((one) => [String(one), `${one} ${one === 1 ? "hour" : "hours"}`])}
            value={String(order.longHours)}
            choose={(value) => changeOrder({ ...order, longHours: Number(value) })}
          />
          <label className="field">
            <span>Whom she asks, and how</span>
            <input
              type="text"
              autoComplete="off"
              maxLength={300}
              value={set.contactWords}
              onChange={(event) => change({ ...set, contactWords: event.target.value })}
            />
            <span className="second-words">One line of every acknowledgement: she reads it in her mailbox. Empty: what is shipped.</span>
          </label>
        </div>
        {came && came.came !== "value" && <Hindrance answer={came} now={now} again={again} />}
        <p className="actions">
          <button
            type="button"
            className="first-button"
            aria-disabled={isSame}
            onClick={() => void save()}
            aria-keyshortcuts="Control+Enter"
          >
            Save <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
          </button>
          {isSame && <span className="second-words">nothing is changed</span>}
        </p>
      </main>
      <aside className="side" aria-label="The rule of the queue, and what is not set here">
        <h2>The rule of the queue</h2>
        <Facts
          facts={[
            {
              label: "Now",
              strong: queueRule.says,
              says: `holds from ${sayCivilDay(queueRule.date)}; unread for ${sayCount(queueRule.longHours, "hour")} is long`,
            },
          ]}
        />
        <h2>Not set here</h2>
        <Facts
          facts={[
            {
              label: "Free days",
              says: "a dated table that comes with the release; outside its years a day cannot be worked out, and is not guessed",
            },
            { label: "Crime codes", says: "the force’s own table, loaded beside its data; without one no code is chosen" },
            { label: "Who works here", says: "under Officers; nobody changes their own role or keys" },
          ]}
        />
      </aside>
    </>
  );
}

function Pick({
  says,
  more,
  values,
  value,
  choose,
}: {
  readonly says: string;
  readonly more: string;
  readonly values: readonly (readonly [string, string])[];
  readonly value: string;
  readonly choose: (value: string) => void;
}): ReactElement {
  return (
    <label className="field">
      <span>{says}</span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {values.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>{" "}
      <span className="second-words">{more}</span>
    </label>
  );
}
