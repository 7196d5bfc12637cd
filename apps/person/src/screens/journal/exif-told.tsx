import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { sayDay } from "@unmask/words";
import { type ReactElement, useEffect, useState } from "react";
import { type PictureSays, type PictureTaken, mostOfPicture, readPicture } from "../../exif-of-picture.ts";

/** Places behind the point of a degree: ten metres, as near as a phone knows it. */
const placesOfDegree = 4;

/** What a picture says of when, where and with what it was taken. The file is read and not changed. */
export function ExifTold({ file }: { readonly file: Blob }): ReactElement | null {
  const [says, setSays] = useState<PictureSays | "damaged">();
  useEffect(() => {
    let isGone = false;
    void readFile(file).then((read) => {
      if (!isGone) setSays(read);
    });
    return () => {
      isGone = true;
    };
  }, [file]);
  if (says === undefined) return null;
  return (
    <div className="picture-says" role="status">
      {says === "damaged" ? (
        <p>
          <Trans>What this picture says about itself is damaged and can’t be read. It can be kept all the same.</Trans>
        </p>
      ) : (
        <Says {...says} />
      )}
    </div>
  );
}

/** A file that went meanwhile, or cannot be opened, is told as one that cannot be read. */
async function readFile(file: Blob): Promise<PictureSays | "damaged"> {
  const bytes = await file
    .slice(0, mostOfPicture)
    .arrayBuffer()
    .catch(() => undefined);
  const read = bytes === undefined ? undefined : await readPicture(new Uint8Array(bytes));
  return read?.ok === true ? read.value : "damaged";
}

function Says({ taken, place, device }: PictureSays): ReactElement {
  if (taken === undefined && place === undefined && device === undefined) {
    return (
      <p>
        <Trans>
          Nothing is found in it that says when, where or with what it was taken. Many apps take that off before they send a picture.
        </Trans>
      </p>
    );
  }
  return (
    <>
      <dl className="facts told">
        <div>
          <dt>
            <Trans>When it was taken</Trans>
          </dt>
          <dd>{taken === undefined ? <Trans>It does not say.</Trans> : sayTaken(taken)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Where</Trans>
          </dt>
          <dd>{place === undefined ? <Trans>It does not say.</Trans> : sayPlace(place)}</dd>
        </div>
        <div>
          <dt>
            <Trans>With what</Trans>
          </dt>
          <dd>{device === undefined ? <Trans>It does not say.</Trans> : <bdi>{device}</bdi>}</dd>
        </div>
      </dl>
      {place !== undefined && (
        <p>
          <strong>
            <Trans>This picture says a place. Whoever gets the file gets the place too.</Trans>
          </strong>
        </p>
      )}
      <p className="second">
        <Trans>A clock can be set wrong, and what a picture says can be changed. Nothing in the file was changed by looking.</Trans>
      </p>
    </>
  );
}

function sayTaken({ day, clock, offset }: PictureTaken): string {
  const moment = `${sayDay(day)}, ${clock}`;
  return offset === undefined
    ? t`${moment}, by the clock of what took it. In which time zone, it does not say.`
    : t`${moment}, by a clock that stood ${offset} from Greenwich time.`;
}

function sayPlace({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): string {
  const [up, across] = [Math.abs(latitude).toFixed(placesOfDegree), Math.abs(longitude).toFixed(placesOfDegree)];
  const north = latitude < 0 ? t`${up}° south` : t`${up}° north`;
  const east = longitude < 0 ? t`${across}° west` : t`${across}° east`;
  return `${north}, ${east}`;
}
