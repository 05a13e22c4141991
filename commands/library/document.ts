import type { LibraryDocument } from '../../prisma/generated/client.js'
import { type Clause, clausesOf, findClauses } from '../../station/library/clauses.js'
import { requirementsOf } from '../../station/library/requirements.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext, StationContext, StoredFile } from '../context.js'
import { bareNumber, body, documentLine, lookUp, ordinal } from './arguments.js'
import { copy } from './copy.js'
import { clausesIn, documentNo, documentsInForce } from './records.js'

const KIND = '文件'

/** 文件 指导性文件 2023-04 区人大常委会, its text below it or sent next. */
export const storeDocumentCommand = command({
  name: '文件',
  aliases: ['存文件', '指导性文件', '上传文件'],
  summary: '存一份文件，抽出要求',
  args: { words: body('条文'), about: documentLine() },
  who: LEADING,
  changes: true,
  examples: ['文件 指导性文件 2023-04 区人大常委会'],
  async run(context, { about, words }) {
    const { title, issuer, issuedOn } = about
    if (words !== undefined) {
      const row = await storeDocument(context, { title, issuer, issuedOn, text: words, file: null })
      return context.say(await storedText(context, row))
    }
    await context.ask({ kind: 'document-text', payload: { title, issuer, issuedOn }, text: copy.textWanted(title) })
  },
  answers: { 'document-text': documentText() },
})

interface NewDocument {
  title: string
  issuer: string | null
  issuedOn: string | null
  text: string
  file: StoredFile | null
}

/** Stores a document with its clauses and what it asks for. An older one of the same title stays, superseded. */
export async function storeDocument(context: StationContext, document: NewDocument): Promise<LibraryDocument> {
  const { db, change, station, now } = context
  const clauses = clausesOf(document.text)
  const older = await db.libraryDocument.findMany({
    where: { stationId: station.id, kind: KIND, title: document.title, state: 'current' },
  })
  for (const { id } of older) await change.update('LibraryDocument', id, { state: 'superseded' })
  const row = await change.create('LibraryDocument', {
    title: document.title,
    issuer: document.issuer,
    issuedOn: document.issuedOn,
    text: document.text,
    stationId: station.id,
    kind: KIND,
    no: await change.nextNumber(station.id, KIND),
    version: Math.max(0, ...older.map(({ version }) => version)) + 1,
    clauses: clauses as unknown as object[],
    ...(document.file && { file: { ...document.file } }),
    state: 'current',
    storedAt: dateOf(now),
    publishedAt: dateOf(now),
  } as never)
  for (const { no, clause, text: words, check, times, dueOn } of requirementsOf(clauses))
    await change.create('DocumentRequirement', {
      stationId: station.id,
      documentNo: row.no,
      no,
      clause,
      text: words,
      check,
      times,
      dueOn,
    })
  return row
}

export async function storedText({ db, station }: StationContext, row: LibraryDocument): Promise<string> {
  const rows = await db.documentRequirement.findMany({ where: { stationId: station.id, documentNo: row.no } })
  return copy.stored(row, rows.length, rows.filter(({ check }) => check !== null).length, row.file !== null)
}

/** Pasted clauses are an answer, chat is not: they begin like an article, or stand on several lines. */
export const looksLikeClauses = (folded: string): boolean =>
  [...folded].length >= 20 &&
  (/^第[一二三四五六七八九十百\d]+[条章]|^一、|^1[.、]/u.test(folded.trim()) || folded.trim().split('\n').length >= 3)

export const READ_DOCUMENT_JOB = 'read-document'

/** What the job is asked: the file just received and what it is. */
export interface ReadDocument {
  title: string
  issuer: string | null
  issuedOn: string
  file: StoredFile
  roomId: string | null
  personId: number
}

