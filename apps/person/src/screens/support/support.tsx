import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { type SupportContact, civilFromDays, daysFromCivil, msPerDay, parseCivilDay } from "@unmask/core";
import { readClock } from "@unmask/fittings-browser";
import { type SupportFor, type SupportShown, isSaidNotOnBill, supportFor, supportNeeds } from "@unmask/law";
import { sayDay } from "@unmask/words";
import { Icon } from "../../parts/icon.tsx";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { PlaceField } from "./place-field.tsx";
import { readNeedWords } from "./need-words.ts";

/** Who can help, by place and need. Nothing here asks anything of anybody before she presses. */
export function Support(walk: Walk): ReactElement {
  const { session, change, navigation } = walk;
  const { place, need } = session.asked;
  const needWords = readNeedWords();
  const { emergency, services, withheld } = supportShownNow(walk);
  return (
    <Page title={t`People who can help`} actions={<EmergencyRow emergency={emergency} />}>
      <EmergencyWords emergency={emergency} />
      <PlaceField {...walk} />
      <p className="field asked">
        <label htmlFor="need">
          <Trans>I need</Trans>
        </label>
        <select
          id="need"
          value={need}
          onChange={({ target }) => {
            const chosen = supportNeeds.find((one) => one === target.value);
            if (chosen !== undefined) change({ asked: { place, need: chosen } });
          }}
        >
          {supportNeeds.map((one) => (
            <option key={one} value={one}>
              {needWords[one]}
            </option>
          ))}
        </select>
      </p>
      <p role="status" className="unseen">
        {plural(services.length, { one: "# entry", other: "# entries" })}
      </p>
      <div className="services">
        {services.map((service) => (
          <Service
            key={`${place} ${need} ${service.id}`}
            service={service}
            onLarge={(number) => navigation.go({ name: "support-number", service: service.name, number })}
          />
        ))}
      </div>
      {withheld > 0 && (
        <p className="second">
          {plural(withheld, {
            one: "# more is not shown: nobody has confirmed how to reach it.",
            other: "# more are not shown: nobody has confirmed how to reach them.",
          })}
        </p>
      )}
      <div className="onward">
        {(
          [
            ["friend", t`Helping a friend`],
            ["advocate", t`For an advocate`],
          ] as const
        ).map(([topic, says]) => (
          <button key={topic} type="button" className="row" onClick={() => navigation.go({ name: "learn-topic", topic })}>
            {says}
            <Icon name="onward" />
          </button>
        ))}
        <button type="button" className="row" onClick={() => navigation.go({ name: "learn" })}>
          <Trans>What is good to know</Trans>
          <Icon name="onward" />
        </button>
      </div>
    </Page>
  );
}

/** What is shown today for where she lives and what she needs. */
export function supportShownNow({ session }: Pick<Walk, "session">): SupportFor {
  return supportFor(session.asked.place, session.asked.need, civilFromDays(Math.floor(readClock() / msPerDay)));
}

/** The number for an emergency as words, and what to do where somebody cannot speak. */
export function EmergencyWords({ emergency }: Pick<SupportFor, "emergency">): ReactElement {
  return (
    <p>
      {numbersOf(emergency).map(({ number, says }) => (
        <span key={number}>
          <Trans>
            In danger now: <a href={`tel:${number}`}>{number}</a>.
          </Trans>{" "}
          {says}
        </span>
      ))}
    </p>
  );
}

/** The one red thing. */
function EmergencyRow({ emergency }: Pick<SupportFor, "emergency">): ReactElement {
  return (
    <>
      {numbersOf(emergency).map(({ number }) => (
        <a key={number} className="danger" href={`tel:${number}`}>
          <Icon name="phone" />
          <Trans>In danger now: {number}</Trans>
        </a>
      ))}
    </>
  );
}

type NumberContact = Exclude<SupportContact, { readonly way: "site" }>;

function numbersOf({ contacts }: SupportShown): readonly NumberContact[] {
  return contacts.filter((contact) => contact.way !== "site");
}

/** One entry: what it is in its row, and below it, once it is opened, a warning before each button. One is open at a time. */
function Service({ service, onLarge }: { readonly service: SupportShown; readonly onLarge: (number: string) => void }): ReactElement {
  const { name, for: whom, does, contacts, hours = t`not known` } = service;
  return (
    <details name="service">
      <summary>
        <span>
          <strong>{name}</strong>
          <span className="brief">
            <Trans>For {whom}.</Trans> {does}
          </span>
          <span className="ways-to">
            {contacts.map((contact) => (
              <span key={addressOf(contact)}>
                {contact.way === "text" && t`Text:`}{" "}
                <strong>
                  <bdi>{contact.way === "site" ? contact.site : contact.number}</bdi>
                </strong>{" "}
                {contact.says}
              </span>
            ))}
          </span>
          <span className="second brief">
            <Trans>Hours: {hours}.</Trans>
          </span>
          <span className="small brief">{sayRead(service)}</span>
        </span>
      </summary>
      {contacts.map((contact) => (
        <Reach key={addressOf(contact)} contact={contact} onLarge={onLarge} />
      ))}
    </details>
  );
}

function sayRead({ checkedOn, isFromCopies, isOld }: SupportShown): string {
  const civil = parseCivilDay(checkedOn);
  const day = civil === undefined ? checkedOn : sayDay(daysFromCivil(civil));
  const read = isFromCopies ? t`From copies, read ${day}` : t`Read ${day}`;
  return isOld ? t`${read}, long ago: it may have changed` : read;
}

const schemes = { call: "tel:", text: "sms:", site: "https://" } as const;

function addressOf(contact: SupportContact): string {
  return schemes[contact.way] + (contact.way === "site" ? contact.site : contact.number.replaceAll(" ", ""));
}

/** One way to reach a service: what it leaves behind is said before the button. */
function Reach({ contact, onLarge }: { readonly contact: SupportContact; readonly onLarge: (number: string) => void }): ReactElement {
  const address = addressOf(contact);
  if (contact.way === "site") {
    const { site } = contact;
    return (
      <>
        <div className="mind">
          <p>
            <Trans>
              <strong>Before you open it:</strong> it opens a page outside, in a window of its own. That page is not told where you came
              from. The history of this browser keeps it, and whoever shares your account may see it.
            </Trans>
          </p>
        </div>
        <a className="secondary" href={address} target="_blank" rel="noreferrer" referrerPolicy="no-referrer">
          <Trans>Open {site}</Trans>
        </a>
      </>
    );
  }
  const { way, number } = contact;
  return (
    <>
      <div className="mind">
        <p>
          <strong>{way === "call" ? t`Before you ring:` : t`Before you write:`}</strong>{" "}
          {isSaidNotOnBill(number) ? t`it is said not to be on the bill.` : t`it may be on the bill: that is not known.`}{" "}
          {way === "call"
            ? t`It stays in this phone’s list of calls, and whoever shares the account may see that list.`
            : t`It stays with this phone’s messages, and whoever shares the account may see them.`}
        </p>
      </div>
      <a className="secondary" href={address}>
        <Icon name="phone" />
        {way === "call" ? t`Ring ${number}` : t`Write to ${number}`}
      </a>
      <p>
        <button type="button" className="bare underlined" onClick={() => onLarge(number)}>
          <Trans>
            Show it large, for another phone<span className="unseen">: {number}</span>
          </Trans>
        </button>
      </p>
    </>
  );
}
