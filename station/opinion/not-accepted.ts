/**
 * Why a matter is not for the station, and where it belongs: a refusal always names a channel. From local reception
 * rules and the hotline notice 国办发〔2020〕53号. The numbers are national public service lines.
 */
export interface Channel {
  readonly name: string
  readonly phone?: string
}

export const NOT_ACCEPTED_REASONS = [
  {
    id: 'litigation',
    label: '已经或应当通过诉讼解决',
    aliases: ['诉讼', '法院', '打官司', '涉法涉诉', '判决', '执行'],
    channels: [{ name: '人民法院诉讼服务', phone: '12368' }],
  },
  {
    id: 'reconsideration',
    label: '应当通过行政复议解决',
    aliases: ['行政复议', '复议'],
    channels: [{ name: '行政复议机构' }],
  },
  {
    id: 'arbitration',
    label: '应当通过仲裁解决',
    aliases: ['仲裁', '劳动仲裁', '商事仲裁'],
    channels: [{ name: '劳动人事争议仲裁', phone: '12333' }, { name: '仲裁委员会' }],
  },
  {
    id: 'procuratorate',
    label: '属于检察机关受理',
    aliases: ['检察', '检察院', '国家赔偿'],
    channels: [{ name: '检察服务', phone: '12309' }],
  },
  {
    id: 'discipline',
    label: '检举、控告违纪违法',
    aliases: ['举报', '检举', '控告', '申诉', '纪检', '监察', '违纪'],
    channels: [{ name: '纪检监察举报', phone: '12388' }],
  },
  { id: 'petition', label: '已在信访程序中', aliases: ['信访', '上访'], channels: [{ name: '信访部门' }] },
  {
    id: 'disclosure',
    label: '应当申请政府信息公开',
    aliases: ['信息公开', '政府信息公开', '申请公开'],
    channels: [{ name: '政府信息公开申请' }],
  },
  {
    id: 'consultation',
    label: '政策、法律咨询',
    aliases: ['咨询', '政策咨询', '法律咨询'],
    channels: [
      { name: '公共法律服务', phone: '12348' },
      { name: '政务服务便民热线', phone: '12345' },
    ],
  },
  {
    id: 'service-request',
    label: '即办的服务事项',
    aliases: ['服务', '12345', '热线', '即办', '报修'],
    channels: [{ name: '政务服务便民热线', phone: '12345' }],
  },
  {
    id: 'emergency',
    label: '紧急警情、险情或急救',
    aliases: ['报警', '警情', '火警', '急救'],
    channels: [
      { name: '报警', phone: '110' },
      { name: '火警', phone: '119' },
      { name: '急救', phone: '120' },
    ],
  },
  {
    id: 'private',
    label: '本人或亲属的个人问题',
    aliases: ['个人', '私事', '本人', '亲属'],
    channels: [{ name: '政务服务便民热线', phone: '12345' }],
  },
  {
    id: 'other-region',
    label: '不属于本行政区域',
    aliases: ['外地', '外区', '不属本区', '跨区'],
    channels: [{ name: '当地政务服务便民热线', phone: '12345' }],
  },
  { id: 'empty', label: '没有具体内容', aliases: ['空泛', '无内容', '不具体'], channels: [{ name: '补充内容后再报' }] },
  {
    id: 'promotion',
    label: '产品推介或广告',
    aliases: ['推介', '广告', '推销', '学术'],
    channels: [{ name: '企业服务热线', phone: '12345' }],
  },
] as const satisfies readonly {
  id: string
  label: string
  aliases: readonly string[]
  channels: readonly [Channel, ...Channel[]]
}[]

export type NotAcceptedReason = (typeof NOT_ACCEPTED_REASONS)[number]
export type NotAcceptedReasonId = NotAcceptedReason['id']

/** The reason meant by what staff typed after 不受理 Y20; undefined: ask, showing the list. */
export const notAcceptedReason = (typed: string): NotAcceptedReason | undefined => {
  const text = typed.replace(/\s/g, '')
  if (text === '') return undefined
  const names = (row: NotAcceptedReason): readonly string[] => [row.id, row.label, ...row.aliases]
  const exact = NOT_ACCEPTED_REASONS.find((row) => names(row).includes(text))
  if (exact) return exact
  const longest = NOT_ACCEPTED_REASONS.flatMap((row) => row.aliases.map((alias) => ({ row, alias: alias as string })))
    .filter(({ alias }) => text.includes(alias))
    .sort((a, b) => b.alias.length - a.alias.length)
  return longest[0]?.row
}
