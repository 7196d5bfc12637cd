import type { Act, Identity } from "@unmask/core";
import { owner } from "@unmask/core";
import { between, identityIn, secondsOf, textWithAmount } from "../../table-cells.ts";
import type { NoAct, PlaceByRole, RowContent, RowReader, TableRow } from "../../tables.ts";
import type { ColumnRole, CsvColumns } from "./columns.ts";

type Row = TableRow<ColumnRole>;

/** The meaning of rows as a column list states it. `amountName` stands before the amount in the text. */
export function createStatedRows(columns: CsvColumns, placeByRole: PlaceByRole, amountName: string): RowReader<ColumnRole> {
  return {
    kindOf(row) {
      const stated = columns.kinds.get(row.cell("kind"));
      if (stated === null) return { notice: "row that is no act by the column list" };
      const told = stated?.kind ?? columns.kind;
      if (told === undefined) return notListed("kind", "kinds");
      const by = placeByRole.has("who") ? row.cell("who") : (columns.from ?? "");
      // An entry by whoever keeps the table is a line of a diary, and no coming in.
      const kind = told === "entry" && columns.grade === "own-account" && columns.me.has(by) ? "other" : told;
      const channel = columns.channels.get(row.cell("channel")) ?? columns.channel;
      return channel === undefined ? notListed("channel", "channels") : { kind, channel, flags: stated?.flags ?? [] };
    },
    contentOf(row, { country }) {
      const people = placeByRole.has("other") ? betweenOf(row, columns, country) : peopleOf(row, { columns, placeByRole, country });
      if ("unread" in people) return people;
      const duration = secondsOf(row.cell("duration"), columns.durationAs);
      if (duration === undefined)
        return { unread: 'The duration of this row is not written as the key "durationAs" of the column list says.' };
      const text = textWithAmount(row.written("what"), amountName, row.cell("amount"));
      return {
        from: people.from,
        to: people.to,
        text,
        duration,
        thread: row.cell("thread"),
        subject: row.cell("subject"),
        sourceId: row.cell("id"),
      };
    },
  };
}

function betweenOf(row: Row, { directions, me }: CsvColumns, country: string): People | Unread {
  const direction = directions.get(row.cell("direction"));
  return direction === undefined ? notListed("direction", "directions") : between(direction, identityIn(row.cell("other"), country, me));
}

type People = Pick<RowContent, "from" | "to">;
type Unread = Extract<NoAct, { unread: string }>;

function peopleOf(
  row: Row,
  { columns, placeByRole, country }: { readonly columns: CsvColumns; readonly placeByRole: PlaceByRole; readonly country: string },
): Pick<Act, "from" | "to"> {
  const identityOf = (text: string): Identity => identityIn(text, country, columns.me);
  const from = identityOf(placeByRole.has("who") ? row.cell("who") : (columns.from ?? ""));
  const addressee = placeByRole.has("to") ? row.cell("to") : (columns.to ?? "");
  const to = addressee === "" ? owner : identityOf(addressee);
  return { from, to: from.kind === "owner" && to.kind === "owner" ? [] : [to] };
}

function notListed(role: "kind" | "channel" | "direction", key: string): Unread {
  return {
    unread: `What stands in the ${role} column of this row is not in the key "${key}" of the column list. Add it there and import again.`,
  };
}
