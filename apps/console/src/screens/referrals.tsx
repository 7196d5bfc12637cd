import { type ReactElement, useState } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { type Referral, type Referrals, referrals } from "../desk/referral.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import type { CasePartProps } from "./case-part.ts";
import { CaseSmall } from "./case-small.tsx";
import { ConsentWrite } from "./referral-consent.tsx";
import { referralDrawing, referralTable, sayLine } from "./referral-drawing.ts";
import { Bags, InHerWords, Things } from "./referral-shared.tsx";
import { ShareWrite } from "./referral-share.tsx";
import { ReferralSide } from "./referral-side.tsx";
import { answerSpec, contactMadeSpec, withdrawSpec } from "./referral-specs.ts";
import { sayStanding } from "./referral-words.ts";

const nextKey = { name: "next-referral", presses: ["j"], cap: "J" };

/** Referrals of a case to services: what the person said, in their words, what went and when, and what may still go. */
export function CaseReferrals(parts: CasePartProps): ReactElement {
  const { at, page, reason, now } = parts;
  const path = `cases/${page.case}/referrals`;
  const { answer, again: askAgain } = useAnswer(path, () => at.world.desk.get(path, referrals, reason));
  useTold(at, answer);
  const again = (): void => {
    askAgain();
    parts.again();
  };
  if (answer?.came === "value") return <Shown {...parts} again={again} shown={answer.value} />;
  return (
    <main id="work" className="work case-work">
      <h1>Support</h1>
      {answer === undefined ? <p role="status">Asking what was agreed.</p> : <Hindrance answer={answer} now={now} again={again} />}
    </main>
  );
}

function Shown({ shown, ...given }: CasePartProps & { readonly shown: Referrals }): ReactElement {
  const { now } = given;
  const [chosen, choose] = useState<string | undefined>(undefined);
  const all = shown.referrals;
  const here = all.find(({ referral }) => referral === chosen) ?? all.at(-1);
  const next = (): void => {
    const place = all.findIndex((one) => one === here);
    choose(all[(place + 1) % all.length]?.referral);
  };
  useKeys(all.length < 2 ? [] : [{ ...nextKey, says: "next referral", isInBar: true, run: next }]);
  // What is written is held against what this page was read from.
  const parts = { ...given, page: { ...given.page, saw: shown.saw } };
  return (
    <>
      <main id="work" className="work case-work referral" tabIndex={-1}>
        {all.length > 1 && (
          <nav aria-label="Referrals" className="referral-list">
            <ul>
              {all.map((one) => (
                <li key={one.referral}>
                  <button type="button" aria-current={one === here ? "true" : undefined} onClick={() => choose(one.referral)}>
                    <b>{one.name}</b>
                    <span className="second-words">{sayStanding(one, now)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <KeyCap of={nextKey} />
          </nav>
        )}
        {here === undefined ? (
          <>
            <h1>Support</h1>
            <p className="sentence">
              Nobody was referred from this case. Nothing goes to a service without the person’s consent, and not asked is no.
            </p>
          </>
        ) : (
          <One key={here.referral} {...parts} shown={shown} referral={here} />
        )}
        <section aria-labelledby="another-service">
          <h2 id="another-service">{here === undefined ? "Refer" : "Another service"}</h2>
          {here !== undefined && here.standing !== "open" && here.standing !== "nothing-went" ? (
            <p className="second-words">First agree anew above, or begin with another service here.</p>
          ) : null}
          <ConsentWrite {...parts} shown={shown} letter={here === undefined ? "n" : "o"} />
        </section>
      </main>
      <ReferralSide {...parts} shown={shown} referral={here} />
    </>
  );
}

function One({ referral, shown, ...parts }: CasePartProps & { readonly shown: Referrals; readonly referral: Referral }): ReactElement {
  const { now } = parts;
  const { name, standing, whyNothing, withdrawals } = referral;
  const person = shown.reports.find(({ report }) => report === referral.of)?.name;
  const back = withdrawals.at(-1);
  const isOpen = standing === "open" || standing === "nothing-went";
  return (
    <>
      <header className="work-head">
        <h1>Referral to {name}</h1>
        <p className="second-words">
          {[referral.referral, person ?? referral.of ?? undefined].filter((one) => one !== undefined).join(", ")}
        </p>
      </header>
      {standing === "withdrawn" && back !== undefined && (
        <p className="notice minded">
          <b>The consent was taken back, {sayWhen(back.happened, now)}.</b> Nothing new goes from that minute.
        </p>
      )}
      {(standing === "ended" || standing === "declined") && (
        <p className="notice minded">
          <b>Nothing goes.</b> {whyNothing}
        </p>
      )}
      <ChartOrTable drawing={referralDrawing(referral, now)} table={referralTable(referral)} caption={sayLine(referral)} />
      <InHerWords referral={referral} now={now} />
      <Things referral={referral} />
      <Bags {...parts} shown={shown} referral={referral} />
      <section aria-labelledby="share">
        <h2 id="share">Share</h2>
        <ShareWrite {...parts} shown={shown} referral={referral} />
        {!isOpen && <p className="second-words">It needs a new consent in the person’s words; the old one is not used again.</p>}
        <ConsentWrite {...parts} shown={shown} to={referral} letter="n" />
        <CaseSmall
          {...parts}
          specs={[
            ...(standing === "withdrawn" ? [] : [withdrawSpec(referral)]),
            ...(referral.bags.length === 0 ? [] : [answerSpec(referral)]),
            contactMadeSpec(referral),
          ]}
        />
      </section>
    </>
  );
}
