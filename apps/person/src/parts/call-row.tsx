import type { ReactElement } from "react";
import { Icon } from "./icon.tsx";

/** The one red thing. */
export function CallRow(): ReactElement {
  return (
    <>
      <a className="danger" href="tel:999">
        <Icon name="phone" />
        Call 999
      </a>
      <p className="second">
        Can’t speak? Call from a mobile, listen, then press <strong>55</strong> when you are asked.
      </p>
    </>
  );
}
