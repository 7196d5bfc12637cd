import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { saySize } from "@unmask/words";
import { type ReactElement, useState } from "react";
import type { HandedFile } from "../../engine/protocol.ts";
import { Picker } from "../../parts/picker.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { newPath } from "../../ports/new-path.ts";
import type { DraftedFile } from "../../vault/protocol.ts";
import type { ExifTold } from "./exif-told.tsx";

/** Photos and files that go with an entry: kept as they are. */
export function EntryFiles({
  files,
  onChange,
}: {
  readonly files: readonly DraftedFile[];
  readonly onChange: (files: readonly DraftedFile[]) => void;
}): ReactElement {
  const change = (i: number, changed: Partial<DraftedFile>): void =>
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
        {files.map(({ name, size, file, isLost, from, changed }, i) => (
          <li key={`${name} ${i}`} className="whole-row">
            <p className="sides">
              <span>
                <bdi>{name}</bdi> <span className="second">{saySize(size)}</span>
              </span>
              <button type="button" className="bare underlined" onClick={() => onChange(files.filter((_, place) => place !== i))}>
                <Trans>
                  Remove<span className="unseen"> {name}</span>
                </Trans>
              </button>
            </p>
            {isLost && (
              <p className="amber">
                <Trans>It could not be sealed before your notes were locked. Remove it, and choose it again.</Trans>
              </p>
            )}
            {file && isPicture(name, file) && <PictureSaysHere name={name} file={file} />}
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
      <Picker picks="files" onPicked={(picked) => onChange([...files, ...picked.map(drafted)])}>
        <Trans>Choose photos or files</Trans>
      </Picker>
    </>
  );
}

/** It is sealed as soon as it is chosen. */
const drafted = ({ name, file }: HandedFile): DraftedFile => ({ name, file, size: file.size, sealed: newPath("originals") });

/** What is fetched for it. */
interface ToldPart {
  readonly ExifTold: typeof ExifTold;
}

/** Whether it may say when and where it was taken. */
function isPicture(name: string, { type }: Blob): boolean {
  return type.startsWith("image/") || /\.(?:jpe?g|hei[cf]|tiff?)$/i.test(name);
}

/** What the picture says about itself: what reads it is fetched, and the file is looked into, when she asks and not before. */
function PictureSaysHere({ name, file }: { readonly name: string; readonly file: Blob }): ReactElement {
  const [part, setPart] = useState<ToldPart | "missing">();
  const ask = (): void => void import("./exif-told.tsx").then(setPart, () => setPart("missing"));
  if (part !== undefined && part !== "missing") return <part.ExifTold file={file} />;
  return (
    <>
      <p>
        <button type="button" className="bare underlined" onClick={ask}>
          <Trans>
            What this picture says<span className="unseen">: {name}</span>
          </Trans>
        </button>
      </p>
      {part === "missing" && (
        <p role="alert">
          <Trans>What reads it could not be fetched. Try again when there is a network.</Trans>
        </p>
      )}
    </>
  );
}
