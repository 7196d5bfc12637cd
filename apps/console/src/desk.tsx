import { type ReactElement, useCallback, useEffect, useRef, useState } from "react";
import { type Instant, object } from "@unmask/core";
import { sayClock } from "@unmask/words";
import { type Place, isOfDesk, queuePlace } from "./address/place.ts";
import type { Way } from "./address/use-place.ts";
import type { AtDesk } from "./at-desk.ts";
import type { GivenReason } from "./desk/given-reason.ts";
import { type LogEntry, justLog } from "./desk/log-entry.ts";
import type { OpenedAnyway } from "./desk/opened-anyway.ts";
import type { TelephoneCall } from "./desk/telephone-call.ts";
import type { WhyNobody } from "./desk/why-nobody.ts";
import type { Settings } from "./keys/stored-settings.ts";
import { useKeys } from "./keys/keyboard.tsx";
import { AllKeys } from "./parts/all-keys.tsx";
import { findOf } from "./parts/find-of.ts";
import { useLayout } from "./parts/layout.ts";
import { NewsBar } from "./parts/news-bar.tsx";
import { NoConnection } from "./parts/notices.tsx";
import { LogBar } from "./parts/log-bar.tsx";
import { OpenedBands } from "./parts/opened-anyway.tsx";
import { SessionEnd } from "./parts/session-end.tsx";
import { areasOf, homeOf } from "./parts/areas.ts";
import { zone } from "./parts/say-when.ts";
import { UnreachedContext } from "./parts/unreached.ts";
import { AskedWhy } from "./parts/asked-why.tsx";
import { WaitsBands } from "./parts/waits-bands.tsx";
import { BottomBar, TopBar } from "./parts/top-bar.tsx";
import { countNews, useChanges } from "./parts/use-changes.ts";
import { useNow, useSessionClock } from "./parts/use-now.ts";
import { ActScreen } from "./screens/act.tsx";
import { AssessScreen } from "./screens/assess.tsx";
import { AuditScreen } from "./screens/audit.tsx";
import { DisclosureScreen } from "./screens/disclosure.tsx";
import { RecordScreen } from "./screens/record.tsx";
import { RightsScreen } from "./screens/rights.tsx";
import { RightsCasesScreen } from "./screens/rights-cases.tsx";
import { DisclosureCasesScreen } from "./screens/disclosure-cases.tsx";
import { OfficersScreen } from "./screens/officers.tsx";
import { ReviewScreen } from "./screens/review.tsx";
import { SupervisionScreen } from "./screens/supervision.tsx";
import { HandoverScreen } from "./screens/handover.tsx";
import { JoinScreen } from "./screens/join.tsx";
import { SecondScreen } from "./screens/second.tsx";
import { ForceScreen } from "./screens/force.tsx";
import { ToConfirmScreen } from "./screens/to-confirm.tsx";
import { CaseScreen } from "./screens/case.tsx";
import { CasesScreen } from "./screens/cases.tsx";
import { LookAheadScreen } from "./screens/look-ahead.tsx";
import { EditionScreen } from "./screens/edition.tsx";
import { LearnScreen } from "./screens/learn.tsx";
import { LinkScreen } from "./screens/link.tsx";
import { KeySettingsScreen } from "./screens/key-settings.tsx";
import { NoSuchPage } from "./screens/no-such-page.tsx";
import { OrderScreen } from "./screens/orders/order.tsx";
import { OrdersScreen } from "./screens/orders/orders.tsx";
import { QueueScreen } from "./screens/queue.tsx";
import { AttendanceScreen } from "./screens/register/attendance.tsx";
import { RetentionScreen } from "./screens/retention/retention.tsx";
import { RegisterScreen } from "./screens/register/register.tsx";
import { ReportScreen } from "./screens/report.tsx";
import { TelephoneScreen } from "./screens/telephone.tsx";

