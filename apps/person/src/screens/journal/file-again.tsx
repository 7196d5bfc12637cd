import { Trans } from "@lingui/react/macro";
import type { EntryFile } from "@unmask/core";
import { type ReactElement, useState } from "react";
import { useAddress } from "../../parts/use-address.ts";
import type { KeptHere } from "../../vault/use-vault.ts";
import { sayNotDone } from "./use-asked.ts";

/** A browser lays what does not fit its memory on the disk, where it is not sealed: a long film is not opened here. Bytes. */
const mostShown = 32 * 2 ** 20;

/**
 * A file of an entry, opened when she asks and not before. Whether it is a picture its bytes say: it is drawn where the browser can, as a picture, in which
 * nothing runs; a drawing that is a document (SVG) is none. It is blurred until she presses once more: it can be the last thing that she wants to see, and
 * somebody may stand beside her. Everything can be saved, and nothing else is opened here. It goes with the screen.
 */
export function FileAgain({
  file: { name, size, sha256 },
  vault,
}: {
  readonly file: Pick<EntryFile, "name" | "size" | "sha256">;
  readonly vault: KeptHere;
}): ReactElement | null {
  const [blob, setBlob] = useState<Blob>();
  const [says, setSays] = useState<string>();
  const [picture, setPicture] = useState<"blurred" | "clear" | "none">("blurred");
  const address = useAddress(blob);
  const look = async (): Promise<void> => {
    const answer = await vault.ask({ ask: "original", sha256 });
    if (answer.answer === "original") setBlob(answer.blob);
    else setSays(sayNotDone(answer));
  };
  if (size > mostShown) return null;
  if (address === undefined) {
    return (
      <>
        <button type="button" className="bare underlined" onClick={() => void look()}>
          <Trans>
            Look at it<span className="unseen">: {name}</span>
          </Trans>
        </button>
        <span role="alert">{says}</span>
      </>
    );
  }
  return (
    <>
      {picture !== "none" && (
        <button type="button" className="bare" onClick={() => setPicture("clear")}>
          <img src={address} alt={name} className={picture} onError={() => setPicture("none")} />
        </button>
      )}
      <a href={address} download={name}>
        <Trans>Save it unsealed</Trans>
      </a>
    </>
  );
}