function documentText(): AnswerHandler<'text' | 'file'> {
  return {
    accepts: (folded) => (looksLikeClauses(folded) ? 'text' : undefined),
    acceptsFile: () => 'file',
    async run(context, payload) {
      const { title, issuer, issuedOn } = payload as { title: string; issuer: string | null; issuedOn: string }
      if (context.file) {
        const { db, station, now, message, roomId, speaker } = context
        const asked: ReadDocument = { title, issuer, issuedOn, file: context.file, roomId, personId: speaker.personId }
        await db.jobRun.create({
          data: {
            job: READ_DOCUMENT_JOB,
            slot: `asked:${message.seq}`,
            stationId: station.id,
            dueAt: dateOf(now),
            outcome: 'requested',
            payload: asked as unknown as object,
          },
        })
        return
      }
      const row = await storeDocument(context, { title, issuer, issuedOn, text: context.message.kept, file: null })
      await context.say(await storedText(context, row))
    },
  }
}

export const showDocumentCommand = command({
  name: '文件',
  aliases: ['看文件'],
  summary: '查一份文件',
  args: { no: bareNumber('文件号'), article: optional(ordinal('条', '条')) },
  who: MEMBERS,
  changes: false,
  examples: ['文件 1', '文件 1 第3条'],
  async run(context, { no, article }) {
    const document = await documentNo(context, no)
    if (!document) return context.say(copy.noDocument(no))
    const clauses = clausesIn(document)
    const clause = article === undefined ? undefined : clauses[article - 1]
    await context.say(clause ? copy.clause(document, clause) : copy.document(document, clauses))
    if (clause === undefined) await sendFile(context, document)
  },
})

/** 文件 标识牌: the document that is called so, else the clause that speaks of it. */
export const findDocumentCommand = command({
  name: '文件',
  summary: '按名称或内容找文件',
  args: { wanted: lookUp('关键词', '标识牌', 8) },
  who: MEMBERS,
  changes: false,
  examples: ['文件 标识牌'],
  async run(context, { wanted }) {
    const documents = await documentsInForce(context, KIND)
    const named = documents.find(({ title }) => title.includes(wanted))
    if (named?.file) {
      await sendFile(context, named)
      return context.say(copy.fileSent(named))
    }
    if (named) return context.say(copy.document(named, clausesIn(named)))
    await sayRegulated(context, documents, wanted)
  },
})

export const guidanceCommand = command({
  name: '指导意见',
  aliases: ['查文件'],
  summary: '查上级文件怎么规定',
  args: { wanted: text('要查的词', '标识牌') },
  who: MEMBERS,
  changes: false,
  examples: ['指导意见 标识牌'],
  async run(context, { wanted }) {
    if ([...wanted].length > 12) return
    await sayRegulated(context, await documentsInForce(context, KIND), wanted)
  },
})

async function sayRegulated(context: CommandContext, documents: readonly LibraryDocument[], wanted: string) {
  const found = documents
    .flatMap((document) => findClauses(clausesIn(document), wanted, 1).map((clause) => [document, clause] as const))
    .slice(0, 2)
  if (found.length === 0) return context.say(copy.notFound(wanted))
  await context.say(
    found
      .map(([document, clause]: readonly [LibraryDocument, Clause]) => copy.regulated(document, wanted, clause))
      .join('\n'),
  )
}

export const directoryCommand = command({
  name: '文件目录',
  aliases: ['文件库', '制度目录', '文件列表', '制度列表', '文件清单', '制度清单'],
  summary: '看存了哪些文件和制度',
  who: MEMBERS,
  changes: false,
  examples: ['文件目录'],
  async run(context) {
    await context.say(copy.directory(await documentsInForce(context, KIND), await documentsInForce(context, '制度')))
  },
})

/** The file as it was handed in, to wherever it was asked for. */
async function sendFile(context: CommandContext, { file }: LibraryDocument): Promise<void> {
  const kept = file as unknown as StoredFile | null
  if (kept) await context.say(kept.name, { file: kept })
}
