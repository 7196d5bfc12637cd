import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayDay } from "@unmask/words";
import { methodsReadOn, readMethods } from "./methods.ts";

/** Each way with its signs, and beside each sign what else it can be. One is open, the others are rows. */
export function Methods(): ReactElement {
  const civil = parseCivilDay(methodsReadOn);
  const day = civil === undefined ? methodsReadOn : sayDay(daysFromCivil(civil));
  return (
    <>
      <div className="services">
        {readMethods().map(({ title, where, sign, signs, keep }, i) => (
          <details key={title} name="method" open={i === 0}>
            <summary>
              <span>
                <strong>{title}</strong>
                <span className="brief">{where}</span>
                <span className="second brief">
                  <Trans>Sign: {sign}</Trans>
                </span>
              </span>
            </summary>
            <table className="signs">
              <thead>
                <tr>
                  <th scope="col">{t`Sign`}</th>
                  <th scope="col">{t`What else it can be`}</th>
                </tr>
              </thead>
              <tbody>
                {signs.map(([one, other]) => (
                  <tr key={one}>
                    <th scope="row">{one}</th>
                    <td>{other}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>
              <Trans>
                <strong>Can be kept:</strong> {keep}
              </Trans>
            </p>
          </details>
        ))}
      </div>
      <p className="second">
        <Trans>
          “Nothing found” is not “nothing there”. These signs are in our words, after guides that were read on {day}. Nobody of the trade
          has read them yet.
        </Trans>
      </p>
    </>
  );
}
