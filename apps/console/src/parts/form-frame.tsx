import type { ReactElement, ReactNode } from "react";
import type { Instant } from "@unmask/core";
import type { Answer } from "../desk/answer.ts";
import { Hindrance } from "./hindrance.tsx";
import { Lack } from "./lack.tsx";

/** The frame of a form: its fields under their heading, then what is missing, what came of it, and what writes it. */
export function FormFrame({
  legend,
  isSmall = false,
  children,
  fault,
  came,
  now,
  again,
  save,
  end,
}: {
  readonly legend: string;
  readonly isSmall?: boolean;
  readonly children: ReactNode;
  /** What is still missing; empty: nothing. */
  readonly fault: string;
  readonly came: Answer<unknown> | undefined;
  readonly now: Instant;
  /** Reads the page again. */
  readonly again: () => void;
  /** Sends what is typed. */
  readonly save: () => Promise<void>;
  readonly end: ReactNode;
}): ReactElement {
  return (
    <fieldset className={isSmall ? "add-line small-form" : "add-line"}>
      <legend>{legend}</legend>
      {children}
      <Lack says={fault} />
      {came && <Hindrance answer={came} now={now} again={() => void save()} />}
      {came?.came === "no-connection" && <p>What you typed stays here until it is saved.</p>}
      {came?.came === "changed" && (
        <p>
          What you typed stays here.{" "}
          <button type="button" className="in-line" onClick={again}>
            Read what stands there now
          </button>
        </p>
      )}
      {end}
    </fieldset>
  );
}
