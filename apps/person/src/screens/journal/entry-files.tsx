import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { saySize } from "@unmask/words";
import type { ReactElement } from "react";
import { Picker } from "../../parts/picker.tsx";
import { TextField } from "../../parts/text-field.tsx";
import type { EntryHandedFile } from "../../vault/protocol.ts";

/** Photos and files that go with an entry: kept as they are. */
export function EntryFiles({
  files,
  onChange,
}: {
  readonly files: readonly EntryHandedFile[];
  readonly onChange: (files: readonly EntryHandedFile[]) => void;
}): ReactElement {
  const change = (i: number, changed: Partial<EntryHandedFile>): void =>
    onChange(files.map((file, place) => (place === i ? { ...file, ...changed } : file)));
  return (
    <>
      <p className="second">
        <Trans>
          The file is kept as it is, with a number that shows later whether anything in it was changed. The one on your phone stays where it
          is.
        </Trans>
      </p>
      <ul className="rows">
        {files.map(({ name, file, from, changed }, i) => (
          <li key={`${name} ${i}`} className="whole-row">
            <p className="sides">
              <span>
                <bdi>{name}</bdi> <span className="second">{saySize(file.size)}</span>
              </span>
              <button type="button" className="bare underlined" onClick={() => onChange(files.filter((_, place) => place !== i))}>
                <Trans>
                  Remove<span className="unseen"> {name}</span>
                </Trans>
              </button>
            </p>
            <TextField
              says={t`Which device it is from, or how you got it`}
              value={from ?? ""}
              onChange={(typed) => change(i, { from: typed })}
            />
            <TextField
              says={t`What was cut or edited before, if anything`}
              value={changed ?? ""}
              onChange={(typed) => change(i, { changed: typed })}
            />
          </li>
        ))}
      </ul>
      <Picker picks="files" onPicked={(picked) => onChange([...files, ...picked])}>
        <Trans>Choose photos or files</Trans>
      </Picker>
    </>
  );
}
