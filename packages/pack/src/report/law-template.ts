/**
 * The last page of the report: what lies beside the law, for whoever decides on an order (`law-section.ts`). Preceded by `pageTemplate` and the
 * report. It never makes a second page: the typesetter measures how much fits, days and changes give way first, and what is left out is counted.
 */
export const lawTemplate: string = String.raw`
#set page(header: running[Beside the law, for the reader to decide])
#set text(size: 8.8pt)
#set par(leading: 0.55em)
#heading(level: 1)[Beside the law, for the reader to decide] <law>
#note[#d.law.of Nothing on this page decides anything, and no line says that an offence was committed or that a criterion is met. An act is named beside a line of the law because of its day or its kind alone; the numbers are those of the chronology. #if d.law.age != none { d.law.age }]
// So many of the days and changes below a line, each of how many a way says; the others are told, and where they stand. "brief": every day, without words.
#let beside-law(one, way) = {
  let most = if one.of == none { 0 } else { way.at(one.of) }
  if most == none { return }
  if most == "brief" and one.brief != none { return { linebreak(); words(one.brief) } }
  let shown = one.told.slice(0, calc.min(if type(most) == int { most } else { 0 }, one.told.len()))
  let rest = one.told.len() - shown.len() + one.more
  (linebreak(), words(one.says), ..shown.map(told => linebreak() + words(told)), if rest > 0 [#if shown.len() > 0 { linebreak() } else [ ]#rest #if shown.len() > 0 [more ]#way.where.]).join()
}
#let element(row, most) = block(above: 6pt, below: 0pt, breakable: false, grid(columns: (21mm, 1fr), column-gutter: 2mm, emph(row.section), { strong(row.says); for one in row.beside { beside-law(one, most) } }))
#let facts(list) = block(above: 8pt, below: 0pt, note(list.join([ ])))
#let read(one) = if one.text == "" { () } else { (block(above: 0pt, below: 2pt, note(one.text)),) }
#let heads(name) = heading(level: 2, name)
#let parts((orders, limbs)) = (
  ..d.law.orders.map(o => (heads([#o.name: #o.act]), ..read(o), ..o.criteria.map(row => element(row, orders)), facts(o.notes))).flatten(),
  ..d.law.limbs.map(o => (heads([#o.name: #o.act]), ..read(o), ..o.rows.map(row => element(row, limbs)), ..if o.also == "" { () } else { (facts((o.also,)),) })).flatten(),
)
// What stands beside the criteria of the orders, and beside the limbs: all; then beside the limbs alone, of these fewer and fewer; then every day
// in one line without its words, because a limb asks for two; then how many other answers there were and no more; then nothing but numbers.
#let ways = {
  let way(days, changes, others: 0, where: [in the chronology]) = ("days": days, "changes": changes, "other answers": others, where: where)
  let all = way(d.law.most, d.law.most)
  let above = way(0, 0, others: none, where: [below])
  let numbers = (way(0, 0, others: "brief"), way(0, 0, others: "brief"))
  if d.law.limbs.len() == 0 { return ((all, all), (way("brief", "brief"), all), numbers) }
  let limbs = (..range(d.law.most, 1, step: -1).map(most => way(most, most)), ..(d.law.most, 2, 1, "brief").map(most => way("brief", most)), way("brief", "brief", others: "brief"))
  ((all, all), ..limbs.map(limb => (above, limb)), numbers)
}
// In which court, and how little is known of the time there is: always on the page, whatever gives way.
#let courts = {
  heads([In which court each offence can be tried])
  read((text: d.law.tried)).join()
  for t in d.law.trial { block(above: 5pt, below: 0pt, breakable: false, [#strong(t.name). #t.mode #t.limit]) }
  if d.law.noLimit != none { block(above: 5pt, below: 0pt, strong(d.law.noLimit)) }
}
#let law-more(count, all) = if count < all { block(above: 6pt, below: 0pt, note[#(all - count) more #if all - count == 1 [does] else [do] not fit this page.]) }
#context {
  // From here to the foot of the page, measured with what stands between the parts.
  let room = left-on-page() - 12pt
  let height(parts, count) = measure(block(width: column, { for part in parts.slice(0, count) { part }; law-more(count, parts.len()); courts })).height
  let way = 0
  let chosen = parts(ways.first())
  while way + 1 < ways.len() and height(chosen, chosen.len()) > room { way += 1; chosen = parts(ways.at(way)) }
  let count = chosen.len()
  while count > 0 and height(chosen, count) > room { count -= 1 }
  // No heading with nothing below it.
  while count > 0 and count < chosen.len() and chosen.at(count - 1).func() == heading { count -= 1 }
  for part in chosen.slice(0, count) { part }
  law-more(count, chosen.len())
  courts
}
`;
