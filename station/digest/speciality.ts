/** What somebody knows more of than the rest of the station: read from professions and employer, found in titles. */
interface Speciality {
  readonly name: string
  readonly words: readonly string[]
}

const SPECIALITIES: readonly Speciality[] = [
  { name: '儿科', words: ['儿科', '儿童', '小儿', '妇幼'] },
  { name: '妇产', words: ['妇产', '产科', '妇幼', '孕产'] },
  { name: '口腔', words: ['口腔', '牙'] },
  { name: '中医', words: ['中医', '中药'] },
  { name: '肿瘤', words: ['肿瘤', '癌'] },
  { name: '疾病预防', words: ['疾病预防', '疾控', '传染病', '疫苗'] },
  { name: '医疗保障', words: ['医疗保障', '医保'] },
  { name: '卫生监督', words: ['卫生监督', '卫生执法'] },
  { name: '银行', words: ['银行', '信贷', '贷款'] },
  { name: '证券', words: ['证券', '投资者', '股票', '基金'] },
  { name: '保险', words: ['保险'] },
  { name: '律师', words: ['律师', '法律援助'] },
  { name: '公证', words: ['公证'] },
]

export interface Specialist {
  readonly professions: readonly string[]
  readonly employer: string | null
}

/**
 * Why an activity is this person's own matter: a speciality of theirs that its title names, or a profession beside the
 * station's own. Null: no more theirs than everybody's.
 */
export function specialityFor(title: string, { professions, employer }: Specialist, ofStation: string): string | null {
  const known = [...professions, employer ?? ''].join(' ')
  const speciality = SPECIALITIES.find(
    ({ words }) => words.some((word) => known.includes(word)) && words.some((word) => title.includes(word)),
  )
  return (
    speciality?.name ??
    professions.find(
      (profession) => profession !== ofStation && !ofStation.includes(profession) && title.includes(profession),
    ) ??
    null
  )
}
