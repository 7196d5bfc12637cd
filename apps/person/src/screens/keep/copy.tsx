import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { saySize } from "@unmask/words";
import { Caveat, Hindrance } from "../../parts/caveats.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Page } from "../../parts/page.tsx";
import { Picker } from "../../parts/picker.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { dayOf, dayOfMoment, momentNow } from "../../parts/moments.ts";
import { canChoosePlace, choosePlace } from "../../ports/save-file.ts";
import type { Walk } from "../../session.ts";
import type { ShownDrill } from "../../vault/protocol.ts";
import { DrillView } from "./drill-view.tsx";
import { useAsking } from "./use-asking.ts";

/** A copy that was made. */
interface MadeCopy {
  readonly name: string;
  readonly bytes: number;
  /** Where she chose to lay it. */
  readonly handle?: FileSystemFileHandle | undefined;
  /** Where she could not choose: it is handed to the browser to save. */
  readonly blob?: Blob | undefined;
}

/** What trying a copy came to, and when. */
interface TriedCopy {
  readonly drill: ShownDrill;
  readonly file: File;
  readonly moment: string;
}

/** One file with all that is kept, sealed as it lies; then it is tried from where it was saved. */
export function CopyScreen(walk: Walk): ReactElement {
  const { vault, engine, navigation } = walk;
  const asking = useAsking(walk);
  const [isAsked, setAsked] = useState(false);
  const [made, setMade] = useState<MadeCopy>();
  const [tried, setTried] = useState<TriedCopy>();
  const status = vault.status?.is === "open" ? vault.status : undefined;

  const attempt = async (file: File): Promise<void> => {
    const answer = await asking.ask({ ask: "try copy", file });
    if (answer.answer === "drill") setTried({ drill: answer.drill, file, moment: momentNow().moment });
  };
  const make = async (): Promise<void> => {
    const handle = canChoosePlace() ? await choosePlace(`notes-${momentNow().iso}.tar`) : undefined;
    if (handle === undefined && canChoosePlace()) return asking.refuse(t`No place was chosen, so no copy was made.`);
    const answer = await asking.ask({ ask: "make copy", ...(handle && { to: handle }) });
    if (answer.answer !== "copy made") return;
    setMade({ name: handle?.name ?? answer.name, bytes: answer.bytes, handle, blob: answer.blob });
    if (handle) await attempt(await handle.getFile());
  };
  const again = (): void => {
    setAsked(false);
    setMade(undefined);
    setTried(undefined);
  };

  if (asking.going) {
    const done = saySize(asking.going.done);
    const total = saySize(asking.going.total);
    return (
      <Page
        title={made || tried ? t`Trying the copy` : t`Making the copy`}
        actions={
          <button type="button" className="secondary" onClick={() => engine.stop()}>
            <Trans>Stop</Trans>
          </button>
        }
      >
        <ProgressView
          {...asking.going}
          says={
            asking.going.total > 0
              ? t`${done} of about ${total}. Your notes are not changed.`
              : t`Getting ready. Your notes are not changed.`
          }
        />
      </Page>
    );
  }
  if (tried) return <DrillView {...walk} {...tried} onAgain={again} />;
  if (made) {
    return (
      <Page
        kicker={t`${made.name}, ${saySize(made.bytes)}`}
        title={made.blob ? t`Save the copy, then try it` : t`Now try the copy`}
        actions={
          <>
            {made.blob && <SaveLink name={made.name} blob={made.blob} onAsk={() => setAsked(true)} />}
            <button type="button" className="bare underlined" onClick={again}>
              <Trans>Make it again</Trans>
            </button>
          </>
        }
      >
        {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
        <p className="second" role="status">
          {isAsked && <Trans>Handed to the browser to save. It lies among its downloads.</Trans>}
        </p>
        <p>
          <Trans>Open the file from where you saved it: every byte is then compared with what is kept here.</Trans>
        </p>
        <p>
          <Picker picks="one" onPicked={([picked]) => picked && void attempt(picked.file)}>
            <Trans>Try the copy</Trans>
          </Picker>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={t`A copy for another place`}
      actions={
        <button type="button" className="primary" onClick={() => void make()}>
          <Trans>Make a copy</Trans>
        </button>
      }
    >
      <p>
        <Trans>
          One file with everything that is kept here, sealed. Nobody can open it without your passphrase or your twelve words. Its name says
          “notes” and nothing else.
        </Trans>
      </p>
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      <dl className="facts">
        <div>
          <dt>
            <Trans>Last copy</Trans>
          </dt>
          <dd>{status?.copyMade === undefined ? <Trans>None yet</Trans> : dayOf(dayOfMoment(status.copyMade))}</dd>
        </div>
        <div>
          <dt>
            <Trans>Last tried</Trans>
          </dt>
          <dd>{status?.copyTried === undefined ? <Trans>Not yet</Trans> : dayOf(status.copyTried)}</dd>
        </div>
      </dl>
      <p className="second">
        <Trans>Lay it where this phone is not: on a stick, or with somebody you trust. The more places, the better.</Trans>
      </p>
      <Caveat>
        <p>
          <Trans>A cloud that you share with somebody shows them that there is a file. They can’t open it.</Trans>
        </p>
      </Caveat>
      <p>
        <Picker picks="one" onPicked={([picked]) => picked && void attempt(picked.file)}>
          <Trans>Try a copy that I have</Trans>
        </Picker>
      </p>
      <p>
        <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "keep", at: "been-here" })}>
          <Trans>Bring notes back from a copy</Trans>
        </button>
      </p>
    </Page>
  );
}

function SaveLink({ name, blob, onAsk }: { readonly name: string; readonly blob: Blob; readonly onAsk: () => void }): ReactElement {
  return (
    <a className="primary with-icon" href={useAddress(blob)} download={name} onClick={onAsk}>
      <Icon name="save" />
      <Trans>Save the copy</Trans>
    </a>
  );
}
