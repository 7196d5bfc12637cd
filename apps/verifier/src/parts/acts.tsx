import { type ReactElement, useEffect, useRef, useState } from "react";
import { type Identity, type TimelineAct, parseZone } from "@unmask/core";
import type { CheckedExhibit, ToldAct } from "@unmask/corridor";
import { sayChannel, sayCount, sayFlagInFull, sayGrade, sayIdentity, sayKind, sayMoment, sayNumber } from "@unmask/words";

/** Acts of one page. */
const pageLength = 50;
/** Longest text shown. A message of megabytes would freeze the page; the whole of it stands in the pack. */
const mostTextShown = 20_000;

/** The acts of the pack, a page at a time, each with the exhibits that it stands in and whether they are as sealed. */
export function Acts({
  total,
  zoneName,
  exhibits,
  read,
}: {
  readonly total: number;
  readonly zoneName: string;
  readonly exhibits: readonly CheckedExhibit[];
  readonly read: (from: number, count: number) => Promise<readonly ToldAct[]>;
}): ReactElement {
  const [from, setFrom] = useState(0);
  const [acts, setActs] = useState<readonly ToldAct[]>();
  const [fault, setFault] = useState("");
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let isGone = false;
    read(from, pageLength).then(
      (page) => {
        if (isGone) return;
        setActs(page);
        top.current?.focus();
      },
      () => setFault("The acts could not be read: the file was moved or changed since it was checked."),
    );
    return () => {
      isGone = true;
    };
  }, [from, read]);
  const bad = new Set(exhibits.flatMap(({ number, file }) => (file && file.verdict !== "valid" ? [number] : [])));
  return (
    <section>
      <h2 tabIndex={-1} ref={top}>
        {total === 0
          ? "No act is shown"
          : `Acts ${sayNumber(from + 1)} to ${sayNumber(Math.min(total, from + pageLength))} of ${sayNumber(total)}`}
      </h2>
      {fault !== "" && <p className="amber">{fault}</p>}
      <ol className="acts">
        {acts?.map((told) => (
          <ActRow key={told.number} {...{ told, zoneName, bad }} />
        ))}
      </ol>
      {total > pageLength && (
        <p className="buttons">
          <button type="button" className="plain" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - pageLength))}>
            Earlier
          </button>
          <button type="button" className="plain" disabled={from + pageLength >= total} onClick={() => setFrom(from + pageLength)}>
            Later
          </button>
        </p>
      )}
    </section>
  );
}

function ActRow({
  told: { number, act, exhibits, attached },
  zoneName,
  bad,
}: {
  readonly told: ToldAct;
  readonly zoneName: string;
  readonly bad: ReadonlySet<string>;
}): ReactElement {
  const { text, attachments, flags, source } = act;
  const changed = exhibits.filter((one) => bad.has(one));
  return (
    <li>
      <p>
        <strong>Act {sayNumber(number)}</strong> · {sayWhat(act)} · {sayWhen(act, zoneName)} · from <bdi>{sayWho(act.from)}</bdi>
        {act.to.map((one, i) => (
          <span key={i}>
            {i === 0 ? " to " : ", "}
            <bdi>{sayWho(one)}</bdi>
          </span>
        ))}
      </p>
      {text !== null && text !== "" && (
        <blockquote dir="auto">{text.length <= mostTextShown ? text : `${text.slice(0, mostTextShown)} …`}</blockquote>
      )}
      {attachments.map(({ name, from, changed: edited }, i) => (
        <p key={i} className="second">
          With a file: {attached[i] !== undefined && <>{attached[i]} </>}
          <bdi>{name}</bdi>
          {from !== undefined && (
            <>
              {" "}
              · from: <q dir="auto">{from}</q>
            </>
          )}
          {edited !== undefined && (
            <>
              {" "}
              · changed before: <q dir="auto">{edited}</q>
            </>
          )}
        </p>
      ))}
      {flags
        .map((flag) => sayFlagInFull(flag))
        .map(
          (says) =>
            says !== "" && (
              <p key={says} className="second">
                {says}
              </p>
            ),
        )}
      <p className="second">
        Exhibit {exhibits.length === 0 ? "held back" : exhibits.join(", ")}, {sayGrade(act.grade)}, in <bdi>{source.name}</bdi>, bytes{" "}
        {sayNumber(source.start)} to {sayNumber(source.end)}.
      </p>
      {changed.length > 0 && (
        <p className="amber">
          <strong>
            {sayCount(changed.length, "exhibit")} of this act is not as it was sealed: {changed.join(", ")}.
          </strong>
        </p>
      )}
    </li>
  );
}

/** An export names its own phone by no number: at this desk it is nobody's "own". */
function sayWho(identity: Identity): string {
  return identity.kind === "owner" && identity.wrote === "" ? "the owner of the phone" : sayIdentity(identity);
}

function sayWhat(act: TimelineAct): string {
  const by = sayChannel(act.channel);
  return by === "" ? sayKind(act) : `${sayKind(act)}, ${by}`;
}

/** The time on the wall of the pack's own zone, no more exact than it is; as the source wrote it where the zone is not known here. */
function sayWhen({ when }: TimelineAct, zoneName: string): ReactElement {
  const zone = parseZone(zoneName);
  const isExact = when.latest - when.earliest < 60_000;
  return (
    <>
      {zone && `${sayMoment(when.earliest, zone)}${isExact ? "" : ` up to ${sayMoment(when.latest, zone)}`}`} (written{" "}
      <bdi>{when.wrote}</bdi>)
    </>
  );
}
