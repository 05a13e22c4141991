import type { Fact, FactKind } from './fact.js'

/** What is shown in place of a rejected sentence: the record's own words and number, nothing of the model's. */
export interface Quotation {
  ref: string
  kind: FactKind
  /** Short label of the record: its category, its kind. */
  label: string
  /** The record's own words; null: they read like orders to a machine and are left out. */
  words: string | null
  evidence: string[]
}

const LABEL_FIELD: Readonly<Record<FactKind, string>> = {
  activity: '类型',
  opinion: '类别',
  duty: '种类',
  turn: '种类',
  due: '事项',
  matter: '种类',
  figure: '名称',
}
const WORDS_FIELD: Readonly<Record<FactKind, string>> = {
  activity: '标题',
  opinion: '内容',
  duty: '主题',
  turn: '期间',
  due: '标题',
  matter: '标题',
  figure: '名称',
}

export const quotationOf = (fact: Fact): Quotation => {
  const { ref, kind, texts, numbers, records } = fact
  const [number] = numbers
  const words = texts[WORDS_FIELD[kind]] ?? null
  return {
    ref,
    kind,
    label: texts[LABEL_FIELD[kind]] ?? texts.种类 ?? '',
    words: kind === 'figure' && number !== undefined ? `${words ?? ''}${number.value}${number.unit}` : words,
    evidence: [...records],
  }
}
