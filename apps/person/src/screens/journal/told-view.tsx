import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Happened } from "@unmask/core";
import { sayChannel, saySize } from "@unmask/words";
import type { ReactElement, ReactNode } from "react";
import type { ShownEntry } from "../../vault/protocol.ts";
import type { KeptHere } from "../../vault/use-vault.ts";
import { apart } from "../../words/apart.ts";
import { FileAgain } from "./file-again.tsx";
import { sayEntryKind, sayLifeArea } from "./words.ts";

/** What an entry or an added line says beside its words. */
type ToldHere = Omit<ShownEntry["stands"], "words">;

/** When it happened, as she said it; undefined where she did not. */
export function sayHappened(happened: Happened | undefined): string | undefined {
  if (happened === undefined) return undefined;
  return "notKnown" in happened ? t`When: not known` : happened.wrote;
}

/** What is said beside the words, each thing under its name. */
export function ToldView({ told, vault }: { readonly told: ToldHere; readonly vault: KeptHere }): ReactElement {
  const { who, fearedViolence, firstHand, toldBy } = told;
  return (
    <dl className="facts told">
      <Fact says={t`When`}>{sayHappened(told.happened)}</Fact>
      <Fact says={t`Who`}>{who && sayWho(who)}</Fact>
      <Fact says={t`How you know`}>{who?.how}</Fact>
      <Fact says={t`What it was`}>{told.kinds?.map(sayEntryKind).join("; ")}</Fact>
      <Fact says={t`By what way`}>{told.channel && sayChannel(told.channel)}</Fact>
      <Fact says={t`Word for word`}>{told.exact}</Fact>
      <Fact says={t`Seen there`}>{told.accounts?.join("\n")}</Fact>
      <Fact says={t`Where`}>{told.place}</Fact>
      <Fact says={t`How it felt`}>{told.felt}</Fact>
      <Fact says={t`Afraid of violence`}>{fearedViolence && sayFear(fearedViolence)}</Fact>
      <Fact says={t`What changed`}>{told.changed}</Fact>
      <Fact says={t`Part of life`}>{told.areas?.map(sayLifeArea).join("; ")}</Fact>
      <Fact says={t`Who saw it`}>{told.witnesses?.join("\n")}</Fact>
      <Fact says={t`With them`}>{told.others?.join("\n")}</Fact>
      <Fact says={t`What you did`}>{told.did}</Fact>
      <Fact says={t`Number`}>{told.references?.map((one) => `${apart(one.with)}: ${apart(one.number)}`).join("\n")}</Fact>
      <Fact says={t`Forbidden by`}>{told.breaks}</Fact>
      <Fact says={t`You know it`}>
        {firstHand && (firstHand === "seen" ? t`because you were there, or it came to you` : sayTold(toldBy))}
      </Fact>
      {told.files && (
        <Fact says={t`Files`}>
          {told.files.map(({ original, name, size, sha256, from, changed }) => (
            <span key={original} className="file-told">
              <bdi>{name}</bdi> <span className="second">{saySize(size)}</span>
              {from !== undefined && <span className="second">{from}</span>}
              {changed !== undefined && (
                <span className="second">
                  <Trans>Changed before: {changed}</Trans>
                </span>
              )}
              <span className="second hash">
                <Trans>Its number (SHA-256): {sha256}</Trans>
              </span>
              <FileAgain file={{ name, size, sha256 }} vault={vault} />
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function sayTold(by: string | undefined): string {
  return by === undefined ? t`because somebody told you` : t`because ${by} told you`;
}

function sayWho({ name, sure }: NonNullable<ToldHere["who"]>): string {
  if (sure === "not-known" || name === undefined) return t`You do not know who it was`;
  if (sure === undefined) return name;
  return sure === "certain" ? t`${name}, and you are certain` : t`${name}, as you think, and you are not certain`;
}

function sayFear(fear: NonNullable<ToldHere["fearedViolence"]>): string {
  if (fear === "yes") return t`Yes`;
  return fear === "no" ? t`No` : t`Not sure`;
}

function Fact({ says, children }: { readonly says: string; readonly children: ReactNode }): ReactElement | null {
  if (children === undefined || children === "") return null;
  return (
    <div>
      <dt>{says}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
