export const paperCopy = {
  confidential: (no: number) => `J${no} 是保密件，只有署名代表和联络员能导出。`,
  title: (kind: string, level: string) =>
    kind === 'motionMaterial' ? `${level}人民代表大会代表议案（素材）` : `${level}人民代表大会代表建议、批评和意见`,
  subtitle: (station: string) => `${station}专业人大代表联络站整理`,
  toWrite: '（待补充）',
  note: '一事一议。本稿由联络站整理，是否提交、何时提交由代表决定，以官方系统提交的为准。',
}
