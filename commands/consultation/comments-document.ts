import { MEMBERS } from '../../station/roles.js'
import { command } from '../command.js'
import type { DocumentMaker } from '../documents/document.js'
import { requestDocument } from '../documents/request.js'
import { about } from '../opinion/arguments.js'
import { MIME } from '../press.js'
import { copy } from './copy.js'

const KIND = 'consultation-comments'

export const exportCommentsCommand = command({
  name: '导出条文意见',
  aliases: ['汇总条文意见', '导出征求意见'],
  summary: '把条文意见按条汇总成Word',
  args: { no: about('L', '征求意见编号') },
  who: MEMBERS,
  changes: true,
  examples: ['导出条文意见 L1'],
  async run(context, { no }) {
    const { db, station } = context
    const row = await db.consultation.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
    if (!row) return context.say(copy.unknown(no))
    await requestDocument(context, { kind: KIND, args: { no }, to: 'here' })
  },
})

/** All comments on a draft, article by article, whole-draft ones first: what is handed to the drafters. */
export const commentsDocument: DocumentMaker = {
  kind: KIND,
  async make({ db, station, services, now, args }) {
    const no = args.no as number
    const row = await db.consultation.findUniqueOrThrow({ where: { stationId_no: { stationId: station.id, no } } })
    const comments = await db.consultationComment.findMany({
      where: { stationId: station.id, consultationNo: no, state: 'given' },
      orderBy: [{ article: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    })
    if (comments.length === 0) return { text: copy.noComments(no) }
    const people = await db.person.findMany({ where: { id: { in: comments.map(({ personId }) => personId) } } })
    const by = (id: number) => people.find((person) => person.id === id)?.name ?? ''
    const bytes = await services.press.paper({
      title: `对《${row.title}》的意见`,
      subtitle: `${station.name}专业人大代表联络站　L${no}　${now.toPlainDate()}　共${comments.length}条`,
      blocks: [
        {
          kind: 'table',
          head: ['条文', '意见', '提出代表', '采纳情况'],
          rows: comments.map((one) => [
            one.article === null ? '全文' : `第${one.article}条`,
            one.text,
            by(one.personId),
            one.feedback ?? '待反馈',
          ]),
          widths: [1, 5, 1, 2],
        },
      ],
    })
    return { file: { name: `L${no} 条文意见汇总.docx`, mimeType: MIME.docx, bytes } }
  },
}
