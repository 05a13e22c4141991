import { type Level, readLevels } from './levels.js'
import { isPlainlyName, tidyName } from './person-name.js'

/** What is asked, one after another, to set up a station. */
export interface SetUp {
  readonly name?: string
  readonly profession?: string
  readonly levels?: readonly Level[]
  readonly address?: string | null
  readonly liaison?: string | null
}

export type SetUpKey = keyof SetUp

interface Step {
  readonly key: SetUpKey
  /** It may be left for later. */
  readonly optional?: true
  /** Undefined: not an answer to this. */
  read(said: string): SetUp[SetUpKey] | undefined
}

const words = (most: number) => (said: string) => {
  const tidy = said.trim().replace(/\s+/g, ' ')
  return tidy.length >= 2 && tidy.length <= most && !tidy.includes('\n') ? tidy : undefined
}

const STEPS: readonly Step[] = [
  { key: 'name', read: (said) => words(20)(said)?.replace(/(?:专业|行业)?(?:人大代表)?联络站$|站$/, '') || undefined },
  { key: 'profession', read: words(16) },
  { key: 'levels', read: readLevels },
  { key: 'address', optional: true, read: words(60) },
  { key: 'liaison', optional: true, read: (said) => (isPlainlyName(tidyName(said)) ? tidyName(said) : undefined) },
]

/** The next thing to ask; undefined when everything was answered or put off. */
export const nextStep = (so: SetUp): SetUpKey | undefined => STEPS.find(({ key }) => so[key] === undefined)?.key

/** The state with this answer to the step that is due; undefined when it is none. 跳过 puts off what may be. */
export function answerStep(so: SetUp, said: string): SetUp | undefined {
  const step = STEPS.find(({ key }) => so[key] === undefined)
  if (!step) return undefined
  if (/^(?:跳过|以后再说|没有)$/.test(said.trim())) return step.optional ? { ...so, [step.key]: null } : undefined
  const value = step.read(said)
  return value === undefined ? undefined : { ...so, [step.key]: value }
}

export const isSetUpDone = (
  so: SetUp,
): so is Required<SetUp> & { name: string; profession: string; levels: readonly Level[] } => nextStep(so) === undefined
