// Digits as people write them when they spell a number out: 一三八…, 幺三八…, 壹叁捌…, ①③⑧….
const VALUES: readonly [string, string][] = [
  ['0', '〇零○⓪⓿洞'],
  ['1', '一幺壹么①❶'],
  ['2', '二两贰②❷'],
  ['3', '三叁③❸'],
  ['4', '四肆④❹'],
  ['5', '五伍⑤❺'],
  ['6', '六陆⑥❻'],
  ['7', '七柒拐⑦❼'],
  ['8', '八捌⑧❽'],
  ['9', '九玖勾⑨❾'],
]

const digitOf = new Map(VALUES.flatMap(([digit, forms]) => [...forms].map((form) => [form, digit] as const)))
const forms = [...digitOf.keys()].join('')

// Shorter runs are ordinary words (三五七, 一二三号楼): a run only counts when it is as long as a local phone number.
const RUN = new RegExp(`[0-9${forms}](?:[ .·_-]{0,2}[0-9${forms}]){6,59}`, 'g')

/** The same text with long runs of spelled-out digits in ASCII. Character for character: offsets stay valid. */
export const withLooseDigits = (text: string): string =>
  text.replace(RUN, (run) =>
    // A run of plain digits has been judged already.
    [...run].map((character) => digitOf.get(character) ?? character).join(''),
  )
