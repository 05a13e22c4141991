import { type Level, readLevel } from './levels.js'
import { nameProblem, tidyName } from './person-name.js'

export interface Registration {
  readonly name: string
  readonly level?: Level
  readonly professions: readonly string[]
  readonly employer?: string
}

/** An employer is where somebody works; a profession is a field. Told apart by how organisations are named. */
const EMPLOYER =
  /(?:院|局|校|学|所|司|厂|社|会|中心|集团|公司|银行|站|部|委|办|园|馆|台|队|协会|街道|支行|法院|检察院|律所|事务所|基地|银|店)$/

/** "张敏 省 医疗卫生、法律 南京市中医院": the name first, the rest in any order. Undefined without a name. */
export function readRegistration(words: readonly string[]): Registration | undefined {
  const [first = '', ...rest] = words
  const name = tidyName(first)
  if (nameProblem(name) !== undefined) return undefined
  const level = rest.map(readLevel).find((found) => found !== undefined)
  const others = rest.filter((word) => readLevel(word) === undefined)
  const at = others.findIndex((word) => EMPLOYER.test(word))
  // Two words: the second is the employer, whatever it is called.
  const employerAt = others.length > 1 ? others.length - 1 : at
  const professions = others
    .filter((_, index) => index !== employerAt)
    .flatMap((word) => word.split(/[、/／,，]+/))
    .filter(Boolean)
  const employer = others[employerAt]
  return { name, ...(level && { level }), professions, ...(employer && { employer }) }
}
