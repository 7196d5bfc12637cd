import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Page } from "../parts/page.tsx";
import { type Walk, withoutImport } from "../session.ts";

/** Zones of the browser's own list, and the one that it leaves out. */
const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].sort();

/** The clock that these phones showed: asked once, because many files leave it out. */
export function ZoneChoice({ session, change, navigation }: Walk): ReactElement {
  return (
    <Page
      title={t`Which clock did these phones show?`}
      actions={
        <button type="button" className="primary" onClick={() => navigation.go({ name: "reading" })}>
          <Trans>Read my files</Trans>
        </button>
      }
    >
      <p>
        <Trans>Many files write “02:10” and not where. Tell us once, so that nights are nights.</Trans>
      </p>
      <p className="field">
        <label htmlFor="zone">
          <Trans>Time zone of the phones</Trans>
        </label>
        <select id="zone" value={session.zone} onChange={({ target }) => change({ zone: target.value, ...withoutImport })}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </p>
      <p className="second">
        <Trans>
          Europe/London is the clock of the United Kingdom, summer time and all. Where a file says its own time zone, the file is believed.
          This is printed in the report.
        </Trans>
      </p>
    </Page>
  );
}