/** The desk of one officer: the bars, and between them the screen that the address names. */
export function Desk({
  settings,
  changeSettings,
  ...given
}: Pick<AtDesk, "world" | "way" | "me" | "leave"> & {
  readonly settings: Settings;
  readonly changeSettings: (settings: Settings) => void;
}): ReactElement {
  const { world, me, leave } = given;
  // Who may not see the queue begins where there is something for their role.
  const home = homeOf(me.officer.role);
  const place = given.way.place.screen === "queue" && home.screen !== "queue" ? home : given.way.place;
  const way: Way = { ...given.way, place };
  const [log, setLog] = useState<LogEntry>(me.log);
  const [isShowingKeys, showKeys] = useState(false);
  const [sought, seek] = useState("");
  const find = useRef<HTMLInputElement>(null);
  const [isFindOpen, openFind] = useState(false);
  const wantsFind = useRef(false);
  const finds = findOf(me.officer.role, place);
  const seekFrom = (to: Place): void => {
    wantsFind.current = true;
    openFind(true);
    if (to.screen !== place.screen) way.go(to);
    find.current?.focus();
  };
  useEffect(() => {
    // The field comes with its screen, or with the word that opens it.
    if (!wantsFind.current || find.current === null) return;
    wantsFind.current = false;
    find.current.focus();
  }, [isFindOpen, place.screen]);
  const layout = useLayout();
  const now = useNow(world.now);

  const lock = useCallback(
    async (why: WhyNobody): Promise<void> => {
      // What is on the screen goes first, whatever the server says.
      leave(why);
      await world.desk.post(
        "lock",
        {},
        object(() => undefined),
      );
    },
    [leave, world],
  );
  useSessionClock(me.session, world.now, (why) => void lock(why));
  const { news, sawQueue, leftQueue, holds } = useChanges(world);
  useTitle(titles[way.place.screen], countNews(news));
  useKeys([
    ...(finds ? [{ name: "find", presses: ["/"], cap: "/", says: "find", run: () => seekFrom(finds.place) }] : []),
    ...areasOf(me.officer.role).map(({ letter, says, place }) => ({
      name: `go-${says.toLowerCase()}`,
      presses: [`g ${letter.toLowerCase()}`],
      cap: `G ${letter}`,
      says: says.toLowerCase(),
      run: () => way.go(place),
    })),
    { name: "lock", presses: ["Shift+l"], cap: "⇧L", says: "lock", run: () => void lock("locked") },
    { name: "all-keys", presses: ["?"], cap: "?", says: "all keys of this screen", run: () => showKeys(true) },
  ]);

  const [openings, setOpenings] = useState<readonly OpenedAnyway[]>(me.openings);
  const closeOpening = async ({ case: caseNumber, words }: OpenedAnyway): Promise<void> => {
    const reason = { code: "risk-to-life", words };
    const answer = await world.desk.post(`cases/${caseNumber}/close-glass`, { reason }, justLog);
    if (answer.came !== "value") return;
    setLog(answer.value);
    setOpenings((before) => before.filter((one) => one.case !== caseNumber));
    way.go(queuePlace);
  };
  const isOnCase = useCallback((ref: string): void => setOpenings((before) => before.filter((one) => one.case !== ref)), []);
  const [unreached, setUnreached] = useState<{ readonly since: Instant; readonly again: () => void } | undefined>(undefined);
  const tellUnreached = useCallback(
    (again: (() => void) | undefined): void => setUnreached((before) => again && { since: before?.since ?? world.now(), again }),
    [world],
  );
  const [call, setCall] = useState<TelephoneCall | undefined>(undefined);
  const drafts = useRef(new Map<string, string>());
  const reasons = useRef(new Map<string, GivenReason>());
  const at: AtDesk = {
    ...given,
    way,
    tellLog: setLog,
    sawQueue,
    leftQueue,
    holds,
    giveReason: (reference, reason) => void reasons.current.set(reference, reason),
    drafts: drafts.current,
    call,
    setCall,
    openedAnyway: (one) => setOpenings((before) => [...before.filter((other) => other.case !== one.case), one]),
    isOnCase,
    reasonFor: (reference) => reasons.current.get(reference),
  };
  return (
    <UnreachedContext.Provider value={tellUnreached}>
      <div className="desk" data-layout={layout}>
        <a className="skip" href="#work">
          To the work
        </a>
        <TopBar
          {...{ me, way, now, layout, sought, seek, find, isFindOpen }}
          finds={finds?.place.screen === place.screen ? finds : undefined}
          openFind={(isOpen) => {
            wantsFind.current = isOpen;
            openFind(isOpen);
          }}
          waits={news.waits}
          lock={() => void lock("locked")}
        />
        <div className="bands">
          <SessionEnd endsAt={me.session.endsAt} now={now} />
          <AskedWhy at={at} now={now} />
          <WaitsBands waits={news.waits} way={way} role={me.officer.role} layout={layout} />
          {unreached && <NoConnection since={sayClock(unreached.since, zone)} of="open" again={unreached.again} />}
          <OpenedBands openings={openings} now={now} close={(one) => void closeOpening(one)} />
        </div>
        {place.screen === "queue" && <QueueScreen at={at} place={place} sought={sought} now={now} layout={layout} />}
        {place.screen === "report" && <ReportScreen at={at} reference={place.reference} now={now} />}
        {place.screen === "assess" && <AssessScreen at={at} reference={place.reference} now={now} />}
        {place.screen === "join" && <JoinScreen key={place.reference} at={at} reference={place.reference} now={now} />}
        {place.screen === "handover" && <HandoverScreen at={at} now={now} />}
        {place.screen === "second" && <SecondScreen at={at} now={now} />}
        {place.screen === "force" && <ForceScreen at={at} now={now} />}
        {place.screen === "to-confirm" && <ToConfirmScreen at={at} now={now} />}
        {place.screen === "cases" && <CasesScreen at={at} now={now} />}
        {place.screen === "case" && <CaseScreen key={place.case} at={at} place={place} now={now} />}
        {place.screen === "disclosure" &&
          (place.case === undefined ? (
            <DisclosureCasesScreen at={at} now={now} />
          ) : (
            <DisclosureScreen key={place.case} at={at} caseNumber={place.case} now={now} />
          ))}
        {place.screen === "record" && <RecordScreen at={at} now={now} />}
        {place.screen === "rights" &&
          (place.case === undefined ? (
            <RightsCasesScreen at={at} now={now} />
          ) : (
            <RightsScreen key={place.case} at={at} caseNumber={place.case} now={now} />
          ))}
        {place.screen === "act" && <ActScreen at={at} place={place} now={now} />}
        {place.screen === "link" && <LinkScreen key={place.link} at={at} place={place} now={now} />}
        {place.screen === "orders" && <OrdersScreen at={at} sought={sought} now={now} />}
        {place.screen === "order" && <OrderScreen key={place.order} at={at} place={place} now={now} />}
        {place.screen === "look-ahead" && <LookAheadScreen at={at} place={place} now={now} />}
        {place.screen === "retention" && <RetentionScreen at={at} place={place} now={now} layout={layout} />}
        {place.screen === "learn" && <LearnScreen at={at} place={place} now={now} />}
        {place.screen === "edition" && <EditionScreen at={at} month={place.month} now={now} />}
        {place.screen === "telephone" && <TelephoneScreen at={at} now={now} />}
        {place.screen === "register" && <RegisterScreen at={at} place={place} now={now} layout={layout} />}
        {place.screen === "attendance" && <AttendanceScreen at={at} place={place} now={now} />}
        {place.screen === "audit" && <AuditScreen at={at} now={now} />}
        {place.screen === "supervision" && <SupervisionScreen at={at} now={now} />}
        {place.screen === "review" && <ReviewScreen key={place.opening} at={at} opening={place.opening} now={now} />}
        {place.screen === "officers" && <OfficersScreen at={at} now={now} />}
        {place.screen === "settings" && (
          <KeySettingsScreen role={me.officer.role} settings={settings} change={changeSettings} back={way.back} />
        )}
        {!isOfDesk(place) && <NoSuchPage toQueue={() => way.go(queuePlace)} />}
        <NewsBar news={news} way={way} layout={layout} />
        <LogBar log={log} showAllKeys={() => showKeys(true)} />
        {layout === "narrow" && <BottomBar way={way} role={me.officer.role} waits={news.waits} />}
        {isShowingKeys && (
          <AllKeys role={me.officer.role} close={() => showKeys(false)} goToSettings={() => way.go({ screen: "settings" })} />
        )}
      </div>
    </UnreachedContext.Provider>
  );
}

