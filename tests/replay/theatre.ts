import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ChatPort } from '../../bot/chat/port.js'
import { noModel } from '../../bot/model/no-model.js'
import type { ModelPort } from '../../bot/model/port.js'
import { servicesOf } from '../../bot/services.js'
import { emptyStore } from '../../prisma/empty.js'
import { openStore, type Store } from '../../prisma/open.js'
import { openSealer } from '../../prisma/sealing.js'
import { memoryFeeds } from './memory-feeds.js'
import { memoryShelf } from './memory-shelf.js'
import { parseTranscript } from './parse.js'
import { type ReplayResult, replay } from './run.js'
import { Stage } from './stage.js'

const TEST_KEY = '11'.repeat(32)

/** What the house lends to commands where nothing outlives the test. */
export const servicesOnStage = (chat: ChatPort, model: ModelPort = noModel) =>
  servicesOf(openSealer({ key: TEST_KEY, keyFile: '/nonexistent/test.key' }), model, memoryShelf(), chat, memoryFeeds())

/** One store for many transcripts, emptied between them: a first start costs seconds. */
export class Theatre {
  private constructor(readonly store: Store) {}

  static async open(): Promise<Theatre> {
    return new Theatre(await openStore({ memory: true }))
  }

  async play(file: string): Promise<ReplayResult> {
    const steps = parseTranscript(await readFile(file, 'utf8'))
    return replay(steps, await this.stage(), path.dirname(file))
  }

  async stage(): Promise<Stage> {
    await emptyStore(this.store)
    return stageOn(this.store)
  }

  close(): Promise<void> {
    return this.store.close()
  }
}

/** A stage on any store, which must be empty. */
export const stageOn = ({ prisma }: Store): Stage => new Stage(prisma, (chat) => servicesOnStage(chat))
