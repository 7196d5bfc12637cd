import { Plural, Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import type { Session } from "../session.ts";
import type { TakenFile } from "../vault/protocol.ts";

/** Names listed before the rest is summed up. */
const mostListed = 200;

/** What became of the files that she brought in: what is kept, what was here already, and what has to be brought again. */
export function TakenIn({ takenIn }: Pick<Session, "takenIn">): ReactElement | null {
  if (takenIn === undefined) return null;
  const { files, notReached } = takenIn;
  const of = (became: TakenFile["became"]): readonly string[] => files.flatMap((file) => (file.became === became ? [file.name] : []));
  const [kept, before, noRoom, changed] = [of("kept"), of("here-already"), of("no-room"), of("changed")];
  return (
    <>
      <p>
        <Plural
          value={kept.length}
          _0="No new file is kept on this device."
          one="# new file is sealed on this device."
          other="# new files are sealed on this device."
        />{" "}
        {before.length > 0 && (
          <Plural
            value={before.length}
            one="# was here already, and is not kept twice."
            other="# were here already, and are not kept twice."
          />
        )}
      </p>
      {noRoom.length + changed.length + notReached > 0 && (
        <div className="missing">
          <h2>
            <Trans>Bring these again</Trans>
          </h2>
          <ul>
            {noRoom.slice(0, mostListed).map((name) => (
              <li key={name}>
                <Trans>
                  <bdi>{name}</bdi>: there was no room. Its name and number are kept. Make room on this device first.
                </Trans>
              </li>
            ))}
            {changed.slice(0, mostListed).map((name) => (
              <li key={name}>
                <Trans>
                  <bdi>{name}</bdi>: it changed while it was read, and was not taken.
                </Trans>
              </li>
            ))}
            {notReached > 0 && (
              <li>
                <Plural
                  value={notReached}
                  one="# file was not reached, because you stopped."
                  other="# files were not reached, because you stopped."
                />
              </li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}
