import type { ReactElement, ReactNode } from "react";
import { dayIn } from "@unmask/core";
import { sayChannel, sayNumber, sayShortDay } from "@unmask/words";
import type { ActPage } from "../desk/act-page.ts";
import type { WayOfKnowing } from "../desk/way-of-knowing.ts";
import { ExhibitFile } from "../parts/exhibit-file.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen, zone } from "../parts/say-when.ts";
import type { CasePartProps } from "./case-part.ts";
import { toldOfAct } from "./act-told.ts";
import { sayAhead, sayFrom, sayTime, sayWhat } from "./act-line-words.ts";
import { sayGradeWhole } from "./exhibit-words.ts";

/** What an act says, as it was written, and what is known of it, a row each with how it is known. */
export function ActWords({
  at,
  page,
  caseNumber,
  reason,
  now,
}: Pick<CasePartProps, "at" | "reason" | "now"> & { readonly page: ActPage; readonly caseNumber: string }): ReactElement {
  const { line, wrote, zone: readIn } = page;
  const how: WayOfKnowing = line.grade === "own-account" ? "account" : "record";
  const named = page.exhibits.map(({ number }) => number);
  return (
    <>
      <header className="work-head">
        <h1>{sayWhat(line)}</h1>
        <p className="second-words">
          {[sayChannel(line.channel), named.length > 0 ? `exhibit ${named.join(", ")}` : "", `report ${line.report}`]
            .filter((one) => one !== "")
            .join(", ")}
        </p>
        <p className="end second-words">
          <KeyCap of={{ name: "next-row", presses: ["j"], cap: "J" }} /> next{" "}
          <KeyCap of={{ name: "row-before", presses: ["k"], cap: "K" }} /> before
        </p>
      </header>
      {line.says === null || line.says === "" ? (
        <p className="second-words">It has no words. That is not “nothing was said”.</p>
      ) : (
        <blockquote className="account">{line.says}</blockquote>
      )}
      <dl className="act-facts">
        <Row label="When" how={how}>
          <b>{wrote}</b>, as it was written there
        </Row>
        <Row label="That is" how="worked-out">
          {sayShortDay(dayIn(zone, line.earliest))}, {sayTime(line)} in London; read in {readIn}
          {line.latest - line.earliest > aMinute && ". Every instant that it can mean is kept"}
          {line.isAhead && (
            <b className="line mind">
              This is {sayAhead(line)}
              {page.pack.takenAt !== null && ` (${sayWhen(page.pack.takenAt, now)})`}: a clock was ahead, or the time is read wrongly.
            </b>
          )}
        </Row>
        <Row label="From" how={how}>
          {sayFrom(line)}
          {line.from.name !== null && line.from.normal !== "" && <span className="second-words"> {line.from.normal}</span>}
        </Row>
        {toldOfAct(page).map(({ label, says }, i) => (
          // Several flags have one label.
          <Row key={`${label} ${i}`} label={label} how={how}>
            {says}
          </Row>
        ))}
        <Row label="Whose it is" how={line.whose === null ? "worked-out" : "account"}>
          {sayWhose(line.whose)}
        </Row>
        {page.attachments.map(({ name, exhibit }, i) => (
          <Row key={i} label="Came with it" how={how}>
            {name}
            {exhibit === null ? (
              <span className="line second">Its bytes are no file of the pack.</span>
            ) : (
              <span className="line">
                {exhibit.number} <ExhibitFile {...{ at, caseNumber, reason, now }} file={{ ...exhibit, name }} />
              </span>
            )}
          </Row>
        ))}
        {page.exhibits.map((file) => (
          <Row key={file.nth} label="Its file" how="record">
            {file.number} <ExhibitFile {...{ at, caseNumber, reason, now, file }} />
          </Row>
        ))}
        <Row label="How it reached them" how="record">
          {sayGradeWhole(line.grade)}
        </Row>
        <Row label="Read again here" how="record">
          {agreementSays[line.agreement] ?? line.agreement}
        </Row>
        {page.readBy && (
          <Row label="Read on their side" how="record">
            {page.readBy.name} {page.readBy.version}
            {Object.entries(page.readBy.importers).map(([id, version]) => (
              <span key={id} className="line second">
                importer {id} {version}
              </span>
            ))}
          </Row>
        )}
        {page.source.name !== "" && (
          <Row label="In the file" how="record">
            {page.source.name}, bytes {sayNumber(page.source.start)} to {sayNumber(page.source.end)}
          </Row>
        )}
      </dl>
    </>
  );
}

/** By whom it was done, as far as was stated in its pack. */
function sayWhose(whose: string | null): string {
  if (whose === null) return "nobody said: the pack states nothing that can be used";
  return whoseSays[whose] ?? whose;
}

// partial: another word of a newer server stands as it is.
const whoseSays: Readonly<Record<string, string>> = {
  hers: "the person’s own",
  "theirs as the record shows": "theirs: the record itself names them, as was stated",
  "theirs, she is sure": "theirs: the person is sure",
  "perhaps theirs": "perhaps theirs: the person thinks so",
  withheld: "nobody is named, or nobody can say",
  other: "somebody else’s, or it was not said whose",
};

const aMinute = 60_000;

function Row({ label, how, children }: { readonly label: string; readonly how: WayOfKnowing; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd>
        <KnownBy how={how} />
      </dd>
    </div>
  );
}

// partial: another word of a newer pack stands as it is.
const agreementSays: Readonly<Record<string, string>> = {
  agrees: "the same act came out",
  differs: "it came out otherwise: both stay, marked",
  "not-compared": "not compared: its file is not in the pack, or not as it was",
};
