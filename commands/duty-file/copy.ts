import {
  activitiesOf,
  countOf,
  type DutyEntry,
  type DutyFile,
  ENTRY_KINDS,
  type EntryKind,
} from '../../station/duty-file/sections.js'

/** With its title and its last line a list of six. */
const SHOWN = 4

const counts = (file: DutyFile): string =>
  (Object.keys(ENTRY_KINDS) as EntryKind[])
    .map((kind) => ({ label: ENTRY_KINDS[kind].label, count: countOf(file, kind) }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label}${count}`)
    .join('、')

const highlights = (file: DutyFile): string => {
  const suggestions = file.entries.filter(({ kind }) => kind === 'suggestion')
  const adopted = suggestions.filter((entry) => entry.adopted).length
  return [
    `活动${activitiesOf(file)}`,
    `接待${countOf(file, 'reception')}`,
    `建议${suggestions.length}${adopted > 0 ? `（已采纳${adopted}）` : ''}`,
    ...(countOf(file, 'research') > 0 ? [`成果${countOf(file, 'research')}`] : []),
  ].join('、')
}

const WORDS: Readonly<Partial<Record<EntryKind, string>>> = { reception: '接待', contact: '联系群众' }

export const copy = {
  own: (label: string, file: DutyFile) => {
    const all = counts(file)
    return all === ''
      ? `${label}还没有您的履职记录。参加活动请签到，走访后发：联系群众 走访3户`
      : `${label}：${all}（仅您可见）。述职草稿回“述职草稿”，展示给大家看回“我的成果”。`
  },
  sentPrivately: '已私发给您。',
  noFile: '您不是本站代表，没有履职档案。',
  onItsWay: '述职草稿正在生成，稍后私发给您。',

  achievements: (label: string, file: DutyFile) => `${label}：${highlights(file)}。`,
  askConsent: '是否同意展示？回“同意”或“不同意”。',
  consented: '已同意展示；不想展示了回“不再展示”。',
  thanks: '已记：同意展示您的履职数字。不想展示了随时回“不再展示”。',
  declined: '已记：不展示。您的记录仍在自己的履职档案里。',
  withdrawn: '已记：不再展示您的履职数字。',
  gallery: (label: string, files: readonly DutyFile[]) =>
    files.length === 0
      ? '还没有代表同意展示。代表本人回“我的成果”可以同意。'
      : [
          `代表履职展示（${label}，经本人同意，按名册排列）：`,
          ...files
            .slice(0, SHOWN)
            .map((file) => `${file.name}${file.level ? `（${file.level}代表）` : ''}：${highlights(file)}`),
          ...(files.length > SHOWN ? [`……共${files.length}位，全部看图：履职展示 图`] : []),
        ].join('\n'),

  galleryTitle: (station: string) => `${station}站 代表履职展示`,
  gallerySubtitle: (label: string) => `${label}，经本人同意，按名册排列`,
  galleryFooter: '数字来自本站台账；未同意展示的代表不列。',
  galleryHead: ['姓名', '层级', '活动', '接待', '意见', '建议', '成果'],
  galleryFile: (station: string, label: string) => `${station}站履职展示${label}.png`,

  noteUsage: '例：履职补记 张敏 述职 2026-12-01 向双塘街道选民述职',
  notMember: (name: string) => `${name}不在本站名册，请核对姓名。`,
  onlyOwn: '只能补记自己的；替别人补记请找联络员。',
  noted: (name: string, section: string, on: string) => `已补记：${name} ${section} ${on}，列入履职档案。`,

  reportTitle: (label: string) => `${label}履职情况报告（草稿）`,
  reportSubtitle: (file: DutyFile, station: string) =>
    `${file.name}${file.level ? `，${file.level}人大代表` : ''}　${station}专业人大代表联络站`,
  reportLead: (label: string, file: DutyFile) =>
    `${label}，本人参加活动${activitiesOf(file)}次，进站接待${countOf(file, 'reception')}次，联系群众${countOf(file, 'contact')}次，反映意见${countOf(file, 'opinion')}件，领衔建议${countOf(file, 'suggestion')}件、联名${countOf(file, 'cosigned')}件。以下按履职档案八个部分列出，括号内为台账编号。`,
  reportHead: ['日期', '事项', '台账编号'],
  reportEntry: ({ kind, text }: DutyEntry) => `${WORDS[kind] ?? ENTRY_KINDS[kind].label}：${text}`,
  reportNone: '（台账没有记录）',
  reportSign: (file: DutyFile) => ['述职人：', file.name],
  reportNote: '本稿由台账自动整理，请本人修改后使用；编号可在群里直接查询。',
  reportName: (file: DutyFile, label: string) => `${file.name}${label}述职草稿.docx`,
  reportDone: (label: string) => `${label}述职草稿，事项后面是台账编号，可直接查。请改好再用。`,
}
