import { type ReactElement, useEffect } from "react";
import type { Instant } from "@unmask/core";
import { queuePlace, type CasePlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import { casePage } from "../desk/case-page.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { OpenAnyway } from "../parts/open-anyway.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { reasonsForCase, useReason } from "../parts/use-reason.ts";
import { useHolds } from "../parts/use-holds.ts";
import { useTold } from "../parts/use-told.ts";
import { CaseEnquiries, CasePeople, EndedRoles } from "./case-known.tsx";
import { EnquiryStepWrite } from "./case-enquiry-step.tsx";
import { EnquiryWrite, PersonWrite, RoleEnd } from "./case-known-write.tsx";
import { CaseIndex } from "./case-index.tsx";
import { CaseActs } from "./case-acts.tsx";
import { CaseClosing } from "./case-closing.tsx";
import { CaseDecisions } from "./case-decisions.tsx";
import { CaseMembers, MembersNamed, maySayWhoIsOn } from "./case-members.tsx";
import type { CasePartProps } from "./case-part.ts";
import { CaseDrawings } from "./case-drawings.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { CaseRecords } from "./case-records.tsx";
import { CaseReports } from "./case-reports.tsx";
import { BeginOrder } from "./orders/begin-order.tsx";
import { CaseReferrals } from "./referrals.tsx";
import { CaseRiskPart } from "./case-risk.tsx";
import { CaseExhibits } from "./case-exhibits.tsx";
import { CaseRecording } from "./case-recording.tsx";
import { CaseUpdates } from "./case-told.tsx";
import { CaseLinks } from "./case-links.tsx";
import { CaseNow } from "./case-now.tsx";
import { mayHere } from "./disclosure-part.ts";
import { CaseTimelineView } from "./case-timeline.tsx";

/** A case: nothing of it is shown before the officer says why. */
export function CaseScreen({ at, place, now }: { readonly at: AtDesk; readonly place: CasePlace; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useReason(at, place.case);
  if (reason) return <Opened key={place.case} {...{ at, place, reason, now }} />;
  return <ReasonFirst at={at} title={`Case ${place.case}`} reference={place.case} offered={reasonsForCase} open={giveReason} />;
}

function Opened({
  at,
  place,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly place: CasePlace;
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const { world, way } = at;
  const { answer, again } = useAnswer(place.case, () => world.desk.get(`cases/${place.case}`, casePage, reason));
  useTold(at, answer);
  useHolds(at, { of: "case", id: place.case }, answer?.came === "value" ? answer.value.saw : undefined, again);
  const { isOnCase, me } = at;
  const isOn = answer?.came === "value" && answer.value.members.some(({ id }) => id === me.officer.id);
  useEffect(() => {
    if (isOn) isOnCase(place.case);
  }, [isOn, isOnCase, place.case]);
  const toNow = (): void => way.go(place.part === "now" ? { screen: "cases" } : { ...place, part: "now" });
  useKeys([
    { name: "back", presses: ["Escape"], cap: "Esc", says: "back", isInBar: true, run: toNow },
    { name: "look-again", presses: ["Shift+r"], cap: "⇧R", says: "look at the case again", run: again },
  ]);
  if (answer?.came === "value") return <Parts {...{ at, place, reason, now, again }} page={answer.value} />;
  return (
    <PageAwaited title={`Case ${place.case}`} asking="Opening it. The reason is written with it." {...{ answer, now, again }}>
      {answer?.came === "refused" && answer.refusal.rule === "need-to-know" && answer.refusal.allows !== "" && (
        <OpenAnyway at={at} of={{ case: place.case }} now={now} then={again} />
      )}
      {answer?.came === "refused" && answer.refusal.rule === "need-to-know" && maySayWhoIsOn(at, false) && (
        <CaseMembers at={at} caseNumber={place.case} reason={reason} now={now} />
      )}
      {answer?.came === "refused" && (
        <p className="actions">
          <button type="button" className="second-button" onClick={() => way.go(queuePlace)}>
            Back to the queue
          </button>
        </p>
      )}
    </PageAwaited>
  );
}

type CaseParts = CasePartProps & { readonly place: CasePlace };

function Parts(parts: CaseParts): ReactElement {
  const { at, place, page, now } = parts;
  return (
    <>
      <CaseIndex at={at} place={place} page={page} now={now} />
      {place.part === "referrals" ? (
        <CaseReferrals {...parts} />
      ) : (
        <main id="work" className="work case-work">
          <PartOf {...parts} />
        </main>
      )}
      {(place.part === "now" || place.part === "timeline") && (
        <aside className="side" aria-label="People and lines of enquiry" tabIndex={0}>
          <CasePeople people={page.people} />
          <CaseEnquiries enquiries={page.enquiries} lost={page.lost} />
        </aside>
      )}
    </>
  );
}

/** Somebody of the case asks what is held about them: it is written on a page of its own, by who may. */
function RightsLink({ at, page }: CasePartProps): ReactElement {
  return (
    <p>
      {mayHere(at, "answer-rights") ? (
        <PlaceLink way={at.way} to={{ screen: "rights", case: page.case }}>
          Somebody asks what is held about them
        </PlaceLink>
      ) : (
        <span className="second-words">Who asks what is held about them is answered by an investigator or supervisor of the case.</span>
      )}
    </p>
  );
}

function PartOf({ place, ...parts }: CaseParts): ReactElement {
  const { at, page, reason, now } = parts;
  switch (place.part) {
    case "timeline":
      return (
        <>
          <CaseTimelineView page={page} now={now} isWhole />
          <CaseRecords {...parts} />
          <CaseDrawings {...parts} />
          <CaseActs at={at} caseNumber={page.case} reason={reason} now={now} />
        </>
      );
    case "people":
      return (
        <>
          <CasePeople people={page.people} isPage />
          <EndedRoles page={page} now={now} />
          <RightsLink {...parts} />
          <PersonWrite {...parts} />
          <RoleEnd {...parts} />
          {maySayWhoIsOn(
            at,
            page.members.some(({ id }) => id === at.me.officer.id),
          ) ? (
            <CaseMembers at={at} caseNumber={page.case} reason={reason} now={now} />
          ) : (
            <MembersNamed members={page.members} />
          )}
        </>
      );
    case "known":
      return <CaseFacts {...parts} />;
    case "risk":
      return <CaseRiskPart {...parts} />;
    case "enquiries":
      return (
        <>
          <CaseEnquiries enquiries={page.enquiries} lost={page.lost} isPage />
          <EnquiryStepWrite {...parts} />
          <EnquiryWrite {...parts} />
        </>
      );
    case "links":
      return (
        <>
          <CaseLinks at={at} caseNumber={page.case} reason={reason} now={now} />
          <CaseReports {...parts} />
        </>
      );
    case "decisions":
      return (
        <>
          <CaseDecisions {...parts} />
          <BeginOrder at={at} caseNumber={page.case} now={now} />
        </>
      );
    case "recording":
      return <CaseRecording {...parts} />;
    case "updates":
      return <CaseUpdates {...parts} />;
    case "exhibits":
      return <CaseExhibits {...parts} />;
    case "closing":
      return <CaseClosing {...parts} />;
    case "referrals":
    case "now":
      return <CaseNow {...parts} />;
  }
}
