/**
 * The last page of the report: what lies beside the law, for whoever decides on an order (`law-section.ts`). Preceded by `pageTemplate` and the
 * report. It never makes a second page: what does not fit is counted.
 */
export const lawTemplate: string = String.raw`
#let most-law = 196mm
#set page(header: running[Beside the law, for the reader to decide])
#set text(size: 9pt)
#set par(leading: 0.55em)
#heading(level: 1)[Beside the law, for the reader to decide] <law>
#note[Nothing on this page decides anything, and no line says that an offence was committed or that a criterion is met. An act is named beside a line of the law because of its day or its kind alone; the numbers are those of the chronology. #if d.law.age != none { d.law.age }]
#let element(row) = block(above: 8pt, below: 0pt, breakable: false, grid(columns: (27mm, 1fr), column-gutter: 3mm, emph(row.section), { strong(row.says); for one in row.beside { linebreak(); words(one) } }))
#let facts(list) = block(above: 8pt, below: 0pt, note(list.join([ ])))
#let heads(name) = heading(level: 2, name)
#let parts = (
  ..d.law.orders.map(o => (heads([#o.name: #o.act]), ..o.criteria.map(element), facts(o.notes))).flatten(),
  ..d.law.limbs.map(o => (heads([#o.name: #o.act]), ..o.rows.map(element))).flatten(),
  heads([In which court each offence can be tried]),
  ..d.law.trial.map(t => block(above: 5pt, below: 0pt, breakable: false, [#strong(t.name). #t.mode #t.limit])),
)
#context {
  let count = fitting(parts, most-law)
  for part in parts.slice(0, count) { part }
  if count < parts.len() { note[#(parts.len() - count) more parts do not fit this page.] }
}
`;
