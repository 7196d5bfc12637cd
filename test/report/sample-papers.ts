import type { Instant } from "@unmask/core";
import type { AcknowledgementSource, DaySheetSource } from "@unmask/case";
import { paperLaw, sampleBundle, withheld } from "./sample-bundle.ts";

/** The two small papers of an order, about invented people. */

/** What Gary Slade notified at Tarn Road. */
export const sampleAcknowledgement: AcknowledgementSource = {
  number: "ACK-26-0118",
  force: "Northshire Police",
  station: "Tarn Road police station",
  made: Date.UTC(2026, 10, 2, 18, 1) as Instant,
  zone: sampleBundle.zone,
  law: paperLaw,
  template: sampleBundle.template,
  order: { id: "SPO-26-025-I", which: "interim", court: "Northshire Magistrates’ Court", made: "2026-10-27" },
  served: { day: "2026-10-31", runs: true },
  name: "Gary Slade",
  day: "2026-11-02",
  at: "17:52",
  inPerson: true,
  toWhom: "PC 3310 Ruth Amadi",
  names: ["Gary Slade", "Gaz Slade"],
  allNames: "yes",
  address: "41 Tanyard Close, Northmere",
  identity: "photograph",
  receipts: [{ notice: "first", period: { within: true } }],
  entry: 47,
  withheld: [["Nadia Khan"], ["Farah Khan"]],
  reached: withheld.flat(),
};

/** A day in December. */
export const sampleDaySheet: DaySheetSource = {
  force: "Northshire Police",
  writer: "Dilys Parry",
  made: Date.UTC(2026, 11, 11, 7, 30) as Instant,
  zone: sampleBundle.zone,
  from: "2026-12-11",
  to: "2026-12-18",
  rows: [
    {
      day: "2026-12-14",
      past: "2026-12-15",
      at: "10:00",
      what: "Court day: variation asked by the defendant",
      order: "SPO-26-019",
      subject: "Lee Marsh",
      why: "Northmere Magistrates’ Court",
      ours: true,
    },
    {
      day: "2026-12-11",
      past: "2026-12-12",
      what: "Notice of another home",
      order: "SPO-26-025",
      subject: "Gary Slade",
      section: "s9(4)",
      why: "moved on Wednesday 9 December; due until the end of this day",
      ours: true,
    },
    {
      day: "2026-12-11",
      past: "2026-12-12",
      what: "Last day",
      order: "WM-25-014",
      subject: "Owen Pike",
      section: "s3(1)",
      why: "fixed period; Westmere was asked on 1 December",
      ours: false,
    },
    {
      day: "2026-12-08",
      past: "2026-12-09",
      what: "First notice",
      order: "SPO-26-021",
      subject: "Dean Holt",
      section: "s10(1)",
      why: "came on 5 December to a station of another police area: an officer decides whether it counts",
      ours: true,
      open: "undecided",
    },
  ],
  ended: {
    days: 30,
    rows: [
      {
        day: "2026-12-01",
        what: "Interim order ended",
        order: "SPO-26-025-I",
        subject: "Gary Slade",
        section: "s5",
        why: "the application was determined",
        ours: true,
      },
    ],
  },
  law: paperLaw,
  template: sampleBundle.template,
  withheld,
};
