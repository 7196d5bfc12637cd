import type { ReactElement } from "react";
import { type SupportContact, civilFromDays, daysFromCivil, msPerDay, parseCivilDay } from "@unmask/core";
import { readClock } from "@unmask/fittings-browser";
import { type SupportFor, type SupportShown, isSaidNotOnBill, supportFor, supportNeeds } from "@unmask/law";
import { sayCount, sayDay } from "@unmask/words";
import { Icon } from "../../parts/icon.tsx";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { PlaceField } from "./place-field.tsx";
import { needWords } from "./need-words.ts";

/** Who can help, by place and need. Nothing here asks anything of anybody before she presses. */
export function Support(walk: Walk): ReactElement {
  const { session, change, navigation } = walk;
  const { place, need } = session.asked;
  const { emergency, services, withheld } = supportShownNow(walk);
  return (
    <Page title="People who can help" actions={<EmergencyRow emergency={emergency} />}>
      <EmergencyWords emergency={emergency} />
      <PlaceField {...walk} />
      <p className="field asked">
        <label htmlFor="need">I need</label>
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
        {sayCount(services.length, "entry", "entries")}
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
          {withheld === 1 ? "1 more is not shown: nobody has" : `${withheld} more are not shown: nobody has`} confirmed how to reach{" "}
          {withheld === 1 ? "it" : "them"}.
        </p>
      )}
      <div className="onward">
        {(
          [
            ["friend", "Helping a friend"],
            ["advocate", "For an advocate"],
          ] as const
        ).map(([topic, says]) => (
          <button key={topic} type="button" className="row" onClick={() => navigation.go({ name: "learn-topic", topic })}>
            {says}
            <Icon name="onward" />
          </button>
        ))}
        <button type="button" className="row" onClick={() => navigation.go({ name: "learn" })}>
          What is good to know
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
      {emergency.contacts.map(
        (contact) =>
          contact.way !== "site" && (
            <span key={contact.number}>
              In danger now: <a href={`tel:${contact.number}`}>{contact.number}</a>. {contact.says}
            </span>
          ),
      )}
    </p>
  );
}

/** The one red thing. */
function EmergencyRow({ emergency }: Pick<SupportFor, "emergency">): ReactElement {
  return (
    <>
      {emergency.contacts.map(
        (contact) =>
          contact.way !== "site" && (
            <a key={contact.number} className="danger" href={`tel:${contact.number}`}>
              <Icon name="phone" />
              In danger now: {contact.number}
            </a>
          ),
      )}
    </>
  );
}

/** One entry: what it is in its row, and below it, once it is opened, a warning before each button. One is open at a time. */
function Service({ service, onLarge }: { readonly service: SupportShown; readonly onLarge: (number: string) => void }): ReactElement {
  const { name, does, contacts, hours } = service;
  return (
    <details name="service">
      <summary>
        <span>
          <strong>{name}</strong>
          <span className="brief">
            For {service.for}. {does}
          </span>
          <span className="ways-to">
            {contacts.map((contact) => (
              <span key={addressOf(contact)}>
                {contact.way === "text" && "Text: "}
                <strong>
                  <bdi>{contact.way === "site" ? contact.site : contact.number}</bdi>
                </strong>{" "}
                {contact.says}
              </span>
            ))}
          </span>
          <span className="second brief">Hours: {hours ?? "not known"}.</span>
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
  const day = parseCivilDay(checkedOn);
  const read = `${isFromCopies ? "From copies, read" : "Read"} ${day === undefined ? "on a day that is not known" : sayDay(daysFromCivil(day))}`;
  return isOld ? `${read}, long ago: it may have changed` : read;
}

const schemes = { call: "tel:", text: "sms:", site: "https://" } as const;

function addressOf(contact: SupportContact): string {
  return schemes[contact.way] + (contact.way === "site" ? contact.site : contact.number.replaceAll(" ", ""));
}

/** One way to reach a service: what it leaves behind is said before the button. */
function Reach({ contact, onLarge }: { readonly contact: SupportContact; readonly onLarge: (number: string) => void }): ReactElement {
  const { way } = contact;
  const address = addressOf(contact);
  if (contact.way === "site")
    return (
      <>
        <div className="mind">
          <p>
            <strong>Before you open it:</strong> it opens a page outside, in a window of its own. That page is not told where you came from.
            The history of this browser keeps it, and whoever shares your account may see it.
          </p>
        </div>
        <a className="secondary" href={address} target="_blank" rel="noreferrer" referrerPolicy="no-referrer">
          Open {contact.site}
        </a>
      </>
    );
  const { number } = contact;
  return (
    <>
      <div className="mind">
        <p>
          <strong>{way === "call" ? "Before you ring:" : "Before you write:"}</strong>{" "}
          {isSaidNotOnBill(number) ? "it is said not to be on the bill." : "it may be on the bill: that is not known."}{" "}
          {way === "call" ? "It stays in this phone’s list of calls," : "It stays with this phone’s messages,"} and whoever shares the
          account may see that list.
        </p>
      </div>
      <a className="secondary" href={address}>
        <Icon name="phone" />
        {way === "call" ? "Ring" : "Write to"} {number}
      </a>
      <p>
        <button type="button" className="bare underlined" onClick={() => onLarge(number)}>
          Show it large, for another phone<span className="unseen">: {number}</span>
        </button>
      </p>
    </>
  );
}
