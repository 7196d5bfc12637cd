import type { ReactElement } from "react";
import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayDay } from "@unmask/words";
import { methods, methodsReadOn } from "./methods.ts";

/** Each way with its signs, and beside each sign what else it can be. One is open, the others are rows. */
export function Methods(): ReactElement {
  const read = parseCivilDay(methodsReadOn);
  return (
    <>
      <div className="services">
        {methods.map(({ title, where, sign, signs, keep }, i) => (
          <details key={title} name="method" open={i === 0}>
            <summary>
              <span>
                <strong>{title}</strong>
                <span className="brief">{where}</span>
                <span className="second brief">Sign: {sign}</span>
              </span>
            </summary>
            <table className="signs">
              <thead>
                <tr>
                  <th scope="col">Sign</th>
                  <th scope="col">What else it can be</th>
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
              <strong>Can be kept:</strong> {keep}
            </p>
          </details>
        ))}
      </div>
      <p className="second">
        “Nothing found” is not “nothing there”. These signs are in our words, after guides that were read on{" "}
        {read === undefined ? methodsReadOn : sayDay(daysFromCivil(read))}. Nobody of the trade has read them yet.
      </p>
    </>
  );
}
