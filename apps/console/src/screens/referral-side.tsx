import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { DirectoryEntry, Referral, Referrals } from "../desk/referral.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { sayCivilDay } from "../parts/civil-day.ts";
import { KeyCap } from "../parts/key-cap.tsx";
import { sayNow } from "../parts/say-when.ts";
import type { CasePartProps } from "./case-part.ts";
import { dutyDay, dutyWord } from "./duty-words.ts";
import { wordsOfEnd, wordsToService } from "./referral-words.ts";

const writeKey = { name: "write-end", presses: ["2"], cap: "2" };

/** Where it stands, what is to be done now, what the person will read, and the directory. */
export function ReferralSide(parts: CasePartProps & { readonly shown: Referrals; readonly referral: Referral | undefined }): ReactElement {
  const { referral, shown, now } = parts;
  return (
    <aside className="side" aria-label="Where it stands, and the directory" tabIndex={0}>
      {referral !== undefined && <Stands referral={referral} doubt={shown.doubt} now={now} />}
      {referral !== undefined && (referral.standing === "withdrawn" || referral.standing === "ended") && (
        <ToDo {...parts} referral={referral} />
      )}
      <Directory entries={shown.directory} />
    </aside>
  );
}

function Stands({
  referral,
  doubt,
  now,
}: {
  readonly referral: Referral;
  readonly doubt: string | null;
  readonly now: Instant;
}): ReactElement {
  const { standing, consents, withdrawals, answer, contacts, clock } = referral;
  const consent = consents.at(-1);
  const back = withdrawals.at(-1);
  const [first, ...since] = contacts;
  return (
    <section aria-labelledby="stands">
      <h2 id="stands">Where it stands</h2>
      <dl className="facts">
        <div>
          <dt>Consent</dt>
          <dd>
            {standing === "withdrawn" ? (
              <>
                <b className="mind">taken back</b> {back !== undefined && sayNow(back.happened)}
              </>
            ) : (
              <>
                <b>{standing === "ended" ? "ended" : "stands"}</b>, until {sayCivilDay(consent?.until ?? "")}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>The service</dt>
          <dd>
            {answer === null ? (
              "has not answered"
            ) : (
              <>
                <b>{answer.answer}</b> {sayNow(answer.happened)}
                {[answer.why, answer.says].map(
                  (words) =>
                    words !== undefined && (
                      <span key={words} className="line">
                        “{words}”
                      </span>
                    ),
                )}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>First contact</dt>
          <dd>
            {first === undefined
              ? "nobody wrote of one"
              : `${sayNow(first.happened)}, ${first.who === "us" ? "by us" : "by the service"}, ${first.channel.replaceAll("-", " ")}`}
            {clock !== null && (
              <>
                : <b className={dutyWord(clock, now).isMind ? "mind" : ""}>{dutyWord(clock, now).says.toLowerCase()}</b>
                {first === undefined && `, ${dutyDay(clock)}`}
                {clock.days.length > 0 && (
                  <span className="line second">{clock.days.map((day, i) => `day ${i + 1} ${day}`).join(", ")}</span>
                )}
                <span className="line second">{clock.why}</span>
                {doubt !== null && <span className="line second">Not clear in the copies: {doubt}</span>}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Contact since</dt>
          <dd>{since.length === 0 ? "none is written" : since.map(({ happened }) => sayNow(happened)).join("; ")}</dd>
        </div>
        <div>
          <dt>New items</dt>
          <dd>
            <b>{referral.whyNothing === null ? "may go, by the answers beside" : "none may go"}</b>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** After the end: what is said to the service and to the person. The person’s words are put into the box of updates, where they are read through first. */
function ToDo({ at, page, referral }: CasePartProps & { readonly referral: Referral }): ReactElement {
  const words = wordsOfEnd(referral);
  const write = (): void => {
    at.drafts.set(`update ${page.case}`, words);
    at.way.go({ screen: "case", case: page.case, part: "updates" });
  };
  useKeys([{ ...writeKey, says: "tell the person what went", isInBar: true, run: write }]);
  return (
    <>
      <section aria-labelledby="to-do">
        <h2 id="to-do">To do now</h2>
        <ol className="to-do">
          <li>
            <b>Tell the service that it has ended</b>
            <span className="line second">No reason in it: “{wordsToService(referral)}”</span>
          </li>
          <li>
            <b>Tell the person what went</b>
            <span className="line second">The list below; no bag can be called back.</span>
            <button type="button" className="in-line" onClick={write}>
              Write it <KeyCap of={writeKey} />
            </button>
          </li>
        </ol>
      </section>
      <section aria-labelledby="will-read">
        <h2 id="will-read">What the person will read</h2>
        <blockquote className="account">“{words}”</blockquote>
        <p className="second-words">To the mailbox, read through first; the notice has no content.</p>
      </section>
    </>
  );
}

/** The list of today: what is old stands last, dated, without hours. */
function Directory({ entries }: { readonly entries: readonly DirectoryEntry[] }): ReactElement {
  return (
    <section aria-labelledby="directory">
      <h2 id="directory">Directory</h2>
      <p className="second-words">
        Each has the day on which it was checked. What rests on memory only is never shown; what was checked too long ago stands last,
        without hours. 101 and 999 never go.
      </p>
      <ul className="plain-lines">
        {entries.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>, for {one.for}
            <span className="line">
              {one.contacts.map((way) => ("site" in way ? way.site : `${way.way === "text" ? "text " : ""}${way.number}`)).join("; ")}
            </span>
            <span className="line second">
              {one.hours !== undefined && `${one.hours}. `}
              {one.isFromCopies ? "From copies" : `Confirmed, ${one.source}`}, checked {sayCivilDay(one.checkedOn)}
              {one.isOld && <b className="mind"> : long ago, ask before you rely on it</b>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