/** What the tab of the browser says of each screen: never a name. */
const titles: Readonly<Record<Place["screen"], string>> = {
  queue: "Queue",
  report: "Report",
  assess: "Assess",
  join: "Join",
  handover: "Handover",
  second: "Second reader",
  force: "Force",
  "to-confirm": "To confirm",
  register: "Register",
  attendance: "At the counter",
  cases: "Cases",
  case: "Case",
  act: "Act",
  disclosure: "Disclosure",
  rights: "Rights",
  record: "Record of processing",
  link: "Link",
  orders: "Orders",
  order: "Order",
  "look-ahead": "Ends and court days",
  retention: "Retention",
  learn: "Learn",
  edition: "Edition",
  telephone: "On the line",
  audit: "Who looked",
  supervision: "Supervision",
  review: "Review",
  officers: "Officers",
  enrol: "Enrol",
  "signed-in": "No such page",
  settings: "Keys",
  "when-due": "When is it due?",
  "no-such-page": "No such page",
};

/** The tab says where the officer is, and how many things have come: a number alone, for the screen may be seen by anybody. */
function useTitle(says: string, news: number): void {
  useEffect(() => {
    document.title = `${news === 0 ? "" : `(${news}) `}${says} · Unmask desk`;
  }, [says, news]);
}
