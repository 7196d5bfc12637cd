import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../../at-desk.ts";
import type { Answer } from "../../desk/answer.ts";
import { type AttendancePaper, type CounterPage, type OwedPaper, attendancePaperMade, attendanceWritten } from "../../desk/attendance.ts";
import { hashInFours } from "../../desk/kept-copy.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeepFile } from "../../parts/keep-file.tsx";
import { Lack } from "../../parts/lack.tsx";
import { ReadyButton } from "../../parts/ready-button.tsx";
import { sayNow } from "../../parts/say-when.ts";
import { Segments } from "../../parts/segments.tsx";
import { useOneAtATime } from "../../parts/use-one-at-a-time.ts";
import { CounterPart } from "./counter-part.tsx";

/** What became of a paper at the counter. */
const outcomes = [
  { value: "signed", says: "Given, signed" },
  { value: "unsigned", says: "Given, not signed" },
  { value: "not-given", says: "Not given" },
] as const;
type Outcome = (typeof outcomes)[number]["value"];

interface StepProps {
  readonly at: AtDesk;
  readonly counter: CounterPage;
  readonly now: Instant;
  readonly again: () => void;
  readonly owed: OwedPaper;
  /** ": s10(4)", or nothing where no source states it. */
  readonly section: string;
  /** It was asked for with what was told: it is made at once. */
  readonly begins: boolean;
}

/** The written acknowledgement of one attendance: made, saved to be printed, then what became of it. Until it was given, it is owed. */
export function AttendancePaperStep({ at, counter, now, again, owed, section, begins }: StepProps): ReactElement {
  const { attendance, day, at: hour, station } = owed;
  const { order } = counter;
  const [made, setMade] = useState<AttendancePaper | undefined>(undefined);
  // Undefined until the desk was asked, and again once the file was saved: each time it is handed out, what it says is asked for anew.
  const [toLook, setToLook] = useState<readonly string[] | undefined>(undefined);
  const [came, setCame] = useState<Answer<unknown> | "making" | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const paper = made ?? owed.paper ?? undefined;
  const take = async (nth: number): Promise<void> => {
    const taken = await at.world.desk.file(`orders/${order}/acknowledgement/${nth}/file`);
    setCame(taken);
    if (taken.came !== "value") return;
    at.tellLog(taken.value.log);
    at.world.saveFile(taken.value.name, taken.value.bytes);
    setToLook(undefined);
  };
  /** Makes it, or finds the one that was made; its file comes at once only where nothing is to be looked at first. */
  const ask = async (): Promise<void> => {
    setCame("making");
    const answer = await oneAtATime(() => at.world.desk.post(`orders/${order}/acknowledgement`, { attendance }, attendancePaperMade));
    if (answer === undefined) return;
    setCame(answer);
    if (answer.came !== "value") return;
    const { log, toLook: found, ...one } = answer.value;
    at.tellLog(log);
    setMade(one);
    setToLook(found);
    if (found.length === 0) await take(one.paper);
  };
  const isToLook = toLook !== undefined && toLook.length > 0;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!begins || hasBegun.current || owed.paper !== null) return;
    hasBegun.current = true;
    void ask();
  });
  const says = `Of what was told on ${sayCivilDay(day)} at ${hour}`;
  return (
    <CounterPart title="The written acknowledgement" more={`Whoever came must get one${section}. Nobody who is protected is named on it.`}>
      <p>
        {says}, <bdi>{station}</bdi>:{" "}
        {paper === undefined ? (
          <b className="mind">no paper is made yet.</b>
        ) : (
          <>
            <b>{paper.exhibit}</b>, made {sayNow(paper.made)}
            {paper.pages !== null && `, ${sayCount(paper.pages, "page")}`}. Print two: one to give, one to keep.
            <code className="line second whole-hash">{hashInFours(paper.sha256)}</code>
          </>
        )}
      </p>
      <div role="status">
        {isToLook && (
          <>
            <h3>Look at this before it is given</h3>
            {toLook.map((says) => (
              <p key={says} className="notice minded">
                {says}
              </p>
            ))}
          </>
        )}
      </div>
      <p className="actions whole">
        {paper !== undefined && isToLook ? (
          <button type="button" className="second-button" onClick={() => void take(paper.paper)}>
            I have read this: save the paper to print
          </button>
        ) : (
          <ReadyButton
            className={paper === undefined ? "first-button" : "second-button"}
            isReady={came !== "making"}
            press={() => void ask()}
          >
            {paper === undefined ? "Make the paper and save it to print" : "Save it once more"}
          </ReadyButton>
        )}
      </p>
      {came === "making" && (
        <p role="status">
          {paper === undefined ? "Making it. That takes some seconds; what was told is written already." : "Looking at what it says."}
        </p>
      )}
      {came !== undefined && came !== "making" && <Hindrance answer={came} now={now} again={() => void ask()} />}
      {paper !== undefined && <Given {...{ at, counter, now, again, attendance, paper }} />}
    </CounterPart>
  );
}

type GivenProps = Pick<StepProps, "at" | "counter" | "now" | "again"> & { readonly attendance: number; readonly paper: AttendancePaper };

/** Given and signed, given and not signed, or not given: each is written as what it is. A scan of what was signed can be kept, and its hash is written then. */
function Given({ at, counter, now, again, attendance, paper }: GivenProps): ReactElement {
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const [scan, setScan] = useState<string | undefined>(undefined);
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const write = async (): Promise<void> => {
    if (outcome === undefined) return setFault("Say first what became of the paper.");
    setFault("");
    const isSigned = outcome === "signed";
    const body = { saw: counter.saw, attendance, form: paper.form, sha256: isSigned && scan !== undefined ? scan : paper.sha256 };
    const given = { ...body, signed: isSigned, given: outcome !== "not-given" };
    const answer = await oneAtATime(() => at.world.desk.post(`orders/${counter.order}/acknowledged`, given, attendanceWritten));
    if (answer === undefined) return;
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value);
    again();
  };
  return (
    <>
      <h3>What became of it?</h3>
      <p className="second-words">Nobody has to sign. Not signed is written as that, and it counts the same.</p>
      <Segments legend="What became of it" options={outcomes} chosen={outcome} choose={setOutcome} />
      {outcome === "signed" && (
        <KeepFile
          {...{ at, now }}
          asks="A scan of the signed one (can be left out)"
          path={`orders/${counter.order}/acknowledgement/signed`}
          bodyOf={() => ({ attendance })}
          kept={({ sha256 }) => setScan(sha256)}
        />
      )}
      {outcome === "not-given" && <p className="notice minded">It stays owed, and this page goes on saying so.</p>}
      <Lack says={fault} />
      {came && <Hindrance answer={came} now={now} again={() => void write()} />}
      <p className="actions whole">
        <button type="button" className="first-button" onClick={() => void write()}>
          Write what became of it
        </button>
      </p>
    </>
  );
}
