import type { ReactElement } from "react";
import { operations, parseRole } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { dataRuleOf } from "@unmask/law";
import { sayCount, sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { type ProcessingRecordShown, processingRecordAnswer } from "../desk/processing-record.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { Facts } from "../parts/facts.tsx";
import { HandOut } from "../parts/hand-out.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { factsOfActivity } from "./record-words.ts";

const asksForIt = dataRuleOf("record-of-processing");
const title = "The record of processing";

/** What the force does with personal data here, one activity after the other, and above it what only the force knows. */
export function RecordScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer("record", () => at.world.desk.get("record", processingRecordAnswer));
  useTold(at, answer);
  if (answer?.came !== "value") return <PageAwaited title={title} asking="Asking what is kept." {...{ answer, now, again }} />;
  const { day, activities, force } = answer.value;
  const open = force.filter((one) => one.answer === null).length;
  return (
    <main id="work" className="work one-column">
      <header className="work-head">
        <h1>{title}</h1>
        <HandOut
          at={at}
          now={now}
          of={{
            title,
            says: "It names nobody but whom the force named in its answers. It leaves the desk, so why and who receives it are written with the hash of the file.",
            why: { says: "For the Commissioner or a review", more: "or whoever advises the force" },
            path: "record/export",
            asks: {},
            file: `processing-record-${day}`,
          }}
        />
      </header>
      <p className="sentence">
        {sayCount(activities.length, "activity", "activities")}, worked out from what this program keeps and lets somebody do, as of{" "}
        {sayCivilDay(day)}.{" "}
        {open === 0
          ? "What only the force knows is answered."
          : `${sayNumber(open)} of ${sayNumber(force.length)} answers of the force are open.`}
      </p>
      <p className="second-words">
        The {asksForIt.act}, {asksForIt.section}, asks for such a record. Which contents it lists was not confirmed here: it is one of the
        questions below.
      </p>
      <OfForce at={at} force={force} />
      <section aria-labelledby="activities">
        <h2 id="activities">Activities</h2>
        {activities.map((one) => (
          <details key={one.activity} className="recorded">
            <summary>
              <b>{one.says}</b> <span className="second-words">{one.why}</span>
            </summary>
            <Facts facts={factsOfActivity(one)} />
          </details>
        ))}
      </section>
    </main>
  );
}

/** Dated answers, and what stays open. They are written where the other confirmations are. */
function OfForce({ at, force }: { readonly at: AtDesk; readonly force: ProcessingRecordShown["force"] }): ReactElement {
  const role = parseRole(at.me.officer.role);
  const canWrite = role !== undefined && operations["change-settings"].roles[role] !== undefined;
  return (
    <section aria-labelledby="of-force">
      <h2 id="of-force">What only the force knows</h2>
      <p className="second-words">
        {canWrite ? (
          <>
            Answers are written in{" "}
            <PlaceLink way={at.way} to={{ screen: "to-confirm" }}>
              To confirm
            </PlaceLink>
            , each with its day and who confirmed it.
          </>
        ) : (
          "An administrator writes each answer in To confirm, with its day and who confirmed it."
        )}
      </p>
      <ul className="confirm-list">
        {force.map(({ about, question, careful, answer }) => (
          <li key={about}>
            <b>{question}</b>
            {answer === null ? (
              <p className="mind">
                To confirm. <span className="second-words">Until then: {careful}.</span>
              </p>
            ) : (
              <p>
                {answer.says}
                <span className="line second">
                  confirmed by {answer.confirmedBy} on {sayCivilDay(answer.confirmedOn)}; holds from {sayCivilDay(answer.from)}
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
