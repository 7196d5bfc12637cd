import { type ReactElement, useEffect, useState } from "react";
import { mayDo, parseRole } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { exhibitPicture } from "../desk/exhibits.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { isShownPicture, sayOtherPicture } from "../desk/other-picture.ts";
import type { RedrawnPicture } from "../ports/pictures.ts";
import { FileDialog } from "./file-dialog.tsx";
import { Hindrance } from "./hindrance.tsx";

/** What can be done with the file of an exhibit: a picture is looked at, written anew; the file itself is taken out. */
export function ExhibitFile({
  at,
  caseNumber,
  file,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly caseNumber: string;
  readonly file: {
    readonly item: string;
    readonly nth: number;
    readonly number: string;
    readonly path: string | null;
    readonly name: string | null;
  };
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const [isTaking, setTaking] = useState(false);
  const path = `cases/${caseNumber}/exhibits/${file.item}/${file.nth}`;
  if (file.path === null) return <span className="second-words">Held back: the pack has its hash alone.</span>;
  const role = parseRole(at.me.officer.role);
  const otherPicture = sayOtherPicture(file.path, file.name);
  const mayTake = role !== undefined && mayDo(role, "download-exhibit", "member").allowed;
  return (
    <>
      {otherPicture !== undefined && <span className="second-words">{otherPicture} </span>}
      {isShownPicture(file.path) && <LookAtPicture {...{ at, path, reason, now }} number={file.number} />}
      {mayTake ? (
        <button type="button" className="in-line" onClick={() => setTaking(true)}>
          Take out the file<span className="unseen"> of {file.number}</span>
        </button>
      ) : (
        <span className="second-words">Its investigator can take the file out.</span>
      )}
      {isTaking && <FileDialog {...{ at, path, now }} number={file.number} close={() => setTaking(false)} />}
    </>
  );
}

type Looked =
  | { readonly is: "shown"; readonly picture: RedrawnPicture }
  | { readonly is: "not"; readonly why: string }
  | { readonly is: "hindered"; readonly answer: Answer<unknown> };

function LookAtPicture({
  at,
  path,
  number,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly path: string;
  readonly number: string;
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const [looked, setLooked] = useState<Looked | "waiting" | undefined>(undefined);
  const { desk, pictures } = at.world;
  const shown = looked !== "waiting" && looked?.is === "shown" ? looked.picture : undefined;
  useEffect(() => (shown ? () => pictures.forget(shown) : undefined), [pictures, shown]);
  const look = async (): Promise<void> => {
    setLooked("waiting");
    const answer = await desk.get(`${path}/picture`, exhibitPicture, reason);
    if (answer.came !== "value") return setLooked({ is: "hindered", answer });
    at.tellLog(answer.value.log);
    const { picture, whyNot = "It is not shown." } = answer.value;
    if (picture === null) return setLooked({ is: "not", why: whyNot });
    const drawn = await pictures.redraw({ bytes: picture.bytes, type: picture.format === "png" ? "image/png" : "image/jpeg" });
    setLooked(drawn.ok ? { is: "shown", picture: drawn.value } : { is: "not", why: drawn.error });
  };
  if (looked === undefined)
    return (
      <button type="button" className="in-line" onClick={() => void look()}>
        Look at the picture<span className="unseen"> {number}</span>
      </button>
    );
  if (looked === "waiting") return <span role="status">Writing the picture anew.</span>;
  if (looked.is === "hindered") return <Hindrance answer={looked.answer} now={now} again={() => void look()} />;
  if (looked.is === "not")
    return (
      <span role="status" className="bold mind">
        {looked.why}
      </span>
    );
  return (
    <figure className="shown-picture">
      <img
        src={looked.picture.address}
        width={looked.picture.width}
        height={looked.picture.height}
        alt={`Picture ${number}, as it was handed over; nobody has described it`}
      />
      <figcaption className="second-words">
        Written anew, {sayNumber(looked.picture.width)} × {sayNumber(looked.picture.height)} dots: no place, no camera and no time of the
        file is in it, also when it is saved from here. The original goes out as a file alone.{" "}
        <button type="button" className="in-line" onClick={() => setLooked(undefined)}>
          Close it
        </button>
      </figcaption>
    </figure>
  );
}
