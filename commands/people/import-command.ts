import { dateOf } from '../../station/time/civil.js'
import { optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext, StoredFile } from '../context.js'
import { copy } from './import-copy.js'
import { ROSTER_KEEPERS } from './register.js'

export const IMPORT_JOB = 'roster-import'

/** What is to be done with a file: looked at, or taken over. */
export interface ImportRequest {
  path: string
  declared: string
  /** undefined: only a preview. */
  onPaper?: boolean
  byId: number
  byName: string
}

const OPEN_MINUTES = 60

export const importCommand = command({
  name: '导入名单',
  aliases: ['导入名册', '导入代表名单'],
  summary: '从表格导入本站名册，先预览',
  args: { declared: optional(text('合计', '合计52 全国2 省5 市7 区38')) },
  who: ROSTER_KEEPERS,
  where: ['private'],
  changes: true,
  examples: ['导入名单', '导入名单 合计52 全国2 省5 市7 区38'],
  run: (context, { declared = '' }) =>
    context.ask({ kind: 'roster-file', payload: { declared }, text: copy.sendFile, openMinutes: OPEN_MINUTES }),
  answers: {
    'roster-file': {
      accepts: (folded) => (/^放弃(?:导入)?$/.test(folded) ? null : undefined),
      acceptsFile: () => true,
      async run(context, { declared }, isFile) {
        if (!isFile || !context.file) return context.say(copy.given)
        await request(context, context.file, { declared: declared as string })
      },
    },
    'roster-confirm': {
      accepts: (folded) =>
        /^确认导入$/.test(folded)
          ? 'paper'
          : /^导入并征询$/.test(folded)
            ? 'ask'
            : /^放弃(?:导入)?$/.test(folded)
              ? 'no'
              : undefined,
      async run(context, { path, declared }, said) {
        if (said === 'no') return context.say(copy.given)
        await request(context, { path: path as string }, { declared: declared as string, onPaper: said === 'paper' })
      },
    },
  },
})

async function request(
  { db, station, now, speaker, message }: CommandContext,
  { path }: Pick<StoredFile, 'path'>,
  wanted: Pick<ImportRequest, 'declared' | 'onPaper'>,
) {
  const payload: ImportRequest = { path, ...wanted, byId: speaker.personId, byName: speaker.name }
  await db.jobRun.create({
    data: {
      job: IMPORT_JOB,
      slot: `${station.id}:${message.seq}`,
      stationId: station.id,
      dueAt: dateOf(now),
      outcome: 'requested',
      payload: payload as object,
    },
  })
}
