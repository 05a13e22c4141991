import type { Person } from '../../prisma/generated/client.js'
import type { Paper } from '../../station/document/paper.js'
import { MEMBERS } from '../../station/roles.js'
import { partsOfText } from '../../station/suggestion/parts-of-text.js'
import { momentOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import type { DocumentMaker } from '../documents/document.js'
import { requestDocument } from '../documents/request.js'
import { about } from '../opinion/arguments.js'
import { MIME } from '../press.js'
import { paperCopy as copy } from './paper-copy.js'
import { dayOf, theSuggestion } from './row.js'

const KIND = 'suggestion-paper'

export const suggestionPaperCommand = command({
  name: '导出建议',
  aliases: ['建议稿', '打印建议'],
  summary: '把建议做成规范的Word文稿',
  args: { no: about('J', '建议编号') },
  who: MEMBERS,
  changes: true,
  examples: ['导出建议 J6'],
  async run(context, { no }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const { speaker } = context
    const own = [row.leadId, ...row.cosignerIds].includes(speaker.personId) || speaker.roles.has('liaison')
    if (row.flags.includes('confidential') && !own) return context.say(copy.confidential(no))
    await requestDocument(context, {
      kind: KIND,
      args: { no },
      to: row.flags.includes('confidential') ? 'private' : 'here',
    })
  },
})

/** The usual form of a suggestion: one matter, who signs, 情况、分析、具体意见, who is asked, and where it came from. */
export const suggestionPaper: DocumentMaker = {
  kind: KIND,
  async make({ db, station, now, services, args }) {
    const row = await db.suggestion.findUniqueOrThrow({
      where: { stationId_no: { stationId: station.id, no: args.no as number } },
    })
    const people = await db.person.findMany({ where: { id: { in: [row.leadId, ...row.cosignerIds] } } })
    const named = (id: number) => people.find((person) => person.id === id)!
    const opinions = await db.opinion.findMany({
      where: { stationId: station.id, no: { in: row.opinionNos } },
      omit: { original: true },
      orderBy: { no: 'asc' },
    })
    const { situation, analysis, proposal } = partsOfText(row.text)
    const submittedOn = dayOf(row.submittedOn)
    const paper: Paper = {
      title: copy.title(row.kind, row.level),
      subtitle: copy.subtitle(station.name),
      blocks: [
        {
          kind: 'table',
          rows: [
            ['标题', row.title],
            ['领衔代表', signatory(named(row.leadId))],
            ['联名代表', row.cosignerIds.map((id) => signatory(named(id))).join('、') || '无'],
            ['建议承办单位', row.unit ?? '（请填写）'],
            ['提交编号', row.platformNo ?? '（在官方系统提交后填写）'],
            ['提出日期', (submittedOn ?? now.toPlainDate()).toString()],
          ],
          widths: [1, 4],
        },
        { kind: 'heading', text: '一、情况（案由）' },
        { kind: 'text', text: situation || copy.toWrite },
        { kind: 'heading', text: '二、分析（案据）' },
        { kind: 'text', text: analysis || row.basis || copy.toWrite },
        { kind: 'heading', text: '三、具体意见' },
        { kind: 'text', text: proposal || copy.toWrite },
        ...(opinions.length > 0
          ? ([
              { kind: 'heading', text: '附：群众意见来源（已隐去个人信息）' },
              {
                kind: 'table',
                head: ['编号', '日期', '内容', '人数'],
                rows: opinions.map((one) => [
                  `Y${one.no}`,
                  momentOf(one.recordedAt).toPlainDate().toString(),
                  one.text,
                  String(one.supporterIds.length + 1),
                ]),
                widths: [1, 2, 6, 1],
              },
            ] as const)
          : []),
        { kind: 'text', text: copy.note },
        {
          kind: 'signature',
          lines: [
            '领衔代表（签名）：　　　　　　',
            '联名代表（签名）：　　　　　　',
            `${now.year}年${now.month}月${now.day}日`,
          ],
        },
      ],
    }
    const bytes = await services.press.paper(paper)
    return { file: { name: `J${row.no} ${fileTitle(row.title)}.docx`, mimeType: MIME.docx, bytes } }
  },
}

const signatory = ({ name, level, delegation }: Person): string =>
  `${name}${level ? `（${level}代表${delegation ? `，${delegation}` : ''}）` : ''}`

/** What a file system takes as a name. */
const fileTitle = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 40)
