import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { Bag, Referral, Referrals } from "../desk/referral.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayNow, sayWhen } from "../parts/say-when.ts";
import { useOneAtATime } from "../parts/use-one-at-a-time.ts";
import type { CasePartProps } from "./case-part.ts";
import { recipientOf, sayAnswer, sayScope, sayWent } from "./referral-words.ts";

/** What the person said, kept as said: what was agreed, and beside it what was taken back. */
export function InHerWords({ referral, now }: { readonly referral: Referral; readonly now: Instant }): ReactElement {
  const { consents, withdrawals } = referral;
  const consent = consents.at(-1);
  const back = withdrawals.at(-1);
  return (
    <section aria-labelledby="in-whose-words">
      <h2 id="in-whose-words">
        In whose words <span className="second-words">kept as said; what may be shared is read from them by a person, then read back</span>
      </h2>
      <div className="both-texts">
        {consent !== undefined && (
          <div>
            <blockquote className="account" dir="auto">
              “{consent.inHerWords}”
            </blockquote>
            <p className="second-words">
              {sayNow(consent.happened)}, asked by {consent.asked} <KnownBy how={consent.knowing} />
              <span className="line">{sayScope(consent.scope, consent.until)}</span>
              {consents.length > 1 && (
                <span className="line">{sayCount(consents.length - 1, "earlier answer")} before it; this one holds.</span>
              )}
            </p>
          </div>
        )}
        {back !== undefined && (
          <div>
            <blockquote className="account" dir="auto">
              “{back.inHerWords}”
            </blockquote>
            <p className="second-words">
              {sayNow(back.happened)}, written by {back.by} <KnownBy how={back.knowing} />
              <span className="line">
                {referral.standing === "withdrawn"
                  ? "Taken back as a whole. Nobody need say why."
                  : `It held until the answer beside it, ${sayWhen(consent?.happened ?? now, now)}.`}
              </span>
            </p>
          </div>
        )}
      </div>
    </section>
  );
}

/** What, the answer, what went and when. */
export function Things({ referral }: { readonly referral: Referral }): ReactElement {
  return (
    <table className="known-table referral-things">
      <caption className="unseen">What exactly is shared with {referral.name}</caption>
      <thead>
        <tr>
          <th scope="col">What exactly is shared</th>
          <th scope="col">The answer</th>
          <th scope="col">What went, and when</th>
        </tr>
      </thead>
      <tbody>
        {referral.things.map((thing) => (
          <tr key={thing.what}>
            <th scope="row">{thing.answer === "yes" ? <b>{thing.what}</b> : thing.what}</th>
            <td data-says="The answer">{sayAnswer(thing)}</td>
            <td data-says="What went">{sayWent(thing, referral)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sealed bags: what is inside is their list and no more. */
export function Bags(parts: CasePartProps & { readonly shown: Referrals; readonly referral: Referral }): ReactElement {
  const { referral, shown, now } = parts;
  const service = recipientOf(referral, shown);
  return (
    <section aria-labelledby="bags">
      <h2 id="bags">
        Bags <span className="second-words">sealed to the service’s recipient; what is inside is this list and no more</span>
      </h2>
      {referral.bags.length === 0 && <p className="second-words">None was sealed. Nothing went.</p>}
      <ul className="lines bags">
        {referral.bags.map((bag) => (
          <li key={bag.bag}>
            <span>
              <b>Bag {bag.bag}</b>
              <span className="line second">{sayWhen(bag.happened, now)}</span>
            </span>
            <span>
              {sayCount(bag.what.length, "thing")}, {sayCount(bag.size, "byte")}, sealed by {bag.by}
              {bag.what.map(({ what, says }) => (
                <span key={what} className="line second">
                  <b>{what}:</b> {says}
                </span>
              ))}
              <span className="line second">
                to <code>{bag.recipient}</code>
                {service?.recipient === bag.recipient
                  ? `, checked ${sayCivilDay(service.checkedOn)}, ${service.checkedHow}`
                  : ", which is not the recipient that stands today"}
              </span>
              <span className="line second">
                SHA-256 <code>{bag.sha256}</code>
              </span>
              <TakeOut {...parts} bag={bag} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sealed file, to be given to the service; once the consent is taken back it stays here. */
function TakeOut({ at, page, reason, referral, bag }: CasePartProps & { readonly referral: Referral; readonly bag: Bag }): ReactElement {
  const oneAtATime = useOneAtATime();
  const take = async (): Promise<void> => {
    const answer = await oneAtATime(() => at.world.desk.file(`cases/${page.case}/referrals/${referral.referral}/bags/${bag.bag}`, reason));
    if (answer?.came !== "value") return;
    at.tellLog(answer.value.log);
    at.world.saveFile(answer.value.name, answer.value.bytes);
  };
  if (referral.whyNothing !== null) return <span className="line second">The sealed file is handed out no more.</span>;
  return (
    <span className="line">
      <button type="button" className="in-line" onClick={() => void take()}>
        Save the sealed file<span className="unseen"> of bag {bag.bag}</span>
      </button>{" "}
      <span className="second-words">to give it to the service; only they can open it</span>
    </span>
  );
}
