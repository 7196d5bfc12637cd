import type { ReactElement } from "react";
import { lossMomentInWords } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../../at-desk.ts";
import type { LossShown, PartyShown } from "../../desk/losses.ts";
import { sayNow, sayWhen } from "../../parts/say-when.ts";
import { SmallForm } from "../../parts/small-form.tsx";
import { lossSpecs } from "./loss-specs.ts";
import { partyInWords, sayHappened, sayHours, sayParty, sayPeople } from "./loss-words.ts";
import { useLossCommand } from "./use-loss-command.ts";

/** The chosen loss: what is known, its 72 hours to the minute, who was told and why somebody was not, and what was written before. */
export function LossSide({
  at,
  loss,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly loss: LossShown;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { words, before, parties, saw } = loss;
  const { came, write } = useLossCommand(at, `losses/${loss.loss}`, again);
  const hours = sayHours(loss, now);
  const isCommissionerTold = parties.some(({ whom, told }) => whom === "commissioner" && told.length > 0);
  return (
    <>
      <h2>Loss {loss.loss}</h2>
      <div className={hours.isMind ? "notice minded" : "notice"}>
        <p>
          <b className={hours.isMind ? "mind" : undefined}>{hours.first}</b>
          <span className="line second">{hours.second}</span>
        </p>
      </div>
      <dl className="facts">
        {[
          ["What", words.what],
          ["People", sayPeople(words.people)],
          ["Happened", sayHappened(words)],
          ["Known", lossMomentInWords(loss.aware)],
          ["Likely to follow", words.likely],
          ["Written by", `${loss.by}, ${sayNow(loss.at)}`],
          ...(loss.why === null ? [] : [["New then", loss.why]]),
        ].map(([name = "", says = ""]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{says}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h3>Who is told</h3>
      <dl className="facts">
        {parties.map((party) => (
          <Party key={party.whom} party={party} now={now} />
        ))}
      </dl>
      <div className="writes">
        {lossSpecs(words, isCommissionerTold).map((spec) => (
          <SmallForm key={spec.name} {...{ at, spec, came, now, again }} of={loss.loss} write={(_path, body) => write({ ...body, saw })} />
        ))}
      </div>
      {before.length > 0 && (
        <details>
          <summary>What was written before</summary>
          <ul>
            {before.toReversed().map((one) => (
              <li key={one.at}>
                <bdi>{one.words.what}</bdi>
                <span className="line second">
                  {sayPeople(one.words.people)}; happened {sayHappened(one.words)}; known {one.words.aware.day}, {one.words.aware.at}
                </span>
                <span className="line second">
                  <bdi>{one.words.likely}</bdi>
                </span>
                <span className="line second">
                  {one.by}, {sayWhen(one.at, now)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Party({ party, now }: { readonly party: PartyShown; readonly now: Instant }): ReactElement {
  const { says, isMind } = sayParty(party);
  const { decided, told } = party;
  return (
    <div>
      <dt>{partyInWords[party.whom]}</dt>
      <dd>
        <b className={isMind ? "mind" : undefined}>{says}</b>
        {decided !== null && (
          <span className="line second">
            {decided.by}, {sayWhen(decided.at, now)}: {decided.answer === "tell" ? "to tell" : "not to tell"}, <q>{decided.reason}</q>
          </span>
        )}
        {told.map((one) => (
          <span key={`${one.when} ${one.says}`} className="line second">
            {lossMomentInWords(one.when)}, <q>{one.says}</q> {one.by}
            {one.late !== null && <b className="mind"> Late, because: {one.late}</b>}
          </span>
        ))}
      </dd>
    </div>
  );
}
