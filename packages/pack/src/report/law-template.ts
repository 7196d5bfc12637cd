/**
 * The last page of the report: what lies beside the law, for whoever decides on an order (`law-section.ts`). Preceded by `pageTemplate` and the
 * report. It never makes a second page: what does not fit is counted, and the typesetter measures how much does.
 */
export const lawTemplate: string = String.raw`
#set page(header: running[Beside the law, for the reader to decide])
#set text(size: 8.8pt)
#set par(leading: 0.55em)
#heading(level: 1)[Beside the law, for the reader to decide] <law>
#note[#d.law.of Nothing on this page decides anything, and no line says that an offence was committed or that a criterion is met. An act is named beside a line of the law because of its day or its kind alone; the numbers are those of the chronology. #if d.law.age != none { d.law.age }]
#let element(row) = block(above: 6pt, below: 0pt, breakable: false, grid(columns: (21mm, 1fr), column-gutter: 2mm, emph(row.section), { strong(row.says); for one in row.beside { linebreak(); words(one) } }))
#let facts(list) = block(above: 8pt, below: 0pt, note(list.join([ ])))
#let read(one) = if one.text == "" { () } else { (block(above: 0pt, below: 2pt, note(one.text)),) }
#let heads(name) = heading(level: 2, name)
#let parts = (
  ..d.law.orders.map(o => (heads([#o.name: #o.act]), ..read(o), ..o.criteria.map(element), facts(o.notes))).flatten(),
  ..d.law.limbs.map(o => (heads([#o.name: #o.act]), ..read(o), ..o.rows.map(element), ..if o.also == "" { () } else { (facts((o.also,)),) })).flatten(),
  heads([In which court each offence can be tried]),
  ..read((text: d.law.tried)),
  ..d.law.trial.map(t => block(above: 5pt, below: 0pt, breakable: false, [#strong(t.name). #t.mode #t.limit])),
  ..if d.law.noLimit == none { () } else { (block(above: 5pt, below: 0pt, d.law.noLimit),) },
)
#let law-more(count) = if count < parts.len() { block(above: 6pt, below: 0pt, note[#(parts.len() - count) more #if parts.len() - count == 1 [does] else [do] not fit this page.]) }
#context {
  // From here to the foot of the page, measured with what stands between the parts.
  let room = left-on-page() - 12pt
  let height(count) = measure(block(width: column, { for part in parts.slice(0, count) { part }; law-more(count) })).height
  let count = parts.len()
  while count > 0 and height(count) > room { count -= 1 }
  // No heading with nothing below it.
  while count > 0 and count < parts.len() and parts.at(count - 1).func() == heading { count -= 1 }
  for part in parts.slice(0, count) { part }
  law-more(count)
}
`;
