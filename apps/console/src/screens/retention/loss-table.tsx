import type { ReactElement } from "react";
import { lossMomentInWords } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { dataRuleOf, hoursToTellOfLoss } from "@unmask/law";
import type { AtDesk } from "../../at-desk.ts";
import type { LossShown } from "../../desk/losses.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { RowsTable } from "../../parts/rows-table.tsx";
import { SmallForm } from "../../parts/small-form.tsx";
import { recordSpec } from "./loss-specs.ts";
import { partyInWords, sayHours, sayParty, sayPeople } from "./loss-words.ts";
import { useLossCommand } from "./use-loss-command.ts";

const lossRule = dataRuleOf("loss");
const columns = ["Loss", "What, and how many people", `${hoursToTellOfLoss} hours from knowing`, "Who is told"] as const;

/** The register of losses: those that are open first, each with its hour. */
export function LossTable({
  at,
  losses,
  chosen,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly losses: readonly LossShown[];
  readonly chosen: LossShown | undefined;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { came, write } = useLossCommand(at, "losses", again);
  const open = losses.filter(({ isOpen }) => isOpen);
  const rows = [...open, ...losses.filter(({ isOpen }) => !isOpen)];
  return (
    <section aria-labelledby="losses" className="losses">
      <h2 id="losses">
        Losses of personal data{" "}
        <span className="second-words">{losses.length === 0 ? "none is recorded" : `${open.length} of ${losses.length} open`}</span>
      </h2>
      {rows.length > 0 && (
        <RowsTable className="kept-rows loss-rows" caption="Losses of personal data, those that are open first" columns={columns}>
          <tbody>
            {rows.map((one) => (
              <Row key={one.loss} {...{ at, now }} loss={one} isChosen={one.loss === chosen?.loss} />
            ))}
          </tbody>
        </RowsTable>
      )}
      <div className="writes">
        <SmallForm {...{ at, came, now, again }} of="losses" spec={recordSpec} write={(_path, body) => write(body)} />
      </div>
      <p className="second-words">
        {hoursToTellOfLoss} hours from knowing: {lossRule.act}, {lossRule.section}. Whether the Commissioner or anybody else has to be told
        is worked out nowhere: an officer decides, with a reason.
      </p>
    </section>
  );
}

function Row({
  at,
  loss,
  isChosen,
  now,
}: {
  readonly at: AtDesk;
  readonly loss: LossShown;
  readonly isChosen: boolean;
  readonly now: Instant;
}): ReactElement {
  const hours = sayHours(loss, now);
  return (
    <tr aria-current={isChosen ? "true" : undefined}>
      <th scope="row">
        <PlaceLink id={`row-${loss.loss}`} way={at.way} to={{ screen: "retention", row: loss.loss }} isInPlace>
          <span className="bold">{loss.loss}</span>
        </PlaceLink>
        <span className="line second">{loss.isOpen ? "open" : "settled"}</span>
      </th>
      <td data-says="What">
        <bdi className="line what-lost">{loss.words.what}</bdi>
        <span className="line second">
          {sayPeople(loss.words.people)}; known {lossMomentInWords(loss.aware)}
        </span>
      </td>
      <td data-says={`${hoursToTellOfLoss} hours`}>
        <span className={hours.isMind ? "line bold mind" : "line"}>{hours.first}</span>
        <span className="line second">{hours.second}</span>
      </td>
      <td data-says="Told">
        {loss.parties.map((party) => {
          const { says, isMind } = sayParty(party);
          return (
            <span key={party.whom} className={isMind ? "line second mind" : "line second"}>
              {partyInWords[party.whom]}: {says}
            </span>
          );
        })}
      </td>
    </tr>
  );
}
